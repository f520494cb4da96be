"""Names that are put together from the words of a small stock: Tibetan 东主才让, 韩乙四夫 with a Muslim given name."""

from __future__ import annotations

from functools import cache

from kg.grammar.lexicon import lines, surnames

_PART = 2  # characters of an element of a Tibetan name


@cache
def _stock() -> tuple[frozenset[str], frozenset[str]]:
    tibetan, muslim = lines("elements.txt")
    return frozenset(tibetan.split()), frozenset(muslim.split())


def composed_end(text: str, start: int) -> int:
    """Where the name that begins at ``start`` ends, if it is made of known elements; ``start`` when it is not."""
    tibetan, muslim = _stock()
    if text[start : start + _PART] in tibetan and text[start + _PART : start + 2 * _PART] in tibetan:
        return start + 2 * _PART
    given = start + 1
    if text[start : start + 1] in surnames()[0]:
        return next((given + size for size in (4, 3) if text[given : given + size] in muslim), start)
    return start
