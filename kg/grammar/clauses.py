"""The verbs and function words of a clause, and the word lists of the grammar around them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from kg.grammar.lexicon import trie
from kg.grammar.places import area_at, areas, country_pattern
from kg.tables import table

_PREPOSITIONS = frozenset({"at", "by", "with", "to", "for", "lead"})
_TOWARDS = frozenset("在到赴于至从")
_BEFORE_NAMES = frozenset("、到进往赴访")
_VILLAGE = re.compile("[\u4e00-\u9fff]{1,2}[镇乡村]")
_COMPANY = re.compile("[\u4e00-\u9fff]{2,14}?(?:公司|集团|合作社)(?=[，。、；）)]|$)")
_BEFORE_ZUO = "工合操运协动写创著农制耕劳"  # 工作报告 holds no 作报告


class Marker(NamedTuple):
    """A word that governs arguments: a verb (``kind`` its class, ``name`` its predicate) or a preposition."""

    start: int
    end: int
    kind: str
    name: str


class Lexicon:
    """The verbs and function words of kg/data/verbs.yaml, found in one pass.

    A surface is a literal, or a pattern when it holds ``…`` (up to 40 characters of a clause) or ``_`` (one);
    ``(a|b|)`` in it stands for any one of these.
    """

    def __init__(self, table: dict[str, dict[str, list[str]]]) -> None:
        self._names: dict[str, tuple[str, str]] = {}
        self._patterns: list[tuple[str, str, str]] = []
        for kind, predicates in table.items():
            for name, surfaces in predicates.items():
                for surface in (form for written in surfaces for form in _forms(written)):
                    if "…" in surface or "_" in surface:
                        self._patterns.append((_pattern(surface), kind, name))
                    else:
                        self._names[surface] = kind, name
        wild = [f"{pattern}()" for pattern, _, _ in self._patterns]  # the empty group tells which pattern it was
        self._find = re.compile(f"(?={self._firsts()})(?:{'|'.join([*wild, trie(self._names)])})")

    def _firsts(self) -> str:
        """Any of the characters that surfaces begin with, which spares all others the long expression."""
        found = {surface[0] for surface in self._names} | {pattern[0] for pattern, _, _ in self._patterns}
        return f"[{''.join(map(re.escape, sorted(found)))}]"

    def markers(self, text: str, start: int, end: int, taken: bytearray) -> Iterator[Marker]:
        """Yield the markers between ``start`` and ``end`` that do not begin where ``taken`` is set."""
        position = start
        while found := self._find.search(text, position, end):
            at = found.start()
            if taken[at] or (text[at] == "作" and at > start and text[at - 1] in _BEFORE_ZUO):
                position = at + 1
                continue
            if found.lastindex:
                _, kind, name = self._patterns[found.lastindex - 1]
            else:
                kind, name = self._names[found[0]]
            if kind == "word" and found.end() - at == 2 and (place := self._before_place(text, at, end)):
                yield place
                position = place.end
                continue
            if kind in _PREPOSITIONS and found.end() == at + 1 and (behind := self._behind_area(text, at)):
                position = behind
                continue
            if kind in _PREPOSITIONS and found.end() == at + 1 and (behind := _in_name(text, at, end)):
                position = behind
                continue
            if text[at - 1 : at] in _TOWARDS and kind == "with" and text[at : at + 2] in areas():
                position = at + 2  # 在同江, 到同仁: no 与
                continue
            if at and kind == "with" and text[at - 1] in "“《":
                position = at + 1  # “同船出海”
                continue
            if kind != "word":
                yield Marker(at, found.end(), kind, name)
            position = found.end()

    def _before_place(self, text: str, at: int, end: int) -> Marker | None:
        """A preposition that only looks like another word with the first character of a place (同意大利, 在内蒙古)."""
        if text.startswith("正在", at):  # 正在某国访问
            at += 1
        kind, name = self._names.get(text[at], ("", ""))
        if kind not in ("with", "at", "to"):
            return None
        country = country_pattern().match(text, at + 1, end)
        place_end = country.end() if country else area_at(text, at + 1)
        return Marker(at, at + 1, kind, name) if place_end > at + 2 - (text[at - 1] == "正") else None

    @staticmethod
    def _behind_area(text: str, at: int) -> int:
        """Where an area ends whose full name only begins like a preposition (同江市, 于都县); 0 when none does."""
        area_end = area_at(text, at)
        return area_end if area_end > at + 2 and text[area_end - 1] in "省市县区州旗" else 0


def _in_name(text: str, at: int, end: int) -> int:
    """Where a name goes on behind a preposition that is part of it; 0 where it is none.

    No preposition stands behind a verb of going or a list mark and before a village (走进向阳村, 、同弓乡), nor between
    an area and what ends the clause as a company does (某省向丰农业公司，): a phrase of its own is followed by a verb.
    """
    if text[at - 1 : at] in _BEFORE_NAMES and (village := _VILLAGE.match(text, at + 1, end)):
        return village.end()
    if text[at - 2 : at] in areas() or text[at - 3 : at] in areas():
        company = _COMPANY.match(text, at + 1, end)
        return company.end() if company else 0
    return 0


def _forms(surface: str) -> Iterator[str]:
    """All that a surface with alternatives stands for: (签字|签约)人 is 签字人 and 签约人."""
    parts = [part.split("|") for part in re.split(r"[()]", surface)]
    return map("".join, itertools.product(*parts))


def _pattern(surface: str) -> str:
    gap = r"[^，。；：！？,;:!?\n]{0,40}?"
    if surface.startswith(("进行", "举行")):  # up to the next such verb (进行访问的总统举行会谈)
        gap = r"(?:(?!进行|举行|访问|考察)[^，。；：！？,;:!?\n]){0,40}?"
    if surface.startswith("听取"):  # up to who gives it (听取了某某作的关于…意见的报告)
        gap = r"(?:(?!作的|所作)[^，。；：！？,;:!?\n]){0,40}?"
    if surface.startswith(("作…", "作了…", "致…")):  # none of 作为代表参加某报告会
        gap = r"(?!为(?!期)|用|业|物|家)" + gap
    return re.escape(surface).replace("…", gap).replace("_", r"[^，。；：！？\s]")


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon that ships with the package."""
    return Lexicon(load_table("verbs.yaml"))


def choices(key: str) -> str:
    """The expressions of an entry of kg/data/clauses.yaml, joined as alternatives."""
    return "|".join(load_table("clauses.yaml")[key])


@lru_cache(maxsize=8)
def load_table(name: str) -> dict[str, Any]:
    """A YAML file of kg/data as a mapping."""
    found: dict[str, Any] = table(name)
    return found
