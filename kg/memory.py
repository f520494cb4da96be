"""A graph without a store: what all articles state is resolved at once, in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple, cast

from kg.model import Article, ArticleGraph, Citation, Entity, EntityType, Fact, Graph, Span, Status
from kg.ontology import Ontology
from kg.resolve.stated import Stated, StatedStatement, stated
from kg.resolve.stories import Telling, stories
from kg.resolve.view import HELD_ON, Edge, Group, by_block, edge, groups, period, support


class _Source(NamedTuple):
    """A statement with the article that makes it."""

    statement: StatedStatement
    article: Article
    story: str


def resolve(graphs: Iterable[ArticleGraph], ontology: Ontology) -> Graph:
    """Entities and facts of articles, by the same rules as a store's, with every citation.

    Entities come in the order of their ids, facts likewise, so that the order of the articles does not matter. An
    article that comes twice counts once.
    """
    items = {item.id: item for item in map(stated, graphs)}
    told = stories(Telling(id=item.id, date=item.graph.date, bands=item.bands) for item in items.values())
    found = [
        group for block in by_block(a for item in items.values() for a in item.appearances) for group in groups(block)
    ]
    entity = {member: group.id for group in found for member in group.members}
    sources = _by_edge(items.values(), told, entity, ontology)
    days = {
        one.subject: period((item.statement.object, item.statement.planned) for item in behind)
        for one, behind in sources.items()
        if one.predicate == HELD_ON
    }
    facts = [_fact(one, behind) for one, behind in sources.items() if one.predicate != HELD_ON]
    return Graph(
        entities=tuple(sorted((_entity(group, days) for group in found), key=lambda one: one.id)),
        facts=tuple(sorted(facts, key=lambda one: one.id)),
    )


def _by_edge(
    items: Iterable[Stated], told: Mapping[str, str], entity: Mapping[str, str], ontology: Ontology
) -> dict[Edge, list[_Source]]:
    sources: dict[Edge, list[_Source]] = defaultdict(list)
    for item in items:
        for statement in item.statements:
            if one := edge(statement, entity, ontology):
                sources[one].append(_Source(statement, item.graph, told[item.id]))
    return sources


def _entity(group: Group, days: Mapping[str, tuple[str, str]]) -> Entity:
    start, end = days.get(group.id, ("", ""))
    kind = cast(EntityType, group.type)
    return Entity(id=group.id, type=kind, name=group.name, names=group.names, start=start, end=end)


def _fact(one: Edge, sources: list[_Source]) -> Fact:
    behind = support((item.statement, item.story, "") for item in sources)
    ordered = sorted(sources, key=lambda item: (item.article.date, item.statement.article, item.statement.id))
    return Fact(
        id=one.id,
        subject=one.subject,
        predicate=one.predicate,
        object=one.object,
        stories=behind.stories,
        first_date=behind.first_date,
        last_date=behind.last_date,
        confidence=behind.confidence,
        planned=behind.planned,
        status=cast(Status, one.status),
        citations=tuple(map(_citation, ordered)),
    )


def _citation(source: _Source) -> Citation:
    statement, article = source.statement, source.article
    offsets = statement.spans
    return Citation(
        statement=statement.id,
        article=statement.article,
        quote=statement.text,
        title=article.title,
        paper=article.paper,
        date=article.date,
        page=article.page,
        source=article.source,
        spans=tuple(Span(*pair) for pair in zip(offsets[::2], offsets[1::2], strict=True)),
    )
