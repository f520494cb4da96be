"""A page of text into its record: fragments, and what it says about its issue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.model import Fragment, Page
from kg.read import place as places
from kg.read.issue import HEAD, dates, head_date, page_number, paper_name
from kg.text import repair, strip_marks, whole

BREAK = re.compile(
    r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]|<br\s*/?>"
    r"|</?(?:p|div|h[1-6]|td|th|tr|table|li|ul|ol|center)\b[^>]*>",
    re.I,
)
TELLING = re.compile("[0-9０-９年报刊版]|主[管办]")  # dates, names of papers and imprints have one of these


class Given(NamedTuple):
    """What the caller says about issues that do not say it themselves."""

    date: str = ""
    place: str = ""


def page(raw: str, *, stem: str, source: str, given: Given) -> Page:
    """Make the record of a page.

    The date is that of the file name, else of the running head, else the given one. The place is that of the imprint
    or of a paper called after its place, else the given one, else what the file name begins with, else what the paper's
    name begins with, else what the text speaks of.
    """
    fragments = tuple(_fragments(raw))
    lines = [repair(strip_marks(whole(raw, f.start, f.end))).text for f in _ends(raw, fragments)]
    paper = paper_name(lines)
    return Page(
        id=stem,
        source=source,
        raw=raw,
        fragments=fragments,
        date=next(iter(dates(stem)), "") or head_date(lines) or given.date,
        paper=paper,
        place=_place(raw, lines, paper, stem, given),
        number=page_number(lines),
    )  # fmt: skip


def _place(raw: str, lines: list[str], paper: str, stem: str, given: Given) -> str:
    """The place, by the surest of what tells it."""
    named, spelled = places.of_paper(paper), places.of_letters(stem, raw)
    sure = places.is_sure(paper) and not (spelled and places.speaks_rather(raw, spelled, named))
    return (
        places.of_sponsor("\n".join(lines))
        or (named if sure else "")
        or given.place
        or spelled
        or named
        or places.of_text(raw)
        or places.of_paper(stem)
    )


def _ends(raw: str, fragments: tuple[Fragment, ...]) -> list[Fragment]:
    """Where running heads stand: the lines at the top, those at the foot, and short ones between telling of it."""
    top, foot = fragments[:HEAD], fragments[HEAD:][-HEAD:]
    between = (
        f
        for f in fragments[HEAD : len(fragments) - len(foot)]
        if f.end - f.start < 40 and TELLING.search(raw, f.start, f.end)
    )
    return [*top, *foot, *between]


def _fragments(raw: str) -> Iterator[Fragment]:
    """The lines of a page that hold anything, also where HTML breaks them."""
    at = 0
    for m in BREAK.finditer(raw):
        yield from _fragment(raw, at, m.start())
        at = m.start() if m[0].startswith("<") and not m[0].lower().startswith("<br") else m.end()
    yield from _fragment(raw, at, len(raw))


def _fragment(raw: str, start: int, end: int) -> Iterator[Fragment]:
    line = raw[start:end]
    if kept := line.strip():
        first = start + len(line) - len(line.lstrip())
        yield Fragment(start=first, end=first + len(kept))
