"""The word lists that the grammar reads: loaded once, on first use, and turned into compiled expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec

from kg.model import Record
from kg.tables import lines, rows, table
from kg.text.namechars import foreign_odds, given_odds
from kg.text.surnames import surnames as all_surnames

HAN = "一-鿿〇㐀-䶿"
DOTS = "·•・‧∙･⋅"
_FEW, _NEVER = 12, "(?!)"  # so few characters, beside what never matches, stay no set, which takes long to compile


class NameWords(Record):
    """What names.yaml says of the shape of personal names."""

    after: tuple[str, ...]  # words that follow a name
    glued: frozenset[str]  # characters that follow a name and are seldom its last one
    verbs: frozenset[str]  # verbs of one character: some evidence that a name has ended before them
    roles: tuple[str, ...]  # nouns that stand before a name and are no office (村民)
    address: tuple[str, ...]  # words of address behind a name (同志)


class OfficeWords(Record):
    """What offices.yaml says of offices."""

    ranks: dict[str, tuple[str, ...]]
    before: tuple[str, ...]
    status: dict[str, tuple[str, ...]]
    not_before: tuple[str, ...]
    no_rank: tuple[str, ...]
    weak: frozenset[str]


def alternation(words: Iterable[str]) -> str:
    """One group that matches any of the words, the longest first."""
    return f"(?:{trie(words)})"


def trie(words: Iterable[str]) -> str:
    """A regular expression that matches any of the literal words, the longest first, in one pass."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branch(tree)


def _branch(node: dict[str, Any], *, inner: bool = False) -> str:
    children = [(char, _branch(child, inner=True)) for char, child in sorted(node.items()) if char]
    options = [re.escape(char) + rest for char, rest in children]
    if not options:
        return ""
    if inner and 1 < len(options) < _FEW and not any(rest for _, rest in children):
        options.append(_NEVER)
    body = options[0] if len(options) == 1 and "" not in node else f"(?:{'|'.join(options)})"
    return f"{body}?" if "" in node else body


def document(name: str) -> object:
    """A YAML data file of the package as plain data."""
    loaded: object = table(name)
    return loaded


def by_prefix(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """For the first two characters of names the lengths of those names, the longest first."""
    table: dict[str, set[int]] = {}
    for name in names:
        table.setdefault(name[:2], set()).add(len(name))
    return {pair: tuple(sorted(lengths, reverse=True)) for pair, lengths in table.items()}


@cache
def _grammar() -> dict[str, str | dict[str, str]]:
    return msgspec.convert(document("grammar.yaml"), dict[str, str | dict[str, str]])


@cache
def word_list(name: str) -> frozenset[str]:
    """One of the word lists of grammar.yaml."""
    return frozenset(msgspec.convert(_grammar()[name], str).split())


@cache
def word_map(name: str) -> dict[str, str]:
    """One of the tables of grammar.yaml."""
    return msgspec.convert(_grammar()[name], dict[str, str])


@cache
def surnames() -> tuple[frozenset[str], frozenset[str]]:
    """Surnames of one character and of two."""
    known = all_surnames()
    return known.single, known.compound | known.japanese


def _words(name: str) -> frozenset[str]:
    """All words of a file that holds nothing else."""
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def not_names() -> frozenset[str]:
    """Pairs of characters that begin like a name but seldom do."""
    foreign = name_characters()[1]
    return frozenset(word for word in _words("notnames.txt") if any(foreign.get(char, 0.0) < 1.0 for char in word))


@cache
def common_words() -> frozenset[str]:
    """Common words of the shape of a name, which are names only where an office says so (热烈, 能源)."""
    return _words("commonwords.txt")


@cache
def name_words() -> NameWords:
    """The contents of names.yaml."""
    data = msgspec.convert(document("names.yaml"), dict[str, str])
    return NameWords(
        after=tuple(data["after"].split()),
        glued=frozenset(data["glued"]),
        verbs=frozenset(data["verbs"]),
        roles=tuple(data["roles"].split()),
        address=tuple(data["address"].split()),
    )


@cache
def public_persons() -> tuple[frozenset[str], frozenset[str]]:
    """Names of well-known persons: those of China, and all others."""
    chinese, others = lines("persons.txt")
    return frozenset(chinese.split()), frozenset(others.split())


@cache
def followers() -> frozenset[str]:
    """Verbs, adverbs and prepositions of two characters: where one begins, a name may have ended."""
    return _words("followers.txt")


@cache
def name_characters() -> tuple[dict[str, float], dict[str, float]]:
    """Log odds that a character stands in a Chinese given name, and in a transliterated name, against running text."""
    return given_odds(), foreign_odds()


@cache
def office_words() -> OfficeWords:
    """The contents of offices.yaml."""
    return msgspec.convert(document("offices.yaml"), OfficeWords)


@cache
def kind_of_rank() -> dict[str, str]:
    """For each rank word the group it stands in; the first group that lists a word wins."""
    table: dict[str, str] = {}
    for kind, words in office_words().ranks.items():
        for word in words:
            table.setdefault(word, kind)
    return table


@cache
def organizations() -> dict[str, str]:
    """Well-known short names of bodies and their full names, the full ones included."""
    table = dict(rows("organizations.tsv"))
    return table | {full: full for full in table.values()}


@cache
def departments() -> dict[str, str]:
    """Short names of departments of provinces, cities and counties, and their full names."""
    return dict(rows("departments.tsv"))
