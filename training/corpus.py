"""The corpus of television news, article by article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from kg.model import Record
from kg.read.packed import opened
from kg.text.language import plain


class Told(Record):
    """An article of the corpus."""

    id: str
    date: str
    title: str
    text: str


def articles(path: Path) -> Iterator[Told]:
    """The articles of a JSONL file, as it is or compressed."""
    decode = msgspec.json.Decoder(Told).decode
    with opened(path) as rows:
        yield from map(decode, rows)


def paragraphs(path: Path) -> Iterator[str]:
    """The paragraphs of all articles as :func:`kg.text.language.plain` has them, without blanks."""
    for article in articles(path):
        yield from (plain(paragraph.replace(" ", "")) for paragraph in article.text.split("\n"))
