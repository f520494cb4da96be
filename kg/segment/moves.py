"""What the order of the lines says about giving one to an article, as numbers that :mod:`kg.segment.flow` weighs."""

from __future__ import annotations

from math import log
from typing import NamedTuple

MOVING = (
    "current whole", "current torn", "block", "gap", "gap torn", "from whole to whole", "from whole to torn",
    "from torn to whole", "second", "third", "older", "distance", "distance open", "distance whole", "beside head",
    "head beside open", "nothing waits", "others wait", "only one open", "oldest open", "begun now", "bare",
    "block torn", "new waits", "new block",
)  # fmt: skip
MANY = 3  # from which on articles are not counted


class Move(NamedTuple):
    """How things stand when a line may go to an article; the same for many lines, so that it is weighed once."""

    waiting: int  # articles that break off, at most :data:`MANY`
    block: bool  # the line stands in one block with the line before
    new: bool = False  # nothing of the article has come yet, and what follows does not matter
    beside: bool = False  # the line stands below a headline
    gap: bool = False  # a picture, a caption or a running head stands before the line
    current: bool = False  # the line before went to this article
    open: bool = False  # this article breaks off
    bare: bool = False  # only the byline of this article has come
    age: int = 0  # articles that have had a line since this one had its last, at most :data:`MANY`
    distance: int = 1  # lines since the last one of this article
    oldest: bool = False  # no article that had its last line before breaks off
    torn: bool = False  # the article of the line before breaks off
    begun: bool = False  # the article of the line before has a single line, which ends as an article may end


def moving(move: Move) -> list[float]:
    """A move in numbers, in the order of :data:`MOVING`."""
    if move.new:
        return [0.0] * (len(MOVING) - 2) + [float(move.waiting > 0), float(move.block)]
    current, opened, distance = move.current, move.open, log(move.distance)
    return [
        float(current and not opened),
        float(current and opened),
        float(current and move.block and not move.beside),
        float(current and move.gap and not opened),
        float(current and move.gap and opened),
        float(not current and not opened and not move.torn),
        float(not current and opened and not move.torn),
        float(not current and not opened and move.torn),
        float(move.age == 1),
        float(move.age == 2),
        float(move.age > 2),
        distance,
        distance if opened else 0.0,
        0.0 if opened else distance,
        float(move.beside),
        float(move.beside and opened),
        float(not current and not move.waiting and not move.gap),
        0.0 if opened else float(move.waiting),
        float(opened and move.waiting == 1),
        float(opened and move.oldest and move.waiting > 1),
        float(not current and move.begun),
        float(current and move.bare),
        float(current and opened and move.block),
        0.0,
        0.0,
    ]
