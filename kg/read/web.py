"""A web page into its article: the text without navigation, each paragraph found again in the file."""

from __future__ import annotations

import hashlib
import re

from kg.errors import UnreadableFile
from kg.i18n import _
from kg.model import Article, Page
from kg.read.issue import dates
from kg.read.pages import Given, page
from kg.read.place import of_paper
from kg.text import Edit, Mapped, concat, repair, strip_marks, whole

HIDDEN = re.compile(r"<(script|style|noscript|template)\b.*?</\1\s*>|<!--.*?-->", re.S | re.I)
SHORTEST = 30  # characters; less is navigation
SEVERAL = 3  # leads (本报讯) that make a web page a newspaper's page of several articles
IMPRINT = re.compile("(?:来源|时间|发布时间|日期|编辑|责任编辑|字号|浏览|阅读|点击|分享)")
LEAD = re.compile(r"本报[\u4e00-\u9fff]{0,6}讯|新华社[\u4e00-\u9fff]{2,8}\d+月\d+日电")


def read_html(raw: str, *, stem: str, source: str, given: Given) -> Page | Article:
    """The article of a web page, or a page when the file shows several articles as a newspaper's page does.

    Raises:
        UnreadableFile: the page shows no article.
    """
    import trafilatura  # noqa: PLC0415 — slow to load, and only web pages need it
    from trafilatura.settings import Document  # noqa: PLC0415

    if len(LEAD.findall(raw)) >= SEVERAL:
        return page(_blanked(raw), stem=stem, source=source, given=given)
    document = trafilatura.bare_extraction(raw, include_comments=False, include_tables=True, with_metadata=True)
    text = document.text if isinstance(document, Document) else None
    if not isinstance(document, Document) or not text or len(text) < SHORTEST:
        what = _("the web page shows no article")
        raise UnreadableFile(what, where=source, do=_("save the article's own page, or its text as .txt"))
    title, paper = (document.title or "").strip(), (document.sitename or "").strip()
    found = _located(_paragraphs(title, text), raw)
    title_length = found.text.find("\n")
    days = dates(stem) or dates(document.date or "")
    return Article(
        id=stem,
        title=found.text[:title_length],
        text=found.text[title_length + 1 :],
        date=days[0] if days else given.date,
        source=source,
        paper=paper,
        place=of_paper(paper) or given.place,
        map=found.pieces,
        digest=hashlib.sha256(raw.encode()).hexdigest(),
    )


def _paragraphs(title: str, text: str) -> list[str]:
    """Title and paragraphs, without what stands above the text: the title again, the time, the source."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    while lines and (lines[0] == title or _is_imprint(lines[0])):
        lines = lines[1:]
    return [title, *lines]


def _is_imprint(line: str) -> bool:
    short = len(line) < 60 and not re.search("[。！？；]", line)
    return short and bool(dates(line) or IMPRINT.match(line)) and not LEAD.match(line)


def _blanked(raw: str) -> str:
    """The file with scripts and styles blanked out, so that all else keeps its place."""
    return HIDDEN.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), raw)


def _located(paragraphs: list[str], raw: str) -> Mapped:
    """The paragraphs one a line, each with its place in the file where it is found there in this order."""
    body = raw.lower().find("<body")
    shown = strip_marks(whole(_blanked(raw)))
    shown = shown.edit(Edit(m.start(), m.end(), "") for m in re.finditer(r"\s+", shown.text))
    start = next((piece.text for piece in shown.pieces if piece.raw >= body), 0)
    at = start
    parts: list[Mapped | str] = []
    for number, paragraph in enumerate(paragraphs):
        sought = re.sub(r"\s", "", paragraph)
        found = shown.text.find(sought, start if number < 2 else at) if sought else -1
        if found >= 0:
            at = found + len(sought)
            parts += (repair(_spaced(shown.cut(found, at), paragraph)), "\n")
        else:
            parts += (repair(Mapped(paragraph, ())), "\n")
    return concat(parts[:-1])


def _spaced(found: Mapped, written: str) -> Mapped:
    """Put white space back where the paragraph has it."""
    edits, at = [], 0
    for c in written:
        if c.isspace():
            edits.append(Edit(at, at, " "))
        else:
            at += 1
    return found.edit(edits)
