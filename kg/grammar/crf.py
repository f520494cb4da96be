"""Linear-chain conditional random fields (Lafferty, McCallum and Pereira 2001) out of CRFsuite's files, run by numpy.

CRFsuite (Okazaki 2007) trains the models; it takes every feature as a string, which costs more than all the sums. Here
whoever knows the features adds up the weights of each place, and many sequences are decoded together.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]

_HEADER = struct.Struct("<4sI4sI3I5I")  # magic, size, type, version; numbers and offsets of the parts
_FEATURE = np.dtype([("kind", "<u4"), ("source", "<u4"), ("target", "<u4"), ("weight", "<f8")])
_FEATURES = struct.Struct("<4s2I")  # magic, size, number
_STRINGS = struct.Struct("<4s5I")  # magic, size, flags, byte order, number and offset of the places of the strings
_MARK = 8  # bytes before each string: its number and its length


class Model(NamedTuple):
    """What a file holds."""

    labels: tuple[str, ...]
    attributes: tuple[str, ...]
    weights: Floats  # of each attribute and label; one row more is all zero, for what the model does not know
    moves: Floats  # of each label and the next one


def read_model(path: Path) -> Model:
    """A model of a file.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no model of CRFsuite's.
    """
    data = path.read_bytes()
    try:
        magic, _, _, _, _, _, _, features, labels, attributes, _, _ = _HEADER.unpack_from(data)
        if magic != b"lCRF":
            raise ValueError("no model of CRFsuite's")
        names, known = _strings(data, labels), _strings(data, attributes)
        number = _FEATURES.unpack_from(data, features)[2]
        found = np.frombuffer(data, _FEATURE, number, features + _FEATURES.size)
    except struct.error as error:
        raise ValueError("the file is cut off") from error
    moves, weights = np.zeros((len(names), len(names))), np.zeros((len(known) + 1, len(names)))
    for kind, table in enumerate((weights, moves)):
        chosen = found[found["kind"] == kind]
        table[chosen["source"], chosen["target"]] = chosen["weight"]
    return Model(names, known, weights, moves)


def _strings(data: bytes, offset: int) -> tuple[str, ...]:
    """The strings of a table by their numbers; they stand one behind the other, each closed by a zero."""
    _, _, _, _, number, places = _STRINGS.unpack_from(data, offset)
    starts = np.frombuffer(data, "<u4", number, offset + places).astype(np.intp)
    if not number:
        return ()
    first, last = offset + int(starts.min()), offset + int(starts.max())
    end = last + _MARK + struct.unpack_from("<I", data, last + 4)[0]
    text = np.frombuffer(data, np.uint8, end - first, first)
    keep = np.ones(len(text), bool)
    keep[(np.sort(starts) - starts.min())[:, None] + np.arange(_MARK)] = False
    found = text[keep].tobytes().decode().split("\0")
    return tuple([found[i] for i in np.argsort(np.argsort(starts)).tolist()])


class Steps:
    """The places of many sequences ordered by steps: the first places of all, then the second ones, and so on."""

    def __init__(self, sizes: Sequence[int]) -> None:
        """Order places.

        Args:
            sizes: how many places each sequence has, the longest first.
        """
        lengths = np.array(sizes, np.intp)
        steps = int(lengths[0]) if len(lengths) else 0
        ends = np.cumsum(np.searchsorted(-lengths, -np.arange(steps), side="left"))
        self.bounds = [0, *ends.tolist()]
        step = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        self.order: Ints = np.argsort(step, kind="stable")  # of the places, taken one sequence after the other

    def slices(self) -> list[slice]:
        """Where the places of each step stand in that order."""
        return [slice(start, end) for start, end in pairwise(self.bounds)]


def best(scores: Floats, moves: Floats, steps: Steps) -> Ints:
    """The labels of the likeliest paths.

    Args:
        scores: of each label (rows) at each place (columns, ordered by ``steps``).
        moves: of each label and the next one.
        steps: the order of the places.
    """
    sums, slices = scores.copy(), steps.slices()
    for before, now in pairwise(slices):
        width = now.stop - now.start
        ways = sums[:, None, before.start : before.start + width] + moves[:, :, None]
        sums[:, now] += ways.max(axis=0)
    found = np.empty(scores.shape[1], np.intp)
    following: Ints = np.empty(0, np.intp)
    for now in reversed(slices):
        ways = sums[:, now].copy()
        ways[:, : len(following)] += moves[:, following]
        following = ways.argmax(axis=0)
        found[now] = following
    return found


def marginals(scores: Floats, moves: Floats, steps: Steps) -> Floats:
    """How likely each label is at each place, given all paths; arguments as :func:`best` takes them."""
    slices = steps.slices()
    likely, ahead = np.exp(scores - scores.max(axis=0)), np.exp(moves)
    back = np.ascontiguousarray(ahead.T)
    forth, behind = likely.copy(), np.ones_like(likely)
    for before, now in pairwise(slices):
        width = now.stop - now.start
        found = forth[:, now] * (back @ forth[:, before.start : before.start + width])
        forth[:, now] = found / found.sum(axis=0)
    for before, now in reversed(list(pairwise(slices))):
        width = now.stop - now.start
        found = ahead @ (likely[:, now] * behind[:, now])
        behind[:, before.start : before.start + width] = found / found.sum(axis=0)
    product: Floats = forth * behind
    product /= product.sum(axis=0)
    return product
