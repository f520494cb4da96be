"""A block in short: as much as placing further appearances needs, so that a name in every article costs no more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from kg.resolve.stated import StatedAppearance
from kg.resolve.view import Group, groups, in_reading_order

_Kind = tuple[tuple[str, ...], str]


class Sort(NamedTuple):
    """Appearances that are placed alike, since they have the same keys and scope."""

    first: StatedAppearance  # with the names of all
    entity: str  # that all of them refer to; empty when each is alone


class Outline:
    """The appearances of one block that have their places, sorted.

    The scope tells appearances apart only where some have no keys: a block without such is held without scopes.
    """

    def __init__(self) -> None:
        self._sorts: dict[_Kind, Sort] = {}
        self._has_scopes = False

    def __len__(self) -> int:
        return len(self._sorts)

    def place(self, items: list[StatedAppearance]) -> list[Group] | None:
        """The entities of further appearances, with all names and with their members among these.

        Returns:
            None when an appearance that has its place would lose it: then all of the block is to be resolved.
        """
        if not self._has_scopes and not all(item.keys for item in items) and self._sorts:
            return None
        held = {sort.first.id: sort for sort in self._sorts.values()}
        found = []
        for group in groups([*(sort.first for sort in held.values()), *items]):
            placed = [held[id] for id in group.members if id in held]
            if any(sort.entity != group.id and (sort.entity or len(group.members) > 1) for sort in placed):
                return None
            members = tuple(id for id in group.members if id not in held)
            if members:
                found.append(msgspec.structs.replace(group, members=members))
        return found

    def add(self, items: Iterable[tuple[StatedAppearance, str]]) -> bool:
        """Take in appearances with the entities that they refer to.

        Returns:
            whether they fit; when they do not, the outline is of no use.
        """
        given = list(items)
        if not self._has_scopes and not all(item.keys for item, _entity in given):
            if self._sorts:
                return False
            self._has_scopes = True
        return all(self._add(item, entity) for item, entity in given)

    def _add(self, item: StatedAppearance, entity: str) -> bool:
        kind = (item.keys, item.scope if self._has_scopes else "")
        home = entity if item.keys or entity != item.id else ""
        held = self._sorts.get(kind)
        if held and held.entity != home:
            return False
        self._sorts[kind] = Sort(_together(held.first, item) if held else _bare(item), home)
        return True


def _bare(item: StatedAppearance) -> StatedAppearance:
    return msgspec.structs.replace(item, mentions=())


def _together(one: StatedAppearance, other: StatedAppearance) -> StatedAppearance:
    """The first of two, with the names of both."""
    first = min(one, other, key=in_reading_order)
    if first is one and set(other.names) <= set(one.names):
        return one
    return msgspec.structs.replace(first, names=tuple(sorted({*one.names, *other.names})), mentions=())
