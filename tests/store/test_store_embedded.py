"""The directory as a store: who may open it, what listens, and what is left behind."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from kg.errors import Conflict, QueryRefused, QueryTimeout, SchemaMismatch, StoreNotFound
from kg.store import info, open_store
from kg.store.presence import find

_OPENER = """
import sys, time
from kg.store import open_store
store = open_store({directory!r})
print("open", flush=True)
{then}
"""


def _other(directory: Path, then: str) -> subprocess.Popen[str]:
    code = _OPENER.format(directory=str(directory), then=then)
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "open\n"
    return process


@pytest.fixture
def store(tmp_path: Path):
    with open_store(str(tmp_path / "store")) as store:
        yield store


def test_only_bolt_listens_and_only_on_loopback(store):
    """The HTTP server and the endpoints on it are closed."""
    listening = [c.laddr for c in psutil.Process().net_connections("tcp") if c.status == psutil.CONN_LISTEN]
    presence = find(Path(store.address))
    assert presence
    ours = [address for address in listening if address.port == int(presence.address.rsplit(":", 1)[1])]
    assert len(ours) == 1
    assert ours[0].ip in ("127.0.0.1", "::ffff:127.0.0.1")
    assert not [address for address in listening if 2480 <= address.port <= 2499 or 24811 <= address.port <= 24899]


def test_secret_is_for_this_user_alone(store):
    directory = Path(store.address)
    assert stat.S_IMODE((directory / "server.json").stat().st_mode) == 0o600
    assert stat.S_IMODE((directory / "engine").stat().st_mode) == 0o700


def test_second_process_attaches_and_writes(store):
    store.write([("CREATE (:Article {id: 'a'})", {})])
    other = _other(Path(store.address), "store.write([(\"CREATE (:Article {id: 'b'})\", {})])\nprint(store.engine)")
    assert other.stdout
    assert other.stdout.read() == "None\n"
    assert other.wait(30) == 0
    assert store.read("MATCH (a:Article) RETURN count(a)").rows == ((2,),)


def test_stale_file_is_noticed(tmp_path: Path):
    process = _other(tmp_path / "store", "time.sleep(60)")
    process.kill()
    process.wait()
    assert find(tmp_path / "store")
    with open_store(str(tmp_path / "store"), create=False) as store:
        assert info(store).articles == 0
    assert not find(tmp_path / "store")


def test_attached_process_takes_over(tmp_path: Path):
    owner = _other(tmp_path / "store", "time.sleep(60)")
    with open_store(str(tmp_path / "store")) as store:
        assert store.engine is None
        owner.kill()
        owner.wait()
        assert store.read("RETURN 1").rows == ((1,),)
        assert store.engine is not None


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_signals_end_a_process_with_a_runaway_query(tmp_path: Path, how):
    runaway = (
        "store.ask('UNWIND range(1, 90000) AS i UNWIND range(1, 90000) AS j RETURN sum(i * j)', {}, "
        "seconds=250, rows=1)"
    )
    process = _other(tmp_path / "store", runaway)
    time.sleep(1.5)
    process.send_signal(how)
    assert process.wait(30) != 0
    with open_store(str(tmp_path / "store")) as store:
        assert info(store).pending == 0


def test_store_left_open_does_not_keep_the_process(tmp_path: Path):
    process = _other(tmp_path / "store", "raise SystemExit(3)")
    assert process.wait(30) == 3


def test_conflict_is_told_apart(store):
    store.write([("CREATE (:Article {id: 'a'})", {})])
    with pytest.raises(Conflict):
        store.write([("CREATE (:Article {id: 'a'})", {})])
    assert store.read("MATCH (a:Article) RETURN count(a)").rows == ((1,),)


def test_all_of_a_transaction_or_nothing(store):
    with pytest.raises(Conflict):
        store.write([("CREATE (:Article {id: 'x'})", {}), ("CREATE (:Article {id: 'x'})", {})])
    assert not store.read("MATCH (a:Article) RETURN a.id").rows


def test_user_queries_are_limited_and_read_only(store):
    store.write([("UNWIND range(1, 30) AS i CREATE (:Article {id: toString(i)})", {})])
    table = store.ask("MATCH (a:Article) RETURN a.id AS id", {}, seconds=5, rows=10)
    assert (table.columns, len(table.rows), table.truncated) == (("id",), 10, True)
    with pytest.raises(QueryTimeout):
        store.ask("UNWIND range(1, 90000) AS i UNWIND range(1, 90000) AS j RETURN sum(i * j)", {}, seconds=1, rows=1)
    with pytest.raises(QueryRefused):
        store.ask("CREATE (:Article {id: 'q'})", {}, seconds=5, rows=1)


def test_directory_of_something_else_is_refused(tmp_path: Path):
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(SchemaMismatch, match="not a store"):
        open_store(str(tmp_path))
    with pytest.raises(StoreNotFound):
        open_store(str(tmp_path / "none"), create=False)
    assert not (tmp_path / "none").exists()


def test_newer_and_older_schemas_are_refused(store):
    for schema, what in ((99, "knows"), (-3, "older")):
        store.write([("MATCH (s:Store) SET s.schema = $schema", {"schema": schema})])
        with pytest.raises(SchemaMismatch, match=what):
            open_store(store.address)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_directory_without_permission(tmp_path: Path):
    from kg.errors import UnreadableFile

    (tmp_path / "closed").mkdir(mode=0o000)
    with pytest.raises(UnreadableFile):
        open_store(str(tmp_path / "closed" / "store"))
