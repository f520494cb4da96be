"""What a first load at once must come to, into whichever store."""

from __future__ import annotations

from newsroom import articles

from kg.load import LoadReport, load, retract
from kg.store import Store, graph_hash, info

COUNT = 60


def assert_goes_on_as_any_other(store: Store, ordinary: str) -> None:
    """It holds the graph of the ordinary path, takes further articles, and gives them up again."""
    assert graph_hash(store) == ordinary
    assert info(store).current
    assert load(articles(COUNT), store) == LoadReport(unchanged=COUNT)
    more = list(articles(COUNT + 6))
    assert load(more, store).loaded == 6
    for one in more[COUNT:]:
        retract(store, article=one.id)
    assert graph_hash(store) == ordinary
