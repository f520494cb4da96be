"""Full stops of Latin type that part a transliterated name: 阿兹曼.哈山 is 阿兹曼·哈山."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from kg.text.mapped import Edit

_STOP = re.compile("(?<=[\u4e00-\u9fff]{2})[.．](?=[\u4e00-\u9fff]{2})")
_NEAR = 2  # characters on each side
_LEAST = 0.5  # log odds, on an average, that characters stand in a transliterated name


def dotted(text: str) -> Iterator[Edit]:
    """Repairs of the stops within names, in order."""
    for m in _STOP.finditer(text):
        around = text[m.start() - _NEAR : m.start()] + text[m.end() : m.end() + _NEAR]
        odds = [_odds().get(char, -1.0) for char in around]
        if sum(odds) > _LEAST * len(odds) and min(odds) > -2:
            yield Edit(m.start(), m.end(), "·")


@lru_cache(maxsize=1)
def _odds() -> dict[str, float]:
    """Log odds that a character stands in a transliterated name, against running text."""
    text = (files("kg") / "data" / "namechars.tsv").read_text(encoding="utf-8")
    rows = (row.split("\t") for row in text.splitlines() if row and row[0] != "#")
    return {char: int(foreign) / 10 for char, _, foreign in rows}
