"""Kicker, headline and deck into one title."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.segment.lines import Line
from kg.text import Mapped, concat, join, repair

TAKES_OBJECT = re.compile(r"(?:会见|签署|签订|出席|主持|与|和|同|及|暨|的|于|向|把|将|对|赴|关于)$")
HELD = re.compile(r"(?:召开|举行|市政府|省政府|县政府|常委会|党组|委员会)$")
NUMBERED = re.compile(r"第[一二三四五六七八九十百\d]+次")


def title(lines: list[Line]) -> Mapped:
    """The lines of a title in order, joined by spaces, a headline broken over two lines without one."""
    parts: list[Mapped | str] = []
    for i, line in enumerate(lines):
        if i:
            parts.append("" if _broken(lines[i - 1], line) else " ")
        parts.append(repair(line.text, _gaps(line.text.text)))
    return concat(parts)


def _gaps(text: str) -> list[int]:
    """Where white space parts clauses: both sides have two characters or more that do not go together."""
    found = []
    runs = list(re.finditer(r"\S+", text))
    for left, right in pairwise(runs):
        short = min(len(left[0]), len(right[0]))
        if short > 2 or (short == 2 and join(left[0], right[0]) < 4) or (short == 1 and left[0][-1].isascii()):
            found.append(left.end())
    return found


def _broken(before: Line, line: Line) -> bool:
    """Whether a headline goes on in the next line."""
    left, right = before.plain, line.plain
    if line.within:
        return True
    if re.search(r"[！？!?”》】]$", left) or " " in before.text.text.strip():
        return False
    if TAKES_OBJECT.search(left) or (HELD.search(left) and NUMBERED.match(right)):
        return True
    if before.level != line.level or len(left) == len(right):
        return False
    return before.level in (1, 2) or (before.level in range(3, 7) and join(left, right) >= 4)
