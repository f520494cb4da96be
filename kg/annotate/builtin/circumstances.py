"""Where and when a gathering is."""

from __future__ import annotations

import re

from kg.annotate.builtin.clause import Clause, role
from kg.grammar.clauses import Marker
from kg.grammar.dates import extend, lasting
from kg.grammar.events import head_of
from kg.model import Argument, Mention, Span

_NOT_PLACE = re.compile(
    r"(?:[上下后前时]|(?<![一二三四五六七八九十附高初])中|期间|以来|方面|领域|之际|基础上|过程中|背景下|即将|刚刚|今年|明年|去年|紧锣密鼓|如火如荼|有条不紊|[天日月年周]内)\s*$|^[以就对从向]"
)

_MEANS = re.compile(r"(?:以|通过|采取)[^，。]{2,12}(?:方式|形式)\s*$")
_SIDE = re.compile(r"(?<=[楼门馆厅碑场店院像墓园寺宫])(?:[前旁外内]|门口)\s*$")


def where(clause: Clause, span: Span | None) -> list[Argument]:
    """The place of a 在-phrase: the venue, and the city before it where both are written."""
    if span is not None:
        span = Span(span.start, _without_side(clause.text, span))
    if span is None or _NOT_PLACE.search(clause.text[span.start : span.end]) or clause.events(*span):
        return []
    when = clause.scene.day(span.start, span.end)
    if when and when.start == span.start:
        return []
    written = clause.text[span.start : span.end].strip()
    if len(written) == 1:
        name = clause.scene.short_place(written)
        return [Argument(role="LOC", start=span.start, end=span.end, name=name, type="Place")] if name else []
    found = clause.scene.bodies(*span, loose=True)
    return [a for m in found[:2] for a in venue(clause, m)]


def _without_side(text: str, span: Span) -> int:
    """Where a place ends before the word for one side of it (医院门诊楼前)."""
    means = _MEANS.search(text, span.start, span.end)
    if means and means.start() > span.start:  # 在京以视频方式
        return means.start()
    found = _SIDE.search(text, span.start, span.end)
    return found.start() if found else span.end


def venue(clause: Clause, place: Mention) -> list[Argument]:
    """A place as it is, or its parts when it is a city and a venue, or a province and a city."""
    return role("LOC", clause.scene.parts(place))


def time_of(clause: Clause, marker: Marker) -> list[Argument]:
    """The time of a gathering, over as many days as the sentence or the next one says."""
    found = clause.when(marker)
    days = _days(clause)
    if found and days > 1 and len(found[0].name) == 10:
        name = extend(found[0].name, days, back=marker.kind == "close")
        return [Argument(role="TMP", start=found[0].start, end=found[0].end, name=name)]
    return found


def day_between(clause: Clause, start: int, end: int) -> list[Argument]:
    """The date in a span, as of the relative clause in 出席13日举行的论坛."""
    day = clause.scene.day(start, end)
    return [Argument(role="TMP", start=day.start, end=day.end, name=day.iso)] if day else []


def _days(clause: Clause) -> int:
    """For how many days, as the sentence says, or the next one of the same gathering (博览会为期4天)."""
    here = lasting(clause.text[max(clause.sentence.start, clause.begin - 20) : clause.slots[clause.index].end + 12])
    if here or clause.topic is None:
        return here
    behind = clause.text[clause.sentence.end : clause.sentence.end + 14].split("\n")[0]
    head = head_of(behind.split("为期")[0]) if "为期" in behind else ""
    return lasting(behind) if head and clause.topic.text.endswith(head) else 0
