"""Where a gathering is, of a name that tells more than one place: the site, and the city that it lies in."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.annotate.builtin.outer import world_cities
from kg.annotate.builtin.scene import Scene
from kg.annotate.builtin.slots import organization_end, place_end
from kg.grammar.clauses import choices
from kg.grammar.lexicon import organizations
from kg.grammar.places import Area, area_at, country_pattern, find_area, find_country, is_province, level
from kg.model import EntityType, Mention

# what needs the name of its city (国际会展中心, 交通大学), and what keeps it (市立医院)
_COMMON_SITE = re.compile(f"(?:{choices('words_of_sites')})+")
_OF_CITY = re.compile("(?:大学|学院|医院|银行|公司|[局厅委部处]|机场|车站|火车站|高铁站|法院|检察院|政府|日报社)$")
_NATIONAL = re.compile("全国|国家|中国(?!电信|移动|联通|银行|石油|石化)")
_CAPITAL = ("首都", "首府")
_SEAT = re.compile(choices("seats_abroad"))


class _Cut(NamedTuple):
    """Where in a name the city begins and ends, and where the site's own name begins."""

    city: tuple[int, int]
    site: int


def site_and_city(scene: Scene, place: Mention) -> list[Mention]:
    """A place as it is, or its parts: 江西上饶三清山 → 三清山, 上饶市; 纽约联合国总部 → 联合国总部, 纽约."""
    cut = _abroad(scene, place) or _at_home(place.text)
    if cut is None:
        found = scene.parts(place)
        return found if len(found) > 1 else [*found, *_city_around(scene, place)]
    city = scene.body(place.start + cut.city[0], place.start + cut.city[1], "Place")
    kind: EntityType = "Organization" if organization_end(place.text) and not place_end(place.text) else "Place"
    known = place.text.endswith(place.name or "-") and place.name != place.text  # by its own name already
    return [place if known else scene.body(place.start + cut.site, place.end, kind), city]


def _city_around(scene: Scene, place: Mention) -> list[Mention]:
    """The city before one of its counties or districts, where it goes by its short name (杭州萧山)."""
    end = area_at(place.text, 0)
    outer = find_area(place.text[:end])
    inner = find_area(place.text[end:], outer.code) if outer else None
    if outer and inner and place.text[:end] == outer.short and (level(outer), level(inner)) == ("市", "县"):
        return [scene.body(place.start, place.start + end, "Place")]
    return []


def _own_name(rest: str) -> bool:
    return len(rest) > 1 and not _COMMON_SITE.fullmatch(rest) and not _OF_CITY.search(rest)


def _abroad(scene: Scene, place: Mention) -> _Cut | None:
    """The cut behind a foreign city: one that is told as a capital or by its country, or before a known seat."""
    country = country_pattern().match(place.text)
    at = country.end() if country and country[0] != "中国" else 0
    at += 2 if place.text.startswith(_CAPITAL, at) else 0
    told = at > 0 or scene.text.endswith(_CAPITAL, 0, place.start)
    for size in range(min(7, len(place.text) - at - 2), 1, -1):
        rest = place.text[at + size :]
        if place.text[at : at + size] in world_cities():
            known = bool(_SEAT.fullmatch(rest)) or rest in organizations()
            if not (known or told) or rest[0] in "州省市" or not _is_site(rest):
                return None
            return _Cut((at, at + size), at + size if known or _own_name(rest) else at)
    return None


def _at_home(written: str) -> _Cut | None:
    """The cut behind several areas, one in another (浙江余杭某博物馆, 北京市通州区某公园)."""
    spans: list[tuple[int, int]] = []
    at = area_at(written, 0)
    if at and _NATIONAL.match(written, at) and not is_province(written[:at]) and _is_site(written[at:]):
        return _Cut((0, at), at)  # 北京全国农业展览馆
    around = find_area(written[:at])
    while around and at < len(written):
        spans.append((spans[-1][1] if spans else 0, at))
        at = _next_area(written, at, around)
        around = find_area(written[spans[-1][1] : at], around.code) if at > spans[-1][1] else None
    cities = [s for s in spans if not is_province(written[slice(*s)])]
    rest = written[spans[-1][1] :] if spans else ""
    if len(spans) < 2 or not cities or find_country(rest) or not _is_site(rest):
        return None
    return _Cut(cities[0], spans[-1][1] if _own_name(rest) else spans[-1][0])


def _next_area(written: str, at: int, around: Area) -> int:
    """Where an area ends that begins at ``at`` and lies in the one before it; ``at`` when none does."""
    within = around.code.rstrip("0")
    for end in range(min(len(written), at + 9), at + 1, -1):
        found = find_area(written[at:end], around.code)
        if found and found.code != around.code and found.code.startswith(within):
            return end if end < len(written) else at
    return at


def _is_site(rest: str) -> bool:
    return place_end(rest) or organization_end(rest) or bool(re.fullmatch(choices("own_name"), rest))
