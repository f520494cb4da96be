"""Who signs which paper with whom, where 分别 says that several sign several papers in turn."""

from __future__ import annotations

from typing import NamedTuple

from kg.annotate.builtin.clause import Clause
from kg.grammar.clauses import Marker
from kg.model import Mention

_IN_TURN = ("分别", "各自", "依次")


class Share(NamedTuple):
    """One deal: who signs, with whom, and what."""

    who: list[Mention]
    others: list[Mention]
    documents: list[Mention]


def shares(
    clause: Clause, marker: Marker, who: list[Mention], others: list[Mention], documents: list[Mention]
) -> list[Share]:
    """The deals of one verb: each party its own (甲分别与乙、丙签署《A》《B》), or one of them all."""
    whole = [Share(who, others, documents)]
    if "for" in clause.phrase or not any(word in clause.text[clause.begin : marker.start] for word in _IN_TURN):
        return whole
    others = _as_many(clause, who, others)
    count = max(len(who), len(others))
    fits = all(len(items) in (1, count) for items in (who, others, documents) if items)
    several = sum(len(items) == count for items in (who, others, documents))
    if count < 2 or not fits or several < 2:
        return whole
    return [Share(*(_share(items, i) for items in (who, others, documents))) for i in range(count)]


def _as_many(clause: Clause, who: list[Mention], others: list[Mention]) -> list[Mention]:
    """The others, with the short names among them where that makes as many as there are before 与."""
    beside = clause.phrase.get("with")
    if beside is None or min(len(who), len(others)) < 2 or len(who) == len(others):
        return others
    loose = clause.scene.bodies(*beside, loose=True, firms=True)
    return loose if len(loose) == len(who) else others


def _share(items: list[Mention], index: int) -> list[Mention]:
    """What falls to the party of a number: its own item, or the one that is common to all."""
    return items[index : index + 1] if len(items) > 1 else items
