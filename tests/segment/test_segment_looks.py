"""Which quotations are open where a text breaks off."""

from __future__ import annotations

import pytest

from kg.segment.looks import left_open


@pytest.mark.parametrize(
    ("marks", "before", "opened"),
    [("", "", ""), ("“”", "", ""), ("“《》", "", "“"), ("》", "“《", "“"), ("”", "“《", ""), ("》", "", ""), ("（", "“", "“（")],
)
def test_quotations_left_open(marks: str, before: str, opened: str) -> None:
    assert left_open(marks, before) == opened
