"""Killed at any moment, a loader leaves a whole store, and the next run goes on."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from neo4j_server import PASSWORD
from newsroom import articles

from kg.load import load
from kg.store import graph_hash, open_store

COUNT = 60
_LOADER = """
import sys
sys.path.insert(0, {tests!r})
from newsroom import articles
from kg.load import load
from kg.store import open_store
store = open_store({address!r}, password={password!r})
print("open", flush=True)
load(articles({count}), store, batch=5)
print("done", flush=True)
store.close()
"""


def _start(address: str) -> subprocess.Popen[str]:
    tests = str(Path(__file__).parents[1])
    code = _LOADER.format(tests=tests, address=address, password=PASSWORD, count=COUNT)
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "open\n"
    return process


def _expected(tmp_path: Path) -> str:
    with open_store(str(tmp_path / "expected")) as store:
        load(articles(COUNT), store)
        return graph_hash(store)


@pytest.mark.parametrize("kind", ["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def test_killed_at_random_moments(kind, request: pytest.FixtureRequest, tmp_path: Path):
    address = str(tmp_path / "killed")
    if kind == "neo4j":
        server = request.getfixturevalue("empty_neo4j")
        address = server.address
    rnd = random.Random(5)
    for _ in range(20):
        process = _start(address)
        time.sleep(rnd.uniform(0, 1.2))
        process.send_signal(signal.SIGKILL)
        process.wait()
    with open_store(address, password=PASSWORD) as store:
        load(articles(COUNT), store)
        assert graph_hash(store) == _expected(tmp_path)
        for edge, count in (("IN", "Appearance"), ("REFERS_TO", "Appearance"), ("STATED_IN", "Statement")):
            edges = store.read(f"MATCH ()-[r:{edge}]->() RETURN count(r)").rows
            assert edges == store.read(f"MATCH (n:{count}) RETURN count(n)").rows


@pytest.mark.neo4j
def test_several_loaders_at_once(empty_neo4j, tmp_path: Path):
    processes = [_start(empty_neo4j.address) for _ in range(3)]
    for process in processes:
        assert process.wait(120) == 0
    with open_store(empty_neo4j.address, password=PASSWORD) as store:
        assert graph_hash(store) == _expected(tmp_path)


def test_several_processes_on_one_directory(tmp_path: Path):
    address = str(tmp_path / "shared")
    processes = [_start(address) for _ in range(3)]
    for process in processes:
        assert process.wait(120) == 0
    with open_store(address) as store:
        assert graph_hash(store) == _expected(tmp_path)


@pytest.mark.neo4j
def test_server_that_goes_away_in_the_middle(empty_neo4j, tmp_path: Path):
    """The loader waits for it and goes on."""
    process = _start(empty_neo4j.address)
    empty_neo4j.stop(signal.SIGKILL)
    empty_neo4j.start()
    assert process.wait(180) == 0
    with open_store(empty_neo4j.address, password=PASSWORD) as store:
        assert graph_hash(store) == _expected(tmp_path)
