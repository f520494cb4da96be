"""Markdown and HTML marks taken off a line of a page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from kg.text.mapped import Edit, Mapped

MARKS = re.compile(
    r"!\[[^\]\n]*\]\([^)\n]*\)"  # an image
    r"|<!--.*?-->|</?[a-zA-Z][^<>]*>"  # HTML
    r"|&(?:[a-zA-Z]{2,8}|#\d{1,6}|#[xX][0-9a-fA-F]{1,6});"  # an entity
    r"|(?P<link>\[(?P<label>[^\]\n]*)\]\([^)\n]*\))"
    r"|(?P<mark>\*{1,3}|__|~~|`+)"
    r"|(?P<escape>\\)[\\`*_{}\[\]()#+\-.!>~|]",
    re.S,
)
HEAD = re.compile(r"\s*(?:#{1,6}(?:\s+|(?=[^\s#]))|>\s?|\|\s*|[-+]\s+(?=\S))+")
TAIL = re.compile(r"(?:\s+#+|\s*\|)\s*$")
RULE = re.compile(r"[\s|:\-=_*#>]*")
STRANGE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe0f\ufeff\ufffc\ufffd]"
)
MARKED = re.compile(r"[<&*\[_`\\~]")


def strip_marks(line: Mapped) -> Mapped:
    """A line without marks of Markdown and HTML, entities written out, characters that cannot be seen dropped."""
    text = line.text
    if MARKED.search(text):
        line = line.edit(_marks(text))
    if STRANGE.search(line.text):
        line = line.edit(Edit(m.start(), m.end(), "") for m in STRANGE.finditer(line.text))
    if head := HEAD.match(line.text):
        line = line.cut(head.end(), len(line.text))
    if tail := TAIL.search(line.text):
        line = line.cut(0, tail.start())
    return line.cut(0, 0) if RULE.fullmatch(line.text) else line.strip()


def _marks(text: str) -> Iterator[Edit]:
    for m in MARKS.finditer(text):
        if m["link"]:
            yield Edit(m.start(), m.start("label"), "")
            yield Edit(m.end("label"), m.end(), "")
        elif m["escape"]:
            yield Edit(m.start(), m.start() + 1, "")
        elif m[0][0] == "&":
            yield Edit(m.start(), m.end(), html.unescape(m[0]).replace("\xa0", " "))
        elif m["mark"] and _masks(text, m):
            continue
        else:
            yield Edit(m.start(), m.end(), "")


def _masks(text: str, m: re.Match[str]) -> bool:
    """Whether stars stand for digits left out (88****06) and not for emphasis."""
    return (
        text[m.end() : m.end() + 1] == "*"
        or text[m.start() - 1 : m.start()].isdigit()
        or (m.start() > 0 and text[m.start() - 1] == "*")
    )
