"""All that a store holds, record by record, the same from every kind of store: for its hash and its backup."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import msgspec

from kg.errors import StoreError
from kg.i18n import _
from kg.ontology import load_ontology
from kg.store.base import Row, Store, Value
from kg.store.schema import APPEARANCE, ARTICLE, FACT, STATEMENT, waiting

_ENTITY = ("id", "name", "names", "search", "start", "end")
Content = tuple[str, tuple[Value, ...]]  # the kind of a record and its values


def stated(store: Store) -> Iterator[Content]:
    """What articles state, and what people decided (without when)."""
    yield from _each(store, "Article", "MATCH (n:Article)", ARTICLE)
    yield from _each(store, "Appearance", "MATCH (n:Appearance)-[:IN]->(a:Article {id: n.article})", APPEARANCE)
    yield from _each(store, "Statement", "MATCH (n:Statement)-[:STATED_IN]->(a:Article {id: n.article})", STATEMENT)
    yield from _each(store, "Decision", "MATCH (n:Decision) WHERE n.verdict <> 'clear'", ("id", "verdict"))


def view(store: Store) -> Iterator[Content]:
    """Who is who, and the facts."""
    for kind in load_ontology().types:
        yield from _each(store, kind, f"MATCH (n:{kind})", _ENTITY)
    refers = "MATCH (n:Appearance)-[:REFERS_TO]->(e:Entity) RETURN n.id, e.id"
    yield from (("REFERS_TO", row) for row in store.stream(refers))
    for name in load_ontology().relations:
        columns = ", ".join(f"r.{column}" for column in FACT)
        cypher = f"MATCH (a:Entity)-[r:{name}]->(b:Entity) RETURN a.id, b.id, {columns}"
        yield from ((name, row) for row in store.stream(cypher))


def _each(store: Store, kind: str, match: str, names: tuple[str, ...]) -> Iterator[Content]:
    columns = ", ".join(f"n.{name}" for name in names)
    yield from ((kind, row) for row in store.stream(f"{match} RETURN {columns}"))


def graph_hash(store: Store) -> str:
    """Hash of all that a store holds: 64 hexadecimal characters, the same whatever the order of loading.

    It leaves out when things were loaded and when and by whom they were decided.

    Raises:
        StoreError: the view is not up to date, since a load was interrupted or is running.
    """
    if waiting(store):
        raise StoreError(
            _("the view is behind what was loaded"), where=store.address, do=_("run kg load or kg build again")
        )
    total = 0
    for content in (stated, view):
        for kind, row in content(store):
            record = hashlib.sha256(msgspec.json.encode((kind, _even(row)), order="deterministic")).digest()
            total += int.from_bytes(record, "big")
    return f"{total % (1 << 256):064x}"


def _even(row: Row) -> list[Value]:
    """One way to write what stores write in several: nothing for empty texts and lists, one kind of number."""
    return [None if value in ("", [], ()) else float(value) if isinstance(value, int) else value for value in row]
