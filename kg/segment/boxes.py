"""Boxes within columns and lines below pictures: which lines are an advertisement's, and which are no captions.

A scanner reads a box where it stands, in the middle of a sentence too: 副县长秦 / 国庆门诊安排 / 咨询电话… / 岭陪同.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.segment.patterns import WRITER, closed
from kg.segment.setting import Set, Spaced
from kg.text import begins, breaks, language

TEXT = ("lead", "item", "body")
SHORT = 30  # characters of a line in a box
MOST = 8  # lines of a box
LEAST = 3  # lines of a box between empty lines
SHOT = ("摄", "摄)", "摄）")
NAME = 4  # characters of what is left of who took a picture
NAMED = re.compile(rf"{WRITER}[\u4e00-\u9fff·]{{0,2}}$")
SURE = 4.0  # log odds that the text goes on below the box rather than in it
INNER = -5.0  # log odds; no caption begins with what begins less likely
KICKER = 22  # characters
COMMA = re.compile("[,，]")
LABEL = re.compile("(?:重要|紧急|温馨|友情|便民)?(?:通知|通告|公告|启事|告示|提示|提醒|声明|预告|信息)")
CAPTION = -1  # level of a line that is taken for a caption because it stands below a picture


def boxed(lines: Sequence[Set]) -> set[int]:
    """The short lines that a box holds beside one that is plainly an advertisement, where a sentence goes on below."""
    found: set[int] = set()
    for start, end in _runs(lines):
        inner = [i for i in range(start, end) if lines[i].kind == "plain"]
        before, after = lines[start - 1].plain, lines[end].plain
        whole = closed(before) or len(inner) == end - start or not inner
        if not whole and _joined(before, after) - _joined(before, lines[inner[0]].plain) > SURE:
            found.update(inner)
    return found | set(_signed(lines)) | set(_labels(lines))


def blocks(lines: Sequence[Spaced]) -> Iterator[int]:
    """The short lines of a block between empty lines, a third of which are plainly an advertisement's."""
    start = next((i for i, line in enumerate(lines) if line.kind in TEXT), len(lines))
    for end in [*(i for i in range(start + 1, len(lines)) if lines[i].apart), len(lines)]:
        block = lines[start:end]
        sure = sum(line.kind == "gap" and line.level != CAPTION and bool(line.plain) for line in block)
        if LEAST <= len(block) <= 3 * sure and all(map(_may_be_boxed, block)):
            yield from range(start, end)
        start = end


def captions(lines: Sequence[Spaced]) -> Iterator[int]:
    """The lines that break off within who took a picture: 代表在签约仪式上。 本报记者 石 / 磊 摄."""
    for i in range(1, len(lines)):
        before, line = lines[i - 1], lines[i]
        rest = line.kind == "gap" and not line.apart and line.plain.endswith(SHOT) and len(line.plain) <= NAME
        torn = before.kind in ("plain", "body") and len(before.plain) <= SHORT
        if rest and torn and NAMED.search(before.plain):
            yield i - 1


def notices(lines: Sequence[Spaced]) -> Iterator[int]:
    """The lines below a heading that says no more than that it is a notice, where one of them is furniture."""
    for i, line in enumerate(lines):
        if LABEL.fullmatch(line.plain):
            end = next((j for j in range(i + 1, len(lines)) if lines[j].apart), len(lines))
            inner = lines[i + 1 : end]
            sure = any(it.kind == "gap" and it.plain and it.level != CAPTION for it in inner)
            if sure and len(inner) <= MOST and all(map(_may_be_boxed, inner)):
                yield from range(i, end)


def _may_be_boxed(line: Set) -> bool:
    brief = len(line.plain) <= SHORT and "。" not in line.plain
    return line.kind == "gap" or (line.kind in ("plain", "body") and brief)


def _labels(lines: Sequence[Set]) -> Iterator[int]:
    """The headings right above furniture that say no more than that it is a notice."""
    for i in range(len(lines) - 1):
        below = lines[i + 1]
        if below.kind == "gap" and below.plain and below.level != CAPTION and LABEL.fullmatch(lines[i].plain):
            yield i


def _signed(lines: Sequence[Set]) -> Iterator[int]:
    """The short lines between the first line of a public advertisement and the office that signs it."""
    for end, line in enumerate(lines):
        if line.kind == "gap" and line.plain.endswith("宣"):
            start = next((i for i in range(end - 1, max(-1, end - MOST), -1) if lines[i].kind != "plain"), end)
            if lines[start].kind == "gap" and lines[start].plain:
                yield from range(start + 1, end)


def _runs(lines: Sequence[Set]) -> Iterator[tuple[int, int]]:
    """Where short lines and furniture stand between two lines of text."""
    start = 0
    for i, line in enumerate(lines):
        short = len(line.plain) <= SHORT and line.level == 0
        if (line.kind == "gap" and line.plain) or (line.kind == "plain" and short):
            continue
        if 0 < start < i <= start + MOST and lines[start - 1].kind in TEXT and line.kind == "body":
            yield start, i
        start = i + 1


def kickers(lines: Sequence[Set]) -> Iterator[int]:
    """Lines taken for captions that stand right above a heading and are rather the first line of it."""
    for i in range(len(lines) - 1):
        shown = lines[i].kind == "gap" and lines[i].level == CAPTION
        if shown and lines[i + 1].kind == "title" and _may_be_kicker(lines[i].plain):
            yield i


def _may_be_kicker(plain: str) -> bool:
    return len(plain) <= KICKER and not closed(plain) and not set(plain) & set("，,（(")


def begins_within(plain: str) -> bool:
    """Whether a line begins in the middle of a sentence, which no caption does."""
    return bool(COMMA.search(plain)) and begins.odds(language.plain(plain)) < INNER


def _joined(left: str, right: str) -> float:
    """The log odds that a line goes on another one rather than begins a sentence."""
    left, right = language.plain(left), language.plain(right)
    return breaks.odds(left, right) - begins.odds(right)
