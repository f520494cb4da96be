"""The first articles into a Neo4j that holds none: resolved without it, and each node and edge created once.

From the first transaction to the last a mark says that the view is not whole. So what a load leaves that is killed in
between is what a change of rules leaves: whole articles whose places are computed again, see :mod:`kg.load.stale`.
Nobody else resolves meanwhile; articles that others write beside these wait with their own marks, as ever.
"""

from __future__ import annotations

import itertools
import logging
import time
from collections.abc import Iterator
from typing import IO, NamedTuple

from kg.errors import StoreError, StoreFull, StoreUnavailable
from kg.load.lease import Lease
from kg.load.offline import Offline, compute
from kg.load.refresh import Progress
from kg.load.stale import BEGUN, WHOLE
from kg.load.whole import create
from kg.ontology import Ontology
from kg.resolve.stated import Stated
from kg.store.base import Store

MOST = 500_000  # appearances and statements
LONGEST = 60.0  # seconds of reading, which are lost when it is killed

_log = logging.getLogger(__name__)


class Begun(NamedTuple):
    """What was written, and what is left to be written."""

    loaded: int
    unchanged: int  # articles that came twice
    rest: Iterator[Stated]


class Beginning(NamedTuple):
    """How the first articles are written."""

    store: Store
    ontology: Ontology
    batch: int  # articles a transaction
    progress: Progress

    def write(self, items: Iterator[Stated], draft: IO[bytes]) -> Begun:
        """Write as many articles as memory bears at once, where the store is empty and nobody else resolves.

        Where the store does not take them all, the rest goes the ordinary way, which finds out why.

        Args:
            items: all that are to be loaded.
            draft: keeps them, until the rest is written too.

        Raises:
            StoreUnavailable, StoreFull: the next load completes what was written.
        """
        if not self._may_begin():
            return Begun(0, 0, items)
        graph = compute(_some(items), draft, self.ontology)
        done = self._written(graph)
        return Begun(done, graph.again, itertools.chain(graph.stated(done), items))

    def _may_begin(self) -> bool:
        lease = Lease(self.store)
        if self.store.kind != "neo4j" or not _is_empty(self.store) or not lease.try_take_unwanted():
            return False
        lease.release()
        return True

    def _written(self, graph: Offline) -> int:
        """How many of the articles were written."""
        done = 0
        lease = Lease(self.store)
        if not lease.try_take_unwanted():
            return done
        try:
            if _is_empty(self.store):
                lease.write([BEGUN])
                for count in create(graph, self.store, lease, batch=self.batch):
                    done += count
                    self.progress("written", done, graph.number)
                lease.write([WHOLE])
        except (StoreUnavailable, StoreFull):
            raise
        except StoreError:
            _log.debug("the first articles could not be written together", exc_info=True)
        lease.release()
        return done


def _is_empty(store: Store) -> bool:
    """Whether nothing is there but what every store has: its own nodes, constraints and indexes."""
    return not store.read("MATCH (n) WHERE NOT n:Store AND NOT n:Lease RETURN 1 LIMIT 1").rows


def _some(items: Iterator[Stated]) -> Iterator[Stated]:
    end = time.monotonic() + LONGEST
    size = 0
    for item in items:
        yield item
        size += len(item.appearances) + len(item.statements)
        if size >= MOST or time.monotonic() > end:
            return
