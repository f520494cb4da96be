"""Areas, countries and bodies by their short and their official names; sentences."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.grammar.context import Context
from kg.grammar.names import canonical_organization, canonical_place
from kg.grammar.places import area_at, areas_in, find_area, find_country, level, parents
from kg.grammar.sentences import split
from kg.grammar.shortened import shortens
from kg.model import Article


def context(text: str = "", place: str = "荆门市") -> Context:
    """What is known of an article of a paper of ``place``."""
    return Context(Article(id="a", title="", text=text, place=place))


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("北京", "北京市"),
        ("临夏州", "临夏回族自治州"),
        ("积石山县", "积石山保安族东乡族撒拉族自治县"),
        ("内蒙古", "内蒙古自治区"),
    ],
)
def test_areas_of_china(written: str, name: str) -> None:
    assert canonical_place(written, context()) == name


def test_a_country_keeps_the_fullest_name_that_the_text_has() -> None:
    assert canonical_place("芬兰", context("芬兰共和国总统访华。芬兰是朋友。", "")) == "芬兰共和国"
    assert canonical_place("芬兰", context("芬兰总统访华。", "")) == "芬兰"
    assert find_country("南非共和国") is find_country("南非")


def test_areas_of_one_name_are_told_apart_by_their_neighbourhood() -> None:
    near = find_area("鼓楼区", "320000")
    far = find_area("鼓楼区", "350000")
    assert near
    assert far
    assert near.code.startswith("32")
    assert far.code.startswith("35")
    assert [area.name for area in parents(near)] == ["南京市", "江苏省"]
    assert level(near) == "县"


def test_areas_are_found_in_running_text() -> None:
    text = "从荆门市到沙洋县"
    assert [text[start:end] for start, end in areas_in(text)] == ["荆门市", "沙洋县"]
    assert area_at(text, 1) == 4


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("市委", "中共荆门市委员会"),
        ("市政府", "荆门市人民政府"),
        ("市人大常委会", "荆门市人民代表大会常务委员会"),
        ("市政协", "政协荆门市委员会"),
        ("省住建厅", "湖北省住房和城乡建设厅"),
        ("市委组织部", "中共荆门市委员会组织部"),
        ("沙洋县纪委", "中共沙洋县纪律检查委员会"),
        ("全国总工会", "中华全国总工会"),
        ("荆门高新区管委会", "荆门高新区管委会"),
    ],
)
def test_bodies(written: str, name: str) -> None:
    assert canonical_organization(written, context()) == name


def test_short_names() -> None:
    assert shortens("海蕴重工", "山东海蕴重工科技有限公司")
    assert not shortens("海洋重工", "山东海蕴重工科技有限公司")
    text = "江苏垛源渔业集团有限公司承办。"
    assert canonical_organization("垛源渔业", context(text)) == "江苏垛源渔业集团有限公司"


def test_sentences_end_with_their_quotes_and_titles_with_their_line() -> None:
    text = "标题\n甲说：“好。”乙走了。\n 丙"
    assert [text[start:end] for start, end in split(text)] == ["标题", "甲说：“好。”", "乙走了。", "丙"]


@given(st.text(alphabet="甲乙。！？”\n 、", max_size=40))
def test_sentences_cover_all_but_white_space_in_order(text: str) -> None:
    spans = split(text)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(first.end <= second.start for first, second in pairwise(spans))


def test_titles_of_documents_do_not_make_a_country_s_name_formal() -> None:
    text = "双方签署《芬兰共和国政府和中华人民共和国政府联合声明》。芬兰是朋友。"
    assert canonical_place("芬兰", context(text, "")) == "芬兰"
    assert canonical_place("印尼", context("印尼总统到访。", "")) == "印度尼西亚"
