"""The invented chronicle in both kinds of store."""

from collections.abc import Iterator

import pytest
from chronicle import ARTICLES
from neo4j_server import PASSWORD, Server

from kg.load import load
from kg.store import open_store
from kg.store.base import Store


@pytest.fixture(scope="session")
def embedded_chronicle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("chronicle") / "store")) as store:
        load(ARTICLES, store)
        yield store


@pytest.fixture
def neo4j_chronicle(neo4j_server: Server) -> Iterator[Store]:
    """On the session's server, loaded anew when another test has changed it; loading it again costs a look-up."""
    articles = {row["id"] for row in neo4j_server.run("MATCH (a:Article) RETURN a.id AS id")}
    if articles != {article.id for article in ARTICLES}:
        neo4j_server.clear()
    with open_store(neo4j_server.address, password=PASSWORD) as store:
        load(ARTICLES, store)
        yield store


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest) -> Store:
    found: Store = request.getfixturevalue(f"{request.param}_chronicle")
    return found
