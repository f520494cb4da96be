"""What a text is about: a direction in a space in which words that stand in the same articles lie close together.

``python -m training.topics`` makes the table; each pair of characters that tells something has a row of whole numbers.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from operator import add

import numpy as np
import numpy.typing as npt

SIZE = 40  # numbers in a row

Floats = npt.NDArray[np.float32]


class _Table:
    """The rows and where the one of each pair stands."""

    def __init__(self) -> None:
        data = zlib.decompress((files("kg") / "data" / "topics.bin").read_bytes())
        pairs, _, rows = data.partition(b"\n")
        text = pairs.decode()
        self.at = {text[i : i + 2]: i // 2 for i in range(0, len(text), 2)}
        self.rows: Floats = np.frombuffer(rows, np.int8).reshape(-1, SIZE).astype(np.float32)


@lru_cache(maxsize=1)
def _table() -> _Table:
    return _Table()


def vector(text: str) -> Floats:
    """The sum of the rows of a text's pairs of characters, each pair once."""
    table = _table()
    found = table.at.keys() & set(map(add, text, text[1:]))
    return table.rows[sorted(map(table.at.__getitem__, found))].sum(axis=0) if found else np.zeros(SIZE, np.float32)


def products(texts: Sequence[str]) -> list[list[float]]:
    """The products of each two vectors."""
    vectors = np.array([vector(text) for text in texts]).reshape(-1, SIZE)
    found: list[list[float]] = (vectors @ vectors.T).tolist()
    return found
