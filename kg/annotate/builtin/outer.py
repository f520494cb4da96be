"""The outer area in the name of a place: 北京 in 北京人民大会堂."""

from __future__ import annotations

import re
from functools import cache

from kg.annotate.builtin.slots import organization_end
from kg.grammar.clauses import choices, load_table
from kg.grammar.places import Area, area_at, areas, country_pattern, find_area, find_country, level, parents
from kg.grammar.transliterated import foreign_score

# 首都德黑兰 is 德黑兰
_CAPITAL = re.compile(
    r"[美英法德俄日韩澳新加印埃意葡西土叙伊以黎乌波捷匈希荷比瑞泰越朝老缅柬马菲]?首[都府]"
    r"(?!国?际?机场|体育|图书|博物|剧场|剧院|医|师范|经济|功能|圈|钢)(?=.{2})"
)
# what says of which sort a city is, and where it lies (北部港口城市)
_WHERE = "[东西南北中]{1,2}部|东北|西北|东南|西南"
_SORT = re.compile(
    rf"(?:{_WHERE}|{choices('sorts_of_cities')})+(?:城市|城镇|小镇|省份|重镇|名城|古都|海城|港城)(?=[\u4e00-\u9fff]{{2}})"
    rf"|(?:{_WHERE})(?:地区|沿海)?的?(?=[\u4e00-\u9fff]{{2,8}}[省州市县城镇]$)"
)
_SOUNDS = 0.5  # score of a transliteration


def name_start(text: str, start: int, end: int) -> int:
    """Where the name of a place begins behind what only says which one it is (首都, 某国北部城市)."""
    country = country_pattern().match(text, start, end)
    lead = _CAPITAL.match(text, start, end) or _SORT.match(text, country.end() if country else start, end)
    return lead.end() if lead else start


def outer_end(written: str) -> int | None:
    """Where an outer area's name ends in a place's name that goes on with a name of its own (北京|人民大会堂)."""
    capital = re.search("首都|首府", written)
    if re.match("我[省市县区州旗镇].{3}", written):
        return 2
    if capital and capital.start() > 1 and _around_capital(written[: capital.start()]):
        return capital.end()
    for size in range(min(8, len(written) - 2), 1, -1):
        head, tail = written[:size], written[size:]
        if find_area(head) and (_belong_together(head, tail) or tail in _venues() or tail.endswith(_regions())):
            return size
        if written in _unsplit() or find_country(written):
            return None
        if find_country(head) and head != "中国" and len(tail) <= 6 and not organization_end(tail):
            return size
    return None


def _belong_together(outer: str, inner: str) -> bool:
    """Whether two areas are named, one in the other or side by side (丰顺大埔): 临沂|商城 holds no 商城县."""
    around, found = find_area(outer), find_area(inner)
    if found is None or around is None:
        return False
    return inner == found.name or any(_near(around, area) for area in areas()[inner])


def _near(one: Area, other: Area) -> bool:
    """Whether of two areas the other lies in the first, or both are of one level and lie in the same one."""
    around = parents(other)
    return other == one or one in around or (level(one) == level(other) and parents(one) == around)


def own_name(written: str) -> str:
    """The name of a foreign city or of a place that has a name of its own, without what lies around it; or nothing.

    俄罗斯伏尔加格勒 is 伏尔加格勒, 江西上饶三清山 is 三清山; 福州软件园 is no 软件园.
    """
    country = country_pattern().match(written)
    at = country.end() if country and country[0] != "中国" else 0
    if at and written[at:] in world_cities():
        return written[at:]
    if at and 3 <= len(written) - at <= 8 and foreign_score(written[at:]) > _SOUNDS and not organization_end(written):
        return written[at:]
    while at < len(written) and (end := min(area_at(written, at), len(written))) > at:
        at = end
    rest = written[at:]
    return rest if at and written[at - 1] not in "省市县区州旗" and re.fullmatch(choices("own_name"), rest) else ""


def _around_capital(outer: str) -> bool:
    """Whether a capital is of what stands before it: 埃及首都, but not 埃及新行政首都."""
    return bool(find_country(outer) or find_area(outer) or country_pattern().fullmatch(outer) or len(outer) == 2)


@cache
def world_cities() -> frozenset[str]:
    """Names of foreign cities."""
    return frozenset(load_table("slots.yaml")["cities"])


@cache
def _unsplit() -> frozenset[str]:
    return frozenset(load_table("slots.yaml")["whole"])


@cache
def _regions() -> tuple[str, ...]:
    return tuple(load_table("slots.yaml")["regions"])


@cache
def _venues() -> frozenset[str]:
    return frozenset(load_table("slots.yaml")["venues"])
