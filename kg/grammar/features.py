"""Features of the characters of a sentence, for :mod:`kg.grammar.tagger`.

:func:`features` says them as strings, with which the tagger is trained; :mod:`kg.grammar.weighing` adds up what they
weigh without making the strings. Both rest on :func:`marks`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from operator import add
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kg.grammar.lexicon import alternation, by_prefix, kind_of_rank, name_words, surnames
from kg.model import Span
from kg.text.placenames import place_names

Bytes = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.intp]

CODES = 0x110000  # of Unicode
PAD = 2  # characters that stand before and after each sentence, so that all have neighbours
BEFORE, AFTER = "\x02" * PAD, "\x03" * PAD
BEHIND = 4  # characters behind one of which it matters what begins there
ENDED, BEGUN = "mos", "mvs"  # what ends before a character and begins at it: o office, v word after a name, s stop
WORD, STOP = 1, 2
SURNAMES = "-SC"  # a surname of one character, the beginning of one of two
SINGLE, DOUBLE = 1, 2
PLACES = "-BIE"  # the beginning, inside and end of a known place's name
FIRST, INNER, LAST = 1, 2, 3
_LONGEST_PLACE = 7  # characters
_PUNCTUATION = frozenset('、，,。：:（(）)；;“”"！!？?《》 　\n')


class Marks(NamedTuple):
    """Of each character of a text the place in :data:`ENDED`, :data:`BEGUN`, :data:`SURNAMES` or :data:`PLACES`."""

    left: Bytes  # what ends before it
    right: Bytes  # what begins at it
    surname: Bytes
    place: Bytes


class _Words(NamedTuple):
    rank: re.Pattern[str]
    after: re.Pattern[str]
    stops: Bytes  # of each code whether it is punctuation
    single: Bytes  # of each code whether it is a surname
    double: npt.NDArray[np.int64]
    places: frozenset[str]
    place_lengths: dict[str, tuple[int, ...]]
    place_pairs: npt.NDArray[np.int64]


@cache
def _words() -> _Words:
    known = frozenset(name for name in place_names() if len(name) <= _LONGEST_PLACE)
    lengths = by_prefix(known)
    single, double = surnames()
    return _Words(
        rank=re.compile(alternation(word for word in kind_of_rank() if len(word) > 1)),
        after=re.compile(alternation(name_words().after)),
        stops=_table(_PUNCTUATION),
        single=_table(single),
        double=_keys(double),
        places=known,
        place_lengths=lengths,
        place_pairs=_keys(pair for pair in lengths if len(pair) == 2),
    )


def _table(chars: frozenset[str]) -> Bytes:
    table = np.zeros(CODES, np.uint8)
    table[[ord(char) for char in chars]] = 1
    return table


def _keys(pairs: Iterable[str]) -> npt.NDArray[np.int64]:
    return np.array(sorted(ord(pair[0]) * CODES + ord(pair[1]) for pair in pairs), np.int64)


def codes(text: str) -> Ints:
    """The numbers that Unicode gives to the characters of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.intp)


@lru_cache(maxsize=20_000)
def fold(char: str) -> str:
    """A character as the features have it: of the usual width, all digits the same, and all Latin letters."""
    wide = unicodedata.normalize("NFKC", char)
    char = wide if len(wide) == 1 else char
    if char.isdigit():
        return "0"
    return "a" if char.isascii() and char.isalpha() else char


def marks(text: str, sentences: Iterable[Span]) -> Marks:
    """What else is looked at of each character.

    Args:
        text: sentences with :data:`BEFORE` and :data:`AFTER` around each.
        sentences: where they stand, without these.
    """
    words, found = _words(), codes(text)
    starts, ends = np.array([*sentences], np.intp).reshape(-1, 2).T
    left, right = np.zeros(len(text) + 1, np.uint8), np.zeros(len(text) + BEHIND, np.uint8)
    left[[match.end() for match in words.rank.finditer(text)]] = WORD
    right[[match.start() for match in words.after.finditer(text)]] = WORD
    (stops,) = words.stops[found].nonzero()
    left[stops + 1] = right[stops] = STOP
    left[starts] = right[ends] = STOP
    pairs = found[:-1] * CODES + found[1:]
    surname = words.single[found]
    surname[:-1][_among(pairs, words.double)] = DOUBLE
    return Marks(left[:-1], right, surname, _places(text, _among(pairs, words.place_pairs)))


def _among(keys: Ints, known: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    at = np.searchsorted(known, keys)
    found: npt.NDArray[np.bool_] = known[np.minimum(at, len(known) - 1)] == keys
    return found


def _places(text: str, begin: npt.NDArray[np.bool_]) -> Bytes:
    """The names of places in a text, the longest first, from the left; they ``begin`` with pairs that are known to."""
    found, done = np.zeros(len(text), np.uint8), 0
    known, lengths = _words().places, _words().place_lengths
    for i in begin.nonzero()[0].tolist():
        if i < done:
            continue
        size = next((size for size in lengths[text[i : i + 2]] if text[i : i + size] in known), 0)
        if size:
            done = i + size
            found[i + 1 : done] = INNER
            found[i], found[done - 1] = FIRST, LAST
    return found


def features(text: str) -> list[list[str]]:
    """Features of each character of a sentence.

    The characters and bigrams within two places, with widths and digits folded; whether the character is a surname or
    stands in a place's name; and whether an office ends before it or a word that follows names begins behind it.
    """
    line = BEFORE + "".join(map(fold, text)) + AFTER
    pairs = list(map(add, line, line[1:]))
    triples = list(map(add, pairs, line[2:]))
    found = marks(BEFORE + text + AFTER, [Span(PAD, PAD + len(text))])
    left, surname, right = (
        "".join(map(names.__getitem__, row[PAD:]))
        for names, row in ((ENDED, found.left), (SURNAMES, found.surname), (BEGUN, found.right))
    )
    place = "".join(map(PLACES.__getitem__, found.place[PAD:-PAD]))
    before = [*map(add, left, surname)]
    ahead = [right[i + 1 : i + 1 + BEHIND] for i in range(len(text))]
    two_places = [place[-1:1], *map(add, place, place[1:])]
    rows = [
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
    return _begun(rows)


def _begun(found: list[list[str]]) -> list[list[str]]:
    """Say of the first two characters that nothing stands before them."""
    for row in found[:1]:
        row[-2:] = "g^", "h^"
    for row in found[1:2]:
        row[-1] = "h^"
    return found
