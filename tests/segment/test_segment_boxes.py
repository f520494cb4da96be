"""Boxes that stand within columns: advertisements, captions, kickers below a picture."""

from __future__ import annotations

from kg.read.pages import Given, page
from kg.segment.kinds import kind
from kg.segment.lines import Line, lines

TORN = """# 青溪县与东湖大学签约
本报讯（记者 高山）4月2日上午，青溪县与东湖大学签订协议。县委常委、常务副县长秦
国庆假期门诊安排
县医院急诊24小时开放
咨询电话 0539-722****
岭，县科技局局长石小满参加签约仪式。双方将合建实验室。
"""
SIGNED = """# 县医院开设夜间门诊
本报讯（记者 高山）县医院今起开设夜间门诊。

【公益广告】

爱惜粮食

从餐桌做起

青溪县文明办宣

# 茶农学剪枝
本报讯（记者 江月）云岭镇昨日请来专家教茶农剪枝。
"""
BELOW = """![](images/1.jpg)

守好河道 护好堤坝

# 全县防汛会议召开
本报讯（记者 高山）4月2日，全县防汛会议召开。
"""
WITHIN = """# 村里修渠
本报讯（记者 高山）云岭村修好了水渠。

![](images/1.jpg)

底，不拖欠工钱、不偷工减料，“账目请大家都来看”。
"""


def kept(raw: str) -> list[Line]:
    found = lines(page(raw, stem="qingxi-2013-05-08", source="page.md", given=Given()))
    return [line for line in found if line.kind != "gap"]


def test_a_box_in_the_middle_of_a_sentence_is_left_out() -> None:
    assert [line.plain[:2] for line in kept(TORN)] == ["青溪", "本报", "岭，"]


def test_what_an_office_has_printed_is_left_out() -> None:
    assert [line.plain[:4] for line in kept(SIGNED)] == ["县医院开", "本报讯（", "茶农学剪", "本报讯（"]


def test_a_kicker_below_a_picture_is_no_caption() -> None:
    assert kept(BELOW)[0].plain == "守好河道护好堤坝"


def test_a_text_that_goes_on_below_a_picture_is_no_caption() -> None:
    assert kept(WITHIN)[-1].plain.startswith("底，")


def test_sections_and_editors() -> None:
    assert kind("", "青溪新闻", 0, "", top=True) == "gap"
    assert kind("", "青溪新闻", 0, "", top=False) == "plain"
    assert kind("", "县区快讯", 0, "", top=True) == "plain"
    assert kind("", "主编程立编辑韩冰视觉余小鱼", 0, "", top=False) == "gap"
