"""CSV for neo4j-admin, imported for real, gives the graph of the ordinary path."""

from __future__ import annotations

import csv
import shlex
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from neo4j_server import PASSWORD, Server, started
from newsroom import article, articles

from kg.cli import cli
from kg.errors import InputError, StoreError
from kg.load import bulk, load, retract
from kg.model import ArticleGraph
from kg.store import graph_hash, open_store

COUNT = 60
HARD = (
    "引号\"与'与`",
    "反斜杠\\结尾\\",
    "换行\n和\r\n和\t制表",
    "逗号,分号;竖线|",
    "😀表情𠮷",
    "=1+1",
    ":LABEL",
    " 前后空格 ",
    "长" * 3_000,
)


def hard(number: int, name: str) -> ArticleGraph:
    """An article with a person of this name and a title made of it."""
    one = article(number, seed=9)
    first = next(item for item in one.appearances if item.type == "Person")
    renamed = msgspec.structs.replace(first, name=name, names=(name, f"{name};{name}"))
    appearances = tuple(renamed if item is first else item for item in one.appearances)
    return msgspec.structs.replace(one, id=f"h{number}", title=name, text=name + one.text, appearances=appearances)


def everything() -> list[ArticleGraph]:
    return [*articles(COUNT), *(hard(number, name) for number, name in enumerate(HARD))]


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The hash of the ordinary path."""
    with open_store(str(tmp_path_factory.mktemp("ordinary") / "store")) as store:
        assert load(everything(), store).loaded == COUNT + len(HARD)
        return graph_hash(store)


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose database was filled by the command that `bulk` tells."""
    out = tmp_path_factory.mktemp("bulk") / "文件 夹"
    server = started(tmp_path_factory.mktemp("imported") / "home")
    server.stop()
    made = bulk(reversed(everything()), out)
    assert made.articles == COUNT + len(HARD)
    program, *arguments = shlex.split(made.command)
    assert program == "neo4j-admin"
    done = server.admin(*arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    server.start()
    yield server
    server.stop()


@pytest.mark.neo4j
def test_the_import_gives_the_graph_of_the_ordinary_path(imported: Server, ordinary: str) -> None:
    with open_store(imported.address, password=PASSWORD) as store:
        assert graph_hash(store) == ordinary
        assert load(everything(), store).unchanged == COUNT + len(HARD)
        assert graph_hash(store) == ordinary


@pytest.mark.neo4j
def test_an_imported_store_has_constraints_and_goes_on_as_any_other(imported: Server, ordinary: str) -> None:
    with open_store(imported.address, password=PASSWORD) as store:
        constraints = store.read("SHOW CONSTRAINTS YIELD name RETURN name").rows
        assert ("statement_id",) in constraints
        assert not store.read("SHOW INDEXES YIELD name, state WHERE state <> 'ONLINE' RETURN name").rows
        more = list(articles(COUNT + 6))
        assert load(more, store).loaded == 6
        for one in more[COUNT:]:
            retract(store, article=one.id)
        assert graph_hash(store) == ordinary


def test_articles_in_another_order_and_twice_give_the_same_files(tmp_path: Path) -> None:
    graphs = list(articles(30))
    bulk(graphs, tmp_path / "one")
    bulk([*reversed(graphs), *graphs[:7]], tmp_path / "two")
    for path in (tmp_path / "one").glob("*.csv"):
        assert _rows(path) == _rows(tmp_path / "two" / path.name)


def test_nothing_is_left_behind_but_the_files(tmp_path: Path) -> None:
    made = bulk(articles(5), tmp_path)
    assert not [path.name for path in tmp_path.iterdir() if path.suffix not in (".csv", ".txt")]
    assert all(path.name in made.command for path in tmp_path.glob("*.csv"))


def test_a_directory_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises((InputError, StoreError), match="file"):
        bulk(articles(2), tmp_path / "file")


def test_command(tmp_path: Path) -> None:
    lines = b"".join(msgspec.json.encode(one) + b"\n" for one in articles(5))
    (tmp_path / "found.jsonl").write_bytes(lines + b"not JSON\n")
    done = CliRunner().invoke(cli, ["bulk", str(tmp_path / "found.jsonl"), "--out", str(tmp_path / "csv")])
    assert done.exit_code != 0  # the line at fault was reported, the rest written
    assert "found.jsonl" in done.stderr
    assert done.stdout.startswith("neo4j-admin database import full")
    assert len(_rows(tmp_path / "csv" / "articles.csv")) == 6


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        csv.field_size_limit(10_000_000)
        return sorted(csv.reader(file))
