"""Annotated articles: where they come from, which part they belong to, and their character labels.

Errors are read in the *develop* part only, the *check* part only checks. Gold of ``../shared`` is parted by the hash of
article ids, what we annotated ourselves by file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from kg.evaluate import Articles, GoldArticle, half, read_gold, split
from kg.evaluate.gold import UNPAIRED
from kg.model import Appearance, ArticleGraph, EntityType, Span
from training import compact, pointers

Part = Literal["develop", "check"]
PARTS: tuple[Part, ...] = get_args(Part)
SHARED = Path("../shared")
DATA = Path(__file__).parents[1] / "tests" / "data"
SEED_PAGE = "xining-2023-10-24"
TELEVISION = "more articles"  # their set's name

# A theory or a spirit named after a person does not mention the person.
_NOT_THE_PERSON = re.compile(r"新时代中国特色|(?:强军|经济|生态文明|外交|法治|文化)?思想")


class GoldSet(NamedTuple):
    """Annotated articles of one kind by part, and the raw pages that they are cut from, if any."""

    name: str
    parts: Mapping[Part, Articles]
    pages: tuple[Path, ...] = ()  # empty: articles are extracted from their own texts

    @property
    def all(self) -> dict[str, GoldArticle]:
        """The articles of both parts by id."""
        return {key: article for part in PARTS for key, article in self.parts[part].items()}

    def part_of(self, key: str) -> Part:
        """The part of an article; of what was cut from a page and pairs with none, that of its page, or by hash."""
        homes = [part for part in PARTS if key in self.parts[part]] or [
            part for part in PARTS if any(_page(known) == _page(key) for known in self.parts[part])
        ]
        return homes[0] if len(homes) == 1 else half(key)


def other(part: Part) -> Part:
    """The part that does not judge this one's models, but trains them."""
    return "check" if part == "develop" else "develop"


def gold_sets(shared: Path = SHARED) -> tuple[GoldSet, ...]:
    """Everything annotated: the shared gold, and television news and newspaper pages annotated for this project."""
    pages = [path for part in PARTS for path in _pages(DATA / "pages" / part)]
    return (
        GoldSet("articles (dev.jsonl)", _halves(read_gold(shared / "gold" / "dev.jsonl"))),
        GoldSet("raw pages (page.jsonl)", _halves(read_gold(shared / "gold" / "page.jsonl")), _pages(shared / "pages")),
        GoldSet(TELEVISION, {part: _own_articles(part, shared) for part in PARTS}),
        GoldSet("more raw pages", {part: _own_pages(part) for part in PARTS}, tuple(pages)),
        GoldSet("invented articles", {part: _invented(part) for part in PARTS}),
    )


def for_tagger(shared: Path, part: Part) -> list[GoldArticle]:
    """The articles of a part that the tagger is trained on: all but more television news, which taught it nothing."""
    return [article for each in gold_sets(shared) if each.name != TELEVISION for article in each.parts[part].values()]


def _page(key: str) -> str:
    return key.removeprefix(UNPAIRED).split("#", maxsplit=1)[0]


def _halves(articles: Articles) -> dict[Part, Articles]:
    halves = split(articles)
    return {part: halves[part] for part in PARTS}


def _own_articles(part: Part, shared: Path) -> Articles:
    path = pointers.ANNOTATIONS / f"{part}.jsonl"
    return {article.id: article for article in pointers.articles(path, corpus=shared / pointers.CORPUS)}


def _own_pages(part: Part) -> Articles:
    paths = sorted((DATA / "pages" / part).glob("*.gold.txt"))
    return {article.id: article for article in compact.articles(*paths)}


def _invented(part: Part) -> Articles:
    paths = sorted((DATA / "articles" / part).glob("*.txt"))
    return {article.id: article for article in compact.articles(*paths)}


def _pages(folder: Path) -> tuple[Path, ...]:
    """The raw pages of a directory; a ``.gold.txt`` is none."""
    return tuple(
        path for path in sorted(folder.iterdir()) if path.suffix in {".md", ".txt"} and ".gold" not in path.suffixes
    )


def occurrences(article: ArticleGraph) -> Iterator[tuple[Span, Appearance]]:
    """Where each appearance is named in :attr:`Article.full`; a longer form takes its characters from a shorter."""
    full = article.full
    found = [
        (Span(*match.span()), appearance)
        for appearance in article.appearances
        for form in appearance.names
        if len(form) > 1
        for match in re.finditer(re.escape(form), full)
        if not (appearance.type == "Person" and _NOT_THE_PERSON.match(full, match.end()))
    ]
    taken = bytearray(len(full))
    for span, appearance in sorted(found, key=lambda item: (item[0].start - item[0].end, item[0].start)):
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\x01" * (span.end - span.start)
            yield span, appearance


def labels(length: int, spans: Iterable[tuple[Span, EntityType]]) -> list[str]:
    """BIO labels of ``length`` characters in which the spans bear the types given."""
    row = ["O"] * length
    for span, kind in spans:
        row[span.start : span.end] = [f"B-{kind}"] + [f"I-{kind}"] * (span.end - span.start - 1)
    return row
