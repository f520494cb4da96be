"""Gold articles with other people's names put in, so that the tagger learns what stands around names."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from kg.grammar.lexicon import surnames
from kg.model import ArticleGraph, EntityType, Span
from training.gold import occurrences

Labelled = tuple[str, list[tuple[Span, EntityType]]]


class Renamer:
    """Draws names from the surnames of the package and from the given names' characters of the articles."""

    def __init__(self, articles: Sequence[ArticleGraph], seed: int) -> None:
        self._random = random.Random(seed)
        single, double = surnames()
        self._single, self._double = sorted(single), sorted(double)
        self._given = sorted(
            char
            for article in articles
            for person in article.appearances
            if person.type == "Person" and _is_chinese(person.name)
            for char in person.name[1:]
        )

    def name(self) -> str:
        """A name of two to four characters; one in seven has a surname of two."""
        surname = self._random.choice(self._double if self._random.random() < 1 / 7 else self._single)
        return surname + "".join(self._random.choices(self._given, k=1 if self._random.random() < 1 / 5 else 2))

    def variant(self, article: ArticleGraph) -> Labelled:
        """The article's text with each Chinese name replaced throughout, and where its labels are now."""
        names: dict[str, str] = {}
        pieces: list[str] = []
        spans: list[tuple[Span, EntityType]] = []
        at = length = 0
        for span, appearance in sorted(occurrences(article), key=lambda item: item[0]):
            form = article.full[span.start : span.end]
            if appearance.type == "Person" and _is_chinese(form):
                form = names.setdefault(form, self.name())
            before = article.full[at : span.start]
            start = length + len(before)
            pieces += [before, form]
            spans.append((Span(start, start + len(form)), appearance.type))
            at, length = span.end, start + len(form)
        pieces.append(article.full[at:])
        return "".join(pieces), spans


def plain(article: ArticleGraph) -> Labelled:
    """The article as it is."""
    return article.full, [(span, appearance.type) for span, appearance in occurrences(article)]


def variants(articles: Sequence[ArticleGraph], count: int, seed: int) -> Iterator[Labelled]:
    """Each article as it is and ``count`` times with other names."""
    renamer = Renamer(articles, seed)
    for article in articles:
        yield plain(article)
        for _ in range(count):
            yield renamer.variant(article)


def _is_chinese(name: str) -> bool:
    return 2 <= len(name) <= 4 and all("\u4e00" <= char <= "\u9fff" for char in name)
