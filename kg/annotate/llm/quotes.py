"""Finding what a model quotes in the article it was given: exactly, or else after normalising."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from kg.model import Span

_SAME = str.maketrans({
    "“": '"', "”": '"', "„": '"', "「": '"', "」": '"', "『": '"', "』": '"',
    "‘": "'", "’": "'", "—": "-", "–": "-", "―": "-", "・": "·", "•": "·",
})  # fmt: skip


class Quotes:
    """A text that can be searched for words which are spaced, spelt or quoted a little otherwise."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded, self._places = _fold(text)

    def find(self, quote: str, within: Span | None = None) -> Iterator[Span]:
        """Where a quotation stands, as spans of the text: each exact place, or when there is none each like it."""
        quote = quote.strip()
        within = within or Span(0, len(self.text))
        found = [Span(at, at + len(quote)) for at in _places(self.text, quote, within.start, within.end)]
        yield from found or self._like(quote, within)

    def first(self, quote: str, within: Span | None = None) -> Span | None:
        """The first place of a quotation."""
        return next(self.find(quote, within), None)

    def _like(self, quote: str, within: Span) -> Iterator[Span]:
        folded, _ = _fold(quote)
        for at in _places(self._folded, folded, 0, len(self._folded)):
            span = Span(self._places[at], self._places[at + len(folded) - 1] + 1)
            if within.start <= span.start and span.end <= within.end:
                yield span


def _places(text: str, part: str, start: int, end: int) -> Iterator[int]:
    at = text.find(part, start, end) if part else -1
    while at >= 0:
        yield at
        at = text.find(part, at + len(part), end)


def _fold(text: str) -> tuple[str, list[int]]:
    """A text without spaces, NFKC, quotes and dashes made alike; and where each of its characters came from."""
    chars: list[str] = []
    places: list[int] = []
    for i, char in enumerate(text):
        for folded in unicodedata.normalize("NFKC", char).translate(_SAME).casefold():
            if not folded.isspace():
                chars.append(folded)
                places.append(i)
    return "".join(chars), places
