"""Who wrote an article: names in its bylines and credits, and where white space parts two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.segment.patterns import BYLINE, MARK, TAIL_CREDIT
from kg.text.surnames import surnames

_KINDS = "全媒体 融媒体 融媒 见习 实习 首席 特约 特派 驻站 驻地 资深 摄影 本报 本刊 本网 本台 实习生"
_WRITERS = "记者 通讯员 实习生 评论员 撰稿人 撰稿 作者"
_WORKS = "摄影报道 报道 文图 图文 整理 采写"


def _spaced(words: str) -> str:
    """Any of the words, also with white space between their characters."""
    return "|".join(r"\s*".join(word) for word in sorted(words.split(), key=len, reverse=True))


ROLE = re.compile(
    rf"\s*(?:(?:{_spaced(_KINDS)})\s*)*(?:{_spaced(_WRITERS)})\s*[:：]?|\s*(?:{_spaced(_WORKS)}|[文图](?=\s*[/／])|[/／]\s*[文图])\s*"
    rf"|[{MARK}/／:：、，,]"
)
BRACKETS = re.compile(rf"[(（]\s*(?P<names>(?:(?:{_spaced(_KINDS)})\s*)*(?:{_spaced(_WRITERS)})[^()（）]{{2,60}})[)）]")
NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]+(?:[·•][\u4e00-\u9fff]+)+")
TOKEN = re.compile(r"(\s*)([\u4e00-\u9fff·•]+)")
SURE = 0.5
EARLY = 40  # characters at the beginning of a text where its lead's brackets stand


class Names(NamedTuple):
    """Names, and where white space parts two of them."""

    names: tuple[str, ...]
    parted: tuple[int, ...]


def byline(text: str) -> Names:
    """Names of a line that holds nothing else, or of the brackets behind a lead or at the end of the text."""
    if BYLINE.fullmatch(re.sub(r"\s", "", text)):
        return names(text)
    for m in BRACKETS.finditer(text):
        if m.start() < EARLY or m.end() >= len(text.rstrip()):
            return names(m["names"], m.start("names"))
    return Names((), ())


def credit(text: str, *, sure: bool = False) -> Names:
    """Names in brackets at the end of an item of short news: （虞山）; ``sure`` takes only what begins as names do."""
    m = TAIL_CREDIT.search(text)
    found = names(m["names"], m.start("names")) if m else Names((), ())
    return Names((), ()) if sure and any(_cost(name) >= SURE for name in found.names) else found


def names(text: str, start: int = 0) -> Names:
    """The names in a byline that begins at ``start``.

    White space stands between names, and by noise or for even width within them (包 乌云, 王 刚), so neighbouring
    pieces are joined as they make the likeliest names.
    """
    found: dict[str, None] = {}
    parted: list[int] = []
    for at, part in _between_roles(text):
        pieces = [(m[2], start + at + m.start(1)) for m in TOKEN.finditer(part)]
        first = 0
        for size in _grouped([piece for piece, _ in pieces]):
            name = "".join(piece for piece, _ in pieces[first : first + size])
            if NAME.fullmatch(name):
                found[name] = None
            if first:
                parted.append(pieces[first][1])
            first += size
    return Names(tuple(found), tuple(parted))


def _between_roles(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for m in ROLE.finditer(text):
        yield at, text[at : m.start()]
        at = m.end()
    yield at, text[at:]


def _grouped(pieces: list[str]) -> list[int]:
    """How many pieces make each name: the grouping of least cost, by dynamic programming."""
    best: list[tuple[float, list[int]]] = [(0.0, [])]
    for end in range(1, len(pieces) + 1):
        options = []
        for size in range(1, min(3, end) + 1):
            cost, groups = best[end - size]
            options.append((cost + _cost("".join(pieces[end - size : end])) + 0.3 * (size - 1), [*groups, size]))
        best.append(min(options))
    return best[-1][1]


def _cost(name: str) -> float:
    """How unlike a name some characters are."""
    single, compound, _japanese = surnames()
    if "·" in name or "•" in name:
        return 0.1
    if len(name) < 2:
        return 6.0
    if name[:2] in compound:
        return {2: 1.2, 3: 0.0, 4: 0.0}.get(len(name), 4.0)
    return (0.0 if name[0] in single else 0.8) + {2: 0.1, 3: 0.0, 4: 1.6}.get(len(name), 4.0)
