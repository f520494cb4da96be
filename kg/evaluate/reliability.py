"""Whether confidence means what it says: how often relations of a given confidence are right."""

from __future__ import annotations

from collections.abc import Iterable

from kg.evaluate.score import Verdict
from kg.model import Record

_EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)


class Bin(Record):
    """Predicted relations whose confidence is from ``low`` up to the next bin."""

    low: float
    count: int
    said: float  # mean confidence
    right: float  # share that is right


def reliability(verdicts: Iterable[Verdict]) -> tuple[Bin, ...]:
    """Bins of confidence from the lowest to the highest; empty ones are left out."""
    bins: dict[float, list[Verdict]] = {}
    for verdict in verdicts:
        low = max((edge for edge in _EDGES if edge <= verdict.confidence), default=_EDGES[0])
        bins.setdefault(low, []).append(verdict)
    return tuple(_bin(low, bins[low]) for low in sorted(bins))


def _bin(low: float, verdicts: list[Verdict]) -> Bin:
    count = len(verdicts)
    said = sum(verdict.confidence for verdict in verdicts) / count
    return Bin(low=low, count=count, said=said, right=sum(verdict.right for verdict in verdicts) / count)
