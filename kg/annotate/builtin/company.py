"""In whose company somebody acts: 在甲，乙陪同下, a phrase that goes on over pauses."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kg.annotate.builtin.phrase import Slot
from kg.model import Mention

_COMPANY = re.compile(r"(?:陪同|见证|主持|带领|率领)下")


def company_end(
    text: str, slot: Slot, following: Sequence[Slot], actors: Callable[[int, int], Sequence[Mention]]
) -> int:
    """Where 在甲，乙陪同下 ends, whose commas part the names of a list; -1 for other phrases."""
    if not actors(slot.start, slot.end):
        return -1
    for later in following:
        if later.marker.kind != "," or not actors(later.start, later.end):
            return -1
        if found := _COMPANY.search(text, later.start, later.end):
            return found.end()
    return -1
