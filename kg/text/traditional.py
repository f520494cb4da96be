"""Traditional characters, read in simplified texts too (務 for 务), out of ``kg/data/traditional.txt``."""

from __future__ import annotations

from functools import lru_cache

from kg.tables import lines


@lru_cache(maxsize=1)
def simplified() -> dict[str, str]:
    """For each traditional character that no mainland text has the simplified one."""
    return {char: line[0] for line in lines("traditional.txt") for char in line[1:]}
