"""Which lines without a mark are headlines: a model that looks at the line, its neighbours and the texts it may go on.

:mod:`kg.segment.headlines` has rules for all lines; where a line bears no mark of a heading, this model, trained by
``python -m training.titles`` on pages made for it, decides with what the rules say as one of its reasons.
"""

from __future__ import annotations

import re
from math import log1p
from operator import mul

from kg.segment import columns
from kg.segment.evidence import Evidence, over
from kg.segment.lines import Line
from kg.segment.looks import left_open
from kg.segment.patterns import furniture, signed
from kg.segment.weights import weights
from kg.text import language

NEAR = 15  # lines before and after in which a torn line may have its other half
ENDS = (-3, -1, 1)  # bits
SHORT = 12
LONG = 45  # characters; longer lines are no headlines
TEXT = ("lead", "body", "item", "plain")
JOINS = (0, 3, 6, 9)  # bits
SIZES = (4, 7, 10, 20, 28)
NAMES = (
    "", "rule", "rule before", "rule after", "body", "apart", "apart after", "indented", "first",
    "after title", "after text", "after torn", "after gap", "after heading",
    *(f"goes on before over {edge}" for edge in JOINS), *(f"goes on any over {edge}" for edge in JOINS),
    *(f"goes on in any over {edge}" for edge in JOINS), *(f"goes on in next over {edge}" for edge in JOINS),
    "starts", "to lead", "above lead", "above item", "above heading", "above title", "above text", "above gap",
    "next starts",
    *(f"longer than {size}" for size in SIZES), "comma", "stop", "ends", "open mark", "phrases", "colon", "verb",
    "number first",
    "kicker", "short kicker", "clear kicker", "clear above lead", *(f"may end over {edge}" for edge in ENDS),
    "list above item",
    "notice", "label", "shares below", "shares before", "page marks", "page marks, unmarked run",
    "over title", "over title close", "over title apart", "over title whole", "over title marked", "over title torn",
    "first", "first over title", "first next", "in a block after torn",
    "as wide as below", "narrower than below", "as wide as above", "narrower than above", "apart, narrower than below",
)  # fmt: skip
MARKS = re.compile("[,，。、；;]")
LABEL = re.compile(
    r"【.+】|[［\[].+[］\]]|[\u4e00-\u9fff]{0,4}(?:人物|故事|榜样|走基层|手记|漫笔|工匠|风采|记忆|观察|视点|关注|聚焦|人家|随笔|访谈)"
)
VERB = re.compile(
    "(?:召开|举行|举办|开幕|闭幕|启动|启幕|落幕|开赛|签约|调研|考察|揭牌|开班|结业|闭会|开工|落户|会见.*|主持|讲话|出席|致辞|强调|要求|来了|调整|协议)$"
)


