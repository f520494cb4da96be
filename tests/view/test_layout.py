"""Positions: finite, apart, the same again, communities together."""

import math
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from view_graphs import synthetic

from kg.view.layout import layout
from kg.view.packing import pack
from kg.view.start import first_slice

graphs = st.integers(0, 40).flatmap(
    lambda size: st.tuples(
        st.just(size),
        st.lists(st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)), max_size=80) if size else st.just([]),
    )
)


@given(graphs)
@settings(max_examples=60, deadline=None)
def test_every_node_has_a_place_of_its_own(graph: tuple[int, list[tuple[int, int]]]) -> None:
    size, links = graph
    points = layout(size, links)
    assert len(points) == size
    assert all(math.isfinite(point.x) and math.isfinite(point.y) for point in points)
    assert len(set(points)) == size


@given(graphs)
@settings(max_examples=20, deadline=None)
def test_order_and_direction_of_links_change_nothing(graph: tuple[int, list[tuple[int, int]]]) -> None:
    size, links = graph
    assert layout(size, links) == layout(size, [(b, a) for a, b in reversed(links)])


@given(st.lists(st.floats(1, 500), min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
def test_circles_do_not_overlap(radii: list[float]) -> None:
    centres = pack(radii, Counter({(0, len(radii) - 1): 1} if len(radii) > 1 else {}))
    for a in range(len(radii)):
        for b in range(a):
            assert math.dist(centres[a], centres[b]) >= radii[a] + radii[b] - 1e-6


def test_linked_nodes_stand_nearer_than_others() -> None:
    graph = synthetic(600, 1200)
    number = {entity.id: index for index, entity in enumerate(graph.entities)}
    links = [(number[fact.subject], number[fact.object]) for fact in graph.facts if fact.subject != fact.object]
    points = layout(600, links)
    linked = sum(math.dist(points[a], points[b]) for a, b in links) / len(links)
    others = sum(math.dist(points[a], points[(a + 300) % 600]) for a in range(600)) / 600
    assert linked < others / 3


@given(graphs, st.integers(1, 50))
@settings(max_examples=60, deadline=None)
def test_the_first_slice_is_of_the_size_asked_for(graph: tuple[int, list[tuple[int, int]]], limit: int) -> None:
    size, links = graph
    chosen = first_slice(size, links, limit)
    assert len(chosen) == len(set(chosen)) == min(size, limit)


def test_the_first_slice_grows_along_links() -> None:
    chain = [(node, node + 1) for node in range(99)]
    assert set(first_slice(100, chain, 5, focus=50)) == {48, 49, 50, 51, 52}
    assert first_slice(100, chain, 5, focus=50)[0] == 50
