"""Frames between parties: meetings and talks."""

from __future__ import annotations

import re

from kg.annotate.builtin import group_talks
from kg.annotate.builtin.circumstances import behind_time, time_of, where
from kg.annotate.builtin.clause import Clause, role
from kg.annotate.builtin.travellers import delegations
from kg.grammar.clauses import Marker
from kg.grammar.events import is_bare
from kg.model import Argument, Mention, Span

_YOU = re.compile(
    r"^[\s]*(?:你|您|(?:总理|总统|首相|主席|议长|部长|总书记|委员长|外长)(?:先生|女士|阁下|同志|殿下|陛下)|国王陛下|女王陛下|(?:王储|亲王|殿下|埃米尔)殿下)"
)
_BOTH = re.compile(r"\s*两位(?:领导人|元首|议长|总理|总统|主席|首脑|部长|外长)")
_NAMED = re.compile(
    "第|^(?!两国|双方|[小大]范围|历史性).{2,8}(?:总理|元首|领导人|首脑|外长|防长|议长|主席)(?:年度|定期)?会晤$"
)
_JOURNEY = re.compile("离开|启程|抵达|飞抵|乘专机|乘机|离京")  # whose day it is, not that of the talks
_BOTH_SIDES = re.compile("[，,](?:双方|两人|宾主)")
_KIN = re.compile(r"(?:先生|女士|同志|烈士|院士)?的?(?:亲属|家属|遗孀|亲友|家人|后人|一家|父母|妻子|子女)")
_MEMBERS = re.compile("(?<=团)的?(?:全体|主要|部分|各位)?(?:成员|团员|代表)")
_TAKES_PART = re.compile(r"(?:参加|出席|陪同)\s*$")


def meet(clause: Clause, marker: Marker) -> None:
    """会见: persons (and named delegations) who are received."""
    who = clause.people() or behind_time(clause, marker) or delegations(clause)
    slot = clause.slots[clause.index]
    clause.scene.guess_person(slot.start, slot.end)
    found, at = clause.persons_ahead()
    found = found or clause.scene.in_office(slot.start, slot.end)
    groups = _delegations(clause, slot.start, slot.end) if not found else []
    if not found and not groups and not clause.rest() and "with" in clause.phrase:  # 同某某会见
        talk(clause, marker)
        return
    groups += _led(clause, found, at)
    found = [p for p in found if not _KIN.match(clause.text, p.end)]
    if at > clause.index:
        clause.relative(at + 1, found)
    addressed = _YOU.match(clause.text[slot.start : slot.end])
    if who and addressed and not found and not groups:  # 会见总理先生
        arguments = [*role("A0", who), Argument(role="A1", start=slot.start, end=slot.end)]
        clause.state("会见", marker, arguments, "met", confidence=0.85)
    if who and (found or groups):
        clause.state("会见", marker, [*role("A0", who), *role("A1", [*found, *groups])], "met")
        clause.scene.guests = found


def _host_of_title(clause: Clause, marker: Marker) -> list[Mention]:
    """在同某某会谈时，双方…: with the one whom the headline is about."""
    if not clause.text[clause.begin : marker.start].strip().startswith("在"):
        return []
    both = _BOTH_SIDES.search(clause.text, marker.end, clause.sentence.end)
    return clause.actors(0, len(clause.scene.article.title))[:1] if both and both.start() - marker.end < 3 else []


def _led(clause: Clause, found: list[Mention], at: int) -> list[Mention]:
    """The delegation that the guest leads (某某率领的代表团), which is received too."""
    if not found:
        return []
    slot = clause.slots[at]
    head = re.compile("为团长的|任团长的").search(clause.text, found[-1].end, slot.end)
    if head:
        return _delegations(clause, head.end(), slot.end)
    behind = clause.slots[at + 1 : at + 3]
    if behind and behind[0].marker.kind == "lead" and clause.text.startswith("的", behind[0].start):
        goes_on = len(behind) > 1 and behind[1].marker.kind == "for"  # …民意代表参访团
        return _delegations(clause, behind[0].start + 1, behind[goes_on].end)
    return []


def _delegations(clause: Clause, start: int, end: int) -> list[Mention]:
    """The delegations of a span that have a name, here or before, also where their members are spoken of."""
    members = _MEMBERS.search(clause.text, start, end)
    found = clause.scene.bodies(start, members.start() if members else end, places=False)
    return [g for m in found if m.text.endswith("团") for g in clause.scene.group(m)]


def talk(clause: Clause, marker: Marker) -> None:
    """同…举行会谈: persons together."""
    who = clause.people() or behind_time(clause, marker) or delegations(clause) or _host_of_title(clause, marker)
    span = _with(clause, marker)
    if span is None:
        _held(clause, marker)
        if len(who) > 1 and not clause.rest() and not _TAKES_PART.search(clause.text, clause.begin, marker.start):
            clause.state("会谈", marker, role("A0", who), "talked", confidence=0.85)
        return
    clause.scene.guess_person(*span)
    others = clause.scene.within(*span, ("Person",)) or clause.scene.in_office(*span)
    arguments = role("WITH", others)
    if not others and any(form.match(clause.text[span.start : span.end]) for form in (_YOU, _BOTH)):
        arguments = [Argument(role="WITH", start=span.start, end=span.end)]
    if not arguments:
        arguments = role("WITH", _delegations(clause, *span))
    if not arguments and "座谈" in clause.text[marker.start : marker.end]:
        group_talks.talk_with_group(clause, span, marker)
        return
    _held(clause, marker)
    if who and arguments:
        clause.state("会谈", marker, [*role("A0", who), *arguments], "talked")
        clause.partners = others


def _held(clause: Clause, marker: Marker) -> None:
    """Talks that have a number or a name, and so are a gathering with its place and time (举行第五轮间接会谈)."""
    events = clause.events(marker.start, marker.end)[:1]
    if events and (is_bare(events[0].text) or not _NAMED.search(events[0].text)):
        return
    if events:
        journey = clause.text.startswith("后", marker.end) or _JOURNEY.search(clause.text, *clause.sentence)
        when = [] if journey else time_of(clause, marker)
        arguments = [*role("AT", events), *where(clause, clause.there()), *when]
        clause.state("举行", marker, arguments, "talks-held", confidence=0.85)


def _with(clause: Clause, marker: Marker) -> Span | None:
    """What 同 governs; a relative clause with verbs of its own may stand before the name (同来访的某举行会谈)."""
    span = clause.phrase.get("with")
    if span is None or clause.text[span.start : span.end].strip():
        return span
    found = [p for p in clause.actors(span.end, marker.start) if "的" in clause.text[span.end : p.start]]
    return Span(found[0].start, found[-1].end) if found else span
