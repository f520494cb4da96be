"""The view, brought up to date: who appearances refer to and what statements support, where something changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kg.load.blocks import resolve_blocks
from kg.load.decisions import apply_decisions, undone
from kg.load.edges import resolve_facts
from kg.load.lease import Lease, LeaseLostError, pause
from kg.load.retell import resolve_stories
from kg.load.stale import is_stale, renew
from kg.ontology import Ontology, load_ontology
from kg.store.base import Store
from kg.store.schema import waiting

Progress = Callable[[str, int, int], None]  # stage, done, total (0 when unknown)
BATCH = 4_000  # appearances or statements a transaction


def silent(stage: str, done: int, total: int) -> None:
    """Report progress to nobody."""


def refresh(store: Store, *, ontology: Ontology | None = None, progress: Progress = silent) -> None:
    """Recompute what is marked, until nothing is; waits for another process that does the same.

    Killed at any moment, it leaves its marks, and the next run goes on.

    Raises:
        StoreError: the store failed.
    """
    chosen = ontology or load_ontology()
    lease = Lease(store)
    while is_pending(store, chosen):
        if not lease.try_take():
            pause()
            continue
        try:
            _work(store, lease, chosen, progress)
        except LeaseLostError:
            continue
        lease.release()


def _work(store: Store, lease: Lease, ontology: Ontology, progress: Progress) -> None:
    renew(store, lease, ontology)
    apply_decisions(store, lease)
    while waiting(store):
        resolve_stories(store, lease)
        for done, total in _steps(store, "Appearance", lambda part: resolve_blocks(store, lease, part)):
            progress("entities", done, total)
        for done, total in _steps(store, "Statement", lambda part: resolve_facts(store, lease, part, ontology)):
            progress("facts", done, total)


def _steps(store: Store, label: str, work: Callable[[Sequence[int]], None]) -> Iterator[tuple[int, int]]:
    """Do the waiting work of one layer in parts of about :data:`BATCH`, telling how much is done."""
    counts = store.read(f"MATCH (n:{label}) WHERE n.pending IS NOT NULL RETURN n.pending, count(n)").rows
    sizes = {int(str(bucket)): int(str(size)) for bucket, size in counts}
    total, done = sum(sizes.values()), 0
    for part in parts(sizes) or [[]]:
        work(part)
        done += sum(sizes[bucket] for bucket in part)
        yield done, total


def parts(sizes: dict[int, int]) -> list[list[int]]:
    """Buckets put together to parts of about :data:`BATCH`."""
    result: list[list[int]] = []
    room = 0
    for bucket, size in sorted(sizes.items()):
        if size > room or not result:
            result.append([])
            room = BATCH
        result[-1].append(bucket)
        room -= size
    return result


def is_pending(store: Store, ontology: Ontology) -> bool:
    """Whether the view is behind what articles state, what people decided, or the program's own rules."""
    return waiting(store) or is_stale(store, ontology) or bool(undone(store))
