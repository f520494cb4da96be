"""Extraction's JSONL, read line by line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeVar

import msgspec

from kg.errors import BadRecord, InputError, UnreadableFile
from kg.i18n import _
from kg.model import ArticleGraph
from kg.read.packed import DAMAGES, damaged, opened

OnError = Callable[[InputError], None]

_decoder = msgspec.json.Decoder(ArticleGraph)
Decoded = TypeVar("Decoded")


def decode(line: bytes, where: str, decoder: msgspec.json.Decoder[Decoded]) -> Decoded:
    """One line as a record.

    Raises:
        BadRecord: it is not one; names the field.
    """
    try:
        return decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        do = _("give a file of one article a line, as `kg extract` writes it")
        raise BadRecord(str(error), where=where, do=do) from error


def unreadable(path: Path, error: OSError) -> UnreadableFile:
    """The error of a file that cannot be opened or read."""
    return UnreadableFile(error.strerror or str(error), where=str(path), do=_("check the path and its permissions"))


def read_graphs(paths: Iterable[Path], *, on_error: OnError) -> Iterator[ArticleGraph]:
    """Lines of `kg extract`, one at a time; a line or file that cannot be used is told and left out.

    The path ``-`` is standard input.
    """
    for path in paths:
        if str(path) == "-":
            yield from _lines(sys.stdin.buffer, path, on_error)
            continue
        try:
            with opened(path) as file:
                yield from _lines(file, path, on_error)
        except OSError as error:
            on_error(unreadable(path, error))
        except DAMAGES as error:
            on_error(damaged(path, error))


def _lines(file: BinaryIO, path: Path, on_error: OnError) -> Iterator[ArticleGraph]:
    for number, line in enumerate(file, 1):
        if line.strip():
            try:
                yield decode(line, f"{path}:{number}", _decoder)
            except BadRecord as error:
                on_error(error)
