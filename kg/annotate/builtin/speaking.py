"""Frames of those who speak at a gathering, or are heard there."""

from __future__ import annotations

import re

from kg.annotate.builtin.clause import Clause, role
from kg.annotate.builtin.joined import joined_before
from kg.annotate.builtin.taking_part import companions
from kg.grammar.clauses import Marker, load_table
from kg.model import Mention, Span

# a speech of this kind is given at no gathering named before
ELSEWHERE = re.compile(r"就职|电视|全国讲话|新年|卸任|胜选|获胜|竞选")
# 对教育的重要讲话 speaks of a speech and makes none
_NOUN = re.compile(
    r"(?:(?:学习|贯彻|落实|领会|按照|根据|围绕)[^，。；]{0,40}|近期|最近|对[^，。；]{1,40}的|系列|[^上中时间，]的)"
    r"(?:系列)?(?:重要)?$"
)


# these are said at a gathering only where the sentence begins with it (报告会上，某人讲述了…)
_ONLY_THERE = frozenset(load_table("clauses.yaml")["only_there"])
_AT_GATHERING = re.compile(r"[^，。]{0,30}(?:会|式|坛|节|活动|班|讲座|现场)上[，,]")


def _where_others_speak(clause: Clause, marker: Marker) -> bool:
    """Whether the sentence is about what happens at a gathering: 会上, or somebody else speaks or presides."""
    if _AT_GATHERING.match(clause.text, clause.sentence.start, clause.sentence.end):
        return True
    others = (s.marker for s in clause.slots if s.marker.kind in ("speak", "chair") and s.marker != marker)
    return any(clause.text[m.start : m.end] not in _ONLY_THERE for m in others)


def speak(clause: Clause, marker: Marker) -> None:
    """致辞, 讲话, 作报告: persons who speak at a gathering, which may be left out."""
    who = clause.people()
    written = clause.text[marker.start : marker.end]
    if written in _ONLY_THERE and not _where_others_speak(clause, marker):
        return
    if not who or (written == "讲话" and _NOUN.search(clause.scene.outside_names(clause.begin, marker.start))):
        return
    who = [*who, *companions(clause)]
    span = clause.phrase.get("at") or clause.phrase.get("to")  # 在会上致辞, 向大会视频致辞
    if "机场" in written:
        return
    if clause.text.startswith(("中", "时"), marker.end) and ELSEWHERE.search(clause.text, clause.begin, marker.start):
        return
    events = clause.events(*span) if span else []
    inner = clause.events(marker.start, marker.end) if written.startswith(("宣布", "作")) else []
    if clause.text.startswith(("上", "时", "期间"), marker.start):
        if not events:  # 参加某会时的讲话
            events = [e for e in clause.events(clause.begin, marker.start) if e.end == marker.start]
        if events:
            clause.state(
                "讲话",
                marker,
                [*role("A0", _speakers(clause, span)), *role("AT", joined_before(clause.text, events))],
                "speech-at",
                confidence=0.9,
            )
        return
    if not events and inner:
        events = inner[:1]
    clause.state(marker.name, marker, [*role("A0", who), *role("AT", events)], "speak")


def _speakers(clause: Clause, span: Span | None) -> list[Mention]:
    """The person right before a 在-phrase (习近平在会议上的讲话)."""
    before = clause.actors(clause.begin, span.start) if span else []
    return before[-1:] or clause.people()[:1]


# 听取甲关于…的汇报、乙关于…的说明
_HEARD_TOO = re.compile("(?:[、和及](?:了)?[^，。；、]{4,60}?(?:汇报|报告|说明|通报|发言))+")


def hear(clause: Clause, marker: Marker) -> None:
    """听取某人的汇报: who is heard speaks at the gathering."""
    heard = _HEARD_TOO.match(clause.text, marker.end, clause.sentence.end)
    who = clause.actors(marker.start, heard.end() if heard else marker.end)
    if who:
        clause.state("汇报", marker, [*role("A0", who), *role("AT", [clause.topic] if clause.topic else [])], "heard")
