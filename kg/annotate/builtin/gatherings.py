"""Frames of gatherings: held, attended, chaired, spoken at, organized."""

from __future__ import annotations

import re

from kg.annotate.builtin.clause import Clause, role
from kg.grammar.clauses import Marker
from kg.grammar.dates import extend, lasting
from kg.grammar.events import head_of
from kg.model import Argument, Mention, Span

_NOT_PLACE = re.compile(r"(?:[上下后前时]|(?<![一二三四五六七八九十附高初])中|期间|以来|方面|领域|之际|基础上|过程中|背景下)\s*$")
_WEAK = frozenset({"开展", "开展了", "进行", "走进", "亮相", "登场", "落户", "登陆", "上演", "唱响", "办到"})
_TO_PLACE = frozenset({"走进", "亮相", "落户", "登陆", "办到"})
_NEEDS_EVENT = frozenset({"亮相", "现身", "助阵", "参与", "参与了", "观摩", "旁听", "亲临", "参赛", "与会代表"})
_SIGNING = re.compile(r"签约|签字|签署|签订")


def attend(clause: Clause, marker: Marker) -> None:
    """出席, 参加: persons (or bodies) at a gathering, which may be left out."""
    events = clause.object_events()
    written = clause.text[marker.start : marker.end]
    listed = _listed(clause)
    if listed:
        clause.state("出席", marker, [*role("A0", listed), *role("AT", clause.events(clause.begin, marker.start)[-1:])], "attend-list")
        return
    if not events and (clause.rest() not in ("", "祝贺", "揭牌", "见证", "指导", "会议") or written in _NEEDS_EVENT):
        return
    if not events and clause.last_kind in ("visit", "inspect", "meet", "talk") and written.endswith("参加"):
        if clause.last_kind in ("visit", "inspect"):
            accompany(clause, marker)
        return
    slot = clause.slots[clause.index]
    who = clause.people()
    if events and clause.text[events[0].end : events[0].end + 1] == "的" and events[0].end < slot.end:
        after = clause.scene.within(events[0].end, slot.end, ("Person",))
        if after and clause.people() is clause.persons:
            who = after
    if not who and events:
        who = clause.agents()
    if who:
        place = clause.phrase.get("at") or (clause.place if clause.events(*clause.subject) == [] else None)
        who = [*who, *_companions(clause)]
        arguments = [*role("A0", who), *role("AT", events)]
        if who[0] in clause.persons and "结束" not in clause.text[clause.begin : marker.start]:
            remote = bool(events) and bool(re.search("视频|线上|在线", events[0].text))
            arguments += [*([] if remote else where(clause, place)), *clause.when(marker)]
        clause.state("出席", marker, arguments, "attend")
    if events and clause.people() is clause.persons:
        clause.topic = events[-1]


def _listed(clause: Clause) -> list[Mention]:
    """Who follows 出席会议的有 or 就座的有, over the commas of the list."""
    slot = clause.slots[clause.index]
    found = re.match(r"[^，。；]{0,30}?的(?:还?有|是|包括)", clause.text[slot.start : clause.sentence.end])
    if not found:
        return []
    end = slot.start + found.end()
    for later in clause.slots[clause.index :]:
        if later.end <= end:
            continue
        if later.marker.start > end and later.marker.kind != "," or not clause.actors(later.start, later.end):
            break
        end = later.end
    return clause.actors(slot.start + found.end(), end)


def chair(clause: Clause, marker: Marker) -> None:
    """主持: a person in the chair of a gathering."""
    written = clause.text[marker.start : marker.end]
    slot = clause.slots[clause.index]
    if written.endswith(("为", "是", "由")):
        who, events = clause.scene.within(slot.start, slot.end, ("Person",)), []
        if clause.topic is None:
            events = clause.events(clause.begin, marker.start)
    else:
        who, events = clause.people(), clause.object_events()
        if not events and clause.rest():
            return
    if not who and not events:
        return
    if not events and clause.topic is not None:
        events = [clause.topic]
    who = [*who, *_companions(clause)]
    arguments = [*role("A0", who), *role("AT", events), *where(clause, clause.phrase.get("at")), *clause.when(marker)]
    clause.state("主持", marker, arguments, "chair")
    if events:
        clause.topic = events[-1]


def _companions(clause: Clause) -> list[Mention]:
    """Persons with whom the subject acts: 同巴西副总统…共同主持."""
    span = clause.phrase.get("with")
    return clause.scene.within(*span, ("Person",)) if span else []


