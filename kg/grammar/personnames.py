"""Where a personal name that begins at a known place ends: Chinese, transliterated and minority names.

Nothing here looks for names; :mod:`kg.grammar.persons` and :mod:`kg.grammar.offices` know where one may begin.
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache
from typing import NamedTuple

from kg.grammar.lexicon import DOTS, HAN, alternation, kind_of_rank, name_words, not_names, surnames


class Reading(NamedTuple):
    """A name's end, how it was read, and how sure that is (0 to 1)."""

    end: int
    kind: str  # chinese, foreign, dotted, open
    confidence: float


_SOFT = frozenset("让都能可想到为以因会要率赴")  # words behind a name that given names hold too


class _Patterns(NamedTuple):
    boundary: re.Pattern[str]
    chinese: re.Pattern[str]
    dotted: re.Pattern[str]
    han: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    single, double = surnames()
    ranks = [word for word in kind_of_rank() if len(word) > 1]
    after = alternation([*name_words().after, *name_words().address, *ranks])
    return _Patterns(
        boundary=re.compile(rf"{after}|[^{HAN}{DOTS}]|\Z"),
        chinese=re.compile(rf"(?:({alternation(double)})|[{''.join(sorted(single))}])[{HAN}]"),
        dotted=re.compile(rf"[{HAN}A-Z.-]{{1,10}}(?:[{DOTS}][{HAN}-]{{1,12}})+"),
        han=re.compile(rf"[{HAN}-]{{2,12}}"),
    )


def boundary(text: str, position: int) -> int:
    """Length of the word at ``position`` that shows that a name has ended there; 0 when none does.

    Any character that no name holds, and the end of the text, count as one long.
    """
    match = _patterns().boundary.match(text, position)
    return max(1, match.end() - position) if match else 0


def read_name(text: str, start: int, known: Container[str] = (), *, loose: bool = False) -> Reading | None:
    """Read the personal name that begins at ``start``.

    ``known`` holds names that the article spells out elsewhere; they settle where a name ends. ``loose`` allows names
    of no known shape, which is right behind an office only.
    """
    if dotted := _dotted(text, start):
        return dotted
    chinese, foreign = _chinese(text, start, known), _foreign(text, start, known)
    if chinese and (not foreign or chinese.confidence >= foreign.confidence):
        return chinese
    if foreign:
        return foreign
    return _open(text, start) if loose else None


def _dotted(text: str, start: int) -> Reading | None:
    match = _patterns().dotted.match(text, start)
    if not match:
        return None
    last = max(match[0].rfind(dot) for dot in DOTS) + start + 1
    head = text[start:last]
    if any(boundary(text, at) > 1 and text[at] not in name_words().foreign for at in range(start + 1, start + head.index(text[last - 1]))):
        return None
    return Reading(_cut(text, last, match.end(), 1), "dotted", 0.97)


def _cut(text: str, start: int, stop: int, least: int) -> int:
    """The first place in ``start + least`` … ``stop`` where a transliterated name may end."""
    foreign = name_words().foreign
    for at in range(start + least, stop):
        size = boundary(text, at)
        if size >= 2 or (size == 1 and text[at] not in foreign):
            return at
    return stop


def _chinese(text: str, start: int, known: Container[str]) -> Reading | None:
    match = _patterns().chinese.match(text, start)
    if not match:
        return None
    short = match.end()
    long = short + 1
    if text[start:long] in known:
        return Reading(long, "chinese", 0.98)
    if text[start:short] in known and not match[1]:
        return Reading(short, "chinese", 0.97)
    at_short, at_long = boundary(text, short), 0
    if short < len(text) and _patterns().chinese.pattern and _is_han(text[short]):
        at_long = boundary(text, long)
    end = _choose(text, short, at_short, at_long)
    if end is None or _is_word(text, start, end, bool(match[1])):
        return None
    return Reading(end, "chinese", 0.95 if min(at_short, at_long) == 0 else 0.85)


def _choose(text: str, short: int, at_short: int, at_long: int) -> int | None:
    if not at_short and not at_long:
        return None
    if not at_long:
        return short
    if not at_short:
        return short + 1
    if at_short >= 2 > at_long and _is_han(text[short + 1]):
        return short
    glued = text[short] in name_words().glued or (text[short] in _SOFT and at_long < 2)
    return short if glued else short + 1


def _is_han(char: str) -> bool:
    return "一" <= char <= "鿿"


def _is_word(text: str, start: int, end: int, compound: bool) -> bool:
    return not compound and text[start : start + 2] in not_names()


def _foreign(text: str, start: int, known: Container[str]) -> Reading | None:
    match = _patterns().han.match(text, start)
    if not match:
        return None
    for end in range(match.end(), start + 1, -1):
        if text[start:end] in known:
            return Reading(end, "foreign", 0.98)
    end = _cut(text, start, match.end(), 2)
    name = text[start:end]
    share = sum(char in name_words().foreign for char in name) / len(name)
    if not boundary(text, end) or share < 0.75 or not 2 <= len(name) <= 8 or name[:2] in not_names():
        return None
    return Reading(end, "foreign", 0.6 + 0.3 * share)


def _open(text: str, start: int) -> Reading | None:
    """A short run of characters up to a boundary: a name of no known shape (其其格)."""
    match = _patterns().han.match(text, start)
    if not match:
        return None
    end = _cut(text, start, match.end(), 2)
    if not boundary(text, end) or not 2 <= end - start <= 6 or text[start : start + 2] in not_names():
        return None
    return Reading(end, "open", 0.6)
