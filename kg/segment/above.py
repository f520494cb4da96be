"""What says where the headline above a text begins, as numbers that :mod:`kg.segment.openings` weighs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import log1p
from typing import Protocol

from kg.segment.columns import NEAR, size
from kg.segment.patterns import closed, ended, furniture
from kg.segment.setting import Spaced
from kg.text import Mapped, begins, breaks, language

MOST = 8  # lines of a headline
ABOVE = 20  # lines that tell how many characters fill a line of the column above
TOLD = 12  # lines with which a text begins that tell what its headline is about
ODDS = (-4, -2, 0, 2, 4)
FIRST = (-4, -2, 0, 2)
NAMES = (
    "none", "none below text", "none below whole", "none in list", "none below orphan", "none, orphan shares",
    *(f"lines over {n}" for n in range(1, MOST)),
    "apart", "below title", "below gap", "below closed", "below ended", "below comma", "below full", "below short",
    "other width", "as wide", "wider", "begins apart later",
    *(f"goes on over {edge}" for edge in ODDS), *(f"flows over {edge}" for edge in ODDS),
    *(f"first over {edge}" for edge in FIRST),
    "stops", "commas", "torn marks", "phrases", "verbs", "list label", "list label alone", "notice",
    "as wide as below", "narrower than below", "wider than below", "full lines above", "inner odds", "above starts",
    "starts with mark", "shares", "shares at first", "sharing lines", "parted", "even", "unfilled", "overfull",
    "filled", "left unfilled", "left unfilled, some", "for item", "for item lines", "for byline", "for byline lines",
)  # fmt: skip
EDGE, INNER, LEFT = map(NAMES.index, ("apart", "stops", "left unfilled"))
VERB = re.compile("(?:召开|举行|举办|开幕|闭幕|启动|落幕|签约|调研|揭牌|会见.*|主持|讲话|出席|致辞|强调|协议|来了)$")
COMMA = re.compile("[,，、;；:：]$")
STOP = re.compile("[。；;]")
WITHIN = "，。、；：！？”’）》」』,.;:!?)·"  # nothing begins with these
FULL = 0.5  # characters by which a line that fills its column differs from it
COMMON = 8.0  # binary logarithm of the count at which a wording says nothing
HAN = re.compile("[\u4e00-\u9fff]{3}")
PARTED = re.compile(r"\S{3,}\s+\S{3,}")  # phrases of a headline; within a text white space is noise


class Written(Spaced, Protocol):
    """A line with the white space in it."""

    @property
    def text(self) -> Mapped:
        """It as it is written."""


class View:
    """The lines above the beginning of a text."""

    def __init__(self, lines: Sequence[Written], widths: Sequence[float], end: int, orphan: str = "") -> None:
        """Look at the lines above the end-th one; ``orphan`` is a headline further up that has no text."""
        self._lines, self._widths, self._end = lines, widths, end
        self._width = max(widths[end : end + 3])
        self._full = fills(lines, widths, max(0, end - ABOVE), end)
        self._orphan = orphan
        self._below = "".join(line.plain for line in lines[end : end + TOLD])
        bullet = lines[end].plain[0]
        self._listed = lines[end].kind == "item" and any(
            line.kind == "item" and line.plain[0] == bullet for line in lines[:end]
        )

    def features(self, start: int, first: int) -> list[float]:
        """What the model looks at when the headline begins at a line; in the order of :data:`NAMES`.

        Lines from ``first`` on may be of the headline; those above ``start`` are then left to the text above.
        """
        head, kind = self._lines[start : self._end], self._lines[self._end].kind
        count = len(head)
        left = sum(self._unfilled(line) and not closed(line.plain) for line in self._lines[first:start])
        return [
            *self._none(start),
            *(float(count > n) for n in range(1, MOST)),
            *(self._edge(start) if head else [0.0] * (INNER - EDGE)),
            *([*self._inner(start, head), *self._about(head)] if head else [0.0] * (LEFT - INNER)),
            float(left),
            float(left > 0),
            float(kind == "item" and count > 0),
            float(count if kind == "item" else 0),
            float(kind == "byline" and count > 0),
            float(count if kind == "byline" else 0),
        ]

    def _none(self, start: int) -> list[float]:
        none = start == self._end
        before = self._lines[start - 1]
        text = before.kind in ("plain", "body")
        return [
            float(none),
            float(none and text and not closed(before.plain)),
            float(none and text and closed(before.plain)),
            float(none and self._listed),
            float(none and bool(self._orphan)),
            log1p(self._shared(self._orphan)) if none else 0.0,
        ]

    def _shared(self, text: str) -> int:
        """How many rare wordings of three characters the text below has too."""
        grams = {text[i : i + 3] for i in range(len(text) - 2)}
        return sum(gram in self._below and language.count(gram) < COMMON for gram in grams if HAN.fullmatch(gram))

    def _unfilled(self, line: Written) -> bool:
        return self._full > 0 and len(line.plain) < self._full

    def _edge(self, start: int) -> list[float]:
        """Where the headline begins: whether the line above ends or breaks off in its column."""
        line = self._lines[start]
        before = self._lines[start - 1] if start else None
        text = before is not None and before.kind not in ("gap", "title") and not before.level
        above = before.plain if before is not None and text else ""
        width = self._widths[start - 1] if text else 0.0
        left, right = language.plain(above), language.plain(line.plain)
        odds = breaks.odds(left, right) if text else -9.0
        flow = language.goes_on(left, right) if text else -9.0
        first = begins.odds(right)
        return [
            float(line.apart),
            float(before is not None and (before.kind == "title" or before.level > 0)),
            float(before is not None and before.kind == "gap"),
            float(bool(above) and closed(above)),
            float(bool(above) and ended(above)),
            float(bool(COMMA.search(above))),
            float(width > 0 and abs(size(above) - width) <= NEAR),
            float(width > 0 and size(above) < width - NEAR),
            float(width > 0 and abs(size(line.plain) - width) > NEAR),
            float(width > 0 and abs(size(line.plain) - width) <= FULL),
            float(width > 0 and size(line.plain) > width + NEAR),
            float(any(other.apart for other in self._lines[start + 1 : self._end])),
            *(float(odds > edge) for edge in ODDS),
            *(float(flow > edge) for edge in ODDS),
            *(float(first > edge) for edge in FIRST),
        ]

    def _inner(self, start: int, head: Sequence[Written]) -> list[float]:
        """How the lines that would be the headline read, and how wide they are."""
        texts = [line.plain for line in head]
        whole = "".join(texts)
        wide = [size(text) for text in texts]
        label = bool(furniture().lists.search(texts[-1]))
        width, above = self._width, self._widths[start - 1] if start else 0.0
        flat = [language.plain(text) for text in texts]
        odds = sum(max(-6.0, min(6.0, breaks.odds(left, right))) for left, right in pairwise(flat))
        first = begins.odds(language.plain(self._lines[start - 1].plain)) if start else 0.0
        return [
            float(sum(bool(STOP.search(text)) for text in texts)),
            float(sum(bool(re.search("[,，]", text)) for text in texts)),
            float(sum(abs(whole.count(a) - whole.count(b)) for a, b in ("“”", "《》", "（）"))),
            float(sum(len(line.text.text.split()) > 1 for line in head)),
            float(sum(bool(VERB.search(text)) for text in texts)),
            float(label),
            float(label and len(head) == 1),
            float(bool(furniture().notices.search(whole))),
            float(sum(width > 0 and abs(it - width) <= FULL for it in wide)),
            float(sum(it < width - NEAR for it in wide)),
            float(sum(it > width + NEAR for it in wide)),
            float(sum(above > 0 and abs(it - above) <= FULL for it in wide)),
            odds / 4,
            max(-6.0, min(6.0, first)) / 4,
            float(texts[0][0] in WITHIN),
        ]

    def _about(self, head: Sequence[Written]) -> list[float]:
        """Whether the text below is about what they say, and whether they fill the column above as its lines do."""
        texts = [line.plain for line in head]
        return [
            log1p(self._shared("".join(texts))),
            log1p(self._shared(texts[0])),
            float(sum(self._shared(text) > 0 for text in texts)),
            float(sum(bool(PARTED.search(line.text.text.strip())) for line in head)),
            float(sum(_even(line) for line in head)),
            float(sum(self._unfilled(line) for line in head)),
            float(sum(self._full > 0 and size(text) > self._full + 1 for text in texts)),
            float(sum(self._full == len(text) for text in texts)),
        ]


def _even(line: Written) -> bool:
    """Whether a line consists of phrases of the same length, as those of a headline often are."""
    lengths = {len(phrase) for phrase in line.text.text.split()}
    return len(lengths) == 1 and 2 < min(lengths) < len(line.plain)


def fills(lines: Sequence[Written], widths: Sequence[float], start: int, end: int) -> int:
    """How many characters most lines of a column have, the fullest among the commonest."""
    found = lengths(lines, widths, start, end)
    return max(found, key=lambda n: (found[n], n), default=0)


def lengths(lines: Sequence[Written], widths: Sequence[float], start: int, end: int) -> Counter[int]:
    """How many of some lines that stand in columns have how many characters."""
    return Counter(len(lines[i].plain) for i in range(start, end) if widths[i])
