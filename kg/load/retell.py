"""Which articles tell one story: recomputed for those that changed and all that share a key with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.load.lease import Lease
from kg.load.rows import awaken
from kg.resolve.stories import BANDS, Telling, stories
from kg.store.base import Command, Row, Store

BATCH = 1_000  # articles
_COLUMNS = ", ".join(["a.id, a.date, a.story", *(f"a.band_{number}" for number in range(BANDS))])


class Told(NamedTuple):
    """Stories of some articles and of all that share a key with them, directly or through others."""

    stories: dict[str, str]
    changed: dict[str, str]  # those of them in the store that had another story until now


def resolve_stories(store: Store, lease: Lease, articles: Sequence[str]) -> None:
    """Give these articles their stories, and mark the statements of all whose story changed."""
    cypher = f"UNWIND $ids AS id MATCH (a:Article {{id: id}}) RETURN {_COLUMNS}"
    for start in range(0, len(articles), BATCH):
        rows = store.read(cypher, ids=list(articles[start : start + BATCH])).rows
        if changed := _told(store, [_telling(row) for row in rows], {str(row[0]): str(row[2]) for row in rows}).changed:
            lease.write(retold(changed))


def tell(store: Store, articles: Sequence[Telling]) -> Told:
    """The stories of articles that are yet to be written.

    The first article of each story stands for all that tell it, however many they are. What waits in the store may have
    no story yet, or one that falls apart: the refresh that gives it its own goes over all that share a key with it.
    """
    firsts = _firsts(store, _met(store, {band for article in articles for band in article.bands}))
    new = stories([*articles, *firsts])
    moved = [first.id for first in firsts if new[first.id] != first.id]
    cypher = "UNWIND $stories AS story MATCH (a:Article {story: story}) RETURN a.id, story"
    rows = store.read(cypher, stories=moved).rows if moved else ()
    changed = {str(id): new[str(story)] for id, story in rows}
    return Told({article.id: new[article.id] for article in articles}, changed)


def retold(changed: Mapping[str, str]) -> list[Command]:
    """Commands that give articles other stories, and mark their statements."""
    if not changed:
        return []
    articles = "UNWIND $rows AS row MATCH (a:Article {id: row[0]}) SET a.story = row[1]"
    statements = "UNWIND $rows AS row MATCH (s:Statement {article: row[0]}) SET s.story = row[1], s.pending = s.bucket"
    rows = [[id, story] for id, story in changed.items()]
    return [Command(articles, {"rows": rows}), Command(statements, {"rows": rows}), awaken(changed)]


def _told(store: Store, articles: Sequence[Telling], before: Mapping[str, str]) -> Told:
    found = {article.id: article for article in articles}
    had = dict(before)
    seen: set[str] = set()
    while fresh := {band for item in found.values() for band in item.bands} - seen:
        seen |= fresh
        for row in _sharing(store, fresh, _COLUMNS):
            found.setdefault(str(row[0]), _telling(row))
            had[str(row[0])] = str(row[2])
    new = stories(found.values())
    return Told(new, {id: new[id] for id, story in had.items() if new[id] != story})


def _telling(row: Row) -> Telling:
    id, date, _story, *bands = row
    return Telling(id=str(id), date=str(date or ""), bands=tuple(str(band) for band in bands if band))


def _met(store: Store, bands: set[str]) -> dict[str, set[str]]:
    """The stories that articles with one of these keys tell, with those keys."""
    met: dict[str, set[str]] = defaultdict(set)
    for band, story in _sharing(store, bands, "DISTINCT band, a.story AS story"):
        if story:
            met[str(story)].add(str(band))
    return met


def _firsts(store: Store, met: Mapping[str, set[str]]) -> list[Telling]:
    """The first articles of stories that the store has, each with the keys by which its story was met."""
    cypher = "UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN a.id, a.date"
    rows = store.read(cypher, ids=sorted(met)).rows if met else ()
    return [Telling(id=str(id), date=str(date or ""), bands=tuple(sorted(met[str(id)]))) for id, date in rows]


def _sharing(store: Store, bands: set[str], columns: str) -> list[Row]:
    rows: list[Row] = []
    for number in range(BANDS):
        wanted = sorted(band for band in bands if band.startswith(str(number)))
        if wanted:
            cypher = f"UNWIND $bands AS band MATCH (a:Article {{band_{number}: band}}) RETURN {columns}"
            rows += store.read(cypher, bands=wanted).rows
    return rows
