"""On Neo4j every look-up goes through an index: what EXPLAIN says of each query."""

from collections.abc import Iterator, Mapping
from typing import Any

import neo4j
import pytest
from neo4j_server import PASSWORD

from kg.query import library, names
from kg.query.header import PLAIN_TYPES, Query
from kg.store.base import Store

pytestmark = pytest.mark.neo4j
SCANS = {"AllNodesScan", "NodeByLabelScan", "UndirectedAllRelationshipsScan", "DirectedAllRelationshipsScan"}


def operators(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield plan["operatorType"].split("@")[0], plan["args"].get("Details", "")
    for child in plan.get("children", ()):
        yield from operators(child)


@pytest.fixture
def explain(neo4j_chronicle: Store) -> Iterator[Any]:
    with neo4j.GraphDatabase.driver(neo4j_chronicle.address, auth=("neo4j", PASSWORD)) as driver:

        def plan(cypher: str, **parameters: object) -> list[tuple[str, str]]:
            with driver.session() as session:
                summary = session.run("EXPLAIN " + cypher, parameters).consume()
            assert summary.plan
            return list(operators(summary.plan))

        yield plan


@pytest.mark.parametrize("query", library.queries(), ids=lambda query: query.name)
def test_look_ups_use_an_index(explain: Any, query: Query) -> None:
    parameters = {p.name: p.default for p in query.parameters}
    plan = explain(query.text, **parameters)
    kinds = {kind for kind, _details in plan}
    seeks = [details for kind, details in plan if "IndexSeek" in kind]
    assert "AllNodesScan" not in kinds
    if any(p.default is None and p.type not in PLAIN_TYPES for p in query.parameters):
        assert seeks and not kinds & SCANS
    if "s.fact = r.id" in query.text:
        assert any(":Statement(fact)" in details for details in seeks)
    if ":Appearance {id:" in query.text:
        assert any(":Appearance(id)" in details for details in seeks)


@pytest.mark.parametrize(
    "cypher",
    [names._BY_ID, names._BY_NAME, names._BY_ALIAS_INDEXED, names._STARTING],
    ids=["id", "name", "alias", "start"],
)
def test_names_are_found_through_an_index(explain: Any, cypher: str) -> None:
    plan = explain(cypher, name="x", types=["Person"], phrase='"x"', start="x", count=1)
    kinds = {kind for kind, _details in plan}
    assert not kinds & SCANS
    assert any("IndexSeek" in kind or kind == "ProcedureCall" for kind in kinds)
