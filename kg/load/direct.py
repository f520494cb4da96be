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
from kg.load.creation import ARTICLES, ENTITIES, FACTS, Ends, article_values, fact_ends
from kg.load.edges import Founded, Held, found_facts, note
from kg.load.lease import Lease
from kg.load.places import Places
from kg.load.retell import Told, retold, tell
from kg.load.rows import Properties, in_order
from kg.ontology import Ontology
from kg.resolve.stated import Stated, StatedStatement
from kg.resolve.stories import Telling
from kg.resolve.view import Claim, Voice
from kg.store.base import Command, Run, Store, Value, run_all

_MARKED = 50_000  # facts of which it is remembered that they are marked
_ENTITIES = f"{ENTITIES} RETURN elementId(e)"
_DAYS = "UNWIND $rows AS row MATCH (e:Entity) WHERE elementId(e) = $nodes[row[0]] SET e.start = row[1], e.end = row[2]"


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
    ends = Ends(nodes)
    run_all(run, [*renamed(changed), *joins(found, nodes)])
    run(ARTICLES, {"rows": _articles(plan, ends), "nodes": ends.nodes})
    for predicate, edges in sorted(facts.edges.items()):
        run(FACTS % predicate, {"rows": fact_ends(edges, ends), "nodes": ends.nodes})
    days: list[Value] = [[ends.place(id), *_days(facts, id)] for id in facts.days if id in found.old]
    if days:
        run(_DAYS, {"rows": days, "nodes": ends.nodes})
    run_all(run, [*gone(found), *plan.marks])
    return nodes


def _entity(row: Properties, facts: Founded) -> list[Value]:
    return [*in_order(ENTITY, row), *_days(facts, str(row["id"]))]


def _days(facts: Founded, entity: str) -> list[Value]:
    return [day or None for day in facts.days.get(entity, ("", ""))]


def _articles(plan: _Plan, ends: Ends) -> list[Value]:
    """A row an article, with its statements and its appearances."""
    story, fact = plan.told.stories, plan.facts.fact
    return [
        article_values(
            item, origin=plan.origins[item.id], story=story[item.id], entity=plan.entity, fact=fact, ends=ends
        )
        for item in plan.items
    ]
