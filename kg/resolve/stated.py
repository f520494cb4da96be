"""What one article states, in the shape in which stores keep it: ids for the whole store, and the keys of identity."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from kg.model import Appearance, Article, ArticleGraph, EntityType, Record, Span, Statement, Status
from kg.resolve.identity import Named, Said, identify
from kg.resolve.rules import load_rules
from kg.resolve.stories import bands
from kg.text import raw_spans

BUCKETS = 1 << 12
LONGEST_ID = 300  # characters; an index takes no more than 8,000 bytes
_CUT_FROM_PAGE = re.compile(r"#\d+$")


class StatedAppearance(Record):
    """One entity of one article, as the store keeps it."""

    id: str
    article: str
    type: EntityType
    name: str
    names: tuple[str, ...]
    mentions: tuple[int, ...]  # start, end, start, end … in the article's title and text
    start: int  # of the first mention, -1 when no mention is known
    date: str  # the article's
    block: str  # appearances of two blocks are never the same entity
    keys: tuple[str, ...]  # two of a block that share one are
    scope: str  # within which one without keys may join the only one that has some; empty for nowhere


class StatedStatement(Record):
    """One thing one article says, as the store keeps it."""

    id: str
    article: str
    predicate: str
    subject: str  # id of an appearance
    object: str  # id of an appearance, or the date of HELD_ON
    text: str
    start: int
    end: int
    spans: tuple[int, ...]  # on the raw page: start, end, start, end …
    confidence: float
    planned: bool
    status: Status
    frame: str
    rule: str
    date: str  # the article's
    valid_from: str
    valid_to: str
    bucket: int  # statements that may support one fact are in one bucket


class Stated(Record):
    """An article with all that it states."""

    id: str
    key: str  # the id as the extraction gave it
    digest: str  # of everything below and of the rules of identity
    graph: ArticleGraph
    bands: tuple[str, ...]
    appearances: tuple[StatedAppearance, ...]
    statements: tuple[StatedStatement, ...]


def digest(*parts: object) -> str:
    """A hash of canonical JSON: 32 hexadecimal characters."""
    return hashlib.sha256(msgspec.json.encode(parts, order="deterministic")).hexdigest()[:32]


def bucket(*names: str) -> int:
    """A small number by which work is cut into pieces."""
    return zlib.crc32("\0".join(names).encode("utf-8", "surrogatepass")) % BUCKETS


def store_id(article: Article) -> str:
    """The article's id in a store: `page#3` may be cut from any file of that name, so it also says from which text."""
    if article.digest and _CUT_FROM_PAGE.search(article.id):
        return f"{article.id}@{digest(article.digest)[:8]}"
    return article.id if len(article.id) <= LONGEST_ID else digest(article.id)


def stated(graph: ArticleGraph) -> Stated:
    """Turn one line of extraction into what a store keeps; the same line always gives the same."""
    article = store_id(graph)
    ids = _appearance_ids(article, graph.appearances)
    named = {ids[item.id]: Named(item.type, item.name) for item in graph.appearances}
    said = _said(graph, ids)
    identities = identify(graph, named, [Said(ids[s.subject], s.predicate, ids.get(s.object, s.object)) for s in said])
    appearances = {}
    for item in graph.appearances:
        one = identities[ids[item.id]]
        appearances[ids[item.id]] = StatedAppearance(
            id=ids[item.id], article=article, type=item.type, name=item.name,
            names=tuple(sorted({item.name, *item.names})),
            mentions=tuple(offset for span in item.mentions for offset in span),
            start=_first(item.mentions), date=graph.date, block=one.block, keys=one.keys, scope=one.scope,
        )  # fmt: skip
    return Stated(
        id=article,
        key=graph.id,
        digest=digest(graph, load_rules().digest),
        graph=graph,
        bands=bands(graph.text),
        appearances=tuple(appearances.values()),
        statements=tuple(_statements(graph, article, said, ids, appearances)),
    )


def _appearance_ids(article: str, items: Iterable[Appearance]) -> dict[str, str]:
    """Local ids as ids that outlive another extraction: by type and name, and by place among equals."""
    seen: Counter[tuple[str, str]] = Counter()
    ids = {}
    for item in sorted(items, key=lambda item: (_first(item.mentions), item.id)):
        ids[item.id] = digest(article, item.type, item.name, seen[item.type, item.name])
        seen[item.type, item.name] += 1
    return ids


def _first(mentions: Sequence[Span]) -> int:
    return min((span[0] for span in mentions), default=-1)


def _said(graph: ArticleGraph, ids: dict[str, str]) -> list[Statement]:
    """The statements whose ends exist, in the order of the text."""
    whole = [s for s in graph.statements if s.subject in ids and (s.object in ids or s.predicate == "HELD_ON")]
    return sorted(set(whole), key=lambda s: (s.start, s.end, s.frame, s.evidence, msgspec.json.encode(s)))


def _statements(
    graph: ArticleGraph,
    article: str,
    said: Iterable[Statement],
    ids: dict[str, str],
    appearances: dict[str, StatedAppearance],
) -> Iterable[StatedStatement]:
    seen: Counter[tuple[str, ...]] = Counter()
    for item in said:
        triple = (ids[item.subject], item.predicate, ids.get(item.object, item.object), item.status)
        ends = sorted(appearances[end].block for end in (triple[0], triple[2]) if end in appearances)
        spans = raw_spans(graph, item.start, item.end) if item.end > item.start else ()
        yield StatedStatement(
            id=digest(article, *triple, seen[triple]), article=article, subject=triple[0], predicate=triple[1],
            object=triple[2], text=item.evidence, start=item.start, end=item.end,
            spans=tuple(offset for span in spans for offset in span), confidence=float(item.confidence),
            planned=item.planned, status=item.status, frame=item.frame, rule=item.rule, date=graph.date,
            valid_from=(item.date or graph.date) if item.status == "appointed" else "",
            valid_to=(item.date or graph.date) if item.status in ("removed", "former") else "",
            bucket=bucket(item.predicate, *ends),
        )  # fmt: skip
        seen[triple] += 1
