"""Countries and administrative areas of China: what they are called, short and long, and what lies in what."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from kg.grammar.lexicon import HAN, alternation, by_prefix
from kg.model import Record
from kg.tables import rows


class Area(NamedTuple):
    """An administrative area: its six-digit code, its name and the name without its class word."""

    code: str
    name: str
    short: str


class Country(Record):
    """A country: its usual name, its other names, and the forms that stand before 方 or an office (俄副外长)."""

    name: str
    names: tuple[str, ...]
    initials: tuple[str, ...]


@cache
def areas() -> dict[str, tuple[Area, ...]]:
    """Areas by name and by short name; most names have one, 鼓楼区 has several."""
    table: dict[str, list[Area]] = {}
    for code, name, short in rows("places.tsv"):
        area = Area(code, name, short)
        for key in {name, short, *_middle(name, short)}:
            table.setdefault(key, []).append(area)
    for code, name, short in rows("newplaces.tsv"):
        table.setdefault(name, [Area(code, name, short)])  # the short name stays that of the county before
    return {key: tuple(found) for key, found in table.items()}


def _middle(name: str, short: str) -> tuple[str, ...]:
    """The forms in daily use of an autonomous area: 临夏州, 积石山县, 莫力达瓦旗, 务川自治县."""
    autonomous = name[-3:-1] == "自治" and name[-1] in "州县旗"
    return (short + name[-1], short + name[-3:]) if autonomous else ()


@cache
def countries() -> dict[str, Country]:
    """Countries by each of their names (not by initials)."""
    table: dict[str, Country] = {}
    for name, others, initials in (row + [""] * (3 - len(row)) for row in rows("countries.tsv")):
        country = Country(name=name, names=(name, *others.split()), initials=tuple(initials.split()))
        for key in country.names:
            table.setdefault(key, country)
    return table


@cache
def by_initial(char: str) -> str:
    """The only foreign country that an initial stands for (美), or nothing."""
    fits = {country.name for country in countries().values() if char in country.initials} - {"中国"}
    return fits.pop() if len(fits) == 1 else ""


_INITIAL = re.compile(
    f"中([{HAN}])(?=两[国军]|双[方边]|关系|经贸|友好|合作|[新高战建]|元首|领导人)|(?<![{HAN}])([{HAN}])方(?=[^{HAN}]|[将愿应的对在就])"
)


@lru_cache(maxsize=1)
def by_initials(text: str) -> str:
    """The one foreign country that a text names by its initial (中美关系, 俄方); empty when there is none."""
    found = {name for m in _INITIAL.finditer(text) if (name := by_initial(m[1] or m[2]))}
    return found.pop() if len(found) == 1 else ""


_STATE = (
    "(?:联邦|民主|人民|伊斯兰|社会主义|阿拉伯|多民族|合作|合众)*(?:共和国|王国|合众国|大公国|公国|酋长国|联邦|独立国)"
)


_ORGAN = "(?:议院|委员|安全|政府|侦查|武装|国防|储备|中央|调查|参议|众议|最高|法院|议会|航天|海关|军|警)"


@cache
def country_pattern() -> re.Pattern[str]:
    """Matches a country's name, with its form of state when written (南非共和国)."""
    plain = [name for name in countries() if not (name[-1] == "国" and name[:-1] in countries())]
    formal = [name for name in countries() if name not in plain]  # 以色列国, but not in 以色列国防军
    federal = [name for name in plain if name.endswith("联邦")]  # 澳大利亚联邦, but not in 澳大利亚联邦议会
    plain = [name for name in plain if name not in federal]
    return re.compile(
        f"(?:{alternation(formal)}(?![防家会民务际旗歌徽庆])|{alternation(federal)}(?!{_ORGAN})|{alternation(plain)})"
        f"(?:(?<!国){_STATE}(?!{_ORGAN}))?"
    )


@lru_cache(maxsize=1 << 12)
def find_country(name: str) -> Country | None:
    """The country that a name means, with or without its form of state (芬兰共和国)."""
    found = countries().get(name)
    return found or countries().get(re.sub(f"{_STATE}$", "", name))


