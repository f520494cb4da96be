"""Characters that print much like each other, out of ``kg/data/lookalikes.txt``."""

from __future__ import annotations

from functools import lru_cache

from kg.tables import lines

CLOSEST = 8


@lru_cache(maxsize=1)
def lookalikes() -> dict[str, str]:
    """For each character those that print much like it, the closest first."""
    table = {line[0]: line[1:] for line in lines("lookalikes.txt")}
    for char, others in list(table.items()):
        for other in others:
            if char not in table.get(other, ""):
                table[other] = table.get(other, "") + char
    return table


@lru_cache(maxsize=1)
def closest() -> dict[str, str]:
    """Of these the first :data:`CLOSEST` alone."""
    return {char: others[:CLOSEST] for char, others in lookalikes().items()}
