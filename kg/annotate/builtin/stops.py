"""Frames of stops on a journey that no verb of visiting tells: in what place the traveller does something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate.builtin.circumstances import without_side
from kg.annotate.builtin.clause import Clause, role
from kg.annotate.builtin.destinations import only_of_a_kind
from kg.annotate.builtin.group_talks import is_of_persons
from kg.annotate.builtin.phrase import Slot
from kg.annotate.builtin.slots import organization_end, place_end
from kg.annotate.builtin.travellers import travellers
from kg.grammar.clauses import Marker
from kg.model import Mention, Span

_DEALINGS = frozenset(
    ["attend", "chair", "hold", "open", "speak", "say", "meet", "talk", "sign", "message", "adopt", "issue"]
)
_AMONG_PEOPLE = re.compile("(?:亲切|深入|热情|仔细)?(?:交流|交谈|攀谈)")  # what one does with whoever is there
_OPENS = re.compile(r"(?:^|[。；\n]|\d[日时]|[上中下]午|[早当][天晚晨日上]|清晨|傍晚|随后|最后|其间|期间|之后)\s*在$")
_NO_SITE = re.compile(r"(?:[上中下时后前]|期间)\s*$")
_BEHIND_SUBJECT = re.compile("(?:一行|等人?|还|又|也|先后|分别|先|首先|随后|接着|冒雨|冒雪|现场|\\d+人)*")
_FROM = re.compile("来自|出生|籍")


def stop(clause: Clause) -> None:
    """在某校，她同孩子们…: after the first visit of the article, a sentence or part of one that opens with a place.

    What the person does there may be anything but a gathering or a dealing, which have frames of their own.
    """
    span = clause.place
    if span is None or not _under_way(clause) or not 0 <= clause.begin - span.end <= 2:
        return
    opens = _opens(clause, span)
    span = Span(span.start, without_side(clause.text, span))
    if not opens or _NO_SITE.search(clause.text, *span) or _deals(clause):
        return
    if _FROM.search(clause.text, *clause.subject):
        return
    areas = any(s.marker.kind == "visit" for s in clause.slots[clause.index + 1 : clause.index + 2])  # 在某市，他来到
    found = clause.scene.bodies(*span)
    places = [p for p in found if (areas or not clause.scene.is_area(p)) and not only_of_a_kind(p)]
    who = (clause.persons or travellers(clause)) if places else []
    _state(clause, span, who, places)


def _under_way(clause: Clause) -> bool:
    """Whether a visit has been told, or that the subject is one of those who inspect things somewhere."""
    scene = clause.scene
    return bool(scene.visited) or any((m.name or m.text) in scene.touring for m in clause.persons)


def pass_through(clause: Clause, slot: Slot) -> None:
    """代表团一行在某园看展板: on a tour, what the travellers do in a place that is named behind the subject."""
    scene = clause.scene
    behind_visit = slot.marker.start == clause.begin and clause.last_kind == "visit"  # 赶到某市，在某路口盯着…
    if not (scene.on_tour or scene.touring) or (clause.acted and not behind_visit):
        return
    if _NO_SITE.search(clause.text, *slot[1:]):
        return
    if slot.marker.start <= clause.begin and not behind_visit:
        return
    who = travellers(clause)
    end = clause.subject.end if not clause.persons else clause.persons[-1].end
    end = slot.marker.start if behind_visit else min(end, slot.marker.start)
    on = (scene.travellers | scene.touring) & {m.name or m.text for m in who}
    if not on or not _BEHIND_SUBJECT.fullmatch(clause.text, end, slot.marker.start):
        return
    span = Span(slot.start, slot.end)
    if _deals(clause) or scene.within(*span, ("Person",)):  # 在机场迎接某人
        return
    places = scene.bodies(*span) or scene.bodies(span.start, _site_end(clause.text, span))
    sites = [p for p in places if place_end(p.text) or organization_end(p.text)]
    _state(clause, span, who, [p for p in sites if not scene.is_area(p) and not only_of_a_kind(p)])


def inspect(clause: Clause, marker: Marker) -> None:
    """在…，他询问: a stop on a visit, where the sentence opens with the place."""
    who, span = clause.people(), clause.place
    if span is None or not who or not _under_way(clause) or span.end >= marker.start or clause.begin <= span.end - 1:
        return
    if not _opens(clause, span) or _NO_SITE.search(clause.text, *span):
        return
    places = [p for p in clause.scene.bodies(*span, loose=True) if not only_of_a_kind(p)]
    if places:
        clause.state("考察", marker, [*role("A0", who), *role("A1", places)], "stop", confidence=0.85)


def _opens(clause: Clause, span: Span) -> bool:
    """Whether a 在-phrase opens its sentence or part of one, or a clause right behind a visit."""
    before = clause.text[max(clause.sentence.start - 1, span.start - 5, 0) : span.start]
    return bool(_OPENS.search(before)) or (before.endswith(("，在", ",在")) and clause.last_kind == "visit")


def _deals(clause: Clause) -> bool:
    """Whether the clause tells of a gathering or of dealing with somebody."""
    for slot in clause.slots[clause.index + 1 :]:
        if slot.marker.kind == ",":
            return False
        if slot.marker.kind not in _DEALINGS or _on_the_way(clause, slot):
            continue
        if slot.marker.kind == "attend" and not clause.events(slot.start, slot.end):
            continue  # 在某馆，他仔细观看展板
        if not _AMONG_PEOPLE.fullmatch(clause.text, slot.marker.start, slot.marker.end):
            return True
    return False


def _on_the_way(clause: Clause, slot: Slot) -> bool:
    """Whether a verb tells of what travellers do at a stop: what they say, or a talk with people without names."""
    if slot.marker.kind == "say":
        return clause.scene.on_tour or {m.name or m.text for m in clause.persons} <= clause.scene.travellers
    return slot.marker.kind == "talk" and is_of_persons(clause.text[clause.begin : slot.marker.start].rstrip())


def _site_end(text: str, span: Span) -> int:
    """Where the name of a site ends before what is done there (某产业园|看马); the span's begin when none is seen."""
    cuts = (
        at
        for at in range(span.end - 1, span.start + 3, -1)
        if place_end(text[span.start : at]) or organization_end(text[span.start : at])
    )
    return next(cuts, span.start)


def _state(clause: Clause, span: Span, who: Sequence[Mention], places: Sequence[Mention]) -> None:
    if who and places:
        here = Marker(span.start, span.end, "inspect", "考察")
        clause.state("考察", here, [*role("A0", who), *role("A1", places)], "stop", confidence=0.85)
        clause.scene.on_tour = True
