"""Which articles tell the same story: reprints, found by MinHash (Broder 1997) over shingles with banding."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from kg.model import Record
from kg.resolve.components import components

SHINGLE = 5  # characters
BANDS = 6
ROWS = 7  # texts that share 90 % of their shingles meet in some band with probability .98, 50 % with .05
SHORTEST = 40  # characters: below that, two texts alike are no sign of a reprint
_NO_LETTERS = re.compile(r"[\W_]+")
_DRAW = np.random.Generator(np.random.PCG64(20231024))  # a frozen seed: the keys are part of what is stored
_FACTORS = _DRAW.integers(1, 1 << 32, size=(BANDS * ROWS, 1), dtype=np.uint64) | np.uint64(1)
_SHIFTS = _DRAW.integers(0, 1 << 32, size=(BANDS * ROWS, 1), dtype=np.uint64)
_BASE = np.uint64(1_000_003)


class Telling(Record):
    """What a story needs to know of an article."""

    id: str
    date: str
    bands: tuple[str, ...]


def bands(text: str) -> tuple[str, ...]:
    """The keys of a text: two texts that share one at the same place tell the same story.

    Args:
        text: of the article, without its title; blanks, punctuation and letter case do not count.

    Returns:
        :data:`BANDS` keys, or none for a text shorter than :data:`SHORTEST` characters.
    """
    letters = _NO_LETTERS.sub("", unicodedata.normalize("NFKC", text).casefold())
    if len(letters) < SHORTEST:
        return ()
    codes = np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    shingles = np.unique(_rolling(codes))
    smallest = ((shingles[None, :] * _FACTORS + _SHIFTS) >> np.uint64(16)).min(axis=1).astype("<u8")
    rows = [smallest[start : start + ROWS].tobytes() for start in range(0, BANDS * ROWS, ROWS)]
    return tuple(f"{number}{zlib.crc32(row):08x}{zlib.adler32(row):08x}" for number, row in enumerate(rows))


def _rolling(codes: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """One number for each shingle; sums wrap around 2^64, which numpy leaves silent."""
    windows = np.lib.stride_tricks.sliding_window_view(codes, SHINGLE)
    numbers: npt.NDArray[np.uint64] = np.zeros(len(windows), dtype=np.uint64)
    for column in range(SHINGLE):
        numbers = numbers * _BASE + windows[:, column]
    return (numbers ^ (numbers >> np.uint64(31))) * np.uint64(0x9E3779B97F4A7C15)


def stories(articles: Iterable[Telling]) -> dict[str, str]:
    """For each article the id of its story: the first article, by date and id, of those that tell it."""
    known = {article.id: article for article in articles}
    groups = components({article.id: article.bands for article in known.values()})
    first: dict[str, Telling] = {}
    for article in sorted(known.values(), key=lambda article: (article.date, article.id)):
        first.setdefault(groups[article.id], article)
    return {id: first[group].id for id, group in groups.items()}
