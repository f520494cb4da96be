"""Articles as JSONL: one record a line, as newsrooms export them or as ``kg extract`` writes them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import BinaryIO

import msgspec

from kg.errors import BadRecord, InputError
from kg.i18n import _
from kg.model import Article, Piece
from kg.read.issue import dates
from kg.read.pages import Given

LONGEST = 8_000_000  # bytes of one line; the longest article of a newspaper has a hundredth of that
OnError = Callable[[InputError], None]


class Record(msgspec.Struct, kw_only=True):
    """A line as it may come; fields that are not listed are let pass."""

    text: str
    id: str | int = ""
    title: str | None = ""
    date: str | int | None = ""
    reporters: tuple[str, ...] | str | None = ()
    source: str | None = ""
    page: str | int | None = ""
    paper: str | None = ""
    place: str | None = ""
    map: tuple[Piece, ...] = ()
    digest: str = ""


_decoder = msgspec.json.Decoder(Record)


def articles(lines: BinaryIO, *, stem: str, source: str, given: Given, on_error: OnError) -> Iterator[Article]:
    """The articles of an open file, line by line; a line that is none is reported and passed over."""
    number = 0
    while line := lines.readline(LONGEST + 1):
        number += 1
        where = _("{file}, line {line}").format(file=source, line=number)
        if len(line) > LONGEST:
            _skip(lines, line)
            what = _("the line is longer than {size} million bytes").format(size=LONGEST // 1_000_000)
            on_error(BadRecord(what, where=where, do=_("write one article a line")))
        elif line.strip():
            try:
                yield _article(line, where=where, name=f"{stem}-{number}", source=source, given=given)
            except InputError as error:
                on_error(error)


def _skip(lines: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = lines.readline(LONGEST)


def _article(line: bytes, *, where: str, name: str, source: str, given: Given) -> Article:
    try:
        record = _decoder.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except msgspec.ValidationError as error:
        do = _("give id, date, title and text of each article")
        raise BadRecord(_("not an article: {error}").format(error=error), where=where, do=do) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        record = _other_encoding(line, where, error)
    if not record.text.strip():
        raise BadRecord(_("the article has no text"), where=where, do=_("remove the line or fill in its text"))
    return _from(record, digest=hashlib.sha256(line).hexdigest(), name=name, source=source, given=given)


def _other_encoding(line: bytes, where: str, first: Exception) -> Record:
    """A line in GB18030; what is no JSON in any encoding is reported as it was first found wrong."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        with suppress(msgspec.DecodeError, UnicodeDecodeError):
            return _decoder.decode(line.decode("gb18030"))
    do = _("mend the line or remove it")
    raise BadRecord(_("broken JSON: {error}").format(error=first), where=where, do=do) from first


def _from(record: Record, *, digest: str, name: str, source: str, given: Given) -> Article:
    title = (record.title or "").strip().replace("\n", " ")
    reporters = record.reporters or ()
    return Article(
        id=str(record.id) or name,
        title=title,
        text=record.text,
        date=_date(record.date, str(record.id)) or given.date,
        reporters=(reporters,) if isinstance(reporters, str) else reporters,
        source=record.source or source,
        page=str(record.page or ""),
        paper=record.paper or "",
        place=record.place or given.place,
        map=record.map or (Piece(0, 0, len(title) + 1 + len(record.text)),),
        digest=record.digest or digest,
    )


def _date(written: str | int | None, name: str) -> str:
    """The date as ISO 8601, out of the field or else out of the id."""
    return next(iter(dates(str(written or ""))), "") or next(iter(dates(name)), "")
