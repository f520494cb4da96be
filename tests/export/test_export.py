"""What is exported can be read again, whatever texts hold."""

import csv
import json
import stat
from pathlib import Path

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export import WRITERS, write_csv, write_graphml, write_jsonld
from kg.export.tables import rows
from kg.model import Citation, Entity, Fact, Graph, Span

GRAPH = Graph(
    entities=(
        Entity(id="a", type="Person", name="丁一凡", names=("丁一凡", "丁主席")),
        Entity(id="b", type="Event", name="市老年大学开学典礼", start="2024-09-02", end="2024-09-02"),
    ),
    facts=(
        Fact(
            id="f1",
            subject="a",
            predicate="ATTENDED",
            object="b",
            stories=2,
            first_date="2024-09-03",
            citations=(
                Citation(
                    statement="s1", article="x#1", quote="丁一凡出席典礼", title="开学", paper="晚报", spans=(Span(3, 10),)
                ),
                Citation(statement="s2", article="y#4", quote="丁主席到会"),
            ),
        ),
        Fact(id="f2", subject="a", predicate="SPOKE_AT", object="b", planned=True, confidence=0.5),
    ),
)


def graph_of(texts: list[str]) -> Graph:
    """A graph whose every text is one of the given ones."""
    entities = tuple(Entity(id=f"n{i}", type="Person", name=text, names=(text,)) for i, text in enumerate(texts))
    facts = tuple(
        Fact(id=f"f{i}", subject=f"n{i}", predicate="MET_WITH", object="n0",
             citations=(Citation(statement=f"s{i}", article="x", quote=text, title=text),))
        for i, text in enumerate(texts)
    )  # fmt: skip
    return Graph(entities=entities, facts=facts)


texts = st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4)


def test_csv_has_a_row_for_each_source(tmp_path: Path) -> None:
    write_csv(GRAPH, tmp_path)
    assert [row["name"] for row in rows(tmp_path / "entities.csv")] == ["丁一凡", "市老年大学开学典礼"]
    facts = list(rows(tmp_path / "facts.csv"))
    assert (facts[0]["subject_name"], facts[0]["predicate"], facts[0]["object_name"]) == (
        "丁一凡", "ATTENDED", "市老年大学开学典礼",
    )  # fmt: skip
    assert (facts[1]["planned"], facts[1]["confidence"]) == ("1", "0.5")
    assert [(row["fact"], row["quote"]) for row in rows(tmp_path / "citations.csv")] == [
        ("f1", "丁一凡出席典礼"),
        ("f1", "丁主席到会"),
    ]


def test_csv_opens_in_a_spreadsheet(tmp_path: Path) -> None:
    write_csv(graph_of(['=HYPERLINK("x")', "+1", "@a", "-2", "平常"]), tmp_path)
    raw = (tmp_path / "entities.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    with (tmp_path / "entities.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [row[2] for row in csv.reader(file)][1:]
    assert cells == ["'=HYPERLINK(\"x\")", "'+1", "'@a", "'-2", "平常"]


def test_graphml_keeps_parallel_edges_and_sources(tmp_path: Path) -> None:
    write_graphml(GRAPH, tmp_path / "g.graphml")
    assert "丁一凡" in (tmp_path / "g.graphml").read_text(encoding="utf-8")
    graph = networkx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    assert {(one, other, key) for one, other, key in graph.edges(keys=True)} == {("a", "b", "f1"), ("a", "b", "f2")}
    assert "晚报" in graph.edges["a", "b", "f1"]["source"]
    assert graph.nodes["b"]["start"] == "2024-09-02"


def test_jsonld_links_facts_to_entities_and_sources(tmp_path: Path) -> None:
    write_jsonld(GRAPH, tmp_path / "g.jsonld")
    document = json.loads((tmp_path / "g.jsonld").read_text(encoding="utf-8"))
    nodes = {node["@id"]: node for node in document["@graph"]}
    fact = nodes["urn:kg:fact:f1"]
    assert nodes[fact["subject"]]["name"] == "丁一凡"
    assert fact["citations"][0] == {
        "statement": "s1", "article": "x#1", "quote": "丁一凡出席典礼", "title": "开学", "paper": "晚报", "spans": [[3, 10]],
    }  # fmt: skip
    assert isinstance(document["@context"], dict)  # nothing to fetch


@given(texts)
def test_any_text_survives_csv(tmp_path_factory: pytest.TempPathFactory, some: list[str]) -> None:
    directory = tmp_path_factory.mktemp("csv")
    write_csv(graph_of(some), directory)
    found = [row["quote"].removeprefix("'") for row in rows(directory / "citations.csv")]
    assert found == [text.replace("\0", "").removeprefix("'") for text in some]


@given(texts)
def test_any_text_gives_xml_that_parses(tmp_path_factory: pytest.TempPathFactory, some: list[str]) -> None:
    path = tmp_path_factory.mktemp("xml") / "g.graphml"
    write_graphml(graph_of(some), path)
    assert len(networkx.read_graphml(path)) == len(some)


@given(texts)
def test_any_text_survives_jsonld(tmp_path_factory: pytest.TempPathFactory, some: list[str]) -> None:
    path = tmp_path_factory.mktemp("json") / "g.jsonld"
    write_jsonld(graph_of(some), path)
    names = [node["name"] for node in json.loads(path.read_text(encoding="utf-8"))["@graph"] if "name" in node]
    assert names == some


@pytest.mark.parametrize("name", ["graphml", "jsonld"])
def test_a_failed_export_leaves_the_old_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / "g"
    path.write_text("before", encoding="utf-8")
    broken = Graph(entities=GRAPH.entities, facts=(*GRAPH.facts, None))  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        WRITERS[name](broken, path)  # type: ignore[index]
    assert path.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_exports_are_readable_by_others_as_the_umask_says(tmp_path: Path) -> None:
    plain, exported = tmp_path / "plain", tmp_path / "g.jsonld"
    plain.touch()
    write_jsonld(GRAPH, exported)
    assert stat.S_IMODE(exported.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)
