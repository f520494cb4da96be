"""The whole line on pages and gold that are not in this repository."""

from pathlib import Path

import msgspec
import pytest

import kg
from kg.evaluate import Articles, GoldArticle, align, read_gold, score
from kg.line import extract
from kg.model import ArticleGraph, Graph
from kg.ontology import load_ontology

SHARED = Path(__file__).parents[3] / "shared"
SEED = SHARED / "pages" / "xining-2023-10-24.md"
pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def seed() -> Graph:
    return kg.build([SEED])


def facts(graph: Graph, predicate: str) -> dict[frozenset[str], str]:
    """Names of both ends of each fact, with its first quote."""
    names = {entity.id: entity.name for entity in graph.entities}
    return {
        frozenset((names[fact.subject], names[fact.object])): fact.citations[0].quote
        for fact in graph.facts
        if fact.predicate == predicate
    }


def test_the_seed_page_tells_who_signed_with_whom(seed: Graph) -> None:
    quote = facts(seed, "SIGNED_WITH")[frozenset(("西宁经济技术开发区管委会", "海南州人民政府"))]
    assert "签订" in quote


def test_the_seed_page_tells_who_took_part_in_the_talk(seed: Graph) -> None:
    attended = [pair for pair in facts(seed, "ATTENDED") if any("集体谈话" in name for name in pair)]
    assert {"蔡奇", "石泰峰", "王小洪"} <= {name for pair in attended for name in pair}


def predicted(graphs: list[ArticleGraph]) -> Articles:
    return {graph.id: msgspec.convert(msgspec.to_builtins(graph), GoldArticle) for graph in graphs}


def test_articles_reach_the_floor() -> None:
    gold = SHARED / "gold" / "dev.jsonl"
    found = score(read_gold(gold), predicted(list(extract([gold]))))
    assert found.relations.f1 >= 0.80
    assert found.core.f1 >= 0.85
    assert all(found.by_relation[name].found for name in load_ontology().relations)


def test_raw_pages_reach_the_floor() -> None:
    pages = sorted(path for path in (SHARED / "pages").iterdir() if path.suffix in {".md", ".txt"})
    gold = read_gold(SHARED / "gold" / "page.jsonl")
    found = score(*align(gold, predicted(list(extract(pages)))))
    assert found.relations.f1 >= 0.80
