"""Where a personal name that begins at a known place ends: Chinese, transliterated and minority names.

Every end that is possible gets a score, log odds of its characters in names (namechars.tsv) plus what follows speaks
for an end there (:mod:`kg.grammar.nameends`); the best end wins. Nothing here looks for names;
:mod:`kg.grammar.persons` and :mod:`kg.grammar.chains` know where one may begin.
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache
from typing import NamedTuple

from kg.grammar.elements import composed_end, uyghur_end
from kg.grammar.lexicon import (
    DOTS,
    HAN,
    alternation,
    followers,
    kind_of_rank,
    name_characters,
    name_words,
    not_names,
    public_persons,
    surnames,
    word_list,
)
from kg.grammar.nameends import boundary, end_score, is_han, is_word_behind, names_a_body, sounds_on
from kg.grammar.transliterated import foreign_score

LOOSE, LIST, FREE = -1.0, 1.5, 2.5  # scores that a name needs: behind an office, in a list of names, anywhere
_KNOWN = 6.0
_NEVER_LAST = frozenset("他她它你您我因未所在同与跟对将就也还是的被把给又已曾不再便则以让说称偕亦均仍等")
_NO_GIVEN = frozenset("等的被把说称了在将就也还对给曾已是及镇县省致地他她它你您我")
_ADVERBS = frozenset("因则仍却皆亦未")  # behind a name of three characters: the sentence goes on
_STARTERS = frozenset(["任命", "祝贺", "会见", "致电", "接替", "免去", "提名", "选举", "邀请"])
_ORDINAL = re.compile("[一二三四五六七八九十]{1,3}世")
_LONGEST = 12


class Reading(NamedTuple):
    """A name's end, how it was read, and how sure that is (0 to 1)."""

    end: int
    kind: str  # chinese, foreign, dotted
    confidence: float


class _Patterns(NamedTuple):
    surname: re.Pattern[str]
    dotted: re.Pattern[str]
    han: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    single, double = surnames()
    return _Patterns(
        surname=re.compile(f"{alternation(double)}|[{''.join(sorted(single))}]"),
        dotted=re.compile(rf"[{HAN}A-Z.-]{{1,10}}(?:[{DOTS}][{HAN}-]{{1,12}})+"),
        han=re.compile(rf"[{HAN}-]{{2,{_LONGEST}}}"),
    )


def read_name(text: str, start: int, known: Container[str] = (), *, need: float = FREE) -> Reading | None:
    """Read the personal name that begins at ``start``.

    ``known`` holds names that the article spells out elsewhere; they settle where a name ends. ``need`` is the score
    that the name must reach: :data:`LOOSE`, :data:`LIST` or :data:`FREE`.
    """
    if dotted := _dotted(text, start):
        return dotted
    run = _patterns().han.match(text, start)
    if not run:
        return None
    if (end := composed_end(text, start)) > start and end_score(text, end) != 0:
        return Reading(end, "foreign", 0.95)
    best: tuple[float, int, str] = (need, 0, "")
    public, chinese = _public(), public_persons()[0]
    surname = _patterns().surname.match(text, start)
    for end in range(start + 2, run.end() + 1):
        ended = end_score(text, end)
        name = text[start:end]
        if ended != 0 and (name in known or (name in public and (ended > 0 or name in chinese))):
            if name not in known and len(name) == 2 and ended < 0:
                continue  # a public person's name may begin a longer one
            best = max(best, (_KNOWN + ended + end - start, end, "foreign" if end - start > 4 else "chinese"))
        longest = 3 if surname and surname.end() - start == 2 and text[end - 1] in "子郎夫美江代男雄" else 2
        if surname and 1 <= end - surname.end() <= longest:
            best = max(
                best, (_chinese(text, start, surname.end(), end) + ended + _repeats(text, start, end), end, "chinese")
            )
        if ended > 0 and (shape := foreign_score(_without_link(text, name, end))) > 0:
            best = max(best, (shape + ended + _repeats(text, start, end), end, "foreign"))
    score, end, kind = best
    if kind == "foreign" and (ordinal := _ORDINAL.match(text, end)):
        end = ordinal.end()
    return Reading(end, kind, min(0.98, 0.6 + 0.06 * score)) if end else None


def _without_link(text: str, name: str, end: int) -> str:
    """A name without the 和 that closes it where nothing follows (巴图孟和，)."""
    if name[-1] != "和" or is_han(text[end : end + 1] or " ") or text[end : end + 1].isalnum():
        return name
    return name[:-1]


@cache
def _public() -> frozenset[str]:
    return frozenset().union(*public_persons())


def name_before(text: str, end: int, floor: int, known: Container[str] = ()) -> Reading | None:
    """Read the personal name that ends at ``end`` and begins not before ``floor``; the reading's ``end`` is its start.

    The name begins at ``floor``, behind a character that no name holds, or behind a word that names follow.
    """
    floor = max(floor, end - 16)
    for start in range(floor, end - 1):
        if (text[start:end] in known or text[start:end] in _public()) and (start == 0 or text[start - 1] not in DOTS):
            return Reading(start, "known", 0.95)
    clause = text[:end]
    for start in range(floor, end - 1):
        if text[start] in "年月日" and text[start - 1 : start].isdigit():
            continue  # 1987年离休
        if (start == floor or may_precede(text, start)) and (boundary(text, start) < 2 or text[start + 1] in DOTS):
            reading = read_name(clause, start, known)
            if reading and reading.end == end and text[end - 1] not in _NEVER_LAST:
                return Reading(start, reading.kind, reading.confidence)
    return None


