"""Where and when a gathering is."""

from __future__ import annotations

import re

from kg.annotate.builtin.clause import Clause, role
from kg.annotate.builtin.sites import site_and_city
from kg.annotate.builtin.slots import organization_end, place_end
from kg.grammar.clauses import Marker
from kg.grammar.dates import extend, lasting
from kg.grammar.places import find_area
from kg.model import Argument, Mention, Span

_NOT_PLACE = re.compile(
    r"(?:(?<![滩岸坝堤坡船桥街坪])上|[下后前时]|(?<![一二三四五六七八九十附高初])中|期间|以来|方面|领域|之际|基础上|过程中|背景下|即将|刚刚|今年|明年|去年|紧锣密鼓|如火如荼|有条不紊|(?:[天日月年周]|时间)[内里]|范围内?)\s*$|^[以就对从向]"
)

_MEANS = re.compile(r"(?:(?:以|通过|采取)[^，。]{2,12}(?:方式|形式)|就(?![业职医学餐近])[^，。]{2,})\s*$")
_AT_TIME = re.compile("(?:时|之?后|期间|之际)$")
# how many places a list has named
_SEVERAL = re.compile(
    r"(?:等地?)?[两二三四五六七八九十\d](?:个[会赛分]?[场地区市点]+|地|城|市|省市|省|[会赛]场)\s*$|等地\s*$"
)
_FULL_NAME = 48  # characters before the clause that say how long: 为期三天的某某会，3月2日…
_SAME = re.compile(r"为期|历时|[会展赛节]期|持续")
_THIS_ONE = re.compile("(?:本[届次]|此次|这[次届]|该)(?!活动|会期|赛事)")
_PARAGRAPHS = 400  # characters of the paragraphs behind
_PUT_OFF = re.compile("原(?:定|计划|拟|本|先|安排)")
_SOME_DAY = re.compile("择期|择日|适时|另行|改日")
_GOES_ON = re.compile(r"(?:持续|延续|展出|进行|举行|举办|开放)(?:到|至)")
_ALL_OVER = re.compile(r"(?<=[^，。在]{2})(?:全国)?(?:[多各]地|[多数几各][个座]?城市|全境|境内|各大城市)\s*$")
_SIDE = re.compile(
    r"(?<=[楼门馆厅碑场店院像墓园寺宫])(?:[前旁外内]|门口)\s*$"
    r"|(?<=[司馆院府校厂部社会所局楼厦店场])门[前口外]\s*$"
)


def where(clause: Clause, span: Span | None) -> list[Argument]:
    """The place of a 在-phrase: the venue, and the city before it where both are written."""
    if span is not None:
        span = Span(span.start, without_side(clause.text, span))
    if span is None or _NOT_PLACE.search(clause.text[span.start : span.end]) or clause.events(*span):
        return []
    when = clause.scene.day(span.start, span.end)
    if when and when.start == span.start:
        return []
    written = clause.text[span.start : span.end].strip()
    if len(written) == 1:
        name = clause.scene.short_place(written)
        return [Argument(role="LOC", start=span.start, end=span.end, name=name, type="Place")] if name else []
    several = _SEVERAL.search(clause.text, *span)
    if several and (short := by_initials(clause, span.start, several.start())):
        return short
    found = clause.scene.bodies(span.start, several.start() if several else span.end, loose=True)
    return [a for m in found[: 6 if several else 2] for a in venue(clause, m)]


def by_initials(clause: Clause, start: int, end: int) -> list[Argument]:
    """Places that stand by one character each before their number (京沪两地)."""
    names = [clause.scene.short_place(char) for char in clause.text[start:end]]
    if not 2 <= len(names) <= 4 or not all(names):
        return []
    return [
        Argument(role="LOC", start=start + i, end=start + i + 1, name=name, type="Place")
        for i, name in enumerate(names)
    ]


_HERE = re.compile("在(?:这里|此地?(?!次|间|期|前|后|基)|该地|那里)")
_CLAUSE = re.compile(r"[^，。；！？\n]+")
_INSIDE = re.compile(r"[^，。；！？\s在]{3,24}(?:里|内|门前|楼前|馆前)|(?:走进|走入|步入|踏入)[^，。；！？\s在]{3,24}")


