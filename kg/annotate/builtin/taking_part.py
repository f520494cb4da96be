"""Frames of those who take part in a gathering: attend and chair."""

from __future__ import annotations

import re
from itertools import zip_longest

from kg.annotate.builtin import travellers, visits
from kg.annotate.builtin.circumstances import behind_time, day_between, where
from kg.annotate.builtin.clause import Clause, role
from kg.annotate.builtin.occasions import name_attended, name_by_matter
from kg.annotate.builtin.scene import Chaired, Headline
from kg.grammar.clauses import Marker
from kg.grammar.events import kind_of
from kg.model import Argument, Mention, Span

_NEEDS_EVENT = frozenset({"亮相", "现身", "助阵", "参与", "参与了", "观摩", "旁听", "亲临", "参赛", "与会代表"}) | {
    *("观看", "观看了", "一起观看", "共同观看", "一同观看")
}


def attend(clause: Clause, marker: Marker) -> None:
    """出席, 参加: persons (or bodies) at a gathering, which may be left out."""
    events = [name_attended(clause, e, marker.end) for e in clause.object_events()]
    all_of_them = _ABOVE.search(clause.text, marker.start, marker.end + _AHEAD)
    events = clause.scene.told_before(all_of_them.start()) if all_of_them else events
    written = clause.text[marker.start : marker.end]
    if not events and "观摩" in written:
        visits.visit(clause, Marker(marker.start, marker.end, "visit", "调研"))  # 观摩某基地
        return
    named = listed(clause)
    if named:
        clause.state(
            "出席",
            marker,
            [*role("A0", named), *role("AT", clause.events(clause.begin, marker.start)[-1:])],
            "attend-list",
        )
        return
    present = (
        written.startswith(("到会", "到场", "与会", "莅会"))
        or written.endswith("一堂")
        or (written.startswith(("出席", "参加", "参会")) and clause.text.startswith("并", marker.end))
    )
    if not events:
        events = _named_in_part(clause, written)
    if (not events and all_of_them) or (
        not events
        and not present
        and (clause.rest() not in ("", "祝贺", "揭牌", "见证", "指导", "会议") or written in _NEEDS_EVENT)
    ):
        return
    if not events and _joins_others(clause, marker):
        return
    who = _who_attends(clause, marker, events)
    if who:
        by_the_way = who is not clause.persons and "by" not in clause.phrase and who[0].type == "Person"
        who = [*who, *companions(clause)]
        arguments = [*role("A0", who), *role("AT", events)]
        if who[0] in clause.persons and "结束" not in clause.text[clause.begin : marker.start]:
            arguments += _where_and_when(clause, marker, events)
        clause.state("出席", marker, arguments, "attend-guest" if by_the_way else "attend")
        if clause.rule == "title" and not by_the_way:
            _note_headline(clause, who, events)
    if who and events and clause.people() is clause.persons:
        clause.topic = events[-1]


def _who_attends(clause: Clause, marker: Marker, events: list[Mention]) -> list[Mention]:
    """The guests that a relative clause describes, else the subject."""
    guests = _guests(clause, events)
    if guests is not None:
        return guests
    who = clause.people()
    if not who and events:
        return behind_time(clause, marker) or clause.agents()
    return who or (_bodies_there(clause, marker) if not clause.rest() else [])


def _bodies_there(clause: Clause, marker: Marker) -> list[Mention]:
    """The bodies that take part, themselves or by those whom they send: 某局参加, 某局也派人参加, but not 某局局长."""
    sent = _SENT.search(clause.text, clause.begin, marker.start)
    if sent:
        return clause.scene.bodies(clause.begin, sent.start(), places=False)
    if _COUNTED.search(clause.text, clause.begin, marker.start):  # 2442家企业参会
        return []
    found = [m for m in clause.agents(places=False) if m.start >= clause.begin]
    return [] if found and _OF_BODIES.search(clause.text, found[-1].end, marker.start) else found


def beside(clause: Clause, marker: Marker) -> None:
    """参加会见和签约仪式: the gathering behind the meeting, which is none."""
    slot = clause.slots[clause.index]
    events = clause.events(slot.start, slot.end)
    if events and clause.people() and _AND.match(clause.text, slot.start):
        clause.state("出席", marker, [*role("A0", clause.people()), *role("AT", events)], "attend")


