"""Parts of the graph out of the embedded store."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from chronicle import ARTICLES

from kg.errors import UnknownQuery
from kg.load import load
from kg.model import Graph
from kg.query.subgraph import subgraph
from kg.store import open_store
from kg.store.base import Store


@pytest.fixture(scope="module")
def chronicle_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("subgraph") / "store"
    with open_store(str(path), create=True) as store:
        load(ARTICLES, store)
        yield store


def names(graph: Graph) -> set[str]:
    return {entity.name for entity in graph.entities}


def triples(graph: Graph) -> set[tuple[str, str, str]]:
    name = {entity.id: entity.name for entity in graph.entities}
    return {(name[fact.subject], fact.predicate, name[fact.object]) for fact in graph.facts}


def test_the_whole_graph_with_every_citation(chronicle_store: Store) -> None:
    graph = subgraph(chronicle_store)
    assert ("林致远", "SPOKE_AT", "第三届青禾论坛") in triples(graph)
    assert all(fact.citations for fact in graph.facts)
    texts = {article.id: article.full for article in ARTICLES}
    for fact in graph.facts:
        for citation in fact.citations:
            assert citation.quote in texts[citation.article]
            assert citation.paper and citation.date and citation.page and citation.title


def test_one_step_around_a_name(chronicle_store: Store) -> None:
    graph = subgraph(chronicle_store, around="林致远")
    assert graph.entities[0].name == "林致远"
    assert "第三届青禾论坛" in names(graph)
    assert "蓝湾科技集团" not in names(graph)
    wider = subgraph(chronicle_store, around="林致远", hops=2)
    assert names(graph) < names(wider)
    assert {fact.id for fact in graph.facts} < {fact.id for fact in wider.facts}


def test_no_step_is_the_entity_alone(chronicle_store: Store) -> None:
    graph = subgraph(chronicle_store, around="林致远", hops=0)
    assert (names(graph), graph.facts) == ({"林致远"}, ())


def test_by_id_and_by_another_name(chronicle_store: Store) -> None:
    id_ = subgraph(chronicle_store, around="第三届青禾论坛", hops=0).entities[0].id
    assert subgraph(chronicle_store, around=id_, hops=0).entities[0].name == "第三届青禾论坛"
    assert "第三届青禾论坛" in names(subgraph(chronicle_store, around="论坛", hops=0))


def test_only_some_relations(chronicle_store: Store) -> None:
    graph = subgraph(chronicle_store, relations=["SIGNED_WITH"])
    assert {fact.predicate for fact in graph.facts} == {"SIGNED_WITH"}
    ends = {end for fact in graph.facts for end in (fact.subject, fact.object)}
    assert {entity.id for entity in graph.entities} == ends
    near = subgraph(chronicle_store, around="青禾大学", hops=3, relations=["SIGNED_WITH", "SIGNED"])
    assert {fact.predicate for fact in near.facts} == {"SIGNED_WITH", "SIGNED"}


def test_since_a_day(chronicle_store: Store) -> None:
    graph = subgraph(chronicle_store, since="2024-06-01")
    assert graph.facts
    assert all(fact.last_date >= "2024-06-01" for fact in graph.facts)
    assert "第二届青禾论坛" not in names(graph)


def test_at_most_so_many(chronicle_store: Store) -> None:
    whole = subgraph(chronicle_store)
    assert len(subgraph(chronicle_store, limit=5).entities) == 5
    assert len(subgraph(chronicle_store, limit=10_000).entities) == len(whole.entities)
    near = subgraph(chronicle_store, around="林致远", hops=3, limit=4)
    assert len(near.entities) == 4
    assert near.entities[0].name == "林致远"


def test_the_same_again(chronicle_store: Store) -> None:
    assert subgraph(chronicle_store, around="青禾市", hops=2) == subgraph(chronicle_store, around="青禾市", hops=2)


def test_unknown_name_proposes_others(chronicle_store: Store) -> None:
    with pytest.raises(UnknownQuery, match="林致远"):
        subgraph(chronicle_store, around="林致元")


def test_unknown_relation_lists_the_relations(chronicle_store: Store) -> None:
    with pytest.raises(UnknownQuery, match="SIGNED_WITH"):
        subgraph(chronicle_store, relations=["SINGED"])


@pytest.mark.parametrize("text", ["' OR 1=1 //", "`", "}) DETACH DELETE e //", "\\", "\x00", "$name"])
def test_names_never_become_cypher(chronicle_store: Store, text: str) -> None:
    with pytest.raises(UnknownQuery):
        subgraph(chronicle_store, around=text)
    assert subgraph(chronicle_store).facts
