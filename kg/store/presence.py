"""Who holds an embedded store: the files in its directory by which processes find each other."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from kg.model import Record

try:
    import fcntl
except ImportError:  # not on Windows, where only one process may use a store at a time
    fcntl = None  # type: ignore[assignment]

MARKER = "kg-store.json"  # tells our directories from others
UNFINISHED = "unfinished"  # a first load that was broken off, or is running
_PRESENCE = "server.json"
_OWNER = "owner.lock"
_WRITER = "writer.lock"


class Presence(Record):
    """How to reach the process that holds a store."""

    address: str
    pid: int
    secret: str
    reader: str


class OwnerLock:
    """Held by the process that runs the engine; the system frees it when that process ends, however it ends."""

    def __init__(self, directory: Path) -> None:
        self._file = os.open(directory / _OWNER, os.O_CREAT | os.O_RDWR, 0o600)

    def take(self) -> bool:
        """Try to become the owner."""
        if fcntl is None:
            return True
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def release(self) -> None:
        """Let go; may be called once."""
        os.close(self._file)


@contextmanager
def writing(directory: Path) -> Iterator[None]:
    """One writer at a time over all processes: the engine answers concurrent writers with errors."""
    file = os.open(directory / _WRITER, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        os.close(file)


def announce(directory: Path, presence: Presence) -> None:
    """Write the file by which others attach, readable by this user alone."""
    draft = directory / f"{_PRESENCE}.new"
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(msgspec.json.encode(presence))
    draft.replace(directory / _PRESENCE)


def withdraw(directory: Path) -> None:
    """Remove the file."""
    (directory / _PRESENCE).unlink(missing_ok=True)


def find(directory: Path) -> Presence | None:
    """What the file says, or None when there is none that can be read."""
    try:
        return msgspec.json.decode((directory / _PRESENCE).read_bytes(), type=Presence)
    except (OSError, msgspec.MsgspecError):
        return None
