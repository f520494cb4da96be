"""Talks with a group, which a verb phrase names as gatherings: 同…集体谈话, 同各界代表座谈."""

from __future__ import annotations

import re

from kg.annotate.builtin.circumstances import where
from kg.annotate.builtin.clause import Clause, role
from kg.grammar.clauses import Marker, choices
from kg.model import Mention, Span

_PERSONS = re.compile(f"(?:{choices('groups_of_persons')})$")


def is_of_persons(written: str) -> bool:
    """Whether a phrase means a group of persons and no body."""
    return bool(_PERSONS.search(written))


def talk_with_group(clause: Clause, span: Span, marker: Marker) -> None:
    """同各界代表座谈: a gathering called after the group, at which who talks speaks."""
    group = clause.text[span.start : marker.start].strip()
    if not is_of_persons(group) or len(group) > 40:
        return
    event = clause.scene.add(
        Mention(
            start=marker.start,
            end=marker.end,
            type="Event",
            text=clause.text[marker.start : marker.end],
            name=f"{group}座谈会",
            confidence=0.8,
            rule="talk",
        )
    )
    talk_as_event(clause, event, marker)
    for predicate in ("讲话", "出席"):
        arguments = [*role("A0", clause.people()), *role("AT", [event])]
        clause.state(predicate, marker, arguments, "talked-with-group", confidence=0.8)


def talk_as_event(clause: Clause, event: Mention, marker: Marker) -> None:
    """同…集体谈话: a gathering that a verb phrase names."""
    arguments = [*role("AT", [event]), *where(clause, clause.phrase.get("at")), *clause.when(marker)]
    clause.state("举行", marker, arguments, "held")
    clause.topic = event
