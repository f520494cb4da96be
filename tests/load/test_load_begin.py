"""The first articles of an empty Neo4j are created at once, and nothing is lost when that is broken off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from first_loads import COUNT, assert_goes_on_as_any_other
from neo4j_server import PASSWORD, Server
from newsroom import articles

from kg.errors import KgError, StoreError
from kg.load import LoadReport, begin, load, refresh
from kg.load.writer import write_batch
from kg.resolve.stated import stated
from kg.store import Store, graph_hash, info, open_store
from kg.store.schema import waiting

pytestmark = pytest.mark.neo4j
NEWS = list(articles(COUNT))


@pytest.fixture
def store(empty_neo4j: Server) -> Iterator[Store]:
    with open_store(empty_neo4j.address, password=PASSWORD) as opened:
        yield opened


class Seen:
    """Does something when the first part is written, and knows how many parts there were."""

    def __init__(self, then: Callable[[], None] = lambda: None) -> None:
        self.parts = 0
        self._then = then

    def __call__(self, stage: str, _done: int, _total: int) -> None:
        self.parts += stage == "written"
        if stage == "written" and self.parts == 1:
            self._then()


def test_the_graph_is_that_of_the_ordinary_path(store: Store, ordinary: str) -> None:
    seen = Seen()
    report = load([*reversed(NEWS), *NEWS[:7]], store, batch=20, progress=seen)
    assert report == LoadReport(loaded=COUNT, unchanged=7)
    assert seen.parts == 3
    assert_goes_on_as_any_other(store, ordinary)


def test_a_store_that_was_emptied_counts_as_empty(store: Store, empty_neo4j: Server, ordinary: str) -> None:
    load(NEWS[:5], store)
    empty_neo4j.run("MATCH (n) WHERE NOT n:Store AND NOT n:Lease DETACH DELETE n")
    seen = Seen()
    load(NEWS, store, progress=seen)
    assert seen.parts
    assert graph_hash(store) == ordinary


def test_more_than_memory_bears_goes_the_ordinary_way(
    store: Store, ordinary: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(begin, "MOST", 100)
    assert load(NEWS, store, batch=5) == LoadReport(loaded=COUNT)
    assert graph_hash(store) == ordinary


def test_what_was_written_is_completed_without_the_rest(store: Store, tmp_path: Path) -> None:
    """Entities and days of events that rest on articles which were never written are gone."""
    with pytest.raises(KeyboardInterrupt):
        load(reversed(NEWS), store, batch=5, progress=Seen(_interrupt))
    assert waiting(store)
    with pytest.raises(StoreError, match="behind"):
        graph_hash(store)
    refresh(store)
    there = {str(row[0]) for row in store.read("MATCH (a:Article) RETURN a.key").rows}
    assert 0 < len(there) < COUNT
    with open_store(str(tmp_path / "store")) as expected:
        load([one for one in NEWS if one.id in there], expected)
        assert graph_hash(store) == graph_hash(expected)


def test_the_same_load_goes_on_where_it_was(store: Store, ordinary: str) -> None:
    with pytest.raises(KeyboardInterrupt):
        load(NEWS, store, batch=5, progress=Seen(_interrupt))
    there = info(store).articles
    assert load(NEWS, store, batch=5) == LoadReport(loaded=COUNT - there, unchanged=there)
    assert graph_hash(store) == ordinary


def _interrupt() -> None:
    raise KeyboardInterrupt


def test_who_was_taken_for_dead_goes_the_ordinary_way(store: Store, empty_neo4j: Server, ordinary: str) -> None:
    def take_over() -> None:
        empty_neo4j.run("MATCH (l:Lease) SET l.owner = 'another', l.until = 0")

    assert load(NEWS, store, batch=5, progress=Seen(take_over)) == LoadReport(loaded=COUNT)
    assert graph_hash(store) == ordinary


def test_what_another_loader_writes_beside_it_is_not_written_twice(
    store: Store, empty_neo4j: Server, ordinary: str
) -> None:
    def write_some() -> None:
        with open_store(empty_neo4j.address, password=PASSWORD) as other:
            write_batch(other, [stated(NEWS[0]), stated(NEWS[COUNT - 1])])

    report = load(NEWS[1:], store, batch=5, progress=Seen(write_some))
    assert report == LoadReport(loaded=COUNT - 2, unchanged=1)
    assert graph_hash(store) == ordinary


def test_an_article_that_the_store_refuses_is_set_aside(store: Store, ordinary: str) -> None:
    failed: list[KgError] = []
    odd = msgspec.structs.replace(NEWS[0], id="长" * 10_000)
    report = load([*NEWS[:30], odd, *NEWS[30:]], store, batch=20, on_error=failed.append)
    assert (report.loaded, report.failed, len(failed)) == (COUNT, 1, 1)
    assert graph_hash(store) == ordinary
