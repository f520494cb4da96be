"""Real stores that run out of memory or of room in the middle of a load: nothing is lost, and the next run goes on."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j_server import PASSWORD, Server, started
from newsroom import articles

from kg.errors import StoreFull, StoreUnavailable
from kg.load import LoadReport, load
from kg.store import graph_hash, open_store

COUNT = 120
ROOM = 600_000  # bytes that a file of the store may have; its first articles fit
SERVER_ROOM = 300_000  # the same of a server, whose log has 200,000 by then
_LOADER = """
import resource, sys
sys.path.insert(0, {tests!r})
from newsroom import articles
from kg.errors import StoreError
from kg.load import load
from kg.store import open_store
store = open_store({address!r})
load(articles(5), store)
resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, resource.RLIM_INFINITY))
try:
    load(articles({count}), store, batch=20)
except StoreError as error:
    print(error, flush=True)
"""


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> str:
    with open_store(str(tmp_path_factory.mktemp("expected") / "store")) as store:
        load(articles(COUNT), store)
        return graph_hash(store)


@pytest.fixture
def small_server(tmp_path: Path) -> Iterator[Server]:
    """A server whose transactions may take 2 MB."""
    server = started(tmp_path / "home", settings="db.memory.transaction.max=2m\n")
    yield server
    server.stop()


@pytest.mark.neo4j
def test_what_takes_too_much_memory_is_done_in_smaller_parts(small_server: Server, expected: str) -> None:
    with open_store(small_server.address, password=PASSWORD) as store:
        assert load(articles(COUNT), store, batch=COUNT) == LoadReport(loaded=COUNT)
        assert graph_hash(store) == expected


def test_a_store_without_room_stops_the_load_and_takes_the_rest_later(tmp_path: Path, expected: str) -> None:
    pytest.importorskip("resource")
    address = str(tmp_path / "store")
    code = _LOADER.format(tests=str(Path(__file__).parents[1]), address=address, room=ROOM, count=COUNT)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "check the room" in done.stdout, done.stderr
    with open_store(address) as store:
        report = load(articles(COUNT), store)
        assert report.unchanged >= 5
        assert report.total == COUNT
        assert graph_hash(store) == expected


@pytest.mark.neo4j
def test_a_server_without_room_stops_the_load_and_takes_the_rest_when_restarted(tmp_path: Path, expected: str) -> None:
    resource = pytest.importorskip("resource")
    if not hasattr(resource, "prlimit"):
        pytest.skip("only Linux limits another process")
    server = started(tmp_path / "home")
    try:
        with open_store(server.address, password=PASSWORD) as store:
            load(articles(5), store)
            resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (SERVER_ROOM, resource.RLIM_INFINITY))
            with pytest.raises(StoreFull, match="make room"):
                load(articles(COUNT), store, batch=20)
        resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        with pytest.raises(StoreUnavailable, match="restart"):
            open_store(server.address, password=PASSWORD)
        server.stop(signal.SIGKILL)
        server.start()
        with open_store(server.address, password=PASSWORD) as store:
            report = load(articles(COUNT), store)
            assert report.unchanged >= 5
            assert report.total == COUNT
            assert graph_hash(store) == expected
    finally:
        server.stop()
