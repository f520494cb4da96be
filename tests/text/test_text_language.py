"""Which text goes on where another breaks off."""

from __future__ import annotations

import pytest

from kg.text.breaks import odds
from kg.text.language import goes_on, plain, starts


@pytest.mark.parametrize(
    ("left", "right", "other"),
    [
        ("推动乡村全面振", "兴，带动农民增收", "会上，双方签署协议"),
        ("会议强调，要坚持以人民为中", "心的发展思想", "市民在公园里散步"),
    ],
)
def test_what_goes_on(left: str, right: str, other: str) -> None:
    assert goes_on(plain(left), plain(right)) > goes_on(plain(left), plain(other))
    assert odds(plain(left), plain(right)) > odds(plain(left), plain(other))


def test_a_name_broken_in_two() -> None:
    left = plain("县农业农村局局长高")
    assert odds(left, plain("山先后致辞")) > odds(left, plain("据了解，项目总投资"))


def test_what_starts() -> None:
    assert starts(plain("会议指出，今年")) > 0 > starts(plain("兴，带动农民"))
