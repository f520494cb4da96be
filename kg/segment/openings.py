"""Where the headline above the beginning of a text begins, on pages that keep the printed lines of narrow columns.

Such a headline is set in short lines as the text is, and often stands right below another article's column, which it
looks like the rest of. So the lines above a lead are looked at together: of the ways to part them, the one is chosen
by which what stands above breaks off or ends, and what stands below reads as headlines do. ``python -m
training.openings`` trains the weights on pages made for it; :mod:`kg.segment.above` says what they weigh.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import mul
from typing import NamedTuple

from kg.segment.above import ABOVE, MOST, NAMES, View, Written, fills, lengths
from kg.segment.columns import NEAR, size
from kg.segment.patterns import closed
from kg.segment.weights import weights

BELOW = ("lead", "byline", "item")
LONG = 34  # characters of a line of a headline
LEAST = 12  # characters of a headline that has no text below it
EVEN = 0.5  # share of the lines of a column that are full, at least
UNDER = 9  # lines that tell how many characters fill a line of the column below
PUNCTUATED = re.compile("[,，。；;、]")


class Openings(NamedTuple):
    """What the lines in and above narrow columns are."""

    heads: list[range]  # headlines
    text: set[int]  # lines above the beginning of a text that are of another one


def openings(lines: Sequence[Written], widths: Sequence[float]) -> Openings:
    """The headlines that stand in and above narrow columns; ``widths`` are those of the columns."""
    found: list[range] = []
    text: set[int] = set()
    apart = loose(lines, widths)
    for end, starts, view in views(lines, widths, apart):
        start = _likeliest(view, starts, starts[-1])
        text.update(_left(lines, widths, starts[-1], start))
        if start < end:
            found.append(range(start, end))
    found += _others(lines, widths, apart, found)
    return Openings(found, text.difference(*found))


def _likeliest(view: View, starts: Sequence[int], first: int) -> int:
    """Where a headline begins; ``first`` as :meth:`View.features` takes it."""
    known = weights("openings.json", NAMES)
    return max(starts, key=lambda start: sum(map(mul, known, view.features(start, first))))


def views(
    lines: Sequence[Written], widths: Sequence[float], apart: Sequence[range]
) -> Iterator[tuple[int, list[int], View]]:
    """Where a text begins, where its headline may begin, and what is to be seen there; ``apart`` are loose lines."""
    least = 0
    for end in ends(lines, widths):
        orphans = [run for run in apart if least <= run.start and _is_orphan(lines, run, end)]
        starts = candidates(lines, end, max([least, *(run.stop for run in orphans)]))
        if len(starts) > 1:
            yield end, starts, View(lines, widths, end, "".join(lines[i].plain for run in orphans for i in run))
        least = end


def _is_orphan(lines: Sequence[Written], run: range, end: int) -> bool:
    """Whether another text goes on between loose lines and the beginning of a text."""
    between = any(PUNCTUATED.search(lines[i].plain) for i in range(run.stop, end))
    return between and not _boxed(lines, run)


def _left(lines: Sequence[Written], widths: Sequence[float], first: int, start: int) -> Iterator[int]:
    """The lines above a headline that are surely of the text above: in its column, or right below it."""
    headed = bool(first) and (lines[first - 1].kind == "title" or lines[first - 1].level > 0)
    for i in range(first, start):
        headed = headed or lines[i].apart
        if widths[i] or not headed:
            yield i


def _others(
    lines: Sequence[Written], widths: Sequence[float], apart: Sequence[range], found: Sequence[range]
) -> Iterator[range]:
    """The headlines that stand among other texts, their own being elsewhere."""
    for run in apart:
        free = not any(head.start < run.stop + 1 and run.start < head.stop for head in found)
        if free and lines[run.stop].kind in ("plain", "body") and not _boxed(lines, run):
            view = View(lines, widths, run.stop)
            head = range(_likeliest(view, run, run.start), run.stop)
            if len(head) > 1 and sum(len(lines[i].plain) for i in head) >= LEAST:
                yield head


def _boxed(lines: Sequence[Written], run: range) -> bool:
    """Whether loose lines stand beside one that is plainly an advertisement's, a caption's or the like."""
    return "gap" in (lines[run.start - 1].kind if run.start else "gap", lines[run.stop].kind)


def ends(lines: Sequence[Written], widths: Sequence[float]) -> list[int]:
    """The lines with which texts begin that are set in a narrow column."""
    return [i for i, line in enumerate(lines) if i and line.kind in BELOW and any(widths[i : i + 3])]


def candidates(lines: Sequence[Written], end: int, least: int) -> list[int]:
    """Where the headline above a text may begin; at the text itself if it has none that bears no mark."""
    found = [end]
    for i in range(end - 1, max(least, end - MOST) - 1, -1):
        line = lines[i]
        if line.kind not in ("plain", "body") or line.level or len(line.plain) > LONG:
            break
        found.append(i)
    return found


def loose(lines: Sequence[Written], widths: Sequence[float]) -> list[range]:
    """Lines within a column that do not fill it and end no sentence, two or more: a headline, or what a box holds."""
    found: list[range] = []
    run = 0
    for i in range(len(lines)):
        if _is_loose(lines, widths, i):
            run += 1
        else:
            found += [range(i - run, i)] if 1 < run < MOST else []
            run = 0
    return found


def _is_loose(lines: Sequence[Written], widths: Sequence[float], i: int) -> bool:
    """Whether a line has another length than those of the columns above and below, and no mark of a sentence."""
    line = lines[i]
    if line.kind not in ("plain", "body") or line.level or len(line.plain) > LONG:
        return False
    if PUNCTUATED.search(line.plain) or closed(line.plain):
        return False
    above = fills(lines, widths, max(0, i - ABOVE), i)
    below = fills(lines, widths, i + 1, min(len(lines), i + 1 + UNDER))
    off = min(abs(it - full) for full in (above, below) for it in (len(line.plain), size(line.plain)))
    return min(above, below) > 0 and off > NEAR and _is_even(lines, widths, i, above)


def _is_even(lines: Sequence[Written], widths: Sequence[float], i: int, full: int) -> bool:
    """Whether the lines of a column above one are nearly all full: some scanners break lines anywhere."""
    found = lengths(lines, widths, max(0, i - ABOVE), i)
    return sum(found[n] for n in (full - 1, full, full + 1)) >= EVEN * found.total()
