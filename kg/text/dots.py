"""Full stops of Latin type that part a transliterated name: 阿兹曼.哈山 is 阿兹曼·哈山."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.text.mapped import Edit
from kg.text.namechars import foreign_odds

_STOP = re.compile("(?<=[\u4e00-\u9fff]{2})[.．](?=[\u4e00-\u9fff]{2})")
_NEAR = 2  # characters on each side
_LEAST = 0.5  # log odds, on an average, that characters stand in a transliterated name


def dotted(text: str) -> Iterator[Edit]:
    """Repairs of the stops within names, in order."""
    for m in _STOP.finditer(text):
        around = text[m.start() - _NEAR : m.start()] + text[m.end() : m.end() + _NEAR]
        odds = [foreign_odds().get(char, -1.0) for char in around]
        if sum(odds) > _LEAST * len(odds) and min(odds) > -2:
            yield Edit(m.start(), m.end(), "·")
