"""Names and texts from strangers, on both stores: nothing lost, nothing run."""

from __future__ import annotations

import msgspec
import pytest
from newsroom import article

from kg.errors import InputError, KgError
from kg.load import load, retract
from kg.model import Appearance, ArticleGraph, Statement
from kg.store import graph_hash, info

HARD = [
    'O\'Hara "引号" `反引号`',
    "反斜\\杠\\",
    "尾\\'; MATCH (n) DETACH DELETE n //",
    "}) DETACH DELETE n //",
    "换\r\n行\t",
    "😀𠮷野家",
    "长" * 10_000,
    "$name {name} {{name}}",
    "空 格　全角",
    "零\x00字节",
]


def hard(number: int, name: str) -> ArticleGraph:
    people = (
        Appearance(id="e1", type="Person", name=name, names=(name, f"{name}先生")),
        Appearance(id="e2", type="Event", name=f"{name}座谈会"),
    )
    said = (Statement(subject="e1", predicate="ATTENDED", object="e2", evidence=name),)
    return ArticleGraph(
        id=f"hard{number}",
        title=name,
        text=name,
        date="2024-05-01",
        appearances=people,
        statements=said,
        source=name[:300],
    )


def test_names_that_look_like_anything(make_store):
    store = make_store()
    graphs = [hard(number, name) for number, name in enumerate(HARD)]
    failed: list[KgError] = []
    report = load(graphs, store, on_error=failed.append)
    assert (report.loaded, failed) == (len(HARD), [])
    names = {str(row[0]) for row in store.read("MATCH (n:Appearance {type: 'Person'}) RETURN n.name").rows}
    assert names == set(HARD)
    assert info(store).facts == {"ATTENDED": len(HARD)}
    before = graph_hash(store)
    load(graphs[::-1], store, batch=1)
    assert graph_hash(store) == before
    assert retract(store, source=HARD[0]) == 1


def test_relation_unknown_to_the_ontology_is_kept_but_no_edge(make_store):
    store = make_store()
    odd = "`X`]->() DETACH DELETE n //"
    one = hard(1, "某人")
    said = msgspec.structs.replace(one.statements[0], predicate=odd)
    load([msgspec.structs.replace(one, statements=(said,))], store)
    assert store.read("MATCH (s:Statement) RETURN s.predicate").rows == ((odd,),)
    assert info(store).facts == {}


def test_article_that_no_store_takes_is_set_aside(make_store):
    store = make_store()
    failed: list[KgError] = []
    bad = msgspec.structs.replace(hard(1, "某人"), text="半个\ud800字符")
    report = load([article(1), bad, article(2)], store, on_error=failed.append)
    assert (report.loaded, report.failed) == (2, 1)
    assert isinstance(failed[0], InputError)
    assert "hard1" in str(failed[0])


def test_two_articles_of_one_id_in_a_run(make_store):
    store = make_store()
    failed: list[KgError] = []
    other = msgspec.structs.replace(article(2), id=article(1).id)
    report = load([article(1), other, article(1)], store, on_error=failed.append)
    assert (report.loaded, report.failed) == (1, 1)
    assert "n0001" in str(failed[0])


@pytest.mark.parametrize("date", ["", "2024-05", "不知道"])
def test_missing_and_odd_dates(make_store, date):
    store = make_store()
    load([msgspec.structs.replace(article(3), date=date)], store)
    assert info(store).pending == 0
