"""For whom persons act: the bodies that they hold office in, and the states that ministries stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.extract.cast import Cast, Key
from kg.grammar.lexicon import alternation, word_list
from kg.grammar.places import country_pattern, find_country

_SORT = re.compile("两([^国地方])")
# what the names of bodies end with that 两校, 两企 and 两行 mean
_SORTS = {"校": ("大学", "学院", "学校", "中学", "小学"), "企": ("公司", "集团", "厂"), "行": ("银行", "分行", "支行")}
_DEPARTMENT = re.compile(f"(?<=..)(?<![和与及])(?:{alternation(word_list('departments_of_firms'))})$")
_CHINA = frozenset({"中国", "中华人民共和国"})
_CENTRAL = frozenset(
    {"国务院", "中共中央", "中央军委", "中共中央政治局", "全国人民代表大会常务委员会", "中国人民政治协商会议全国委员会"}
)
# 两国元首, 两国总理 and who holds such an office
_RANK = re.compile("元首|首脑|领导人|总理|总统|主席|议长")
_HEADS = ("主席", "总统", "国王", "女王", "苏丹", "埃米尔", "大公")
_RANKS = {"元首": _HEADS, "总理": ("总理", "首相"), "总统": _HEADS, "主席": _HEADS, "议长": ("议长", "委员长")}
_RANKS |= dict.fromkeys(("首脑", "领导人"), (*_HEADS, "总理", "首相"))


class Held(NamedTuple):
    """A person, an office of theirs (empty when it is no longer held) and the body that it belongs to."""

    person: Key
    title: str
    body: Key


class Parties:
    """Persons as the bodies that they act for; each has the first office told, a state or company before a party."""

    def __init__(self, cast: Cast, offices: Iterable[Held]) -> None:
        self._cast = cast
        self._bodies: dict[Key, Key] = {}
        self._officers: dict[Key, list[tuple[str, Key]]] = {}
        for person, title, body in offices:
            self._officers.setdefault(body, []).append((title, person))
            old = self._bodies.get(person)
            if old is None or (_is_party(old) and not _is_party(body)):
                self._bodies[person] = body

    def body_of(self, person: Key) -> Key | None:
        """The body that a person holds office in."""
        return self._bodies.get(person)

    def of(self, keys: Sequence[Key]) -> list[Key]:
        """Bodies as they are, persons as the body that they hold office in."""
        found = self._states([self._owner(self._bodies.get(key, key)) for key in keys])
        abroad = [k for k in found if self._cast.type_of(k) == "Place" and find_country(k[1]) and k[1] not in _CHINA]
        if abroad:
            found = [self._cast.china() if self._acts_for_china(key) else key for key in found]
        return list(dict.fromkeys(found))

    def leaders(self, pair: Sequence[Key], written: str) -> list[Key]:
        """The pair of persons, or of the two states told of the one person each who is its head or its premier."""
        rank = _RANK.search(written)
        if rank is None or any(self._cast.type_of(key) != "Place" for key in pair):
            return list(pair)
        named = [[p for title, p in self._officers.get(state, ()) if title.endswith(_RANKS[rank[0]])] for state in pair]
        found = [list(dict.fromkeys(persons)) for persons in named]
        return [persons[0] for persons in found] if all(len(persons) == 1 for persons in found) else list(pair)

    def is_sort(self, body: Key, written: str) -> bool:
        """Whether a body is of the sort of which 两院 or 两校 says that there are two."""
        found = _SORT.search(written)
        return found is not None and self._cast.name_of(body).endswith(_SORTS.get(found[1], (found[1],)))

    def states(self, persons: Sequence[Key]) -> list[Key]:
        """The states that two persons sign for on behalf of both governments; China where a body names no state."""
        found: list[Key] = []
        for body in (self._bodies[p] for p in persons if p in self._bodies):
            state = country_pattern().match(self._cast.name_of(body))
            found.append(self._cast.country(state[0]) if state else self._cast.china())
        return list(dict.fromkeys(found)) if len(set(found)) > 1 else []

    def _owner(self, body: Key) -> Key:
        """The company whose department a body is (某某公司人力资源部), which its head signs for; else the body."""
        name = self._cast.name_of(body)
        cut = _DEPARTMENT.search(name) if self._cast.type_of(body) == "Organization" else None
        return self._cast.called(name[: cut.start()]) if cut and not country_pattern().match(name) else body

    def _states(self, keys: Sequence[Key]) -> list[Key]:
        """Ministries stand for their states beside states and ministries of others; anything else is what it is."""
        owners = [_state_of(self._cast.name_of(key)) or self._country(key) for key in keys]
        if all(owners) and len(set(owners)) > 1:
            return [self._cast.country(owner) for owner in owners]
        return list(keys)

    def _country(self, key: Key) -> str:
        return self._cast.name_of(key) if self._cast.type_of(key) == "Place" and find_country(key[1]) else ""

    def _acts_for_china(self, key: Key) -> bool:
        """Whether, with a foreign country as the other party, this one stands for China."""
        kind = self._cast.type_of(key)
        return kind == "Person" or (kind == "Organization" and _is_central(key[1]))


def same_body(one: Key, other: Key) -> bool:
    """Whether one name only says more of the same body (甲县, 甲县人民政府)."""
    return one[1].startswith(other[1]) or other[1].startswith(one[1])


def _state_of(name: str) -> str:
    """The country whose ministry or government a body is by its name (莫桑比克外交部); empty for any other body."""
    country = country_pattern().match(name)
    return country[0] if country and re.fullmatch(r".{1,12}(?:部|政府)", name[country.end() :]) else ""


def _is_central(name: str) -> bool:
    """Whether a body acts for China: the organs of the state and ministries without a place in their name."""
    return name in _CENTRAL or bool(re.fullmatch(r"[^省市县区州旗]{2,8}部", name))


def _is_party(key: Key) -> bool:
    named = key[1].startswith(("中共", "共青团")) or key[1] in ("中央军委", "国务院")
    return named or key[1].endswith(("党", "党中央", "共中央", "党中央委员会"))
