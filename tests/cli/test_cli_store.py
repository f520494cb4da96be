"""The commands that work on a store, one after another as a user would."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import networkx
import pytest

from kg.cli import run

PAGES = Path(__file__).parents[2] / "examples" / "pages"
PAGE = PAGES / "kuerle-2024-09-11.md"


class Line:
    """The command line with a store of its own."""

    def __init__(self, directory: Path, capfd: pytest.CaptureFixture[str]) -> None:
        self.directory, self._capfd = directory, capfd

    def __call__(self, *arguments: str | Path, store: str = "store", status: int = 0) -> str:
        self._capfd.readouterr()
        found = run([*map(str, arguments), "--store", str(self.directory / store)])
        out, self.told = self._capfd.readouterr()
        assert found == status, self.told
        return out


@pytest.fixture
def kg(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Iterator[Line]:
    line = Line(tmp_path, capfd)
    line("build", PAGE)
    yield line


def found(directory: Path) -> Path:
    out = directory / "found.jsonl"
    assert run(["extract", str(PAGE), "--out", str(out)]) == 0
    return out


def test_build_tells_what_it_did_and_does_nothing_twice(kg: Line) -> None:
    kg("build", PAGE)
    assert "0 articles loaded, 0 replaced" in kg.told


def test_extracting_then_loading_is_building(kg: Line) -> None:
    kg("load", found(kg.directory), store="other")
    assert kg("info", "--hash", store="other") == kg("info", "--hash")


def test_info_counts_and_speaks_json(kg: Line) -> None:
    held = json.loads(kg("info", "--json"))
    assert held["articles"] > 3
    assert held["entities"]["Person"] > 10
    assert held["pending"] == 0
    assert "Person" in kg("info")


def test_retracting_leaves_what_there_would_be_without(kg: Line) -> None:
    before = kg("info", "--hash")
    other = PAGES / "jingmen-2023-11-14.md"
    kg("build", other)
    assert kg("info", "--hash") != before
    kg("retract", "--source", other)
    assert kg("info", "--hash") == before
    kg("retract", "nothing#1", status=1)
    assert "nothing#1" in kg.told


def test_a_rejected_statement_supports_nothing_until_it_is_accepted_again(kg: Line) -> None:
    before = kg("info", "--hash")
    cypher = "MATCH (s:Statement {predicate: 'SIGNED_WITH'}) RETURN s.id"
    statements = [row["s.id"] for row in json.loads(kg("query", "--cypher", cypher, "--format", "json"))]
    signed = "MATCH (:Entity)-[r:SIGNED_WITH]->(:Entity) RETURN count(r) AS n"
    (count,) = json.loads(kg("query", "--cypher", signed, "--format", "json"))
    assert count["n"] > 0
    kg("reject", *statements)
    kg("build", PAGE)
    (count,) = json.loads(kg("query", "--cypher", signed, "--format", "json"))
    assert count["n"] == 0
    kg("accept", "--clear", *statements)
    assert kg("info", "--hash") == before
    kg("reject", "no-such-statement", status=1)


def test_a_backup_makes_the_same_store(kg: Line) -> None:
    file = kg.directory / "store.backup"
    kg("backup", file)
    kg("restore", file, store="copy")
    assert kg("info", "--hash", store="copy") == kg("info", "--hash")
    kg("restore", file, status=1)
    assert "empty" in kg.told


def test_exports_hold_the_whole_graph(kg: Line) -> None:
    held = json.loads(kg("info", "--json"))
    entities, facts = sum(held["entities"].values()), sum(held["facts"].values())
    kg("export", "--format", "graphml", "--out", kg.directory / "g.graphml")
    graph = networkx.read_graphml(kg.directory / "g.graphml", force_multigraph=True)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (entities, facts)
    kg("export", "--format", "csv", "--out", kg.directory / "tables")
    with (kg.directory / "tables" / "facts.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == facts
    kg("export", "--format", "jsonld", "--out", kg.directory / "g.jsonld")
    assert len(json.loads((kg.directory / "g.jsonld").read_text(encoding="utf-8"))["@graph"]) == entities + facts


def test_bulk_writes_files_and_the_command(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    lines = found(tmp_path)
    capfd.readouterr()
    assert run(["bulk", str(lines), "--out", str(tmp_path / "bulk")]) == 0
    command = capfd.readouterr().out
    assert "database import full" in command
    assert all((tmp_path / "bulk" / name).is_file() for name in ("articles.csv", "appearances.csv", "statements.csv"))
