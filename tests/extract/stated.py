"""What a text of a paper states, for the cases of constructions."""

from kg.annotate.builtin import BuiltinAnnotator
from kg.extract import extract
from kg.model import Article
from kg.ontology import load_ontology

ONTOLOGY = load_ontology()


def assert_stated(
    place: str, text: str, expected: set[tuple[str, str, str]], relations: tuple[str, ...], date: str = "2024-06-25"
) -> None:
    """Assert that a text, its headline first if it has several lines, states just this of these relations; ``*`` is any."""
    title, body = text.split("\n", 1) if "\n" in text else ("", text)
    article = Article(id="a", title=title, text=body, date=date, place=place)
    graph = extract(article, next(iter(BuiltinAnnotator().annotate([article]))), ONTOLOGY)
    names = {appearance.id: appearance.name for appearance in graph.appearances}
    found = {
        (names[s.subject], s.predicate, names.get(s.object, s.object))
        for s in graph.statements
        if s.predicate in relations
    }
    symmetric = {name for name, relation in ONTOLOGY.relations.items() if relation.symmetric}
    sort = lambda t: (*sorted((t[0], t[2])), t[1]) if t[1] in symmetric else t  # noqa: E731
    if any(o == "*" for _, _, o in expected):
        assert len({o for _, _, o in found}) == 1
        found = {(s, p, "*") for s, p, _ in found}
    assert {sort(t) for t in found} == {sort(t) for t in expected if t[1] in relations}
