"""What is looked at of a line: quotations that it leaves open, kinds of events that it speaks of."""

from __future__ import annotations

import re

import pytest

from kg.read.pages import Given, page
from kg.segment.lines import lines
from kg.segment.looks import left_open, look


@pytest.mark.parametrize(
    ("marks", "before", "opened"),
    [("", "", ""), ("“”", "", ""), ("“《》", "", "“"), ("》", "“《", "“"), ("”", "“《", ""), ("》", "", ""), ("（", "“", "“（")],
)
def test_quotations_left_open(marks: str, before: str, opened: str) -> None:
    assert left_open(marks, before) == opened


MEETING = "5月6日，市委常委会召开会议，分析一季度工作。"
RACE = "5月7日，青溪龙舟赛在云岭湖收桨，云岭队夺得冠军。"
DEAL = "5月8日，青溪县与东湖大学签署了合作协议。"
COURT = "日前，青溪县法院判处一名司机拘役三个月。"


@pytest.mark.parametrize(
    ("later", "told"),
    [
        ("会前，大家还一同读了新印的资料，并作了交流。", MEETING),
        ("与会人员分组作了发言，谈了各自的想法。", MEETING),
        ("选手们说，这里的水真清，明年还要来看一看。", RACE),
        ("赛后，不少人留下来买土产，逛了半天集市。", RACE),
        ("签约前，双方看了县里的三家工厂和一所学校。", DEAL),
        ("宣判后，法官给在场的人讲了一个多小时的课。", COURT),
    ],
)
def test_how_a_line_begins_tells_what_its_article_is_about(later: str, told: str) -> None:
    [line] = lines(page(later, stem="p", source="p.md", given=Given()))
    about = look(line, set()).topics
    assert [it for it in (MEETING, RACE, DEAL, COURT) if any(re.search(word, it) for word in about)] == [told]
