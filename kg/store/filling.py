"""A new store that is filled at once, with a view computed before: each node and edge is written one time.

No reader could tell half of such a store from a whole one. So until all is in it, it is marked as unfinished: nobody
opens it, and the next attempt begins with an empty one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from kg.ontology import Ontology
from kg.store.base import Value
from kg.store.batch import new_directory
from kg.store.creating import empty_server


class Filling(Protocol):
    """A new store that is being filled. Nodes and edges are known by the addresses that it gives them."""

    def nodes(self, labels: Sequence[str], rows: Sequence[Mapping[str, Value]]) -> list[str]:
        """Create nodes of one kind, and give their addresses in the same order."""
        ...

    def edges(
        self, kind: str, starts: Sequence[str], ends: Sequence[str], rows: Sequence[Mapping[str, Value]] | None = None
    ) -> None:
        """Create edges of one kind between addresses."""
        ...


def filling(
    address: str, ontology: Ontology, *, user: str = "neo4j", password: str = ""
) -> AbstractContextManager[Filling]:
    """A new store to fill; it is whole when the context is left without an error.

    Args:
        address: a new directory, or the address of a Neo4j whose database is empty.
        ontology: whose types and relations are the labels and the kinds of edges.
        user: for a server.
        password: for a server.

    Raises:
        StoreError: there is a store already, another process fills it, or it failed.
        SchemaMismatch: something else is there.
    """
    if "://" in address:
        return empty_server(address, ontology, user=user, password=password)
    return new_directory(Path(address).expanduser(), ontology)
