"""From the rows of an answer to a graph that the viewer draws: the entities they name and the facts among these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from kg.model import Citation, Entity, Fact, Graph
from kg.store.base import Store, Table, Value

LONGEST_ID = 64  # characters
MOST_CITATIONS = 5  # of one fact

_ENTITIES = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN {id: e.id, type: [l IN labels(e) WHERE l <> 'Entity'][0], name: e.name, names: e.names,
        start: coalesce(e.start, ''), end: coalesce(e.end, '')} AS entity
"""
_FACTS = """
UNWIND $ids AS id
MATCH (a:Entity {id: id})-[r]->(b:Entity)
WHERE b.id IN $ids
RETURN {id: r.id, subject: a.id, predicate: type(r), object: b.id, stories: r.stories,
        first_date: coalesce(r.first_date, ''), last_date: coalesce(r.last_date, ''), confidence: r.confidence,
        planned: r.planned, status: coalesce(r.status, 'current')} AS fact
ORDER BY fact.id
"""
_CITATIONS = """
UNWIND $facts AS fact
MATCH (s:Statement)-[:STATED_IN]->(a:Article)
WHERE s.fact = fact
RETURN fact, {statement: s.id, article: a.id, quote: s.text, title: a.title, paper: coalesce(a.paper, ''),
              date: coalesce(a.date, ''), page: coalesce(a.page, ''), source: a.source} AS citation
ORDER BY fact, a.date, a.id
"""


def graph_of(store: Store, table: Table, *, also: Iterable[str] = ()) -> Graph:
    """The graph of the entities whose ids stand in the rows, in lists and maps too, with all facts among them.

    Args:
        store: where the rows come from.
        table: an answer; cells that are no ids are passed over.
        also: ids of more entities, such as those that the question was about.
    """
    wanted = sorted({*also, *(text for row in table.rows for cell in row for text in _texts(cell))})
    entities = tuple(msgspec.convert(row[0], Entity) for row in store.read(_ENTITIES, ids=wanted).rows)
    ids = [entity.id for entity in entities]
    facts = tuple(msgspec.convert(row[0], Fact) for row in store.read(_FACTS, ids=ids).rows)
    return Graph(entities=entities, facts=_cited(store, facts))


def _texts(cell: Value) -> Iterator[str]:
    """Every text in a cell that may be an id."""
    if isinstance(cell, str):
        if len(cell) <= LONGEST_ID:
            yield cell
    elif isinstance(cell, Mapping):
        for item in cell.values():
            yield from _texts(item)
    elif isinstance(cell, Sequence):
        for item in cell:
            yield from _texts(item)


def _cited(store: Store, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    found: dict[str, list[Citation]] = defaultdict(list)
    for fact, citation in store.read(_CITATIONS, facts=[fact.id for fact in facts]).rows:
        found[str(fact)].append(msgspec.convert(citation, Citation))
    return tuple(msgspec.structs.replace(fact, citations=tuple(found[fact.id][:MOST_CITATIONS])) for fact in facts)
