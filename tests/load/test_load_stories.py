"""Stories of new articles, found by the first article of each story, are those of reading all articles at once."""

from __future__ import annotations

from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from kg.load.retell import tell
from kg.resolve.stories import Telling, stories
from kg.store.base import Store, Table, Value

KEYS = st.lists(st.sampled_from([f"{number}{letter}" for number in "01" for letter in "abcd"]), max_size=3)
ARTICLES = st.lists(st.tuples(st.sampled_from(["2024-01-01", "2024-01-02", ""]), KEYS), max_size=12)


class Told:
    """Answers the look-ups of :func:`kg.load.retell.tell` over articles in memory."""

    def __init__(self) -> None:
        self.articles: dict[str, Telling] = {}
        self.story: dict[str, str] = {}

    def read(self, cypher: str, **parameters: Value) -> Table:
        """Three look-ups: by keys, by ids, by stories."""
        wanted = cast("list[str]", next(iter(parameters.values())))
        rows: list[tuple[Value, ...]]
        if "$bands" in cypher:
            rows = [(band, self.story[a.id]) for a in self.articles.values() for band in a.bands if band in wanted]
        elif "$ids" in cypher:
            rows = [(id, self.articles[id].date) for id in wanted]
        else:
            rows = [(id, story) for id, story in self.story.items() if story in wanted]
        return Table(columns=(), rows=tuple(rows))


@given(ARTICLES, st.integers(1, 4), st.randoms())
def test_batches_in_any_order_tell_what_all_at_once_tell(drawn, size, random):
    articles = [Telling(id=f"a{n}", date=date, bands=tuple(keys)) for n, (date, keys) in enumerate(drawn)]
    random.shuffle(articles)
    told = Told()
    for start in range(0, len(articles), size):
        batch = articles[start : start + size]
        found = tell(cast("Store", told), batch)
        told.articles |= {article.id: article for article in batch}
        told.story |= found.stories | found.changed
    assert told.story == stories(articles)
