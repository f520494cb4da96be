"""Frames of what is said: when 表示 or 指出 is a speech at a gathering, and when only a statement."""

from __future__ import annotations

import re

from kg.annotate.builtin.circumstances import day_between
from kg.annotate.builtin.clause import Clause, role
from kg.annotate.builtin.speaking import ELSEWHERE
from kg.grammar.clauses import Marker, choices
from kg.model import Argument, Mention, Span

_AT_IT = re.compile(r"(?:上|中|期间)$|(?:出席|参加)[^，]*时$")
_BESIDE = re.compile("在?(?:出席|参加|列席|赴)[^，]*期间")
_SAID_AT = r"会上$|(?:致辞|讲话|发言|演讲|总结|开幕|开班|开工|启动|揭牌)[中时]$"
_WRITTEN = re.compile(r"(?:令|公报|通知|意见|报告|公告|决定|办法|方案|规划|》)$")  # what it says is no speech


def _at_it(written: str) -> bool:
    """Whether a phrase says where one speaks, not only during what (在参加某论坛期间)."""
    return bool(_AT_IT.search(written)) and not _BESIDE.match(written)


def say(clause: Clause, marker: Marker) -> None:
    """表示, 指出: speaking at a gathering only when it is said where (在会上表示) or after others spoke."""
    span = clause.phrase.get("at") or (clause.place if clause.place and clause.place.end >= clause.begin - 2 else None)
    who = clause.people()
    if who and span:
        written = clause.text[span.start : span.end].strip()
        events = clause.events(span.start, marker.start if span.start >= clause.begin else span.end)
        speech = re.search(_SAID_AT, written) and not ELSEWHERE.search(written)
        if speech or (events and _at_it(clause.text[span.start : marker.start].strip())):
            when = _day_of(clause, span)
            clause.state("讲话", marker, [*role("A0", who), *role("AT", events)], "said-at", confidence=0.9)
            if events and when:
                clause.state("举行", marker, [*role("AT", events[-1:]), *when], "said-when", confidence=0.8)
        elif re.search(r"听取[^，]*(?:发言|汇报|介绍)[^，]*后$", written):
            clause.state("讲话", marker, role("A0", who), "said-after", confidence=0.9)
    if who and _THERE.fullmatch(clause.text[who[-1].end : marker.start].strip()):
        clause.state("讲话", marker, role("A0", who), "said-there", confidence=0.85)
    if chaired := _in_the_chair(clause, who):
        clause.state("讲话", marker, [*role("A0", who), *role("AT", chaired)], "said-in-chair", confidence=0.85)
    if there := _at_headline(clause, who):
        clause.state("讲话", marker, [*role("A0", who), *role("AT", there)], "said-at-headline", confidence=0.85)
    if _is_member_heard(clause, marker, who):
        clause.state("发言", marker, role("A0", who), "member", confidence=0.85)
    during = _DURING.search(clause.text, clause.sentence.start, clause.begin) if who else None
    there = clause.events(*during.span()) if during else []
    if there:
        clause.state("讲话", marker, [*role("A0", who), *role("AT", there[-1:])], "said-while", confidence=0.85)
    briefing = _briefing(clause, who)
    if briefing:
        clause.state("发言", marker, [*role("A0", who), *role("AT", [briefing])], "briefing", confidence=0.85)
    if not _WRITTEN.search(clause.text[clause.begin : marker.start].rstrip()):
        clause.reported, clause.said, clause.said_by = True, marker.end, who
    if who:
        clause.speaker = who


_AFTER_HEARING = re.compile("(?:在?(?:认真)?听取[^，。]{2,40}后，)?")
_MEMBER = re.compile("(?:常委|委员|代表)(?:分别|还|也)?")
_SPEECHES = re.compile("(?:发言|发了言|审议意见|大会口头发言)")


def _in_the_chair(clause: Clause, who: list[Mention]) -> list[Mention]:
    """The gathering that who speaks has presided over in the sentence before (某人主持召开座谈会。他指出…)."""
    chaired = clause.scene.chaired
    if chaired is None or len(who) != 1 or clause.reported:
        return []
    heard = _AFTER_HEARING.match(clause.text, clause.sentence.start, clause.sentence.end)
    opens = heard is not None and heard.end() == clause.begin
    between = clause.text[chaired.end : clause.sentence.start].strip(" ")
    return chaired.events if opens and not between and clause.scene.same(who[0], chaired.person) else []


def _at_headline(clause: Clause, who: list[Mention]) -> list[Mention]:
    """The meeting that the headline says the speaker attends, where the paragraph begins with the speaker."""
    headline = clause.scene.headline
    if headline is None or len(who) != 1 or clause.reported or "at" in clause.phrase:
        return []
    opens = clause.begin == clause.sentence.start and who[0].start == clause.begin
    opens = opens and clause.scene.begins_line(clause.begin)
    return headline.events if opens and (who[0].name or who[0].text) in headline.persons else []


def _is_member_heard(clause: Clause, marker: Marker, who: list[Mention]) -> bool:
    """Whether a member of a body is told to speak at its meeting, where the paragraphs before tell of speeches."""
    if len(who) != 1 or clause.reported or who[0].start != clause.begin:
        return False
    if not _MEMBER.fullmatch(clause.text, who[0].end, marker.start):
        return False
    start = len(clause.scene.article.title)
    return bool(_SPEECHES.search(clause.text, start, clause.begin))


_THERE = re.compile("(?:会议?|座谈会|仪式|论坛)上")  # 秘书长会上说
_DURING = re.compile(r"在(?:出席|参加|列席)[^，。；]{2,60}(?:时|期间)[，,]$")  # 在参加某会时，他强调


def _day_of(clause: Clause, span: Span) -> list[Argument]:
    """The day before the 在-phrase in which it is said where somebody speaks (2023年6月，某人在座谈会上指出)."""
    found = day_between(clause, clause.sentence.start, span.start)
    return found if found and len(found[0].name) > 4 else []


_BRIEFING = re.compile(r"(?:发布会|吹风会|记者会|通气会|记者见面会)$")


_ROUND_UP = re.compile(choices("digests"))


def _opens_with_briefing(clause: Clause) -> bool:
    """Whether the whole article is of a press conference: its first sentence says so, and it is no round-up."""
    title, text = clause.scene.article.title, clause.text
    opening = text[len(title) + 1 :].split("。", 1)[0]
    held = re.search("(?:举行|召开|举办)[^，。]{0,20}(?:发布会|吹风会|记者会|通气会)", opening)
    return bool(held) and not _ROUND_UP.search(title)


def _briefing(clause: Clause, who: list[Mention]) -> Mention | None:
    """The press conference at which a spokesperson speaks, when the text has named one."""
    if not who or not clause.scene.within(clause.begin, who[0].start, ("Position",)):
        return None
    spokesman = "发言人" in clause.text[clause.begin : who[0].start]
    line = clause.text.rfind("\n", 0, clause.begin)
    titled = _BRIEFING.search(clause.scene.article.title) or _opens_with_briefing(clause)
    begin = 0 if spokesman or titled else line
    events = clause.events(max(0, begin), who[0].start)
    found = [e for e in events if _BRIEFING.search(e.text)]
    if not found or (not spokesman and not _BRIEFING.search(events[-1].text)):
        return None
    return found[-1]
