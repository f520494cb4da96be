"""What the texts of a line and of an article say for their belonging together; what says nothing is left out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import log1p
from typing import NamedTuple

from kg.segment.columns import NEAR
from kg.segment.looks import Look
from kg.segment.wordings import COMMON, shared
from kg.text import language, topics

ALIKE = (0.0, 0.15, 0.3, 0.45)  # how alike the subjects of a line and of an article are
LONG = 60.0  # characters by which the subject of a line is plain

ABOUT = (
    "lead", "lead pairs", "last", "last pairs", "rest", "rest pairs", "head", "head pairs", "alike head",
    *(f"alike over {edge}" for edge in ALIKE), "alike", "alike line",
    "topic", "other topic", "prefix", "no prefix", "item", "foreign item", "left list", "credit in list",
    "as wide torn", "other width torn", "narrow and wide torn", "as wide whole", "other width whole",
    "narrow and wide whole",
)  # fmt: skip
_LEAD, _HEAD, _LIKE, _TOPIC, _PREFIX, _ITEM, _TORN, _WHOLE = map(
    ABOUT.index, ("lead", "head", "alike over 0.0", "topic", "prefix", "item", "as wide torn", "as wide whole")
)

Part = tuple[int, Sequence[float]]  # of the numbers: where it begins, and what it is


class Tail(NamedTuple):
    """How an article stands."""

    open: bool  # its last line breaks off
    marks: str  # of quotations that are open
    bare: bool  # only its byline has come
    bullet: str
    last: int  # the step that added to it last
    lines: tuple[int, ...]


class Subjects:
    """The numbers for the lines of one page, in the order of :data:`ABOUT`."""

    def __init__(self, looks: list[Look], widths: Sequence[float]) -> None:
        """Prepare for all lines of a page; ``widths`` are those of the columns that keep their printed lines."""
        self.looks, self._widths = looks, widths
        flat = [line.flat for line in looks]
        self.page = "\n".join(flat)
        self._starts = [0, *accumulate(len(line) + 1 for line in flat)]
        self.triples = shared(flat, 3)
        self.pairs = shared(flat, 2)
        self._shared = [a.keys() | b.keys() for a, b in zip(self.triples, self.pairs, strict=True)]
        self._sure = [min(1.0, len(line) / LONG) for line in flat]
        self._products = topics.products(flat)
        self._sizes: dict[tuple[int, ...], float] = {}
        self._titled: dict[tuple[tuple[int, ...], int], Part] = {}
        self._topics: dict[str, frozenset[int]] = {}
        self._begun: dict[int, list[tuple[frozenset[int], float]]] = {}

    def about(self, tail: Tail | None, head: tuple[int, ...], number: int) -> list[Part]:
        """What speaks for giving a line to an article with the title ``head``."""
        line, lines = self.looks[number], (*head, *tail.lines) if tail else head
        found = [self._alike(lines, number), self._wording(tail, lines, number)]
        if head:
            found.append(self._title(head, number))
        if line.topics:
            spoken = [not self._lines_with(word).isdisjoint(lines) for word in line.topics]
            found.append((_TOPIC, (any(spoken), not all(spoken))))
        if tail:
            if not self._shared[number].isdisjoint(tail.lines):
                found.append(self._subject(tail.lines, number))
            if tail.bullet or line.kind == "item":
                found.append(_listed(tail, line))
            if not tail.bare and (self._widths[number] or self._widths[tail.lines[-1]]):
                found.append(self._column(tail, number))
        return found

    def _subject(self, lines: tuple[int, ...], number: int) -> Part:
        """The rare wording that a line has in common with the first line, the last line, and the others."""
        parts = (lines[:1], lines[1:][-1:], lines[1:-1])
        return _LEAD, [self._common(part, with_[number]) for part in parts for with_ in (self.triples, self.pairs)]

    def _common(self, lines: tuple[int, ...], with_: dict[int, float]) -> float:
        return log1p(sum([with_[i] for i in lines if i in with_])) if lines else 0.0

    def _title(self, head: tuple[int, ...], number: int) -> Part:
        """How much a line has in common with a title."""
        if (head, number) not in self._titled:
            wording = [self._common(head, with_[number]) for with_ in (self.triples, self.pairs)]
            self._titled[head, number] = _HEAD, (*wording, self._sure[number] * self._cosine(head, number))
        return self._titled[head, number]

    def _alike(self, lines: tuple[int, ...], number: int) -> Part:
        """How alike the subjects of a line and of an article are, whose title and other lines are known."""
        alike, sure = self._cosine(lines, number), self._sure[number]
        return _LIKE, (*[sure if alike > edge else 0.0 for edge in ALIKE], sure * alike, alike)

    def _cosine(self, lines: tuple[int, ...], number: int) -> float:
        mine = self._products[number]
        if not lines or not mine[number]:
            return 0.0
        size = self._size(lines)
        return sum(map(mine.__getitem__, lines)) / (size * mine[number]) ** 0.5 if size > 0 else 0.0

    def _size(self, lines: tuple[int, ...]) -> float:
        """The square of the length of the sum of lines; an article grows by a line at a time."""
        size = self._sizes.get(lines)
        if size is None:
            before, mine = lines[:-1], self._products[lines[-1]]
            size = mine[lines[-1]]
            if before:
                size += self._size(before) + 2 * sum(map(mine.__getitem__, before))
            self._sizes[lines] = size
        return size

    def _wording(self, tail: Tail | None, lines: tuple[int, ...], number: int) -> Part:
        """Whether an article has, in its title or its other ``lines``, the characters that a line begins with."""
        if tail is not None and tail.open and self.looks[number].starts < 1:
            return _PREFIX, ()
        for where, telling in self._prefixes(number):
            if not where.isdisjoint(lines):
                return _PREFIX, (telling, not telling)
        return _PREFIX, (0.0, 1.0)

    def _lines_with(self, word: str) -> frozenset[int]:
        """The lines that speak of a kind of event."""
        if word not in self._topics:
            said = re.compile(word).search
            self._topics[word] = frozenset([i for i, line in enumerate(self.looks) if said(line.plain)])
        return self._topics[word]

    def _prefixes(self, number: int) -> list[tuple[frozenset[int], float]]:
        """Which lines have the first four, three and two characters of a line, and how telling these are."""
        if number not in self._begun:
            prefixes = [(size, self.looks[number].flat[:size]) for size in sorted(COMMON, reverse=True)]
            self._begun[number] = [(self._lines_of(p), max(0.0, COMMON[n] - language.count(p))) for n, p in prefixes]
        return self._begun[number]

    def _lines_of(self, characters: str) -> frozenset[int]:
        """The lines that have some characters in a row."""
        found, at = [], self.page.find(characters)
        while at >= 0:
            line = bisect_right(self._starts, at)
            found.append(line - 1)
            at = self.page.find(characters, self._starts[line])
        return frozenset(found)

    def _column(self, tail: Tail, number: int) -> Part:
        """Whether a line is set as wide as the last one of an article."""
        mine, other = self._widths[number], self._widths[tail.lines[-1]]
        both = mine > 0 and other > 0
        same = both and abs(mine - other) <= NEAR
        return _TORN if tail.open else _WHOLE, (same, both and not same, (mine > 0) != (other > 0))


def _listed(tail: Tail, line: Look) -> Part:
    """List marks within and outside of their lists."""
    item, listed = line.kind == "item", bool(tail.bullet)
    same = item and tail.bullet == line.plain[0]
    left = listed and not item and not tail.open
    return _ITEM, (same, item and not same and not tail.bare, left, listed and line.credited)
