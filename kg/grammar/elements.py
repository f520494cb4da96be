"""Names that are put together from the words of a small stock.

Tibetan 东主才让, Mongol 斯琴高娃, and 韩乙四夫 with a Muslim given name.
"""

from __future__ import annotations

from functools import cache, lru_cache

from kg.grammar.lexicon import surnames
from kg.tables import lines

_PART = 2  # characters of an element of a Tibetan name


@cache
def _stock() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split()) for line in lines("elements.txt"))


@lru_cache(maxsize=1 << 12)
def composed_end(text: str, start: int) -> int:
    """Where the name that begins at ``start`` ends, if it is made of known elements; ``start`` when it is not."""
    tibetan, muslim, mongol, _ = _stock()
    if text[start : start + _PART] in tibetan and text[start + _PART : start + 2 * _PART] in tibetan:
        return start + 2 * _PART
    if (first := _element(text, start, mongol)) > start and (second := _element(text, first, mongol)) > first:
        return second
    given = start + 1
    if text[start : start + 1] in surnames()[0]:
        return next((given + size for size in (4, 3) if text[given : given + size] in muslim), start)
    return start


def uyghur_end(text: str, start: int) -> int:
    """Where the part of a Uyghur or Kazakh name that begins at ``start`` ends, if it is a known one; else ``start``."""
    return next((start + size for size in range(7, 1, -1) if text[start : start + size] in _stock()[3]), start)


def _element(text: str, start: int, stock: frozenset[str]) -> int:
    """Where the longest element of a stock that begins at ``start`` ends; ``start`` when none does."""
    return next((start + size for size in (4, 3, 2) if text[start : start + size] in stock), start)
