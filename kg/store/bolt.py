"""What both kinds of store share: sessions, transactions and retries through the official driver."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, Self, TypeVar

import neo4j
from tenacity import Retrying, retry_if_exception, stop_after_delay, wait_random_exponential

from kg.store.base import Command, Row, Run, Table, Value, run_all
from kg.store.translate import is_passing, plain, translated

Answer = TypeVar("Answer")
PATIENCE = 120.0  # seconds over which a lost connection or a deadlock is tried again


class BoltStore:
    """A store behind a Bolt address. Subclasses say how to connect and how to run a user's Cypher."""

    kind = ""

    def __init__(self, address: str, driver: neo4j.Driver, database: str | None = None) -> None:
        self.address = address
        self._driver = driver
        self._database = database

    def read(self, cypher: str, **parameters: Value) -> Table:
        """See :class:`kg.store.base.Store`."""

        def once() -> Table:
            with self._session() as session:
                result = session.run(cypher, dict(parameters))
                return Table(columns=tuple(result.keys()), rows=tuple(_row(record) for record in result))

        return self._again(once)

    def stream(self, cypher: str) -> Iterator[Row]:
        """See :class:`kg.store.base.Store`."""
        with translated(self.address), self._session() as session:
            for record in session.run(cypher):
                yield _row(record)

    def transact(self, work: Callable[[Run], object], *, guard: Command | None = None) -> Row | None:
        """See :class:`kg.store.base.Store`."""

        def once() -> Row | None:
            with self._session() as session, session.begin_transaction() as transaction:

                def run(cypher: str, parameters: Mapping[str, Value]) -> list[Row]:
                    return [_row(record) for record in transaction.run(cypher, dict(parameters))]

                passed = run(*guard) if guard else [()]
                if not passed:
                    return None
                work(run)
                transaction.commit()
                return passed[0]

        return self._again(once)

    def write(self, statements: Sequence[tuple[str, Mapping[str, Value]]], *, guard: Command | None = None) -> bool:
        """See :class:`kg.store.base.Store`."""
        return self.transact(lambda run: run_all(run, statements), guard=guard) is not None

    def define(self, statements: Sequence[str]) -> None:
        """See :class:`kg.store.base.Store`."""

        def once() -> None:
            with self._session() as session:
                for cypher in statements:
                    session.run(cypher).consume()

        self._again(once)

    def ask(self, cypher: str, parameters: Mapping[str, Value], *, seconds: float, rows: int) -> Table:
        """See :class:`kg.store.base.Store`."""
        raise NotImplementedError

    def close(self) -> None:
        """See :class:`kg.store.base.Store`."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _session(self) -> neo4j.Session:
        return self._driver.session(database=self._database)

    def _is_passing(self, error: BaseException) -> bool:
        """Whether trying the same again may help."""
        return is_passing(error)

    def _reconnect(self, error: BaseException | None) -> None:
        """Called between tries; the driver itself finds a Neo4j that came back."""

    def _again(self, action: Callable[[], Answer]) -> Answer:
        """Try until it works, for at most :data:`PATIENCE` seconds when the failure is a passing one."""
        policy = Retrying(
            retry=retry_if_exception(self._is_passing),
            stop=stop_after_delay(PATIENCE),
            wait=wait_random_exponential(multiplier=0.05, max=2),
            before_sleep=lambda state: self._reconnect(state.outcome.exception() if state.outcome else None),
            reraise=True,
        )
        with translated(self.address):
            return policy(action)


def _row(record: neo4j.Record) -> tuple[Value, ...]:
    return tuple(plain(value) for value in record.values())


def take(result: Any, rows: int) -> Table:
    """The first rows of a running query; whether there were more is told without counting them."""
    found: list[tuple[Value, ...]] = []
    for record in result:
        if len(found) == rows:
            return Table(columns=tuple(result.keys()), rows=tuple(found), truncated=True)
        found.append(_row(record))
    return Table(columns=tuple(result.keys()), rows=tuple(found))