def whereabouts(clause: Clause, marker: Marker) -> list[Argument]:
    """The place of a gathering: its 在-phrase, or the one told before for 在这里, or that of a clause of its own."""
    said = _HERE.search(clause.text, clause.begin, marker.start)
    if said:
        return _told_before(clause)
    return where(clause, clause.there()) or _scene_setting(clause)


def _told_before(clause: Clause) -> list[Argument]:
    """The place that the clauses before in the paragraph have told of last (某酒店座无虚席，某局在这里召开…)."""
    line = clause.text.rfind("\n", 0, clause.begin) + 1
    for found in reversed([*_CLAUSE.finditer(clause.text, line, clause.begin)][-8:]):
        if place := _leading_place(clause, found.start(), found.end()):
            return venue(clause, place)
    return []


def _leading_place(clause: Clause, start: int, end: int) -> Mention | None:
    """The place that a clause opens with, also in a 在-phrase: the longest name that ends as places do."""
    when = clause.scene.day(start, end)
    low = when.end if when and when.start <= start + 1 else start
    lead = re.match(r"(?:[上下]午|晚上?)?(?:\d+[时点])?的?(?:在|来到|走进|走入|步入|踏入|位于)?", clause.text[low:end])
    low += lead.end() if lead else 0
    for high in range(min(end, low + 24), low + 3, -1):
        written = clause.text[low:high]
        if written[-1] == "旗" and find_area(written) is None:
            continue  # 某中心彩旗飘扬
        if place_end(written) or organization_end(written):
            found = clause.scene.bodies(low, high)
            return found[0] if len(found) == 1 and (found[0].start, found[0].end) == (low, high) else None
    return None


def _scene_setting(clause: Clause) -> list[Argument]:
    """The place of a clause before that is nothing else (某村文化礼堂里，签约仪式举行)."""
    found = [*_CLAUSE.finditer(clause.text, clause.sentence.start, max(clause.sentence.start, clause.begin - 1))]
    if not found or not _INSIDE.fullmatch(clause.text, *found[-1].span()):
        return []
    place = _leading_place(clause, found[-1].start(), found[-1].end())
    return venue(clause, place) if place and found[-1].end() - place.end <= 2 else []


def without_side(text: str, span: Span) -> int:
    """Where a place ends before the word for one side of it (医院门诊楼前)."""
    means = _MEANS.search(text, span.start, span.end)
    if means and means.start() > span.start:  # 在京以视频方式
        return means.start()
    found = _SIDE.search(text, span.start, span.end) or _ALL_OVER.search(text, span.start, span.end)
    return found.start() if found else span.end


def venue(clause: Clause, place: Mention) -> list[Argument]:
    """A place as it is, or its parts when it is a city and a venue, or a province and a city."""
    return role("LOC", site_and_city(clause.scene, place))


def time_of(clause: Clause, marker: Marker) -> list[Argument]:
    """The time of a gathering, over as many days as the sentence or the next one says."""
    found = clause.when(marker) or _day_of_lead(clause, marker)
    if found and (
        _PUT_OFF.search(clause.text, clause.begin, marker.start) or _SOME_DAY.search(clause.text[: marker.start][-8:])
    ):
        return []  # 原定5日举行
    end = _until(clause) if marker.kind in ("open", "hold") else ""
    if found and end > found[0].name and len(found[0].name) == len(end) == 10:
        return [Argument(role="TMP", start=found[0].start, end=found[0].end, name=f"{found[0].name}/{end}")]
    days = _days(clause, marker)
    if found and days > 1 and len(found[0].name) == 10:
        name = extend(found[0].name, days, back=marker.kind == "close")
        return [Argument(role="TMP", start=found[0].start, end=found[0].end, name=name)]
    return found


