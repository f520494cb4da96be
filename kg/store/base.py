"""What every store is: Cypher in, rows out. Both kinds are spoken to over Bolt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import NamedTuple, Protocol, Self

from kg.model import Record

Value = None | bool | int | float | str | Sequence["Value"] | Mapping[str, "Value"]
Row = tuple[Value, ...]
Run = Callable[[str, Mapping[str, Value]], list[Row]]  # runs one statement of a transaction, and gives its rows


class Command(NamedTuple):
    """One Cypher statement with its parameters."""

    cypher: str
    parameters: Mapping[str, Value]


class Table(Record):
    """Rows of a query; ``truncated`` when the row limit cut them."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    truncated: bool = False


def run_all(run: Run, commands: Iterable[tuple[str, Mapping[str, Value]]]) -> list[Row]:
    """Run statements of one transaction in order; the rows of the last one."""
    found: list[Row] = []
    for cypher, parameters in commands:
        found = run(cypher, parameters)
    return found


class Store(Protocol):
    """An open store. Close it, or use it as a context manager."""

    address: str  # a directory, or bolt://…
    kind: str  # "embedded" or "neo4j"

    def read(self, cypher: str, **parameters: Value) -> Table:
        """Run one of our own reading queries, without limits.

        Raises:
            StoreUnavailable, StoreError: see :mod:`kg.errors`.
        """
        ...

    def stream(self, cypher: str) -> Iterator[Row]:
        """Run one of our own reading queries whose answer is too long for memory; not tried again."""
        ...

    def transact(self, work: Callable[[Run], object], *, guard: Command | None = None) -> Row | None:
        """Do some work in one transaction, retried on transient errors: all of it is done or nothing.

        A lost answer to a commit leads to a second try, so what is written must stand being written twice: through
        a unique constraint, or through a ``guard``, a first statement in the same transaction; when it gives no
        row, nothing is written and the answer is None, else it is that row.

        Raises:
            Conflict: something of the same unique id is there already.
            StoreUnavailable, StoreError: see :mod:`kg.errors`.
        """
        ...

    def write(self, statements: Sequence[tuple[str, Mapping[str, Value]]], *, guard: Command | None = None) -> bool:
        """Run statements in one transaction, as :meth:`transact` does; whether they were run."""
        ...

    def define(self, statements: Sequence[str]) -> None:
        """Run schema statements (constraints and indexes), each on its own."""
        ...

    def ask(self, cypher: str, parameters: Mapping[str, Value], *, seconds: float, rows: int) -> Table:
        """Run Cypher of the user's: read-only, ended after ``seconds``, cut after ``rows`` rows.

        Raises:
            QueryRefused: it would write, load files or call procedures outside the short list.
            QueryTimeout: it took longer.
            QueryError: it is not valid Cypher.
        """
        ...

    def close(self) -> None:
        """Let the store go; an embedded one that this process opened is shut down."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
