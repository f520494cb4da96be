"""Commands that create entities, articles with all that they state, and facts complete: nothing of it waits.

Ends of edges are found by their addresses in the store, which go beside the rows of a command in the list `$nodes`: a
row names them by their place there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.load.blocks import ENTITY
from kg.load.rows import article_row, in_order, supported_by, values
from kg.resolve.stated import Stated
from kg.resolve.view import Edge
from kg.store.base import Value
from kg.store.cypher import placed
from kg.store.schema import APPEARANCE, ARTICLE, FACT, STATEMENT, SUPPORTED

WHOLE_ENTITY = (*ENTITY, "start", "end")
_ARTICLE = (*ARTICLE, "origin")
_APPEARANCE = (*APPEARANCE, "entity")
_STATEMENT = (*STATEMENT, *SUPPORTED)
ENTITIES = f"UNWIND $rows AS row CREATE (e:Entity:%s {placed(*WHOLE_ENTITY)})"  # % one of the ontology's types
ARTICLES = (
    f"UNWIND $rows AS row CREATE (a:Article {placed(*_ARTICLE)}) "
    f"FOREACH (said IN row[{len(_ARTICLE)}] | CREATE (:Statement {placed(*_STATEMENT, of='said')})-[:STATED_IN]->(a)) "
    f"WITH a, row[{len(_ARTICLE) + 1}] AS rows UNWIND rows AS row "
    f"MATCH (e:Entity) WHERE elementId(e) = $nodes[row[{len(_APPEARANCE)}]] "
    f"CREATE (n:Appearance {placed(*_APPEARANCE)})-[:IN]->(a) CREATE (n)-[:REFERS_TO]->(e)"
)
FACTS = (  # % one of its relations
    f"UNWIND $rows AS row MATCH (a:Entity) WHERE elementId(a) = $nodes[row[{len(FACT)}]] "
    f"MATCH (b:Entity) WHERE elementId(b) = $nodes[row[{len(FACT) + 1}]] CREATE (a)-[:%s {placed(*FACT)}]->(b)"
)


class Ends:
    """The addresses of entities that go with one command."""

    def __init__(self, address: Mapping[str, str]) -> None:
        self.nodes: list[Value] = []
        self._address = address
        self._place: dict[str, int] = {}

    def place(self, entity: str) -> int:
        """Where an entity's address is in the list."""
        if entity not in self._place:
            self._place[entity] = len(self.nodes)
            self.nodes.append(self._address[entity])
        return self._place[entity]


def article_values(  # noqa: PLR0913 — an article's whole place
    item: Stated,
    *,
    story: str,
    entity: Mapping[str, str],
    fact: Mapping[str, Edge | None],
    ends: Ends,
    origin: str = "",
) -> list[Value]:
    """A row for :data:`ARTICLES`.

    Args:
        item: the article.
        story: that it tells.
        entity: of each appearance.
        fact: of each statement that supports one.
        ends: takes the addresses of the entities that it speaks of.
        origin: what made it, see :func:`kg.load.known.origin`; empty when that is not known.
    """
    said: list[Value] = [[*values(one), story, *supported_by(fact.get(one.id))] for one in item.statements]
    seen: list[Value] = [[*values(one), entity[one.id], ends.place(entity[one.id])] for one in item.appearances]
    return [*in_order(_ARTICLE, {**article_row(item, origin), "story": story}), said, seen]


def fact_ends(rows: Iterable[list[Value]], ends: Ends) -> list[Value]:
    """Rows for :data:`FACTS` from rows that end with the ids of two entities."""
    return [[*row[:-2], ends.place(str(row[-2])), ends.place(str(row[-1]))] for row in rows]
