"""Surnames, out of ``kg/data/surnames.txt``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.tables import lines


class Surnames(NamedTuple):
    """Surnames by their kind."""

    single: frozenset[str]  # of one character
    compound: frozenset[str]  # of two
    japanese: frozenset[str]  # of two, Japanese


@lru_cache(maxsize=1)
def surnames() -> Surnames:
    """All surnames that are known."""
    *single, compound, japanese = lines("surnames.txt")
    return Surnames(frozenset("".join(single)), _pairs(compound), _pairs(japanese))


def _pairs(line: str) -> frozenset[str]:
    return frozenset(re.findall("..", line))
