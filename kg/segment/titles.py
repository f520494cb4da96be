"""Kicker, headline and deck into one title."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.segment.lines import Line
from kg.segment.patterns import ITEM
from kg.text import Mapped, begins, concat, join, language, repair

TAKES_OBJECT = re.compile(r"(?:会见|签署|签订|出席|主持|与|和|同|及|暨|的|于|向|把|将|对|赴|关于)$")
SUBJECT = re.compile(
    "(?:委员会|常委会|人大|政协|政府|[省市县区州盟旗]委|学院|大学|医院|法院|检察院|研究院|集团|公司|协会|学会|商会|中心|局|厅|代表团|考察团"
    "|论坛|博览会|交易会|展销会|推介会|洽谈会|大会|年会|峰会|大赛|联赛|锦标赛|公开赛|挑战赛|邀请赛|马拉松|运动会|文化节|旅游节|艺术节)$"
)  # what a headline speaks of, before what happens
PREDICATE = re.compile(
    "召开|举行|举办|开幕|闭幕|启动|启幕|落幕|开赛|签约|签订|签署|签下|调研|考察|会见|揭牌|开班|主持|出席|参加|参观|走进|走访|来到|亮相"
    "|通过|任命|决定|部署|研究|审议|助力|推动|推进|打造|建设|来[我到]|[在到赴给让把被用有是向为与对迎办进上要]"
)
HELD = re.compile(r"(?:召开|举行|市政府|省政府|县政府|常委会|党组|委员会)$")
INNER, PHRASE = -4.5, -6.5  # log odds; nothing begins with what begins less likely; phrases of four characters may
NUMBERED = re.compile(r"第[一二三四五六七八九十百\d]+次")


def title(lines: list[Line]) -> Mapped:
    """The lines of a title in order, joined by spaces, a headline broken over two lines without one."""
    parts: list[Mapped | str] = []
    for i, line in enumerate(lines):
        if i:
            parts.append("" if _broken(lines[i - 1], line) else " ")
        text = _unmarked(line) if i == 0 else line.text
        parts.append(repair(text, _gaps(text.text)))
    return concat(parts)


def _unmarked(line: Line) -> Mapped:
    """A title's first line without the mark that its column puts before each item."""
    text = line.text
    return text.cut(1, len(text.text)).strip() if len(line.plain) > 1 and ITEM.match(line.plain) else text


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
    return before.level == line.level and _half(left, right, before.level)


def _half(left: str, right: str, level: int) -> bool:
    """Whether a line of a headline says only half of it, and the next one, in the same type, the other."""
    least = PHRASE if len(right) == 4 else INNER
    if (SUBJECT.search(left) and not PREDICATE.search(left)) or begins.odds(language.plain(right)) < least:
        return True
    return len(left) != len(right) and (level in (1, 2) or (level in range(3, 7) and join(left, right) >= 4))
