"""Headlines in and above narrow columns, on pages without marks."""

from __future__ import annotations

import pytest

from kg.model import Article
from kg.read.pages import Given, page
from kg.segment import segment
from kg.segment.kinds import is_credit
from kg.segment.lines import lines, set_lines

TORN = """青溪晚报
2013年5月8日 星期三 要闻 A02
电子信箱：qx**@126.com

雨后茶山采摘忙
青溪县茶叶节开幕
江月讲话 白杨主持
本报讯（记者 高山）5月6日上
午，第四届青溪茶叶节在云岭镇
开幕。县委书记江月出席开幕式
并致辞，县长白杨宣布茶叶节开
幕。来自五省的三百名茶商参加
活动。
茶叶节由县人民政府主办，县农
业局承办，为期五天。节会期间
将举办斗茶大赛
城东小学
添新楼
本报讯（记者 石小满）昨
日，城东小学新教学楼落成
。副县长柳青为教学楼揭牌
，校长何苗介绍了建设情况
。新楼有二十四间教室，投
资八百万元，可容纳一千名
学生。
和茶艺表演，并签订一批购销合
同。
"""

LATE = """青溪晚报　2013年5月8日 星期三 要闻 A02

本报讯（记者 高山）5月6日，县十届人大
常委会第九次会议闭会。会议由县人大常委
会主任江月主持，副县长白杨列席。会议听
取和审议了环境保护工作情况的报告，并提
出审议意见。县监察局负责人汇报了整改情

县十届人大常委会第九次会议闭会
通过一批人事任免事项

况，县财政局负责人到会。会议还任命何苗
为县教育局局长，决定接受柳青的辞职请求
。

一座桥通了三个村
本报讯（记者 石小满）昨日，云岭镇的新
大桥通车。镇长苏杭为大桥剪彩，三个村的
村民再也不用绕路进城。大桥长九十米，总
投资六百万元。
"""


def articles(raw: str) -> tuple[Article, ...]:
    return segment(page(raw, stem="qingxi-2013-05-08", source="page.txt", given=Given()))


def test_headlines_stand_right_below_another_column() -> None:
    tea, school = articles(TORN)
    assert tea.title == "雨后茶山采摘忙 青溪县茶叶节开幕 江月讲话 白杨主持"
    assert school.title.replace(" ", "") == "城东小学添新楼"
    assert tea.text.endswith("节会期间将举办斗茶大赛和茶艺表演，并签订一批购销合同。")
    assert school.text.endswith("可容纳一千名学生。")


def test_headlines_are_found_that_come_after_their_text() -> None:
    congress, bridge = articles(LATE)
    assert congress.title == "县十届人大常委会第九次会议闭会 通过一批人事任免事项"
    assert bridge.title == "一座桥通了三个村"
    assert congress.text.endswith("决定接受柳青的辞职请求。")


def test_heading_of_short_news_is_not_that_of_the_text_before() -> None:
    found = articles(
        "本报讯（记者 高山）昨日，青溪县作家协会举行换届大会，苏杭当选主席。会议通过了章程。\n\n"
        "## 县作家协会换届\n\n**三江六岸**\n\n◎昨日，云岭镇举行采茶比赛，三十名选手参加，何苗获得第一名。（江平）\n\n"
        "◎近日，县图书馆新馆开放，馆长石榴介绍了新馆的各项服务。（高山）\n"
    )
    assert [one.title for one in found] == ["县作家协会换届", "三江六岸"]


def test_items_begin_in_narrow_columns() -> None:
    column = "城乡点击\n■5月6日，县中医院\n与省中医院签订协作\n协议，院长苏杭到场\n。（高山）\n■云岭镇昨日举行采茶\n比赛，三十名选手参\n加。（江平）\n"
    found, _ = set_lines(page(column, stem="a", source="a.txt", given=Given()))
    assert [line.plain[:4] for line in found if line.kind == "item"] == ["■5月6", "■云岭镇"]


@pytest.mark.parametrize("line", ["本报记者 高 山 摄", "（石小满 摄）", "高山/摄"])
def test_who_took_a_picture(line: str) -> None:
    assert is_credit(line.replace(" ", ""))


@pytest.mark.parametrize(
    "line", ["青溪时讯  2013.5.8", "A3 青溪晚讯 2013/5/8", "QINGXI WANBAO", "电子信箱：qx**@126.com", "青溪日报 综合新闻 2013年5月8日", "供水服务热线 0570-20****8"]
)
def test_running_heads_and_contacts_are_furniture(line: str) -> None:
    found = lines(page(f"{line}\n\n# 标题\n\n本报讯 今日，县里召开会议。\n", stem="a", source="a.md", given=Given()))
    assert found[0].kind == "gap"
