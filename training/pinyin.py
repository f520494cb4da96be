"""Make kg/data/pinyin.tsv: python -m training.pinyin kg/data/pinyin.tsv (needs pypinyin).

How provinces, prefectures and counties are written in letters, for files named after them (zunyi-2018-09-19.md).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from pypinyin import Style, lazy_pinyin, pinyin

from kg.read.place import Area, areas

SPELLED = {"陕西": "shaanxi"}  # otherwise than by sound, so that it is not 山西


def _spellings(name: str) -> Iterator[str]:
    """All ways to read a short name, some of whose characters may be read in several."""
    yield SPELLED.get(name, "".join(lazy_pinyin(name)))
    if len(name) < 4:
        yield from map("".join, product(*pinyin(name, style=Style.NORMAL, heteronym=True)))


def lines() -> list[str]:
    """Each spelling with the areas that have it, the larger ones first."""
    found: dict[str, set[Area]] = {}
    for area in {area for some in areas().values() for area in some}:
        for spelling in {*_spellings(area.short), "".join(lazy_pinyin(area.name))}:
            found.setdefault(spelling, set()).add(area)
    return [
        f"{spelling}\t{' '.join(area.name for area in sorted(some, key=lambda area: (area.depth, area.code)))}"
        for spelling, some in sorted(found.items())
        if spelling.isalpha() and len(spelling) > 2
    ]


if __name__ == "__main__":
    comment = "# an area's name in letters, and the areas that have it"
    Path(sys.argv[1]).write_text("\n".join([comment, *lines()]) + "\n", encoding="utf-8")
