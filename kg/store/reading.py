"""User queries within their time: each on a connection of its own, which can be cut without asking the server.

Neo4j ends a query at the transaction's time-out or when its connection is gone. The embedded engine heeds neither that
nor the driver's access mode, so there each query runs as the user that may only read, under a mark by which the engine
is told to end it. A query that does not heed that either (a long reduce() in one row) loses its connection.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from kg.store.base import Table

GRACE = 2.0  # seconds that a query may take to end after it was told to
_LOOK = 0.1  # seconds between looks for a query that is not running yet
SHOWN = 1000  # characters of a query that the engine tells of those that are running
_RUNNING = """
SHOW TRANSACTIONS YIELD transactionId, currentQuery
WHERE currentQuery CONTAINS $mark
RETURN transactionId
"""


class OvertimeError(Exception):
    """The query's time was over."""


class Reading:
    """One query of a user, from its start until it ends or is ended."""

    def __init__(self, reader: neo4j.Driver, *, seconds: float, end: Callable[[], bool] = lambda: True) -> None:
        """Prepare it.

        Args:
            reader: a driver for this query alone; closed afterwards.
            seconds: after which the query is ended.
            end: what tells the server to end it, where closing the connection does not; false when it does not run.
        """
        self._reader = reader
        self._seconds = seconds
        self._end = end
        self._over = threading.Event()
        self._late = False

    def take(self, work: Callable[[neo4j.Driver], Table]) -> Table:
        """What ``work`` makes of the driver. It must leave sessions open: closing one waits for the server.

        Raises:
            OvertimeError: it took longer.
            Neo4jError, DriverError, OSError: the driver's.
        """
        try:
            with _after(self._seconds, self._stop):
                table = work(self._reader)
        except (Neo4jError, DriverError, OSError) as error:
            if self._late:
                raise OvertimeError from error
            raise
        except (KeyboardInterrupt, SystemExit):
            self._end_surely()
            raise
        finally:
            self._over.set()
            self._reader.close()
        if table.truncated:
            self._end()
        return table

    def _end_surely(self) -> None:
        """End it also when it is on its way to the server only, which nobody waits for any more."""
        until = time.monotonic() + GRACE
        while not self._end() and time.monotonic() < until:
            time.sleep(_LOOK)

    def _stop(self) -> None:
        self._late = True
        self._end()
        if not self._over.wait(GRACE):
            self._reader.close()


@contextmanager
def _after(seconds: float, action: Callable[[], None]) -> Iterator[None]:
    """Run ``action`` on another thread if the block takes longer."""
    timer = threading.Timer(seconds, action)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


class Mark:
    """A mark that the embedded engine knows a query by."""

    def __init__(self, root: neo4j.Driver, database: str) -> None:
        self._root = root
        self._database = database
        self._text = secrets.token_hex(8)

    def put(self, cypher: str) -> str:
        """The query with its mark in a comment: behind it, so that messages count lines and columns rightly."""
        text = cypher.rstrip().rstrip(";")
        return f"{text}\n// {self._text}" if len(text) < SHOWN - 50 else f"// {self._text}\n{text}"

    def end(self) -> bool:
        """Tell the engine to end the query; when it does not listen, its own limit will have to do.

        Returns:
            whether there was something to end.
        """
        try:
            with self._root.session(database=self._database) as session:
                running = [*session.run(_RUNNING, mark=self._text)]
                for (number,) in running:
                    session.run("TERMINATE TRANSACTIONS $number", number=number).consume()
                return bool(running)
        except (Neo4jError, DriverError, OSError):
            return False