def _day_of_lead(clause: Clause, marker: Marker) -> list[Argument]:
    """The one day that the sentences before in the opening paragraph have named (上周六清晨，雾刚散。某赛鸣枪开跑)."""
    begin = len(clause.scene.article.title) + 1
    opens = clause.rule == "body" and not clause.scene.item and "\n" not in clause.text[begin : clause.begin].strip()
    if not opens or clause.reported or clause.sentence.start <= begin or clause.told(marker).planned:
        return []
    days = [w for w in clause.scene.dates if begin <= w.start and w.end <= clause.sentence.start]
    today = clause.scene.article.date
    if len(days) != 1 or len(days[0].iso) != 10 or days[0].iso > today:
        return []
    return [Argument(role="TMP", start=days[0].start, end=days[0].end, name=days[0].iso)]


def day_between(clause: Clause, start: int, end: int) -> list[Argument]:
    """The date in a span, as of the relative clause in 出席13日举行的论坛."""
    day = clause.scene.day(start, end)
    return [Argument(role="TMP", start=day.start, end=day.end, name=day.iso)] if day else []


def _days(clause: Clause, marker: Marker) -> int:
    """For how many days, as the sentence says, or a later one of the same gathering (博览会为期4天)."""
    inside = marker.kind == "hold" and clause.topic is not None and clause.topic.start < clause.begin
    begin = (
        clause.begin if inside else max(clause.sentence.start, clause.begin - _FULL_NAME)
    )  # 论坛为期三天，还将举行某会
    here = lasting(clause.text[begin : clause.slots[clause.index].end + 12])
    if here or clause.topic is None:
        return here
    if inside:
        return 0
    line, _, later = clause.text[clause.sentence.end :].partition("\n")
    told = line[:240].split("。")
    if not clause.scene.item:  # in a later paragraph only what says which gathering it means
        told += [s for s in re.split("[。\n]", later[:_PARAGRAPHS]) if _THIS_ONE.match(s)]
    return next((lasting(s) for s in told if _SAME.search(s) and _ends_as(s, clause.topic.text)), 0)


def _ends_as(sentence: str, name: str) -> bool:
    """Whether a sentence that says how long begins with the head of a gathering's name, or with a word for any."""
    before = _SAME.split(sentence)[0]
    head = re.match(r"(?:本[届次]|此次|这[次届]|该)?([^，。由在将共为]{1,8})", before)
    lasts = re.search(r"为期[^，。的]{1,4}的(?:本届)?([\u4e00-\u9fff]{2,4})", sentence)
    if lasts and any(name.endswith(lasts[1][:size]) for size in (2, 3, 4)):
        return True
    return head is not None and (head[1] in ("活动", "会期", "赛事") or name.endswith(head[1]))


def _until(clause: Clause) -> str:
    """The day to which the sentence or the next one says that a gathering goes on (活动将持续到10月7日)."""
    limit = clause.text.find("。", clause.sentence.end) + 1 or len(clause.text)
    line = clause.text.find("\n", clause.sentence.start)
    found = _GOES_ON.search(clause.text, clause.begin, min(limit, line if line > 0 else limit))
    found = found or _later(clause, limit)
    when = clause.scene.day(found.end(), found.end() + 14) if found else None
    return when.iso if when and found and when.start == found.end() else ""


def _later(clause: Clause, start: int) -> re.Match[str] | None:
    """Where a later sentence says until when the gathering goes on, called by its head (旅游节持续至6月18日)."""
    name = clause.topic.text if clause.topic else ""
    for found in _GOES_ON.finditer(clause.text, start):
        begin = 1 + max(clause.text.rfind(mark, 0, found.start()) for mark in "。\n")
        head = clause.text[begin : found.start()].removesuffix("将")
        if len(head) > 1 and name.endswith(re.sub("^(?:本[届次]|此次|这[次届]|该)", "", head) or "-"):
            return found
    return None


def behind_time(clause: Clause, marker: Marker) -> list[Mention]:
    """在会见某某时，他…: who acts is named behind the pause."""
    if not clause.text[clause.begin : marker.start].strip().startswith("在"):
        return []
    following = clause.slots[clause.index :]
    pause = next((s for s in following if s.marker.kind == ","), None)
    if pause is None or not _AT_TIME.search(clause.text[: pause.marker.start][-3:]):
        return []
    found = clause.actors(pause.start, pause.end)[:1]
    return found if found and clause.begins_with_name(pause.start, found[0]) else []
