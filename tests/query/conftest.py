"""The invented chronicle in both kinds of store."""

from collections.abc import Iterator

import pytest
from chronicle import ARTICLES
from neo4j_server import PASSWORD, started

from kg.load import load
from kg.store import open_store
from kg.store.base import Store


@pytest.fixture(scope="session")
def embedded_chronicle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("chronicle") / "store")) as store:
        assert load(ARTICLES, store).loaded == len(ARTICLES)
        yield store


@pytest.fixture(scope="session")
def neo4j_chronicle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A server of its own, since other tests empty the session's."""
    server = started(tmp_path_factory.mktemp("chronicle") / "neo4j")
    with open_store(server.address, password=PASSWORD) as store:
        assert load(ARTICLES, store).loaded == len(ARTICLES)
        yield store
    server.stop()


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest) -> Store:
    found: Store = request.getfixturevalue(f"{request.param}_chronicle")
    return found
