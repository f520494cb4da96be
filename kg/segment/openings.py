"""Where the headline above the beginning of a text begins, on pages that keep the printed lines of narrow columns.

Such a headline is set in short lines as the text is, and often stands right below another article's column, which it
looks like the rest of. So the lines above a lead are looked at together: of the ways to part them, the one is chosen
by which what stands above breaks off or ends, and what stands below reads as headlines do. ``python -m
training.openings`` trains the weights on pages made for it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from math import log1p
from operator import mul
from typing import NamedTuple, Protocol

from kg.segment.columns import NEAR, size
from kg.segment.kinds import Kind
from kg.segment.patterns import OUTLINE, closed, ended, furniture
from kg.text import begins, breaks, language

MOST = 8  # lines of a headline
LONG = 34  # characters of one of them
BELOW = ("lead", "byline", "item")
ODDS = (-4, -2, 0, 2, 4)
FIRST = (-4, -2, 0, 2)
NAMES = (
    "none", "none below text", "none below whole", "none in list", "none below orphan", "none, orphan shares",
    *(f"lines over {n}" for n in range(1, MOST)),
    "apart", "below title", "below gap", "below closed", "below ended", "below comma", "below full", "below short",
    "below nothing", "other width", "as wide", "wider", "begins apart later",
    *(f"goes on over {edge}" for edge in ODDS), *(f"flows over {edge}" for edge in ODDS),
    *(f"first over {edge}" for edge in FIRST),
    "stops", "commas", "torn marks", "phrases", "verbs", "list label", "list label alone", "notice", "outline",
    "as wide as below", "narrower than below", "wider than below", "full lines above", "inner odds", "above starts",
    "starts with mark", "shares", "shares at first", "sharing lines", "parted", "even", "unfilled", "overfull", "filled",
    "left unfilled", "left unfilled, some", "for item", "for item lines", "for byline", "for byline lines",
)  # fmt: skip
LEFT, ITEMS = NAMES.index("left unfilled"), NAMES.index("for item")
PARTED = re.compile(r"\S{3,}\s+\S{3,}")  # phrases of a headline; within a text white space is noise
ABOVE, UNDER = 20, 9  # lines that tell how many characters fill a line of the column above, and below
VERB = re.compile(
    "(?:召开|举行|举办|开幕|闭幕|启动|落幕|签约|调研|揭牌|会见.*|主持|讲话|出席|致辞|强调|协议|来了)$"
)
COMMA = re.compile("[,，、;；:：]$")
PUNCTUATED = re.compile("[，,。；;、]")
EVEN = 0.5  # share of the lines of a column that are full, at least
LEAST = 12  # characters of a headline that has no text below it
HAN = re.compile("[\u4e00-\u9fff]{3}")
TOLD = 12  # lines with which a text begins that tell what its headline is about
STOP = re.compile("[。；;]")


class Set(Protocol):
    """What of a line matters here."""

    @property
    def plain(self) -> str:
        """Its text without white space."""

    @property
    def kind(self) -> Kind:
        """What it is."""

    @property
    def level(self) -> int:
        """Of its heading, 0 for ordinary type."""

    @property
    def apart(self) -> bool:
        """Whether an empty line stands before it."""


class Openings(NamedTuple):
    """What the lines in and above narrow columns are."""

    heads: list[range]  # headlines
    text: set[int]  # lines above the beginning of a text that are of another one


def openings(lines: Sequence[Set], widths: Sequence[float]) -> Openings:
    """The headlines that stand in and above narrow columns; ``widths`` are those of the columns."""
    found: list[range] = []
    text: set[int] = set()
    weights = _weights()
    apart = loose(lines, widths)
    for end, starts, view in views(lines, widths, apart):
        start = max(starts, key=lambda start: sum(map(mul, weights, view.features(start, starts[-1]))))
        text.update(i for i in range(starts[-1], start) if widths[i])
        if start < end:
            found.append(range(start, end))
    found += _others(lines, widths, apart, found)
    return Openings(found, text.difference(*found))


def views(
    lines: Sequence[Set], widths: Sequence[float], apart: Sequence[range]
) -> Iterator[tuple[int, list[int], View]]:
    """Where a text begins, where its headline may begin, and what is to be seen there; ``apart`` are loose lines."""
    least = 0
    for end in ends(lines, widths):
        orphans = [run for run in apart if least <= run.start and run.stop < end and not _boxed(lines, run)]
        starts = candidates(lines, end, max([least, *(run.stop for run in orphans)]))
        if len(starts) > 1:
            yield end, starts, View(lines, widths, end, "".join(lines[i].plain for run in orphans for i in run))
        least = end


def _others(
    lines: Sequence[Set], widths: Sequence[float], apart: Sequence[range], found: Sequence[range]
) -> Iterator[range]:
    """The headlines that stand among other texts, their own being elsewhere."""
    weights = _weights()
    for run in apart:
        free = not any(head.start < run.stop + 1 and run.start < head.stop for head in found)
        if free and lines[run.stop].kind in ("plain", "body") and not _boxed(lines, run):
            view = View(lines, widths, run.stop)
            start = max(run, key=lambda start: sum(map(mul, weights, view.features(start, run.start))))
            head = range(start, run.stop)
            if len(head) > 1 and sum(len(lines[i].plain) for i in head) >= LEAST:
                yield head


def _boxed(lines: Sequence[Set], run: range) -> bool:
    """Whether loose lines stand beside one that is plainly an advertisement's, a caption's or the like."""
    return "gap" in (lines[run.start - 1].kind if run.start else "gap", lines[run.stop].kind)


def ends(lines: Sequence[Set], widths: Sequence[float]) -> list[int]:
    """The lines with which texts begin that are set in a narrow column."""
    return [
        i for i, line in enumerate(lines) if line.kind in BELOW and (widths[i] or any(widths[i + 1 : i + 3])) and i
    ]


def candidates(lines: Sequence[Set], end: int, least: int) -> list[int]:
    """Where the headline above a text may begin; at the text itself if it has none that bears no mark."""
    found = [end]
    for i in range(end - 1, max(least, end - MOST) - 1, -1):
        line = lines[i]
        if line.kind not in ("plain", "body") or line.level or len(line.plain) > LONG:
            break
        found.append(i)
    return found


class View:
    """The lines above the beginning of a text."""

    def __init__(self, lines: Sequence[Set], widths: Sequence[float], end: int, orphan: str = "") -> None:
        """Look at the lines above the end-th one; ``orphan`` is a headline further up that has no text."""
        self._lines, self._widths, self._end = lines, widths, end
        self._width = max(widths[end : end + 3])
        self._full = _fills(lines, widths, max(0, end - ABOVE), end)
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
        return [
            *self._none(start),
            *(float(count > n) for n in range(1, MOST)),
            *(self._edge(start) if head else [0.0] * (NAMES.index("stops") - NAMES.index("apart"))),
            *(self._inner(start) if head else [0.0] * (LEFT - NAMES.index("stops"))),
            *self._left(self._lines[first:start]),
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

    def _left(self, lines: Sequence[Set]) -> list[float]:
        """Whether lines that are left to the text above look as its lines do, which fill their column."""
        unfilled = sum(self._unfilled(line) and not closed(line.plain) for line in lines)
        return [
            float(unfilled),
            float(unfilled > 0),
        ]

    def _shared(self, text: str) -> int:
        """How many wordings of three characters the text below has too."""
        grams = {text[i : i + 3] for i in range(len(text) - 2)}
        return sum(gram in self._below for gram in grams if HAN.fullmatch(gram))

    def _unfilled(self, line: Set) -> bool:
        return self._full > 0 and len(line.plain) < self._full

    def _overfull(self, line: Set) -> bool:
        return self._full > 0 and size(line.plain) > self._full + 1

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
            float(before is None),
            float(width > 0 and abs(size(line.plain) - width) > NEAR),
            float(width > 0 and abs(size(line.plain) - width) <= 0.5),
            float(width > 0 and size(line.plain) > width + NEAR),
            float(any(other.apart for other in self._lines[start + 1 : self._end])),
            *(float(odds > edge) for edge in ODDS),
            *(float(flow > edge) for edge in ODDS),
            *(float(first > edge) for edge in FIRST),
        ]

    def _inner(self, start: int) -> list[float]:
        """What the lines say that would be the headline."""
        head = self._lines[start : self._end]
        texts = [line.plain for line in head]
        whole = "".join(texts)
        sizes = [size(text) for text in texts]
        label = bool(furniture().lists.search(texts[-1]))
        width = self._width
        above = self._widths[start - 1] if start else 0.0
        inner = [
            breaks.odds(language.plain(left), language.plain(right))
            for left, right in zip(texts, texts[1:], strict=False)
        ]
        return [
            float(sum(bool(STOP.search(text)) for text in texts)),
            float(sum(bool(re.search("[,，]", text)) for text in texts)),
            float(sum(abs(whole.count(a) - whole.count(b)) for a, b in ("“”", "《》", "（）"))),
            float(sum(len(line.split()) > 1 for line in map(_text, head))),
            float(sum(bool(VERB.search(text)) for text in texts)),
            float(label),
            float(label and len(head) == 1),
            float(bool(furniture().notices.search(whole))),
            float(bool(OUTLINE.match(texts[0]))),
            float(sum(width > 0 and abs(it - width) <= 0.5 for it in sizes)),
            float(sum(it < width - NEAR for it in sizes)),
            float(sum(it > width + NEAR for it in sizes)),
            float(sum(above > 0 and abs(it - above) <= 0.5 for it in sizes)),
            sum(max(-6.0, min(6.0, odds)) for odds in inner) / 4,
            max(-6.0, min(6.0, begins.odds(language.plain(self._lines[start - 1].plain)))) / 4 if start else 0.0,
            float(texts[0][0] in "，。、；：！？”’）》」』,.;:!?)·"),
            log1p(self._shared(whole)),
            log1p(self._shared(texts[0])),
            float(sum(self._shared(text) > 0 for text in texts)),
            float(sum(bool(PARTED.search(_text(line))) for line in head)),
            float(sum(_even(line) for line in head)),
            float(sum(self._unfilled(line) for line in head)),
            float(sum(self._overfull(line) for line in head)),
            float(sum(self._full == len(line.plain) for line in head)),
        ]


def _even(line: Set) -> bool:
    """Whether a line consists of phrases of the same length, as those of a headline often are."""
    sizes = {len(phrase) for phrase in _text(line).split()}
    return len(sizes) == 1 and 2 < min(sizes) < len(line.plain)


def loose(lines: Sequence[Set], widths: Sequence[float]) -> list[range]:
    """Lines within a column that do not fill it and end no sentence, two or more: a headline, or what a box holds."""
    found: list[range] = []
    run = 0
    for i, line in enumerate([*lines, None]):
        if line is not None and _is_loose(lines, widths, i):
            run += 1
            continue
        if 1 < run < MOST and line is not None:
            found.append(range(i - run, i))
        run = 0
    return found


def _is_loose(lines: Sequence[Set], widths: Sequence[float], i: int) -> bool:
    line = lines[i]
    if line.kind not in ("plain", "body") or line.level or len(line.plain) > LONG:
        return False
    if PUNCTUATED.search(line.plain) or closed(line.plain):
        return False
    above = _fills(lines, widths, max(0, i - ABOVE), i)
    below = _fills(lines, widths, i + 1, min(len(lines), i + 1 + UNDER))
    sizes = (len(line.plain), size(line.plain))
    return min(above, below) > 0 and _is_even(lines, widths, i, above) and min(abs(it - full) for full in (above, below) for it in sizes) > NEAR


def _fills(lines: Sequence[Set], widths: Sequence[float], start: int, end: int) -> int:
    """How many characters most lines of a column have, the fullest among the commonest."""
    sizes = _sizes(lines, widths, start, end)
    return max(sizes, key=lambda n: (sizes[n], n), default=0)


def _sizes(lines: Sequence[Set], widths: Sequence[float], start: int, end: int) -> Counter[int]:
    return Counter(len(lines[i].plain) for i in range(start, end) if widths[i])


def _is_even(lines: Sequence[Set], widths: Sequence[float], i: int, full: int) -> bool:
    """Whether the lines of a column above one are nearly all full: some scanners break lines anywhere."""
    sizes = _sizes(lines, widths, max(0, i - ABOVE), i)
    return sum(sizes[n] for n in (full - 1, full, full + 1)) >= EVEN * sizes.total()


def _text(line: Set) -> str:
    text = getattr(line, "text", None)
    return text.text.strip() if text is not None else line.plain


@lru_cache(maxsize=1)
def _weights() -> list[float]:
    """The weights out of ``kg/data/openings.json``."""
    weights: dict[str, float] = json.loads((files("kg") / "data" / "openings.json").read_text(encoding="utf-8"))
    return [weights[name] for name in NAMES]
