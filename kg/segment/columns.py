"""Columns whose printed lines a page keeps: how wide they are, and which of their lines make one stretch of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from kg.segment.patterns import closed, unfilled
from kg.segment.setting import Spaced
from kg.text import breaks, language

NARROWEST, WIDEST = 5.5, 32.0  # characters; lines of more are paragraphs that were put together
NEAR = 1.5  # characters by which lines of one column differ, as punctuation and digits fill them
INDENT = 4.0  # characters by which a paragraph's first line is shorter, for its indent and the blanks of a byline
LEAST = 5  # lines of a page that are as wide; headlines of the same length are fewer
BOND = -1.0  # log odds that a line goes on; less may part two columns
SURE = 1.0  # log odds from which on a short line is the end of a piece rather than a headline
SCALE, EVEN = 0.24, 0.3  # of what two models say about a break, and where that is even
HEADLINES = 4  # lines of a headline, at most
HANGING = tuple("，。、；：！？”’）》")
HALF = "0123456789.,:;()%"


class Printed(Spaced, Protocol):
    """A line of a column."""

    @property
    def width(self) -> float:
        """Of its column."""


def size(plain: str) -> float:
    """How wide a line is printed, in Chinese characters.

    Digits are set half as wide, or wide; a mark at the end may stand beyond the column's edge.
    """
    return len(plain) - sum(map(plain.count, HALF)) / 4 - (plain[-1:] in HANGING) / 2


def widths(lines: Sequence[Printed]) -> list[float]:
    """Of each line, how wide its column is; 0 for paragraphs, headlines, and what stands alone."""
    found = [0.0] * len(lines)
    sizes = [size(line.plain) if line.kind != "gap" and len(line.plain) <= 2 * WIDEST else 0.0 for line in lines]
    rounded = Counter(map(round, sizes))
    common = {n for n in rounded if NARROWEST <= n <= WIDEST and sum(rounded[n + d] for d in (-1, 0, 1)) >= LEAST}
    if not common:
        return found
    below = [i for i in range(1, len(lines)) if not lines[i].apart]
    for i in below:
        if round(sizes[i]) in common and abs(sizes[i] - sizes[i - 1]) <= NEAR:
            found[i - 1] = found[i - 1] or sizes[i - 1]
            found[i] = sizes[i]
    for i in below:
        if not found[i] and 0 < sizes[i] < found[i - 1]:
            found[i] = found[i - 1]  # the last line of a paragraph
    for i in reversed(below):
        short = not found[i - 1] and found[i] > sizes[i - 1] >= found[i] - INDENT
        if short and not closed(lines[i - 1].plain):
            found[i - 1] = found[i]  # the first one
    return found


def short(line: Printed, *, first: bool = False) -> bool:
    """Whether a line does not fill its column, so that a paragraph or a piece of one ends with it.

    The first line of a paragraph is shorter by its indent; digits may be set wide.
    """
    room = INDENT if first and not closed(line.plain) else NEAR
    return len(line.plain) < line.width - room


def seam(before: Printed, line: Printed) -> bool:
    """Whether two lines are of columns of different width, or one of none."""
    return abs(before.width - line.width) > NEAR


def stretches(lines: Sequence[Printed], widths: Sequence[float]) -> list[range]:
    """Lines in groups: those of a column that go on within a sentence are one."""
    found: list[range] = []
    for i in range(len(lines)):
        if i and _go_on(lines, widths, i) and not _above_text(lines, found[-1], i):
            found[-1] = range(found[-1].start, i + 1)
        else:
            found.append(range(i, i + 1))
    return found


def _go_on(lines: Sequence[Printed], widths: Sequence[float], i: int) -> bool:
    """Whether a line goes on the sentence of the line above it in its column."""
    before, line = lines[i - 1], lines[i]
    if line.apart or not widths[i] or abs(widths[i] - widths[i - 1]) > NEAR:
        return False
    if before.level or line.level or line.kind not in ("plain", "body") or before.kind in ("gap", "title", "byline"):
        return False
    if unfilled(before.plain, before.kind):
        return True
    if closed(before.plain) or size(before.plain) < widths[i - 1] - INDENT:
        return False
    full = len(line.plain) >= widths[i] - NEAR or closed(line.plain)
    return bond(before.plain, line.plain) > (BOND if full else SURE)


def bond(left: str, right: str) -> float:
    """The log odds that a line goes on another, where as many do as do not."""
    left, right = language.plain(left), language.plain(right)
    return SCALE * (breaks.odds(left, right) + language.goes_on(left, right)) + EVEN


def _above_text(lines: Sequence[Printed], group: range, i: int) -> bool:
    """Whether lines between an empty one and a lead are a headline."""
    first = next((j for j in range(group.start, max(-1, i - HEADLINES), -1) if lines[j].apart), -1)
    if first < 0 or any(line.kind not in ("plain", "body") for line in lines[first:i]):
        return False
    after = next((line.kind for line in lines[i : i + HEADLINES] if line.kind not in ("plain", "body")), "")
    return after in ("lead", "byline", "item")
