"""How much likelier characters stand in names than in running text, out of ``kg/data/namechars.tsv``."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def given_odds() -> dict[str, float]:
    """Log odds that a character stands in a Chinese given name."""
    return {row[0]: int(row[1]) / 10 for row in _rows()}


@lru_cache(maxsize=1)
def foreign_odds() -> dict[str, float]:
    """Log odds that a character stands in a transliterated name."""
    return {row[0]: int(row[2]) / 10 for row in _rows()}


def _rows() -> list[list[str]]:
    text = (files("kg") / "data" / "namechars.tsv").read_text(encoding="utf-8")
    return [row.split("\t") for row in text.splitlines() if row and row[0] != "#"]
