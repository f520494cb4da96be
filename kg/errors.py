"""Every error that kg raises on purpose.

::

    KgError
    ├── InputError             a file, line or article that cannot be used
    │   ├── UnreadableFile
    │   └── BadRecord
    ├── OntologyError          ontology.yaml is not valid
    ├── SettingsError          a flag, variable or kg.toml holds what it must not
    ├── AnnotatorError         an annotator cannot run or failed on an article
    │   ├── MissingExtra
    │   └── MissingModel
    ├── StoreError             the store cannot be opened, read or written
    │   ├── StoreNotFound
    │   ├── StoreUnavailable   no answer, or the connection was lost
    │   ├── StoreInUse
    │   ├── Conflict           another writer was there first
    │   ├── AccessDenied
    │   └── SchemaMismatch     made by another version, ontology or program
    └── QueryError             a query cannot be run
        ├── UnknownQuery
        ├── QueryRefused       it would do more than read
        └── QueryTimeout

Foreign errors are translated where they enter and kept as ``__cause__``.
"""

from __future__ import annotations


class KgError(Exception):
    """Root of the tree: what was wrong, where, and what to do about it."""

    def __init__(self, what: str, *, where: str = "", do: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.do = do

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head} — {self.do}" if self.do else head


class InputError(KgError):
    """A file, a line of one, or an article cannot be used."""


class UnreadableFile(InputError):
    """A file cannot be opened or decoded."""


class BadRecord(InputError):
    """A line of JSONL is not an article."""


class OntologyError(KgError):
    """The ontology file is not valid."""


class SettingsError(KgError):
    """A flag, an environment variable or kg.toml holds what it must not."""


class AnnotatorError(KgError):
    """An annotator cannot run, or failed on an article."""


class MissingExtra(AnnotatorError):
    """An optional dependency is not installed."""


class MissingModel(AnnotatorError):
    """A model's files are not there, or are not a model."""


class StoreError(KgError):
    """The store cannot be opened, read or written."""


class StoreNotFound(StoreError):
    """There is no store at that address."""


class StoreUnavailable(StoreError):
    """The server does not answer, or the connection was lost."""


class StoreFull(StoreError):
    """The store has no room left on its disk."""


class StoreOutOfMemory(StoreError):
    """The store has not memory enough for what was asked of it at once."""


class StoreInUse(StoreError):
    """Another process holds the store and does not let this one in."""


class Conflict(StoreError):
    """What was to be created is there already: another writer, or an earlier try, was first."""


class AccessDenied(StoreError):
    """The server refused the user or the password."""


class SchemaMismatch(StoreError):
    """The store was made by another version, ontology or program."""


class QueryError(KgError):
    """A query cannot be run."""


class UnknownQuery(QueryError):
    """No query of that name, or a parameter it does not take."""


class QueryRefused(QueryError):
    """The query would do more than read."""


class QueryTimeout(QueryError):
    """The query ran into its time limit."""
