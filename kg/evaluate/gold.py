"""Gold articles and predicted ones: reading, pairing by text, parting into halves."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from kg.graphs import decode, unreadable
from kg.model import ArticleGraph, Statement

_IGNORED = re.compile(r"[\s《》“”\"'‘’「」『』]")
_LEAST_SHARE = 0.4  # of the character bigrams of two bodies, for them to be one article
UNPAIRED = "unpaired:"


class Judged(Statement):
    """A relation of a gold file; ``optional`` marks those on which two annotators disagreed."""

    optional: bool = False


class GoldArticle(ArticleGraph):
    """One line of a gold file, or of a prediction."""

    statements: tuple[Judged, ...] = ()


Articles = Mapping[str, GoldArticle]


def read_gold(path: Path) -> dict[str, GoldArticle]:
    """Articles of a JSONL file by id, of gold or of `kg extract`.

    Raises:
        UnreadableFile: there is no such file, or it is not UTF-8.
        BadRecord: a line is not an article; names the line.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise unreadable(path, error) from error
    articles = (decode(line, f"{path}:{number}", _decoder) for number, line in enumerate(lines, 1) if line.strip())
    return {article.id: article for article in articles}


_decoder = msgspec.json.Decoder(GoldArticle)


def half(article: str) -> Literal["develop", "check"]:
    """``develop`` or ``check``: the half that an article belongs to, by the hash of its id."""
    key = article.removeprefix(UNPAIRED)
    return "check" if int(hashlib.sha256(key.encode()).hexdigest(), 16) % 2 else "develop"


def split(articles: Articles) -> dict[str, dict[str, GoldArticle]]:
    """Articles parted into the half whose errors are looked at and the half that only checks."""
    parts: dict[str, dict[str, GoldArticle]] = {"develop": {}, "check": {}}
    for key, article in articles.items():
        parts[half(key)][key] = article
    return parts


def align(gold: Articles, predicted: Articles) -> tuple[Articles, Articles]:
    """Pair each gold article with the predicted one of the same page whose text shares most with it.

    The page is what stands before ``#`` in an id. Both results have the gold ids as keys; a prediction that pairs with
    none stands beside an empty gold article, so that what it says is wrong.
    """
    renamed: dict[str, str] = {}
    taken: set[str] = set()
    for share, one, other in sorted(_overlaps(gold, predicted), reverse=True):
        if share >= _LEAST_SHARE and one not in renamed and other not in taken:
            renamed[one] = other
            taken.add(other)
    left = {UNPAIRED + key: article for key, article in predicted.items() if key not in taken}
    empty = {key: GoldArticle(id=key, title="", text="") for key in left}
    return {**gold, **empty}, {key: predicted[other] for key, other in renamed.items()} | left


def _overlaps(gold: Articles, predicted: Articles) -> Iterator[tuple[float, str, str]]:
    pages: dict[str, list[tuple[str, Counter[str]]]] = {}
    for key, article in predicted.items():
        pages.setdefault(_page(key), []).append((key, bigrams(norm(article.title + article.text))))
    for key, article in gold.items():
        grams = bigrams(norm(article.title + article.text))
        for other, others in pages.get(_page(key), ()):
            yield 2 * (grams & others).total() / (grams.total() + others.total() or 1), key, other


def _page(key: str) -> str:
    return key.split("#", maxsplit=1)[0]


@lru_cache(maxsize=100_000)
def norm(text: str) -> str:
    """A string as it is compared: NFKC, without spaces, quotes and title marks."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text))


def bigrams(text: str) -> Counter[str]:
    """How often each two characters follow each other."""
    return Counter(text[i : i + 2] for i in range(len(text) - 1))
