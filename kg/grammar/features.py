"""Features of the characters of a sentence, for :mod:`kg.grammar.tagger`."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from kg.grammar.lexicon import alternation, kind_of_rank, name_words, rows, surnames

_LONGEST_PLACE = 7  # characters
_PUNCTUATION = frozenset('、，,。：:（(）)；;“”"！!？?《》 　\n')


class _Words(NamedTuple):
    rank: re.Pattern[str]
    after: re.Pattern[str]
    places: frozenset[str]


@cache
def _words() -> _Words:
    places = {name for row in rows("places.tsv") for name in row[1:3]}
    countries = {name for row in rows("countries.tsv") for field in row[:2] for name in field.split()}
    return _Words(
        rank=re.compile(alternation(word for word in kind_of_rank() if len(word) > 1)),
        after=re.compile(alternation(name_words().after)),
        places=frozenset(name for name in places | countries if len(name) > 1),
    )


@lru_cache(maxsize=20_000)
def _fold(char: str) -> str:
    wide = unicodedata.normalize("NFKC", char)
    char = wide if len(wide) == 1 else char
    if char.isdigit():
        return "0"
    return "a" if char.isascii() and char.isalpha() else char


def features(text: str) -> list[list[str]]:
    """Features of each character of a sentence.

    The characters and bigrams within two places, with widths and digits folded; whether the character is a surname or
    stands in a place's name; and whether an office ends before it or a word that follows names begins behind it.
    """
    line = "\x02\x02" + "".join(map(_fold, text)) + "\x03\x03"
    surname = [_surname(text, i) for i in range(len(text))]
    left, right = _edges(text)
    place = _places(text)
    return [
        [
            "0" + line[i + 2], "1" + line[i + 1], "2" + line[i + 3], "3" + line[i], "4" + line[i + 4],
            "5" + line[i + 1 : i + 3], "6" + line[i + 2 : i + 4], "7" + line[i : i + 2], "8" + line[i + 3 : i + 5],
            "9" + line[i + 1] + line[i + 3], "x" + line[i : i + 3], "y" + line[i + 2 : i + 5],
            "z" + line[i + 1 : i + 4],
            "s" + surname[i], "p" + left[i] + surname[i], "e" + right[i + 1 : i + 5], "R" + left[i], "V" + right[i + 1],
            "f" + left[i] + surname[i] + right[i + 1 : i + 5], "G" + place[i], "H" + place[i - 1 : i + 1],
            "g" + left[i - 1] + surname[i - 1] + right[i + 1] if i else "g^",
            "h" + left[i - 2] + surname[i - 2] + right[i + 1] if i > 1 else "h^",
        ]
        for i in range(len(text))
    ]  # fmt: skip


def _surname(text: str, i: int) -> str:
    single, double = surnames()
    return "C" if text[i : i + 2] in double else "S" if text[i] in single else "-"


def _edges(text: str) -> tuple[str, str]:
    """What ends before each character and what begins at it: o office, v word after a name, s punctuation, m other."""
    left, right = ["m"] * (len(text) + 1), ["m"] * (len(text) + 5)
    for match in _words().rank.finditer(text):
        left[match.end()] = "o"
    for match in _words().after.finditer(text):
        right[match.start()] = "v"
    for i, char in enumerate(text):
        if char in _PUNCTUATION:
            left[i + 1] = right[i] = "s"
    left[0] = right[len(text)] = "s"
    return "".join(left), "".join(right)


def _places(text: str) -> str:
    """B, I and E on the characters of known place names, the longest first, from the left."""
    marks, i, known = ["-"] * len(text), 0, _words().places
    while i < len(text):
        size = next((k for k in range(_LONGEST_PLACE, 1, -1) if text[i : i + k] in known), 1)
        if size > 1:
            marks[i : i + size] = ["B", *["I"] * (size - 2), "E"]
        i += size
    return "".join(marks)
