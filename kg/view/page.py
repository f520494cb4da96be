"""From the records to the page: what the scripts need of each entity, fact and article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.model import Citation, Entity, Fact, Graph, Record
from kg.ontology import Label, Ontology, load_ontology
from kg.view.layout import Link, layout
from kg.view.network import Language, OfflineNetwork, messages
from kg.view.packing import Point
from kg.view.start import first_slice

FIRST = 300  # nodes that a page opens with
MOST_QUOTES = 30  # sentences shown of one fact, the latest
DOUBTFUL = 0.6  # facts of a lower confidence are drawn as uncertain


class Kind(Record, omit_defaults=False):
    """An entity type or a relation, as the page's legend shows it."""

    name: str
    label: str
    reverse: str = ""
    color: str = ""


class Source(Record):
    """The article that citations of one number lead to."""

    id: str
    title: str = ""
    paper: str = ""
    date: str = ""
    page: str = ""
    file: str = ""


class Opening(Record):
    """The part that is shown first, with places of its own."""

    node: int
    x: float
    y: float


def write_html(  # noqa: PLR0913 — each argument is one choice of the caller
    graph: Graph,
    path: str | Path,
    *,
    title: str = "",
    language: Language = "zh",
    focus: str = "",
    ontology: Ontology | None = None,
) -> Path:
    """Write a graph as one page that works without network or server.

    The same graph gives the same file, whatever the order of its entities and facts.

    Args:
        graph: entities and facts; a fact whose ends are not both among the entities is left out.
        path: of the page; directories above it are made.
        title: heading of the page.
        language: of the interface and of the ontology's labels.
        focus: id of the entity that the page opens at.
        ontology: for labels and colours; by default the one in the package.

    Returns:
        ``path``.

    Raises:
        KgError: the file cannot be written.
    """
    network = build_network(graph, title=title, language=language, focus=focus, ontology=ontology)
    network.write_html(path)
    return Path(path)


def build_network(
    graph: Graph, *, title: str = "", language: Language = "zh", focus: str = "", ontology: Ontology | None = None
) -> OfflineNetwork:
    """Lay a graph out and put it into a pyvis network; the arguments are those of :func:`write_html`."""
    ontology = ontology or load_ontology()
    entities = sorted(graph.entities, key=lambda entity: entity.id)
    number = {entity.id: index for index, entity in enumerate(entities)}
    facts = sorted((f for f in graph.facts if f.subject in number and f.object in number), key=lambda fact: fact.id)
    links = [(number[fact.subject], number[fact.object]) for fact in facts]
    sources = _sources(facts)
    kinds = [Kind(name=n, label=_word(k.label, language), color=k.color) for n, k in ontology.types.items()]
    relations = _relations(ontology, facts, language)
    network = OfflineNetwork(
        title or messages(language)["untitled"], language,
        {
            "first": _opening(len(entities), links, number.get(focus)), "focus": number.get(focus, -1),
            "types": kinds, "relations": relations, "sources": list(sources.values()),
            "doubtful": DOUBTFUL, "say": messages(language),
        },
    )  # fmt: skip
    type_number = {kind.name: index for index, kind in enumerate(kinds)}
    for index, (entity, point) in enumerate(zip(entities, layout(len(entities), links), strict=True)):
        network.add_node(index, entity.name or entity.id, **_node(entity, type_number[entity.type], point))
    relation_number = {kind.name: index for index, kind in enumerate(relations)}
    article_number = {article: index for index, article in enumerate(sources)}
    for fact, (subject, object_) in zip(facts, links, strict=True):
        network.add_edge(subject, object_, **_edge(fact, relation_number[fact.predicate], article_number))
    return network


def _word(label: Label, language: Language) -> str:
    return label.zh if language == "zh" else label.en


def _relations(ontology: Ontology, facts: Iterable[Fact], language: Language) -> list[Kind]:
    """The relations that occur, in the ontology's order; one that it does not know goes by its name."""
    used = {fact.predicate for fact in facts}
    kinds = []
    for name in [*(n for n in ontology.relations if n in used), *sorted(used - ontology.relations.keys())]:
        relation = ontology.relations.get(name)
        label = _word(relation.label, language) if relation else name
        reverse = _word(relation.reverse, language) if relation and relation.reverse else label
        kinds.append(Kind(name=name, label=label, reverse="" if relation and relation.symmetric else reverse))
    return kinds


def _sources(facts: Iterable[Fact]) -> dict[str, Source]:
    """Every cited article once, by id."""
    found: dict[str, Source] = {}
    for citation in sorted((c for fact in facts for c in fact.citations), key=lambda c: (c.article, c.statement)):
        if citation.article not in found:
            found[citation.article] = _source(citation)
    return found


def _source(citation: Citation) -> Source:
    return Source(
        id=citation.article, title=citation.title, paper=citation.paper,
        date=citation.date, page=citation.page, file=citation.source,
    )  # fmt: skip


def _opening(size: int, links: Sequence[Link], focus: int | None) -> list[Opening]:
    """Empty when the whole graph is small enough to be shown at once."""
    if size <= FIRST:
        return []
    chosen = first_slice(size, links, FIRST, focus)
    place = {node: index for index, node in enumerate(chosen)}
    points = layout(len(chosen), [(place[a], place[b]) for a, b in links if a in place and b in place])
    return [Opening(node=node, x=point.x, y=point.y) for node, point in zip(chosen, points, strict=True)]


def _node(entity: Entity, kind: int, point: Point) -> dict[str, object]:
    other = [name for name in entity.names if name != entity.name]
    fields = {"type": kind, "x": point.x, "y": point.y, "names": other, "start": entity.start, "end": entity.end}
    return {name: value for name, value in fields.items() if value not in ("", [])}


def _edge(fact: Fact, relation: int, article_number: dict[str, int]) -> dict[str, object]:
    cited = sorted(fact.citations, key=lambda c: (c.date, c.article, c.statement))
    quotes = list(dict.fromkeys((article_number[c.article], c.quote) for c in cited))
    more = max(0, len(quotes) - MOST_QUOTES)
    fields: dict[str, object] = {
        "first": fact.first_date, "last": fact.last_date, "planned": fact.planned,
        "status": "" if fact.status == "current" else fact.status, "more": more,
    }  # fmt: skip
    given = {name: value for name, value in fields.items() if value}
    confidence = round(fact.confidence, 3)
    return {"relation": relation, "confidence": confidence, "stories": fact.stories, "quotes": quotes[more:], **given}
