"""Names of administrative areas and countries, out of ``kg/data/places.tsv`` and ``countries.tsv``."""

from __future__ import annotations

from functools import lru_cache

from kg.tables import rows


@lru_cache(maxsize=1)
def place_names() -> frozenset[str]:
    """Full and short names of more than one character."""
    areas = {name for row in rows("places.tsv") for name in row[1:3]}
    countries = {name for row in rows("countries.tsv") for field in row[:2] for name in field.split()}
    return frozenset(name for name in areas | countries if len(name) > 1)
