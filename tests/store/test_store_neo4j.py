"""A real server as a store, and what can be wrong with one."""

from __future__ import annotations

import pytest
from neo4j_server import LATEST, PASSWORD, started
from newsroom import articles

from kg.errors import (
    AccessDenied,
    QueryRefused,
    QueryTimeout,
    SchemaMismatch,
    StoreError,
    StoreNotFound,
    StoreUnavailable,
)
from kg.load import load
from kg.store import graph_hash, open_store

pytestmark = pytest.mark.neo4j


def test_wrong_password(neo4j_server):
    with pytest.raises(AccessDenied, match="password"):
        open_store(neo4j_server.address, password="wrong")


def test_wrong_port():
    with pytest.raises(StoreUnavailable, match="does not answer"):
        open_store("bolt://127.0.0.1:1", password="x")


def test_no_such_kind_of_address():
    with pytest.raises(StoreError, match=r"scheme|URI"):
        open_store("ftp://127.0.0.1:1", password="x")


def test_foreign_and_empty_databases(empty_neo4j):
    with pytest.raises(StoreNotFound, match="empty"):
        open_store(empty_neo4j.address, password=PASSWORD, create=False)
    empty_neo4j.run("CREATE (:Customer {id: 1})")
    with pytest.raises(SchemaMismatch, match="did not make"):
        open_store(empty_neo4j.address, password=PASSWORD)


def test_user_queries_are_limited_and_read_only(empty_neo4j):
    with open_store(empty_neo4j.address, password=PASSWORD) as store:
        table = store.ask("UNWIND range(1, 30) AS i RETURN i", {}, seconds=5, rows=10)
        assert (len(table.rows), table.truncated) == (10, True)
        with pytest.raises(QueryTimeout):
            store.ask("UNWIND range(1, 1000000000) AS i WITH i WHERE i < 0 RETURN i", {}, seconds=1, rows=1)
        with pytest.raises(QueryRefused):
            store.ask("CREATE (:Article {id: 'q'})", {}, seconds=5, rows=1)


def test_latest_version(tmp_path, embedded):
    server = started(tmp_path / "home", LATEST)
    try:
        with open_store(server.address, password=PASSWORD) as store:
            load(articles(15), store)
            loaded = graph_hash(store)
    finally:
        server.stop()
    other = embedded()
    load(articles(15), other)
    assert graph_hash(other) == loaded
