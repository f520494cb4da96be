"""Full stops of Latin type: within a transliterated name (阿兹曼.哈山 is 阿兹曼·哈山), and at the end of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.text.mapped import Edit
from kg.text.namechars import sounds

_STOP = re.compile("(?<=[\u4e00-\u9fff]{2})[.．](?=[\u4e00-\u9fff]{2})")
_END = re.compile(
    "(?<=[\u4e00-\u9fff》”）]{2})(?:[.．](?=[\u4e00-\u9fff“《]|$)|o(?=[\u4e00-\u9fff“《]))(?<![〇零一二三四五六七八九十].)"
)
_NEAR = 2  # characters on each side
_LEAST = 0.5  # log odds, on an average, that characters stand in a transliterated name


def dotted(text: str) -> Iterator[Edit]:
    """Repairs of the stops within names, in order."""
    for m in _STOP.finditer(text):
        odds = _odds(text, m)
        if sum(odds) > _LEAST * len(odds) and min(odds) > -2:
            yield Edit(m.start(), m.end(), "·")


def stops(text: str) -> Iterator[Edit]:
    """Repairs of the full stops that end a sentence, in order; none after the number of an item (一.) or in a name."""
    for m in _END.finditer(text):
        if sum(_odds(text, m)) < 0:
            yield Edit(m.start(), m.end(), "。")


def _odds(text: str, stop: re.Match[str]) -> list[float]:
    """The log odds that the characters around a stop stand in a transliterated name."""
    return sounds(text[max(0, stop.start() - _NEAR) : stop.start()] + text[stop.end() : stop.end() + _NEAR])
