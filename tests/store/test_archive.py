"""A backup holds the whole store, fits both kinds, and is refused when something is wrong with it."""

from __future__ import annotations

import random
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from neo4j_server import PASSWORD, Server
from newsroom import articles

from kg.cli import cli
from kg.errors import InputError, KgError, SchemaMismatch, StoreError
from kg.load import backup, decide, load, restore
from kg.store import Store, graph_hash, open_store

COUNT = 40
HEAD = '["Backup",{"schema":1}]\n'


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with articles and both kinds of decision."""
    with open_store(str(tmp_path_factory.mktemp("full") / "store")) as store:
        load(articles(COUNT), store)
        said = store.read("MATCH (s:Statement {predicate: 'ATTENDED'}) RETURN s.id ORDER BY s.id LIMIT 2").rows
        decide(store, str(said[0][0]), "reject")
        decide(store, str(said[1][0]), "accept")
        yield store


@pytest.fixture(scope="module")
def archive(full: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "store.backup"
    backup(full, path)
    return path


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "empty")) as store:
        yield store


def test_a_restored_store_has_the_same_hash_and_can_be_loaded_into(full: Store, archive: Path, empty: Store) -> None:
    count = restore(archive, empty)
    assert count == sum(1 for _line in _lines(archive)) - 1  # the head is no record
    assert graph_hash(empty) == graph_hash(full)
    assert load(articles(COUNT), empty).unchanged == COUNT
    assert graph_hash(empty) == graph_hash(full)


def test_a_backup_of_a_restored_store_is_as_good(archive: Path, full: Store, empty: Store, tmp_path: Path) -> None:
    restore(archive, empty)
    backup(empty, tmp_path / "second")
    assert sorted(_lines(tmp_path / "second")) == sorted(_lines(archive))


@pytest.mark.neo4j
def test_a_backup_goes_to_a_server_and_back(
    archive: Path, full: Store, empty: Store, empty_neo4j: Server, tmp_path: Path
) -> None:
    with open_store(empty_neo4j.address, password=PASSWORD) as server:
        restore(archive, server)
        assert graph_hash(server) == graph_hash(full)
        backup(server, tmp_path / "back")
    restore(tmp_path / "back", empty)
    assert graph_hash(empty) == graph_hash(full)


def test_a_store_that_holds_articles_is_not_overwritten(archive: Path, full: Store) -> None:
    before = graph_hash(full)
    with pytest.raises(StoreError, match="not empty"):
        restore(archive, full)
    assert graph_hash(full) == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 but no more",
        b'["Article",{"id":"n1"}]\n',
        "一篇文章".encode(),
    ],
)
def test_a_file_that_is_no_backup_is_refused(content: bytes, tmp_path: Path, empty: Store) -> None:
    path = tmp_path / "foreign"
    path.write_bytes(content)
    _refused(path, empty)


@pytest.mark.parametrize(
    ("member", "text"),
    [
        ("other.jsonl", HEAD),
        ("stated.jsonl", ""),
        ("stated.jsonl", '["Article",{"id":"n1"}]'),
        ("stated.jsonl", HEAD + "{}"),
        ("stated.jsonl", HEAD + '["Article","n1"]'),
        ("stated.jsonl", HEAD + '["Appearance",{"id":"a1"}]'),
        ("stated.jsonl", HEAD + '["Statement",{"id":"s1","article":"n1"}]'),
        ("stated.jsonl", HEAD + '["Article",{"title":"no id"}]'),
        ("stated.jsonl", HEAD + '["Decision",{"verdict":"reject"}]'),
        ("stated.jsonl", HEAD + '["Article",{"id":{"a":1}}]'),
        ("stated.jsonl", HEAD + "\ufffd not JSON"),
    ],
)
def test_a_zip_of_something_else_is_refused(member: str, text: str, tmp_path: Path, empty: Store) -> None:
    path = tmp_path / "foreign.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, text + "\n")
    _refused(path, empty)


def test_a_backup_of_a_newer_version_is_refused(tmp_path: Path, empty: Store) -> None:
    path = tmp_path / "newer.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("stated.jsonl", '["Backup",{"schema":99}]\n["Article",{"id":"n1"}]\n')
    with pytest.raises(SchemaMismatch, match="99"):
        restore(path, empty)


def test_a_file_that_is_not_there_is_named(tmp_path: Path, empty: Store) -> None:
    _refused(tmp_path / "nowhere", empty)


def test_damaged_bytes_are_found_before_anything_is_written(archive: Path, tmp_path: Path, empty: Store) -> None:
    whole = archive.read_bytes()
    chance = random.Random(5)
    head = len("stated.jsonl") + 30  # of the zip's own fields; what follows is the content
    for number in range(20):
        at = chance.randrange(head, int(len(whole) * 0.9))
        path = tmp_path / f"damaged{number}"
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        _refused(path, empty)
    cut = tmp_path / "cut"
    cut.write_bytes(whole[: len(whole) // 2])
    _refused(cut, empty)


def test_an_interrupted_restore_is_begun_again(archive: Path, full: Store, empty: Store) -> None:
    def stop(stage: str, done: int, total: int) -> None:
        if stage == "records" and done > COUNT:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restore(archive, empty, progress=stop)
    assert empty.read("MATCH (a:Article) RETURN 1 LIMIT 1").rows
    restore(archive, empty)
    assert graph_hash(empty) == graph_hash(full)


def test_a_backup_that_cannot_be_written_leaves_nothing(full: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        backup(full, tmp_path / "nowhere" / "store.backup")
    assert not list(tmp_path.iterdir())


def test_memory_of_a_backup_does_not_grow_with_the_store(empty: Store, tmp_path: Path) -> None:
    load(articles(30), empty)
    small = _peak(empty, tmp_path)
    load(articles(240), empty)
    assert _peak(empty, tmp_path) < 2 * small + 2_000_000


def test_commands(full: Store, tmp_path: Path) -> None:
    path, copy = str(tmp_path / "store.backup"), str(tmp_path / "copy")
    made = CliRunner().invoke(cli, ["backup", path, "--store", full.address])
    assert made.exit_code == 0, made.output
    restored = CliRunner().invoke(cli, ["restore", path, "--store", copy])
    assert restored.exit_code == 0, restored.output
    with open_store(copy) as store:
        assert graph_hash(store) == graph_hash(full)
    again = CliRunner().invoke(cli, ["restore", path, "--store", copy])
    assert again.exit_code != 0
    assert "Traceback" not in again.output


def _refused(path: Path, store: Store) -> None:
    """Refused by name, with the store as empty as it was."""
    with pytest.raises(KgError) as caught:
        restore(path, store)
    assert path.name in str(caught.value)
    assert caught.value.do
    assert not store.read("MATCH (n) WHERE n:Article OR n:Appearance OR n:Statement RETURN 1 LIMIT 1").rows


def _lines(path: Path) -> Iterator[bytes]:
    with zipfile.ZipFile(path) as archive, archive.open("stated.jsonl") as file:
        for line in file:
            kind, row = msgspec.json.decode(line)
            yield msgspec.json.encode((kind, {**row, "story": None}), order="deterministic")


def _peak(store: Store, directory: Path) -> int:
    """Bytes that Python held at most during a backup, above what it held before."""
    tracemalloc.start()
    try:
        backup(store, directory / "measured")
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
