"""Frames of the stops of a journey: 在某校，他询问…"""

from __future__ import annotations

import re

from kg.annotate.builtin.clause import Clause, role
from kg.annotate.builtin.destinations import only_of_a_kind
from kg.annotate.builtin.group_talks import is_of_persons
from kg.annotate.builtin.phrase import Slot
from kg.grammar.clauses import Marker
from kg.model import Mention

_DEALINGS = frozenset(
    ["attend", "chair", "hold", "open", "speak", "say", "meet", "talk", "sign", "message", "adopt", "issue"]
)


def stop(clause: Clause) -> None:
    """在某校，她同孩子们…: after the first visit of the article, a sentence or part of one that opens with a place.

    What the person does there may be anything but a gathering or a dealing, which have frames of their own.
    """
    span, who = clause.place, clause.persons
    if span is None or not clause.scene.visited or not who or not 0 <= clause.begin - span.end <= 2:
        return
    opens = re.search(r"(?:^|[。；\n])\s*在$", clause.text[max(0, span.start - 3) : span.start])
    if not opens or re.search(r"(?:[上中下时后前]|期间)\s*$", clause.text[span.start : span.end]):
        return
    for slot in clause.slots[clause.index + 1 :]:
        if slot.marker.kind == ",":
            break
        if slot.marker.kind in _DEALINGS and not _on_the_way(clause, slot, who):
            return
    areas = any(s.marker.kind == "visit" for s in clause.slots[clause.index + 1 : clause.index + 2])  # 在某市，他来到
    found = clause.scene.bodies(*span)
    places = [p for p in found if (areas or not clause.scene.is_area(p)) and not only_of_a_kind(p)]
    if places:
        here = Marker(span.start, span.end, "inspect", "考察")
        clause.state("考察", here, [*role("A0", who), *role("A1", places)], "stop", confidence=0.85)


def _on_the_way(clause: Clause, slot: Slot, who: list[Mention]) -> bool:
    """Whether a verb tells of what travellers do at a stop: what they say, or a talk with people without names."""
    if slot.marker.kind == "say":
        return clause.scene.on_tour or {m.name or m.text for m in who} <= clause.scene.travellers
    return slot.marker.kind == "talk" and is_of_persons(clause.text[clause.begin : slot.marker.start].rstrip())


def inspect(clause: Clause, marker: Marker) -> None:
    """在…，他询问: a stop on a visit, where the sentence opens with the place."""
    who = clause.people()
    span = clause.place
    opens = span is not None and bool(
        re.search(
            r"(?:^|[。；\n])\s*在$",
            clause.text[clause.sentence.start - 1 : span.start] if clause.sentence.start else "在",
        )
    )
    if (
        span is None
        or not opens
        or not who
        or not clause.scene.visited
        or span.end >= marker.start
        or clause.begin <= span.end - 1
    ):
        return
    if re.search(r"(?:[上中下时后前]|期间)\s*$", clause.text[span.start : span.end]):
        return
    places = [p for p in clause.scene.bodies(*span, loose=True) if not only_of_a_kind(p)]
    if places:
        clause.state("考察", marker, [*role("A0", who), *role("A1", places)], "stop", confidence=0.85)
