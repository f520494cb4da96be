"""Which text goes on where another breaks off."""

from __future__ import annotations

import pytest

from kg.text import begins
from kg.text.breaks import odds
from kg.text.language import SLOTS, goes_on, packed, plain, starts, unpacked
from kg.text.topics import products


@pytest.mark.parametrize(
    ("left", "right", "other"),
    [
        ("推动乡村全面振", "兴，带动农民增收", "会上，双方签署协议"),
        ("会议强调，要坚持以人民为中", "心的发展思想", "市民在公园里散步"),
    ],
)
def test_what_goes_on(left: str, right: str, other: str) -> None:
    assert goes_on(plain(left), plain(right)) > goes_on(plain(left), plain(other))
    assert odds(plain(left), plain(right)) > odds(plain(left), plain(other))


def test_a_name_broken_in_two() -> None:
    left = plain("县农业农村局局长高")
    assert odds(left, plain("山先后致辞")) > odds(left, plain("据了解，项目总投资"))


def test_a_table_is_unpacked_as_it_was_packed() -> None:
    table = bytearray(SLOTS)
    table[0], table[70_000], table[-1] = 3, 255, 1
    assert unpacked(packed(table)) == table
    assert not any(unpacked(packed(bytearray(SLOTS))))


def test_what_starts() -> None:
    assert starts(plain("会议指出，今年")) > 0 > starts(plain("兴，带动农民"))


@pytest.mark.parametrize("line", ["会议指出，今年前三季度", "据介绍，近年来", "当天下午，代表团一行"])
def test_what_a_sentence_begins_with(line: str) -> None:
    assert begins.odds(plain(line)) > 1


@pytest.mark.parametrize("line", ["议。市领导高山出席", "限公司、青峰集团签订", "兴，带动农民增收"])
def test_what_no_sentence_begins_with(line: str) -> None:
    assert begins.odds(plain(line)) < -1


def test_what_texts_are_about() -> None:
    race = "马拉松比赛鸣枪，选手冲过终点，夺得男子组冠军"
    line, same, other = 0, 1, 2
    about = products(["裁判宣布比赛成绩，女子选手获得亚军", race, "常委会会议审议条例草案，表决任免事项"])
    assert about[line][same] / about[same][same] ** 0.5 > about[line][other] / about[other][other] ** 0.5