def _guests(clause: Clause, events: list[Mention]) -> list[Mention] | None:
    """Who attends by a relative clause (出席大会的首相, 同来华出席大会的首相会谈); nothing when that is not so."""
    if clause.people() is not clause.persons:
        return None
    visitors = clause.visitors_ahead()
    if visitors:
        return visitors
    slot = clause.slots[clause.index]
    before = clause.slots[clause.index - 1] if clause.index else None
    received = before is not None and before.marker.kind in ("meet", "talk") and before.marker.end == slot.marker.start
    if events and received:  # 会见出席某论坛外国代表
        return clause.scene.within(events[0].end, slot.end, ("Person",))
    if events and clause.text[events[0].end : events[0].end + 1] == "的" and events[0].end < slot.end:
        after = clause.scene.within(events[0].end, slot.end, ("Person",))
        if after or _GUESTS.match(clause.text, events[0].end):
            return after
    return None


def _where_and_when(clause: Clause, marker: Marker, events: list[Mention]) -> list[Argument]:
    """The place and the day of a gathering that the subject attends."""
    place = clause.phrase.get("at") or (clause.place if clause.events(*clause.subject) == [] else None)
    remote = bool(events) and bool(re.search("视频|线上|在线", events[0].text))
    own = [] if not events else day_between(clause, marker.end, events[0].start)
    found = _went_to(clause, marker) or ([] if remote or own else where(clause, place))
    return [*found, *(own or _day_there(clause, marker, events))]


def _joins_others(clause: Clause, marker: Marker) -> bool:
    """某某参加 after a visit or a meeting, not a gathering: with the others there; true when it is read as such."""
    written = clause.text[marker.start : marker.end]
    after = clause.last_kind in ("visit", "inspect", "meet", "talk") and written.endswith("参加")
    alone = written == "参加" and _CLOSES.match(clause.text, marker.end)
    on_tour = bool(alone) and clause.scene.on_tour and not clause.scene.talked and clause.scene.tells_of_travellers()
    if on_tour or (after and clause.last_kind in ("visit", "inspect")):
        travellers.accompany(clause, marker)
    return after or on_tour


def _note_headline(clause: Clause, who: list[Mention], events: list[Mention]) -> None:
    """Note the meeting that the whole headline is about: who attends it speaks there when the text says 表示."""
    about = {s.marker.kind for s in clause.slots} <= _OF_ATTENDING
    meetings = [e for e in events[:1] if kind_of(e.text) in ("meeting", "talk", "forum")]
    if about and meetings and not clause.told(clause.slots[clause.index].marker).planned:
        clause.scene.headline = Headline(frozenset(m.name or m.text for m in who), meetings)


_OF_ATTENDING = frozenset({",", "attend", "speak", "say", "at", "read", "open"})
_AHEAD = 7  # characters behind a verb in which 上述活动 stands
_ABOVE = re.compile("上述(?:各项|有关|相关|一系列)?活动(?=[。！\\s]|$)")
_SENT = re.compile("[也都均还]?(?:派人|派员|派出?代表|派出?专人|派队|组团|组队)(?:前来|到会|到场)?$")
_COUNTED = re.compile(r"[\d几数多余][多余]?[家个名所]|各[家地类]")
_OF_BODIES = re.compile("代表|负责|[人员长]|专家|学者|主席|主任|书记|嘉宾|记者|师生|群众|干部")
_AND = re.compile("[和及与、暨]|以及|并(?:出席|参加)?")
_CLOSES = re.compile(r"(?:活动|了)?(?:[，。；！\s]|$)")


# 出席大会的代表 are people, and what the sentence is about does not attend with them
_GUESTS = re.compile(
    r"的(?:[^，。；]{0,12}?(?:代表|委员|领导人|嘉宾|人士|人员|运动员|选手|专家|学者|学员|记者|官员|企业家|贵宾|使节|同志|师生))"
)
_ON_THE_WAY = re.compile(r"抵达|飞抵|离开|启程|离京|乘专机|乘机")
_GOES_TO = re.compile(r"(?:[赴去到]|前往)([^，。赴去到在和并]{2,12})$")
_WHILE = re.compile(r"[^，。；]{0,6}?(?:期间|之际|前夕|间隙)|之?前(?![来往])")


def _went_to(clause: Clause, marker: Marker) -> list[Argument]:
    """The place of 到某地参加, to which one goes to attend."""
    found = _GOES_TO.search(clause.text[clause.begin : marker.start])
    return where(clause, Span(clause.begin + found.start(1), marker.start)) if found else []


