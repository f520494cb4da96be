"""Drafts into articles: the repaired title and text with their map to the raw page, and who wrote them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from kg.model import Article, Page
from kg.segment.bylines import Names, byline, credit
from kg.segment.lines import Line
from kg.segment.patterns import closed
from kg.segment.sort import Draft
from kg.segment.titles import title
from kg.text import Mapped, concat, repair


def article(page: Page, draft: Draft, number: int, digest: str) -> Article:
    """The article with the page's number-th id."""
    writers: dict[str, None] = {}
    body = concat(_body(draft, writers))
    head = title(list(draft.head))
    full = concat((head, "\n", body))
    return Article(
        id=f"{page.id}#{number}",
        title=head.text,
        text=body.text,
        date=page.date,
        reporters=tuple(writers),
        source=page.source,
        page=page.number,
        paper=page.paper,
        place=page.place,
        map=full.pieces,
        digest=digest,
    )


def digest(page: Page) -> str:
    """What tells this page from every other."""
    return hashlib.sha256(page.raw.encode("utf-8", "surrogatepass")).hexdigest()


def _body(draft: Draft, writers: dict[str, None]) -> Iterator[Mapped | str]:
    """The paragraphs with what stands between them; the names of who wrote them are added to ``writers``."""
    before: Line | None = None
    for line in draft.body:
        found = _writers(line, draft, first=before is None)
        writers.update(dict.fromkeys(found.names))
        if before is not None:
            yield _between(before, line)
        yield repair(line.text, found.parted)
        before = line


def _writers(line: Line, draft: Draft, *, first: bool) -> Names:
    if line.kind in ("byline", "lead") or first or line is draft.body[-1]:
        found = byline(line.text.text)
        if found.names:
            return found
    listed = any(line.kind == "item" for line in draft.body)
    return credit(line.text.text) if listed else Names((), ())


def _between(before: Line, line: Line) -> str:
    if "byline" in (before.kind, line.kind) or line.kind == "item":
        return "\n"
    if closed(before.plain) and line.plain[0] not in "，。、；：！？”’）》」』,.;:!?)":
        return "\n"
    return " " if before.plain[-1:].isascii() and line.plain[:1].isascii() and before.plain[-1:].isalpha() else ""
