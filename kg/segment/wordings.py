"""Which lines of a page have rare wordings in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import permutations

import numpy as np

from kg.text import language

SHARED = 6  # a wording that more lines have says nothing about what a line is about
COMMON = {2: 9.0, 3: 8.0, 4: 7.0}  # binary logarithm of the count at which so many characters say nothing
_WIDTH = 21  # bits of a character


def shared(texts: Sequence[str], size: int) -> list[dict[int, float]]:
    """For each line, how much rare wording it shares with each other one.

    Some characters in a row count by how rare they are in news, and less the more of the lines have them.
    """
    found: list[dict[int, float]] = [defaultdict(float) for _ in texts]
    for gram, at in _repeated(texts, size):
        rare = COMMON[size] - language.count(gram)
        if rare > 0:
            weight = rare / COMMON[size] / (len(at) - 1)
            for i, j in permutations(at, 2):
                found[i][j] += weight
    return found


def _repeated(texts: Sequence[str], size: int) -> Iterator[tuple[str, list[int]]]:
    """Chinese characters in a row, two or three of them, that two lines or more have, and which lines these are."""
    page = "\n".join(texts)
    codes = np.frombuffer(page.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.int64)
    lines = np.cumsum(codes == ord("\n"))
    chinese = ((codes >= 0x4E00) & (codes <= 0x9FFF)) | (codes == ord("·"))
    starts = max(0, len(codes) - size + 1)
    grams, whole = np.zeros(starts, np.int64), np.ones(starts, bool)
    for i in range(size):
        grams = grams << _WIDTH | codes[i : i + starts]
        whole &= chinese[i : i + starts]
    at = np.flatnonzero(whole)
    at = at[np.lexsort((lines[at], grams[at]))]
    new = np.ones(len(at), bool)  # the first of its wording
    new[1:] = grams[at[1:]] != grams[at[:-1]]
    once = new.copy()  # the first of its wording in a line
    once[1:] |= lines[at[1:]] != lines[at[:-1]]
    first, kept = np.flatnonzero(new[once]), at[once]
    count = np.diff(first, append=len(kept))
    several = (count > 1) & (count <= SHARED)
    for begin, many in zip(first[several].tolist(), count[several].tolist(), strict=True):
        start = kept[begin]
        yield page[start : start + size], lines[kept[begin : begin + many]].tolist()
