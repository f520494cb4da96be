"""Who looks on while others sign: 某某、某某见证签约."""

from __future__ import annotations

import re

from kg.annotate.builtin.clause import Clause, role
from kg.grammar.clauses import Marker, choices
from kg.grammar.documents import SIGNING
from kg.grammar.events import is_bare
from kg.model import Mention

_WITNESSED = re.compile(rf"(?:{choices('witnessed')})*(?=[，。；！？\s]|并|$)")


def witness(clause: Clause, marker: Marker) -> bool:
    """见证, 共同见证签约: persons at the ceremony of signing of which the article has told, who may speak there too.

    Returns whether they are told of, so that the clause goes on about them (见证签约并致辞).
    """
    if "见证" not in clause.text[marker.start : marker.end] or not _WITNESSED.match(clause.text, marker.end):
        return False
    who, ceremony = clause.people(), ceremony_before(clause, marker.start)
    attends = bool(who and ceremony and who[0].type == "Person")
    if attends and ceremony:
        clause.topic = ceremony
        clause.state("出席", marker, [*role("A0", who), *role("AT", [ceremony])], "witness", confidence=0.85)
    return attends


def ceremony_before(clause: Clause, at: int) -> Mention | None:
    """The last gathering named before an offset at which something is signed (某某签约仪式)."""
    named = (e for e in clause.scene.within(0, at, ("Event",)) if SIGNING.search(e.text) and not is_bare(e.text))
    return next(reversed([*named]), None)
