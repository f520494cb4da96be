"""Hyphens that a page has at the ends of its printed lines, within and between Chinese words: 揭牌仪-式 is 揭牌仪式.

Chinese is not hyphenated. A hyphen that was meant joins two places or partners (中国-东盟), or parts a transliterated
name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.tables import rows
from kg.text.mapped import Edit
from kg.text.namechars import foreign_odds

HYPHENS = re.compile("[-\u2010\u2011\u00ad]")
_HYPHEN = re.compile("(?<=[\u4e00-\u9fff，、。；）”》]{2}) ?[-\u2010\u2011\u00ad] ?(?=[\u4e00-\u9fff]{2}|$)")
_NEAR = 2  # characters on each side
_LONGEST = 6  # characters of a place's name


def stray(text: str) -> Iterator[Edit]:
    """Repairs of the hyphens that join nothing, in order; white space beside a hyphen has been taken out."""
    for m in _HYPHEN.finditer(text):
        before, after = text[max(0, m.start() - _LONGEST) : m.start()], text[m.end() : m.end() + _LONGEST]
        if not (_is_foreign(before[-_NEAR:]) or _is_foreign(after[:_NEAR]) or _partners(before, after)):
            yield Edit(m.start(), m.end(), "")


def _is_foreign(part: str) -> bool:
    odds = [foreign_odds().get(char, -1.0) for char in part]
    return sum(odds) > 0


def _partners(before: str, after: str) -> bool:
    """Whether a place ends before a hyphen, or one begins behind it."""
    left = any(before[-size:] in _places() for size in range(2, len(before) + 1))
    return left or any(after[:size] in _places() for size in range(2, len(after) + 1))


@cache
def _places() -> frozenset[str]:
    areas = {name for row in rows("places.tsv") for name in row[1:3]}
    countries = {name for row in rows("countries.tsv") for field in row[:2] for name in field.split()}
    return frozenset(name for name in areas | countries if len(name) > 1)
