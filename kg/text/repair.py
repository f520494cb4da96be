"""Repair of a line of text, each step keeping every character's place on the raw page.

Only what cannot be right is repaired, since names and terms must stay as written: widths of digits and letters, white
space within Chinese, punctuation set twice, letters read for digits, words out of ``kg/data/ocr.yaml``, and characters
that make no sense among common ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator

from kg.text.confusions import confused, foreign
from kg.text.dots import dotted, stops
from kg.text.hyphens import HYPHENS, stray
from kg.text.mapped import Edit, Mapped
from kg.text.misread import misread, traditional

CHINESE = "\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—·"
_RANGES = ((0xFF05, 0xFF06), (0xFF10, 0xFF1A), (0xFF21, 0xFF3B), (0xFF41, 0xFF5B), (0x2F00, 0x2FD6), (0xF900, 0xFAFF))
_WIDE = {
    code: narrow
    for start, end in _RANGES
    for code in range(start, end)
    if len(narrow := unicodedata.normalize("NFKC", chr(code))) == 1
}
_HAS_WIDE = re.compile("[\uff05\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2f00-\u2fd5\uf900-\ufaff]")
_LATIN = re.compile("[.．o]")
_SPACE = re.compile(r"\s+")
_NEAR = re.compile(f"[{CHINESE}]")
_TWICE = re.compile(r"([，,])[，,]+|(。)。+|(、)、+|([；;])[；;]+|([：:])[：:]+")
_NUMBER = re.compile(r"(?<![A-Za-z0-9])[0-9lI][0-9OolI]+(?![A-Za-z])")
_COUNTED = frozenset("年月日时分秒点元名人位亿万千百十个项次届号条亩家岁公里米吨度天期批套台件户所%％℃余多")
_DIGITS = str.maketrans("OolI", "0011")


def widths(line: Mapped) -> Mapped:
    """Full-width digits and letters, and ideographs kept only for compatibility, become the usual characters."""
    return Mapped(line.text.translate(_WIDE), line.pieces) if _HAS_WIDE.search(line.text) else line


def spaces(line: Mapped, keep: Collection[int] = ()) -> Mapped:
    """White space beside a Chinese character or between two digits goes, other white space becomes one space.

    Args:
        line: the text to repair.
        keep: where white space starts that divides words (names in a byline, clauses of a headline).
    """
    return line.edit(_spaces(line.text, keep)) if _SPACE.search(line.text) else line


def _spaces(text: str, keep: Collection[int]) -> Iterator[Edit]:
    for m in _SPACE.finditer(text):
        before, after = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
        apart = bool(before and after) and (m.start() in keep or not _glued(before, after))
        if m[0] != (new := " " if apart else ""):
            yield Edit(m.start(), m.end(), new)


def _glued(before: str, after: str) -> bool:
    return bool(_NEAR.match(before) or _NEAR.match(after)) or (before.isdigit() and after.isdigit())


def doubled(line: Mapped) -> Mapped:
    """A comma, full stop, colon or semicolon that is set twice stands once."""
    if not _TWICE.search(line.text):
        return line
    return line.edit(Edit(m.start() + 1, m.end(), "") for m in _TWICE.finditer(line.text))


def numbers(line: Mapped) -> Mapped:
    """Letters read for digits become digits where they stand among digits: l96克 is 196克, 6O名 is 60名."""
    return line.edit(_numbers(line.text)) if _NUMBER.search(line.text) else line


def _numbers(text: str) -> Iterator[Edit]:
    for m in _NUMBER.finditer(text):
        found = m[0]
        if not re.search("[0-9]", found) or not re.search("[OolI]", found):
            continue
        if found[-1].isdigit() or text[m.end() : m.end() + 1] in _COUNTED or sum(map(str.isdigit, found)) > 2:
            yield Edit(m.start(), m.end(), found.translate(_DIGITS))


def words(line: Mapped) -> Mapped:
    """Words that a scanner is known to misread and that mean nothing as misread: 签汀 is 签订."""
    edits = list(confused(line.text))
    return line.edit(edits) if edits else line


def shapes(line: Mapped) -> Mapped:
    """Signs of other scripts become the Chinese characters and marks that they look like: 张三丶李四 is 张三、李四."""
    edits = list(foreign(line.text))
    return line.edit(edits) if edits else line


def dots(line: Mapped) -> Mapped:
    """Full stops of Latin type within transliterated names become the dots that part these: 阿兹曼.哈山."""
    edits = list(dotted(line.text)) if "." in line.text or "．" in line.text else []
    return line.edit(edits) if edits else line


def ends(line: Mapped) -> Mapped:
    """Full stops of Latin type, and the letter o, at the end of a Chinese sentence become what they were: 会议.市长."""
    edits = list(stops(line.text)) if _LATIN.search(line.text) else []
    return line.edit(edits) if edits else line


def hyphens(line: Mapped) -> Mapped:
    """Hyphens from the ends of printed lines go: 揭牌仪-式 is 揭牌仪式."""
    edits = list(stray(line.text)) if HYPHENS.search(line.text) else []
    return line.edit(edits) if edits else line


def characters(line: Mapped) -> Mapped:
    """Characters misread within common wordings become the right ones: 重太意义 is 重大意义, 义務 is 义务."""
    edits = list(traditional(line.text))
    line = line.edit(edits) if edits else line
    edits = list(misread(line.text))
    return line.edit(edits) if edits else line


STEPS: tuple[Callable[[Mapped], Mapped], ...] = (shapes, dots, ends, hyphens, doubled, numbers, words, characters)


def repair(line: Mapped, keep: Collection[int] = ()) -> Mapped:
    """All steps in order; ``keep`` as :func:`spaces` takes it."""
    line = spaces(widths(line.strip()), keep)
    for step in STEPS:
        line = step(line)
    return line
