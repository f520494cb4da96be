"""Round-ups of short items: where each item begins, so that nothing in one points back to another."""

from __future__ import annotations

import re
from bisect import bisect_right

from kg.grammar.clauses import choices
from kg.model import Article

_DIGEST = re.compile(choices("digests"))
_CLOSED = re.compile("[。！？!?；;：:…][”’）)]?$")
_HEADLINE = 40  # characters of the longest headline of an item


def item_starts(article: Article) -> list[int]:
    """Offsets in the article's full text at which the items of a round-up begin; none for any other article.

    An item begins with its headline, a line that no mark closes; without headlines each paragraph is one.
    """
    if not _DIGEST.search(article.title):
        return []
    text, lines, at = article.full, [], len(article.title) + 1
    while at < len(text):
        end = text.find("\n", at) % (len(text) + 1)
        lines.append((at, text[at:end].strip()))
        at = end + 1
    headlines = [start for start, line in lines if line and len(line) <= _HEADLINE and not _CLOSED.search(line)]
    return headlines or [start for start, line in lines if line]


def item_at(starts: list[int], offset: int) -> int:
    """Where the item begins that an offset stands in; 0 outside of all."""
    before = bisect_right(starts, offset)
    return starts[before - 1] if before else 0
