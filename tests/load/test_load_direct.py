"""What is new is written with its place in the view, and everybody else is let in between two batches."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from newsroom import Draft, article, articles

from kg.load import LoadReport, decide, load, places, retract
from kg.load.lease import _LAST, Lease
from kg.model import ArticleGraph
from kg.store import Store, graph_hash
from kg.store.schema import waiting

NEWS = list(articles(40))


@pytest.fixture
def expected(embedded) -> str:
    store = embedded()
    load(NEWS, store, workers=2)  # several writers take the long way
    return graph_hash(store)


def test_nothing_waits_when_all_is_new(make_store, monkeypatch: pytest.MonkeyPatch):
    store = make_store()
    monkeypatch.setattr("kg.load.loader.refresh", lambda *_args, **_more: None)
    load(NEWS, store)
    assert not waiting(store)
    assert not store.read("MATCH (n) WHERE n.pending IS NOT NULL RETURN n.id").rows


@pytest.mark.parametrize("most", [0, 30, 20_000])
def test_what_is_remembered_changes_nothing(make_store, expected, most, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(places, "MOST", most)
    store = make_store()
    load(reversed(NEWS), store, batch=3)
    assert graph_hash(store) == expected


def test_while_another_resolves_what_is_loaded_waits(make_store, expected):
    store = make_store()
    other = Lease(store)
    assert other.try_take()

    def news() -> Iterator[ArticleGraph]:
        yield from NEWS
        assert waiting(store)
        other.release()

    load(news(), store, batch=4)
    assert graph_hash(store) == expected


def test_a_decision_does_not_wait_for_the_end_of_a_load(make_store):
    store = make_store()
    load(NEWS[:5], store)
    statement = str(store.read("MATCH (s:Statement) WHERE s.fact IS NOT NULL RETURN s.id LIMIT 1").rows[0][0])
    took: list[float] = []

    def news() -> Iterator[ArticleGraph]:
        for number, one in enumerate(NEWS[5:]):
            yield one
            if number == 20:
                start = time.perf_counter()
                decide(store, statement, "reject")
                took.append(time.perf_counter() - start)

    load(news(), store, batch=2)
    assert took[0] < 10
    at_once = graph_hash(store)
    at_the_end = make_store()
    load(NEWS, at_the_end)
    decide(at_the_end, statement, "reject")
    assert graph_hash(at_the_end) == at_once


def test_new_and_changed_articles_in_one_batch(make_store, expected):
    store = make_store()
    load([article(3, seed=99), *NEWS[10:20]], store)
    assert load(NEWS, store) == LoadReport(loaded=len(NEWS) - 11, unchanged=10, replaced=1)
    assert graph_hash(store) == expected


def test_a_fact_keeps_its_status_when_it_loses_a_statement(make_store):
    store = make_store()
    load([_retired("one")], store)
    cypher = "MATCH ()-[r:HOLDS_POSITION]->() RETURN r.id, r.status, r.statements"
    once = store.read(cypher).rows
    load([_retired("two")], store)
    assert store.read(cypher).rows == ((once[0][0], "former", 2),)
    retract(store, article="two")
    assert store.read(cypher).rows == once == ((once[0][0], "former", 1),)


def _retired(id: str) -> ArticleGraph:
    draft = Draft()
    draft.say(draft.one("Person", "赵一明"), "HOLDS_POSITION", draft.one("Position", "甲州市市长"), status="former")
    return ArticleGraph(
        id=id, title=id, text=id, date="2024-05-01",
        appearances=tuple(draft.appearances), statements=tuple(draft.statements),
    )  # fmt: skip


def test_an_answer_that_is_lost_is_looked_for(make_store, expected, monkeypatch: pytest.MonkeyPatch):
    """The transaction was done though the connection broke: what was written is not written again."""
    store = make_store()
    transact = type(store).transact

    def twice(self: Store, work, *, guard=None):
        first = transact(self, work, guard=guard)
        return transact(self, work, guard=guard) if guard and first and guard.cypher == _LAST else first

    with monkeypatch.context() as patch:
        patch.setattr(type(store), "transact", twice)
        assert load(NEWS, store, batch=10).total == len(NEWS)
    assert load(NEWS, store) == LoadReport(unchanged=len(NEWS))
    assert graph_hash(store) == expected
