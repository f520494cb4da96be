"""What speaks for and against a line's going on an article, as numbers that :mod:`kg.segment.flow` weighs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.segment.lines import Line
from kg.segment.looks import BEGUN, Look, look
from kg.segment.subjects import ABOUT, Part, Subjects, Tail
from kg.segment.wordings import COMMON
from kg.text import breaks, language

SIZES = (2, 3, 4)

FLOWS = (-8, -4, -2, 0, 2, 4, 7, 10)  # bits at which a likelihood says something else
ODDS = (-4, -2, -1, 0, 1, 2, 4)  # log odds
LENGTHS = (60, 120, 200, 300, 450, 650)  # characters
BEGINNINGS = (-4, -2, 0, 2, 4, 6)
FIRST = (-4, -2, -1, 0, 1, 2, 4)  # log odds that a sentence begins
MOST = 6  # lines from which on they are not counted

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
    *ABOUT,
)  # fmt: skip
WHOLE, NEW, REST = map(STATIC.index, ("closed", "new", ABOUT[0]))  # where each case begins, and what fits any

Joint = tuple[int | str, ...]


class Evidence:
    """The numbers for the lines of one page."""

    def __init__(self, lines: list[Line]) -> None:
        """Prepare for all lines of a page."""
        begun = {m[1] for line in lines for m in BEGUN.finditer(line.plain)}
        self.looks = [look(line, begun) for line in lines]
        if all(look.indented for look in self.looks if look.kind == "body"):
            self.looks = [look._replace(indented=False) for look in self.looks]
        self.subjects = Subjects(self.looks, [line.width for line in lines])
        self.triples = self.subjects.triples
        self.pairs = self.subjects.pairs
        self._lengths: dict[tuple[int, ...], int] = {}

    def end(self, lines: set[int]) -> None:
        """Take lines that divide a text for ends of sentences."""
        for i in lines:
            self.looks[i] = self.looks[i]._replace(ended=True, kind="subhead")

    def in_common(self, line: int, other: int) -> float:
        """How telling the rare wording is that two lines have in common."""
        return self.triples[line].get(other, 0.0) + self.pairs[line].get(other, 0.0)

    def joint(self, tail: Tail | None, number: int) -> Part:
        """What the end of an article and the line that may go on it say; of :data:`STATIC`, as the rest."""
        line = self.looks[number]
        if tail is None or tail.bare:
            return NEW, (1.0, line.starts, line.first, line.goes_on, line.kind == "item", line.usual)
        return (0, self._torn(tail, line)) if tail.open else (WHOLE, self._whole(tail, line))

    def joint_key(self, tail: Tail | None, number: int) -> Joint:
        """What :meth:`joint` rests on."""
        if tail is None or tail.bare:
            return (number,)
        if tail.open:
            return number, tail.lines[-1], tail.marks[-1:]
        return number, bisect_left(LENGTHS, self._length(tail.lines)), min(MOST, len(tail.lines)), self._credited(tail)

    def about(self, tail: Tail | None, head: tuple[int, ...], number: int) -> list[Part]:
        """What the texts of a line and of an article with the title ``head`` say."""
        return [(REST + start, values) for start, values in self.subjects.about(tail, head, number)]

    def _torn(self, tail: Tail, line: Look) -> list[float]:
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
        if left[-1:] + right[:1] not in self.subjects.page:
            return best
        for size in SIZES:
            for mine in range(max(1, size - len(right)), min(size, len(left) + 1)):
                gram = left[-mine:] + right[: size - mine]
                rare = COMMON[size] - language.count(gram)
                if rare > best and gram in self.subjects.page and HAN.fullmatch(gram):
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

    def _length(self, lines: tuple[int, ...]) -> int:
        """Characters of an article's text so far."""
        if lines not in self._lengths:
            self._lengths[lines] = sum([len(self.looks[i].plain) for i in lines])
        return self._lengths[lines]

    def _credited(self, tail: Tail) -> bool:
        """Whether an article that is no list ends with a name in brackets."""
        return self.looks[tail.lines[-1]].credited and not tail.bullet


def over(value: float, edges: Sequence[float]) -> list[float]:
    """A number as steps, so that each stretch of it has its own weight: 1 for an edge that it is over."""
    count = bisect_left(edges, value)
    return [1.0] * count + [0.0] * (len(edges) - count)


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


COUNTED = re.compile("[0-9年月日时分秒点元名人位亿万千百十个项次届号条亩家岁公里米吨度天期批套台件户所余多%％℃.．]")
HAN = re.compile("[\u4e00-\u9fff·]+")
