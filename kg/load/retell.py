"""Which articles tell one story: recomputed for those that changed and all that share a key with them."""

from __future__ import annotations

from kg.load.lease import Lease
from kg.resolve.stories import BANDS, Telling, stories
from kg.store.base import Command, Row, Store

BATCH = 1_000  # articles
_COLUMNS = ", ".join(["a.id, a.date, a.story", *(f"a.band_{number}" for number in range(BANDS))])


def resolve_stories(store: Store, lease: Lease) -> None:
    """Give every waiting article its story, and mark the statements of those whose story changed."""
    while waiting := [
        str(row[0]) for row in store.read(f"MATCH (a:Article) WHERE a.pending = 0 RETURN a.id LIMIT {BATCH}").rows
    ]:
        near, before = _neighbours(store, waiting)
        after = stories(near)
        changed = [{"id": id, "story": story} for id, story in after.items() if before[id] != story]
        lease.write(
            [
                *_rewrite(changed),
                Command("UNWIND $ids AS id MATCH (a:Article {id: id}) SET a.pending = null", {"ids": waiting}),
            ]
        )


def _rewrite(changed: list[dict[str, str]]) -> list[Command]:
    if not changed:
        return []
    articles = "UNWIND $rows AS row MATCH (a:Article {id: row.id}) SET a.story = row.story"
    statements = (
        "UNWIND $rows AS row MATCH (s:Statement {article: row.id}) SET s.story = row.story, s.pending = s.bucket"
    )
    return [Command(articles, {"rows": changed}), Command(statements, {"rows": changed})]


def _neighbours(store: Store, ids: list[str]) -> tuple[list[Telling], dict[str, str]]:
    """The articles, all that share a key with them, directly or through others, and the stories they have now."""
    found: dict[str, Telling] = {}
    before: dict[str, str] = {}
    seen: set[str] = set()
    rows = list(store.read(f"UNWIND $ids AS id MATCH (a:Article {{id: id}}) RETURN {_COLUMNS}", ids=ids).rows)
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
