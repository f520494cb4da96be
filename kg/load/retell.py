"""Which articles tell one story: recomputed for those that changed and all that share a key with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.load.lease import Lease
from kg.load.rows import awaken
from kg.resolve.stories import BANDS, Telling, stories
from kg.store.base import Command, Row, Store

BATCH = 1_000  # articles
_COLUMNS = ", ".join(["a.id, a.date, a.story", *(f"a.band_{number}" for number in range(BANDS))])


def resolve_stories(store: Store, lease: Lease, articles: Sequence[str]) -> None:
    """Give these articles their stories, and mark the statements of all whose story changed."""
    for start in range(0, len(articles), BATCH):
        near, before = _neighbours(store, articles[start : start + BATCH])
        changed = {id: story for id, story in stories(near).items() if before[id] != story}
        if changed:
            lease.write(_rewrite(changed))


def _rewrite(changed: Mapping[str, str]) -> list[Command]:
    articles = "UNWIND $rows AS row MATCH (a:Article {id: row[0]}) SET a.story = row[1]"
    statements = "UNWIND $rows AS row MATCH (s:Statement {article: row[0]}) SET s.story = row[1], s.pending = s.bucket"
    rows = [[id, story] for id, story in changed.items()]
    return [Command(articles, {"rows": rows}), Command(statements, {"rows": rows}), awaken(changed)]


def _neighbours(store: Store, ids: Sequence[str]) -> tuple[list[Telling], dict[str, str]]:
    """The articles, all that share a key with them, directly or through others, and the stories they have now."""
    found: dict[str, Telling] = {}
    before: dict[str, str] = {}
    seen: set[str] = set()
    rows = list(store.read(f"UNWIND $ids AS id MATCH (a:Article {{id: id}}) RETURN {_COLUMNS}", ids=list(ids)).rows)
    while rows:
        for id, date, story, *bands in rows:
            found[str(id)] = Telling(id=str(id), date=str(date or ""), bands=tuple(str(b) for b in bands if b))
            before[str(id)] = str(story)
        fresh = {band for item in found.values() for band in item.bands} - seen
        seen |= fresh
        rows = [row for row in _sharing(store, fresh) if str(row[0]) not in found]
    return list(found.values()), before


def _sharing(store: Store, bands: set[str]) -> list[Row]:
    rows: list[Row] = []
    for number in range(BANDS):
        wanted = sorted(band for band in bands if band.startswith(str(number)))
        if wanted:
            cypher = f"UNWIND $bands AS band MATCH (a:Article {{band_{number}: band}}) RETURN {_COLUMNS}"
            rows += store.read(cypher, bands=wanted).rows
    return rows
