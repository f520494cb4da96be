"""What a store has already of the articles to be extracted, so that a run that was stopped does not begin anew."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from kg.model import Article
from kg.resolve.rules import load_rules
from kg.resolve.stated import digest, store_id
from kg.store.base import Store

PART = 200  # articles a look-up
_FIELDS = Article.__struct_fields__


class Known:
    """Lets pass only what an extraction would add to or change in a store.

    Args:
        store: an open store.
        extractor: a hash of all that extraction rests on besides the article.
    """

    def __init__(self, store: Store, extractor: str) -> None:
        self.extractor = extractor
        self.skipped: dict[str, str] = {}  # digests of what the store has, by the article's id there
        self._store = store

    def missing(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles that the store does not have as this extractor would make them, in order.

        Raises:
            StoreError: the store failed.
        """
        source = iter(articles)
        while part := list(itertools.islice(source, PART)):
            ids = {store_id(article): article for article in reversed(part)}
            cypher = "UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN a.id, a.origin, a.digest"
            found = {str(row[0]): row[1:] for row in self._store.read(cypher, ids=list(ids)).rows}
            for article in part:
                id = store_id(article)
                made, stated = found.get(id, (None, None))
                if made == origin(article, self.extractor):
                    self.skipped[id] = str(stated)
                else:
                    yield article

def origin(article: Article, extractor: str) -> str:
    """A hash of what an article's statements are made from: its text and what goes with it, and the extractor."""
    return digest(extractor, load_rules().digest, [getattr(article, name) for name in _FIELDS])
