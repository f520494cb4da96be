"""The driver's errors as ours, and its values as plain ones: the one place where either is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import neo4j.time
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConstraintError,
    DatabaseError,
    DriverError,
    Forbidden,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)
from neo4j.graph import Node, Path, Relationship

from kg.errors import (
    AccessDenied,
    Conflict,
    KgError,
    QueryError,
    QueryRefused,
    QueryTimeout,
    StoreError,
    StoreFull,
    StoreOutOfMemory,
    StoreUnavailable,
)
from kg.i18n import _
from kg.store.base import Value

_MEMORY = ("OutOfMemory", "StackOverFlow")
_DISK = ("DatabaseFullError", "No space left", "File too large", "Disk quota exceeded", "TransactionLogError")
_CLASHES = ("ConcurrentModification", "NeedRetry", "DeadlockDetected", "Please retry")
_TIMED_OUT = ("TransactionTimedOut", "LockClientStopped", "timeout", "Timeout")


@contextmanager
def translated(address: str) -> Iterator[None]:
    """Raise the driver's errors as those of :mod:`kg.errors`, with the store's address."""
    try:
        yield
    except (Neo4jError, DriverError, OSError, ValueError) as error:
        raise store_error(error, address) from error


def is_passing(error: BaseException) -> bool:
    """Whether trying the same again may help; what takes too much memory will do so again."""
    if not isinstance(error, (Neo4jError, DriverError)):
        return False
    text = f"{getattr(error, 'code', '')} {error}"
    if any(word in text for word in _MEMORY):
        return False
    passing = isinstance(error, (ServiceUnavailable, SessionExpired, TransientError))
    return passing or any(word in text for word in _CLASHES)


def store_error(error: Exception, address: str) -> KgError:
    """The error of ours that says what a driver's error means to the user."""
    if isinstance(error, (ServiceUnavailable, SessionExpired, OSError)):
        return StoreUnavailable(
            _("the store does not answer"), where=address, do=_("check that it runs and that the address is right")
        )
    if isinstance(error, AuthError):
        return AccessDenied(
            _("the store refused the user or the password"), where=address, do=_("set KG_USER and KG_PASSWORD")
        )
    if isinstance(error, Forbidden):
        return AccessDenied(_("this user may not do that"), where=address)
    if isinstance(error, (ConfigurationError, ValueError)) and not isinstance(error, Neo4jError):
        return StoreError(str(error), where=address, do=_("write a directory, bolt://HOST:PORT or neo4j://HOST:PORT"))
    if isinstance(error, ConstraintError):
        return Conflict(_("it is in the store already"), where=address)
    return _by_text(f"{getattr(error, 'code', '')} {error}", address)


def _by_text(text: str, address: str) -> KgError:
    if any(word in text for word in _MEMORY):
        what = _("the store is out of memory")
        return StoreOutOfMemory(what, where=address, do=_("give it more, and run the same again"))
    if any(word in text for word in _DISK):
        return StoreFull(_("the store's disk is full"), where=address, do=_("make room, and run the same again"))
    if "needs to be restarted" in text:  # as Neo4j says from the moment it could not write its log
        what = _("the server's database gave up and waits to be restarted")
        return StoreUnavailable(what, where=address, do=_("look into its log, restart it, and run the same again"))
    if "Duplicated key" in text or "DuplicatedKey" in text:
        return Conflict(_("it is in the store already"), where=address)
    if "Transaction error on commit" in text:  # all that the embedded store tells
        what = _("the store could not keep a transaction")
        return StoreError(what, where=address, do=_("check the room on its disk, and run the same again"))
    return StoreError(_("the store failed: {text}").format(text=text.strip()[:300]), where=address)


def query_error(error: Exception, address: str, seconds: float) -> KgError:
    """The error of ours for a user's query that failed."""
    text = f"{getattr(error, 'code', '')} {error}"
    if any(word in text for word in _TIMED_OUT):
        return timed_out(seconds)
    if isinstance(error, Forbidden) or "AccessMode" in text or "SecurityException" in text:
        return QueryRefused(_("the query would do more than read"), do=_("user queries only read"))
    if isinstance(error, (ClientError, DatabaseError)):
        return QueryError(_("the store does not accept the query: {text}").format(text=_message(error)))
    return store_error(error, address)


def timed_out(seconds: float) -> QueryTimeout:
    """The error for a query that ran into its limit."""
    return QueryTimeout(
        _("the query took longer than {n} seconds").format(n=seconds), do=_("ask for less, or raise --seconds")
    )


def _message(error: Neo4jError) -> str:
    return (error.message or str(error)).strip()[:500]


def plain(value: Any) -> Value:  # noqa: PLR0911 — one line a kind
    """A driver's value as JSON-like data; nodes become their properties with ``_labels``, edges with ``_type``."""
    if isinstance(value, Node):
        return {"_labels": sorted(value.labels), **{key: plain(item) for key, item in value.items()}}
    if isinstance(value, Relationship):
        return {"_type": value.type, **{key: plain(item) for key, item in value.items()}}
    if isinstance(value, Path):
        return [plain(part) for part in value.nodes]
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [plain(item) for item in value]
    if isinstance(value, (neo4j.time.Date, neo4j.time.DateTime, neo4j.time.Time)):
        return str(value.iso_format())
    return value if isinstance(value, (bool, int, float, str, type(None))) else str(value)