def may_precede(text: str, start: int) -> bool:
    """Whether a name may begin at ``start`` by what stands before."""
    if start == 0:
        return True
    if text[start - 2 : start] in kind_of_rank() or text[start - 2 : start] in name_words().roles:
        return True
    before = text[start - 1]
    return (
        not is_han(before)
        or before in name_words().glued
        or text[start - 2 : start] in followers()
        or text[start - 2 : start] in word_list("before_name")
    )


def _repeats(text: str, start: int, end: int) -> float:
    """Whether the article writes these characters again, and goes on in another way there."""
    if not is_han(text[end : end + 1] or " "):
        return 0.0
    times = text.count(text[start:end])
    if times < 2:
        return 0.0
    longer = text.count(text[start : end + 1])
    if longer == times:
        return 0.0 if text[end] in name_words().glued else -1.5
    return 1.5


def _chinese(text: str, start: int, given: int, end: int) -> float:
    odds = name_characters()[0]
    score = sum(max(-2.5, odds.get(char, 0.5)) for char in text[given:end])
    score = min(score, 2.5) + (0.7 if end - given == 2 else 0.0) + (1.5 if given - start == 2 else 0.5)
    score -= 4.0 if text[end - 1] in _NO_GIVEN or (end - given > 1 and text[end - 1] in _ADVERBS) else 0.0
    if end - given > 1 and end_score(text, end - 1) >= 1.6 and _crosses(text, end) and boundary(text, end) < 2:
        score -= 2.0
    if end - given > 1 and text[end - 1] == "任" and is_word_behind(text, end):
        score -= 2.5  # 邱林任主任
    return score - (3.0 if given - start == 1 and text[start : start + 2] in not_names() else 0.0)


def _crosses(text: str, end: int) -> bool:
    """Whether the characters around ``end`` are one word (陪同, 先后)."""
    pair = text[end - 1 : end + 1]
    return pair in followers() or pair in name_words().after


def read_open(text: str, start: int) -> Reading | None:
    """Read a name of no known shape (工东明, misread for 王东明) by the word that ends it alone."""
    odds = name_characters()[0]
    if text[start : start + 2] in followers() or text[start : start + 2] in not_names():
        return None
    for end in (start + 3, start + 4, start + 2):
        inside = text[start + 1 : end]
        ended = end_score(text, end)
        if len(inside) + 1 < end - start or not all(map(is_han, text[start:end])) or text[end - 1] in _NEVER_LAST:
            continue
        if ended < 2.3 or any(text[at : at + 2] in followers() for at in range(start, end - 1)):
            continue
        if any(boundary(text, at) > 1 for at in range(start + 2, end)):  # 率领 of 本通率领
            continue
        if end - start == 2 and not (ended == 3.0 and all(map(_in_names, text[start:end]))):
            continue
        if sum(odds.get(char, 0.5) for char in inside) > -1.5:
            return Reading(end, "open", 0.6)
    return None


def _in_names(char: str) -> bool:
    return max(odds.get(char, least) for odds, least in zip(name_characters(), (0.5, 0.0), strict=True)) > 0.2


def _dotted(text: str, start: int) -> Reading | None:
    match = _patterns().dotted.match(text, start)
    if not match:
        return None
    if text[start : start + 2] in _STARTERS:
        return None
    parts = [at for at in range(start, match.end()) if at == start or text[at - 1] in DOTS]
    known = {i for at in parts for i in range(at + 1, uyghur_end(text, at))}
    stop = next((at for at in range(start + 1, match.end()) if at not in known and _breaks(text, at)), match.end())
    last = max(text.rfind(dot, start, stop) for dot in DOTS) + 1
    if last <= start:
        return None
    ends = {end: _tail(text[last:end]) + end_score(text, end) for end in range(last + 1, stop + 1) if end not in known}
    return Reading(max(ends, key=lambda end: (ends[end], -end)), "dotted", 0.97) if ends else None


def _breaks(text: str, at: int) -> bool:
    """Whether no name in a foreign tongue goes over ``at``: a word that follows names stands there."""
    char = text[at]
    if text[at - 1] in DOTS or text[at + 1 : at + 2] in tuple(DOTS):
        return False
    if char in name_words().glued and not sounds_on(text, at) and text[at - 1 : at + 1] != "阿不":
        return True
    return is_word_behind(text, at) or names_a_body(text, at)


def _tail(part: str) -> float:
    odds = name_characters()[1]
    words = sum(part[at : at + 2] in followers() for at in range(1, len(part) - 1))
    glued = 1.5 * (len(part) > 2 and part[-1] in name_words().glued and odds.get(part[-1], 0.0) < 0)
    return sum(odds.get(char, 0.0) + 0.5 for char in part) / 3 - 2.0 * words - glued
