"""Gatherings in a list: 第三次会议、第五届论坛和第二届峰会."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Mention

_BETWEEN = re.compile(r"(?:[（(][^（）()]*[）)])?(?:、|和|与|及|以及|，以及)")


def joined(text: str, events: Sequence[Mention]) -> list[Mention]:
    """The first of some gatherings, and those that a list joins to it."""
    kept = list(events[:1])
    for event in events[1:]:
        if not _BETWEEN.fullmatch(text, kept[-1].end, event.start):
            break
        kept.append(event)
    return kept


def joined_before(text: str, events: Sequence[Mention]) -> list[Mention]:
    """The last of some gatherings, and those that a list joins to it from the left."""
    kept = list(events[-1:])
    for event in reversed(events[:-1]):
        if not _BETWEEN.fullmatch(text, event.end, kept[0].start):
            break
        kept.insert(0, event)
    return kept
