"""Which mentions of an argument are meant: its heads and list items, not what modifies them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.annotate.hanlp.parsed import Parsed
from kg.annotate.hanlp.words import words
from kg.grammar.documents import find_described
from kg.grammar.events import head_of, is_bare
from kg.model import EntityType, Mention, Span

CONFIDENCE = 0.8  # of a document that is only described
_ANAPHOR = 12  # characters up to which an argument without a mention may point back to one
_BETWEEN = frozenset("、，,和与及同")


class Phrases:
    """Looks into the arguments of one piece of a sentence."""

    def __init__(self, text: str, parsed: Parsed, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._parsed = parsed
        self._mentions = sorted(mentions, key=lambda one: (one.start, -one.end))
        self.described: list[Mention] = []  # documents and gatherings that no mention named, as they are found

    def meant(self, start: int, end: int, types: Iterable[str]) -> list[Span]:
        """What the words ``start`` up to ``end`` mean of these types, as spans of the text.

        Mentions of the types that are neither in a relative clause nor modify another of them; else a document or a
        gathering that is described; else, when the words name nothing at all, the words themselves: a date, or
        something that points back (会议, 双方), which the extractor resolves.
        """
        wanted = frozenset(types)
        span = self._parsed.span(start, end)
        if "date" in wanted:
            return [span]
        outer = self.outermost(span)
        found = [one for one in outer if one.type in wanted and not self._in_relative(one, start, end)]
        found = [one for one in found if not any(self._modifies(one, other) for other in found)]
        if found:
            return [Span(one.start, one.end) for one in found]
        described = self._described(span, wanted) if not outer else []
        if described:
            self.described += described
            return [Span(one.start, one.end) for one in described]
        return [] if outer or span.end - span.start > _ANAPHOR else [span]

    def _described(self, span: Span, wanted: frozenset[str]) -> list[Mention]:
        written = self._text[span.start : span.end]
        if "Document" in wanted:
            return [_mention(self._text, one, "Document") for one in find_described(self._text, span.start, span.end)]
        if "Event" in wanted and head_of(written) and not is_bare(written):
            return [_mention(self._text, span, "Event")]
        return []

    def outermost(self, span: Span) -> list[Mention]:
        """Mentions of a span that stand in no larger one of it."""
        found: list[Mention] = []
        for one in self._mentions:
            if span.start <= one.start and one.end <= span.end and (not found or one.start >= found[-1].end):
                found.append(one)
        return found

    def _in_relative(self, mention: Mention, start: int, end: int) -> bool:
        """Whether a mention stands in a clause that modifies a noun of the same argument."""
        parsed = self._parsed
        last = parsed.words_in(Span(mention.start, mention.end))
        if not parsed.heads or not last:
            return False
        for word in range(start, end):
            inside = start <= parsed.heads[word] < end and parsed.heads[word] not in last
            if inside and parsed.relations[word] in words().relative and last[-1] in parsed.below(word):
                return True
        return False

    def _modifies(self, one: Mention, other: Mention) -> bool:
        """Whether a mention stands before another, without a comma or 和 between, and depends on it."""
        if not self._parsed.heads or one.end > other.start:
            return False
        if _BETWEEN & set(self._text[one.end : other.start]):
            return False
        head = self._parsed.words_in(Span(one.start, one.end))
        goal = self._parsed.words_in(Span(other.start, other.end))
        if not head or not goal:
            return False
        word, seen = head[-1], set()
        while word >= 0 and word not in seen and self._parsed.relations[word] not in words().listed:
            seen.add(word)
            word = self._parsed.heads[word]
            if word in goal:
                return True
        return False


def _mention(text: str, span: Span, kind: EntityType) -> Mention:
    written = text[span.start : span.end]
    return Mention(
        start=span.start, end=span.end, type=kind, text=written, confidence=CONFIDENCE, rule="grammar/described"
    )
