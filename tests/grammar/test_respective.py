"""Offices that go to two parties in order, short names of firms before an office, and parts that are no offices."""

from __future__ import annotations

import pytest

from kg.grammar.offices import read_offices
from kg.grammar.sentences import split
from kg.model import Article


def held(text: str) -> set[tuple[str | None, ...]]:
    """Holder, office and body of each office of a text."""
    article = Article(id="x", date="2021-03-04", title="", text=text)
    frames = read_offices(article, split(article.full)).frames
    parts = [{a.role: a.name for a in frame.arguments} for frame in frames]
    return {(part["A0"], part["A1"], part.get("IN")) for part in parts}


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "●临江市第二医院与青河市中医医院签署帮扶协议，院长葛大林、副院长骆小冰分别代表两院签字。",
            ("葛大林", "临江市第二医院院长", "临江市第二医院"),
            ("骆小冰", "青河市中医医院副院长", "青河市中医医院"),
        ),
        (
            "青河镇同白山镇缔结友好乡镇，两镇镇长罗国强、郑海平在协议上签字。",
            ("罗国强", "青河镇镇长", "青河镇"),
            ("郑海平", "白山镇镇长", "白山镇"),
        ),
        (
            "丰源文旅有限公司与长河教育集团5月8日签订合同，总经理冉小松、副总裁尚明亮分别代表双方签字。",
            ("冉小松", "丰源文旅有限公司总经理", "丰源文旅有限公司"),
            ("尚明亮", "长河教育集团副总裁", "长河教育集团"),
        ),
    ],
)
def test_two_offices_of_two_parties(text: str, first: tuple[str, ...], second: tuple[str, ...]) -> None:
    assert {first, second} <= held(text)


@pytest.mark.parametrize(
    "text",
    [
        "平阳福满园食品有限公司与京都商贸公司签订合同，福满园总经理周凤枝签字。",
        "周小军、福满园食品总经理周凤枝到场。平阳福满园食品有限公司是老企业。",
    ],
)
def test_a_short_name_of_a_firm_is_nobody(text: str) -> None:
    assert ("周凤枝", "平阳福满园食品有限公司总经理", "平阳福满园食品有限公司") in held(text)
    assert not any(who == "福满园" for who, _, _ in held(text))


@pytest.mark.parametrize(
    "text", ["办案民警周志斌介绍了案情。", "论坛主持人李明月作了点评。", "听证会主持人由周大海担任。"]
)
def test_parts_for_the_moment_are_no_offices(text: str) -> None:
    assert not held(text)


@pytest.mark.parametrize(
    ("text", "office", "body"),
    [
        ("剪纸技艺传承人周桂芝讲了话。", "剪纸技艺传承人", None),
        ("副区长石大凯担任演练总指挥。", "演练总指挥", None),
        ("聘请农业大学教授裴文元为朝阳区防汛技术顾问。", "朝阳区防汛技术顾问", "朝阳区"),
    ],
)
def test_fields_and_panels_are_no_bodies(text: str, office: str, body: str | None) -> None:
    assert any(name == office and within == body for _, name, within in held(text))


def test_a_place_begins_a_school_behind_a_list_of_names() -> None:
    found = held("北原大学体育学院院长丁一航、西安体育学院教授戴安平作发言。")
    assert ("戴安平", "西安体育学院教授", "西安体育学院") in found


@pytest.mark.parametrize(
    ("text", "name"),
    [("派出所副所长耿小直带民警赶到。", "耿小直"), ("村党支部书记邱永和握着他的手。", "邱永和")],
)
def test_verbs_end_names(text: str, name: str) -> None:
    assert {who for who, _, _ in held(text)} == {name}
