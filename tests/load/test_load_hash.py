"""One graph, whatever the way to it."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest
from newsroom import article, articles

from kg.errors import InputError, StoreError
from kg.load import LoadReport, backup, decide, load, restore, retract
from kg.load.refresh import refresh
from kg.resolve import graph_of
from kg.store import Store, graph_hash, info

NEWS = list(articles(40))
SHARED = Path(__file__).parents[3] / "shared"


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> str:
    from kg.store import open_store

    with open_store(str(tmp_path_factory.mktemp("expected") / "store")) as store:
        load(NEWS, store)
        return graph_hash(store)


@pytest.mark.parametrize(("batch", "workers"), [(1, 1), (7, 4), (100, 1)])
def test_order_batch_and_workers_change_nothing(make_store, expected, batch, workers):
    store = make_store()
    shuffled = random.Random(batch).sample(NEWS, len(NEWS))
    assert load(shuffled, store, batch=batch, workers=workers) == LoadReport(loaded=len(NEWS))
    assert graph_hash(store) == expected
    assert load(NEWS, store) == LoadReport(unchanged=len(NEWS))
    assert graph_hash(store) == expected


def test_store_holds_what_the_pure_function_says(make_store):
    store = make_store()
    load(NEWS, store)
    graph = graph_of(NEWS)
    assert _facts(store) == {
        (f.id, f.subject, f.predicate, f.object, f.stories, f.first_date, f.last_date, f.confidence, f.planned, f.status,
         len(f.citations))
        for f in graph.facts
    }  # fmt: skip
    entities = store.read("MATCH (e:Entity) RETURN e.id, e.name, e.names, e.start, e.end").rows
    found = {(id, name, tuple(names), start or "", end or "") for id, name, names, start, end in entities}
    assert found == {(e.id, e.name, e.names, e.start, e.end) for e in graph.entities}


def _facts(store: Store) -> set[tuple[object, ...]]:
    cypher = (
        "MATCH (a:Entity)-[r]->(b:Entity) RETURN r.id, a.id, type(r), b.id, r.stories, r.first_date, r.last_date, "
        "r.confidence, r.planned, r.status, r.statements"
    )
    return {tuple("" if value is None else value for value in row) for row in store.read(cypher).rows}


def test_adding_by_and_by_is_adding_at_once(make_store, expected):
    store = make_store()
    for start in (30, 0, 10, 20):
        load(NEWS[start : start + 10], store)
    assert graph_hash(store) == expected


def test_retracted_is_as_if_never_loaded(make_store):
    store = make_store()
    gone = NEWS[9]
    rest = [one for one in NEWS if one.id != gone.id and one.source != "page1.md"]
    load(rest, store)
    without = graph_hash(store)
    load(NEWS, store)
    assert graph_hash(store) != without
    retract(store, article=gone.id)
    assert retract(store, source="page1.md") > 1
    assert retract(store, article="never loaded") == 0
    assert graph_hash(store) == without
    assert not store.read("MATCH (m:Mark) RETURN m.id").rows


def test_new_version_replaces_the_old_one(make_store, expected):
    store = make_store()
    other = article(3, seed=99)
    load([other if one.id == other.id else one for one in NEWS], store)
    assert graph_hash(store) != expected
    assert load(NEWS, store) == LoadReport(unchanged=len(NEWS) - 1, replaced=1)
    assert graph_hash(store) == expected


def test_page_cut_again_replaces_its_articles(make_store):
    import msgspec

    store = make_store()
    first = msgspec.structs.replace(NEWS[0], id="A02#1", digest="one", source="dir/A02.md")
    elsewhere = msgspec.structs.replace(NEWS[1], id="A02#1", digest="two", source="other/A02.md")
    assert load([first, elsewhere], store).loaded == 2
    again = msgspec.structs.replace(NEWS[2], id="A02#1", digest="three", source="dir/A02.md")
    assert load([again], store).replaced == 1
    titles = {row[0] for row in store.read("MATCH (a:Article) RETURN a.title").rows}
    assert titles == {again.title, elsewhere.title}


def test_reprints_count_once(make_store):
    store = make_store()
    load(NEWS, store)
    stories = dict(store.read("MATCH (a:Article) RETURN a.id, a.story").rows)
    assert [stories[f"n{number:04d}"] == stories[f"n{number // 2:04d}"] for number in (9, 19, 29, 39)] == [True] * 4
    assert len(set(stories.values())) == len(NEWS) - 4


def test_decisions_outlive_reloads_and_can_be_undone(make_store, expected):
    store = make_store()
    load(NEWS, store)
    cypher = "MATCH (s:Statement {predicate: 'HOLDS_POSITION'}) RETURN s.id, s.article, s.fact ORDER BY s.id LIMIT 2"
    (rejected, where, fact), (accepted, _, sure) = store.read(cypher).rows
    decide(store, rejected, "reject")
    decide(store, accepted, "accept")
    assert not store.read("MATCH (s:Statement {fact: $fact, id: $id}) RETURN s.id", fact=fact, id=rejected).rows
    confidence = "MATCH ()-[r:HOLDS_POSITION]->() WHERE r.id = $id RETURN r.confidence"
    assert store.read(confidence, id=sure).rows == ((1.0,),)
    decided = graph_hash(store)
    assert decided != expected
    retract(store, article=where)
    load(NEWS, store)
    assert graph_hash(store) == decided
    decide(store, rejected, "clear")
    decide(store, accepted, "clear")
    assert graph_hash(store) == expected


def test_decision_about_nothing_is_refused(embedded):
    with pytest.raises(StoreError, match="no statement"):
        decide(embedded(), "no such", "reject")


def test_backup_moves_a_store(make_store, embedded, tmp_path: Path, expected):
    store = make_store()
    load(NEWS, store)
    statement = store.read("MATCH (s:Statement) RETURN s.id LIMIT 1").rows[0][0]
    decide(store, statement, "reject")
    before = graph_hash(store)
    backup(store, tmp_path / "all.kgz")
    moved = embedded()
    restore(tmp_path / "all.kgz", moved)
    assert graph_hash(moved) == before
    with pytest.raises(StoreError, match="not empty"):
        restore(tmp_path / "all.kgz", moved)
    back = make_store()
    restore(tmp_path / "all.kgz", back)
    assert graph_hash(back) == before


def test_file_that_is_no_backup(embedded, tmp_path: Path):
    (tmp_path / "x").write_text("not a zip")
    with pytest.raises(InputError, match="not a backup"):
        restore(tmp_path / "x", embedded())


def test_interrupted_restore_begins_again(embedded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    store = embedded()
    load(NEWS, store)
    before = graph_hash(store)
    backup(store, tmp_path / "all.kgz")
    half = embedded()
    with monkeypatch.context() as patch:
        patch.setattr(sys.modules["kg.load.backup"], "_creation", _fail_at("Statement"))
        with pytest.raises(KeyboardInterrupt):
            restore(tmp_path / "all.kgz", half)
    restore(tmp_path / "all.kgz", half)
    assert graph_hash(half) == before


def _fail_at(kind: str):
    creation = sys.modules["kg.load.backup"]._creation

    def fail(now: str) -> str:
        if now == kind:
            raise KeyboardInterrupt
        return creation(now)

    return fail


def test_change_of_ontology_renews_the_view(make_store, expected):
    import msgspec

    from kg.ontology import load_ontology

    store = make_store()
    other = load_ontology()
    fewer = {name: relation for name, relation in other.relations.items() if name != "ATTENDED"}
    load(NEWS, store, ontology=msgspec.structs.replace(other, relations=fewer))
    assert not info(store).current
    assert "ATTENDED" not in info(store).facts
    refresh(store)
    assert info(store).current
    assert graph_hash(store) == expected


def test_view_of_an_older_program_is_renewed(make_store, expected):
    store = make_store()
    load(NEWS, store)
    other = (
        "MATCH (e:Entity) SET e.id = 'x' + e.id",
        "MATCH (n:Appearance) SET n.entity = 'x' + n.entity",
        "MATCH (s:Statement) WHERE s.fact IS NOT NULL SET s.fact = 'x' + s.fact, s.subject_entity = 'x'",
        "MATCH (s:Store) SET s.rules = 'older'",
    )
    store.write([(cypher, {}) for cypher in other])
    refresh(store)
    assert graph_hash(store) == expected


def test_hash_waits_for_the_view(embedded):
    store = embedded()
    load(NEWS[:3], store)
    store.write([("MATCH (s:Statement) SET s.pending = s.bucket", {}), ("MATCH (a:Article) SET a.pending = a.id", {})])
    with pytest.raises(StoreError, match="behind"):
        graph_hash(store)
    assert info(store).pending > 0


@pytest.mark.shared
def test_gold_gives_one_hash(make_store):
    import msgspec

    from kg.model import ArticleGraph

    lines = (SHARED / "gold" / "page.jsonl").read_bytes().splitlines()[:30]
    graphs = [msgspec.json.decode(line, type=ArticleGraph) for line in lines]
    store = make_store()
    load(graphs, store)
    once = graph_hash(store)
    load(graphs[::-1], store, batch=3)
    assert graph_hash(store) == once
    assert len(graph_of(graphs).facts) == sum(info(store).facts.values())
