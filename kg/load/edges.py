"""Facts: the edges that statements support, recomputed where statements or their entities changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, cast

from kg.load.lease import Lease
from kg.model import Status
from kg.ontology import Ontology
from kg.resolve.view import HELD_ON, Claim, Edge, edge, period
from kg.store.base import Command, Store, Value

_TEXTS = ("predicate", "subject", "object", "fact", "subject_entity", "object_entity")
_FIELDS = ("id", "status", "planned", "verdict", *_TEXTS)
_COLUMNS = ", ".join(f"s.{name}" for name in _FIELDS)

_SUM = (
    "UNWIND $rows AS row MATCH (s:Statement {fact: row.id}) WITH row, count(s) AS statements, "
    "count(DISTINCT s.story) AS stories, min(s.date) AS first, max(s.date) AS last, "
    "max(CASE WHEN s.verdict = 'accept' THEN 1.0 ELSE s.confidence END) AS confidence, "
    "min(CASE WHEN s.planned THEN 1 ELSE 0 END) AS planned "
    "MATCH (a:Entity {id: row.subject}) MATCH (b:Entity {id: row.object}) "
)
_CREATE = (
    "CREATE (a)-[:%s {id: row.id, statements: statements, stories: stories, first_date: first, last_date: last, "
    "confidence: confidence, planned: planned = 1, status: row.status}]->(b)"
)
_DELETE = (
    "UNWIND $rows AS row MATCH (:Entity {id: row.subject})-[r:%s]->(:Entity {id: row.object}) "
    "WHERE r.id = row.id DELETE r"
)
_MARKS = "MATCH (m:Mark {kind: 'fact'}) RETURN m.id, m.of, m.predicate, m.subject, m.object LIMIT 4000"


class _Held(NamedTuple):
    """A statement as the store has it, with the fact that it supports until now."""

    id: str
    claim: Claim
    planned: bool
    rejected: bool
    fact: Edge | None


def resolve_facts(store: Store, lease: Lease, buckets: Sequence[int], ontology: Ontology) -> None:
    """Give each waiting statement of these buckets its fact, and sum up again the facts that gain or lose one."""
    marks = store.read(_MARKS).rows
    rows = store.read(
        f"UNWIND $buckets AS bucket MATCH (s:Statement {{pending: bucket}}) RETURN {_COLUMNS}", buckets=list(buckets)
    ).rows
    held = [_held(dict(zip(_FIELDS, row, strict=True))) for row in rows]
    entity = _entity_of(store, held)
    now = {
        one.id: None if one.rejected else edge(one.claim, entity, ontology) for one in held if _is_known(one, entity)
    }
    old = [one.fact for one in held if one.fact and one.id in now] + [_marked(row) for row in marks]
    affected = {fact.id: fact for fact in [*old, *(fact for fact in now.values() if fact)]}
    existing = _supported(store, affected) | {str(row[1]) for row in marks}
    lease.write(
        [
            _assign(now),
            *_by_predicate(_DELETE, [affected[id] for id in sorted(existing)]),
            *_by_predicate(_SUM + _CREATE, affected.values()),
            *_dates(store, now, {one.id: one for one in held}, affected),
            Command("UNWIND $ids AS id MATCH (m:Mark {id: id}) DELETE m", {"ids": [row[0] for row in marks]}),
        ]
    )


def _held(row: Mapping[str, Value]) -> _Held:
    predicate, subject, target, fact, start, end = (str(row[name] or "") for name in _TEXTS)
    status = cast("Status", row["status"])
    claim = Claim(predicate, subject, target, status)
    edge = Edge(id=fact, subject=start, predicate=predicate, object=end, status=status) if fact else None
    return _Held(str(row["id"]), claim, bool(row["planned"]), row["verdict"] == "reject", edge)


def _marked(row: Sequence[Value]) -> Edge:
    _, id, predicate, subject, target = (str(value or "") for value in row)
    return Edge(id=id, subject=subject, predicate=predicate, object=target, status="current")


def _entity_of(store: Store, held: Iterable[_Held]) -> dict[str, str]:
    """The entities of all appearances that these statements speak of."""
    ids = {end for one in held for end in (one.claim.subject, one.claim.object)}
    cypher = "UNWIND $ids AS id MATCH (n:Appearance {id: id}) RETURN n.id, n.entity"
    return {str(id): str(entity) for id, entity in store.read(cypher, ids=sorted(ids)).rows if entity}


def _is_known(one: _Held, entity: Mapping[str, str]) -> bool:
    """Whether both ends are resolved; what a loader added since then stays marked for the next round."""
    ends = [one.claim.subject] + ([one.claim.object] if one.claim.predicate != HELD_ON else [])
    return all(end in entity for end in ends)


def _supported(store: Store, facts: Iterable[str]) -> set[str]:
    """Those that statements supported until now: they have an edge."""
    cypher = "UNWIND $ids AS id MATCH (s:Statement {fact: id}) RETURN DISTINCT id"
    return {str(row[0]) for row in store.read(cypher, ids=sorted(facts)).rows}


def _assign(now: Mapping[str, Edge | None]) -> Command:
    cypher = (
        "UNWIND $rows AS row MATCH (s:Statement {id: row.id}) SET s.fact = row.fact, s.subject_entity = row.subject, "
        "s.object_entity = row.object, s.pending = null"
    )
    rows: list[Mapping[str, Value]] = []
    for id, fact in now.items():
        ends = (fact.id, fact.subject, fact.object or None) if fact else (None, None, None)
        rows.append({"id": id, "fact": ends[0], "subject": ends[1], "object": ends[2]})
    return Command(cypher, {"rows": rows})


def _by_predicate(cypher: str, facts: Iterable[Edge]) -> list[Command]:
    """One command a relation, since its name is part of the text; it comes from the ontology."""
    rows: dict[str, list[Mapping[str, Value]]] = defaultdict(list)
    for fact in facts:
        if fact.predicate != HELD_ON:
            rows[fact.predicate].append(
                {"id": fact.id, "subject": fact.subject, "object": fact.object, "status": fact.status}
            )
    return [Command(cypher % name, {"rows": rows[name]}) for name in sorted(rows)]


def _dates(
    store: Store, now: Mapping[str, Edge | None], held: Mapping[str, _Held], affected: Mapping[str, Edge]
) -> list[Command]:
    """First and last day of the events of which dates are stated, taken back or rejected."""
    facts = {fact.id: fact for fact in affected.values() if fact.predicate == HELD_ON}
    if not facts:
        return []
    said: dict[str, list[tuple[str, bool]]] = {id: [] for id in facts}
    cypher = "UNWIND $ids AS id MATCH (s:Statement {fact: id}) RETURN id, s.id, s.object, s.planned"
    for id, statement, date, planned in store.read(cypher, ids=sorted(facts)).rows:
        if statement not in now:
            said[str(id)].append((str(date), bool(planned)))
    for statement, fact in now.items():
        if fact and fact.id in said:
            said[fact.id].append((held[statement].claim.object, held[statement].planned))
    rows = []
    for id, fact in facts.items():
        start, end = period(said[id])
        rows.append({"id": fact.subject, "start": start or None, "end": end or None})
    return [
        Command(
            "UNWIND $rows AS row MATCH (e:Entity {id: row.id}) SET e.start = row.start, e.end = row.end", {"rows": rows}
        )
    ]
