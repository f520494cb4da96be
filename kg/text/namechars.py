"""How much likelier characters stand in names than in running text, out of ``kg/data/namechars.tsv``."""

from __future__ import annotations

from functools import lru_cache

from kg.tables import rows


@lru_cache(maxsize=1)
def given_odds() -> dict[str, float]:
    """Log odds that a character stands in a Chinese given name."""
    return {row[0]: int(row[1]) / 10 for row in rows("namechars.tsv")}


@lru_cache(maxsize=1)
def foreign_odds() -> dict[str, float]:
    """Log odds that a character stands in a transliterated name."""
    return {row[0]: int(row[2]) / 10 for row in rows("namechars.tsv")}


def sounds(text: str) -> list[float]:
    """The log odds that each character of a text stands in a transliterated name; -1 for those in no name."""
    return [foreign_odds().get(char, -1.0) for char in text]
