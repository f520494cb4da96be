"""GraphML, as Gephi, yEd, Cytoscape and networkx read it."""

from __future__ import annotations

import re
from pathlib import Path

import networkx

from kg.export.whole import whole_file
from kg.model import Citation, Fact, Graph

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_networkx(graph: Graph) -> networkx.MultiDiGraph:
    """The graph with its attributes as plain values; edges are keyed by the fact's id."""
    made = networkx.MultiDiGraph()
    for entity in graph.entities:
        names = _clean("; ".join(entity.names))
        made.add_node(
            entity.id, label=_clean(entity.name), type=entity.type, names=names, start=entity.start, end=entity.end
        )
    for fact in graph.facts:
        made.add_edge(fact.subject, fact.object, key=fact.id, **_attributes(fact))
    return made


def write_graphml(graph: Graph, path: Path) -> None:
    """Write one GraphML file; what XML cannot hold (control characters) is left out of texts.

    Raises:
        OSError: the file cannot be written.
    """
    with whole_file(path) as file:
        networkx.write_graphml_xml(to_networkx(graph), file.buffer, encoding="utf-8")


def _attributes(fact: Fact) -> dict[str, str | int | float | bool]:
    return {
        "label": fact.predicate,
        "stories": fact.stories,
        "first_date": fact.first_date,
        "last_date": fact.last_date,
        "confidence": fact.confidence,
        "planned": fact.planned,
        "status": fact.status,
        "source": _clean("\n".join(map(cited, fact.citations))),
    }


def cited(citation: Citation) -> str:
    """A citation in one line: paper, date, page, headline and quote, what is known of them."""
    place = " ".join(filter(None, (citation.paper or citation.source, citation.date, citation.page)))
    return f"{place}《{citation.title}》：“{citation.quote}”"


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)
