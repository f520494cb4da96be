"""A graph that was computed before, into a Neo4j that holds nothing of it: each node and edge is created once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.load.creation import ARTICLES, ENTITIES, FACTS, WHOLE_ENTITY, Ends, article_values, fact_ends
from kg.load.offline import Offline
from kg.load.parts import Writer, carry_out, sliced
from kg.load.rows import Properties, in_order
from kg.resolve.stated import Stated
from kg.resolve.view import Edge
from kg.store.base import Command, Store, Value
from kg.store.schema import FACT

_ROWS = 5_000  # entities or facts a transaction


def create(graph: Offline, store: Store, writer: Writer, *, batch: int) -> Iterator[int]:
    """Write a graph part by part; while one part is written, the next is made ready.

    Args:
        graph: all of it.
        store: holds no entity.
        writer: of its transactions.
        batch: articles a transaction, with all that they state.

    Yields:
        how many articles a transaction wrote.

    Raises:
        StoreError: the store failed, or the writer may not write any more.
    """
    for _part in carry_out(writer, sliced(graph.entity_rows(), _ROWS), _entities):
        pass
    address = {str(id): str(node) for id, node in store.stream("MATCH (e:Entity) RETURN e.id, elementId(e)")}

    def articles(items: list[Stated]) -> list[Command]:
        ends = Ends(address)
        rows: list[Value] = [
            article_values(
                item, story=graph.view.story[item.id], entity=graph.view.entity, fact=graph.fact, ends=ends
            )
            for item in items
        ]  # fmt: skip
        return [Command(ARTICLES, {"rows": rows, "nodes": ends.nodes})]

    for part in carry_out(writer, sliced(graph.stated(), batch), articles):
        yield len(part)
    for _facts in carry_out(writer, sliced(graph.fact_rows(), _ROWS), lambda rows: _edges(rows, address)):
        pass


def _entities(found: Sequence[tuple[str, Properties]]) -> list[Command]:
    rows: dict[str, list[Value]] = defaultdict(list)
    for kind, row in found:
        rows[kind].append(in_order(WHOLE_ENTITY, row))
    return [Command(ENTITIES % kind, {"rows": some}) for kind, some in rows.items()]


def _edges(found: Sequence[tuple[Edge, Properties]], address: dict[str, str]) -> list[Command]:
    rows: dict[str, list[list[Value]]] = defaultdict(list)
    for edge, row in found:
        rows[edge.predicate].append([*in_order(FACT, row), edge.subject, edge.object])
    commands = []
    for predicate, some in rows.items():
        ends = Ends(address)
        commands.append(Command(FACTS % predicate, {"rows": fact_ends(some, ends), "nodes": ends.nodes}))
    return commands
