"""The items of a list of persons, and what shows that a name may begin or is none."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache, lru_cache
from itertools import takewhile

from kg.grammar.clauses import choices
from kg.grammar.lexicon import (
    DOTS,
    HAN,
    common_words,
    followers,
    name_characters,
    name_words,
    public_persons,
    word_list,
)
from kg.grammar.nameends import boundary, end_score, names_a_body, sounds_on
from kg.grammar.personnames import LIST, Reading, name_before, read_name
from kg.grammar.places import country_pattern, find_area, find_country
from kg.grammar.titles import is_rank_at, named_at
from kg.model import Span

_MODALS = frozenset("应可能会须需将要经")
_CLAUSE_MARKS = "、，。；：！？\n"
_DEFINED = re.compile('(?:[统简]|以下|下文|下)称为?[“"「『《]?$')
_LONGEST_NAME = 14
_LONGEST_BODY = 6
_OF_AREA = re.compile(f"[省市县区][{HAN}]{{1,10}}?(?:局|厅|委|政府|政协|人大|法院|检察院|公司|集团|协会)")  # 某市教育厅
_GLUED_SURNAMES = frozenset("于任")
_ACTS_FOR = re.compile("代表(?=[双两三各签省市县区镇乡村校院]|公司|企业|单位|主办|全[体省市县]|与会|致|发言|上台|宣读)")
_VERBAL = frozenset("和与同对向及在为到率的是说")  # hardly stand between the beginning of a body's name and a rank
_LIMITED = re.compile(
    f"(?:(?![的了在与和同为是到及任当出])[{HAN}（）()]){{1,12}}?(?:有限(?:责任)?公司|集团公司|股份公司|科技公司|技术公司|实业公司|合作社)"
)


@cache
def _firm_goes_on() -> re.Pattern[str]:
    return re.compile(f"(?:{choices('trades')})[{HAN}（）()]{{0,12}}?(?:公司|集团|厂|合作社)")


@lru_cache(maxsize=1 << 12)
def is_firm(text: str, name: str) -> bool:
    """Whether what looks like a name is the short one of a company, whose full name the text spells out or defines."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if _DEFINED.search(text, max(0, at - 6), at) or _firm_goes_on().match(text, end) or _heads_firm(text, at, end):
            return True
        at = text.find(name, at + 1)
    return False


def _heads_firm(text: str, at: int, end: int) -> bool:
    """Whether a company's name goes on behind a word that begins it or follows its area (平川|福满园|食品有限公司)."""
    if not _LIMITED.match(text, end) or boundary(text, end) or text[end : end + 2] in followers():
        return False
    if at == 0 or not re.match(f"[{HAN}]", text[at - 1]) or text[at - 1] in "与和同由":
        return True
    before = [text[max(0, at - size) : at] for size in (2, 3, 4, 5)]
    return any(find_area(word) or find_country(word) for word in before)


def is_word(name: str) -> bool:
    """Whether what has the shape of a name is a common word or a place, and only an office would make it a name."""
    if any(name in persons for persons in public_persons()):
        return False
    return name in common_words() or bool(find_area(name) or find_country(name))


def is_place(text: str, at: int, reading: Reading) -> bool:
    """Whether a name is rather a country, or an area or body as long as the name."""
    if reading.kind == "foreign" and (country_pattern().match(text, at) or text[reading.end - 1] in "省市县区州镇乡村"):
        return True
    return named_at(text, at) >= max(reading.end, at + 3)


def may_begin_name(text: str, at: int) -> bool:
    """Whether what stands at ``at`` is no word that follows names (主持, 对)."""
    if text[at + 1 : at + 2] in ("-", *DOTS):
        return True
    if sounds_on(text, at):
        return True  # 因凡蒂诺
    if text[at : at + 1] in _MODALS and text[at + 1 : at + 3] in followers():
        return False
    return boundary(text, at) < 2 and (
        text[at : at + 1] not in name_words().glued or text[at : at + 1] in _GLUED_SURNAMES
    )


