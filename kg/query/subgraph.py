"""A part of the store's graph, or all of it, with the sentence and the citation behind each fact."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

import msgspec

from kg.errors import UnknownQuery
from kg.i18n import _
from kg.model import Citation, Entity, Fact, Graph, Span
from kg.ontology import Label, load_ontology
from kg.query.header import Parameter
from kg.query.names import find_entities
from kg.store.base import Store, Table, Value

AT_ONCE = 1000  # ids in one question to the store

_ANYTHING = Parameter(name="around", type="Entity", label=Label(en="any entity", zh="任何实体"))
_ENTITY = """
RETURN {id: e.id, type: [l IN labels(e) WHERE l IN $types][0], name: e.name, names: coalesce(e.names, []),
        start: coalesce(e.start, ''), end: coalesce(e.end, '')} AS entity
"""
_ALL_ENTITIES = f"MATCH (e:Entity) {_ENTITY}"
_SOME_ENTITIES = f"UNWIND $ids AS id MATCH (e:Entity {{id: id}}) {_ENTITY}"
_PASSES = """
WHERE (size($relations) = 0 OR type(r) IN $relations) AND ($since = '' OR coalesce(r.last_date, '') >= $since)
"""
_FACT = """
RETURN {id: r.id, subject: a.id, predicate: type(r), object: b.id, stories: coalesce(r.stories, 1),
        first_date: coalesce(r.first_date, ''), last_date: coalesce(r.last_date, ''),
        confidence: coalesce(r.confidence, 1.0), planned: coalesce(r.planned, false),
        status: coalesce(r.status, 'current')} AS fact
"""
_ALL_FACTS = f"MATCH (a:Entity)-[r]->(b:Entity) {_PASSES} {_FACT}"
_FACTS_FROM = f"UNWIND $ids AS id MATCH (a:Entity {{id: id}})-[r]->(b:Entity) {_PASSES} {_FACT}"
_NEIGHBOURS = f"""
UNWIND $ids AS id MATCH (:Entity {{id: id}})-[r]-(other:Entity) {_PASSES}
RETURN other.id AS id, count(*) AS times
"""
_CITATIONS = """
UNWIND $ids AS fact
MATCH (s:Statement)-[:STATED_IN]->(a:Article)
WHERE s.fact = fact
RETURN fact, {statement: s.id, article: a.id, quote: coalesce(s.text, ''), title: coalesce(a.title, ''),
              paper: coalesce(a.paper, ''), date: coalesce(a.date, ''), page: coalesce(a.page, ''),
              source: coalesce(a.source, '')} AS citation, coalesce(s.spans, []) AS spans
ORDER BY fact, a.date, a.id, s.id
"""


def subgraph(  # noqa: PLR0913 — each argument is one choice of the caller
    store: Store,
    *,
    around: str | None = None,
    hops: int = 1,
    relations: Sequence[str] = (),
    since: str = "",
    limit: int | None = None,
) -> Graph:
    """Read a graph out of the store's view of who is who.

    Args:
        store: an open store.
        around: name, other name or id of the entity to start from; all that bear the name are taken. None for the
            whole graph.
        hops: facts to follow from there, in either direction.
        relations: only facts of these relations; none for all.
        since: only facts that were stated on this day or later, ISO 8601.
        limit: most entities; those nearest to ``around`` and then the best connected stay.

    Returns:
        Entities, those called ``around`` first, and all facts among them that pass, each with every citation.

    Raises:
        UnknownQuery: nothing is called ``around``, or there is no such relation; the message proposes names.
        StoreError: the store cannot be read.
    """
    reader = _Reader(store, relations, since)
    if around is None:
        return reader.everything(limit)
    roots = [candidate.id for candidate in find_entities(store, around, _ANYTHING)]
    return reader.among(reader.reach(roots, hops, limit))


def among(store: Store, ids: Sequence[str]) -> Graph:
    """The entities of these ids, in this order, with all facts among them; ids that no entity has are passed over."""
    return _Reader(store, (), "").among(ids)


def _cited(store: Store, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts with the citations of their statements, in order of date."""
    found: dict[str, list[Citation]] = defaultdict(list)
    for ids in _batches([fact.id for fact in facts]):
        for fact, citation, spans in store.read(_CITATIONS, ids=ids).rows:
            found[str(fact)].append(_citation(citation, cast("list[int]", spans)))
    return tuple(msgspec.structs.replace(fact, citations=tuple(found[fact.id])) for fact in facts)


