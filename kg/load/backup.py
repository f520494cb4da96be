"""A whole store in one file, and back, also into a store of the other kind.

The file is a zip of `stated.jsonl`: a line on the store, then what articles state and what people decided, one record a
line. The view is not in it, since it follows from the rest.
"""

from __future__ import annotations

import itertools
import uuid
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

import msgspec

from kg.errors import InputError, SchemaMismatch, StoreError
from kg.i18n import _
from kg.load.refresh import Progress, refresh, silent
from kg.ontology import Ontology
from kg.resolve.stated import bucket
from kg.store.base import Command, Store, Value
from kg.store.cypher import properties
from kg.store.schema import APPEARANCE, ARTICLE, SCHEMA, STATEMENT

_MEMBER = "stated.jsonl"
_HEAD = "Backup"  # the kind of the first line
_PART = 2_000  # records a transaction
_DECISION = ("id", "verdict", "at")
_KINDS = {"Article": ARTICLE, "Appearance": APPEARANCE, "Statement": STATEMENT, "Decision": _DECISION}
_EDGE = {"Appearance": "-[:IN]->(a)", "Statement": "-[:STATED_IN]->(a)"}

Properties = dict[str, Value]
_Written = dict[str, str | float | int | bool | list[str | float | int]]
_DAMAGES = (
    *(OSError, EOFError, zipfile.BadZipFile, zlib.error, msgspec.MsgspecError, UnicodeDecodeError),
    *(KeyError, RuntimeError),  # no such member or field; encrypted or packed in a way that we do not know
)


def backup(store: Store, path: Path) -> int:
    """Write a store into one file.

    Returns:
        the number of records.

    Raises:
        InputError: the file cannot be written.
        StoreError: the store failed.
    """
    draft = path.with_name(path.name + ".part")
    try:
        with (
            zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive,
            archive.open(_MEMBER, "w", force_zip64=True) as file,
        ):
            _write(file, _HEAD, {"schema": SCHEMA})
            count = sum(_write(file, kind, row) for kind, row in _records(store))
        draft.replace(path)
    except OSError as error:
        raise InputError(error.strerror or str(error), where=str(path), do=_("check the path and the room")) from error
    return count


def _records(store: Store) -> Iterator[tuple[str, Properties]]:
    for kind, names in _KINDS.items():
        columns = ", ".join(f"n.{name}" for name in names)
        for row in store.stream(f"MATCH (n:{kind}) RETURN {columns}"):
            yield kind, {name: value for name, value in zip(names, row, strict=True) if value is not None}


def _write(file: IO[bytes], kind: str, row: Properties) -> int:
    file.write(msgspec.json.encode((kind, row)) + b"\n")
    return 1


def restore(path: Path, store: Store, *, progress: Progress = silent, ontology: Ontology | None = None) -> int:
    """Fill an empty store from a backup, and compute the view. An interrupted one is begun again.

    The file is read to its end once before anything is written, so that a damaged one changes nothing.

    Returns:
        the number of records.

    Raises:
        InputError: the file is not a backup, or damaged.
        SchemaMismatch: the file was made by a newer version.
        StoreError: the store is not empty, or failed.
    """
    for _record in _read(path):
        pass
    _begin(store)
    count = 0
    for kind, records in itertools.groupby(_read(path), key=lambda record: record[0]):
        while rows := [row for _kind, row in itertools.islice(records, _PART)]:
            store.write([Command(_creation(kind), {"rows": rows})])
            count += len(rows)
            progress("records", count, 0)
    store.write([Command("MATCH (s:Store {id: 'kg'}) SET s.restoring = null", {})])
    refresh(store, progress=progress, ontology=ontology)
    return count


def _begin(store: Store) -> None:
    """See that the store is empty, or holds what an interrupted restore left; that is taken out."""
    restoring = store.read("MATCH (s:Store {id: 'kg'}) RETURN s.restoring").rows[0][0]
    if not restoring and store.read("MATCH (a:Article) RETURN 1 LIMIT 1").rows:
        raise StoreError(_("the store is not empty"), where=store.address, do=_("give a new directory or database"))
    for kind in reversed(_KINDS):
        while store.read(f"MATCH (n:{kind}) RETURN 1 LIMIT 1").rows:
            store.write([Command(f"MATCH (n:{kind}) WITH n LIMIT {_PART} DETACH DELETE n", {})])
    store.write([Command("MATCH (s:Store {id: 'kg'}) SET s.restoring = true", {})])


def _creation(kind: str) -> str:
    names = _KINDS[kind] if kind == "Decision" else (*_KINDS[kind], "pending")
    created = f"CREATE (n:{kind} {properties(*names)})"
    if kind in _EDGE:
        return f"UNWIND $rows AS row MATCH (a:Article {{id: row.article}}) {created}{_EDGE[kind]}"
    return f"UNWIND $rows AS row {created}"


def _fresh(kind: str, row: Properties) -> Mapping[str, Value]:
    """The record as a loader would have written it, waiting for its place in the view."""
    if kind == "Article":
        return {**row, "story": row["id"], "pending": uuid.uuid4().hex}
    if kind == "Appearance":
        return {**row, "pending": bucket(str(row["block"]))}
    if kind == "Statement":
        return {**row, "story": row["article"], "pending": row["bucket"]}
    return row


def _read(path: Path) -> Iterator[tuple[str, Mapping[str, Value]]]:
    """The records as :func:`_fresh` makes them."""
    decode = msgspec.json.Decoder(tuple[str, _Written]).decode
    try:
        with zipfile.ZipFile(path) as archive, archive.open(_MEMBER) as file:
            _check_head(*decode(file.readline()), path)
            for line in file:
                kind, row = decode(line)
                if kind in _KINDS:
                    yield kind, _fresh(kind, {"id": row["id"], **row})
    except _DAMAGES as error:
        raise InputError(
            _("this is not a backup of kg, or it is damaged"), where=str(path), do=_("make one with kg backup")
        ) from error


def _check_head(kind: str, row: _Written, path: Path) -> None:
    schema = row["schema"]
    if kind != _HEAD or not isinstance(schema, int):
        raise KeyError(_HEAD)
    if schema > SCHEMA:
        raise SchemaMismatch(
            _("the backup is of schema {found}, this program knows {known}").format(found=schema, known=SCHEMA),
            where=str(path),
            do=_("install the newer kg: pip install --upgrade kg"),
        )
