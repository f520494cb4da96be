"""A newspaper's page into its articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kg.errors import InputError
from kg.i18n import _
from kg.model import Article, Page
from kg.segment.assemble import article, digest
from kg.segment.lines import lines
from kg.segment.namesakes import misread_names
from kg.segment.sort import sort

__all__ = ["articles", "segment"]


def segment(page: Page) -> tuple[Article, ...]:
    """Cut a page into its articles, in reading order.

    Running heads, pictures and their captions, advertisements, weather and the like are left out; columns that were
    broken or read across each other are put back by how well one piece goes on another: whether a sentence is left
    unfinished, which characters follow each other in news, and which names both speak of.

    Returns:
        The articles, ``<stem>#1`` and so on; none when the page holds only advertisements.
    """
    drafts = sort(lines(page))
    mark = digest(page)
    names = misread_names([line.plain for draft in drafts for line in (*draft.head, *draft.body)])
    return tuple(article(page, draft, number, mark, names) for number, draft in enumerate(drafts, 1))


def articles(documents: Iterable[Page | Article], on_error: Callable[[InputError], None]) -> Iterator[Article]:
    """Cut pages into their articles and let articles pass.

    Args:
        documents: what :func:`kg.read.read` gives.
        on_error: told of a page without an article; the rest goes on.
    """
    for document in documents:
        if isinstance(document, Article):
            yield document
            continue
        found = segment(document)
        if not found:
            do = _("nothing to do if it holds only advertisements; else give it as JSONL of articles")
            on_error(InputError(_("no article was found on the page"), where=document.source, do=do))
        yield from found
