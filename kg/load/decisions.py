"""What people decided about statements: kept apart from them, so that it outlives another load."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, cast

from kg.errors import StoreError
from kg.i18n import _
from kg.load.lease import Lease
from kg.load.rows import awaken
from kg.model import Article, EntityType
from kg.resolve.identity import Named, Said, identify
from kg.resolve.stated import bucket
from kg.store.base import Command, Row, Store, Value

Verdict = Literal["reject", "accept", "clear"]

_UNDONE = (
    "MATCH (d:Decision) MATCH (s:Statement {id: d.id}) "
    "WHERE s.verdict IS NULL OR s.verdict <> d.verdict RETURN s.id, s.article, d.verdict"
)


def record(store: Store, statement: str, verdict: Verdict) -> None:
    """Keep a decision; it takes effect when the view is refreshed.

    Raises:
        StoreError: there is no such statement.
    """
    known = "MATCH (s:Statement {id: $id}) RETURN s.id"
    if not store.read(known, id=statement).rows and not _is_decided(store, statement):
        raise StoreError(
            _("there is no statement {id}").format(id=statement),
            where=store.address,
            do=_("the evidence of a query shows the ids of statements"),
        )
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    cypher = "MERGE (d:Decision {id: $id}) SET d.verdict = $verdict, d.at = $at"
    store.write([(cypher, {"id": statement, "verdict": verdict, "at": now})])


def _is_decided(store: Store, statement: str) -> bool:
    return bool(store.read("MATCH (d:Decision {id: $id}) RETURN d.id", id=statement).rows)


def undone(store: Store) -> tuple[Row, ...]:
    """Decisions that their statements do not show yet: id, article and verdict."""
    return store.read(_UNDONE).rows


def apply_decisions(store: Store, lease: Lease) -> None:
    """Show each decision on its statement, and read the keys of its article again: a rejected office is none."""
    rows = undone(store)
    if not rows:
        return
    shown = [{"id": id, "verdict": verdict} for id, _article, verdict in rows]
    show = "UNWIND $rows AS row MATCH (s:Statement {id: row.id}) SET s.verdict = row.verdict, s.pending = s.bucket"
    articles = sorted({str(row[1]) for row in rows})
    lease.write([Command(show, {"rows": shown}), awaken(articles)])
    lease.write(rekey(store, articles))


def rekey(store: Store, articles: Sequence[str]) -> list[Command]:
    """Commands that bring the keys of some articles' appearances up to date, marking those that change."""
    named, said, old = _stated(store, articles)
    meta = "UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN a.id, a.date, a.paper, a.place"
    rows: list[Mapping[str, Value]] = []
    for id, date, paper, place in store.read(meta, ids=list(articles)).rows:
        article = Article(id=str(id), title="", text="", date=_text(date), paper=_text(paper), place=_text(place))
        for appearance, identity in identify(article, named[article.id], said[article.id]).items():
            if old[appearance] != (identity.block, identity.keys, identity.scope):
                what: dict[str, Value] = {
                    "block": identity.block,
                    "keys": list(identity.keys),
                    "scope": identity.scope or None,
                }
                rows.append({"id": appearance, **what, "pending": bucket(identity.block), "was": old[appearance][0]})
    if not rows:
        return []
    change = (
        "UNWIND $rows AS row MATCH (n:Appearance {id: row.id}) "
        "SET n.block = row.block, n.keys = row.keys, n.scope = row.scope, n.pending = row.pending"
    )
    left = sorted({str(row["was"]) for row in rows if row["was"] != row["block"]})
    mark = "UNWIND $rows AS row MERGE (m:Mark {id: 'block' + row}) SET m.kind = 'block', m.of = row"
    return [Command(change, {"rows": rows}), Command(mark, {"rows": left}), awaken(articles)]


_Old = tuple[str, tuple[str, ...], str]


def _stated(
    store: Store, articles: Sequence[str]
) -> tuple[dict[str, dict[str, Named]], dict[str, list[Said]], dict[str, _Old]]:
    """Appearances and the statements that nobody rejected, by article, and the identities as stored."""
    named: dict[str, dict[str, Named]] = defaultdict(dict)
    said: dict[str, list[Said]] = defaultdict(list)
    old: dict[str, _Old] = {}
    appearances = "MATCH (n:Appearance {article: id}) RETURN id, n.id, n.type, n.name, n.block, n.keys, n.scope"
    for article, id, kind, name, block, keys, scope in _each(store, appearances, articles):
        named[str(article)][str(id)] = Named(cast("EntityType", kind), _text(name))
        old[str(id)] = (
            _text(block),
            tuple(str(k) for k in keys) if isinstance(keys, (list, tuple)) else (),
            _text(scope),
        )
    statements = (
        "MATCH (s:Statement {article: id}) WHERE s.verdict IS NULL OR s.verdict <> 'reject' "
        "RETURN id, s.subject, s.predicate, s.object"
    )
    for article, *triple in _each(store, statements, articles):
        said[str(article)].append(Said(*(str(part) for part in triple)))
    return named, said, old


def _each(store: Store, cypher: str, articles: Sequence[str]) -> Iterable[Row]:
    return store.read(f"UNWIND $ids AS id {cypher}", ids=list(articles)).rows


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""
