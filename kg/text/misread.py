"""Single characters misread within common wordings, told by which characters follow each other in news.

重太意义 is 重大意义: nobody writes 重太 or 太意, and with the look-alike 大 the characters are common together. Names
are safe, since the characters around them are seldom common with a look-alike in their place, and a surname stays one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.text import language
from kg.text.lookalikes import closest
from kg.text.mapped import Edit
from kg.text.surnames import surnames
from kg.text.traditional import simplified

COMMON, BESIDE = 3.5, 3.0  # binary logarithm of the count of the pairs that the right character makes
HAN = re.compile("[\u4e00-\u9fff]+")
MOST, SECOND = 4.0, 3.0  # of its commonest triple and of the second one


def misread(text: str) -> Iterator[Edit]:
    """Repairs of the misread characters of a text, in order."""
    flat, alike = language.plain(text).encode("utf-8", "replace").decode(), closest()  # without lone surrogates
    seen = language.seen_pairs(flat)
    for i in range(1, len(seen)):
        if not (seen[i - 1] or seen[i]) and flat[i] in alike and (right := _right(flat, i, alike[flat[i]])):
            yield Edit(i, i + 1, right)


def traditional(text: str) -> Iterator[Edit]:
    """Traditional characters within common wordings become simplified: 义務教育, but not the name 獎娅楠."""
    flat, meant = "", simplified()
    for m in _traditional().finditer(text):
        flat, i = flat or language.plain(text), m.start()
        pairs = (flat[i - 1 : i + 1] if i else "", flat[i : i + 2])
        if any(len(pair) == 2 and HAN.fullmatch(pair) and language.count(pair) > COMMON for pair in pairs):
            yield Edit(i, i + 1, meant[m[0]])


@lru_cache(maxsize=1)
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(simplified())}]")


def _right(flat: str, i: int, others: str) -> str:
    """The look-alike that makes a common wording of the characters around place i, if any."""
    left, right = flat[i - 1], flat[i + 1]
    best, found, single = 0.0, "", surnames().single
    for other, before in zip(others, language.counts(left, others), strict=True):
        if before < COMMON or (other in single and flat[i] in single):
            continue
        if (after := language.count(other + right)) < BESIDE:
            continue
        triples = (
            _within(flat[max(0, i - 2) : i] + other, before),
            _within(left + other + right, min(before, after)),
            _within(other + flat[i + 1 : i + 3], after),
        )
        middle, high = sorted(triples)[1:]
        if middle >= SECOND and high >= MOST and middle > best:
            best, found = middle, other
    return found


def _within(triple: str, most: float) -> float:
    """How common three characters are; no commoner than two of them, else it is another triple's place."""
    count = language.count(triple)
    return count if len(triple) == 3 and count <= most else 0.0
