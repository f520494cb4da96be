"""A directory as a store: ArcadeDB in this process, or in the one that opened the directory first."""

from __future__ import annotations

import atexit
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec
import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError, ServiceUnavailable, SessionExpired

from kg.errors import SchemaMismatch, StoreInUse, StoreNotFound, UnreadableFile
from kg.i18n import _
from kg.store.base import Command, Row, Run, Table, Value
from kg.store.bolt import BoltStore, take
from kg.store.engine import DATABASE, Engine
from kg.store.guard import check_query
from kg.store.presence import MARKER, UNFINISHED, OwnerLock, Presence, announce, find, withdraw, writing
from kg.store.reading import Mark, OvertimeError, Reading
from kg.store.translate import query_error, timed_out

WAIT = 30.0  # seconds for another process that is just starting or stopping
_OURS = {MARKER, "lost+found"}


class EmbeddedStore(BoltStore):
    """A store in a directory. The first process runs the engine; others attach to it, and take over when it ends."""

    kind = "embedded"

    @classmethod
    def open(cls, directory: Path, *, create: bool) -> EmbeddedStore:
        """Open the directory, starting the engine or attaching to the process that runs it.

        Raises:
            StoreNotFound: there is no store, and ``create`` is false.
            SchemaMismatch: the directory holds something else.
            StoreInUse: another process holds it and does not let this one in.
        """
        prepare(directory, create=create)
        if (directory / UNFINISHED).exists():
            raise SchemaMismatch(
                _("a first load into this store is running, or was broken off"),
                where=str(directory),
                do=_("run the same kg bulk again, or remove the directory"),
            )
        return cls(directory)

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._queue = threading.RLock()
        self._connecting = threading.Lock()
        self._engine: Engine | None = None
        self._lock: OwnerLock | None = None
        self._presence = self._enter()
        super().__init__(str(directory), _driver(self._presence, "root"), DATABASE)
        atexit.register(self.close)  # a store that was left open would keep the process from ending

    @property
    def engine(self) -> Engine | None:
        """The engine, when it runs in this process."""
        return self._engine

    def transact(self, work: Callable[[Run], object], *, guard: Command | None = None) -> Row | None:
        """See :class:`kg.store.base.Store`; writers wait for each other."""
        with self._queue, writing(self._directory):
            return super().transact(work, guard=guard)

    def define(self, statements: Sequence[str]) -> None:
        """See :class:`kg.store.base.Store`."""
        with self._queue, writing(self._directory):
            super().define(statements)

    def ask(self, cypher: str, parameters: Mapping[str, Value], *, seconds: float, rows: int) -> Table:
        """See :class:`kg.store.base.Store`."""
        check_query(cypher)
        mark = Mark(self._driver, DATABASE)

        def work(reader: neo4j.Driver) -> Table:
            session = reader.session(database=DATABASE, fetch_size=min(rows + 1, 1000))
            return take(session.run(mark.put(cypher), dict(parameters)), rows)

        try:
            return Reading(_driver(self._presence, "reader"), seconds=seconds, end=mark.end).take(work)
        except OvertimeError as error:
            raise timed_out(seconds) from error
        except (Neo4jError, DriverError, OSError) as error:
            self._reconnect(error)
            raise query_error(error, self.address, seconds) from error

    def close(self) -> None:
        """See :class:`kg.store.base.Store`."""
        atexit.unregister(self.close)
        super().close()
        if self._engine and self._lock:
            withdraw(self._directory)
            self._engine.stop()
            self._lock.release()
        self._engine = self._lock = None

    def _is_passing(self, error: BaseException) -> bool:
        """See :class:`BoltStore`; an owner that ends forgets its users before it closes the connections to it."""
        return super()._is_passing(error) or (isinstance(error, AuthError) and not self._engine)

    def _reconnect(self, error: BaseException | None) -> None:
        """The process that ran the engine ended: run it here, or attach to who does."""
        if self._engine or not isinstance(error, (ServiceUnavailable, SessionExpired, AuthError)):
            return
        with self._connecting:
            self._presence = self._enter()
            old, self._driver = self._driver, _driver(self._presence, "root")
            old.close()

    def _enter(self) -> Presence:
        """Become the owner, or wait until the owner lets in."""
        end = time.monotonic() + WAIT
        lock = OwnerLock(self._directory)
        while not lock.take():
            presence = find(self._directory)
            if presence and _answers(presence):
                lock.release()
                return presence
            if time.monotonic() > end:
                lock.release()
                raise StoreInUse(
                    _("another process holds the store and does not answer"),
                    where=str(self._directory),
                    do=_("end that process, or wait for it"),
                )
            time.sleep(0.1)
        withdraw(self._directory)
        try:
            self._engine, self._lock = Engine(self._directory / "engine"), lock
        except BaseException:
            lock.release()
            raise
        announce(self._directory, self._engine.presence)
        return self._engine.presence


def prepare(directory: Path, *, create: bool) -> None:
    """See that the directory is a store of ours, making one where there is none.

    Raises:
        StoreNotFound, SchemaMismatch, UnreadableFile: see :meth:`EmbeddedStore.open`.
    """
    try:
        if (directory / MARKER).is_file():
            (directory / "engine").mkdir(exist_ok=True, mode=0o700)
            return
        if directory.exists() and (not directory.is_dir() or {path.name for path in directory.iterdir()} - _OURS):
            raise SchemaMismatch(
                _("this is not a store of kg"), where=str(directory), do=_("give an empty or a new directory")
            )
        if not create:
            raise StoreNotFound(_("there is no store"), where=str(directory), do=_("make one with kg build"))
        (directory / "engine").mkdir(parents=True, mode=0o700)
        (directory / MARKER).write_bytes(msgspec.json.encode({"program": "kg", "engine": "arcadedb"}))
    except OSError as error:
        raise UnreadableFile(
            error.strerror or str(error), where=str(directory), do=_("check the permissions and the room on the disk")
        ) from error


def _driver(presence: Presence, user: str) -> neo4j.Driver:
    password = presence.secret if user == "root" else presence.reader
    return neo4j.GraphDatabase.driver(
        presence.address, auth=(user, password), connection_timeout=5, notifications_min_severity="OFF", user_agent="kg"
    )


def _answers(presence: Presence) -> bool:
    try:
        with _driver(presence, "root") as driver, driver.session(database=DATABASE) as session:
            return session.run("RETURN 1 AS one").single() is not None
    except (Neo4jError, DriverError):
        return False
