"""What a page says about its issue: date, paper, page number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

FIRST = 4  # lines at the top where a name that stands alone is the paper's, whatever it is called
HEAD = 12  # lines at the top of a page where its running head may stand
_NUMERALS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "O": 0}
_WRITTEN = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)\s*(?:年|[-./_])\s*(?P<m>1[0-2]|0?[1-9])\s*(?:月|[-./_])\s*(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)"
)
_COMPACT = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
_NUMERAL = re.compile(
    r"(?P<y>[〇○零O一二三四五六七八九]{4})\s*年\s*(?P<m>[一二三四五六七八九十]{1,2})\s*月\s*(?P<d>[一二三四五六七八九十]{1,3})\s*日"
)
_PAPER = re.compile(
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,12}?(?:日报|晚报|早报|晨报|时报|商报|快报|新报|都市报|周报|导报|周刊|月报|报)"
    r"(?![\u4e00-\u9fff])"
)
_PAGE = re.compile(r"(?<![A-Za-z0-9.])(?P<n>[A-Z]?\d{1,2}|[A-D]叠\d{1,2})\s*版?(?=\s|$|[\u4e00-\u9fff])")
_SECTION = re.compile(r"要闻|综合|新闻|时政|本地|头版|国内|国际|社会|民生|经济|文化|副刊|专版|公告|关注|视点|焦点")
_SECTIONS = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4}?(?:要闻|新闻|综合|专版|公告|广告|副刊))+(?=[\u4e00-\u9fff]{2,}(?:日|晚|早|晨|时|商|快|新|都市|周|导)报$)"
)
_COLUMN = re.compile("[快周简月]报$")  # a column of short news may be called so
_NO_PAPER = re.compile("^..?报$|(?:公|电|海|简|喜|情|警|预|申|举|回|通|汇|战|捷|画|填|呈)报$")


def dates(text: str) -> list[str]:
    """Every date of a text that names year, month and day, ISO 8601, in order of kind and place."""
    found = [_iso(int(m["y"]), int(m["m"]), int(m["d"])) for m in _WRITTEN.finditer(text)]
    found += [_iso(int(m["y"]), int(m["m"]), int(m["d"])) for m in _COMPACT.finditer(text)]
    found += [_iso(_year(m["y"]), _count(m["m"]), _count(m["d"])) for m in _NUMERAL.finditer(text)]
    return [day for day in found if day]


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _year(numerals: str) -> int:
    return int("".join(str(_NUMERALS[c]) for c in numerals))


def _count(numerals: str) -> int:
    """一 to 三十一 as a number."""
    tens, ten, ones = numerals.rpartition("十")
    if not ten:
        return _NUMERALS.get(numerals, 0)
    return (_NUMERALS.get(tens, 1) if tens else 1) * 10 + (_NUMERALS.get(ones, 0) if ones else 0)


def head_date(lines: Iterable[str]) -> str:
    """The date in the running head: a short line that is no sentence; the first such line with a date."""
    for line in lines:
        if len(line) <= 120 and not re.search("[。；！？]|讯|据|报道|发布|届|电[（(]", line) and (found := dates(line)):
            return found[0]
    return ""


def paper_name(lines: Iterable[str]) -> str:
    """The paper's name, where a running head or an imprint gives it: 兴化日报 综合新闻 2."""
    for number, line in enumerate(lines):
        if len(line) > 100 or re.search("[。；！？]", line):
            continue
        for m in _PAPER.finditer(line):
            head = _is_head(line) or (len(line) <= len(m[0]) + 2 and not (number >= FIRST and _COLUMN.search(m[0])))
            if head and not _NO_PAPER.search(m[0]):
                return _SECTIONS.sub("", m[0], count=1) if _SECTIONS.match(m[0]) else m[0]
    return ""


def _is_head(line: str) -> bool:
    return bool(dates(line) or _SECTION.search(line) or re.search("主管|主办|主编|总第|国内统一|出版", line))


def page_number(lines: Iterable[str]) -> str:
    """The page's number in its issue as printed (A02, 3), out of the running head."""
    for line in lines:
        if len(line) > 120 or not (dates(line) or _PAPER.search(line)) or re.search("[。；！？]", line):
            continue
        rest = _NUMERAL.sub(" ", _WRITTEN.sub(" ", line))
        if (m := _PAGE.search(rest)) and not re.match(r"\s*[月日年期号]", rest[m.end("n") :]):
            return m["n"]
    return ""
