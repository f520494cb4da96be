"""A first load at once into the empty database of a real server."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from first_loads import COUNT, assert_goes_on_as_any_other
from neo4j.exceptions import ServiceUnavailable
from neo4j_server import PASSWORD, Server
from newsroom import articles

from kg.cli import cli
from kg.errors import SchemaMismatch, StoreError, StoreInUse, StoreOutOfMemory
from kg.load import fill_new, load
from kg.load.offline import Offline
from kg.store import creating, graph_hash, info, open_store
from kg.store.bolt import BoltStore

pytestmark = pytest.mark.neo4j
_FILLER = """
import sys
sys.path.insert(0, {tests!r})
from newsroom import articles
from kg.load import fill_new, first
first.BATCH = 5
print("begin", flush=True)
fill_new(articles({count}), {address!r}, password={password!r})
"""


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who was killed is not waited for long."""
    monkeypatch.setattr(creating, "ALIVE", 0.5)


def fill(server: Server) -> int:
    return fill_new(articles(COUNT), server.address, password=PASSWORD)


def hash_of(server: Server) -> str:
    with open_store(server.address, password=PASSWORD) as store:
        return graph_hash(store)


def break_off(server: Server) -> None:
    """Leave a database that holds a part of the graph."""

    def broken(_: Offline) -> None:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Offline, "fact_rows", broken)
        with pytest.raises(KeyboardInterrupt):
            fill(server)


def test_the_graph_is_that_of_the_ordinary_path_and_goes_on_as_any_other(empty_neo4j: Server, ordinary: str) -> None:
    graphs = list(articles(COUNT))
    assert fill_new([*reversed(graphs), *graphs[:7]], empty_neo4j.address, password=PASSWORD) == COUNT
    with open_store(empty_neo4j.address, password=PASSWORD, create=False) as store:
        assert ("statement_id",) in store.read("SHOW CONSTRAINTS YIELD name RETURN name").rows
        assert not store.read("SHOW INDEXES YIELD name, state WHERE state <> 'ONLINE' RETURN name").rows
        assert_goes_on_as_any_other(store, ordinary)


def test_what_was_broken_off_is_opened_by_nobody_and_begun_again(empty_neo4j: Server, ordinary: str) -> None:
    break_off(empty_neo4j)
    for create in (True, False):
        with pytest.raises(SchemaMismatch, match="kg bulk again"):
            open_store(empty_neo4j.address, password=PASSWORD, create=create)
    fill(empty_neo4j)
    assert hash_of(empty_neo4j) == ordinary


@pytest.mark.parametrize("seconds", [0.3, 0.8, 1.5, 2.5])
def test_killed_at_any_moment_it_is_begun_again(empty_neo4j: Server, ordinary: str, seconds: float) -> None:
    tests = str(Path(__file__).parents[1])
    code = _FILLER.format(tests=tests, address=empty_neo4j.address, password=PASSWORD, count=COUNT)
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "begin\n"
    time.sleep(seconds)
    process.kill()
    process.wait()
    schema = empty_neo4j.run("MATCH (s:Store) RETURN s.schema AS schema")
    if not schema or schema[0]["schema"] == creating.FILLING:
        fill(empty_neo4j)
    assert hash_of(empty_neo4j) == ordinary


def test_a_database_that_is_not_empty_is_left_alone(empty_neo4j: Server) -> None:
    empty_neo4j.run("CREATE (:Customer {id: 1})")
    with pytest.raises(StoreError, match="not empty"):
        fill(empty_neo4j)
    assert empty_neo4j.run("MATCH (n) RETURN labels(n) AS labels") == [{"labels": ["Customer"]}]
    assert not empty_neo4j.run("SHOW CONSTRAINTS")
    empty_neo4j.clear()
    with open_store(empty_neo4j.address, password=PASSWORD) as store:
        load(articles(3), store)
        with pytest.raises(StoreError, match="not empty"):
            fill(empty_neo4j)
        assert info(store).articles == 3


def test_what_others_put_beside_it_is_not_removed(empty_neo4j: Server) -> None:
    break_off(empty_neo4j)
    empty_neo4j.run("CREATE (:Customer {id: 1})")
    with pytest.raises(SchemaMismatch, match="did not make"):
        fill(empty_neo4j)
    assert empty_neo4j.run("MATCH (n:Customer) RETURN n.id AS id") == [{"id": 1}]


