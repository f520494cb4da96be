"""Which part of a large graph the page opens with."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush

from kg.view.layout import Link


def first_slice(size: int, links: Sequence[Link], limit: int, focus: int | None = None) -> list[int]:
    """Choose up to ``limit`` of the nodes ``0 … size - 1``: the best connected ones, each joined to one before it.

    Grows from the best connected node, always to the best connected neighbour, or from ``focus``, then to the
    neighbour that is fewest steps away; begins anew with the best node left when a component is used up.

    Returns:
        Node numbers in the order in which they were chosen.
    """
    neighbours: list[set[int]] = [set() for _ in range(size)]
    degree = [0] * size
    for a, b in links:
        neighbours[a].add(b)
        neighbours[b].add(a)
        degree[a] += 1
        degree[b] += 1
    seeds = sorted(range(size), key=lambda node: (node != focus, -degree[node], node))
    chosen: dict[int, None] = {}
    for seed in seeds:
        edge = [(0, 0, seed)]
        while edge and len(chosen) < limit:
            steps, _degree, node = heappop(edge)
            if node in chosen:
                continue
            chosen[node] = None
            for other in neighbours[node]:
                heappush(edge, (steps + (focus is not None), -degree[other], other))
        if len(chosen) >= limit:
            break
    return list(chosen)
