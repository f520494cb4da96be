"""A page's fragments into lines: what each says without its marks, how it is set, and what it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from kg.model import Fragment, Page
from kg.segment import patterns as p
from kg.text import Mapped, strip_marks, whole

Kind = Literal["title", "plain", "lead", "byline", "item", "body", "gap"]
"""``plain`` may be a title or body, ``gap`` is what interrupts the text: furniture, an image, a caption."""

HEADING = re.compile(r"\s*(?:\|\s*)?(#{1,6})|<h([1-6])\b", re.I)
OPENS = re.compile(r"<(?:b|strong|h[1-6]|center)\b[^>]*>|align=[\"']?center", re.I)
CLOSES = re.compile(r"</(?:b|strong|h[1-6]|center)\s*>", re.I)
BOLD = re.compile(r"\s*(?:\|\s*)?(\*\*|__).+\1\s*\|?\s*$")
IMAGE = re.compile(r"\s*(?:!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>)\s*$", re.I)
BRACKETED = re.compile("[（(].{12,}[）)]")
LABEL = re.compile(r"【[^】]{2,10}】")
LONG_TITLE, LONG_CAPTION = 60, 130  # characters
WHITE = re.compile(r"\s+")


class Line(NamedTuple):
    """One line: with its white space (``text``) and without (``plain``)."""

    text: Mapped
    plain: str
    kind: Kind
    level: int  # of a heading: 1 to 6; 7 for bold or centred type, 0 for ordinary type
    apart: bool  # an empty line or the border of a block stands before it
    indented: bool = False  # as a paragraph's first line is
    within: bool = False  # the bold or centred type of the line before goes on


def lines(page: Page) -> list[Line]:
    """The lines of a page in reading order; empty ones are left out."""
    found: list[Line] = []
    bullets = Counter(page.raw[f.start] for f in page.fragments)
    bold = False
    image = False
    end = 0
    for fragment in page.fragments:
        source = page.raw[fragment.start : fragment.end]
        text = strip_marks(whole(page.raw, fragment.start, fragment.end))
        plain = WHITE.sub("", text.text)
        within, (level, bold) = bold, _level(source, bold)
        apart = _apart(page.raw[end : fragment.start], source)
        end = fragment.end
        if not plain:
            if "<img" in source.lower() or IMAGE.match(source):
                image = True
                found.append(Line(text, "", "gap", 0, True))
            continue
        kind = _kind(text.text, plain, level, page, near_top=len(found) < 8)
        if kind != "gap" and bullets[plain[0]] < 2 and _is_pointed(plain):
            kind = "gap"
        if kind == "gap" and _credit_only(plain) and found and found[-1].kind == "plain" and not apart:
            found[-1] = found[-1]._replace(kind="gap")
        if image and kind in ("plain", "body") and _may_be_caption(plain) and level == 0:
            found.append(Line(text, plain, "gap", -1, apart))
        else:
            found.append(Line(text, plain, kind, level, apart, _indented(page.raw, fragment), within))
        image = False
    return found


def _level(source: str, bold: bool) -> tuple[int, bool]:
    """The level of a line's heading, and whether bold type goes on in the next line."""
    m = HEADING.match(source)
    opens, closes = len(OPENS.findall(source)), len(CLOSES.findall(source))
    now = bold + opens > closes
    if m:
        return len(m[1]) if m[1] else int(m[2]), now
    return (7 if bold or opens or BOLD.match(source) else 0), now


def _indented(raw: str, fragment: Fragment) -> bool:
    """Whether white space of two Chinese characters stands before a line; more of it centres a headline."""
    before = raw[max(0, fragment.start - 12) : fragment.start].rpartition("\n")[2]
    inside = re.match(r"(?:&nbsp;|&emsp;|\s)*", raw[fragment.start : fragment.start + 48])
    entities = inside[0].count("&nbsp;") / 2 + inside[0].count("&emsp;") if inside else 0
    width = before.count("\u3000") + before.count(" ") / 2 + before.count("\t") * 2 if not before.strip() else 0
    return 1 <= max(width, entities) <= 3


def _apart(between: str, source: str) -> bool:
    return between.count("\n") > 1 or bool(re.match(r"\s*</?(?:p|div|h[1-6]|td|th|tr|table|center)\b", source, re.I))