class Unmarked:
    """Tells the unmarked headlines of a page."""

    def __init__(self, lines: list[Line], rule: list[bool], evidence: Evidence) -> None:
        """Look at a page whose lines the rules have sorted into titles and others."""
        self._lines, self._rule, self._evidence = lines, rule, evidence
        self._looks = evidence.looks
        self._found = list(rule)
        self._kept = [i for i, line in enumerate(lines) if line.kind != "gap"]
        self._marks = sum(line.level > 0 and title for line, title in zip(lines, rule, strict=True)) > 1
        self._open = [i for i in self._kept if lines[i].kind in TEXT and not rule[i] and not self._looks[i].ended]
        self._inner = [i for i in self._kept if lines[i].kind in ("body", "plain") and self._looks[i].starts < 0]

    def titles(self) -> list[bool]:
        """Which lines are titles."""
        known = weights("titles.json", NAMES)
        for at, i in reversed(list(enumerate(self._kept))):
            if self._signs(at):
                self._found[i] = False
            elif self.doubtful(i):
                self._found[i] = sum(map(mul, known, self.features(at))) > 0
        return self._found

    def tell(self, i: int, *, title: bool) -> None:
        """Say whether a line is a title; what stands above it depends on that."""
        self._found[i] = title

    def doubtful(self, i: int) -> bool:
        """Whether the model decides about a line: a short one without a mark, if the headline below is not whole."""
        line = self._lines[i]
        below = self._lines[i + 1] if i + 1 < len(self._lines) else line
        if line.kind == "body" and below.kind == "title" and not below.level:
            return False
        return line.level == 0 and line.kind in ("plain", "body") and len(line.plain) <= LONG

    def _signs(self, at: int) -> bool:
        """Whether the at-th line signs the notice above it."""
        before, here, after = (
            self._lines[i].plain for i in (self._kept[at - 1], self._kept[at], [*self._kept, -1][at + 1])
        )
        text = at > 0 and not self._rule[self._kept[at - 1]] and self._lines[self._kept[at]].level == 0
        return text and signed(before, here, after if at + 1 < len(self._kept) else "")

    def kept(self) -> list[int]:
        """The lines that are no gaps."""
        return self._kept

    def features(self, at: int) -> list[float]:
        """What the model looks at for the at-th line that is no gap; in the order of :data:`NAMES`."""
        i = self._kept[at]
        line, look = self._lines[i], self._looks[i]
        before = self._kept[at - 1] if at else -1
        after = self._kept[at + 1] if at + 1 < len(self._kept) else -1
        below = self._below(at)
        return [
            1.0,
            float(self._rule[i]),
            float(before >= 0 and self._rule[before]),
            float(after >= 0 and self._rule[after]),
            float(line.kind == "body"),
            float(line.apart),
            float(after >= 0 and self._lines[after].apart),
            float(line.indented),
            float(before < 0),
            *self._upper(i, before),
            *over(self._flow(before, i) if before in self._open else -20.0, JOINS),
            *over(max([self._flow(j, i) for j in self._open if i - NEAR <= j < i], default=-20.0), JOINS),
            *over(max([self._flow(i, j) for j in self._inner if i < j <= i + NEAR], default=-20.0), JOINS),
            *over(self._flow(i, after) if after >= 0 else -20.0, JOINS),
            max(-6.0, min(8.0, look.starts)) / 4,
            float(below >= 0 and self._lines[below].kind in ("lead", "byline")),
            *self._lower(i, after),
            *over(len(line.plain), SIZES),
            float(bool(re.search("[,，]", line.plain))),
            float("。" in line.plain),
            float(self._stops(i)),
            float(bool(left_open(look.marks) or look.unopened)),
            float(len(line.text.text.split()) > 1),
            float(bool(re.search("[:：]", line.plain))),
            float(bool(VERB.search(line.plain))),
            float(line.plain[0].isdigit()),
            *self._kicker(i, before, after),
            *over(language.goes_on(look.flat, "。"), ENDS),
            float(after >= 0 and self._lines[after].kind == "item" and bool(furniture().lists.search(line.plain))),
            float(bool(furniture().notices.search(line.plain))),
            float(bool(LABEL.fullmatch(line.plain))),
            log1p(self._shared(i, below)),
            log1p(max([self._shared(i, j) for j in self._kept[max(0, at - 4) : at]], default=0.0)),
            float(self._marks),
            float(self._marks and not self._run_marked(at)),
            *self._over_title(i, before, after),
        ]

    def _stops(self, i: int) -> bool:
        """Whether a line ends as texts do and not as headlines may: 黑摩的扰民 打！"""
        return self._looks[i].ended and self._lines[i].plain[-1] not in "！？!?"

    def _over_title(self, i: int, before: int, after: int) -> list[float]:
        """What it says that the next line is a title, as the lines are looked at from below."""
        over_title = after >= 0 and self._found[after]
        free = before < 0 or i - before > 1
        whole = free or self._rule[before] or self._looks[before].ended
        first = max(-6.0, min(6.0, self._looks[i].first)) / 4
        return [
            float(over_title),
            float(over_title and not self._lines[after].apart),
            float(over_title and self._lines[i].apart),
            float(over_title and whole),
            float(over_title and self._lines[after].level > 0),
            float(over_title and not whole),
            first,
            first * over_title,
            0.0 if over_title or after < 0 else max(-6.0, min(6.0, self._looks[after].first)) / 4,
            float(not whole and not self._lines[i].apart),
            *self._column(i, before, after),
        ]

    def _column(self, i: int, before: int, after: int) -> list[float]:
        """Whether a line is as wide as the columns of printed lines above and below it are."""
        mine = columns.size(self._lines[i].plain)
        below = self._lines[after].width if after >= 0 and not self._found[after] else 0.0
        above = self._lines[before].width if before >= 0 and not self._rule[before] else 0.0
        return [
            float(below > 0 and abs(mine - below) <= columns.NEAR),
            float(below > 0 and mine < below - columns.NEAR),
            float(above > 0 and abs(mine - above) <= columns.NEAR),
            float(above > 0 and mine < above - columns.NEAR),
            float(below > 0 and mine < below - columns.NEAR and self._lines[i].apart),
        ]

    def _upper(self, i: int, before: int) -> list[float]:
        title = before >= 0 and self._rule[before]
        text = before >= 0 and not title
        return [
            float(title),
            float(text and self._looks[before].ended),
            float(text and not self._looks[before].ended),
            float(before >= 0 and i - before > 1),
            float(before >= 0 and self._lines[before].level > 0),
        ]

    def _lower(self, i: int, after: int) -> list[float]:
        kind = self._lines[after].kind if after >= 0 else ""
        title = after >= 0 and self._rule[after]
        return [
            float(kind in ("lead", "byline")),
            float(kind == "item"),
            float(after >= 0 and self._lines[after].level > 0),
            float(title),
            float(kind in ("body", "plain") and not title),
            float(after >= 0 and after - i > 1),
            max(-6.0, min(8.0, self._looks[after].starts)) / 4 if kind in ("body", "plain") else 0.0,
        ]

    def _kicker(self, i: int, before: int, after: int) -> list[float]:
        """Whether a line stands apart between a text that has ended and a heading with a mark."""
        whole = before < 0 or i - before > 1 or self._rule[before] or self._looks[before].ended
        kicker = (
            whole and self._lines[i].apart and after >= 0 and self._lines[after].level > 0 and not self._stops(i)
        )
        clear = (
            5 < len(self._lines[i].plain) < 25
            and not MARKS.search(self._lines[i].plain)
            and self._lines[i].apart
            and whole
        )
        lead = after >= 0 and self._lines[after].kind in ("lead", "byline")
        return [
            float(kicker),
            float(kicker and len(self._lines[i].plain) <= SHORT),
            float(kicker and clear),
            float(clear and lead),
        ]

    def _below(self, at: int) -> int:
        """The first line below that begins a text or is too long for a headline."""
        for i in self._kept[at + 1 : at + 6]:
            if self._lines[i].kind in ("lead", "byline", "item") or len(self._lines[i].plain) > LONG:
                return i
        return -1

    def _run_marked(self, at: int) -> bool:
        """Whether a heading with a mark stands right above or below."""
        return any(self._lines[i].level > 0 for i in self._kept[max(0, at - 1) : at + 2])

    def _shared(self, i: int, other: int) -> float:
        return self._evidence.in_common(i, other) if other >= 0 else 0.0

    def _flow(self, left: int, right: int) -> float:
        return language.goes_on(self._looks[left].flat, self._looks[right].flat)
