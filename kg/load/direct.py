"""New articles with their place in the view, written at once: the short way of a loader that alone resolves.

What they state is resolved before it is written, by the same functions as in a refresh, over what the store has of the
same names and over what is in hand. So nodes and edges are created complete. What else changes by them — an appearance
in the store that moves to another entity, a story that begins earlier, a fact that has other statements — is marked in
the same transaction, and the refresh at the end of the load completes it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.load.blocks import ENTITY, Resolution, gone, joins, left, renamed
from kg.load.edges import Founded, Held, found_facts, note
from kg.load.lease import Lease
from kg.load.places import Places
from kg.load.retell import Told, retold, tell
from kg.load.rows import Properties, article_row, in_order, supported_by, values
from kg.ontology import Ontology
from kg.resolve.stated import Stated, StatedStatement
from kg.resolve.stories import Telling
from kg.resolve.view import Claim, Voice
from kg.store.base import Command, Run, Store, Value, run_all
from kg.store.cypher import placed
from kg.store.schema import APPEARANCE, ARTICLE, FACT, STATEMENT, SUPPORTED

_MARKED = 50_000  # facts of which it is remembered that they are marked
_ENTITY = (*ENTITY, "start", "end")
_ARTICLE = (*ARTICLE, "origin")
_APPEARANCE = (*APPEARANCE, "entity")
_STATEMENT = (*STATEMENT, *SUPPORTED)
_ENTITIES = f"UNWIND $rows AS row CREATE (e:Entity:%s {placed(*_ENTITY)}) RETURN elementId(e)"
_ARTICLES = (  # entities are found by their addresses, which only the holder of the lease takes away
    f"UNWIND $rows AS row CREATE (a:Article {placed(*_ARTICLE)}) "
    f"FOREACH (said IN row[{len(_ARTICLE)}] | CREATE (:Statement {placed(*_STATEMENT, of='said')})-[:STATED_IN]->(a)) "
    f"WITH a, row[{len(_ARTICLE) + 1}] AS rows UNWIND rows AS row "
    f"MATCH (e:Entity) WHERE elementId(e) = $nodes[row[{len(_APPEARANCE)}]] "
    f"CREATE (n:Appearance {placed(*_APPEARANCE)})-[:IN]->(a) CREATE (n)-[:REFERS_TO]->(e)"
)
_FACTS = (
    f"UNWIND $rows AS row MATCH (a:Entity) WHERE elementId(a) = $nodes[row[{len(FACT)}]] "
    f"MATCH (b:Entity) WHERE elementId(b) = $nodes[row[{len(FACT) + 1}]] CREATE (a)-[:%s {placed(*FACT)}]->(b)"
)
_DAYS = (
    "UNWIND $rows AS row MATCH (e:Entity) WHERE elementId(e) = $nodes[row[0]] SET e.start = row[1], e.end = row[2]"
)


class _Plan(NamedTuple):
    """All that a transaction writes."""

    items: Sequence[Stated]
    origins: Mapping[str, str]
    told: Told
    found: Resolution
    entity: Mapping[str, str]  # of each appearance
    facts: Founded
    marks: Sequence[Command]


class Direct:
    """The short way into a store; for one thread."""

    def __init__(self, store: Store, ontology: Ontology) -> None:
        self._store = store
        self._ontology = ontology
        self._lease = Lease(store)
        self._places = Places(store)
        self._marked: set[str] = set()

    def write(self, items: Sequence[Stated], origins: Mapping[str, str]) -> bool:
        """Write articles that the store does not have, in one transaction.

        Args:
            items: of different ids.
            origins: what made each of them.

        Returns:
            False when another process resolves or waits to; then nothing is written.

        Raises:
            LeaseLostError: another process took over meanwhile; nothing is written.
            Conflict: the store has one of them by now.
            StoreError: the store failed.
        """
        turn = self._lease.turn
        if not self._lease.try_take_unwanted():
            return False
        if self._lease.turn != turn + 1:
            self._places.forget()
            self._marked.clear()
        plan = self._plan(items, origins)
        nodes: dict[str, str] = {}
        self._lease.write_last(lambda run: nodes.update(_write(plan, run)))
        self._places.learn(plan.found, nodes)
        self._marked |= {fact.id for fact in plan.facts.again}
        return True

    def _plan(self, items: Sequence[Stated], origins: Mapping[str, str]) -> _Plan:
        told = tell(self._store, [Telling(id=item.id, date=item.graph.date, bands=item.bands) for item in items])
        found = self._places.resolve(one for item in items for one in item.appearances)
        entity = {member: group.id for group in found.groups for member in group.members}
        said = [_held(one, told.stories[item.id]) for item in items for one in item.statements]
        facts = found_facts(self._store, said, entity, old=found.old, ontology=self._ontology)
        if len(self._marked) > _MARKED:
            self._marked.clear()
        marks = note(fact for fact in facts.again if fact.id not in self._marked)
        return _Plan(items, origins, told, found, entity, facts, marks)


def _held(one: StatedStatement, story: str) -> Held:
    claim = Claim(one.predicate, one.subject, one.object, one.status)
    return Held(one.id, claim, Voice(one.date, story, one.confidence, one.planned))


def _write(plan: _Plan, run: Run) -> dict[str, str]:
    """Run the commands; the addresses of the entities that the articles speak of."""
    found, facts = plan.found, plan.facts
    new, changed = found.rows()
    run_all(run, [*retold(plan.told.changed), *left(found)])
    nodes = {id: held.node for id, held in found.old.items()}
    for kind, rows in new.items():
        cypher = _ENTITIES % kind  # one of the ontology's types
        made = run(cypher, {"rows": [_entity(row, facts) for row in rows]})
        nodes |= {str(row["id"]): str(node) for row, (node,) in zip(rows, made, strict=True)}
    place = {id: number for number, id in enumerate(nodes)}
    addresses: list[Value] = list(nodes.values())
    run_all(run, [*renamed(changed), *joins(found, nodes)])
    run(_ARTICLES, {"rows": _articles(plan, place), "nodes": addresses})
    for predicate, edges in sorted(facts.edges.items()):
        ends: list[Value] = [[*row[:-2], place[str(row[-2])], place[str(row[-1])]] for row in edges]
        run(_FACTS % predicate, {"rows": ends, "nodes": addresses})
    days: list[Value] = [[place[id], *_days(facts, id)] for id in facts.days if id in found.old]
    if days:
        run(_DAYS, {"rows": days, "nodes": addresses})
    run_all(run, [*gone(found), *plan.marks])
    return nodes


def _entity(row: Properties, facts: Founded) -> list[Value]:
    return [*in_order(ENTITY, row), *_days(facts, str(row["id"]))]


def _days(facts: Founded, entity: str) -> list[Value]:
    return [day or None for day in facts.days.get(entity, ("", ""))]


def _articles(plan: _Plan, place: Mapping[str, int]) -> list[Value]:
    """A row an article, with its statements and its appearances."""
    entity = plan.entity
    rows: list[Value] = []
    for item in plan.items:
        story = plan.told.stories[item.id]
        said: list[Value] = [_statement(one, story, plan.facts) for one in item.statements]
        seen: list[Value] = [[*values(one), entity[one.id], place[entity[one.id]]] for one in item.appearances]
        row = {**article_row(item, plan.origins[item.id]), "story": story}
        rows.append([*in_order(_ARTICLE, row), said, seen])
    return rows


def _statement(one: StatedStatement, story: str, facts: Founded) -> list[Value]:
    return [*values(one), story, *supported_by(facts.fact[one.id])]
