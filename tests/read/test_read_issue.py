"""What a page says about its issue: date, paper, page number, place."""

from __future__ import annotations

import pytest

from kg.read import place
from kg.read.issue import dates, head_date, page_number, paper_name
from kg.read.pages import Given, page


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2023年10月24日 星期二", "2023-10-24"),
        ("2023 年 10 月 4 日", "2023-10-04"),
        ("2023.10.24", "2023-10-24"),
        ("A04 2025.1.9", "2025-01-09"),
        ("2023/10/24", "2023-10-24"),
        ("pages_20231024_A02", "2023-10-24"),
        ("2023_10_24", "2023-10-24"),
        ("二〇二三年十月二十四日", "2023-10-24"),
        ("二○二一年十一月三十日", "2021-11-30"),
        ("二〇二五年一月十日", "2025-01-10"),
        ("2023年13月24日", ""),
        ("2023年2月30日", ""),
        ("电话20231024001", ""),
    ],
)
def test_dates(written: str, iso: str) -> None:
    assert next(iter(dates(written)), "") == iso


def test_the_date_of_an_event_is_not_the_issue_s() -> None:
    assert head_date(["本报讯（记者 包小满）2020年5月1日，大桥通车。", "02 要闻 2024年5月8日"]) == "2024-05-08"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["榆林日报"], "榆林日报"),
        (["3 青峰晚报 综合新闻 2024年5月8日"], "青峰晚报"),
        (["滨海钢铁报 滨海钢铁集团有限公司主办"], "滨海钢铁报"),
        (["记者从气象部门获悉，预报显示有雨。"], ""),
        (["新闻日报道"], ""),
        (["两会公报"], ""),
    ],
)
def test_the_paper_s_name(lines: list[str], name: str) -> None:
    assert paper_name(lines) == name


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("A02 要闻 2023年11月14日 星期二", "A02"),
        ("03 综合新闻　2024年9月11日", "03"),
        ("榆林日报 综合新闻 2", "2"),
        ("2版 综合新闻 2024年8月27日", "2"),
        ("综合 2025年5月14日 02", "02"),
        ("2024年5月14日", ""),
    ],
)
def test_the_page_s_number(line: str, number: str) -> None:
    assert page_number([line]) == number


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("西宁晚报", "西宁市"),
        ("兴化日报", "兴化市"),
        ("南方日报", "广东省"),
        ("巴音郭楞日报", "巴音郭楞蒙古自治州"),
        ("钢铁工人报", ""),
    ],
)
def test_places_of_papers(name: str, where: str) -> None:
    assert place.of_paper(name) == where


TEXT = (
    "本报讯 昨日，市委书记到{place}郊区调研。{place}市农业局负责人介绍，{place}今年种粮三十万亩。市长召开会议。{more}"
)


def test_a_place_named_often_is_the_paper_s() -> None:
    assert place.of_text(TEXT.format(place="荆门", more="客人来自武汉。")) == "荆门市"


def test_the_rank_of_bare_offices_decides() -> None:
    text = "县委书记到场。县长讲话。安丘市、安丘市、安丘市、安丘市客商到平利县考察，平利县、平利县茶叶畅销。"
    assert place.of_text(text) == "平利县"


def test_two_places_named_as_often_leave_it_open() -> None:
    assert place.of_text("荆门市和宜昌市。荆门市与宜昌市。宜昌市同荆门市。") == ""


def made(raw: str, stem: str = "page", given: Given = Given()) -> tuple[str, str, str]:  # noqa: B008
    found = page(raw, stem=stem, source="x", given=given)
    return found.date, found.paper, found.place


def test_file_name_before_running_head_before_given() -> None:
    raw = "兴化日报 2024年4月23日 星期二\n\n正文。"
    assert made(raw, "2024-04-22", Given("2024-01-01", "泰州市")) == ("2024-04-22", "兴化日报", "兴化市")
    assert made(raw, given=Given("2024-01-01", "泰州市"))[0] == "2024-04-23"
    assert made("正文。", given=Given("2024-01-01", "泰州市")) == ("2024-01-01", "", "泰州市")


def test_an_imprint_names_the_place() -> None:
    assert made("青峰日报\n中共陕西省委主管主办\n\n正文。")[2] == "陕西省"


def test_a_file_name_tells_the_place_only_when_nothing_else_does() -> None:
    assert made("正文。", "荆门日报-2024-01-01")[2] == "荆门市"
    assert made("兴化日报 2024年4月23日\n\n正文。", "荆门日报-2024-01-01")[2] == "兴化市"


def test_a_section_runs_into_the_paper_s_name() -> None:
    assert paper_name(["综合新闻青峰晚报 2024年5月8日"]) == "青峰晚报"
    assert paper_name(["新闻晚报"]) == "新闻晚报"


def test_the_place_in_a_file_s_name() -> None:
    text = "02 要闻 2024年5月8日\n\n库尔勒市今日开通公交新线。\n"
    assert page(text, stem="kuerle-2024-05-08", source="a.md", given=Given()).place == "库尔勒市"
    assert place.of_letters("kuerle-2024-05-08", "某市今日开通公交新线。") == ""


def test_an_old_name_of_a_city_is_no_namesake() -> None:
    text = "嘉禾日报\n嘉兴市召开会议。嘉兴各县参加，嘉兴市市长讲话。"
    assert place.speaks_rather(text, "嘉兴市", "嘉禾县")
    assert place.speaks_rather("科尔沁日报", "通辽市", "科尔沁区")
    assert not place.speaks_rather("兴化日报", "泰州市", "兴化市")
