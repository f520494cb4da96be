"""One resolver at a time: a lease in the store, which every transaction of the resolver checks and prolongs."""

from __future__ import annotations

import time
import uuid
from collections.abc import Sequence

from kg.errors import StoreError
from kg.i18n import _
from kg.store.base import Command, Store

LENGTH = 10_000  # milliseconds without a sign of life after which another may take over
_WAIT = 0.2  # seconds between looks

_TAKE = (
    "MATCH (l:Lease {id: 'resolver'}) SET l.seen = timestamp() WITH l WHERE l.until < timestamp() "
    "SET l.owner = $me, l.step = 0, l.until = timestamp() + $length RETURN l.step"
)
_KEEP = (
    "MATCH (l:Lease {id: 'resolver'}) WHERE l.owner = $me AND l.step = $step "
    "SET l.step = $step + 1, l.until = timestamp() + $length RETURN l.step"
)
_FREE = "MATCH (l:Lease {id: 'resolver'}) WHERE l.owner = $me SET l.until = 0, l.owner = null"


class LeaseLostError(StoreError):
    """Another resolver took over, or the answer to a commit was lost: look again at what is left to do."""


class Lease:
    """A lease that is held; its number of steps makes each transaction happen at most once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._me = uuid.uuid4().hex
        self._step = 0

    def try_take(self) -> bool:
        """Take the lease when nobody holds it."""
        self._step = 0
        return self._store.write([], guard=Command(_TAKE, {"me": self._me, "length": LENGTH}))

    def write(self, commands: Sequence[Command]) -> None:
        """Run commands in one transaction, if the lease is still held.

        Raises:
            LeaseLostError: it is not.
        """
        guard = Command(_KEEP, {"me": self._me, "step": self._step, "length": LENGTH})
        if not self._store.write(commands, guard=guard):
            raise LeaseLostError(_("another process computes the view"), where=self._store.address)
        self._step += 1

    def release(self) -> None:
        """Let others in."""
        self._store.write([(_FREE, {"me": self._me})])


def pause() -> None:
    """Wait a little for the holder."""
    time.sleep(_WAIT)