def _day_there(clause: Clause, marker: Marker, events: list[Mention]) -> list[Argument]:
    """The day on which somebody attends: not that of the journey there, nor of what is done in its course."""
    found = clause.when(marker)
    if not found or len(found[0].name) < 10:
        return found
    following = clause.slots[clause.index + 1 :]
    if "/" in found[0].name and any(s.marker.kind == "visit" for s in following):
        return []  # 14日至17日出席某年会并访问某国: the days of the whole journey
    travels = _ON_THE_WAY.search(clause.text, found[0].start, marker.start)
    return [] if travels or (events and _WHILE.match(clause.text, events[-1].end)) else found


def _named_in_part(clause: Clause, written: str) -> list[Mention]:
    """The gathering named before that 参加植树, 参加签约 or 主持学习 tells by the activity in its name."""
    rest = clause.rest().removesuffix("时")
    if not written.startswith(("参加", "参与", "出席", "主持")) or not 2 <= len(rest) <= 4:
        return []
    found = [e for e in clause.events(0, clause.begin) if rest in e.text and e.text != rest]
    return found[-1:]


def listed(clause: Clause) -> list[Mention]:
    """Who follows 出席会议的有 or 就座的有, over the commas of the list."""
    slot = clause.slots[clause.index]
    if clause.text[: slot.marker.end].endswith("坐着"):
        return clause.actors(slot.start, slot.end)
    found = re.match(r"[^，。；]{0,30}?的(?:还?有|是|包括)", clause.text[slot.start : clause.sentence.end])
    if not found:
        return []
    begin = end = slot.start + found.end()
    slots = clause.slots[clause.index :]
    for later, behind in zip_longest(slots, slots[1:]):
        acts = behind is not None and behind.marker.kind != ","  # the subject of the next clause
        if later.marker.start > begin and (acts or later.marker.kind != ","):
            break
        if clause.actors(later.start, later.end):
            end = later.end
    return clause.actors(begin, max(begin, end))


def chair(clause: Clause, marker: Marker) -> None:
    """主持: a person in the chair of a gathering."""
    written = clause.text[marker.start : marker.end]
    slot = clause.slots[clause.index]
    if written.endswith(("为", "是", "由")):
        who, events = clause.scene.within(slot.start, slot.end, ("Person",)), []
        if clause.topic is None:
            events = clause.events(clause.begin, marker.start)
    else:
        who, events = clause.people() or behind_time(clause, marker), clause.object_events()
        if not events and clause.rest() and not _named_in_part(clause, written):
            return
    if not who and "by" in clause.phrase:
        who = clause.scene.bodies(*clause.phrase["by"], places=False)
    if not who and not events:
        return
    if not events and clause.topic is not None:
        events = [clause.topic]
    who = [*who, *companions(clause)]
    at = clause.phrase.get("at") or (clause.place if clause.partners else None)
    there = [] if clause.acted and at and clause.last_kind in ("visit", "inspect") else where(clause, at)
    if "召开" in written or "召集" in written:
        events = [name_by_matter(clause, e) for e in events[:1]] + events[1:]
    arguments = [*role("A0", who), *role("AT", events), *there, *clause.when(marker)]
    clause.state("主持", marker, arguments, "chair")
    alone = len(who) == 1 and "召开" in written
    clause.scene.chaired = Chaired(who[0], events, clause.sentence.end) if alone else None
    others = clause.actors(*clause.phrase["with"]) if "with" in clause.phrase else []
    if others and events and _TALKS.search(events[0].text):  # 同某总理共同主持定期会晤
        hosts = [p for p in who if p not in others]
        clause.state("会晤", marker, [*role("A0", hosts), *role("WITH", others)], "co-chairs")
    if events:
        clause.topic = events[-1]


_TALKS = re.compile("(?:会晤|会谈)$")


def companions(clause: Clause) -> list[Mention]:
    """Persons with whom the subject acts: 同巴西副总统…共同主持, 同某总理会谈，并共同主持."""
    span = clause.phrase.get("with")
    if span is None and "共同" in clause.text[clause.begin : clause.slots[clause.index].marker.start]:
        return [p for p in clause.partners if p not in clause.persons]
    return clause.scene.within(*span, ("Person",)) if span else []
