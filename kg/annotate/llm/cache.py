"""Answers kept on disk, so that the same question to the same model is paid for once."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from pathlib import Path
from types import TracebackType

from kg.errors import AnnotatorError
from kg.i18n import _

_CREATE = "CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, answer TEXT NOT NULL) WITHOUT ROWID"


def key(*parts: str) -> str:
    """A key that differs when any part does: SHA-256 over each part's length and bytes."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


class Cache:
    """A SQLite file of answers by key; safe for threads, and for several processes by SQLite's own locks.

    Raises:
        AnnotatorError: the file cannot be opened or is none of ours.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, timeout=30, check_same_thread=False, isolation_level=None)
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute(_CREATE)
        except (OSError, sqlite3.Error) as error:
            raise self._failed(error) from error

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def get(self, key: str) -> str | None:
        """The answer kept under a key, if any."""
        with self._lock:
            try:
                row = self._db.execute("SELECT answer FROM answers WHERE key = ?", (key,)).fetchone()
            except sqlite3.Error as error:
                raise self._failed(error) from error
        return str(row[0]) if row else None

    def put(self, key: str, answer: str) -> None:
        """Keep an answer, in place of an older one."""
        with self._lock:
            try:
                self._db.execute("INSERT OR REPLACE INTO answers VALUES (?, ?)", (key, answer))
            except sqlite3.Error as error:
                raise self._failed(error) from error

    def close(self) -> None:
        """Close the file; later calls fail."""
        with self._lock:
            self._db.close()

    def _failed(self, error: Exception) -> AnnotatorError:
        return AnnotatorError(
            _("the cache of answers cannot be used: {error}").format(error=error),
            where=str(self._path),
            do=_("name another file, or delete this one"),
        )
