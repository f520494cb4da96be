"""Columns whose printed lines a page keeps."""

from __future__ import annotations

from kg.read.pages import Given, page
from kg.segment import segment
from kg.segment.columns import short
from kg.segment.lines import Line, lines
from kg.segment.patterns import unfilled
from kg.segment.respelled import respelled
from kg.text import whole

PAGE = """青溪晚报
2013年5月8日 星期三 要闻 A02

雨后茶山采摘忙
青溪县茶叶节开幕
本报讯（记者 高山）5月6日上午，第四
届青溪茶叶节在云岭镇开幕。县委书记江
月出席开幕式并致辞，县长白杨宣布茶叶
节开幕。来自五省的三百名茶商参加活动。
茶叶节由县人民政府主办，县农业局承
办，为期五天。节会期间将举办斗茶大赛

城东小学添新楼
本报讯（记者 石小满）昨日，城东
小学新教学楼落成。副县长柳青为教
学楼揭牌，校长何苗介绍了建设情况。
新楼有二十四间教室，投资八百万
元，可容纳一千名学生。

和茶艺表演，并签订一批购销合同。
"""

SLIM = """青溪晚报
2013年5月8日 星期三 要闻 A02

春茶卖出好价钱
本报讯（记者 石
小满）昨日，云岭
镇茶厂与三家茶企
签订收购合同，镇
长白杨代表茶农签

县图书馆新馆开馆
本报讯（通讯员 柳青）
5月7日，县图书馆新馆
在城东开馆。副县长高
山为新馆揭牌，馆长江
月介绍藏书情况。新馆
字。茶厂厂长何苗
说，今年春茶产量
比去年多两成，茶
农每亩增收八百元。
藏书二十万册，设有少
儿阅览室和古籍书库，
每天开放十二个小时。
"""


def made(raw: str) -> list[Line]:
    return lines(page(raw, stem="qingxi-2013-05-08", source="page.txt", given=Given()))


def test_printed_lines_become_paragraphs() -> None:
    found = [line.plain for line in made(PAGE) if line.kind != "gap"]
    assert "雨后茶山采摘忙" in found and "青溪县茶叶节开幕" in found
    assert any(text.endswith("县长白杨宣布茶叶节开幕。来自五省的三百名茶商参加活动。") for text in found)
    assert any(text.startswith("新楼有二十四间教室") and text.endswith("一千名学生。") for text in found)


def test_columns_of_different_width_go_on() -> None:
    tea, school = segment(page(PAGE, stem="qingxi-2013-05-08", source="page.txt", given=Given()))
    assert tea.title == "雨后茶山采摘忙 青溪县茶叶节开幕"
    assert tea.text.endswith("斗茶大赛和茶艺表演，并签订一批购销合同。")
    assert school.text.endswith("可容纳一千名学生。")


def test_narrow_columns_read_across_each_other_go_on() -> None:
    tea, library = segment(page(SLIM, stem="qingxi-2013-05-08", source="page.txt", given=Given()))
    assert "镇长白杨代表茶农签字。茶厂厂长何苗说，" in tea.text and tea.text.endswith("茶农每亩增收八百元。")
    assert "新馆藏书二十万册，" in library.text and library.text.endswith("每天开放十二个小时。")


def test_a_lead_goes_on_below_the_names_of_its_writers() -> None:
    assert any(line.plain.startswith("本报讯（记者石小满）昨日，云岭镇茶厂") for line in made(SLIM))
    assert any(line.plain.startswith("本报讯（通讯员柳青）5月7日，县图书馆") for line in made(SLIM))
    assert unfilled("本报讯（记者石小满）", "lead") and unfilled("本报讯(记者 石", "lead")
    assert not unfilled("本报讯（记者石小满）昨日，", "lead") and not unfilled("会议通过决定（草案）", "body")


def test_an_indented_line_fills_its_column() -> None:
    line = made(SLIM)[-1]._replace(plain="今年以来，全县茶", width=10.0)
    assert short(line) and not short(line, first=True)
    assert short(line._replace(plain="签约。"), first=True)


def test_pages_of_paragraphs_have_no_columns() -> None:
    found = made("# 标题\n\n本报讯（记者 高山）今日，县里召开会议。\n\n会议要求抓好春耕。\n")
    assert all(not line.width for line in found)


def test_places_around_the_paper_are_put_right() -> None:
    assert respelled(whole("秦新县和靖安县负责人参加"), "宜春市").text == "奉新县和靖安县负责人参加"
    assert respelled(whole("秦新县负责人参加"), "").text == "秦新县负责人参加"
    assert respelled(whole("全省各县和市区都有"), "宜春市").text == "全省各县和市区都有"


def test_a_caption_and_its_author_on_two_lines() -> None:
    found = made(PAGE + "\n评委在品茶。\n本报记者 高山 摄\n")
    assert [line.kind for line in found[-2:]] == ["gap", "gap"]
