"""Sentences into pieces that a model can take."""

from __future__ import annotations

import re

from kg.model import Span

LONGEST = 140  # characters; attention and the ranking of argument spans grow with the square of it
_CLAUSE = re.compile(r"[；;：:，,]")
_LIST = re.compile("[、 　]")


def cut(text: str, sentence: Span, longest: int = LONGEST) -> tuple[Span, ...]:
    """A sentence in pieces of at most `longest` characters, cut behind a clause, else in a list, else anywhere."""
    pieces, start = [], sentence.start
    while sentence.end - start > longest:
        end = _last(_CLAUSE, text, start, start + longest) or _last(_LIST, text, start, start + longest)
        end = end or start + longest
        pieces.append(Span(start, end))
        start = end
    pieces.append(Span(start, sentence.end))
    return tuple(piece for piece in pieces if text[piece.start : piece.end].strip())


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """The end of the last match, 0 when there is none in the second half, where a piece is worth its place."""
    return max((found.end() for found in pattern.finditer(text, start + (end - start) // 2, end)), default=0)
