"""Paths into files: directories walked in order, kinds told apart, one clear error for each that cannot be used."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from kg.errors import InputError, UnreadableFile
from kg.i18n import _
from kg.model import Article, Page
from kg.read import records
from kg.read.encoding import binary, decode
from kg.read.packed import DAMAGES, damaged, inner, opened
from kg.read.pages import Given, page
from kg.read.web import read_html

JSONL = frozenset((".jsonl", ".ndjson"))
HTML = frozenset((".html", ".htm", ".xhtml"))
TEXT = frozenset((".md", ".markdown", ".txt", ".text", ""))
OTHER = (
    frozenset((".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".bmp", ".tif", ".tiff", ".ico", ".mp3", ".mp4"))
    | frozenset((".css", ".js", ".json", ".toml", ".yaml", ".yml", ".py", ".csv", ".tsv", ".log", ".map"))
    | frozenset((".woff", ".woff2", ".ttf"))
)
LARGEST = 64_000_000  # bytes of a page; a newspaper page has some 20,000
LONGEST = 1_000_000  # characters of one line of a page
STDIN = "-"
OnError = Callable[[InputError], None]


def read(
    paths: Iterable[Path | str], *, date: str = "", place: str = "", on_error: OnError
) -> Iterator[Page | Article]:
    """Read pages and articles, one file and one line at a time, so that memory stays flat.

    Args:
        paths: Markdown, plain text, HTML or JSONL files, as they are or as .gz or .xz, directories of these (read
            recursively, in order of their names), or ``-`` for standard input.
        date: of issues that do not say, ISO 8601.
        place: of papers that do not say.
        on_error: told of each file or line that cannot be used; reading goes on. It is also told of a page without
            a date, which is read all the same.
    """
    given = Given(date, place)
    for path in paths:
        for file in _files(path, on_error):
            try:
                for item in _items(file, given, on_error):
                    _check_date(item, on_error)
                    yield item
            except InputError as error:
                on_error(error)
            except OSError as error:
                on_error(_unreadable(file, error))
            except DAMAGES as error:
                on_error(damaged(file, error))


def _check_date(item: Page | Article, on_error: OnError) -> None:
    if not item.date:
        where = item.source if isinstance(item, Page) else f"{item.source}, {item.id}"
        do = _("give it with --date, or name the file after it (2024-05-01.md)")
        what = _("no date is known, so days as 昨日 stay unresolved; read all the same")
        on_error(InputError(what, where=where, do=do))


def _files(path: Path | str, on_error: OnError) -> Iterator[str]:
    """The path itself, or the files of a directory, in order of their names."""
    if str(path) == STDIN or not Path(path).is_dir():
        yield str(path)
        return
    found = False
    for directory, folders, names in os.walk(path, onerror=lambda error: on_error(_unreadable(error.filename, error))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = os.path.join(directory, name)  # noqa: PTH118 (keeps the path as it was given)
            if not name.startswith(".") and _wanted(file):
                found = True
                yield file
    if not found and os.access(path, os.R_OK | os.X_OK):
        what = _("the directory holds no file that kg reads")
        on_error(UnreadableFile(what, where=str(path), do=_("give Markdown, text, HTML or JSONL files")))


def _wanted(file: str) -> bool:
    return inner(Path(file)).suffix.lower() not in OTHER


class _Source(NamedTuple):
    """An open file with its name and what the caller says of it."""

    stream: BinaryIO
    stem: str
    name: str
    suffix: str
    given: Given


def _items(file: str, given: Given, on_error: OnError) -> Iterator[Page | Article]:
    if file == STDIN:
        yield from _documents(_Source(sys.stdin.buffer, "stdin", STDIN, "", given), on_error)
        return
    path = inner(Path(file))
    with opened(Path(file)) as stream:
        yield from _documents(_Source(stream, path.stem, file, path.suffix.lower(), given), on_error)


def _documents(source: _Source, on_error: OnError) -> Iterator[Page | Article]:
    stream, stem, name, suffix, given = source
    head = stream.peek(4096)[:4096] if hasattr(stream, "peek") else b""
    kind = _kind(suffix, head)
    if kind == "jsonl":
        yield from records.articles(stream, stem=stem, source=name, given=given, on_error=on_error)
        return
    raw = _text(stream, name)
    if kind == "html" or _is_html(raw):
        yield read_html(raw, stem=stem, source=name, given=given)
    else:
        yield page(raw, stem=stem, source=name, given=given)


def _kind(suffix: str, head: bytes) -> str:
    """By the name, or by the first bytes where the name does not tell."""
    if suffix in JSONL or (suffix not in HTML | TEXT - {""} and head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b'{"')):
        return "jsonl"
    return "html" if suffix in HTML else "text"


def _is_html(raw: str) -> bool:
    return raw[:512].lstrip().lower().startswith(("<!doctype html", "<html"))


def _text(stream: BinaryIO, source: str) -> str:
    """All of a page's text.

    Raises:
        UnreadableFile: it is empty, too large for a page, or not text.
    """
    data = stream.read(LARGEST + 1)
    if not data.strip():
        raise UnreadableFile(_("the file is empty"), where=source, do=_("remove it or give it again"))
    if len(data) > LARGEST:
        what = _("the file is larger than {size} million bytes").format(size=LARGEST // 1_000_000)
        raise UnreadableFile(what, where=source, do=_("give one page a file, or articles as JSONL"))
    if data.startswith((b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")):
        raise binary(source)
    text = decode(data, source)
    if not text.strip():
        raise UnreadableFile(_("the file is empty"), where=source, do=_("remove it or give it again"))
    longest = max(map(len, text.splitlines()))
    if longest > LONGEST:
        what = _("a line has {length} characters; no newspaper has such lines").format(length=longest)
        raise UnreadableFile(what, where=source, do=_("break it into paragraphs, or give articles as JSONL"))
    return text


def _unreadable(file: object, error: OSError) -> UnreadableFile:
    what = _("cannot be read: {reason}").format(reason=error.strerror or error)
    failed = UnreadableFile(what, where=str(file), do=_("check the path and its permissions"))
    failed.__cause__ = error
    return failed
