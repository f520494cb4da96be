"""A first load into a new store, with the view already computed: each node and edge is written once.

No reader could tell half of such a store from a whole one. So until all is in it, it is marked as unfinished: nobody
opens it, and the next attempt begins with an empty one.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from kg.load.loader import BATCH
from kg.load.offline import Offline, compute, drafting
from kg.load.parts import sliced
from kg.load.whole import create
from kg.model import ArticleGraph
from kg.ontology import Ontology, load_ontology
from kg.resolve.stated import stated
from kg.store.base import Value
from kg.store.batch import Batch, new_directory
from kg.store.creating import empty_server

_PART = 5_000  # entities a call
_ARTICLES = 500  # articles a call
Properties = Mapping[str, Value]
Key = TypeVar("Key")
Item = TypeVar("Item")


def fill_new(
    graphs: Iterable[ArticleGraph],
    address: str | Path,
    *,
    ontology: Ontology | None = None,
    user: str = "neo4j",
    password: str = "",
) -> int:
    """Fill a new store at once; the graph is the one that :func:`kg.load.load` makes.

    Killed at any moment, it leaves a store that only another call opens, which begins anew. What articles state is in
    memory meanwhile, their texts are not.

    Args:
        graphs: in any order; an article that comes twice counts once.
        address: a new directory, or the address of a Neo4j whose database is empty.
        ontology: other than the package's.
        user: for a server.
        password: for a server.

    Returns:
        the number of articles.

    Raises:
        StoreError: there is a store already, another process fills it, or it failed.
    """
    chosen = ontology or load_ontology()
    with drafting() as draft:
        if "://" in str(address):
            with empty_server(str(address), chosen, user=user, password=password) as creating:
                graph = compute(map(stated, graphs), draft, chosen)
                for _count in create(graph, creating.store, creating, batch=BATCH):
                    pass
        else:
            with new_directory(Path(address).expanduser(), chosen) as batch:
                graph = compute(map(stated, graphs), draft, chosen)
                with _frozen():
                    _fill(batch, graph)
        return graph.number


@contextmanager
def _frozen() -> Iterator[None]:
    """Each collection of Java's starts one of Python's, which need not walk through all of the graph."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _fill(store: Batch, graph: Offline) -> None:
    entities: dict[str, str] = {}
    for kind, rows in _by_key(graph.entity_rows()).items():
        entities |= _nodes(store, ["Entity", kind], rows)
    for part in sliced(graph.articles(), _ARTICLES):
        articles = _nodes(store, ["Article"], [one.article for one in part])
        appearances = [row for one in part for row in one.appearances]
        nodes = store.nodes(["Appearance"], appearances)
        store.edges("IN", nodes, [articles[str(row["article"])] for row in appearances])
        store.edges("REFERS_TO", nodes, [entities[str(row["entity"])] for row in appearances])
        statements = [row for one in part for row in one.statements]
        nodes = store.nodes(["Statement"], statements)
        store.edges("STATED_IN", nodes, [articles[str(row["article"])] for row in statements])
    facts = ((edge.predicate, (entities[edge.subject], entities[edge.object], row)) for edge, row in graph.fact_rows())
    for predicate, found in _by_key(facts).items():
        store.edges(predicate, [one[0] for one in found], [one[1] for one in found], [one[2] for one in found])


def _nodes(store: Batch, labels: list[str], rows: Iterable[Properties]) -> dict[str, str]:
    """Create nodes; their addresses by their ids."""
    addresses: dict[str, str] = {}
    for part in sliced(rows, _PART):
        addresses.update(zip((str(row["id"]) for row in part), store.nodes(labels, part), strict=True))
    return addresses


def _by_key(pairs: Iterable[tuple[Key, Item]]) -> dict[Key, list[Item]]:
    found: dict[Key, list[Item]] = {}
    for key, item in pairs:
        found.setdefault(key, []).append(item)
    return found
