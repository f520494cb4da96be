"""The place a paper writes about: told by its running head, by its name, or by what its text speaks of."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from kg.tables import rows

_BARE = re.compile(
    r"(?<![\u4e00-\u9fff])(?:我|全)?(?P<kind>[省市县区州旗盟])(?:委(?:书记|副书记|常委)|政府|人大常委会|政协|长(?!官)|领导)"
)
_OURS = re.compile(r"(?:我|全)(?P<kind>[省市县区州旗盟])(?![\u4e00-\u9fff]?长)")
_LETTERS = re.compile("[a-z]{3,}")
_MEDIUM = re.compile("(?:广播电视|电视|都市|经济|特区|新闻)?(?:日|晚|早|晨|时|商|快|新|周|导|月)?报$")
_SPONSOR = re.compile(r"(?:中共|中国共产党)(?P<place>[\u4e00-\u9fff]{2,12}?(?:省|市|县|区|州|旗|盟))委员?会?主[管办]")


class Area(NamedTuple):
    """An administrative area: its six-digit code, its full and its short name."""

    code: str
    name: str
    short: str

    @property
    def depth(self) -> int:
        """How many digits of the code tell it apart: 2 for a province, 4 for a prefecture, 6 for a county."""
        return 2 if self.code.endswith("0000") else 4 if self.code.endswith("00") else 6


@lru_cache(maxsize=1)
def areas() -> dict[str, tuple[Area, ...]]:
    """The areas of a full or short name, provinces first."""
    found: dict[str, list[Area]] = {}
    for code, name, short in rows("places.tsv"):
        area = Area(code, name, short)
        for key in {name, short}:
            if len(key) > 1:
                found.setdefault(key, []).append(area)
    return {key: tuple(sorted(some)) for key, some in found.items()}


@lru_cache(maxsize=1)
def _papers() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("papers.tsv")}


def of_paper(name: str) -> str:
    """The place in a paper's name: 兴化市 for 兴化日报; empty when there is none."""
    if name in _papers():
        return _papers()[name]
    for length in range(min(len(name) - 1, 11), 1, -1):
        if some := areas().get(name[:length]):
            return max(some, key=lambda area: (area.depth == 4, area.depth == 2, area.name.endswith("市"))).name
    return ""


def of_letters(stem: str, text: str) -> str:
    """The place that a file name begins with in letters (zunyi-2018-09-19), of namesakes the one named most."""
    m = _LETTERS.match(stem.lower())
    some = _spelled().get(m[0], "").split() if m else ()
    named = {name: max(text.count(area.short) for area in areas()[name] if area.name == name) for name in some}
    return max(some, key=lambda name: named[name]) if some and any(named.values()) else ""


@lru_cache(maxsize=1)
def _spelled() -> dict[str, str]:
    return dict(rows("pinyin.tsv"))


def is_sure(paper: str) -> bool:
    """Whether a paper is called after its place alone: 兴化日报, and not 嘉陵江日报, which is called after a river."""
    return paper in _papers() or bool(areas().get(_MEDIUM.sub("", paper)))


def speaks_rather(text: str, place: str, other: str) -> bool:
    """Whether a text is about a place rather than about another one that its paper has its name from.

    A paper of 嘉兴 that bears the city's old name 嘉禾 is none of the county 嘉禾 in another province, and one called
    after a district is its city's.
    """
    ours, others = areas().get(place, ()), areas().get(other, ())
    if not ours or not others:
        return False
    if any(b.code.startswith(a.code[: a.depth]) for a in ours for b in others):
        return place != other and other.endswith("区")
    return text.count(ours[0].short) > 2 * text.count(others[0].short)


def of_sponsor(head: str) -> str:
    """The place in an imprint: 陕西省 for 中共陕西省委主管主办."""
    m = _SPONSOR.search(re.sub(r"\s", "", head))
    some = areas().get(m["place"]) if m else None
    return some[0].name if some else ""


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    """Any area's name; longer names win over names that begin like them."""
    by_start: dict[str, list[str]] = {}
    for name in areas():
        by_start.setdefault(name[0], []).append(name)
    parts = (
        first + "(?:" + "|".join(re.escape(n[1:]) for n in sorted(names, key=len, reverse=True)) + ")"
        for first, names in sorted(by_start.items())
    )
    return re.compile("|".join(parts))


def of_text(text: str) -> str:
    """The place that a page speaks of most among those of the rank its bare offices have (市委书记: a city).

    An area counts when it is named, and a little for each area within it that is named. Empty when no area is named
    three times or one is hardly ahead of the next.
    """
    text = re.sub(r"\s", "", text)
    depth = _rank(text)
    named = Counter(m[0] for m in _names().finditer(text))
    counts: Counter[Area] = Counter()
    for name, count in named.items():
        for area in areas()[name]:
            counts[area] += count
    scores = {area: count + 0.3 * _within(area, counts) for area, count in counts.items() if _fits(area, depth)}
    best = sorted(scores.items(), key=lambda item: (-item[1], item[0].code))[:2]
    if not best or counts[best[0][0]] < 3 or (len(best) > 1 and best[0][1] < 1.2 * best[1][1]):
        return ""
    return best[0][0].name


def _within(area: Area, counts: Counter[Area]) -> int:
    prefix = area.code[: area.depth]
    return sum(n for other, n in counts.items() if other.code.startswith(prefix) and other is not area)


def _rank(text: str) -> str:
    """The commonest of 省市县州旗盟 where offices and "our" are bare; empty when there are none.

    区 does not count: districts seldom have papers, and 区 also stands for an autonomous region or a zone.
    """
    kinds = Counter(m["kind"] for pattern in (_BARE, _OURS) for m in pattern.finditer(text) if m["kind"] != "区")
    return min(kinds, key=lambda kind: (-kinds[kind], kind)) if kinds else ""


def _fits(area: Area, kind: str) -> bool:
    if not kind:
        return area.depth != 6 or area.name.endswith("市")
    if kind == "市":
        return area.name.endswith("市")
    if kind == "省":
        return area.depth == 2
    return area.name.endswith(kind)
