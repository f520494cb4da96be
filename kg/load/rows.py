"""Records as the property maps that Cypher takes; an empty text is a property that is not there."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from kg.resolve.stated import Stated, StatedAppearance, StatedStatement, bucket
from kg.resolve.view import Edge, Support
from kg.store.base import Command, Value

Properties = Mapping[str, Value]
Row = TypeVar("Row", StatedAppearance, StatedStatement)


def article_row(item: Stated, origin: str = "") -> Properties:
    """The article itself; it tells a story of its own until it is compared with others."""
    graph = item.graph
    row: dict[str, Value] = {
        "id": item.id, "key": item.key, "title": graph.title, "text": graph.text, "date": graph.date,
        "source": graph.source, "page": graph.page, "paper": graph.paper, "place": graph.place,
        "reporters": graph.reporters, "map": msgspec.json.encode(graph.map).decode() if graph.map else "",
        "raw": graph.digest, "annotator": graph.annotator, "digest": item.digest, "story": item.id,
        "origin": origin, "pending": uuid.uuid4().hex,
        **{f"band_{number}": band for number, band in enumerate(item.bands)},
    }  # fmt: skip
    return {key: none_if_empty(value) for key, value in row.items()}


def appearance_row(item: StatedAppearance) -> Properties:
    """One appearance, waiting to be resolved."""
    return {**_row(item), "pending": bucket(item.block)}


def statement_row(item: StatedStatement) -> Properties:
    """One statement, waiting for its fact."""
    return {**_row(item), "story": item.article, "pending": item.bucket}


def _row(item: Row) -> dict[str, Value]:
    return {name: none_if_empty(getattr(item, name)) for name in item.__struct_fields__}


def none_if_empty(value: Value) -> Value:
    """Stores keep no empty texts, so that `IS NULL` says that nothing is known."""
    return None if value == "" else list(value) if isinstance(value, tuple) else value


def values(item: StatedAppearance | StatedStatement) -> list[Value]:
    """A record's fields as a list for :func:`kg.store.cypher.placed`."""
    return [none_if_empty(value) for value in msgspec.structs.astuple(item)]


def in_order(names: Sequence[str], row: Properties) -> list[Value]:
    """A row as a list for :func:`kg.store.cypher.placed`."""
    return [row.get(name) for name in names]


def lists(names: Sequence[str], rows: Iterable[Properties]) -> list[list[Value]]:
    """Rows as lists for :func:`kg.store.cypher.placed`."""
    return [in_order(names, row) for row in rows]


def supported_by(fact: Edge | None) -> list[Value]:
    """The properties :data:`kg.store.schema.SUPPORTED` of a statement that supports this fact, or none."""
    return [fact.id, fact.subject, fact.object or None] if fact else [None, None, None]


def fact_values(fact: Edge, total: Support) -> list[Value]:
    """The properties :data:`kg.store.schema.FACT` of a fact."""
    dates = (total.first_date or None, total.last_date or None)
    return [fact.id, total.statements, total.stories, *dates, total.confidence, total.planned, fact.status]


def awaken(articles: Iterable[str]) -> Command:
    """A command of the resolver's: it will look again at these articles, of which something was marked."""
    cypher = "UNWIND $ids AS id MATCH (a:Article {id: id}) WHERE a.pending IS NULL SET a.pending = $token + a.id"
    return Command(cypher, {"ids": list(articles), "token": uuid.uuid4().hex})
