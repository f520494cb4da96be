"""A first load into a new store, with the view already computed: each node and edge is written once."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from kg.load.offline import Offline, compute
from kg.load.parts import sliced
from kg.model import ArticleGraph
from kg.ontology import Ontology, load_ontology
from kg.store.base import Value
from kg.store.filling import Filling, filling

_PART = 5_000  # records a call
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
    with (
        TemporaryDirectory(prefix="kg-") as name,
        filling(str(address), chosen, user=user, password=password) as store,
    ):
        graph = compute(graphs, Path(name) / "articles", chosen)
        gc.freeze()  # each collection of Java's starts one of Python's, which need not walk through all of the graph
        try:
            _fill(store, graph)
        finally:
            gc.unfreeze()
    return len(graph.tellings)


def _fill(store: Filling, graph: Offline) -> None:
    articles = _nodes(store, ["Article"], graph.articles())
    entities: dict[str, str] = {}
    for kind, rows in _by_key(graph.entity_rows()).items():
        entities |= _nodes(store, ["Entity", kind], rows)
    for part in sliced(graph.appearance_rows(), _PART):
        nodes = store.nodes(["Appearance"], part)
        store.edges("IN", nodes, [articles[str(row["article"])] for row in part])
        store.edges("REFERS_TO", nodes, [entities[str(row["entity"])] for row in part])
    for part in sliced(graph.statement_rows(), _PART):
        nodes = store.nodes(["Statement"], part)
        store.edges("STATED_IN", nodes, [articles[str(row["article"])] for row in part])
    facts = ((edge.predicate, (entities[edge.subject], entities[edge.object], row)) for edge, row in graph.fact_rows())
    for predicate, found in _by_key(facts).items():
        store.edges(predicate, [one[0] for one in found], [one[1] for one in found], [one[2] for one in found])


def _nodes(store: Filling, labels: list[str], rows: Iterable[Properties]) -> dict[str, str]:
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
