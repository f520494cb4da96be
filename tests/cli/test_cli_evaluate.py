"""``kg evaluate`` and ``kg explain`` on an example page."""

import json
from pathlib import Path

import pytest

from kg.cli import run

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGE = EXAMPLES / "pages" / "kuerle-2024-09-11.md"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """The page's share of the examples' gold."""
    lines = (EXAMPLES / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(line for line in lines if json.loads(line)["id"].startswith("kuerle")), encoding="utf-8")
    return path


def test_a_page_is_extracted_and_compared(gold: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", str(gold), "--pages", str(PAGE), "--json"]) == 0
    figures = json.loads(capfd.readouterr().out)
    assert figures["relations"]["f1"] > 0.65
    assert figures["articles"] >= 7


def test_a_prediction_of_extract_gives_the_same_figures(
    gold: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "found.jsonl"
    assert run(["extract", str(PAGE), "--out", str(out)]) == 0
    assert run(["evaluate", str(gold), "--pages", str(PAGE), "--json"]) == 0
    direct = json.loads(capfd.readouterr().out)
    assert run(["evaluate", str(gold), str(out), "--align", "--json"]) == 0
    assert json.loads(capfd.readouterr().out) == direct


def test_halves_stand_side_by_side_and_only_one_shows_its_errors(
    gold: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["evaluate", str(gold), str(gold), "--split", "--json"]) == 0
    halves = json.loads(capfd.readouterr().out)
    assert set(halves) == {"develop", "check"}
    assert halves["develop"]["articles"] + halves["check"]["articles"] >= 7
    empty = gold.with_name("empty.jsonl")
    empty.write_text("", encoding="utf-8")
    assert run(["evaluate", str(gold), str(empty), "--split", "--errors", "10000"]) == 0
    listed = [line for line in capfd.readouterr().out.splitlines() if " MISSED " in line]
    assert len(listed) == halves["develop"]["relations"]["gold"]


def test_annotators_are_compared_in_one_table(gold: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", str(gold), "--annotator", "builtin"]) == 0
    out = capfd.readouterr().out
    assert "characters/s" in out
    assert "builtin" in out
    assert run(["evaluate", str(gold), "--annotator", "builtin,nobody"]) == 1
    assert "nobody" in capfd.readouterr().err


def test_a_relation_is_explained(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", str(PAGE), "--relation", "SIGNED_WITH"]) == 0
    out = capfd.readouterr().out
    for word in ("SIGNED_WITH", "sentence", "evidence", "frame", "ontology", "rule"):
        assert word in out
    assert "ATTENDED" not in out
