"""Dates in the text, resolved against the date of the issue."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

_HAN = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_NUM = r"(?:\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_YEAR = r"(?:\d{4}|[一二][一二三四五六七八九〇○零]{3})"
_RELATIVE = {"今": 0, "本": 0, "昨": -1, "前": -2, "明": 1, "后": 2}
_MONTHS = {"本": 0, "当": 0, "这": 0, "上": -1, "下": 1, "次": 1}
_WEEKDAY = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6, "末": 5}
_CLOCK = (
    r"(?:(?:清晨|凌晨|早晨|早上|上午|中午|午后|下午|傍晚|晚间|夜间|深夜|当晚|晚上|晚|夜|早)"
    r"?(?:\d{1,2}(?:时|点|[:：]\d{2})(?:\d{1,2}分|许|整)?)?)"
)
_HAO = r"号(?![楼线文院馆厅店井机车主令公])"
_DAY = (
    rf"(?:(?:(?P<@y>{_YEAR})年|(?P<@ry>今年|去年|明年|前年))?(?P<@m>{_NUM}|[本当这上下次]个?)月)?"
    rf"(?P<@d>{_NUM})(?:[日曰]|{_HAO})"
)
_FIRST = r"(?=[\d一二三四五六七八九十今去昨明前本当这上下次周星同翌])"  # spares other characters the long expression
_PATTERN = re.compile(
    _FIRST + rf"(?:(?P<range>{_DAY.replace('@', 'a')}{_CLOCK}(?:、|(?:至|到|[-－—–~～])+){_DAY.replace('@', 'b')})"
    rf"|(?P<days>(?:(?P<cm>{_NUM})月)(?P<c1>\d{{1,2}})(?:至|到|[-－—–~～])+(?P<c2>\d{{1,2}})[日曰])"
    rf"|(?P<short>(?<![\d月])(?P<s1>\d{{1,2}})(?:至|[-－—–~～])+(?P<s2>\d{{1,2}})[日曰])"
    rf"|(?<![\d.第为期])(?P<day>{_DAY.replace('@', 'e')})(?![均常子程游内])"
    rf"|(?P<month>(?:(?P<fy>{_YEAR})年|(?P<fry>今年|去年|明年|前年))?(?<![\d个])(?P<fm>{_NUM}|(?:[本上下]|这个|上个|下个))月(?!{_NUM}[日曰])(?:[上中下]旬|底|初|末|份)?)"
    rf"|(?P<year>(?P<gy>(?:19|20)\d{{2}})年(?!{_NUM}月|代|度)|(?P<gry>去年|前年))"
    r"|(?P<week>(?P<wr>上周|上星期|本周|这周|下周|下星期|周|星期)(?P<wd>[一二三四五六日天末]))"
    r"|(?P<rel>(?P<rd>[今昨明前])[天日](?![常期后前])|(?P<rd2>[昨今明])(?:晚|晨|夜)(?!年))"
    r"|(?P<same>当[天日晚]|同[日天]|同一天)|(?P<next>次日|翌日))"
)
_SENTENCE_END = re.compile("[。；！？\n]")
_PLANNED = re.compile(r"将|拟|定于|计划|预计|即将|推迟|延期|延后|顺延|改期")
_LASTING = re.compile(rf"(?:为期|历时|会期|展期|赛期|节期|持续)(?:共|约|为)?(?P<n>两|{_NUM})[天日](?P<half>半)?")
_DATELINE = re.compile(r"[专]?[电讯]")
_AFTER_DAY = re.compile("[，,在]|至|到|举行|召开|开幕|抵达|会见|表示")
_STALE = timedelta(days=15)  # a dateline is no older than this
_SPAN_TAIL = re.compile(_CLOCK + r"(?:（[^（）]{2,12}日）)?" + _CLOCK)


class When(NamedTuple):
    """A date in the text: characters ``start`` to ``end``, ISO 8601 day, month, year or ``day/day``."""

    start: int
    end: int
    iso: str


def number(text: str) -> int:
    """Value of a number up to 99 in Arabic or Chinese digits (``二十三`` → 23), or of a year digit by digit."""
    if text.isdigit():
        return int(text)
    text = text.replace("两", "二")
    if "十" not in text:
        return int("".join(str(_HAN[c]) for c in text))
    tens, _, ones = text.partition("十")
    return 10 * (_HAN[tens] if tens else 1) + (_HAN[ones] if ones else 0)


def lasting(text: str) -> int:
    """Days that the text says something lasts (``为期三天`` → 3), or 0."""
    found = _LASTING.search(text)
    return number(found["n"]) + bool(found["half"]) if found else 0


def extend(day: str, days: int, *, back: bool = False) -> str:
    """ISO interval of ``days`` days from a day on, or up to it when ``back``."""
    other = date.fromisoformat(day) + timedelta(days=1 - days if back else days - 1)
    return f"{other.isoformat()}/{day}" if back else f"{day}/{other.isoformat()}"


class DateReader:
    """Reads the dates of one article in order, since 当天 and bare days lean on what stands before them."""

    def __init__(self, issue: str) -> None:
        self._issue = _parse(issue)
        self._today = self._issue  # what 今天 means: the day of the dateline, where there is one
        self._last = ""

    def read(self, text: str, offset: int = 0) -> Iterator[When]:
        """Yield the dates of ``text`` with ``offset`` added to their positions; nothing without an issue date."""
        if self._issue is None:
            return
        done = 0
        for found in _PATTERN.finditer(text):
            if found.start() < done:
                continue
            if found["day"] and found["day"].endswith("号") and not found["em"] and not _is_day(text, found):
                continue
            planned = bool(_PLANNED.search(_SENTENCE_END.split(text[max(0, found.start() - 8) : found.start()])[-1]))
            iso = self._resolve(found, self._issue, planned)
            if not iso:
                continue
            if len(iso) == 10 and not found["same"]:
                self._last = iso
            tail = _SPAN_TAIL.match(text, found.end())
            done = tail.end() if tail else found.end()
            if not _DATELINE.match(text, done):
                yield When(offset + found.start(), offset + done, iso)
            elif len(iso) == 10 and timedelta() <= self._issue - date.fromisoformat(iso) < _STALE:
                self._today = date.fromisoformat(iso)

    def _resolve(self, found: re.Match[str], issue: date, planned: bool) -> str:
        kind = found.lastgroup or ""
        for name in ("range", "days", "short", "day", "month", "year", "week", "rel", "same", "next"):
            if found[name]:
                kind = name
                break
        if kind == "same":
            return self._last
        if kind == "next":
            return _next(self._last) if self._last else ""
        if kind == "rel":
            word = found["rd"] or found["rd2"]
            return ((self._today or issue) + timedelta(days=_RELATIVE[word])).isoformat()
        if kind == "week":
            return _week(found["wr"], found["wd"], issue)
        return _calendar(kind, found, issue, planned)


def _is_day(text: str, found: re.Match[str]) -> bool:
    """Whether a number with 号 and no month is a day, by what stands around it (4号上午, 本月4号, 。4号，)."""
    behind = _SPAN_TAIL.match(text, found.end("day"))
    if behind and behind.end() > found.end("day"):
        return True
    opens = not text[: found.start()].strip() or text[found.start() - 1] in "，。；：\n至到"
    return opens and _AFTER_DAY.match(text, found.end()) is not None


def _parse(issue: str) -> date | None:
    try:
        return date.fromisoformat(issue[:10])
    except ValueError:
        return None


def _calendar(kind: str, found: re.Match[str], issue: date, planned: bool) -> str:
    if kind == "day":
        return _day(found["ey"] or found["ery"], found["em"], found["ed"], issue, planned)
    if kind == "month":
        return _month(found["fy"] or found["fry"], found["fm"], issue, planned)
    if kind == "year":
        return str(_year(found["gy"] or found["gry"], issue))
    if kind == "range":
        first = _day(found["ay"] or found["ary"], found["am"], found["ad"], issue, planned)
        month = found["bm"] or found["am"]
        last = _day(found["by"] or found["bry"] or found["ay"], month, found["bd"], issue, planned)
    else:
        pre = "c" if kind == "days" else "s"
        month = found["cm"] if pre == "c" else None
        first = _day(None, month, found[pre + "1"], issue, planned)
        last = _day(None, month, found[pre + "2"], issue, planned)
    if "、" in found[0] and (not first or last != _next(first)):
        return first
    return f"{first}/{last}" if first and last and first < last else ""


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _year(word: str, issue: date) -> int:
    shift = {"今年": 0, "去年": -1, "前年": -2, "明年": 1}
    return issue.year + shift[word] if word in shift else number(word)


def _day(year: str | None, month: str | None, day: str, issue: date, planned: bool) -> str:
    d = number(day)
    if month is None:
        return _bare_day(d, issue, planned)
    if month[0] in _MONTHS:
        return _iso(*_shifted(issue, month), d)
    m = number(month)
    y = _year(year, issue) if year else _near_year(m, d, issue, planned)
    return _iso(y, m, d)


def _near_year(month: int, day: int, issue: date, planned: bool) -> int:
    """The year that brings a month and day closest to the issue: forward for plans, backward else."""
    ahead = (month - issue.month) * 30 + day - issue.day
    if ahead > (300 if planned else 200):
        return issue.year - 1
    if ahead < (-60 if planned else -300):
        return issue.year + 1
    return issue.year


def _bare_day(day: int, issue: date, planned: bool) -> str:
    step = 0
    if planned and day < issue.day:
        step = 1
    elif not planned and day > issue.day + 1:
        step = -1
    month = issue.month + step
    return _iso(issue.year + (month - 1) // 12, (month - 1) % 12 + 1, day)


def _shifted(issue: date, word: str) -> tuple[int, int]:
    """Year and month of 上月, 本月 or 下月."""
    months = issue.year * 12 + issue.month - 1 + _MONTHS[word[0]]
    return months // 12, months % 12 + 1


def _month(year: str | None, month: str, issue: date, planned: bool) -> str:
    if month[0] in _MONTHS:
        return "{:04d}-{:02d}".format(*_shifted(issue, month))
    m = number(month)
    if not 1 <= m <= 12:
        return ""
    y = _year(year, issue) if year else _near_year(m, 15, issue, planned)
    return f"{y:04d}-{m:02d}"


def _week(word: str, day: str, issue: date) -> str:
    monday = issue - timedelta(days=issue.weekday())
    target = monday + timedelta(days=_WEEKDAY[day])
    if word.startswith("上"):
        target -= timedelta(days=7)
    elif word.startswith("下"):
        target += timedelta(days=7)
    elif word in ("周", "星期") and target > issue:
        target -= timedelta(days=7)
    return target.isoformat()


def _iso(year: int, month: int, day: int) -> str:
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return ""
    return date(year, month, day).isoformat()
