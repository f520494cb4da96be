"""Drafts into articles: the repaired title and text with their map to the raw page, and who wrote them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from kg.model import Article, Page
from kg.segment.bylines import Names, byline, credit
from kg.segment.lines import Line, glue
from kg.segment.namesakes import renamed, renamed_writer
from kg.segment.patterns import DATED, closed
from kg.segment.respelled import respelled
from kg.segment.sort import Draft
from kg.segment.titles import title
from kg.text import Mapped, concat, repair

ALONE = ("byline", "subhead")  # kinds of lines that are paragraphs of their own
EARLY = 2  # paragraphs in which the writers are named: a byline, a lead
GOES_ON = "，。、；：！？”’）》」』,.;:!?)"


def article(page: Page, draft: Draft, number: int, digest: str, names: Mapping[str, str]) -> Article:
    """The article with the page's number-th id; ``names`` are the page's misread ones with the right ones."""
    writers: dict[str, None] = {}
    body = concat(_body(draft, writers))
    head = title(list(draft.head))
    head, body = (renamed(respelled(text, page.place), names) for text in (head, body))
    full = concat((head, "\n", body))
    return Article(
        id=f"{page.id}#{number}",
        title=head.text,
        text=body.text,
        date=page.date,
        reporters=tuple(dict.fromkeys(renamed_writer(name, names) for name in writers)),
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
    """The repaired paragraphs, one a line; the names of who wrote them are added to ``writers``."""
    listed = any(line.kind == "item" for line in draft.body)
    paragraphs = _paragraphs(draft.body)
    for number, text in enumerate(paragraphs):
        found = byline(text.text) if number < EARLY or number == len(paragraphs) - 1 else Names((), ())
        if not found.names and (listed or (number == len(paragraphs) - 1 and not writers)):
            found = credit(text.text, sure=not listed)
        writers.update(dict.fromkeys(found.names))
        if number:
            yield "\n"
        yield repair(text, found.parted)


def _paragraphs(lines: tuple[Line, ...]) -> list[Mapped]:
    """Lines put together where a paragraph goes on."""
    found: list[list[Mapped | str]] = []
    before: Line | None = None
    for line in lines:
        if before is None or _ends(before, line):
            found.append([line.text])
        else:
            found[-1] += (glue(before.plain, line.plain), line.text)
        before = line
    return [concat(parts) for parts in found]


def _ends(before: Line, line: Line) -> bool:
    """Whether a paragraph ends between two lines of an article."""
    if before.kind in ALONE or line.kind in (*ALONE, "item", "lead") or DATED.fullmatch(line.plain):
        return True
    return closed(before.plain) and line.plain[0] not in GOES_ON
