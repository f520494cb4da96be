"""One person written in several ways by a scanner: 工东明 for 王东明, 密青阳 for 宓青阳."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from operator import ne

from kg.grammar.lexicon import DOTS, name_characters, public_persons, surnames
from kg.grammar.transliterated import foreign_score
from kg.tables import lines
from kg.text import language
from kg.text.lookalikes import lookalikes

LIKELY = 0.5  # log odds that a character stands in a given name
LONG = 4  # characters; longer names that differ in one of them are of one person


@cache
def rare_surnames() -> frozenset[str]:
    """Surnames that are so rare that no name is found by them."""
    return frozenset("".join(lines("raresurnames.txt")))


def alike(first: str, second: str) -> bool:
    """Whether two names of one length differ in one character, and that by a look-alike."""
    if len(first) != len(second) or sum(map(ne, first, second)) != 1:
        return False
    a, b = next((a, b) for a, b in zip(first, second, strict=True) if a != b)
    return b in lookalikes().get(a, "")


def unseen(text: str, names: Collection[str]) -> dict[str, str]:
    """Misread forms of names that the text holds beside them, each with the name that it is a form of."""
    found: dict[str, str] = {}
    for name in names:
        if len(name) < 3:
            continue
        for at, char in enumerate(name):
            others = lookalikes().get(char)
            if others and char not in DOTS:
                forms = _forms(text, name[:at], others, name[at + 1 :])
                found.update((form, name) for form in forms if form not in names)
    return found


def _forms(text: str, head: str, others: str, tail: str) -> Iterator[str]:
    """What the text writes of ``head``, one of ``others`` and ``tail``."""
    sure, before = (head, 0) if len(head) >= len(tail) else (tail, len(head) + 1)
    size, at = len(head) + 1 + len(tail), text.find(sure)
    while at >= 0:
        form = text[max(0, at - before) : at - before + size]
        if len(form) == size and form[len(head)] in others and form.startswith(head) and form.endswith(tail):
            yield form
        at = text.find(sure, at + 1)


def astray(text: str, told: Collection[str], names: Collection[str]) -> dict[str, str]:
    """Forms that the text has once of a name that it introduces by an office and that differ in any one character.

    The other character is one of given names, and news never have the form: who is named without an introduction has
    been introduced before, under the right name.
    """
    given = name_characters()[0]
    found: dict[str, str] = {}
    for name in told:
        if len(name) != 3 or name[0] not in surnames()[0] or name[:2] in surnames()[1] or not _is_chinese(name):
            continue
        for form in _near(text, name):
            rare = given.get(next(a for a, b in zip(form, name, strict=True) if a != b), -1.0) > LIKELY
            if rare and form not in names and text.count(form) == 1 and language.count(form) <= language.UNSEEN:
                found[form] = name
    return found


def _near(text: str, name: str) -> Iterator[str]:
    """What the text writes of a name of three characters with another second or third one."""
    at = text.find(name[0])
    while at >= 0:
        form = text[at : at + len(name)]
        if sum(map(ne, form, name)) == 1 and len(form) == len(name):
            yield form
        at = text.find(name[0], at + 1)


def canonical(
    forms: Mapping[str, int], fixed: Collection[str], doubtful: Collection[str], told: Collection[str] = ()
) -> dict[str, str]:
    """For each name that is a misread form of another, the right one.

    ``forms`` counts the mentions of each name; ``fixed`` are names known from elsewhere (the by-line), always right
    unless they begin with what is no surname; ``doubtful`` are those whose shape is no name's, which may be mended by
    themselves; ``told`` are those that the text introduces by an office.
    """
    sure = {name for name in fixed if has_surname(name)}
    order = sorted(forms, key=lambda name: (name not in sure, -forms[name], not has_surname(name), -_odds(name), name))
    right: dict[str, str] = {}
    before: dict[int, list[str]] = defaultdict(list)  # names by their length
    for name in order:
        better = next((o for o in before[len(name)] if o not in right and _same(name, o, told)), None)
        before[len(name)].append(name)
        if better and (len(name) > 2 or not has_surname(name) or better in sure):
            right[name] = better
    for name in order:
        if name not in right and (name in doubtful or _no_name(name)) and (mended := mend(name)):
            right[name] = mended
    return right


def _same(name: str, other: str, told: Collection[str]) -> bool:
    """Whether two names are one, misread: by a look-alike, or by any other character of a long name.

    So is a name that nothing introduces, where another one that is introduced differs in one character only.
    """
    if alike(name, other):
        return True
    if len(name) != len(other) or len(name) < 3 or name[0] != other[0] or sum(map(ne, name, other)) > 1:
        return False
    if len(name) > LONG:
        return name[-1] == other[-1]  # of a husband and a wife: 某某夫, 某某娃
    return (name in told) != (other in told) and _is_chinese(name) and _is_chinese(other)


def _is_chinese(name: str) -> bool:
    """Whether the characters behind a surname are rather those of Chinese names than of transliterated ones."""
    given, foreign = name_characters()
    return sum(given.get(char, -1.0) for char in name[1:]) > sum(foreign.get(char, -1.0) for char in name[1:])


def _no_name(name: str) -> bool:
    """Whether a name of three characters is plainly Chinese but for its first one, which no name begins with."""
    foreign = name_characters()[1]
    unknown = len(name) == 3 and not has_surname(name) and name[0] not in rare_surnames()
    return unknown and foreign.get(name[0], -1.0) < 0 and _is_chinese(name)


def has_surname(name: str) -> bool:
    """Whether a name begins with a known surname; names of other shapes count as having one."""
    single, double = surnames()
    return name[0] in single or name[:2] in double or len(name) > 4 or any(dot in name for dot in DOTS)


@cache
def _public(size: int) -> tuple[str, ...]:
    """The names of well-known persons of China that are so long."""
    return tuple(sorted(name for name in public_persons()[0] if len(name) == size))


def mend(name: str) -> str:
    """A name whose surname is none but looks like one (洗玉门) with that surname; empty when it is none such."""
    single, double = surnames()
    if has_surname(name) or len(name) not in (3, 4):
        return ""
    public = next((other for other in _public(len(name)) if alike(name, other)), "")
    if public:
        return public
    odds = name_characters()[1]
    if not _no_name(name) and (foreign_score(name) > 0.8 or sum(odds.get(char, 0.0) for char in name[1:]) > 3):
        likely = [
            char
            for char in lookalikes().get(name[0], "")[:3]
            if odds.get(char, -1.0) > max(0.2, odds.get(name[0], 0.0))
        ]
        return likely[0] + name[1:] if likely and odds.get(name[0], 0.0) < 0 else ""
    for surname in sorted(double):
        if alike(name[:2], surname):
            return surname + name[2:]
    if len(name) == 3:
        return next((char + name[1:] for char in lookalikes().get(name[0], "")[:3] if char in single), "")
    return ""


def _odds(name: str) -> float:
    given, foreign = name_characters()
    odds = foreign if any(dot in name for dot in DOTS) or foreign_score(name) > 1.5 else given
    return sum(odds.get(char, 0.0) for char in name)