@cache
def _spans_of() -> tuple[frozenset[str], int]:
    """Names by which an area may begin a body's name, and the length of the longest."""
    names = {key for key, found in areas().items() if key[-1] in "省市县区州旗盟" or found[0].code.endswith("00")}
    return frozenset(name for name in names if len(name) > 1), max(map(len, names))


_VERB = re.compile("任县(?=[长委政人纪副党]|监委|法院|检察)")  # 调任|县委书记


def area_at(text: str, start: int) -> int:
    """End of the longest name of an area that begins at ``start``; ``start`` itself when none does."""
    lengths = _lengths().get(text[start : start + 2])
    if not lengths or _VERB.match(text, start):
        return start
    names, _ = _spans_of()
    return next((start + n for n in lengths if text[start : start + n] in names), start)


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    return by_prefix(_spans_of()[0])


def areas_in(text: str) -> list[tuple[int, int]]:
    """Spans of areas that are named with their class word (西宁市, 临夏州), in order, without overlaps."""
    names, longest = _spans_of()
    spans: list[tuple[int, int]] = []
    for match in re.finditer("[省市县区州旗盟]", text):
        end, least = match.end(), spans[-1][1] if spans else 0
        start = next((at for at in range(max(least, end - longest), end - 1) if text[at:end] in names), None)
        if start is not None and not _VERB.match(text, start):
            spans.append((start, end))
    return spans


def find_area(name: str, near: str = "") -> Area | None:
    """The area of this name, among several the one whose code shares most with the code ``near``."""
    found = areas().get(name)
    if not found:
        return None
    return max(found, key=lambda area: (_common(area.code, near), area.code.endswith("00"), -int(area.code)))


def _common(first: str, second: str) -> int:
    return next(
        (i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )


def parents(area: Area) -> tuple[Area, ...]:
    """The prefecture and the province that an area lies in, the nearer first."""
    codes = [code for code in (area.code[:4] + "00", area.code[:2] + "0000") if code != area.code]
    return tuple(_by_code()[code] for code in codes if code in _by_code())


@cache
def _provinces() -> frozenset[str]:
    cities = ("市", "特别行政区")
    found = (area for area in all_areas() if area.code.endswith("0000") and not area.name.endswith(cities))
    return frozenset(form for area in found for form in (area.name, area.short))


def is_province(name: str) -> bool:
    """Whether a name is that of a province or autonomous region, in full or shortened."""
    return name in _provinces()


def without_province(name: str) -> str:
    """A name without the province before an area named in full: 浙江省苍南县 → 苍南县."""
    for size in range(min(9, len(name)), 1, -1):
        if name[:size] in _provinces():
            written = name[size : area_at(name, size)]
            area = find_area(written)
            return name[size:] if area and written != area.short else name
    return name


def all_areas() -> tuple[Area, ...]:
    """Every area once."""
    return tuple(_by_code().values())


@cache
def _by_code() -> dict[str, Area]:
    return {area.code: area for found in areas().values() for area in found}


def level(area: Area) -> str:
    """省, 市 or 县: the level in the administration, whatever the class word (盟, 区, 自治州)."""
    if area.code.endswith("0000"):
        return "省"
    return "市" if area.code.endswith("00") else "县"


def spelled_out(text: str) -> str:
    """A name with the country that begins it spelled out when shortened: 印尼国会 → 印度尼西亚国会."""
    match = country_pattern().match(text)
    country = find_country(match[0]) if match else None
    if (
        not match
        or not country
        or country.name.startswith(match[0])
        or len(country.name) <= match.end()
        or "（" in match[0]
    ):
        return text
    return country.name + text[match.end() :]


def country_at_end(text: str) -> str:
    """The country that ends ``text`` when something stands before it (二十国集团主席国印度 → 印度); else ``text``."""
    found = [match[0] for match in country_pattern().finditer(text) if match.end() == len(text)]
    return found[-1] if found else text
