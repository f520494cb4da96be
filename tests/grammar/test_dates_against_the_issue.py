"""Dates in the text, resolved against the issue's date."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.grammar.dates import DateReader, extend, lasting, number

CASES = [
    ("23日下午在会议室", "2023-10-24", ["2023-10-23"]),
    ("今天（9月4日）上午", "2023-09-04", ["2023-09-04"]),
    ("10月21日至22日", "2023-10-24", ["2023-10-21/2023-10-22"]),
    ("8—10日", "2024-03-11", ["2024-03-08/2024-03-10"]),
    ("12月28日", "2025-01-03", ["2024-12-28"]),
    ("30日", "2025-03-02", []),
    ("28日", "2025-03-02", ["2025-02-28"]),
    ("将于3日举行", "2025-02-16", ["2025-03-03"]),
    ("上周五", "2024-09-11", ["2024-09-06"]),
    ("昨日上午9时", "2025-01-09", ["2025-01-08"]),
    ("前天下午", "2024-04-23", ["2024-04-21"]),
    ("三月五日", "2024-03-06", ["2024-03-05"]),
    ("计划10月在迁安开班", "2024-08-27", ["2024-10"]),
    ("去年峰会", "2024-04-17", ["2023"]),
    ("7月12日下午开会，当晚会见", "2023-07-12", ["2023-07-12", "2023-07-12"]),
    ("新华社北京10月23日电", "2023-10-24", []),
    ("9月25号", "2024-06-25", ["2024-09-25"]),
    ("3号楼、5日内、为期3天", "2024-06-25", []),
    ("2月30日", "2024-06-25", []),
    ("6月2日、3日", "2024-06-05", ["2024-06-02/2024-06-03"]),
    ("6月2日、8日", "2024-06-15", ["2024-06-02"]),
    ("将于本月26日", "2024-11-23", ["2024-11-26"]),
    ("上月30日开工", "2024-01-05", ["2023-12-30"]),
    ("定于下月在港区举行", "2024-12-05", ["2025-01"]),
]


@pytest.mark.parametrize(("text", "issue", "expected"), CASES)
def test_dates(text: str, issue: str, expected: list[str]) -> None:
    assert [when.iso for when in DateReader(issue).read(text)] == expected


def test_without_an_issue_there_are_no_dates() -> None:
    assert list(DateReader("").read("23日下午")) == []


@pytest.mark.parametrize(
    ("text", "value"), [("二十三", 23), ("十", 10), ("三十", 30), ("12", 12), ("二〇二四", 2024), ("两", 2)]
)
def test_numbers(text: str, value: int) -> None:
    assert number(text) == value


def test_days_that_something_lasts() -> None:
    assert lasting("为期三天的论坛") == 3
    assert lasting("论坛开幕") == 0
    assert extend("2024-02-28", 3) == "2024-02-28/2024-03-01"


@given(st.text(alphabet="0123456789一二十月日号年至到-今昨上周五（）将于 ", max_size=30))
def test_any_text_is_read_without_error_and_in_order(text: str) -> None:
    found = list(DateReader("2024-06-15").read(text))
    assert all(0 <= w.start < w.end <= len(text) for w in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
