"""Names misread in one place of a page and right in others: 潭晓峰 where the page has 谭晓峰 again and again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from kg.text import Edit, Mapped, language
from kg.text.lookalikes import closest
from kg.text.namechars import given_odds
from kg.text.surnames import surnames

SIZE = 3  # characters of a name
OFTEN = 2  # times that a page has a name for each time that it has it misread, at least
HAN = re.compile("[\u4e00-\u9fff]{3}")


def misread_names(texts: Iterable[str]) -> dict[str, str]:
    """Forms of the names of a page that stand for others on it, each with the right one.

    A form differs by a look-alike, is rarer on the page, and consists of characters that news never have together.
    """
    page, begin = "\n".join(texts), surnames().single
    counts = Counter([page[i : i + SIZE] for i, char in enumerate(page) if char in begin])
    found: dict[str, str] = {}
    for name, times in counts.items():
        if times >= OFTEN and _is_name(name):
            found.update((form, name) for form in _forms(name) if 0 < OFTEN * page.count(form) <= times)
    return {form: name for form, name in found.items() if language.count(form) <= language.UNSEEN}


def renamed(text: Mapped, forms: Mapping[str, str]) -> Mapped:
    """A text with the misread names put right."""
    found = sorted((m.start(), right) for form, right in forms.items() for m in re.finditer(form, text.text))
    edits, end = [], 0
    for start, right in found:
        if start >= end:
            end = start + SIZE
            edits.append(Edit(start, end, right))
    return text.edit(edits) if edits else text


def renamed_writer(name: str, forms: Mapping[str, str]) -> str:
    """The name of who wrote an article, put right."""
    for form, right in forms.items():
        name = name.replace(form, right)
    return name


def _is_name(name: str) -> bool:
    """Whether characters behind a surname make a name rather than words, which news would have together."""
    odds = given_odds()
    named = bool(HAN.fullmatch(name)) and sum([odds.get(char, -1.0) for char in name[1:]]) > 0
    return named and language.count(name) <= language.UNSEEN


def _forms(name: str) -> Iterable[str]:
    alike = closest()
    for at, char in enumerate(name):
        for other in alike.get(char, ""):
            yield name[:at] + other + name[at + 1 :]
