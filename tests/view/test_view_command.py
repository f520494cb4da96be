"""``kg view`` as a user runs it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from test_page_build import data_of

from kg.cli import view
from kg.load import load
from kg.model import Appearance, ArticleGraph, Span, Statement
from kg.store import open_store

SENTENCE = "云岭县县长何晓岚主持青禾茶文化节。"
ARTICLE = ArticleGraph(
    id="yunling#1", title="茶文化节举行", text=SENTENCE, date="2024-04-20", paper="云岭晚报", page="A01", digest="0" * 16,
    source="yunling.md", annotator="test 1",
    appearances=(
        Appearance(id="e1", type="Person", name="何晓岚", names=("何晓岚",), mentions=(Span(12, 15),)),
        Appearance(id="e2", type="Event", name="青禾茶文化节", names=("青禾茶文化节",), mentions=(Span(17, 23),)),
        Appearance(id="e3", type="Position", name="云岭县县长", names=("云岭县县长",), mentions=(Span(7, 12),)),
    ),
    statements=(
        Statement(subject="e1", predicate="CHAIRED", object="e2", evidence=SENTENCE, start=7, end=24),
        Statement(subject="e1", predicate="HOLDS_POSITION", object="e3", evidence=SENTENCE, start=7, end=24),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = str(tmp_path_factory.mktemp("view") / "store")
    with open_store(path, create=True) as opened:
        load([ARTICLE], opened)
        yield path


def run(store: str, *words: str) -> Result:
    return CliRunner().invoke(view.command, [*words, "--store", store])


def test_draws_the_whole_store(store: str, tmp_path: Path) -> None:
    result = run(store, "-o", str(tmp_path / "图.html"))
    assert result.exit_code == 0, result.output
    assert "图.html" in result.output
    data = data_of((tmp_path / "图.html").read_text(encoding="utf-8"))
    assert {node["label"] for node in data["nodes"]} == {"何晓岚", "青禾茶文化节", "云岭县县长"}
    assert data["edges"][0]["quotes"][0][1] == SENTENCE
    assert data["focus"] == -1


def test_draws_what_surrounds_a_name(store: str, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    result = run(store, "--around", "何晓岚", "--relation", "chaired", "--language", "en", "-o", str(out))
    assert result.exit_code == 0, result.output
    html = out.read_text(encoding="utf-8")
    assert "<title>何晓岚</title>" in html
    data = data_of(html)
    assert {node["label"] for node in data["nodes"]} == {"何晓岚", "青禾茶文化节"}
    assert data["nodes"][data["focus"]]["label"] == "何晓岚"


def test_nothing_since_then_is_an_empty_page(store: str, tmp_path: Path) -> None:
    result = run(store, "--since", "2025-01-01", "-o", str(tmp_path / "page.html"))
    assert result.exit_code == 0, result.output
    assert data_of((tmp_path / "page.html").read_text(encoding="utf-8"))["nodes"] == []


def test_what_is_wrong_is_said(store: str, tmp_path: Path) -> None:
    out = str(tmp_path / "page.html")
    assert "何晓岚" in str(run(store, "--around", "何小岚", "-o", out).exception)
    assert "2023-10-24" in str(run(store, "--since", "gestern", "-o", out).exception)
    assert "CHAIRED" in str(run(store, "--relation", "CHARIED", "-o", out).exception)
    assert not list(tmp_path.iterdir())
