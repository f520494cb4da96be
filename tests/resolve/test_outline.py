"""A block in short gives further appearances the places that all of the block gives them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.outline import Outline
from kg.resolve.stated import StatedAppearance
from kg.resolve.view import groups

KINDS = st.tuples(st.sets(st.sampled_from("abcd"), max_size=2), st.sampled_from(["", "s", "t"]), st.integers(1, 9))
STEPS = st.lists(st.lists(KINDS, min_size=1, max_size=4), max_size=6)


def _appearance(number: int, keys: set[str], scope: str, day: int) -> StatedAppearance:
    name = "abc"[number % 3]
    return StatedAppearance(
        id=f"n{number}", article=f"a{number}", type="Person", name=name, names=(name, f"{name}先生"), mentions=(),
        start=0, date=f"2024-05-0{day}", block="Person:x", keys=tuple(sorted(keys)), scope=scope,
    )  # fmt: skip


def _rebuilt(members: list[StatedAppearance]) -> Outline:
    outline = Outline()
    entity = {id: group.id for group in groups(members) for id in group.members}
    assert outline.add([(one, entity[one.id]) for one in members])
    return outline


@given(STEPS)
def test_placed_step_by_step_as_all_at_once(steps):
    outline, members = Outline(), []
    for step in steps:
        items = [_appearance(len(members) + number, *kind) for number, kind in enumerate(step)]
        before = {id: group.id for group in groups(members) for id in group.members}
        whole = {group.id: group for group in groups([*members, *items])}
        after = {id: group.id for group in whole.values() for id in group.members}
        found = outline.place(items)
        members += items
        if found is None:
            outline = _rebuilt(members)
            continue
        assert {id: after[id] for id in before} == before
        assert {id: group.id for group in found for id in group.members} == {one.id: after[one.id] for one in items}
        assert all((group.name, group.names) == (whole[group.id].name, whole[group.id].names) for group in found)
        if not outline.add([(one, after[one.id]) for one in items]):
            outline = _rebuilt(members)


@given(st.lists(KINDS, min_size=1, max_size=8), st.integers(2, 9))
def test_more_of_a_sort_neither_lengthen_it_nor_move_any(kinds, times):
    members = [_appearance(number, *kind) for number, kind in enumerate(kinds)]
    outline = _rebuilt(members)
    length = len(outline)
    again = [_appearance(100 + number, *kind) for number, kind in enumerate(kinds * times) if kind[0]]
    found = outline.place(again)
    if found is not None:
        outline.add([(members_of, group.id) for group in found for members_of in again if members_of.id in group.members])
        assert len(outline) == length
