"""The outer area in the name of a place: 北京 in 北京人民大会堂."""

from __future__ import annotations

import re
from functools import cache

from kg.annotate.builtin.slots import organization_end
from kg.grammar.clauses import load_table
from kg.grammar.places import find_area, find_country


def outer_end(written: str) -> int | None:
    """Where an outer area's name ends in a place's name that goes on with a name of its own (北京|人民大会堂)."""
    capital = re.search("首都|首府", written)
    if re.match("我[省市县区州旗镇].{3}", written):
        return 2
    if capital and capital.start() > 1:
        return capital.end()
    for size in range(min(8, len(written) - 2), 1, -1):
        head, tail = written[:size], written[size:]
        if find_area(head) and (find_area(tail) or tail in _venues() or tail.endswith(_regions())):
            return size
        if written in _unsplit():
            return None
        if find_country(head) and head != "中国" and len(tail) <= 6 and not organization_end(tail):
            return size
    return None


@cache
def _unsplit() -> frozenset[str]:
    return frozenset(load_table("slots.yaml")["whole"])


@cache
def _regions() -> tuple[str, ...]:
    return tuple(load_table("slots.yaml")["regions"])


@cache
def _venues() -> frozenset[str]:
    return frozenset(load_table("slots.yaml")["venues"])
