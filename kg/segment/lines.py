"""A page's fragments into lines: what each says without its marks, how it is set, and what it is."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from kg.model import Fragment, Page
from kg.segment.boxes import CAPTION, begins_within, blocks, boxed, captions, kickers, notices
from kg.segment.columns import seam, short, stretches, widths
from kg.segment.kinds import TOP, Kind, is_credit, is_pointed, kind, may_be_caption
from kg.segment.openings import openings
from kg.segment.patterns import ITEM, closed
from kg.text import Mapped, concat, join, strip_marks, whole

HEADING = re.compile(r"\s*(?:\|\s*)?(#{1,6})|<h([1-6])\b", re.I)
OPENS = re.compile(r"<(?:b|strong|h[1-6]|center)\b[^>]*>", re.I)
CLOSES = re.compile(r"</(?:b|strong|h[1-6]|center)\s*>", re.I)
CENTRED = re.compile(r"<(?:p|div|td|th)\b[^>]*align[=:]\s*[\"']?center", re.I)
BLOCK_END = re.compile(r"</(?:p|div|td|th)\s*>", re.I)
BREAK = re.compile(r"<br\s*/?>", re.I)
BOLD = re.compile(r"\s*(?:\|\s*)?(\*\*|__).+\1\s*\|?\s*$")
IMAGE = re.compile(r"\s*!\[[^\]]*\]\([^)]*\)|.*<img\b", re.I)
BORDER = re.compile(r"\s*</?(?:p|div|h[1-6]|td|th|tr|table|center)\b", re.I)
INDENT = re.compile(r"(?:&nbsp;|&emsp;|\s)*")
WHITE = re.compile(r"\s+")
BLOCKS = 0.03  # share of lines that stand apart on a page with empty lines
CLAUSE = re.compile("[,，]")
OPEN = 4  # texts above a picture, one of which may go on below it
WIDE = 45  # characters; longer lines are paragraphs and no lines of a column
TEXT = ("lead", "body", "item")
HEADINGS = range(1, 7)


class Line(NamedTuple):
    """One line: with its white space (``text``) and without (``plain``)."""

    text: Mapped
    plain: str
    kind: Kind
    level: int  # of a heading: 1 to 6; 7 for bold or centred type, 0 for ordinary type
    apart: bool  # an empty line or the border of a block stands before it
    indented: bool = False  # as a paragraph's first line is
    within: bool = False  # the bold or centred type of the line before goes on
    width: float = 0.0  # of its column, if that keeps its printed lines


class Type(NamedTuple):
    """What a line is set in that may go on in the next one."""

    bold: bool
    centred: bool


def lines(page: Page) -> list[Line]:
    """The lines of a page in reading order; empty ones are left out."""
    found, wide = set_lines(page)
    return _unboxed(_stretched(found, wide))


def set_lines(page: Page) -> tuple[list[Line], list[float]]:
    """The lines of a page as they are set, and how wide the column of each is if it keeps its printed lines."""
    found = _marked(page)
    for i in kickers(found):
        found[i] = found[i]._replace(kind="plain", level=0)
    for i in {*blocks(found), *captions(found), *notices(found)}:
        found[i] = found[i]._replace(kind="gap")
    wide = widths(found)
    bullets = Counter(line.plain[0] for line in found if line.plain)
    return [
        line._replace(kind="item") if width and bullets[line.plain[0]] > 1 and _is_item(line, width) else line
        for line, width in zip(found, wide, strict=True)
    ], wide


def _is_item(line: Line, width: float) -> bool:
    """Whether an item of short news begins in a narrow column, where a line holds less than elsewhere."""
    marked = not line.level and ITEM.match(line.plain) and line.kind in ("plain", "body", "byline")
    return bool(marked) and not short(line._replace(width=width))


def _marked(page: Page) -> list[Line]:
    """Each line with what it is by itself and by its neighbours."""
    found: list[Line] = []
    bullets = Counter(page.raw[fragment.start] for fragment in page.fragments)
    type_ = Type(bold=False, centred=False)
    picture = border = False
    end = 0
    for fragment in page.fragments:
        source = page.raw[fragment.start : fragment.end]
        within, (level, type_) = any(type_), _level(source, type_)
        if found and found[-1].level in HEADINGS and not level and _broken(page.raw[end : fragment.start]):
            within, level = True, found[-1].level
        apart = border or page.raw.count("\n", end, fragment.start) > 1 or bool(BORDER.match(source))
        end = fragment.end
        top = len(found) < TOP and not any(other.kind in TEXT for other in found)
        line = _line(page, fragment, level, apart=apart, top=top)
        if not line.plain:
            picture = picture or bool(IMAGE.match(source))
            found += [line] if IMAGE.match(source) else []
            border = border or bool(BORDER.match(source))
            continue
        if line.kind != "gap" and bullets[line.plain[0]] < 2 and is_pointed(line.plain):
            line = line._replace(kind="gap")
        if is_credit(line.plain):
            line = line._replace(kind="gap")
            if found and not apart and _is_credited(found[-1]):
                found[-1] = found[-1]._replace(kind="gap")
        if picture and line.kind in ("plain", "body") and level == 0 and _is_shown(found, line.plain):
            line = line._replace(kind="gap", level=CAPTION)
        found.append(line._replace(within=within))
        picture = border = False
    return found


def _unboxed(found: list[Line]) -> list[Line]:
    inner = boxed(found)
    return [line._replace(kind="gap") if i in inner else line for i, line in enumerate(found)]


def _stretched(found: list[Line], wide: list[float]) -> list[Line]:
    """The printed lines of a column put together where a sentence goes on, the headlines above them apart."""
    heads, text = openings(found, wide)
    for i in text:
        found[i] = found[i]._replace(kind="body")
    for head in heads:
        for i in head:
            found[i], wide[i] = found[i]._replace(kind="title", apart=found[i].apart or i == head.start), 0.0
    found = _parted([line._replace(width=it) for line, it in zip(found, wide, strict=True)] if any(wide) else found)
    if not any(wide):
        return found
    groups = [[found[i] for i in group] for group in stretches(found, wide)]
    return [_together(group) if len(group) > 1 else group[0] for group in groups]


def _together(group: list[Line]) -> Line:
    parts: list[Mapped | str] = [group[0].text]
    for before, line in pairwise(group):
        parts += (glue(before.plain, line.plain), line.text)
    kind = group[0].kind if group[0].kind in ("lead", "item") else "body"
    return group[0]._replace(text=concat(parts), plain="".join(line.plain for line in group), kind=kind)


def glue(left: str, right: str) -> str:
    """A space where words of another script would run together."""
    return " " if left[-1].isascii() and right[0].isascii() and left[-1].isalpha() and right[0].isalpha() else ""


def _parted(found: list[Line]) -> list[Line]:
    """Lines stand apart below the end of a paragraph too; on a page without empty lines, unless they fill a column."""
    spaced = sum(line.apart for line in found) > len(found) * BLOCKS
    lengths = sorted(len(line.plain) for line in found)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    full = [0 < width <= WIDE and len(line.plain) >= width - 3 for line in found]
    parted = [True]
    for i, (before, line) in enumerate(pairwise(found)):
        if spaced or before.width:
            first = parted[i] or closed(found[i - 1].plain)
            ends = short(before, first=first)
            parted.append((spaced and line.apart) or ends or (not spaced and seam(before, line)))
        else:
            parted.append(not full[i])
    return [line._replace(apart=apart) for line, apart in zip(found, parted, strict=False)]


def _is_credited(line: Line) -> bool:
    """Whether a line may be the caption of a picture whose author the next line names."""
    return line.kind == "plain" or (line.kind == "body" and may_be_caption(line.plain))


def _is_shown(found: list[Line], plain: str) -> bool:
    """Whether a line below a picture is its caption rather than the rest of a text that the picture breaks."""
    above = [line.plain for line in found if line.kind in TEXT][-OPEN:] or ["。"]
    torn = not closed(above[-1]) and join(above[-1], plain) > join("。", plain)
    torn = torn or (len(CLAUSE.findall(plain)) > 1 and not all(map(closed, above)))
    return may_be_caption(plain) and not torn and not begins_within(plain)


def _line(page: Page, fragment: Fragment, level: int, *, apart: bool, top: bool) -> Line:
    text = strip_marks(whole(page.raw, fragment.start, fragment.end))
    plain = WHITE.sub("", text.text)
    if not plain:
        return Line(text, "", "gap", 0, True)
    what = kind(text.text, plain, level, page.paper, top=top)
    return Line(text, plain, what, level, apart, _indented(page.raw, fragment))


def _broken(between: str) -> bool:
    """Whether nothing but a line break within one element stands between two lines."""
    return "\n" not in between and bool(BREAK.search(between))


def _level(source: str, before: Type) -> tuple[int, Type]:
    """The level of a line's heading, and which type goes on in the next line."""
    m = HEADING.match(source)
    opens, closes = len(OPENS.findall(source)), len(CLOSES.findall(source))
    centred = before.centred or bool(CENTRED.search(source))
    now = Type(before.bold + opens > closes, centred and not BLOCK_END.search(source))
    if m:
        return len(m[1]) if m[1] else int(m[2]), now
    return (7 if before.bold or opens or centred or BOLD.match(source) else 0), now


def _indented(raw: str, fragment: Fragment) -> bool:
    """Whether white space of two Chinese characters stands before a line; more of it centres a headline."""
    before = raw[max(0, fragment.start - 12) : fragment.start].rpartition("\n")[2]
    inside = INDENT.match(raw, fragment.start, fragment.start + 48)
    entities = inside[0].count("&nbsp;") / 2 + inside[0].count("&emsp;") if inside else 0
    width = before.count("\u3000") + before.count(" ") / 2 + before.count("\t") * 2 if not before.strip() else 0
    return 1 <= max(width, entities) <= 3
