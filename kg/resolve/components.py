"""Connected components that come out the same whatever the order of what goes in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

Item = TypeVar("Item")


class Groups(dict[str, str]):
    """Union-find over strings with path halving; a string never seen is a group of its own."""

    def find(self, item: str) -> str:
        """The representative of an item's group."""
        while (above := self.setdefault(item, item)) != item:
            self[item] = item = self.setdefault(above, above)
        return item

    def join(self, one: str, other: str) -> None:
        """Make two groups one."""
        one, other = self.find(one), self.find(other)
        if one != other:
            self[max(one, other)] = min(one, other)


def components(keys: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Join items that share a key, directly or through others.

    Args:
        keys: for each item its keys; an item without any stays alone.

    Returns:
        for each item a representative, the same for all of its component.
    """
    groups = Groups()
    for item, shared in keys.items():
        for key in shared:
            groups.join(f"i{item}", f"k{key}")
    return {item: groups.find(f"i{item}") for item in keys}
