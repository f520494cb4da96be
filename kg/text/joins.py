"""How well one piece of text goes on in another, by which characters follow each other in news."""

from __future__ import annotations

import zlib
from functools import lru_cache
from importlib.resources import files

SLOTS = 1 << 22
_SAME = str.maketrans({"！": "。", "？": "。", "；": "。", "!": "。", "?": "。", ";": "。", ",": "，", ":": "："})


def slot(gram: str) -> int:
    """Where the table keeps two or three characters."""
    return zlib.crc32(gram.encode()) % SLOTS


@lru_cache(maxsize=1)
def _table() -> bytes:
    return zlib.decompress((files("kg") / "data" / "ngrams.bin").read_bytes())


def seen(gram: str) -> int:
    """How common two or three characters in a row are: 0 (hardly seen), else the binary logarithm of the count."""
    return _table()[slot(gram)]


def join(left: str, right: str) -> float:
    """How likely ``right`` goes on where ``left`` breaks off, from 0 (no sign of it) upwards; 6 is sure.

    The two characters at the break count most, then the two triples across it. All ends of sentences count as one.
    """
    if not left or not right:
        return 0.0
    left, right = left[-2:].translate(_SAME), right[:2].translate(_SAME)
    pair = seen(left[-1] + right[0])
    before = seen(left[-2:] + right[0]) if len(left) > 1 else 0
    after = seen(left[-1] + right[:2]) if len(right) > 1 else 0
    return 0.5 * pair + 0.7 * max(before, after) + 0.3 * min(before, after)
