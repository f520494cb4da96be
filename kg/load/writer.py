"""One batch of whole articles into the stated layer, in one transaction."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.errors import Conflict
from kg.load.direct import Direct
from kg.load.known import origin
from kg.load.lease import LeaseLostError
from kg.load.rows import appearance_row, article_row, in_order, lists, statement_row
from kg.resolve.stated import Stated
from kg.store.base import Command, Store, Value
from kg.store.cypher import placed
from kg.store.schema import APPEARANCE, ARTICLE, STATEMENT

_TRIES = 5  # when another loader writes the same articles at the same time

_ARTICLE = (*ARTICLE, "origin", "pending")
_APPEARANCE = (*APPEARANCE, "pending")
_STATEMENT = (*STATEMENT, "pending")
_ARTICLES = (  # one look-up an article: a look-up a row would cost more than its node
    f"UNWIND $rows AS row CREATE (a:Article {placed(*_ARTICLE)}) WITH a, row[{len(_ARTICLE)}] AS rows "
    f"UNWIND rows AS row CREATE (:Appearance {placed(*_APPEARANCE)})-[:IN]->(a)"
)
_STATEMENTS = (
    "UNWIND $articles AS article MATCH (a:Article {id: article[0]}) UNWIND article[1] AS row "
    f"CREATE (:Statement {placed(*_STATEMENT)})-[:STATED_IN]->(a)"
)
_KNOWN = "UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN a.id, a.digest, a.origin"
_RENAME = "UNWIND $rows AS row MATCH (a:Article {id: row[0]}) SET a.origin = row[1]"
_OLDER = (
    "UNWIND $rows AS row MATCH (a:Article {key: row.key}) WHERE a.source = row.source AND a.id <> row.id "
    "RETURN row.id, a.id"
)


class Written(NamedTuple):
    """What became of a batch's articles."""

    loaded: int = 0
    unchanged: int = 0
    replaced: int = 0


class _Comparison(NamedTuple):
    """A batch beside what the store has."""

    new: list[Stated]
    changed: list[Stated]  # of which the store has another version
    gone: list[str]  # ids of those that they replace: other versions, by id or by place in a file
    renamed: list[Value]  # id and origin of those that another extractor made alike


def write_batch(
    store: Store, batch: Sequence[Stated], *, extractor: str = "", direct: Direct | None = None
) -> Written:
    """Write what is new or changed of a batch; the old version of a changed article goes in the same transaction.

    Args:
        store: an open store.
        batch: articles of different ids.
        extractor: what made them, see :class:`kg.load.known.Known`; empty when that is not known.
        direct: the short way for new articles; without it, or when it is not free, they wait for the next refresh.

    Raises:
        StoreError: the store failed; nothing of the batch is written, or only what is new.
    """
    origins = {item.id: origin(item.graph, extractor) if extractor else "" for item in batch}
    loaded = replaced = 0
    for left in reversed(range(_TRIES)):
        try:
            found = _compare(store, batch, origins)
            new = found.new
            if new and direct and direct.write(new, origins):
                loaded, new = loaded + len(new), []
            if new or found.changed or found.renamed:
                commands = _creation([*new, *found.changed], origins)
                store.write([*removal(found.gone), *commands, Command(_RENAME, {"rows": found.renamed})])
                loaded, replaced = loaded + len(new), replaced + len(found.changed)
            break
        except (Conflict, LeaseLostError):  # somebody was first, or an answer was lost: look again
            if not left:
                raise
    return Written(loaded, len(batch) - loaded - replaced, replaced)


def _compare(store: Store, batch: Sequence[Stated], origins: Mapping[str, str]) -> _Comparison:
    known = {str(row[0]): row[1:] for row in store.read(_KNOWN, ids=[item.id for item in batch]).rows}
    same = {item.id for item in batch if item.id in known and known[item.id][0] == item.digest}
    others = [item for item in batch if item.id not in same]
    cut = [item for item in others if item.id != item.key and item.graph.source not in ("", "-")]
    rows = [{"key": item.key, "source": item.graph.source, "id": item.id} for item in cut]
    older = store.read(_OLDER, rows=rows).rows if rows else ()
    replacing = {item.id for item in others if item.id in known} | {str(row[0]) for row in older}
    return _Comparison(
        [item for item in others if item.id not in replacing],
        [item for item in others if item.id in replacing],
        sorted({item.id for item in others if item.id in known} | {str(row[1]) for row in older}),
        [[id, origins[id]] for id in sorted(same) if origins[id] and origins[id] != known[id][1]],
    )


def removal(articles: Sequence[str]) -> list[Command]:
    """Commands that take articles out and mark what of the view rested on them."""
    if not articles:
        return []
    what = {"ids": list(articles), "token": uuid.uuid4().hex}
    statements = "UNWIND $ids AS id MATCH (s:Statement {article: id})"
    appearances = "UNWIND $ids AS id MATCH (n:Appearance {article: id})"
    facts = (
        f"{statements} WHERE s.fact IS NOT NULL WITH DISTINCT s.fact AS fact, s.predicate AS predicate, "
        "s.subject_entity AS subject, s.object_entity AS object "
        "CREATE (:Mark {id: $token + fact, kind: 'fact', of: fact, predicate: predicate, subject: subject, "
        "object: object})"
    )
    blocks = (
        f"{appearances} WITH DISTINCT n.block AS block CREATE (:Mark {{id: $token + block, kind: 'block', of: block}})"
    )
    reprints = (
        "UNWIND $ids AS id MATCH (a:Article {id: id}) WITH DISTINCT a.story AS story "
        "MATCH (b:Article {story: story}) WHERE NOT b.id IN $ids SET b.pending = $token + b.id"
    )
    gone = "UNWIND $ids AS id MATCH (a:Article {id: id}) DETACH DELETE a"
    texts = (facts, blocks, reprints, f"{statements} DETACH DELETE s", f"{appearances} DETACH DELETE n", gone)
    return [Command(text, what) for text in texts]


def _creation(items: Sequence[Stated], origins: Mapping[str, str]) -> list[Command]:
    rows: list[Value] = []
    statements: list[Value] = []
    for item in items:
        appearances = lists(_APPEARANCE, map(appearance_row, item.appearances))
        rows.append([*in_order(_ARTICLE, article_row(item, origins[item.id])), appearances])
        if item.statements:
            statements.append([item.id, lists(_STATEMENT, map(statement_row, item.statements))])
    if not rows:
        return []
    return [Command(_ARTICLES, {"rows": rows}), Command(_STATEMENTS, {"articles": statements})]
