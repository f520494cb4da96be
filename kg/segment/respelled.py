"""Misread names of the places that a paper writes about: 秦新县 in a paper of the prefecture that 奉新县 lies in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.read.place import Area, areas
from kg.text import Edit, Mapped, language
from kg.text.lookalikes import closest

KINDS = re.compile("[市县区旗州盟]")
SIZES = (5, 4, 3)
SELDOM = 3.0  # binary logarithm of the count up to which a misread name's first two characters are no usual ones


def respelled(text: Mapped, place: str) -> Mapped:
    """A text with the names of the areas around a place put right."""
    forms = _forms(place)
    edits = list(_edits(text.text, forms)) if forms else []
    return text.edit(edits) if edits else text


def _edits(text: str, forms: dict[str, str]) -> Iterator[Edit]:
    for m in KINDS.finditer(text):
        for size in SIZES:
            start = m.end() - size
            if start >= 0 and (right := forms.get(text[start : m.end()])):
                yield Edit(start, m.end(), right)
                break


@lru_cache(maxsize=64)
def _forms(place: str) -> dict[str, str]:
    """The misread forms of the names of the areas around a place, each with the right one."""
    some, known = areas().get(place, ()), areas()
    names = sorted({area.name for one in some for area in _around(one.code) if len(area.name) in SIZES})
    found: dict[str, str] = {}
    for name in names:
        for at, char in enumerate(name[:-1]):
            for other in closest().get(char, ""):
                form = name[:at] + other + name[at + 1 :]
                if form not in known and form not in found and not _is_usual(form):
                    found[form] = name
    return found


def _is_usual(form: str) -> bool:
    """Whether news have the characters of a form together anyway."""
    return language.count(form[-3:]) > language.UNSEEN or language.count(form[:2]) > SELDOM


def _around(code: str) -> list[Area]:
    """The counties of an area's prefecture and the prefectures of its province."""
    return [*_within(6).get(code[:4], ()), *_within(4).get(code[:2], ())]


@lru_cache(maxsize=2)
def _within(depth: int) -> dict[str, list[Area]]:
    """The areas of a depth by the code of the next higher ones."""
    found: dict[str, list[Area]] = {}
    for area in {area for some in areas().values() for area in some if area.depth == depth}:
        found.setdefault(area.code[: depth - 2], []).append(area)
    return found
