"""The whole line as a library: in memory, into a store, in one process and in several."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.errors import AnnotatorError, KgError, OntologyError
from kg.line import articles, explain, extract
from kg.model import Fact, Graph
from kg.query.subgraph import subgraph
from kg.settings import Settings
from kg.store import Store

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGES = [EXAMPLES / "pages" / name for name in ("jingmen-2023-11-14.md", "kuerle-2024-09-11.md")]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with kg.open_store(str(tmp_path / "store")) as opened:
        yield opened


def triples(graph: Graph) -> set[tuple[str, str, str]]:
    names = {entity.id: entity.name for entity in graph.entities}
    return {(names[fact.subject], fact.predicate, names[fact.object]) for fact in graph.facts}


@pytest.fixture(scope="module")
def graph() -> Graph:
    return kg.build(PAGES)


def test_a_graph_in_memory_has_who_signed_with_whom_and_the_sentence(graph: Graph) -> None:
    signed = next(fact for fact in graph.facts if fact.predicate == "SIGNED_WITH")
    assert ("库尔勒经济技术开发区管委会", "SIGNED_WITH", "石家庄辰禾生物科技有限公司") in triples(graph) or (
        "石家庄辰禾生物科技有限公司", "SIGNED_WITH", "库尔勒经济技术开发区管委会",
    ) in triples(graph)  # fmt: skip
    assert signed.citations[0].quote
    assert signed.citations[0].date.startswith("202")


def test_every_fact_leads_to_characters_of_its_page(graph: Graph) -> None:
    raw = {str(path): path.read_text(encoding="utf-8") for path in PAGES}

    def cited(fact: Fact) -> bool:
        return all(
            citation.spans and all(raw[citation.source][span.start : span.end] for span in citation.spans)
            for citation in fact.citations
        )

    assert graph.facts
    assert all(cited(fact) for fact in graph.facts)


def test_memory_and_store_hold_the_same_graph(store: Store, graph: Graph) -> None:
    report = kg.build(PAGES, store=store)
    assert report.loaded == report.total > 5
    held = subgraph(store)
    assert {entity.id: entity for entity in held.entities} == {entity.id: entity for entity in graph.entities}
    assert {fact.id: fact for fact in held.facts} == {fact.id: fact for fact in graph.facts}


def test_the_order_of_the_pages_does_not_matter(graph: Graph) -> None:
    assert kg.build([*reversed(PAGES), PAGES[0]]) == graph


def test_building_again_changes_nothing(store: Store) -> None:
    first = kg.build(PAGES, store=store)
    before = subgraph(store)
    again = kg.build(PAGES, store=store)
    assert (again.loaded, again.replaced, again.unchanged) == (0, 0, first.loaded)
    assert subgraph(store) == before


def test_several_processes_give_the_same_in_the_same_order() -> None:
    assert list(extract(PAGES, Settings(jobs=2))) == list(extract(PAGES))


def test_memory_stays_flat_as_articles_are_taken_when_they_are_wanted() -> None:
    taken: list[str] = []

    def endless() -> Iterator[Path]:
        while True:
            taken.append("page")
            yield PAGES[0]

    for number, _graph in enumerate(extract(endless())):
        if number == 50:
            break
    assert len(taken) < 50


def test_what_cannot_be_read_is_set_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    binary = tmp_path / "picture.md"
    binary.write_bytes(bytes(range(256)) * 40)
    told: list[KgError] = []
    found = list(extract([tmp_path / "none.md", binary, PAGES[0]], on_error=told.append))
    assert {graph.source for graph in found} == {str(PAGES[0])}
    assert {error.where for error in told} == {str(tmp_path / "none.md"), str(binary)}
    assert all(error.do for error in told)


def test_without_a_listener_what_is_set_aside_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert list(articles([tmp_path / "none.md"])) == []
    assert "none.md" in caplog.text


def test_what_the_settings_name_must_be_there() -> None:
    with pytest.raises(AnnotatorError):
        next(extract(PAGES, Settings(annotator="nobody")))
    with pytest.raises(OntologyError):
        next(extract(PAGES, Settings(ontology="none.yaml")))


def test_a_date_and_a_place_that_the_page_lacks_come_from_the_settings(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("市图书馆新馆启用\n\n本报讯 昨日，市图书馆新馆启用仪式举行。市长丁一凡出席并讲话。\n", encoding="utf-8")
    (article,) = articles([page], Settings(date="2024-03-05", place="西宁市"))
    assert (article.date, article.place) == ("2024-03-05", "西宁市")


def test_explanations_name_frame_row_and_rule() -> None:
    found = list(explain(PAGES[:1]))
    assert len(found) > 20
    for item in found:
        assert item.statement.evidence in item.sentence or item.sentence in item.statement.evidence
        assert item.frame is not None
        assert item.row is not None, item
        assert item.frame.predicate in item.row.verbs
        assert item.statement.rule
