"""Features of the characters of a sentence, for :mod:`kg.grammar.tagger`."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from operator import add
from typing import NamedTuple

from kg.grammar.lexicon import alternation, by_prefix, kind_of_rank, name_words, surnames
from kg.text.placenames import place_names

_LONGEST_PLACE = 7  # characters
_PUNCTUATION = frozenset('、，,。：:（(）)；;“”"！!？?《》 　\n')


class _Words(NamedTuple):
    rank: re.Pattern[str]
    after: re.Pattern[str]
    places: frozenset[str]
    place_lengths: dict[str, tuple[int, ...]]


@cache
def _words() -> _Words:
    known = frozenset(name for name in place_names() if len(name) <= _LONGEST_PLACE)
    return _Words(
        rank=re.compile(alternation(word for word in kind_of_rank() if len(word) > 1)),
        after=re.compile(alternation(name_words().after)),
        places=known,
        place_lengths=by_prefix(known),
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
    pairs = list(map(add, line, line[1:]))
    triples = list(map(add, pairs, line[2:]))
    left, right = _edges(text)
    before = [*map(add, left, _surnames(text))]
    ahead = [right[i + 1 : i + 5] for i in range(len(text))]
    place = _places(text)
    two_places = [place[-1:1], *map(add, place, place[1:])]
    found = [
        [
            "0" + c, "1" + b, "2" + d, "3" + a, "4" + e, "5" + bc, "6" + cd, "7" + ab, "8" + de,
            f"9{b}{d}", "x" + abc, "y" + cde, "z" + bcd,
            "s" + state[1], "p" + state, "e" + behind, "R" + state[0], "V" + behind[0],
            f"f{state}{behind}", "G" + here, "H" + there, f"g{last}{behind[0]}", f"h{older}{behind[0]}",
        ]
        for a, b, c, d, e, ab, bc, cd, de, abc, bcd, cde, state, last, older, behind, here, there in zip(
            line, line[1:], line[2:], line[3:], line[4:], pairs, pairs[1:], pairs[2:], pairs[3:],
            triples, triples[1:], triples[2:], before, ["", *before], ["", "", *before], ahead, place, two_places,
            strict=False,
        )
    ]  # fmt: skip
    return _begun(found)


def _begun(found: list[list[str]]) -> list[list[str]]:
    """Say of the first two characters that nothing stands before them."""
    for row in found[:1]:
        row[-2:] = "g^", "h^"
    for row in found[1:2]:
        row[-1] = "h^"
    return found


def _surnames(text: str) -> list[str]:
    """C where a surname of two characters begins, S on one of one character, - elsewhere."""
    single, double = surnames()
    return [
        "C" if pair in double else "S" if pair[0] in single else "-" for pair in map(add, text, [*text[1:], ""])
    ]


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
    marks, i = ["-"] * len(text), 0
    known, lengths = _words().places, _words().place_lengths
    while i < len(text):
        sizes = lengths.get(text[i : i + 2], ())
        size = next((size for size in sizes if text[i : i + size] in known), 1)
        if size > 1:
            marks[i : i + size] = ["B", *["I"] * (size - 2), "E"]
        i += size
    return "".join(marks)
