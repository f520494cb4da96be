"""Who and what one article speaks of: mentions gathered into appearances."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from kg.extract.gatherings import Gatherings
from kg.grammar.documents import document_name, sort_of
from kg.grammar.shortened import shortens
from kg.model import Appearance, Argument, Article, EntityType, Mention, Span

Key = tuple[str, str]  # family of types, canonical name
_FAMILY = {"Place": "body", "Organization": "body"}
_MARKS = re.compile(r"[\s《》“”\"'‘’「」『』〈〉]")


@lru_cache(maxsize=1 << 12)
def normal(text: str) -> str:
    """The text by which two names are compared: widths folded, spaces and quotation marks left out."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", text))


class Cast:
    """The appearances of one article; mentions and arguments are looked up in it."""

    def __init__(self, article: Article, mentions: Sequence[Mention], gatherings: Gatherings) -> None:
        self._text = article.full
        self._gatherings = gatherings
        self._mentions = sorted(mentions, key=lambda m: (m.start, -m.end))
        self._starts = [m.start for m in self._mentions]
        self._types: dict[Key, EntityType] = {}
        self._names: dict[Key, dict[str, int]] = {}
        self._spans: dict[Key, set[Span]] = {}
        self._shown: dict[Key, str] = {}
        self._short = _short_titles(m for m in self._mentions if m.type == "Document")
        for mention in self._mentions:
            if mention.type != "Event" or gatherings.name_of(mention):
                self.key(mention)

    def key(self, mention: Mention) -> Key:
        """The key of a mention's appearance, which grows by this mention."""
        name = self._name(mention)
        key = self._enter(mention.type, name)
        self._names[key].setdefault(mention.text, mention.start)
        if mention.type == "Document" and (sort := sort_of(mention.text)):
            self._names[key].setdefault(sort, mention.end - len(sort))
        self._spans[key].add(Span(mention.start, mention.end))
        return key

    def implied(self, argument: Argument) -> Key:
        """The key of an argument that carries its own name; what is written for it, if anything, becomes a mention."""
        kind = argument.type or "Organization"
        key = self._enter(kind, argument.name)
        if argument.end > argument.start:
            self._names[key].setdefault(self._text[argument.start : argument.end], argument.start)
            self._spans[key].add(Span(argument.start, argument.end))
        return key

    def called(self, name: str) -> Key:
        """The key of a body by its name, or by a short form of the name that it has in the article."""
        key = "body", normal(name)
        if key not in self._types:
            bodies = (k for k, kind in self._types.items() if kind == "Organization" and k[1] != key[1])
            key = next((k for k in bodies if shortens(key[1], k[1]) and not k[1].startswith(key[1])), key)
        return key if key in self._types else self._enter("Organization", name)

    def china(self) -> Key:
        """The key of China, by the name that the article uses."""
        full = ("body", "中华人民共和国")
        return full if full in self._types else self._enter("Place", "中国")

    def country(self, name: str) -> Key:
        """The key of a country, by its name."""
        return self.china() if name == "中国" else self._enter("Place", name)

    def type_of(self, key: Key) -> EntityType:
        """The entity type of an appearance."""
        return self._types[key]

    def name_of(self, key: Key) -> str:
        """The canonical name of an appearance."""
        return self._shown[key]

    def inside(self, start: int, end: int) -> list[Mention]:
        """Mentions in a span that stand in no larger one there: the heads of a list, without what modifies them."""
        found: list[Mention] = []
        last = start
        for i in range(bisect_left(self._starts, start), len(self._mentions)):
            mention = self._mentions[i]
            if mention.start >= end:
                break
            if mention.end <= end and mention.start >= last:
                found.append(mention)
                last = mention.end
        return found

    def appearances(self, used: Iterable[Key]) -> tuple[tuple[Appearance, ...], dict[Key, str]]:
        """Appearances of all persons and of what ``used`` names, in order of the text, and the local id of each key."""
        wanted = {*used, *(k for k, t in self._types.items() if t == "Person")}
        ordered = sorted(wanted, key=lambda k: (min(self._spans[k], default=Span(10**9, 0)), k))
        ids = {key: f"e{i}" for i, key in enumerate(ordered, 1)}
        return tuple(self._appearance(key, ids[key]) for key in ordered), ids

    def _appearance(self, key: Key, local: str) -> Appearance:
        return Appearance(
            id=local,
            type=self._types[key],
            name=self._shown[key],
            names=tuple(sorted(self._names[key], key=lambda n: self._names[key][n])),
            mentions=tuple(sorted(self._spans[key])),
        )

    def _enter(self, kind: EntityType, name: str) -> Key:
        key = _FAMILY.get(kind, kind), normal(name)
        if key not in self._types:
            self._types[key], self._shown[key] = kind, name
            self._names[key], self._spans[key] = {}, set()
        return key

    def _name(self, mention: Mention) -> str:
        if mention.type == "Event":
            return self._gatherings.name_of(mention) or mention.name or mention.text
        if mention.type == "Document":
            name = document_name(mention.name or mention.text)
            return self._short.get(name, name)
        return mention.name or mention.text


def _short_titles(documents: Iterable[Mention]) -> dict[str, str]:
    """For each short title of a document (《意见》) the full one that stands before it and ends with it."""
    table: dict[str, str] = {}
    full: list[str] = []
    for name in _in_order(documents):
        if name in full or name in table:
            continue
        longer = next((f for f in reversed(full) if _shortens(name, f)), None)
        if longer and len(name) <= 12:
            table[name] = longer
        else:
            full.append(name)
    return table


def _in_order(documents: Iterable[Mention]) -> Iterator[str]:
    yield from (document_name(m.name or m.text) for m in sorted(documents, key=lambda m: m.start))


def _shortens(short: str, full: str) -> bool:
    return len(short) < len(full) and (full.endswith(short) or re.sub(r"[（(].*?[）)]", "", full).endswith(short))
