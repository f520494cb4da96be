"""User Cypher on the embedded engine: as the user that may only read, and ended when its time is over.

The engine heeds neither the driver's access mode nor its time-outs, so each query runs on a connection of its own under
a mark, by which the engine is told to end it. One that does not heed that either (a long reduce() in one row) loses
its connection.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from kg.store.base import Table, Value
from kg.store.bolt import take

SHOWN = 1000  # characters of a query that the engine tells of those that are running
GRACE = 2.0  # seconds that a query may take to end after it was told to

_END = """
SHOW TRANSACTIONS YIELD transactionId, currentQuery
WHERE currentQuery CONTAINS $mark
RETURN transactionId
"""


class OvertimeError(Exception):
    """The query's time was over."""


class Reading:
    """One query of a user, from its start until it ends or is ended."""

    def __init__(self, reader: neo4j.Driver, root: neo4j.Driver, database: str) -> None:
        self._reader = reader
        self._root = root
        self._database = database
        self._mark = secrets.token_hex(8)
        self._ended = threading.Event()
        self._late = False

    def take(self, cypher: str, parameters: Mapping[str, Value], *, seconds: float, rows: int) -> Table:
        """The first rows of the query.

        Raises:
            OvertimeError: it took longer than ``seconds``.
            Neo4jError, DriverError, OSError: the driver's.
        """
        query = self._marked(cypher)
        try:
            with _after(seconds, self._stop):
                session = self._reader.session(database=self._database, fetch_size=min(rows + 1, 1000))
                table = take(session.run(query, dict(parameters)), rows)
                if table.truncated:
                    self._end()
                return table
        except (Neo4jError, DriverError, OSError) as error:
            if self._late:
                raise OvertimeError from error
            raise
        except (KeyboardInterrupt, SystemExit):
            self._end()
            raise
        finally:
            self._ended.set()
            self._reader.close()  # at once: a session would first wait for the engine

    def _marked(self, cypher: str) -> str:
        """The query with its mark in a comment: behind it, so that messages count lines and columns rightly."""
        text = cypher.rstrip().rstrip(";")
        return f"{text}\n// {self._mark}" if len(text) < SHOWN - 50 else f"// {self._mark}\n{text}"

    def _stop(self) -> None:
        self._late = True
        self._end()
        if not self._ended.wait(GRACE):
            self._reader.close()

    def _end(self) -> None:
        """Tell the engine to end the query; when it does not listen, its own limit will have to do."""
        try:
            with self._root.session(database=self._database) as session:
                for (number,) in [*session.run(_END, mark=self._mark)]:
                    session.run("TERMINATE TRANSACTIONS $number", number=number).consume()
        except (Neo4jError, DriverError, OSError):
            return


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
