"""When an office began or ended is kept with the statement, where the text says it."""

from kg.annotate.builtin import BuiltinAnnotator
from kg.extract import extract
from kg.model import Article
from kg.ontology import load_ontology
from kg.resolve.stated import stated


def held(text: str) -> dict[str, tuple[str, str]]:
    """Status and date of each office, by its holder."""
    article = Article(id="a", title="", text=text, date="2024-03-20", place="宜春市")
    graph = extract(article, next(iter(BuiltinAnnotator().annotate([article]))), load_ontology())
    names = {appearance.id: appearance.name for appearance in graph.appearances}
    return {
        names[item.subject]: (item.status, item.date) for item in graph.statements if item.predicate == "HOLDS_POSITION"
    }


def test_an_appointment_has_its_day() -> None:
    assert held("3月14日，市人大常委会决定任命漆雕敏为副市长。") == {"漆雕敏": ("appointed", "2024-03-14")}


def test_a_removal_has_its_day() -> None:
    found = held("日前，省委批准：去年12月免去仇素梅的市教育局局长职务。")
    assert found == {"仇素梅": ("removed", "2023-12")}


def test_a_holder_has_none() -> None:
    assert held("3月14日，副市长漆雕敏到袁州区调研。") == {"漆雕敏": ("current", "")}


def test_the_store_keeps_the_day_as_the_begin_of_the_office() -> None:
    text = "3月14日，市人大常委会决定任命漆雕敏为副市长。"
    article = Article(id="a", title="", text=text, date="2024-03-20", place="宜春市")
    graph = extract(article, next(iter(BuiltinAnnotator().annotate([article]))), load_ontology())
    (kept,) = [item for item in stated(graph).statements if item.predicate == "HOLDS_POSITION"]
    assert (kept.valid_from, kept.valid_to) == ("2024-03-14", "")
