"""What speaks for and against a line's going on an article, as numbers that :mod:`kg.segment.flow` weighs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import log1p
from typing import NamedTuple

from kg.segment.columns import NEAR
from kg.segment.lines import Line
from kg.segment.looks import BEGUN, Look, look
from kg.segment.wordings import COMMON, shared
from kg.text import breaks, language, topics

SIZES = (2, 3, 4)

FLOWS = (-8, -4, -2, 0, 2, 4, 7, 10)  # bits at which a likelihood says something else
ODDS = (-4, -2, -1, 0, 1, 2, 4)  # log odds
LENGTHS = (60, 120, 200, 300, 450, 650)  # characters
BEGINNINGS = (-4, -2, 0, 2, 4, 6)
FIRST = (-4, -2, -1, 0, 1, 2, 4)  # log odds that a sentence begins
ALIKE = (0.0, 0.15, 0.3, 0.45)  # how alike the subjects of a line and of an article are
MOST = 6  # lines from which on they are not counted
LONG = 60.0  # characters by which the subject of a line is plain

STATIC = (
    "open", *(f"flow over {edge}" for edge in FLOWS), *(f"starts torn over {edge}" for edge in BEGINNINGS),
    *(f"first torn over {edge}" for edge in FIRST), "first torn", "first clause",
    "usual torn", "opener torn", "goes on", "closes quote", "closes other", "closes none", "quoted", "title left open",
    "quote left open",
    "within", "clause", "clause starts", "half starts", "number",
    *(f"odds over {edge}" for edge in ODDS), "odds torn", "indented torn", "item torn",
    "closed", "goes on whole", *(f"starts whole over {edge}" for edge in BEGINNINGS),
    *(f"first whole over {edge}" for edge in FIRST), "first whole",
    "usual whole", "opener", "indented whole", *(f"longer than {size}" for size in LENGTHS),
    "lines", "credited",
    "new", "starts new", "first new", "goes on new", "item new", "usual new",
    "head", "head pairs", "lead", "lead pairs", "last", "last pairs", "rest", "rest pairs",
    *(f"alike over {edge}" for edge in ALIKE), "alike", "alike line", "alike head",
    "topic", "other topic", "prefix", "no prefix", "item", "foreign item", "left list", "credit in list",
    "as wide torn", "other width torn", "narrow and wide torn", "as wide whole", "other width whole",
    "narrow and wide whole",
)  # fmt: skip
JOINT = STATIC.index("head")  # how many of them are of the joint alone
TORN, WHOLE, NEW = STATIC.index("closed"), STATIC.index("new") - STATIC.index("closed"), 6  # how many are of each case

Joint = tuple[int | str, ...]


class Tail(NamedTuple):
    """How an article stands."""

    open: bool  # its last line breaks off
    marks: str  # of quotations that are open
    bare: bool  # only its byline has come
    bullet: str
    last: int  # the step that added to it last
    lines: tuple[int, ...]


class Evidence:
    """The numbers for the lines of one page."""

    def __init__(self, lines: list[Line]) -> None:
        """Prepare for all lines of a page."""
        begun = {m[1] for line in lines for m in BEGUN.finditer(line.plain)}
        self.looks = [look(line, begun) for line in lines]
        if all(look.indented for look in self.looks if look.kind == "body"):
            self.looks = [look._replace(indented=False) for look in self.looks]
        self._widths = [line.width for line in lines]
        flat = [line.flat for line in self.looks]
        self._page = "\n".join(flat)
        self._starts = [0, *accumulate(len(line) + 1 for line in flat)]
        self.triples = shared(flat, 3)
        self.pairs = shared(flat, 2)
        self._products = topics.products(flat)
        self._sizes: dict[tuple[int, ...], float] = {}
        self._lengths: dict[tuple[int, ...], int] = {}
        self._titled: dict[tuple[tuple[int, ...], int], float] = {}
        self._topics: dict[str, frozenset[int]] = {}
        self._begun: dict[int, list[tuple[frozenset[int], float]]] = {}

    def end(self, lines: set[int]) -> None:
        """Take lines that divide a text for ends of sentences."""
        for i in lines:
            self.looks[i] = self.looks[i]._replace(ended=True, kind="subhead")

    def in_common(self, line: int, other: int) -> float:
        """How telling the rare wording is that two lines have in common."""
        return self.triples[line].get(other, 0.0) + self.pairs[line].get(other, 0.0)

    def joint(self, tail: Tail | None, number: int) -> list[float]:
        """What the end of an article and the line that may go on it say, the first part of :data:`STATIC`."""
        line = self.looks[number]
        if tail is None or tail.bare:
            new = [1.0, line.starts, line.first, float(line.goes_on), float(line.kind == "item"), float(line.usual)]
            return [0.0] * (TORN + WHOLE) + new
        if tail.open:
            return [*self._torn(tail, line, number), *[0.0] * (WHOLE + NEW)]
        return [*[0.0] * TORN, *self._whole(tail, line), *[0.0] * NEW]

    def joint_key(self, tail: Tail | None, number: int) -> Joint:
        """What :meth:`joint` rests on."""
        if tail is None or tail.bare:
            return (number,)
        if tail.open:
            return number, tail.lines[-1], tail.marks[-1:]
        return number, bisect_left(LENGTHS, self._length(tail.lines)), min(MOST, len(tail.lines)), self._credited(tail)

    def about(self, tail: Tail | None, head: tuple[int, ...], number: int) -> list[float]:
        """What the texts of a line and of an article with the title ``head`` say, the rest of :data:`STATIC`."""
        line, lines = self.looks[number], (*head, *tail.lines) if tail else head
        return [
            *self._subject(tail, head, lines, number),
            *self._alike(lines, head, number),
            *self._wording(tail, lines, number),
            *_listed(tail, line),
            *self._column(tail, number),
        ]

    def _torn(self, tail: Tail, line: Look, number: int) -> list[float]:
        before = self.looks[tail.lines[-1]]
        flow = language.goes_on(before.flat, line.flat)
        odds = breaks.odds(before.flat, line.flat)
        clause = before.plain[-1] in "，,、"
        return [
            1.0,
            *over(flow, FLOWS),
            *over(line.starts, BEGINNINGS),
            *over(line.first, FIRST),
            max(-8.0, min(8.0, line.first)),
            line.first if clause else 0.0,
            float(line.usual),
            float(line.opener),
            float(line.goes_on),
            *_quoted(tail.marks, line),
            self._within(before.flat, line.flat),
            float(clause),
            line.starts if clause else 0.0,
            line.starts if before.half else 0.0,
            float(before.plain[-1].isdigit()) * (1.0 if COUNTED.match(line.plain) else -1.0),
            *over(odds, ODDS),
            max(-8.0, min(8.0, odds)),
            float(line.indented),
            float(line.kind == "item"),
        ]

    def _within(self, left: str, right: str) -> float:
        """How telling a word over the break is that stands elsewhere on the page."""
        best = 0.0
        if left[-1:] + right[:1] not in self._page:
            return best
        for size in SIZES:
            for mine in range(max(1, size - len(right)), min(size, len(left) + 1)):
                gram = left[-mine:] + right[: size - mine]
                rare = COMMON[size] - language.count(gram)
                if rare > best and gram in self._page and HAN.fullmatch(gram):
                    best = rare
        return best

    def _whole(self, tail: Tail, line: Look) -> list[float]:
        return [
            1.0,
            float(line.goes_on or bool(line.unopened)),
            *over(line.starts, BEGINNINGS),
            *over(line.first, FIRST),
            max(-8.0, min(8.0, line.first)),
            float(line.usual),
            float(line.opener),
            float(line.indented),
            *over(self._length(tail.lines), LENGTHS),
            float(min(MOST, len(tail.lines))),
            float(self._credited(tail)),
        ]

    def _column(self, tail: Tail | None, number: int) -> list[float]:
        """Whether a line is set as wide as the last one of an article."""
        if tail is None or tail.bare:
            return [0.0] * 6
        mine, other = self._widths[number], self._widths[tail.lines[-1]]
        both = mine > 0 and other > 0
        same = both and abs(mine - other) <= NEAR
        found = [float(same), float(both and not same), float((mine > 0) != (other > 0))]
        return [*found, 0.0, 0.0, 0.0] if tail.open else [0.0, 0.0, 0.0, *found]

    def _length(self, lines: tuple[int, ...]) -> int:
        """Characters of an article's text so far."""
        if lines not in self._lengths:
            self._lengths[lines] = sum([len(self.looks[i].plain) for i in lines])
        return self._lengths[lines]

    def _credited(self, tail: Tail) -> bool:
        """Whether an article that is no list ends with a name in brackets."""
        return self.looks[tail.lines[-1]].credited and not tail.bullet

    def _subject(self, tail: Tail | None, head: tuple[int, ...], every: tuple[int, ...], number: int) -> list[float]:
        """The rare wording that a line has in common with the title, the first line, the last line, and the others."""
        lines, shared = tail.lines if tail else (), (self.triples[number], self.pairs[number])
        if shared[0].keys().isdisjoint(every) and shared[1].keys().isdisjoint(every):
            return [0.0] * 8
        parts = (head, lines[:1], lines[1:][-1:], lines[1:-1])
        return [log1p(sum([with_[i] for i in p if i in with_])) if p else 0.0 for p in parts for with_ in shared]

    def _alike(self, lines: tuple[int, ...], head: tuple[int, ...], number: int) -> list[float]:
        """How alike the subjects of a line and of an article are, whose title and other lines are known."""
        alike = self._cosine(lines, number)
        sure = min(1.0, len(self.looks[number].flat) / LONG)
        steps = [sure if alike > edge else 0.0 for edge in ALIKE]
        if (head, number) not in self._titled:
            self._titled[head, number] = sure * self._cosine(head, number)
        return [*steps, sure * alike, alike, self._titled[head, number]]

    def _cosine(self, lines: tuple[int, ...], number: int) -> float:
        mine = self._products[number]
        if not lines or not mine[number]:
            return 0.0
        size = self._size(lines)
        return sum(map(mine.__getitem__, lines)) / (size * mine[number]) ** 0.5 if size > 0 else 0.0

    def _size(self, lines: tuple[int, ...]) -> float:
        """The square of the length of the sum of lines; an article grows by a line at a time."""
        known = len(lines)
        while known and lines[:known] not in self._sizes:
            known -= 1
        size = self._sizes[lines[:known]] if known else 0.0
        for end in range(known, len(lines)):
            mine = self._products[lines[end]]
            size += 2 * sum(map(mine.__getitem__, lines[:end])) + mine[lines[end]]
            self._sizes[lines[: end + 1]] = size
        return size

    def _wording(self, tail: Tail | None, lines: tuple[int, ...], number: int) -> list[float]:
        """Whether an article speaks, in its title or its other ``lines``, of what a line begins with."""
        line = self.looks[number]
        spoken = [not self._lines_with(word).isdisjoint(lines) for word in line.topics]
        topics = [float(any(spoken)), float(not all(spoken))]
        if tail is not None and tail.open and line.starts < 1:
            return [*topics, 0.0, 0.0]
        known = next((telling for where, telling in self._prefixes(number) if not where.isdisjoint(lines)), 0.0)
        return [*topics, known, float(not known)]

    def _lines_with(self, word: str) -> frozenset[int]:
        """The lines that speak of a kind of event."""
        if word not in self._topics:
            self._topics[word] = frozenset(i for i, line in enumerate(self.looks) if re.search(word, line.plain))
        return self._topics[word]

    def _prefixes(self, number: int) -> list[tuple[frozenset[int], float]]:
        """Which lines have the first four, three and two characters of a line, and how telling these are."""
        if number not in self._begun:
            prefixes = [(size, self.looks[number].flat[:size]) for size in sorted(COMMON, reverse=True)]
            self._begun[number] = [(self._lines_of(p), max(0.0, COMMON[n] - language.count(p))) for n, p in prefixes]
        return self._begun[number]

    def _lines_of(self, characters: str) -> frozenset[int]:
        """The lines that have some characters in a row."""
        found, at = [], self._page.find(characters)
        while at >= 0:
            line = bisect_right(self._starts, at)
            found.append(line - 1)
            at = self._page.find(characters, self._starts[line])
        return frozenset(found)


