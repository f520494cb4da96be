"""The two sides of a clause that tells of no deal yet: what 双方 means behind it (甲校与乙企达成合作，双方签署…)."""

from __future__ import annotations

from kg.annotate.builtin.clause import Clause
from kg.annotate.builtin.scene import OF_DEALS, OF_TALKS, Sides
from kg.model import Mention, Span


def note_sides(clause: Clause) -> None:
    """Remember the two sides of a clause that ends."""
    beside = clause.phrase.get("with")
    told = any(f.start >= clause.begin and f.predicate in (*OF_TALKS, *OF_DEALS) for f in clause.frames)
    if beside is None or beside.start < clause.begin or told:
        return
    clause.scene.sides = Sides(tuple(clause.persons), clause.subject, beside)


def _leading(clause: Clause, span: Span) -> list[Mention]:
    """The body that a span begins with, whatever is told behind it (与某公司|经过多轮洽谈)."""
    found = clause.scene.within(*span, ("Organization", "Place"))[:1]
    return found if found and found[0].start == span.start else []


def sides_told(clause: Clause) -> tuple[list[Mention], list[Mention]] | None:
    """The bodies, or the persons without an office, of the clause before in the paragraph, for 双方."""
    sides, scene = clause.scene.sides, clause.scene
    line = clause.text.rfind("\n", 0, clause.begin)
    if sides is None or sides.beside.start < line:
        return None
    ones = list(sides.persons)
    others = scene.within(*sides.beside, ("Person",))
    if ones or others:
        private = not scene.within(line + 1, sides.beside.end, ("Position",))
        return (ones, others) if ones and others and private else None
    ones = scene.bodies(*clause.without_time(sides.subject), firms=True)
    others = scene.bodies(*sides.beside, firms=True) or _leading(clause, sides.beside)
    return (ones, others) if ones and others else None
