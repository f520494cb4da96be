"""Which characters follow each other in news: counts of one to five in a row, and how likely a text goes on in another.

The table keeps counts under hashes of the characters, without any text. Digits count as one character, and so do the
ends of sentences.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from math import log2
from operator import add

import numpy as np

from kg.text.traditional import simplified

SLOTS = 1 << 24
ORDER = 5
UNSEEN = 0.5  # binary logarithm of the count up to which characters count as unseen
STEP = 4.0  # slots hold so many times the binary logarithm of a count, and one more
NEW = 0.25  # the share of different followers of a context is its count to the power of -NEW
AHEAD = 4  # characters behind a break whose likelihood depends on what stands before it
_GAP = np.dtype("<u4")
_MARKS = str.maketrans("！？；!?;,:0123456789０１２３４５６７８９", "。。。。。。，：" + "0" * 20)
_SAME = _MARKS | str.maketrans(simplified())


@lru_cache(maxsize=1 << 12)
def plain(text: str) -> str:
    """A text as the table has it."""
    return text.translate(_SAME)


def slot(gram: str) -> int:
    """Where the table keeps some characters in a row."""
    return zlib.crc32(gram.encode()) % SLOTS


def packed(table: bytes | bytearray) -> bytes:
    """A table as its file has it: how far apart the slots are that hold anything, and what they hold, compressed."""
    slots = np.frombuffer(table, np.uint8)
    at = np.flatnonzero(slots)
    return zlib.compress(np.diff(at, prepend=0).astype(_GAP).tobytes() + slots[at].tobytes(), 9)


def unpacked(file: bytes) -> bytearray:
    """The table that a file has; three times as fast as if the file were the compressed table."""
    data, table = zlib.decompress(file), bytearray(SLOTS)
    count = len(data) // (_GAP.itemsize + 1)
    at = np.cumsum(np.frombuffer(data, _GAP, count), dtype=np.int64)
    np.frombuffer(table, np.uint8)[at] = np.frombuffer(data, np.uint8, offset=count * _GAP.itemsize)
    return table


@lru_cache(maxsize=1)
def _table() -> bytearray:
    return unpacked((files("kg") / "data" / "ngrams.bin").read_bytes())


@lru_cache(maxsize=1 << 16)
def count(gram: str) -> float:
    """The binary logarithm of how often some characters stand in a row; below 0 when hardly ever."""
    return _COUNT[_table()[slot(gram)]]


def counts(context: str, ends: Iterable[str]) -> list[float]:
    """:func:`count` of some characters with each of several ones behind them."""
    table, begun = _table(), zlib.crc32(context.encode())
    return [_COUNT[table[zlib.crc32(end.encode(), begun) % SLOTS]] for end in ends]


_COUNT = [(level - 1) / STEP for level in range(256)]
_SEEN = [log2(1 + 2 ** (-NEW * context)) for context in _COUNT]  # bits for having seen what follows a context
_UNSEEN = [log2(1 + 2 ** (NEW * context)) for context in _COUNT]  # and for not having seen it
TOTAL = 23.0  # binary logarithm of the characters counted


@lru_cache(maxsize=1 << 16)
def bits(gram: str) -> float:
    """The binary logarithm of how likely the last character is after the others.

    Where they were not seen together, a shorter context tells; that costs the more the commoner the context is, as
    with Witten and Bell's smoothing, whose number of different followers is taken for a power of the count.
    """
    cost, table, last = 0.0, _table(), gram[-1:].encode()
    for start in range(len(gram) - 1):
        begun = zlib.crc32(gram[start:-1].encode())
        context = table[begun % SLOTS]
        if context > 1:
            found = table[zlib.crc32(last, begun) % SLOTS]
            if found > 1:
                return _COUNT[found] - _COUNT[context] - cost - _SEEN[context]
            cost += _UNSEEN[context]
    return max(0.0, count(gram[-1:])) - TOTAL - cost


@lru_cache(maxsize=1 << 14)
def _spelled(context: str, text: str) -> float:
    """The bits of the first characters of a text after a context."""
    total = 0.0
    run = context + text
    for i in range(len(context), min(len(run), len(context) + AHEAD)):
        total += bits(run[max(0, i - ORDER + 1) : i + 1])
    return total


@lru_cache(maxsize=1 << 14)
def bare(right: str) -> float:
    """The bits of the first characters of a text after anything."""
    return _spelled("", right)


def goes_on(left: str, right: str) -> float:
    """By how many bits the beginning of ``right`` is likelier after the end of ``left`` than after anything.

    Both are :func:`plain`.
    """
    if not left or not right:
        return 0.0
    right = right[:AHEAD]
    return _spelled(left[1 - ORDER :], right) - bare(right)


def starts(right: str) -> float:
    """By how many bits a text is likelier to begin a sentence than to stand anywhere."""
    return goes_on("。", right)


def seen_pairs(text: str) -> list[bool]:
    """Of each two characters in a row, whether they were seen in news; the text is :func:`plain`."""
    table, least, crc32 = _table(), 1 + STEP * UNSEEN, zlib.crc32
    return [table[crc32(pair.encode()) % SLOTS] > least for pair in map(add, text, text[1:])]