def over(value: float, edges: Sequence[float]) -> list[float]:
    """A number as steps, so that each stretch of it has its own weight: 1 for an edge that it is over."""
    return [1.0 if value > edge else 0.0 for edge in edges]


def _quoted(marks: str, line: Look) -> list[float]:
    """What the quotations say that are open where a text breaks off, and those that a line closes."""
    inner = marks[-1:]
    return [
        float(bool(line.unopened) and line.unopened == inner),
        float(bool(line.unopened) and line.unopened != inner and bool(inner)),
        float(bool(line.unopened) and not inner),
        float(bool(inner) and line.reopens == inner),
        float(inner in ("《", "（") and not line.unopened),
        float(inner == "“" and not line.unopened),
    ]


def _listed(tail: Tail | None, line: Look) -> list[float]:
    """List marks within and outside of their lists."""
    bullet = tail.bullet if tail else ""
    item = line.kind == "item"
    same = item and bullet == line.plain[0]
    return [
        float(same),
        float(item and tail is not None and not same and not tail.bare),
        float(bool(bullet) and not item and tail is not None and not tail.open),
        float(bool(bullet) and line.credited),
    ]


COUNTED = re.compile("[0-9年月日时分秒点元名人位亿万千百十个项次届号条亩家岁公里米吨度天期批套台件户所余多%％℃.．]")
HAN = re.compile("[\u4e00-\u9fff·]+")
