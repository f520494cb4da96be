from __future__ import annotations

import pytest
from first_loads import COUNT
from newsroom import articles

from kg.load import load
from kg.store import graph_hash, open_store


@pytest.fixture(scope="session")
def ordinary(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Hash of the graph that the ordinary path makes of as many articles as the first loads take."""
    with open_store(str(tmp_path_factory.mktemp("ordinary") / "store")) as store:
        load(articles(COUNT), store)
        return graph_hash(store)
