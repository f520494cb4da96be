"""Whether a sentence begins with some characters or goes on: a model of the first ones.

``python -m training.beginnings`` trains it; weights stand under hashes of the characters and of where they stand.
"""

from __future__ import annotations

from array import array
from functools import lru_cache
from importlib.resources import files
from zlib import crc32, decompress

SLOTS = 1 << 19
SCALE = 24.0  # weights are kept as whole numbers of so many parts
AHEAD = 9  # characters
WINDOWS = (
    *((0, end) for end in range(1, 7)),
    *((start, start + size) for size in (1, 2, 3) for start in range(1, 7)),
    (1, 5), (2, 6), (3, 7),
)  # fmt: skip


_HASHED = [(crc32(str(start).encode()), start, end) for start, end in WINDOWS]


def slots(text: str) -> list[int]:
    """Where the weights of a text's beginning stand; the text is as :func:`kg.text.language.plain` makes it."""
    ahead = text[:AHEAD] + ">" * AHEAD
    return [crc32(ahead[start:end].encode(), begun) % SLOTS for begun, start, end in _HASHED]


@lru_cache(maxsize=1)
def _weights() -> array[int]:
    return array("b", decompress((files("kg") / "data" / "begins.bin").read_bytes()))


@lru_cache(maxsize=1 << 14)
def odds(text: str) -> float:
    """The log odds that a sentence begins with the first characters of a text."""
    weights = _weights()
    return sum([weights[slot] for slot in slots(text)]) / SCALE
