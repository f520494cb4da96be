"""The sort of a paper that a description ends with."""

import pytest

from kg.grammar.documents import sort_of

SORTS = {
    "a matter before it": ("柑橘年度购销合同", "购销合同"),
    "several sorts": ("港口战略合作框架协议", "战略合作框架协议"),
    "nothing but the sort": ("合作协议", ""),
    "a bare noun": ("防洪协议", ""),
    "a title": ("《防洪合作协议》", ""),
}


@pytest.mark.parametrize(("text", "expected"), SORTS.values(), ids=SORTS)
def test_sort_of(text: str, expected: str) -> None:
    """The noun with what says of which sort it is."""
    assert sort_of(text) == expected
