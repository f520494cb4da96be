"""The view of a whole set of articles at once, without a store: what a store's view must be equal to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from kg.model import ArticleGraph, Citation, Entity, Fact, Graph, Record, Span
from kg.ontology import Ontology, load_ontology
from kg.resolve.stated import Stated, StatedAppearance, StatedStatement, stated
from kg.resolve.stories import Telling, stories
from kg.resolve.view import HELD_ON, Edge, Group, Support, Voice, by_block, edge, groups, period, support


class View(Record):
    """Who is who, and the facts with their statements."""

    groups: tuple[Group, ...]
    entity: dict[str, str]  # for each appearance
    story: dict[str, str]  # for each article
    edges: dict[str, Edge]
    support: dict[str, Support]
    statements: dict[str, tuple[str, ...]]  # for each fact


def resolve(
    appearances: Iterable[StatedAppearance],
    statements: Iterable[StatedStatement],
    *,
    story: Mapping[str, str],
    verdicts: Mapping[str, str] | None = None,
    ontology: Ontology | None = None,
) -> View:
    """From appearances to entities and from statements to facts.

    Args:
        appearances: of all articles, in any order.
        statements: of all articles, in any order.
        story: for each article its story.
        verdicts: `accept` or `reject` for the statements that somebody decided about.
        ontology: other than the package's.
    """
    chosen, decided = ontology or load_ontology(), verdicts or {}
    found = [group for block in by_block(appearances) for group in groups(block)]
    entity = {member: group.id for group in found for member in group.members}
    edges: dict[str, Edge] = {}
    voices: dict[str, list[Voice]] = defaultdict(list)
    supporting: dict[str, list[str]] = defaultdict(list)
    for one in statements:
        fact = None if decided.get(one.id) == "reject" else edge(one, entity, chosen)
        if fact:
            edges[fact.id] = fact
            confidence = 1.0 if decided.get(one.id) == "accept" else one.confidence
            voices[fact.id].append(Voice(one.date, story[one.article], confidence, one.planned))
            supporting[fact.id].append(one.id)
    return View(
        groups=tuple(sorted(found, key=lambda group: group.id)),
        entity=entity,
        story=dict(story),
        edges=edges,
        support={id: support(items) for id, items in voices.items()},
        statements={id: tuple(sorted(ids)) for id, ids in supporting.items()},
    )


def view_of(articles: Collection[Stated], *, ontology: Ontology | None = None) -> View:
    """The view of whole articles about which nobody decided anything."""
    story = stories(Telling(id=item.id, date=item.graph.date, bands=item.bands) for item in articles)
    return resolve(
        [one for item in articles for one in item.appearances],
        [one for item in articles for one in item.statements],
        story=story,
        ontology=ontology,
    )


def graph_of(graphs: Iterable[ArticleGraph], *, ontology: Ontology | None = None) -> Graph:
    """The graph that a store would hold after loading these articles; an article given twice counts once.

    Args:
        graphs: in any order.
        ontology: other than the package's.

    Returns:
        entities and facts by id; each fact with a citation a statement, in the order of their dates.
    """
    articles = {item.id: item for item in map(stated, graphs)}
    view = view_of(articles.values(), ontology=ontology)
    said = {one.id: one for item in articles.values() for one in item.statements}
    held = {fact.subject: id for id, fact in view.edges.items() if fact.predicate == HELD_ON}
    dates = {
        entity: period((said[s].object, said[s].planned) for s in view.statements[id]) for entity, id in held.items()
    }
    facts = [_fact(fact, view, said, articles) for fact in view.edges.values() if fact.predicate != HELD_ON]
    return Graph(
        entities=tuple(_entity(group, dates.get(group.id, ("", ""))) for group in view.groups),
        facts=tuple(sorted(facts, key=lambda fact: fact.id)),
    )


def _entity(group: Group, dates: tuple[str, str]) -> Entity:
    return Entity(id=group.id, type=group.type, name=group.name, names=group.names, start=dates[0], end=dates[1])


def _fact(fact: Edge, view: View, said: Mapping[str, StatedStatement], articles: Mapping[str, Stated]) -> Fact:
    total = view.support[fact.id]
    statements = sorted((said[id] for id in view.statements[fact.id]), key=_reading_order)
    return Fact(
        id=fact.id,
        subject=fact.subject,
        predicate=fact.predicate,
        object=fact.object,
        stories=total.stories,
        first_date=total.first_date,
        last_date=total.last_date,
        confidence=total.confidence,
        planned=total.planned,
        status=fact.status,
        citations=tuple(_citation(one, articles[one.article].graph) for one in statements),
    )


def _reading_order(one: StatedStatement) -> tuple[str, str, int, str]:
    return (one.date, one.article, one.start, one.id)


def _citation(one: StatedStatement, article: ArticleGraph) -> Citation:
    return Citation(
        statement=one.id,
        article=one.article,
        quote=one.text,
        title=article.title,
        paper=article.paper,
        date=article.date,
        page=article.page,
        source=article.source,
        spans=tuple(Span(*pair) for pair in zip(one.spans[::2], one.spans[1::2], strict=True)),
    )
