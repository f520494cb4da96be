"""One resolver at a time: a lease in the store, which every transaction of the resolver checks and prolongs."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Sequence

from kg.errors import StoreError
from kg.i18n import _
from kg.store.base import Command, Run, Store, run_all

LENGTH = 10_000  # milliseconds without a sign of life after which another may take over
_WAIT = 0.2  # seconds between looks

_GRANT = (
    "SET l.owner = $me, l.step = 0, l.until = timestamp() + $length, l.turn = coalesce(l.turn, 0) + 1, l.seen = 0 "
    "RETURN l.turn"
)
_TAKE = (  # the first SET locks the lease before it is looked at
    f"MATCH (l:Lease {{id: 'resolver'}}) SET l.seen = timestamp() WITH l WHERE l.until < timestamp() {_GRANT}"
)
_TAKE_UNWANTED = (
    "MATCH (l:Lease {id: 'resolver'}) SET l.looked = timestamp() "
    f"WITH l WHERE (l.until < timestamp() OR l.owner = $me) AND coalesce(l.seen, 0) < timestamp() - $length {_GRANT}"
)
_KEEP = (
    "MATCH (l:Lease {id: 'resolver'}) WHERE l.owner = $me AND l.step = $step "
    "SET l.step = $step + 1, l.until = timestamp() + $length RETURN l.step"
)
_LAST = (
    "MATCH (l:Lease {id: 'resolver'}) WHERE l.owner = $me AND l.step = $step "
    "SET l.until = 0, l.owner = null RETURN l.step"
)
_FREE = "MATCH (l:Lease {id: 'resolver'}) WHERE l.owner = $me SET l.until = 0, l.owner = null"


class LeaseLostError(StoreError):
    """Another resolver took over, or the answer to a commit was lost: look again at what is left to do."""


class Lease:
    """A lease that is held; its number of steps makes each transaction happen at most once."""

    def __init__(self, store: Store) -> None:
        self.turn = 0  # how many times the store's lease was taken, by anybody
        self._store = store
        self._me = uuid.uuid4().hex
        self._step = 0

    def try_take(self) -> bool:
        """Take the lease when nobody holds it; else the holder is told that somebody waits."""
        return self._take(_TAKE)

    def try_take_unwanted(self) -> bool:
        """Take the lease for one transaction, when nobody holds it or has waited for it within the last seconds."""
        return self._take(_TAKE_UNWANTED)

    def _take(self, cypher: str) -> bool:
        self._step = 0
        row = self._store.transact(lambda _run: None, guard=Command(cypher, {"me": self._me, "length": LENGTH}))
        self.turn = int(str(row[0])) if row else self.turn
        return row is not None

    def write(self, commands: Sequence[Command]) -> None:
        """Run commands in one transaction, if the lease is still held.

        Raises:
            LeaseLostError: it is not.
        """
        self._transact(_KEEP, lambda run: run_all(run, commands))

    def write_last(self, work: Callable[[Run], object]) -> None:
        """Do some work in one transaction, which also lets others in, if the lease is still held.

        Raises:
            LeaseLostError: it is not.
        """
        self._transact(_LAST, work)

    def _transact(self, cypher: str, work: Callable[[Run], object]) -> None:
        guard = Command(cypher, {"me": self._me, "step": self._step, "length": LENGTH})
        if self._store.transact(work, guard=guard) is None:
            raise LeaseLostError(_("another process computes the view"), where=self._store.address)
        self._step += 1

    def release(self) -> None:
        """Let others in."""
        self._store.write([(_FREE, {"me": self._me})])


def pause() -> None:
    """Wait a little for the holder."""
    time.sleep(_WAIT)
