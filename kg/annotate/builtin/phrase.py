"""A sentence cut at its verbs and function words: what stands before, between and behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.grammar.clauses import Lexicon, Marker
from kg.model import Span

_PAUSE = re.compile(r"[，；：,;:]")
_HEADLINE = re.compile(r"[，；：,;:\s　]")


class Slot(NamedTuple):
    """A marker and the text behind it up to the next one; a pause is a marker of kind ``,``."""

    marker: Marker
    start: int
    end: int


def cut(text: str, sentence: Span, lexicon: Lexicon, taken: bytearray, *, spaces: bool = False) -> list[Slot]:
    """Slots of a sentence; the first has an empty marker before its first word.

    No marker begins where ``taken`` is set. ``spaces`` pause too, as in a headline.
    """
    start, end = sentence
    pattern = _HEADLINE if spaces else _PAUSE
    pauses = [Marker(m.start(), m.end(), ",", m[0]) for m in pattern.finditer(text, start, end) if not taken[m.start()]]
    found = [*pauses, *lexicon.markers(text, start, end, taken)]
    if not any(m.kind != "," for m in found):
        return []
    found.sort()
    markers = [Marker(start, start, ",", ""), *found]
    ends = [m.start for m in markers[1:]] + [end]
    return [Slot(m, m.end, max(m.end, e)) for m, e in zip(markers, ends, strict=True)]


def travels(slots: Sequence[Slot], start: int, end: int) -> bool:
    """Whether a journey is told between its days and what is done in its course (3日至5日访问…，主持…)."""
    return any(s.marker.kind == "visit" and start <= s.marker.start and s.marker.end < end for s in slots)
