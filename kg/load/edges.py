"""Facts: the edges that statements support, recomputed where statements or their entities changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, cast

from kg.load.rows import fact_values, supported_by
from kg.model import Status
from kg.ontology import Ontology
from kg.resolve.view import HELD_ON, Claim, Edge, Voice, edge, period, support
from kg.store.base import Command, Store, Value
from kg.store.cypher import placed
from kg.store.schema import FACT

_TEXTS = ("predicate", "subject", "object", "fact", "subject_entity", "object_entity")
_FIELDS = ("id", "status", "planned", "verdict", "date", "story", "confidence", *_TEXTS)
_COLUMNS = ", ".join(["elementId(s)", *(f"s.{name}" for name in _FIELDS)])

_SUM = (
    "UNWIND $rows AS row MATCH (s:Statement {fact: row.id}) WITH row, count(s) AS statements, "
    "count(DISTINCT s.story) AS stories, min(s.date) AS first, max(s.date) AS last, "
    "max(CASE WHEN s.verdict = 'accept' THEN 1.0 ELSE s.confidence END) AS confidence, "
    "min(CASE WHEN s.planned THEN 1 ELSE 0 END) AS planned, min(s.status) AS status "
    "MATCH (a:Entity {id: row.subject}) MATCH (b:Entity {id: row.object}) "
    "CREATE (a)-[:%s {id: row.id, statements: statements, stories: stories, first_date: first, last_date: last, "
    "confidence: confidence, planned: planned = 1, status: status}]->(b)"
)
_CREATE = (
    f"UNWIND $rows AS row MATCH (a:Entity {{id: row[{len(FACT)}]}}) MATCH (b:Entity {{id: row[{len(FACT) + 1}]}}) "
    f"CREATE (a)-[:%s {placed(*FACT)}]->(b)"
)
_DELETE = (
    "UNWIND $rows AS row MATCH (:Entity {id: row.subject})-[r:%s]->(:Entity {id: row.object}) "
    "WHERE r.id = row.id DELETE r"
)
_FIND = "MATCH (s:Statement) WHERE elementId(s) = node[0] AND s.id = node[1]"  # addresses are given again


class Waiting(NamedTuple):
    """Where the store finds a statement at once, and the id that must stand there."""

    node: str
    id: str


class Held(NamedTuple):
    """A statement as the store has it, with its address there and the fact that it supports until now."""

    id: str
    claim: Claim
    voice: Voice
    node: str = ""
    rejected: bool = False
    fact: Edge | None = None


class Change(NamedTuple):
    """What one part of the waiting statements changes."""

    held: dict[str, Held]
    now: dict[str, Edge | None]  # for each statement whose ends are known
    affected: dict[str, Edge]  # facts that gain or lose a statement
    known: set[str]  # those of them that have statements, and so an edge, until now

    def new(self) -> dict[str, list[Held]]:
        """The statements of the facts that are new: they have no others than these."""
        found: dict[str, list[Held]] = defaultdict(list)
        for id, fact in self.now.items():
            if fact and fact.id not in self.known:
                found[fact.id].append(self.held[id])
        return found


def plan_facts(store: Store, statements: Iterable[Waiting], ontology: Ontology) -> list[Command]:
    """Commands that give each of these statements its fact, and sum up again the facts that gain or lose one."""
    cypher = f"UNWIND $nodes AS node {_FIND} RETURN {_COLUMNS}"
    rows = store.read(cypher, nodes=[list(one) for one in statements]).rows
    held = {str(row[1]): _held(str(row[0]), dict(zip(_FIELDS, row[1:], strict=True))) for row in rows}
    entity = _entity_of(store, held.values())
    now = {
        id: None if one.rejected else edge(one.claim, entity, ontology)
        for id, one in held.items()
        if _is_known(one, entity)
    }
    affected = {fact.id: fact for fact in [*(held[id].fact for id in now), *now.values()] if fact}
    change = Change(held, now, affected, _supported(store, affected))
    return [_assign(change), *_edges(change), *_dates(store, change)]


class Founded(NamedTuple):
    """What statements that are yet to be written come to."""

    fact: dict[str, Edge | None]  # of each statement
    edges: dict[str, list[list[Value]]]  # rows of the facts that are new, by relation; the last two are their ends
    days: dict[str, tuple[str, str]]  # first and last day of events of which nothing was stated until now
    again: list[Edge]  # facts that have other statements in the store, to be summed up with these


def found_facts(
    store: Store, said: Iterable[Held], entity: Mapping[str, str], *, old: Collection[str], ontology: Ontology
) -> Founded:
    """The facts of statements that are yet to be written.

    Args:
        store: an open store.
        said: the statements.
        entity: of each appearance that they speak of.
        old: the entities that the store has; facts of others are new in any case.
        ontology: other than the package's.
    """
    held = {one.id: one for one in said}
    now = {id: edge(one.claim, entity, ontology) for id, one in held.items()}
    facts = {fact.id: fact for fact in now.values() if fact}
    asked = [id for id, fact in facts.items() if fact.subject in old and (not fact.object or fact.object in old)]
    change = Change(held, now, facts, _supported(store, asked))
    days = {
        facts[id].subject: period((one.claim.object, one.voice.planned) for one in statements)
        for id, statements in change.new().items()
        if facts[id].predicate == HELD_ON
    }
    return Founded(now, _made(change), days, [facts[id] for id in sorted(change.known)])


def note(facts: Iterable[Edge]) -> list[Command]:
    """Commands that leave it to the next refresh to sum up facts."""
    rows: list[Value] = [[one.id, one.predicate, one.subject, one.object or None] for one in facts]
    cypher = (
        "UNWIND $rows AS row MERGE (m:Mark {id: 'fact' + row[0]}) ON CREATE SET "
        "m.kind = 'fact', m.of = row[0], m.predicate = row[1], m.subject = row[2], m.object = row[3]"
    )
    return [Command(cypher, {"rows": rows})] if rows else []


def plan_marked_facts(store: Store, most: int) -> list[Command]:
    """Commands that sum up facts that lost a statement to a removed article, and forget the marks that tell of them.

    Args:
        store: an open store.
        most: marks at a time.

    Returns:
        none when there is no mark.
    """
    cypher = f"MATCH (m:Mark {{kind: 'fact'}}) RETURN m.id, m.of, m.predicate, m.subject, m.object LIMIT {most}"
    marks = store.read(cypher).rows
    if not marks:
        return []
    facts = {str(row[1]): _marked(row) for row in marks}
    change = Change({}, {}, facts, set(facts))
    forget = Command("UNWIND $ids AS id MATCH (m:Mark {id: id}) DELETE m", {"ids": [row[0] for row in marks]})
    return [*_edges(change), *_dates(store, change), forget]


def _held(node: str, row: Mapping[str, Value]) -> Held:
    predicate, subject, target, fact, start, end = (str(row[name] or "") for name in _TEXTS)
    status = cast("Status", row["status"])
    edge = Edge(id=fact, subject=start, predicate=predicate, object=end, status=status) if fact else None
    confidence = 1.0 if row["verdict"] == "accept" else float(cast("float", row["confidence"]))
    return Held(
        id=str(row["id"]),
        node=node,
        claim=Claim(predicate, subject, target, status),
        voice=Voice(str(row["date"] or ""), str(row["story"]), confidence, bool(row["planned"])),
        rejected=row["verdict"] == "reject",
        fact=edge,
    )


def _marked(row: Sequence[Value]) -> Edge:
    _, id, predicate, subject, target = (str(value or "") for value in row)
    return Edge(id=id, subject=subject, predicate=predicate, object=target, status="current")


def _entity_of(store: Store, held: Iterable[Held]) -> dict[str, str]:
    """The entities of all appearances that these statements speak of."""
    ids = {end for one in held for end in _ends(one)}
    cypher = "UNWIND $ids AS id MATCH (n:Appearance {id: id}) RETURN n.id, n.entity"
    return {str(id): str(entity) for id, entity in store.read(cypher, ids=sorted(ids)).rows if entity}


def _ends(one: Held) -> list[str]:
    """The appearances that a statement speaks of: two, or with a date one."""
    return [one.claim.subject] + ([one.claim.object] if one.claim.predicate != HELD_ON else [])


def _is_known(one: Held, entity: Mapping[str, str]) -> bool:
    """Whether both ends are resolved; what a loader added since then stays marked for the next round."""
    return all(end in entity for end in _ends(one))


def _supported(store: Store, facts: Iterable[str]) -> set[str]:
    """Those that statements supported until now: they have an edge."""
    cypher = "UNWIND $ids AS id MATCH (s:Statement {fact: id}) RETURN DISTINCT id"
    return {str(row[0]) for row in store.read(cypher, ids=sorted(facts)).rows}


def _assign(change: Change) -> Command:
    cypher = (
        f"UNWIND $nodes AS node {_FIND} "
        "SET s.fact = node[2], s.subject_entity = node[3], s.object_entity = node[4], s.pending = null"
    )
    rows: list[Value] = []
    for id, fact in change.now.items():
        rows.append([change.held[id].node, id, *supported_by(fact)])
    return Command(cypher, {"nodes": rows})


def _edges(change: Change) -> list[Command]:
    """Commands for the edges: those of new facts are made from their statements, others are summed up in the store."""
    again = [change.affected[id] for id in sorted(change.known)]
    return [
        *_by_predicate(_DELETE, again),
        *_by_predicate(_SUM, again),
        *(Command(_CREATE % name, {"rows": rows}) for name, rows in sorted(_made(change).items())),
    ]


def _made(change: Change) -> dict[str, list[list[Value]]]:
    """Rows of the facts that are new, by relation."""
    made: dict[str, list[list[Value]]] = defaultdict(list)
    for id, statements in change.new().items():
        fact = change.affected[id]
        if fact.predicate != HELD_ON:
            made[fact.predicate].append(_row(fact, [one.voice for one in statements]))
    return made


def _row(fact: Edge, voices: Iterable[Voice]) -> list[Value]:
    return [*fact_values(fact, support(voices)), fact.subject, fact.object]


def _by_predicate(cypher: str, facts: Iterable[Edge]) -> list[Command]:
    """One command a relation, since its name is part of the text; it comes from the ontology."""
    rows: dict[str, list[Mapping[str, Value]]] = defaultdict(list)
    for fact in facts:
        if fact.predicate != HELD_ON:
            rows[fact.predicate].append({"id": fact.id, "subject": fact.subject, "object": fact.object})
    return [Command(cypher % name, {"rows": rows[name]}) for name in sorted(rows)]


def _dates(store: Store, change: Change) -> list[Command]:
    """First and last day of the events of which dates are stated, taken back or rejected."""
    facts = {fact.id: fact for fact in change.affected.values() if fact.predicate == HELD_ON}
    if not facts:
        return []
    said: dict[str, list[tuple[str, bool]]] = {id: [] for id in facts}
    cypher = "UNWIND $ids AS id MATCH (s:Statement {fact: id}) RETURN id, s.id, s.object, s.planned"
    for id, statement, date, planned in store.read(cypher, ids=sorted(change.known & set(facts))).rows:
        if statement not in change.now:
            said[str(id)].append((str(date), bool(planned)))
    for statement, fact in change.now.items():
        if fact and fact.id in said:
            one = change.held[statement]
            said[fact.id].append((one.claim.object, one.voice.planned))
    rows = []
    for id, fact in facts.items():
        start, end = period(said[id])
        rows.append({"id": fact.subject, "start": start or None, "end": end or None})
    return [
        Command(
            "UNWIND $rows AS row MATCH (e:Entity {id: row.id}) SET e.start = row.start, e.end = row.end", {"rows": rows}
        )
    ]