def _citation(fields: Value, offsets: Sequence[int]) -> Citation:
    spans = tuple(Span(start, end) for start, end in zip(offsets[::2], offsets[1::2], strict=True))
    return msgspec.structs.replace(msgspec.convert(fields, Citation), spans=spans)


class _Reader:
    """Reads entities and facts that pass the filters."""

    def __init__(self, store: Store, relations: Sequence[str], since: str) -> None:
        known = load_ontology().relations
        for name in relations:
            if name not in known:
                raise UnknownQuery(
                    _("there is no relation {name}").format(name=name),
                    do=_("the relations are {names}").format(names=", ".join(known)),
                )
        self.store = store
        self.filters: dict[str, Value] = {"relations": list(relations), "since": since}
        self.types = list(load_ontology().types)

    def everything(self, limit: int | None) -> Graph:
        """The whole graph; with filters, only entities that a fact is left of."""
        facts = _facts(self.store.read(_ALL_FACTS, **self.filters))
        entities = _entities(self.store.read(_ALL_ENTITIES, types=self.types))
        degree = Counter(end for fact in facts for end in (fact.subject, fact.object))
        if any(self.filters.values()):
            entities = [entity for entity in entities if degree[entity.id]]
        if limit is not None and len(entities) > limit:
            entities = sorted(entities, key=lambda entity: (-degree[entity.id], entity.id))[:limit]
        return self._graph(entities, facts)

    def reach(self, roots: Sequence[str], hops: int, limit: int | None) -> list[str]:
        """Ids of the entities within ``hops`` facts of the roots, nearest and best connected first."""
        reached = dict.fromkeys(roots)
        front = list(roots)
        for _hop in range(hops):
            if limit is not None and len(reached) >= limit:
                break
            times: Counter[str] = Counter()
            for ids in _batches(front):
                for id_, number in self.store.read(_NEIGHBOURS, ids=ids, **self.filters).rows:
                    times[str(id_)] += cast("int", number)
            front = sorted((id_ for id_ in times if id_ not in reached), key=lambda id_: (-times[id_], id_))
            reached.update(dict.fromkeys(front))
        return list(reached)[:limit]

    def among(self, wanted: Sequence[str]) -> Graph:
        """The entities of these ids with the facts among them."""
        entities: list[Entity] = []
        facts: list[Fact] = []
        for ids in _batches(wanted):
            entities += _entities(self.store.read(_SOME_ENTITIES, ids=ids, types=self.types))
            facts += _facts(self.store.read(_FACTS_FROM, ids=ids, **self.filters))
        place = {id_: number for number, id_ in enumerate(wanted)}
        return self._graph(sorted(entities, key=lambda entity: place[entity.id]), facts)

    def _graph(self, entities: Sequence[Entity], facts: Iterable[Fact]) -> Graph:
        inside = {entity.id for entity in entities}
        kept = [fact for fact in facts if fact.subject in inside and fact.object in inside]
        return Graph(entities=tuple(entities), facts=_cited(self.store, sorted(kept, key=lambda fact: fact.id)))


def _entities(table: Table) -> list[Entity]:
    return [msgspec.convert(row[0], Entity) for row in table.rows]


def _facts(table: Table) -> list[Fact]:
    return [msgspec.convert(row[0], Fact) for row in table.rows]


def _batches(ids: Sequence[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), AT_ONCE):
        yield list(ids[start : start + AT_ONCE])
