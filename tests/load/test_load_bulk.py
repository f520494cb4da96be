"""CSV files, imported for real."""

from __future__ import annotations

import shlex
from pathlib import Path

import msgspec
import pytest
from neo4j_server import PASSWORD, Missing, Server
from newsroom import articles

from kg.load import LoadReport, bulk, load
from kg.store import graph_hash, info, open_store
from kg.store.schema import SCHEMA

HARD = "引号\"和'反斜\\杠，逗号;分号\r\n第二行\t😀"


@pytest.mark.neo4j
def test_import_gives_the_same_hash(tmp_path: Path, embedded, neo4j_server):
    graphs = list(articles(30))
    graphs[3] = msgspec.structs.replace(graphs[3], text=HARD * 10, title=HARD)
    result = bulk(iter(graphs), tmp_path / "csv")
    assert result.articles == 30
    assert (tmp_path / "csv" / "import.txt").read_text().strip() == result.command
    try:
        server = Server(tmp_path / "home")
    except Missing as missing:
        pytest.skip(str(missing))
    done = server.admin(*shlex.split(result.command)[1:])
    assert done.returncode == 0, done.stdout + done.stderr
    server.start()
    try:
        with open_store(server.address, password=PASSWORD) as store:
            imported = graph_hash(store)
            assert info(store).schema == SCHEMA
            assert load(graphs, store) == LoadReport(unchanged=30)
            assert server.run("SHOW CONSTRAINTS YIELD name RETURN count(name) AS n")[0]["n"] == 8
    finally:
        server.stop()
    ordinary = embedded()
    load(graphs, ordinary)
    assert graph_hash(ordinary) == imported
