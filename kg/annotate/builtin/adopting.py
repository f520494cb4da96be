"""Frames of documents that a gathering or body adopts."""

from __future__ import annotations

import re

from kg.annotate.builtin.clause import Clause, role
from kg.annotate.builtin.paper_objects import listed_on, objects
from kg.grammar.clauses import Marker
from kg.model import Mention

_CLOSED_BY = re.compile("[^，。；]*(?:之?后|时|之际|期间)，")
_NAMES_A_THING = re.compile(r"》[^，。；、《]{0,6}(?:[库台馆]|平台|栏目|节目|系统|网站|活动)")  # not adopted


def adopt(clause: Clause, marker: Marker) -> None:
    """审议通过: documents that a gathering or body adopted."""
    documents = objects(clause, marker)
    if clause.text[marker.start : marker.end] == "通过":
        documents = [d for d in documents if not _NAMES_A_THING.match(clause.text, d.end - 1)]
    who: list[Mention] = []
    if clause.text.startswith("经", marker.start):
        who = clause.events(marker.start, marker.end) or clause.scene.bodies(marker.start + 1, marker.end - 4)
        documents = clause.scene.within(clause.begin, marker.start, ("Document",))
    elif "by" in clause.phrase:
        span = clause.phrase["by"]
        who = clause.events(*span) or clause.scene.bodies(*span)
        documents = documents or clause.scene.within(clause.begin, span.start, ("Document",))
    elif clause.topic is not None:
        who = [clause.topic]
    else:
        who = clause.agents() or _in_time_clause(clause, marker)
    if documents:
        documents = [*documents, *listed_on(clause)]
    if who and documents:
        clause.state("审议通过", marker, [*role("A0", who), *role("A1", documents)], "adopted")
        if who[0].type == "Event":
            clause.state("举行", marker, [*role("AT", who[:1]), *clause.when(marker)], "adopted")


def _in_time_clause(clause: Clause, marker: Marker) -> list[Mention]:
    """在议会批准法案后，…: the subject of a clause that 在 and 后 enclose."""
    at = clause.phrase.get("at")
    pause = _CLOSED_BY.search(clause.text, marker.end, clause.sentence.end)
    return clause.scene.bodies(*at) if at and at.end == marker.start and pause else []
