"""Boxes that stand within columns: advertisements, captions, kickers below a picture."""

from __future__ import annotations

from kg.read.pages import Given, page
from kg.segment import segment
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
NOTICE = """# 茶农学剪枝
本报讯（记者 江月）云岭镇昨日请来专家教茶农剪枝。

公 告
因线路检修，4月6日8:00至17:00
城东街道部分用户停电，敬请谅解。
青溪供电公司

# 村里修渠
本报讯（记者 高山）云岭村修好了水渠。
"""
SPLIT = """# 茶农学剪枝
本报讯（记者 江月）云岭镇昨日请
来专家教茶农剪枝。
专家在茶园里示范。 本报记者 石
小满 摄
三十户茶农到场观看，副镇长高山
主持。
"""
BLOCK = """# 茶农学剪枝
本报讯（记者 江月）云岭镇昨日请来专家教茶农剪枝。

云岭里·茶山居
半山洋房 现房发售
首付三成 即买即住
销售热线  0539—72*****
项目地址：云岭大桥东

# 县医院开设夜间门诊
本报讯（记者 高山）县医院今起开设夜间门诊。
"""
PICTURED = """# 云岭大娘和她的绣花针
□本报记者 江月
从前绣花只为自家用。去年春天，她带着徒弟

![](images/2.jpg)

石秀、云朵办起了绣坊，如今坊里有三十来人，绣品卖到了省城。
"""
NOTICED = """# 茶山采摘节开园
本报讯（记者 高山）4月2日，茶山采摘节在云岭镇开园，由云岭镇政府主办，县茶叶协会协办。
# 干部任前公示
经县委研究，现将拟任职干部有关情况公示如下：

石小满，男，1980年3月生，现任县科技局副局长，拟任正科级领导职务。

对公示对象有异议的，请于4月9日前向县委组织部反映，电话：0539—72****8。

“一早上就卖了两百斤。”村民云大娘在采摘节上支起了茶摊，茶山采摘节头一回请了帮手。
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


def test_a_block_between_empty_lines_is_an_advertisement() -> None:
    assert [line.plain[:4] for line in kept(BLOCK)] == ["茶农学剪", "本报讯（", "县医院开", "本报讯（"]


def test_clauses_below_a_picture_go_on_a_text_left_open_above() -> None:
    assert kept(PICTURED)[-1].plain.startswith("石秀、")


def test_nothing_goes_on_a_notice_that_has_ended() -> None:
    opened, notice = segment(page(NOTICED, stem="qingxi-2013-05-08", source="page.md", given=Given()))
    assert opened.text.endswith("请了帮手。")
    assert notice.text.endswith("72****8。")


def test_a_text_goes_on_below_a_lost_paper() -> None:
    raw = PICTURED.replace("![](images/2.jpg)", "遗失声明\n云岭镇李某遗失机动车行驶证，声明作废。").replace("\n\n", "\n")
    [article] = segment(page(raw, stem="qingxi-2013-05-08", source="page.md", given=Given()))
    assert article.text.endswith("卖到了省城。")


def test_sections_and_editors() -> None:
    assert kind("", "青溪新闻", 0, "", top=True) == "gap"
    assert kind("", "青溪新闻", 0, "", top=False) == "plain"
    assert kind("", "县区快讯", 0, "", top=True) == "plain"
    assert kind("", "主编程立编辑韩冰视觉余小鱼", 0, "", top=False) == "gap"


def test_a_notice_whose_heading_says_no_more() -> None:
    found = segment(page(NOTICE, stem="a", source="a.md", given=Given()))
    assert [article.title for article in found] == ["茶农学剪枝", "村里修渠"]


def test_a_caption_that_breaks_off_within_a_name() -> None:
    (found,) = segment(page(SPLIT, stem="a", source="a.md", given=Given()))
    assert found.text.endswith("剪枝。\n三十户茶农到场观看，副镇长高山主持。")
