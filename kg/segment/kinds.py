"""What a line of a page is: furniture or a caption, the beginning of a text, a title, or body."""

from __future__ import annotations

import re
from typing import Literal

from kg.segment import patterns as p

Kind = Literal["title", "plain", "lead", "byline", "item", "body", "subhead", "gap"]
"""``plain`` may be a title or body, ``gap`` is what interrupts the text: furniture, an image, a caption."""

TOP = 8  # lines at the top of a page where its head may stand
LONG_TITLE, LONG_PLAIN, LONG_BYLINE, LONG_CAPTION, LONG_HEAD = 60, 45, 60, 130, 60  # characters
LABEL = re.compile(r"【[^】]{2,10}】")
BRACKETED = re.compile("[（(].{12,}[）)]")
DATE = re.compile(
    r"(?:20|19)\d\d(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,2}日?"
    r"|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]+月[一二三四五六七八九十]+日"
)
WEEKDAY = re.compile(r"星期[一二三四五六日天]|周[一二三四五六日]")
SECTION = (
    r"(?:[\u4e00-\u9fff]{0,6}(?:要闻|综合|新闻|时政|专版|副刊|公告|广告|晚报|日报|版|报|国际|国内|社会|民生|文化|经济|教育"
    r"|健康|体育|财经)[·•]?){1,3}"
)
SECTIONS, LONG_SECTION = re.compile(SECTION), 6
NUMBERED = re.compile(rf"[A-D]?\d{{1,2}}版?|(?:第?[A-D]?\d{{1,2}}版?){SECTION}|{SECTION}(?:第?[A-D]?\d{{1,2}}版?)")
HEADED = re.compile(rf"(?:第?[A-D]?\d{{1,2}}版?){SECTION}[|｜]?(?:{DATE.pattern})")  # 02 要闻 2024年5月8日 星期三 …
CREDIT = re.compile(rf"[(（]?(?:{p.WRITER})?[\u4e00-\u9fff·、]{{2,10}}[/／]?摄[)）]?")  # who took a picture
KICKER = re.compile("(?:强调|要求|指出|表示|希望|提出|寄语|勉励|嘱托|批示|部署|讲话)$")  # a headline says what
PAPER = re.compile(r"[\u4e00-\u9fff]{2,8}(?:日报|晚报|早报|晨报|时报|商报|都市报|快报|新报|周报|导报|[日晚早时周]讯)")
PAGE = re.compile(r"第?[A-D]?\d{1,2}版?")
ISSUE = re.compile(rf"(?:{PAPER.pattern})(?:{SECTION})(?:{PAGE.pattern})?")  # with the date: 通化日报 综合新闻 2023年…
LATIN = re.compile("[A-Za-z][A-Za-z·.'-]{5,}")  # the paper's name once more


def kind(text: str, plain: str, level: int, paper: str, *, top: bool) -> Kind:
    """What a line is.

    Args:
        text: the line.
        plain: the line without its white space.
        level: of its heading, 0 for ordinary type.
        paper: the paper's name, if known.
        top: whether the line stands among the first :data:`TOP` of the page.
    """
    if p.furniture().adverts.search(plain):
        return "title"
    if is_furniture(text, plain, paper, top=top) or is_caption(plain):
        return "gap"
    return _beginning(plain) or _setting(plain, level)


def _beginning(plain: str) -> Kind | None:
    if p.LEAD.match(plain):
        return "lead"
    if len(plain) <= LONG_BYLINE and p.BYLINE.fullmatch(plain) and not p.SENTENCE.search(plain):
        return "byline"
    return "item" if p.ITEM.match(plain) and len(plain) > 15 else None


def _setting(plain: str, level: int) -> Kind:
    if level and len(plain) <= LONG_TITLE and not (p.SENTENCE.search(plain) and plain.endswith("。")):
        return "title"
    if LABEL.fullmatch(plain):
        return "title"
    if p.OUTLINE.match(plain):
        return "body"
    short = len(plain) <= LONG_PLAIN and not re.search(r"[。；;，,、：:]$|。.", plain)
    return "plain" if short and not BRACKETED.fullmatch(plain) else "body"


def is_furniture(text: str, plain: str, paper: str, *, top: bool) -> bool:
    """Whether a line is a running head, a slogan, a notice of the paper's own, an advertisement or the weather."""
    patterns = p.furniture()
    if patterns.always.search(plain):
        return True
    if "。" in plain or len(plain) > 120 or p.LEAD.match(plain):
        return False
    return bool(patterns.line.search(plain)) or _is_head(plain, paper, top=top) or _is_slogan(text)


def _is_head(plain: str, paper: str, *, top: bool) -> bool:
    """A running head: the paper's name, a section and a page number, or the date of the issue with its weekday."""
    if p.SENTENCE.search(plain) or len(plain) > LONG_HEAD:
        return False
    if paper and paper in plain and len(plain) <= len(paper) + 14:
        return True
    rest = DATE.sub("", plain)
    if top and WEEKDAY.fullmatch(plain):
        return True
    if rest == plain:
        named = bool(PAPER.fullmatch(plain) or _is_section(plain) or LATIN.fullmatch(plain))
        return bool(NUMBERED.fullmatch(plain)) or (top and named)
    rest = WEEKDAY.sub("", rest)
    if HEADED.match(plain) or PAPER.fullmatch(PAGE.sub("", rest)) or ISSUE.fullmatch(rest):
        return True
    near = top and len(rest) < 30 and not re.search("讯|公示|公告", rest)
    return near or bool(NUMBERED.fullmatch(rest)) or (rest == "" and "星期" in plain)


def _is_section(plain: str) -> bool:
    """Whether a line names a section of the paper, and no column of short news."""
    return len(plain) <= LONG_SECTION and bool(SECTIONS.fullmatch(plain)) and not p.furniture().lists.search(plain)


def _is_slogan(text: str) -> bool:
    """Four or more short phrases without punctuation fill an empty corner; a headline has at most three."""
    phrases = text.split()
    return (
        len(phrases) >= 4
        and all(3 <= len(x) <= 12 for x in phrases)
        and not re.search("[，,。“”：:《》]|记者|通讯员|实习生", text)
    )


def is_caption(plain: str) -> bool:
    """Whether a line tells what a picture shows or who took it."""
    if len(plain) > LONG_CAPTION:
        return False
    return bool(p.FIGURE.match(plain)) or (bool(p.CREDIT.search(plain)) and not p.BYLINE.fullmatch(plain))


def is_pointed(plain: str) -> bool:
    """Whether a line is a caption that points at its picture with a triangle."""
    return bool(p.POINTER.match(plain)) and len(plain) < 40 and not plain.endswith(("）", ")"))


def is_credit(plain: str) -> bool:
    """Whether a line tells nothing but who took a picture."""
    return len(plain) <= 16 and bool(CREDIT.fullmatch(plain))


def may_be_caption(plain: str) -> bool:
    """A short sentence under a picture; a line with a quotation mark left open goes on somewhere else."""
    quotes = plain.count("“") == plain.count("”") and plain.count("《") == plain.count("》")
    single = 5 <= len(plain) <= 45 and plain.count("。") <= 1
    return single and quotes and not KICKER.search(plain) and not re.search("^[，。、；：,;:]|[，,、：:；;]$", plain)
