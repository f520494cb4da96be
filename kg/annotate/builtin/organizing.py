"""Frames of the bodies behind a gathering."""

from __future__ import annotations

import re

from kg.annotate.builtin.clause import Clause, role
from kg.annotate.builtin.joined import joined
from kg.annotate.builtin.occasions import called_by_title
from kg.grammar.clauses import Marker

_POINTS = re.compile("的?(?:[这该本此][场次届项]?|这一|上述)")


def organize(clause: Clause, marker: Marker) -> None:
    """主办, 承办: the bodies behind a gathering."""
    written = clause.text[marker.start : marker.end]
    slot = clause.slots[clause.index]
    if written.endswith(("为", "是")):
        agents = clause.scene.bodies(slot.start, slot.end)
    else:
        before = clause.slots[clause.index - 1] if clause.index else slot
        if before.marker.kind in ("organize", "guide") and clause.text[before.start : before.end].strip("、 "):
            agents = clause.scene.bodies(before.start, before.end)
        else:
            ones, others = clause.parties()
            agents = [m for m in [*ones, *others] if m.type != "Person" or written.endswith(("举办", "办"))]
    events = joined(clause.text, clause.events(slot.start, slot.end))
    if not events and clause.topic is not None:
        events = [clause.topic]
    if not events:
        ahead = [
            e
            for later in clause.slots[clause.index :]
            if clause.text[later.start : later.start + 1] == "的"
            for e in clause.events(later.start, later.end)
        ]
        events = ahead[:1]
    described = "的" in (clause.text[slot.start : slot.start + 1], written[-1])
    described = described and not _POINTS.match(clause.text, slot.start)
    if not events and described and not (events := called_by_title(clause, slot.start)):
        return  # 由某台主办的评选: no gathering, and none that was named before
    if agents:
        clause.state(marker.name, marker, [*role("A0", agents), *role("AT", events)], "organized")
    if events:
        clause.topic = events[0]


def guide(clause: Clause, _: Marker) -> None:
    """由市文联指导: who guides does not hold what follows."""
    clause.phrase.pop("by", None)
