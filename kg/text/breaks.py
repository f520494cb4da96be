"""Whether a text goes on where another breaks off: a model of the characters on both sides of the break.

It sees which of them stand together also over one or two that it leaves out, so that it knows a name by what stands
around it (主任庄一 / 苇先后). ``python -m training.breaks`` trains it; weights stand under hashes of the characters.
"""

from __future__ import annotations

from array import array
from functools import lru_cache
from importlib.resources import files
from zlib import crc32, decompress

SLOTS = 1 << 20
SCALE = 24.0  # weights are kept as whole numbers of so many parts
REACH = 5  # characters on each side
# Of the left side and of the right side, from the break outwards: where the characters begin and end.
SHAPES = tuple(
    (left[0], left[1], right[0], right[1])
    for left, right in (
        ((0, 1), (0, 1)), ((0, 2), (0, 1)), ((0, 1), (0, 2)), ((0, 2), (0, 2)),
        ((0, 3), (0, 1)), ((0, 1), (0, 3)), ((0, 3), (0, 2)),
        ((0, 2), (0, 3)), ((1, 2), (0, 1)), ((0, 1), (1, 2)), ((1, 2), (1, 2)),
        ((0, 2), (1, 3)), ((1, 3), (0, 1)), ((1, 3), (0, 2)),
        ((1, 3), (1, 3)), ((2, 4), (0, 2)), ((2, 4), (1, 3)), ((0, 2), (2, 4)),
        ((1, 3), (2, 4)), ((0, 1), (2, 3)), ((2, 3), (0, 1)),
        ((0, 0), (0, 1)), ((0, 0), (0, 2)), ((0, 0), (0, 3)), ((0, 1), (0, 0)), ((0, 2), (0, 0)), ((0, 3), (0, 0)),
        ((0, 0), (1, 3)), ((1, 3), (0, 0)), ((3, 5), (0, 2)), ((3, 5), (1, 3)), ((2, 4), (2, 4)), ((0, 2), (3, 5)),
    )
)  # fmt: skip


# Many shapes share a side, which is cut out once: of each shape the hash of its number, and which sides it has.
_BACK = sorted({(a, b) for a, b, _, _ in SHAPES})
_AHEAD = sorted({(c, d) for _, _, c, d in SHAPES})
_HASHED = [
    (crc32(str(number).encode()), _BACK.index((a, b)), _AHEAD.index((c, d)))
    for number, (a, b, c, d) in enumerate(SHAPES)
]


def slots(left: str, right: str) -> list[int]:
    """Where the weights of a break stand; both sides as :func:`kg.text.language.plain` makes them."""
    back = left[: -REACH - 1 : -1] + "<<<<<"
    ahead = right[:REACH] + ">>>>>"
    backs = [back[start:end].encode() for start, end in _BACK]
    aheads = [ahead[start:end].encode() for start, end in _AHEAD]
    return [crc32(aheads[after], crc32(backs[before], begun)) % SLOTS for begun, before, after in _HASHED]


@lru_cache(maxsize=1)
def _weights() -> array[int]:
    return array("b", decompress((files("kg") / "data" / "breaks.bin").read_bytes()))


@lru_cache(maxsize=1 << 15)
def _odds(left: str, right: str) -> float:
    weights = _weights()
    return sum([weights[slot] for slot in slots(left, right)]) / SCALE


def odds(left: str, right: str) -> float:
    """The log odds that ``right`` goes on ``left``."""
    return _odds(left[-REACH:], right[:REACH])
