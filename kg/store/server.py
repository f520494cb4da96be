"""A Neo4j server as a store."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from kg.store.base import Table, Value
from kg.store.bolt import BoltStore, take
from kg.store.guard import check_plan, check_query
from kg.store.reading import GRACE, OvertimeError, Reading
from kg.store.translate import query_error, timed_out, translated

CONNECT = 10.0  # seconds


class Neo4jStore(BoltStore):
    """A server at bolt:// or neo4j://, 5.26 or later; it is shared, so several loaders may write at once."""

    kind = "neo4j"
    _reader: Callable[[], neo4j.Driver]  # for one query of a user

    @classmethod
    def open(cls, address: str, *, user: str, password: str) -> Neo4jStore:
        """Connect and see whether the server answers.

        Raises:
            StoreUnavailable: nothing answers there.
            AccessDenied: wrong user or password.
        """
        with translated(address):
            driver = _driver(address, user, password)
            try:
                driver.verify_connectivity()
            except BaseException:
                driver.close()
                raise
        store = cls(address, driver)
        store._reader = lambda: _driver(address, user, password)
        return store

    def ask(self, cypher: str, parameters: Mapping[str, Value], *, seconds: float, rows: int) -> Table:
        """See :class:`kg.store.base.Store`."""
        check_query(cypher)

        def work(reader: neo4j.Driver) -> Table:
            session = reader.session(default_access_mode=neo4j.READ_ACCESS, fetch_size=min(rows + 1, 1000))
            self._check(session, cypher, parameters)
            transaction = session.begin_transaction(timeout=seconds)
            return take(transaction.run(cypher, dict(parameters)), rows)

        try:
            return Reading(self._reader(), seconds=seconds + GRACE).take(work)
        except OvertimeError as error:
            raise timed_out(seconds) from error
        except (Neo4jError, DriverError, OSError) as error:
            raise query_error(error, self.address, seconds) from error

    def _check(self, session: neo4j.Session, cypher: str, parameters: Mapping[str, Value]) -> None:
        with session.begin_transaction(timeout=10) as transaction:
            summary = transaction.run("EXPLAIN " + cypher, dict(parameters)).consume()
        check_plan(summary.plan or {}, summary.query_type or "")


def _driver(address: str, user: str, password: str) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(
        address,
        auth=(user, password) if password else None,
        connection_timeout=CONNECT,
        connection_acquisition_timeout=CONNECT * 3,
        notifications_min_severity="OFF",
        user_agent="kg",
    )
