"""Where graphs are kept: a directory (embedded) or a Neo4j server, behind one protocol."""

from __future__ import annotations

from pathlib import Path

from kg.store.base import Command, Store, Table, Value
from kg.store.content import graph_hash
from kg.store.embedded import EmbeddedStore
from kg.store.schema import Info, check, info
from kg.store.server import Neo4jStore

__all__ = ["Command", "Info", "Store", "Table", "Value", "graph_hash", "info", "open_store"]


def open_store(address: str, *, user: str = "neo4j", password: str = "", create: bool = True) -> Store:
    """Open a store.

    Args:
        address: a directory, or the address of a Neo4j server (bolt://, neo4j://, also +s and +ssc).
        user: for a server.
        password: for a server.
        create: make the directory, or the schema on an empty server, where there is none.

    Raises:
        StoreNotFound: there is no store and ``create`` is false.
        StoreUnavailable: the server does not answer.
        AccessDenied: wrong user or password.
        StoreInUse: another process holds the directory and does not let this one in.
        SchemaMismatch: something else is there, or a newer version's store.
    """

    if "://" in address:
        store: Store = Neo4jStore.open(address, user=user, password=password)
    else:
        store = EmbeddedStore.open(Path(address).expanduser(), create=create)
    try:
        check(store, create=create)
    except BaseException:
        store.close()
        raise
    return store
