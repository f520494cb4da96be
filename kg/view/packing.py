"""Circles put side by side without overlap, linked ones close together."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

WIDE = 1.45  # screens are wider than high
CHUNK = 256  # places tried at once
GOLDEN = math.pi * (3 - math.sqrt(5))


class Point(NamedTuple):
    """A place on the canvas, in pixels; y grows downward."""

    x: float
    y: float


def pack(radii: Sequence[float], links: Counter[tuple[int, int]]) -> list[Point]:
    """Give each circle a centre: one after another, as near to the circles it is linked to as there is room.

    Args:
        radii: of the circles, in pixels, in the order in which they are placed.
        links: how strongly two circles, by number, belong together.

    Returns:
        One centre a circle; the middle of all is the origin.
    """
    if not radii:
        return []
    partners: dict[int, list[tuple[int, int]]] = {}
    for (a, b), weight in links.items():
        partners.setdefault(a, []).append((b, weight))
        partners.setdefault(b, []).append((a, weight))
    plane = _Plane(len(radii))
    centres: list[Point] = []
    for number, radius in enumerate(radii):
        placed = [(centres[other], weight) for other, weight in partners.get(number, ()) if other < number]
        centres.append(plane.place(radius, _middle(placed) if placed else None))
    left, right = _extent([c.x for c in centres], radii)
    top, bottom = _extent([c.y for c in centres], radii)
    return [Point(c.x - (left + right) / 2, c.y - (top + bottom) / 2) for c in centres]


def _middle(weighted: Sequence[tuple[Point, int]]) -> Point:
    total = sum(weight for _, weight in weighted)
    return Point(sum(p.x * w for p, w in weighted) / total, sum(p.y * w for p, w in weighted) / total)


def _extent(middles: Sequence[float], radii: Sequence[float]) -> tuple[float, float]:
    ends = list(zip(middles, radii, strict=True))
    return min(m - r for m, r in ends), max(m + r for m, r in ends)


class _Plane:
    """The circles placed so far."""

    def __init__(self, size: int) -> None:
        self.circles = np.empty((size, 3))  # x, y, radius
        self.count = 0
        self.tried: dict[int, int] = {}  # for circles of one size around the origin: where the search left off

    def place(self, radius: float, near: Point | None) -> Point:
        """Take the free place that is next to ``near``, or to the origin."""
        size = math.ceil(radius / 8)
        step = self.tried.get(size, 0) if near is None else 0
        x0, y0 = near or (0.0, 0.0)
        while True:
            x, y = _spiral(step, radius * 0.35)
            free = np.flatnonzero(self._free(x + x0, y + y0, radius))
            if free.size:
                break
            step += CHUNK
        if near is None:
            self.tried[size] = step
        point = Point(float(x[free[0]] + x0), float(y[free[0]] + y0))
        self.circles[self.count] = (*point, radius)
        self.count += 1
        return point

    def _free(self, x: Floats, y: Floats, radius: float) -> npt.NDArray[np.bool_]:
        there = self.circles[: self.count]
        distance = (x[:, None] - there[:, 0]) ** 2 + (y[:, None] - there[:, 1]) ** 2
        return np.asarray((distance >= (there[:, 2] + radius) ** 2).all(axis=1))


def _spiral(start: int, step: float) -> tuple[Floats, Floats]:
    """The next places, ever farther from the origin, about ``step`` pixels from each other."""
    place = np.arange(start, start + CHUNK, dtype=float)
    distance, angle = step * np.sqrt(place), place * GOLDEN
    return distance * np.cos(angle) * WIDE, distance * np.sin(angle)
