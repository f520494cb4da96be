"""The view is a function of the set of articles: order does not matter, and the store's steps lead to the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from newsroom import article, articles

from kg.load import decide, load, retract
from kg.resolve import View, graph_of, stated, view_of
from kg.resolve.components import components
from kg.resolve.stories import bands
from kg.store import Store, graph_hash, info, open_store

NEWS = list(articles(40)) + [article(number, seed=7) for number in range(40, 60)]
SETS = st.lists(st.sampled_from(range(len(NEWS))), unique=True, max_size=15)


@given(SETS, st.randoms())
def test_order_does_not_matter(numbers, rnd):
    graphs = [NEWS[number] for number in numbers]
    shuffled = rnd.sample(graphs, len(graphs))
    assert graph_of(graphs) == graph_of(shuffled)


@given(SETS)
def test_every_appearance_and_statement_has_its_place_once(numbers):
    items = [stated(NEWS[number]) for number in numbers]
    view = view_of(items)
    members = [member for group in view.groups for member in group.members]
    assert sorted(members) == sorted(one.id for item in items for one in item.appearances)
    placed = [one for ids in view.statements.values() for one in ids]
    assert len(placed) == len(set(placed)) <= sum(len(item.statements) for item in items)
    assert all(edge.subject in view.entity.values() for edge in view.edges.values())


@given(SETS, SETS)
def test_more_articles_only_join_those_with_keys(few, more):
    """Additions never part two appearances that have keys."""
    before = view_of([stated(NEWS[n]) for n in few])
    after = view_of([stated(NEWS[n]) for n in {*few, *more}])
    keyed = {one.id for n in few for one in stated(NEWS[n]).appearances if one.keys}
    for group in before.groups:
        assert len({after.entity[member] for member in group.members if member in keyed}) <= 1


@given(st.dictionaries(st.text("abc", min_size=1, max_size=2), st.lists(st.sampled_from("xyz"), max_size=2)))
def test_components_share_keys(keys):
    root = components(keys)
    for one, its in keys.items():
        for other, others in keys.items():
            if set(its) & set(others):
                assert root[one] == root[other]
        if not its:
            assert [item for item in keys if root[item] == root[one]] == [one]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("view") / "store")) as store:
        yield store


STEPS = st.lists(st.tuples(st.sampled_from(["load", "retract"]), SETS), min_size=1, max_size=4)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_store_step_by_step_equals_the_whole(store, steps):
    """Loading and retracting in any steps leaves what the pure function makes of the articles that are left."""
    for number in [row[0] for row in store.read("MATCH (a:Article) RETURN a.key").rows]:
        retract(store, article=number)
    held: dict[str, int] = {}
    for what, numbers in steps:
        if what == "load":
            load([NEWS[n] for n in numbers], store, batch=4)
            held |= {NEWS[n].id: n for n in numbers}
        else:
            for n in numbers:
                retract(store, article=NEWS[n].id)
                held.pop(NEWS[n].id, None)
    view = view_of([stated(NEWS[n]) for n in held.values()])
    assert info(store).pending == 0
    assert _in_store(store) == _expected(view)


def _expected(view: View) -> tuple[dict[str, str], set[tuple[object, ...]], dict[str, str]]:
    edges = {
        (id, one.subject, one.predicate, one.object, view.support[id].statements, view.support[id].stories,
         view.support[id].planned, view.support[id].confidence)
        for id, one in view.edges.items()
        if one.predicate != "HELD_ON"
    }  # fmt: skip
    return view.entity, edges, view.story


def _in_store(store: Store) -> tuple[dict[object, object], set[tuple[object, ...]], dict[object, object]]:
    refers = dict(store.read("MATCH (n:Appearance)-[:REFERS_TO]->(e:Entity) RETURN n.id, e.id").rows)
    edges = store.read(
        "MATCH (a:Entity)-[r]->(b:Entity) "
        "RETURN r.id, a.id, type(r), b.id, r.statements, r.stories, r.planned, r.confidence"
    ).rows
    return refers, set(edges), dict(store.read("MATCH (a:Article) RETURN a.id, a.story").rows)


def test_reprints_share_keys_and_others_do_not():
    text = NEWS[3].text
    assert set(bands(text)) & set(bands("本报讯 " + text[:-5]))
    assert not set(bands(text)) & set(bands(NEWS[5].text))
    assert bands("短") == ()


def test_hash_of_decided_store_differs(store):
    load(NEWS[:5], store)
    before = graph_hash(store)
    statement = store.read("MATCH (s:Statement) WHERE s.fact IS NOT NULL RETURN s.id LIMIT 1").rows[0][0]
    decide(store, statement, "reject")
    assert graph_hash(store) != before
    decide(store, statement, "clear")
    assert graph_hash(store) == before
