"""Words and signs that scanners misread, out of ``kg/data/ocr.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.tables import table
from kg.text.mapped import Edit

_HAN = "\u4e00-\u9fff"


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, str]]:
    data: dict[str, dict[str, str]] = table("ocr.yaml")
    return data


@lru_cache(maxsize=1)
def _shapes() -> tuple[re.Pattern[str], dict[str, str]]:
    """A foreign sign between Chinese characters or a foreign variant of one, and what each stands for."""
    meant = {sign: right for right, signs in _data()["shapes"].items() for sign in signs}
    variants = "".join(re.findall(f"[{_HAN}]", "".join(meant)))
    signs = "".join(sign for sign in meant if sign not in variants)
    return re.compile(f"[{variants}]|(?<=[{_HAN}])[{re.escape(signs)}](?=[{_HAN}])"), meant


def foreign(text: str) -> Iterator[Edit]:
    """Repairs of signs of other scripts that stand for a Chinese character or mark, in order."""
    pattern, meant = _shapes()
    for m in pattern.finditer(text):
        yield Edit(m.start(), m.end(), meant[m[0]])


@lru_cache(maxsize=1)
def _table() -> tuple[re.Pattern[str], dict[str, str], dict[str, list[int]]]:
    """The characters that begin a misread word, the words, and the lengths of those that begin with a pair."""
    words = {_misread(right, pair): right for pair, rights in _data()["words"].items() for right in rights.split()}
    first = "".join(sorted({word[0] for word in words}))
    lengths: dict[str, list[int]] = {}
    for length, pair in sorted({(len(word), word[:2]) for word in words}, reverse=True):
        lengths.setdefault(pair, []).append(length)
    return re.compile(f"[{re.escape(first)}]"), words, lengths


def _misread(right: str, pair: str) -> str:
    return right.replace(pair[1], pair[0], 1)


def confused(text: str) -> Iterator[Edit]:
    """Repairs of the misread words of a text, in order."""
    starts, words, lengths = _table()
    done = 0
    for m in starts.finditer(text):
        at = m.start()
        if at < done:
            continue
        for length in lengths.get(text[at : at + 2], ()):
            right = words.get(text[at : at + length])
            if right:
                done = at + length
                yield Edit(at, done, right)
                break
