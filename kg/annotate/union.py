"""Several annotators as one: what they agree on gains confidence, what they contradict each other in is settled.

The rule, the same for mentions and frames:

1. *Agreement.* Items that are the same become one, the first annotator's, with the confidence that at least one is
   right if each errs by itself: ``1 - (1 - a) * (1 - b)``, at most `SUREST`.
2. *Conflict.* Of two items of different annotators that cannot both stand, the more confident stands; of equally
   confident ones the longer; of equally long ones the earlier annotator's. The other is dropped.
3. All else stands as it was found.

Mentions are the same with the same span and type. They cannot both stand when they cross, when one span has two
types, or when one lies within another of its type; within another type they may (北京 in 北京市政府).
Frames are the same with the same predicate on overlapping words: the one that stands takes over the arguments in
roles that it lacks, and is negated or planned as soon as one annotator says so, since a fact that somebody doubts
must not be stated. They cannot both stand when predicates differ on overlapping words (主持 and 主持召开).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import tee
from typing import TypeVar

from msgspec.structs import replace

from kg.annotate.base import Annotator
from kg.model import Annotation, Argument, Article, Frame, Mention

SUREST = 0.99
_OFFICE = "任"  # holds any number of frames on the same words, one a person and office

_T = TypeVar("_T", Mention, Frame)


class Union:
    """Annotators that each read every article; the first named decides sentences and ties."""

    def __init__(self, annotators: Sequence[Annotator]) -> None:
        self._annotators = tuple(annotators)

    @property
    def name(self) -> str:
        """The names of all, in order."""
        return "+".join(annotator.name for annotator in self._annotators)

    def annotate(self, articles: Iterable[Article]) -> Iterator[Annotation]:
        """Annotate articles in order with each annotator and unite what they say."""
        copies = tee(articles, len(self._annotators))
        streams = [one.annotate(copy) for one, copy in zip(self._annotators, copies, strict=True)]
        for several in zip(*streams, strict=True):
            united = several[0]
            for other in several[1:]:
                united = unite(united, other)
            yield united


def unite(first: Annotation, second: Annotation) -> Annotation:
    """Two annotations of one article as one, by the rule of this module."""
    mentions = _settle(first.mentions, second.mentions, _same_mention, _clash, _agreed)
    frames = _settle(first.frames, second.frames, _same_frame, _contradict, _joined)
    return Annotation(
        article=first.article,
        sentences=first.sentences or second.sentences,
        mentions=tuple(sorted(mentions, key=lambda one: (one.start, -one.end, one.type))),
        frames=tuple(sorted(frames, key=lambda one: (one.start, one.end))),
    )


def _settle(
    first: Sequence[_T],
    second: Sequence[_T],
    same: Callable[[_T, _T], bool],
    conflict: Callable[[_T, _T], bool],
    agreed: Callable[[_T, _T], _T],
) -> list[_T]:
    kept, added = list(first), []
    for new in second:
        twin = next((i for i, old in enumerate(kept) if same(old, new)), None)
        if twin is not None:
            kept[twin] = agreed(kept[twin], new)
            continue
        rivals = [old for old in kept if conflict(old, new)]
        if all(_weight(new) > _weight(old) for old in rivals):
            kept = [old for old in kept if old not in rivals]
            added.append(new)
    return kept + added


def _weight(item: Mention | Frame) -> tuple[float, int]:
    return item.confidence, item.end - item.start


def _both(first: float, second: float) -> float:
    return max(first, second, min(SUREST, round(1 - (1 - first) * (1 - second), 3)))


def _same_mention(one: Mention, other: Mention) -> bool:
    return (one.start, one.end, one.type) == (other.start, other.end, other.type)


def _clash(one: Mention, other: Mention) -> bool:
    if not _overlap(one, other):
        return False
    if (one.start, one.end) == (other.start, other.end):
        return one.type != other.type
    nested = (one.start <= other.start and other.end <= one.end) or (other.start <= one.start and one.end <= other.end)
    return not nested or one.type == other.type


def _agreed(one: Mention, other: Mention) -> Mention:
    return replace(one, name=one.name or other.name, confidence=_both(one.confidence, other.confidence))


def _same_frame(one: Frame, other: Frame) -> bool:
    return (
        one.predicate == other.predicate and _overlap(one, other) and (one.predicate != _OFFICE or _share(one, other))
    )


def _contradict(one: Frame, other: Frame) -> bool:
    return _OFFICE not in (one.predicate, other.predicate) and _overlap(one, other) and _share(one, other)


def _share(one: Frame, other: Frame) -> bool:
    """Whether the holder, or whoever acts, is the same in both, and for offices the office too."""
    office = one.predicate == _OFFICE
    roles = {"A0", "A1"} if office else {"A0", "A1", "AT"}
    shared = {a.role for a in one.arguments for b in other.arguments if a.role == b.role and _overlap(a, b)} & roles
    return shared == roles if office else bool(shared)


def _joined(one: Frame, other: Frame) -> Frame:
    given = {argument.role for argument in one.arguments}
    return replace(
        one,
        arguments=(*one.arguments, *(argument for argument in other.arguments if argument.role not in given)),
        negated=one.negated or other.negated,
        planned=one.planned or other.planned,
        confidence=_both(one.confidence, other.confidence),
    )


def _overlap(one: Mention | Frame | Argument, other: Mention | Frame | Argument) -> bool:
    same = (one.start, one.end) == (other.start, other.end)  # what is implied has no length
    return same or max(one.start, other.start) < min(one.end, other.end)