def speak(clause: Clause, marker: Marker) -> None:
    """致辞, 讲话, 作报告: persons who speak at a gathering, which may be left out."""
    who = clause.people()
    if not who:
        return
    who = [*who, *_companions(clause)]
    span = clause.phrase.get("at")
    events = clause.events(*span) if span else []
    inner = clause.events(marker.start, marker.end)
    if clause.text.startswith(("上", "时"), marker.start):
        if events:
            clause.state("讲话", marker, [*role("A0", clause.speakers(span)), *role("AT", events[-1:])], "speech-at", confidence=0.9)
        return
    if not events and inner:
        events = inner[:1]
    clause.state(_speech(clause, marker), marker, [*role("A0", who), *role("AT", events)], "speak")


def _speech(clause: Clause, marker: Marker) -> str:
    return marker.name


def say(clause: Clause, marker: Marker) -> None:
    """表示, 指出: speaking at a gathering only when it is said where (在会上表示) or after others spoke."""
    span = clause.phrase.get("at") or (clause.place if clause.place and clause.place.end >= clause.begin - 2 else None)
    who = clause.people()
    if who and span:
        written = clause.text[span.start : span.end].strip()
        events = clause.events(*span)
        if (events and re.search(r"(?:上|中|期间)$", written)) or re.search(r"会上$|(?:致辞|讲话|发言|演讲|总结)[中时]$", written):
            clause.state("讲话", marker, [*role("A0", who), *role("AT", events)], "said-at", confidence=0.9)
        elif re.search(r"听取[^，]*(?:发言|汇报|介绍)[^，]*后$", written):
            clause.state("讲话", marker, role("A0", who), "said-after", confidence=0.9)
    briefing = _briefing(clause, who)
    if briefing:
        clause.state("发言", marker, [*role("A0", who), *role("AT", [briefing])], "briefing", confidence=0.85)
    if not _WRITTEN.search(clause.text[clause.begin : marker.start].rstrip()):
        clause.reported = True
    if who:
        clause.speaker = who


_WRITTEN = re.compile(r"(?:令|公报|通知|意见|报告|公告|决定|办法|方案|规划|》)$")  # what it says is no speech


def _briefing(clause: Clause, who: list[Mention]) -> Mention | None:
    """The press conference at which a spokesperson speaks, when the text has named one."""
    if not who or not clause.scene.within(clause.begin, who[0].start, ("Position",)):
        return None
    if "发言人" not in clause.text[clause.begin : who[0].start]:
        return None
    events = [e for e in clause.events(0, who[0].start) if e.text.endswith(("发布会", "吹风会", "记者会"))]
    return events[-1] if events else None


def hold(clause: Clause, marker: Marker) -> None:
    """举行, 召开: a gathering with its organizer, place and time; transitive or not."""
    slot = clause.slots[clause.index]
    written = clause.text[marker.start : marker.end]
    events = clause.events(slot.start, slot.end)[:2] if written not in _TO_PLACE else []
    relative = bool(events) and clause.text[slot.start : slot.start + 1] == "的"
    if events and not relative and clause.topic and clause.topic.start >= clause.begin and not clause.text[slot.start : events[0].start].strip():
        clause.topic = None
    if not events:
        if clause.topic is None:
            return
        _happen(clause, marker, clause.topic, slot if written in _TO_PLACE else None)
        return
    if written in _WEAK and head_of(events[0].text) not in ("演习", "演练", "军演"):
        return
    agents = _holders(clause) if relative else clause.agents()
    agents = [m for m in agents if m.type != "Person" or written != "召开"]
    parties = _parties(clause, events[0])
    events = [_named_by(clause, events[0], agents, parties), *events[1:]]
    arguments = [*role("A0", [*agents, *parties]), *role("AT", events), *where(clause, clause.phrase.get("at", clause.place)), *_time(clause, marker)]
    clause.state("举办", marker, arguments, "held")
    if parties and _SIGNING.search(events[0].text):
        clause.state("签约", marker, [*role("A0", agents), *role("WITH", parties)], "signing-held", confidence=0.85)
    clause.topic = events[-1]


def _holders(clause: Clause) -> list[Mention]:
    """Who holds the gathering of a relative clause: what stands between the verb outside and this one."""
    for i in range(clause.index - 1, -1, -1):
        slot = clause.slots[i]
        if slot.marker.kind == ",":
            break
        if slot.marker.kind not in ("at", "by", "with", "to", "for"):
            return clause.actors(slot.start, slot.end) or clause.scene.bodies(slot.start, slot.end)
    return clause.agents()


def _parties(clause: Clause, event: Mention) -> list[Mention]:
    if "with" not in clause.phrase:
        return []
    return clause.scene.bodies(*clause.phrase["with"])