def _kind(text: str, plain: str, level: int, page: Page, *, near_top: bool) -> Kind:
    if _is_furniture(text, plain, page, near_top=near_top) or _is_caption(plain):
        return "gap"
    if p.LEAD.match(plain):
        return "lead"
    if len(plain) <= 60 and p.BYLINE.fullmatch(plain) and not p.SENTENCE.search(plain):
        return "byline"
    if p.ITEM.match(plain) and len(plain) > 15:
        return "item"
    if level and len(plain) <= LONG_TITLE and not (p.SENTENCE.search(plain) and plain.endswith("。")):
        return "title"
    if BRACKETED.fullmatch(plain):
        return "body"
    if LABEL.fullmatch(plain):
        return "title"
    if len(plain) <= 45 and not re.search(r"[。；;，,、：:]$", plain) and not re.search("。.", plain):
        return "plain"
    return "body"


def _is_furniture(text: str, plain: str, page: Page, *, near_top: bool) -> bool:
    patterns = p.furniture()
    if patterns.always.search(plain):
        return True
    if "。" in plain or len(plain) > 120 or p.LEAD.match(plain):
        return False
    return bool(patterns.line.search(plain)) or _is_head(text, plain, page, near_top=near_top) or _is_slogan(text)


def _is_head(text: str, plain: str, page: Page, *, near_top: bool) -> bool:
    """A running head: the paper's name, a section and a page number, or the date of the issue with its weekday."""
    if p.SENTENCE.search(plain) or len(plain) > 60:
        return False
    if page.paper and page.paper in plain and len(plain) <= len(page.paper) + 14:
        return True
    rest = DATE.sub("", plain)
    if rest != plain:
        rest = WEEKDAY.sub("", rest)
        return near_top and len(rest) < 30 and not re.search("讯|公示|公告", rest) or bool(NUMBERED.fullmatch(rest)) or (
            rest == "" and "星期" in plain
        )
    return bool(NUMBERED.fullmatch(plain)) or (near_top and bool(PAPER.fullmatch(plain)))


DATE = re.compile(r"(?:20|19)\d\d(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,2}日?|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]+月[一二三四五六七八九十]+日")
WEEKDAY = re.compile(r"星期[一二三四五六日天]|周[一二三四五六日]")
SECTION = r"(?:[\u4e00-\u9fff]{0,6}(?:要闻|综合|新闻|时政|专版|副刊|公告|广告|晚报|日报|版|报|国际|国内|社会|民生|文化|经济|教育|健康|体育|财经)){1,3}"
NUMBERED = re.compile(rf"[A-D]?\d{{1,2}}版?|(?:第?[A-D]?\d{{1,2}}版?){SECTION}|{SECTION}(?:第?[A-D]?\d{{1,2}}版?)")
PAPER = re.compile(r"[\u4e00-\u9fff]{2,8}(?:日报|晚报|早报|晨报|时报|商报|都市报|快报|新报|周报|导报)")


def _is_slogan(text: str) -> bool:
    """Four or more short phrases without punctuation fill an empty corner; a headline has at most three."""
    phrases = text.split()
    return len(phrases) >= 4 and all(3 <= len(x) <= 12 for x in phrases) and not re.search("[，,。“”：:《》]", text)


def _is_caption(plain: str) -> bool:
    if len(plain) > LONG_CAPTION:
        return False
    if p.FIGURE.match(plain):
        return True
    return bool(p.CREDIT.search(plain)) and not p.BYLINE.fullmatch(plain)


def _is_pointed(plain: str) -> bool:
    """A caption that points at its picture with a triangle."""
    return bool(p.POINTER.match(plain)) and len(plain) < 40 and not plain.endswith(("）", ")"))


def _credit_only(plain: str) -> bool:
    return len(plain) <= 16 and bool(re.match(p.WRITER, plain)) and plain.rstrip(")）").endswith("摄")


def _may_be_caption(plain: str) -> bool:
    """A short sentence under a picture; a line with a quotation mark left open goes on somewhere else."""
    quotes = plain.count("“") == plain.count("”") and plain.count("《") == plain.count("》")
    return 5 <= len(plain) <= 45 and quotes and plain.count("。") <= 1 and not re.search("[，,、：:；;]$", plain)


def text_lines(found: list[Line]) -> Iterator[Line]:
    """The lines that are part of an article."""
    return (line for line in found if line.kind != "gap")
