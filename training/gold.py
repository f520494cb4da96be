"""Gold articles, their halves and their character labels."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from kg.model import Appearance, ArticleGraph, EntityType, Span

# A theory or a spirit named after a person does not mention the person.
_NOT_THE_PERSON = re.compile(r"新时代中国特色|(?:强军|经济|生态文明|外交|法治|文化)?思想")


def read(*paths: Path) -> list[ArticleGraph]:
    """All articles of gold files, in order."""
    return [
        msgspec.json.decode(line, type=ArticleGraph)
        for path in paths
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def half(article_id: str) -> int:
    """0 for articles to develop on, 1 for articles to check with; by hash, so it never changes."""
    return int(hashlib.sha256(article_id.encode()).hexdigest(), 16) % 2


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
