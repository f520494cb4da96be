"""Stores to load into."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from neo4j_server import PASSWORD

from kg.store import Store, open_store

MakeStore = Callable[[], Store]


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[MakeStore]:
    """Opens a new embedded store each time."""
    made: list[Store] = []
    numbers = itertools.count()

    def make() -> Store:
        made.append(open_store(str(tmp_path / f"store{next(numbers)}")))
        return made[-1]

    yield make
    for store in made:
        store.close()


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def make_store(request: pytest.FixtureRequest) -> MakeStore:
    """Opens an empty store of either kind each time; on the server the one before is emptied."""
    if request.param == "embedded":
        return request.getfixturevalue("embedded")
    server = request.getfixturevalue("neo4j_server")
    made: list[Store] = []
    request.addfinalizer(lambda: [store.close() for store in made])

    def make() -> Store:
        server.clear()
        made.append(open_store(server.address, password=PASSWORD))
        return made[-1]

    return make