def test_while_one_fills_another_is_refused(empty_neo4j: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first one's last sign of life is renewed between two looks of the second one."""
    break_off(empty_neo4j)
    monkeypatch.setattr(creating, "ALIVE", 60)

    def renew(_seconds: float) -> None:
        empty_neo4j.run("MATCH (s:Store) SET s.step = s.step + 1")

    monkeypatch.setattr(creating.time, "sleep", renew)
    with pytest.raises(StoreInUse, match="another process"):
        fill(empty_neo4j)


def test_who_was_taken_for_dead_writes_nothing_more(
    empty_neo4j: Server, ordinary: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = Offline.fact_rows

    def overtaken(graph: Offline) -> object:
        monkeypatch.setattr(Offline, "fact_rows", rows)
        time.sleep(1)
        fill(empty_neo4j)
        done_by_another.append(True)
        return rows(graph)

    done_by_another: list[bool] = []
    monkeypatch.setattr(Offline, "fact_rows", overtaken)
    with pytest.raises(StoreError):
        fill(empty_neo4j)
    assert done_by_another
    assert hash_of(empty_neo4j) == ordinary


def losing(after: str) -> tuple[object, list[bool]]:
    """A `transact` that loses one answer, to the first commit after which the store has such a node, and tries again."""
    transact = BoltStore.transact

    def lossy(store: BoltStore, work: object, **options: object) -> object:
        def once() -> object:
            done = transact(store, work, **options)  # type: ignore[arg-type]
            if not lost and store.read(f"MATCH (n:{after}) RETURN 1 LIMIT 1").rows:
                lost.append(True)
                raise ServiceUnavailable("lost")
            return done

        return store._again(once)

    lost: list[bool] = []
    return lossy, lost


def test_a_lost_answer_to_a_commit_writes_nothing_twice(empty_neo4j: Server, ordinary: str) -> None:
    lossy, lost = losing("Appearance")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BoltStore, "transact", lossy)
        with pytest.raises(StoreError, match="kg bulk again"):
            fill(empty_neo4j)
    assert lost
    fill(empty_neo4j)
    assert hash_of(empty_neo4j) == ordinary


def test_a_lost_answer_to_the_last_commit_does_no_harm(empty_neo4j: Server, ordinary: str) -> None:
    lossy, lost = losing("Lease")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BoltStore, "transact", lossy)
        fill(empty_neo4j)
    assert lost
    assert hash_of(empty_neo4j) == ordinary


def test_who_lays_out_a_store_that_another_begins_to_fill_gives_way(
    empty_neo4j: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    define = BoltStore.define

    def late(store: BoltStore, statements: list[str]) -> None:
        monkeypatch.setattr(BoltStore, "define", define)
        break_off(empty_neo4j)
        define(store, statements)

    monkeypatch.setattr(BoltStore, "define", late)
    with pytest.raises(SchemaMismatch, match="kg bulk again"):
        open_store(empty_neo4j.address, password=PASSWORD)


def test_a_server_with_little_memory_gets_less_at_a_time(
    empty_neo4j: Server, ordinary: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    transact = BoltStore.transact

    def narrow(store: BoltStore, work: object, **options: object) -> object:
        def run(cypher: str, parameters: dict[str, list[object]]) -> object:
            if isinstance(parameters.get("rows"), list) and len(parameters["rows"]) > 7:
                raise StoreOutOfMemory("the store is out of memory")
            return inner(cypher, parameters)

        def inside(given: object) -> object:
            nonlocal inner
            inner = given
            return work(run)  # type: ignore[operator]

        inner: object = None
        return transact(store, inside, **options)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(BoltStore, "transact", narrow)
        fill(empty_neo4j)
    assert hash_of(empty_neo4j) == ordinary


def test_command(empty_neo4j: Server, tmp_path: Path) -> None:
    (tmp_path / "found.jsonl").write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in articles(5)))
    arguments = ["bulk", str(tmp_path / "found.jsonl"), "--new-store", empty_neo4j.address, "--password", PASSWORD]
    done = CliRunner().invoke(cli, arguments)
    assert done.exit_code == 0, done.stderr
    assert "5 articles loaded" in done.stderr
