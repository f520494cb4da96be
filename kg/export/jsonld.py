"""JSON-LD: entities with their relations, and each fact as a node of its own with its sources."""

from __future__ import annotations

import json
from pathlib import Path

from kg.export.whole import whole_file
from kg.model import Citation, Entity, EntityType, Fact, Graph
from kg.ontology import Ontology, load_ontology

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

_SCHEMA: dict[EntityType, str] = {
    "Person": "schema:Person",
    "Organization": "schema:Organization",
    "Place": "schema:Place",
    "Event": "schema:Event",
    "Document": "schema:CreativeWork",
    "Position": "schema:Role",
}


def write_jsonld(graph: Graph, path: Path, ontology: Ontology | None = None) -> None:
    """Write one JSON-LD document; its context is inside it, so that nothing is loaded to read it.

    Raises:
        OSError: the file cannot be written.
    """
    nodes: list[Json] = [*map(_entity, graph.entities), *map(_fact, graph.facts)]
    document: Json = {"@context": context(ontology or load_ontology()), "@graph": nodes}
    with whole_file(path) as file:
        json.dump(document, file, ensure_ascii=False, indent=1)


def context(ontology: Ontology) -> dict[str, Json]:
    """The terms: relation and type names of the ontology under ``kg:``, names and dates of schema.org."""
    link: dict[str, Json] = {"@type": "@id"}
    return {
        "@vocab": "urn:kg:ontology:",
        "kg": "urn:kg:ontology:",
        "schema": "https://schema.org/",
        "name": "schema:name",
        "names": {"@id": "schema:alternateName", "@container": "@set"},
        "start": "schema:startDate",
        "end": "schema:endDate",
        "subject": link,
        "object": link,
        "citations": {"@id": "schema:citation", "@container": "@list"},
        **dict.fromkeys(ontology.relations, link),
    }


def _entity(entity: Entity) -> dict[str, Json]:
    node: dict[str, Json] = {
        "@id": _urn("entity", entity.id),
        "@type": [f"kg:{entity.type}", _SCHEMA[entity.type]],
        "name": entity.name,
        "names": list(entity.names),
    }
    return node | {key: value for key, value in (("start", entity.start), ("end", entity.end)) if value}


def _fact(fact: Fact) -> dict[str, Json]:
    return {
        "@id": _urn("fact", fact.id),
        "@type": "kg:Fact",
        "subject": _urn("entity", fact.subject),
        "predicate": fact.predicate,
        "object": _urn("entity", fact.object),
        "stories": fact.stories,
        "first_date": fact.first_date,
        "last_date": fact.last_date,
        "confidence": fact.confidence,
        "planned": fact.planned,
        "status": fact.status,
        "citations": [_citation(citation) for citation in fact.citations],
    }


def _citation(citation: Citation) -> dict[str, Json]:
    names = ("statement", "article", "paper", "date", "page", "title", "quote", "source")
    node: dict[str, Json] = {name: getattr(citation, name) for name in names if getattr(citation, name)}
    return node | {"spans": [list(span) for span in citation.spans]}


def _urn(kind: str, key: str) -> str:
    return f"urn:kg:{kind}:{key}"