def _named_by(clause: Clause, event: Mention, agents: list[Mention], parties: list[Mention]) -> Mention:
    return event


def _happen(clause: Clause, marker: Marker, event: Mention, target: object) -> None:
    """A gathering as the subject of 举行, 开幕, 走进."""
    span = clause.phrase.get("at", clause.place)
    places = where(clause, span)
    if target is not None:
        slot = clause.slots[clause.index]
        found = clause.scene.bodies(slot.start, slot.end, loose=True)
        if not found:
            return
        places = role("LOC", found[:1])
    holders = [m for m in clause.agents() if m.type != "Person"] if "by" in clause.phrase else []
    arguments = [*role("A0", holders), *role("AT", [event]), *places, *_time(clause, marker)]
    clause.state(marker.name, marker, arguments, "happened")


def open_close(clause: Clause, marker: Marker) -> None:
    """开幕, 落幕: the beginning or end of a gathering."""
    slot = clause.slots[clause.index]
    event = clause.topic
    if clause.text[slot.start : slot.start + 1] == "的":
        behind = clause.events(slot.start, slot.end)
        event = behind[0] if behind else event
    if event is None:
        ahead = [e for later in clause.slots[clause.index :] for e in clause.events(later.start, later.end)]
        if clause.text[slot.start : slot.start + 1] != "、" or not ahead:
            return
        event = ahead[0]
    _happen(clause, marker, event, None)
    clause.topic = event


def organize(clause: Clause, marker: Marker) -> None:
    """主办, 承办: the bodies behind a gathering."""
    written = clause.text[marker.start : marker.end]
    slot = clause.slots[clause.index]
    if written.endswith(("为", "是")):
        agents = clause.scene.bodies(slot.start, slot.end)
    else:
        before = clause.slots[clause.index - 1] if clause.index else slot
        if before.marker.kind == "organize" and clause.text[before.start : before.end].strip("、 "):
            agents = clause.scene.bodies(before.start, before.end)
        else:
            agents = [m for m in clause.agents() if m.type != "Person" or written.endswith(("举办", "办"))]
        if "with" in clause.phrase:
            agents += clause.scene.bodies(*clause.phrase["with"])
    events = clause.events(slot.start, slot.end)[:1]
    if not events and clause.topic is not None:
        events = [clause.topic]
    if not events:
        ahead = [e for later in clause.slots[clause.index :] if clause.text[later.start : later.start + 1] == "的" for e in clause.events(later.start, later.end)]
        events = ahead[:1]
    if agents:
        clause.state(marker.name, marker, [*role("A0", agents), *role("AT", events)], "organized")
    if events:
        clause.topic = events[0]


def talk_as_event(clause: Clause, event: Mention, marker: Marker) -> None:
    """同…集体谈话: a gathering that a verb phrase names."""
    arguments = [*role("AT", [event]), *where(clause, clause.phrase.get("at")), *clause.when(marker)]
    clause.state("举行", marker, arguments, "held")
    clause.topic = event


def where(clause: Clause, span: Span | None) -> list[Argument]:
    """The place of a 在-phrase: the venue, and the city before it where both are written."""
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


def venue(clause: Clause, place: Mention) -> list[Argument]:
    """A place as it is, or its parts when it is a city and a venue, or a province and a city."""
    return role("LOC", clause.scene.parts(place))


def _time(clause: Clause, marker: Marker) -> list[Argument]:
    """The time of a gathering, over as many days as the sentence or the next one says."""
    found = clause.when(marker)
    days = _days(clause) if marker.kind != "close" else 0
    if found and days > 1 and len(found[0].name) == 10:
        return [Argument(role="TMP", start=found[0].start, end=found[0].end, name=extend(found[0].name, days))]
    return found


def _days(clause: Clause) -> int:
    """For how many days, as the sentence says, or the next one of the same gathering (博览会为期4天)."""
    here = lasting(clause.text[max(clause.sentence.start, clause.begin - 20) : clause.slots[clause.index].end + 12])
    if here or clause.topic is None:
        return here
    behind = clause.text[clause.sentence.end : clause.sentence.end + 14].split("\n")[0]
    head = head_of(behind.split("为期")[0]) if "为期" in behind else ""
    return lasting(behind) if head and clause.topic.text.endswith(head) else 0


def accompany(clause: Clause, marker: Marker) -> None:
    """陪同调研: who went along went where the others did."""
    who = clause.people()
    if who and clause.scene.visited and clause.rest() in ("", "调研", "考察", "检查", "参观", "访问"):
        clause.state("调研", marker, [*role("A0", who), *clause.scene.visited], "accompanied", confidence=0.8)
