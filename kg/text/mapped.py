"""Text that knows where on the raw page each of its characters stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from kg.model import Article, Piece, Span

GAP = 6  # characters: what a line break or a mark of emphasis takes away between two pieces of one clause


class Edit(NamedTuple):
    """Characters ``start`` up to ``end`` of a text become ``new``."""

    start: int
    end: int
    new: str


class Mapped(NamedTuple):
    """A text and its pieces, which are sorted by their place in the text and do not overlap there."""

    text: str
    pieces: tuple[Piece, ...]

    def cut(self, start: int, end: int) -> Mapped:
        """Characters ``start`` up to ``end`` with their places."""
        return Mapped(self.text[start:end], tuple(_shifted(self.pieces, start, end, 0)))

    def strip(self) -> Mapped:
        """Without white space at its ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self if (start, self.text) == (0, self.text.rstrip()) else self.cut(start, len(self.text.rstrip()))

    def edit(self, edits: Iterable[Edit]) -> Mapped:
        """Apply edits, which are sorted and do not overlap.

        A replacement as long as what it replaces keeps its places; of any other the first character takes the
        place of the first replaced one, and characters without a counterpart were inserted.
        """
        parts: list[str] = []
        pieces: list[Piece] = []
        at = length = 0
        for start, end, new in edits:
            parts += (self.text[at:start], new)
            pieces += _shifted(self.pieces, at, start, length)
            length += start - at
            kept = len(new) if len(new) == end - start else min(len(new), end - start, 1)
            pieces += _shifted(self.pieces, start, start + kept, length)
            length += len(new)
            at = end
        if not parts:
            return self
        pieces += _shifted(self.pieces, at, len(self.text), length)
        return Mapped("".join(parts) + self.text[at:], tuple(_merged(pieces)))

    @property
    def raw(self) -> int:
        """Where its first mapped character stands on the raw page, or -1."""
        return self.pieces[0].raw if self.pieces else -1


def whole(raw: str, start: int = 0, end: int | None = None) -> Mapped:
    """A part of a raw page, each character at its own place."""
    text = raw[start:end]
    return Mapped(text, (Piece(0, start, len(text)),) if text else ())


def concat(parts: Iterable[Mapped | str]) -> Mapped:
    """Several texts in a row; plain strings are characters that were inserted."""
    texts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for part in parts:
        text = part if isinstance(part, str) else part.text
        if not isinstance(part, str):
            pieces += (Piece(piece.text + length, piece.raw, piece.length) for piece in part.pieces)
        texts.append(text)
        length += len(text)
    return Mapped("".join(texts), tuple(_merged(pieces)))


def raw_spans(article: Article, start: int, end: int) -> tuple[Span, ...]:
    """Where characters ``start`` up to ``end`` of :attr:`Article.full` stand on the raw page, in reading order.

    Neighbouring pieces become one span, also over the few characters that repair took out between them (a space, a
    line break); a clause that runs over two columns has two spans. Inserted characters stand nowhere.
    """
    spans: list[Span] = []
    for piece in _shifted(article.map, start, end, 0):
        first, last = piece.raw, piece.raw + piece.length
        if spans and spans[-1].end <= first <= spans[-1].end + GAP:
            spans[-1] = Span(spans[-1].start, last)
        else:
            spans.append(Span(first, last))
    return tuple(spans)


def _shifted(pieces: tuple[Piece, ...], start: int, end: int, to: int) -> Iterable[Piece]:
    """The parts of pieces within ``start`` and ``end``, moved so that ``start`` comes to stand at ``to``."""
    if start >= end:
        return
    for i in range(max(0, bisect_right(pieces, start, key=_text) - 1), len(pieces)):
        text, raw, length = pieces[i]
        if text >= end:
            return
        first, last = max(text, start), min(text + length, end)
        if first < last:
            yield Piece(first - start + to, raw + first - text, last - first)


def _text(piece: Piece) -> int:
    return piece.text


def _merged(pieces: Iterable[Piece]) -> Iterable[Piece]:
    """Pieces that continue each other both in the text and on the page become one."""
    last: Piece | None = None
    for piece in pieces:
        if last and (last.text + last.length, last.raw + last.length) == (piece.text, piece.raw):
            last = Piece(last.text, last.raw, last.length + piece.length)
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last
