"""The tables of hanlp.yaml, and the function words of verbs.yaml, as sets and mappings."""

from __future__ import annotations

from functools import cache

import msgspec

from kg.grammar.clauses import load_table
from kg.model import EntityType, Record, Role


class Words(Record):
    """How labels and words are read."""

    entities: dict[str, EntityType]
    labels: dict[str, tuple[Role, ...]]
    prepositions: dict[str, tuple[Role, ...]]  # by kind, as the file has them
    relative: frozenset[str]
    listed: frozenset[str]
    denied: frozenset[str]
    planned: frozenset[str]
    unreal: frozenset[str]


@cache
def words() -> Words:
    """The table of hanlp.yaml."""
    return msgspec.convert(load_table("hanlp.yaml"), Words)


@cache
def roles_by_word() -> dict[str, tuple[Role, ...]]:
    """For each preposition, the roles that an argument beginning with it may fill."""
    verbs = load_table("verbs.yaml")
    return {
        word: roles
        for kind, roles in words().prepositions.items()
        for surfaces in verbs[kind].values()
        for word in surfaces
    }


@cache
def partners() -> frozenset[str]:
    """The prepositions of company: 与, 同, …."""
    return frozenset(word for surfaces in load_table("verbs.yaml")["with"].values() for word in surfaces)
