"""The blocks that a loader met last, in short, so that what is written next finds its place without reading them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.load.blocks import Held, Member, Resolution, entity_row, resolution
from kg.resolve.outline import Outline
from kg.resolve.stated import StatedAppearance
from kg.resolve.view import Group
from kg.store.base import Store

MOST = 10_000  # sorts of appearances and entities, together some 10 MB


class _Block:
    """A block in short, with the entities that it has."""

    def __init__(self) -> None:
        self.outline = Outline()
        self.held: dict[str, Held] = {}

    def __len__(self) -> int:
        return len(self.outline) + len(self.held)


class Places:
    """Resolves appearances that are yet to be written.

    What it remembers is right while nobody else resolves. What others write and take out meanwhile is marked in the
    store, and the refresh that follows those marks resolves their blocks anew.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._blocks: dict[str, _Block] = {}  # those met last come last
        self._size = 0

    def forget(self) -> None:
        """Begin anew, since somebody else resolved meanwhile."""
        self._blocks.clear()
        self._size = 0

    def resolve(self, appearances: Iterable[StatedAppearance]) -> Resolution:
        """The entities of appearances that are yet to be written.

        A block that is not remembered, or in which more changes than that appearances and names are added, is whole in
        the answer; of others only what is added.
        """
        by_block: dict[str, list[StatedAppearance]] = defaultdict(list)
        for one in appearances:
            by_block[one.block].append(one)
        short = {name: self._placed(name, items) for name, items in by_block.items()}
        whole = [name for name, groups in short.items() if groups is None]
        found = resolution(self._store, whole, (one for name in whole for one in by_block[name]))
        old = dict(found.old)
        added: list[Group] = []
        for name, groups in short.items():
            if groups is not None:
                added += groups
                held = self._blocks[name].held
                old |= {group.id: held[group.id] for group in groups if group.id in held}
        new = {one.id: Member(one) for name, groups in short.items() if groups is not None for one in by_block[name]}
        return Resolution([*found.groups, *added], {**found.members, **new}, old)

    def _placed(self, name: str, items: list[StatedAppearance]) -> list[Group] | None:
        """The entities of further appearances; a block in which more changes is forgotten."""
        block = self._blocks.get(name)
        groups = block.outline.place(items) if block else None
        if block and groups is None:
            self._taken(name)
        return groups

    def learn(self, done: Resolution, nodes: Mapping[str, str]) -> None:
        """Remember what was written.

        Args:
            done: what :meth:`resolve` gave.
            nodes: addresses of the entities in it.
        """
        members: dict[str, list[tuple[StatedAppearance, str]]] = defaultdict(list)
        held: dict[str, dict[str, Held]] = defaultdict(dict)
        for group in done.groups:
            place = done.members[group.members[0]].appearance.block
            members[place] += [(done.members[id].appearance, group.id) for id in group.members]
            if group.id not in done.members:  # one without keys is alone, and nothing joins it
                name = str(entity_row(group, place)["name"])
                held[place][group.id] = Held(nodes[group.id], name, group.names)
        for name, items in members.items():
            block = self._taken(name)
            if block.outline.add(items):
                block.held |= held[name]
                self._blocks[name] = block
                self._size += len(block)
        self._shorten()

    def _taken(self, name: str) -> _Block:
        block = self._blocks.pop(name, None) or _Block()
        self._size -= len(block)
        return block

    def _shorten(self) -> None:
        for name in list(self._blocks):
            if self._size <= MOST:
                return
            self._taken(name)