def read_list_item(text: str, at: int, known: Container[str]) -> Reading | None:
    """The name of a list of persons that begins at ``at``, if it is one and no other office or body."""
    reading = read_name(text, at, known, need=LIST)
    if not reading or text[at : reading.end] in word_list("no_person"):
        return None
    if not may_begin_name(text, at):
        return rare_surname(text, at, known) if text[at - 1] == "、" else None
    if is_place(text, at, reading) or _begins_body(text, at, reading):
        return None
    if any(is_rank_at(text, inside) for inside in range(at + 1, reading.end - 1)):
        return None
    office = is_rank_at(text, reading.end) and not _ACTS_FOR.match(text, reading.end)
    return None if office or end_score(text, reading.end) < 1.5 or _names_office(text, at, reading) else reading


def _begins_body(text: str, at: int, reading: Reading) -> bool:
    """Whether what looks like a name begins the name of a body."""
    if _OF_AREA.match(text, reading.end - 1) or names_a_body(text, reading.end):
        return True
    return reading.kind != "dotted" and is_firm(text, text[at : reading.end])


def _names_office(text: str, at: int, reading: Reading) -> bool:
    """Whether what looks like a name begins an office: with an area (泉州海|关关长) or a body (西安|体育学院教授)."""
    area = named_at(text, at) > at
    if boundary(text, reading.end) > 1 or not (area or reading.kind == "foreign"):
        return False
    reach = range(reading.end, reading.end + (_LONGEST_BODY if area else 2 * _LONGEST_BODY))
    behind = takewhile(lambda i: text[i : i + 1].isalpha() and text[i] not in _VERBAL, reach)
    return any(is_rank_at(text, i) and (area or i > reading.end + 1) for i in behind)


def names_listed_before(text: str, end: int, known: Container[str]) -> list[Span]:
    """The persons of a list at the head of a clause that stand before its last one, which begins at ``end``."""
    persons: list[Span] = []
    while text[end - 1] in "、和":
        floor = max(text.rfind(mark, 0, end - 1) for mark in _CLAUSE_MARKS) + 1
        reading = name_before(text, end - 1, max(floor, end - 1 - _LONGEST_NAME), known)
        if not reading:
            return []
        persons.insert(0, Span(reading.end, end - 1))
        end = reading.end
    return persons if end == 0 or text[end - 1] in _CLAUSE_MARKS else []


def rare_surname(text: str, at: int, known: Container[str]) -> Reading | None:
    """A full name whose surname mostly is a preposition or an adverb: 副校长曾某某, 局长向某某."""
    pairs = text[at : at + 2], text[at + 1 : at + 3]
    if text[at : at + 1] not in word_list("rare_surnames") or any(pair in followers() for pair in pairs):
        return None
    reading = read_name(text, at, known, need=LIST)
    if not reading or reading.kind != "chinese" or reading.end - at not in (2, 3):
        return None
    odds = name_characters()[0]
    given = sum(odds.get(char, 0.5) for char in text[at + 1 : reading.end])
    ended, whole = end_score(text, reading.end), reading.end - at == 3
    likely = given > (-0.5 if whole and ended == 3.0 else 0.5)
    return reading if likely and ended > (1.5 if whole else 2.2) else None


def goes_on(text: str, at: int, reading: Reading, known: Container[str], *, of_state: bool) -> bool:
    """Whether what looks like a holder's name behind an office goes on telling: 总书记高兴地…, 负责人依法…, 总统权限.

    ``of_state``: the office is one of those that stand for their holder, without a name.
    """
    written = text[at : reading.end]
    if len(written) == 3 and written.endswith("地") and reading.kind == "chinese":
        return True
    if written in known:
        return False
    if len(written) == 2 and written in followers():
        return True
    return written in common_words() and (of_state or end_score(text, reading.end) < 0)
