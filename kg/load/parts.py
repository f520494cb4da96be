"""Work in parts: as many as fit a transaction, halved where a store has too little memory, planned one part ahead."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol, TypeVar

from kg.errors import StoreOutOfMemory
from kg.store.base import Command

Item = TypeVar("Item")
Plan = Callable[[list[Item]], list[Command]]


class Writer(Protocol):
    """Who may write alone until another takes over: a :class:`kg.load.lease.Lease`."""

    def write(self, commands: Sequence[Command]) -> object:
        """Run commands in one transaction, at most once."""
        ...


def sliced(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Items in lists of at most this size."""
    source = iter(items)
    while part := list(itertools.islice(source, size)):
        yield part


def parts(sizes: Mapping[Item, int], most: int) -> Iterator[list[Item]]:
    """Keys put together to parts of about this size; one that is larger alone makes a part of its own."""
    part: list[Item] = []
    room = most
    for key, size in sizes.items():
        if part and size > room:
            yield part
            part, room = [], most
        part.append(key)
        room -= size
    if part:
        yield part


def carry_out(writer: Writer, work: Iterable[list[Item]], plan: Plan[Item]) -> Iterator[list[Item]]:
    """Plan and write part by part; while one is written, the next is planned.

    Args:
        writer: of its transactions.
        work: parts that have nothing to do with each other.
        plan: reads the store and says what to write.

    Yields:
        each part when it is written.

    Raises:
        LeaseLostError: another resolver took over.
        StoreOutOfMemory: a part of one item is too large for the store.
        StoreError: the store failed.
    """
    for part, commands in _ahead(work, plan):
        try:
            writer.write(commands)
        except StoreOutOfMemory:
            _halve(writer, part, plan)
        yield part


def _ahead(work: Iterable[list[Item]], plan: Plan[Item]) -> Iterator[tuple[list[Item], list[Command]]]:
    with ThreadPoolExecutor(max_workers=1) as pool:
        before: tuple[list[Item], Future[list[Command]]] | None = None
        for part in work:
            planned = (part, pool.submit(plan, part))
            if before:
                yield before[0], before[1].result()
            before = planned
        if before:
            yield before[0], before[1].result()


def _halve(writer: Writer, part: list[Item], plan: Plan[Item]) -> None:
    if len(part) < 2:
        writer.write(plan(part))
        return
    middle = len(part) // 2
    for half in (part[:middle], part[middle:]):
        try:
            writer.write(plan(half))
        except StoreOutOfMemory:
            _halve(writer, half, plan)
