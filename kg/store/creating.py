"""A first load at once into an empty Neo4j: plain CREATE; constraints and indexes are made last.

The store's own node says that it is being filled, by whom and at which step. Each transaction looks at it and goes one
step on, so that it happens once, and never after another process has begun anew.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from kg.errors import SchemaMismatch, StoreError, StoreInUse
from kg.i18n import _
from kg.ontology import Ontology
from kg.store.base import Command, Row, Run, Store, run_all
from kg.store.schema import FILLING, IMPORTED, LEASE, check, made_with
from kg.store.server import Neo4jStore

ROWS = 5_000  # a transaction, of emptying
ALIVE = 10.0  # seconds without a transaction after which another process may begin anew

_UNIQUE = "CREATE CONSTRAINT store_id IF NOT EXISTS FOR (n:Store) REQUIRE n.id IS UNIQUE"
_CLAIM = (  # the first SET locks the node before it is looked at
    "MERGE (s:Store {id: 'kg'}) ON CREATE SET s.schema = $filling SET s.asked = timestamp() "
    "WITH s WHERE s.schema = $filling AND (s.filler = $me OR coalesce(s.seen, 0) < timestamp() - $alive) "
    "SET s.filler = $me, s.step = 0, s.seen = timestamp() RETURN s.step"
)
_STEP = (
    "MATCH (s:Store {id: 'kg'}) SET s.seen = timestamp() "
    "WITH s WHERE s.schema = $filling AND s.filler = $me AND s.step = $step SET s.step = $step + 1 RETURN s.step"
)
_FINISH = "MATCH (s:Store {id: 'kg'}) SET s.schema = $imported, s.step = null, s.seen = null, s.asked = null"
_FORGET = "MATCH (s:Store {id: 'kg'}) SET s.filler = null"
_STATE = "MATCH (s:Store {id: 'kg'}) RETURN s.schema, s.filler, s.step"
_EMPTY = (  # edges of entities, which may be many, before the entities
    "MATCH (n:Statement) WITH n LIMIT $rows DETACH DELETE n RETURN count(*)",
    "MATCH (n:Appearance) WITH n LIMIT $rows DETACH DELETE n RETURN count(*)",
    "MATCH (:Entity)-[r]->(:Entity) WITH r LIMIT $rows DELETE r RETURN count(*)",
    "MATCH (n:Entity) WITH n LIMIT $rows DETACH DELETE n RETURN count(*)",
    "MATCH (n:Article) WITH n LIMIT $rows DETACH DELETE n RETURN count(*)",
    "MATCH (n:Lease) DETACH DELETE n RETURN count(*)",
)


class Creating:
    """The sole writer into a database, see :class:`kg.load.parts.Writer`."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._me = uuid.uuid4().hex
        self._step = 0

    def claim(self) -> None:
        """Mark an empty database as being filled by us, or take one over that was left, and empty it.

        Raises:
            StoreError: it is not empty.
            StoreInUse: another process fills it.
        """
        self._check_new()
        self.store.define([_UNIQUE])  # that one process alone makes the node
        self._take()
        for cypher in _EMPTY:
            while self.write([Command(cypher, {"rows": ROWS})])[0][0]:
                pass
        if self.store.read("MATCH (n) WHERE NOT n:Store RETURN 1 LIMIT 1").rows:
            what = _("the database holds something that kg did not make")
            raise SchemaMismatch(what, where=self.store.address, do=_("give an empty database"))

    def finish(self, ontology: Ontology) -> None:
        """Say that all is in it; what is missing are constraints and indexes, which are made at last."""
        try:
            self.write([Command(LEASE, {}), made_with(ontology), Command(_FINISH, {"imported": IMPORTED})])
        except StoreError:
            schema, filler, _step = self._state()
            if schema == FILLING or filler != self._me:  # else the answer alone was lost
                raise
        check(self.store, create=False)
        self.store.write([(_FORGET, {})])

    def _check_new(self) -> None:
        if self._state()[0] != FILLING and self.store.read("MATCH (n) RETURN 1 LIMIT 1").rows:
            raise StoreError(
                _("the store is not empty"), where=self.store.address, do=_("give a new directory or database")
            )

    def _take(self) -> None:
        """Become the one who fills; who was killed is waited for, until it is clear that nothing moves."""
        claim = Command(_CLAIM, {"filling": FILLING, "me": self._me, "alive": int(ALIVE * 1000)})
        before = self._state()
        while self.store.transact(lambda _run: None, guard=claim) is None:
            self._check_new()
            time.sleep(min(1.0, ALIVE))
            now = self._state()
            if before[1] and now != before:
                raise self._in_use()
            before = now

    def _state(self) -> Row:
        rows = self.store.read(_STATE).rows
        return rows[0] if rows else (None, None, None)

    def _in_use(self) -> StoreInUse:
        what, do = _("another process fills the store"), _("end that process, or wait for it")
        return StoreInUse(what, where=self.store.address, do=do)

    def write(self, commands: Sequence[Command]) -> list[Row]:
        """Run commands in one transaction, as our next step; the rows of the last one.

        Raises:
            StoreInUse: another process took over.
            StoreError: the store failed, or the answer to a commit was lost.
        """
        found: list[Row] = []

        def work(run: Run) -> None:
            found[:] = run_all(run, commands)

        guard = Command(_STEP, {"filling": FILLING, "me": self._me, "step": self._step})
        if self.store.transact(work, guard=guard) is None:
            raise self._lost()
        self._step += 1
        return found

    def _lost(self) -> StoreError:
        """Why the store is not at our step."""
        _schema, filler, _step = self._state()
        if filler not in (None, self._me):
            return self._in_use()
        what = _("the connection was lost in the middle of a first load")  # and the answer to a commit with it
        return StoreError(what, where=self.store.address, do=_("run the same kg bulk again"))


@contextmanager
def empty_server(address: str, ontology: Ontology, *, user: str, password: str) -> Iterator[Creating]:
    """Fill an empty Neo4j; when that is broken off, it is begun again from nothing.

    Raises:
        StoreError, StoreInUse, SchemaMismatch: see :meth:`Creating.claim`.
        StoreUnavailable, AccessDenied: see :meth:`kg.store.server.Neo4jStore.open`.
    """
    with Neo4jStore.open(address, user=user, password=password) as store:
        creating = Creating(store)
        creating.claim()
        yield creating
        creating.finish(ontology)
