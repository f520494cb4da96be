"""Positions computed beforehand, so that the browser has nothing to simulate.

Communities are found by the Louvain method (Blondel et al. 2008), each is drawn by forces (Fruchterman and Reingold
1991), and the drawings are packed as circles, linked ones side by side. The same graph gives the same positions.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import networkx as nx
import rustworkx as rx

from kg.view.packing import GOLDEN, Point, pack

Link = tuple[int, int]

SPACING = 62.0  # pixels that a node with its label takes, at a zoom of 1
LARGEST = 1500  # nodes that forces can place within about a second
SEED = 7


def layout(size: int, links: Sequence[Link]) -> list[Point]:
    """Place the nodes ``0 … size - 1``.

    Args:
        size: how many nodes.
        links: pairs of nodes; direction does not matter, repeated pairs pull harder.

    Returns:
        One point a node, in pixels around the origin.
    """
    weights = Counter((min(link), max(link)) for link in links if link[0] != link[1])
    groups = _communities(size, weights)
    home = {node: number for number, group in enumerate(groups) for node in group}
    inner: list[Counter[Link]] = [Counter() for _ in groups]
    between: Counter[Link] = Counter()
    for (a, b), weight in weights.items():
        if home[a] == home[b]:
            inner[home[a]][a, b] = weight
        else:
            between[min(home[a], home[b]), max(home[a], home[b])] += weight
    shapes = [_shape(group, pairs) for group, pairs in zip(groups, inner, strict=True)]
    centres = pack([_radius(shape) for shape in shapes], between)
    points = [Point(0.0, 0.0)] * size
    for group, shape, centre in zip(groups, shapes, centres, strict=True):
        for node, point in zip(group, shape, strict=True):
            points[node] = Point(round(centre.x + point.x, 1), round(centre.y + point.y, 1))
    return points


def _communities(size: int, weights: Counter[Link]) -> list[list[int]]:
    """Communities, largest first; nodes without links make up the last one."""
    graph = nx.Graph()
    graph.add_weighted_edges_from((a, b, weight) for (a, b), weight in sorted(weights.items()))
    found = nx.community.louvain_communities(graph, seed=SEED) if graph else []
    groups = sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))
    alone = [node for node in range(size) if node not in graph]
    return [*groups, alone] if alone else groups


def _shape(group: Sequence[int], pairs: Counter[Link]) -> list[Point]:
    """A community's drawing around the origin."""
    if len(group) > LARGEST or not pairs:
        return _sunflower(group, pairs)
    number = {node: index for index, node in enumerate(group)}
    graph = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(group)
    graph.add_edges_from([(number[a], number[b], 1.0 + math.log(weight)) for (a, b), weight in sorted(pairs.items())])
    ideal = 1.6 / math.sqrt(len(group))
    drawn = rx.spring_layout(graph, k=ideal, num_iter=120, weight_fn=float, seed=SEED)
    return _spread([Point(*drawn[index]) for index in range(len(group))])


def _sunflower(group: Sequence[int], pairs: Counter[Link]) -> list[Point]:
    """Even places on a disc, the best connected nodes in the middle."""
    degree: Counter[int] = Counter()
    for link, weight in pairs.items():
        degree.update(dict.fromkeys(link, weight))
    rank = {node: place for place, node in enumerate(sorted(group, key=lambda node: (-degree[node], node)))}
    return [_seed(rank[node]) for node in group]


def _seed(place: int) -> Point:
    distance = SPACING * 0.6 * math.sqrt(place)
    return Point(distance * math.cos(place * GOLDEN), distance * math.sin(place * GOLDEN))


def _spread(points: list[Point]) -> list[Point]:
    """Centre a drawing, give each node room, more to the sides as names are wide, and part what touches."""
    x0 = sum(point.x for point in points) / len(points)
    y0 = sum(point.y for point in points) / len(points)
    reach = math.sqrt(sum((p.x - x0) ** 2 + (p.y - y0) ** 2 for p in points) / len(points)) or 1.0
    scale = SPACING * 0.52 * math.sqrt(len(points)) / reach
    return _part([Point((p.x - x0) * scale * 1.2, (p.y - y0) * scale) for p in points], SPACING * 0.72)


def _part(points: list[Point], apart: float, rounds: int = 12) -> list[Point]:
    """Push nodes that are closer than ``apart`` away from each other, a few times."""
    for _ in range(rounds):
        cells: dict[tuple[int, int], list[int]] = {}
        for index, point in enumerate(points):
            cells.setdefault((int(point.x // apart), int(point.y // apart)), []).append(index)
        moves = [Point(0.0, 0.0)] * len(points)
        for (column, row), members in cells.items():
            near = [n for dx in (-1, 0, 1) for dy in (-1, 0, 1) for n in cells.get((column + dx, row + dy), ())]
            for index in members:
                moves[index] = _push(points, index, near, apart)
        points = [Point(p.x + m.x, p.y + m.y) for p, m in zip(points, moves, strict=True)]
    return points


def _push(points: Sequence[Point], index: int, near: Sequence[int], apart: float) -> Point:
    here, x, y = points[index], 0.0, 0.0
    for other in near:
        dx, dy = here.x - points[other].x, here.y - points[other].y
        distance = math.hypot(dx, dy)
        if other == index or distance >= apart:
            continue
        if distance < 0.01:  # on top of each other: each goes its own way
            dx, dy, distance = math.cos(index * GOLDEN), math.sin(index * GOLDEN), 1.0
        force = (apart - distance) / distance / 2
        x, y = x + dx * force, y + dy * force
    return Point(x, y)


def _radius(shape: Sequence[Point]) -> float:
    return max(math.hypot(point.x, point.y) for point in shape) + SPACING * 0.4
