"""Hyphens that a page has at the ends of its printed lines, within and between Chinese words: 揭牌仪-式 is 揭牌仪式.

Chinese is not hyphenated. A hyphen that was meant joins two places or partners (中国-东盟), or parts a transliterated
name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.text.mapped import Edit
from kg.text.namechars import sounds
from kg.text.placenames import place_names

HYPHENS = re.compile("[-\u2010\u2011\u00ad]")
_HYPHEN = re.compile("(?<=[\u4e00-\u9fff，、。；）”》]{2}) ?[-\u2010\u2011\u00ad] ?(?=[\u4e00-\u9fff]{2}|$)")
_NEAR = 2  # characters on each side
_LONGEST = 6  # characters of a place's name


def stray(text: str) -> Iterator[Edit]:
    """Repairs of the hyphens that join nothing, in order; white space beside a hyphen has been taken out."""
    for m in _HYPHEN.finditer(text):
        before, after = text[max(0, m.start() - _LONGEST) : m.start()], text[m.end() : m.end() + _LONGEST]
        foreign = sum(sounds(before[-_NEAR:])) > 0 or sum(sounds(after[:_NEAR])) > 0
        if not (foreign or _partners(before, after)):
            yield Edit(m.start(), m.end(), "")


def _partners(before: str, after: str) -> bool:
    """Whether a place ends before a hyphen, or one begins behind it."""
    left = any(before[-size:] in place_names() for size in range(2, len(before) + 1))
    return left or any(after[:size] in place_names() for size in range(2, len(after) + 1))
