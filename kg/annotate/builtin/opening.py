"""Frames of gatherings that open or close, and of where they are set."""

from __future__ import annotations

import re

from kg.annotate.builtin.circumstances import time_of, venue, where
from kg.annotate.builtin.clause import Clause, role
from kg.annotate.builtin.holding import happen, hold
from kg.annotate.builtin.phrase import Slot
from kg.grammar.clauses import Marker
from kg.model import Span

_BEGINS = ("启动", "开启", "启动了", "开启了", "揭幕")  # who does so holds what begins
# what a gathering does that opens or closes, in a word for its own kind (收桨, 开犁)
_OPENS = re.compile(
    r"(?:正式|隆重|火热|激情|热闹|盛大|如期|圆满)?"
    r"(?P<verb>[开收鸣落启闭发揭吹敲擂起封散][^，。的了是在区场馆园心村镇]{1,2})[。！”]*$"
)


def open_close(clause: Clause, marker: Marker) -> None:
    """开幕, 落幕: the beginning or end of a gathering."""
    slot = clause.slots[clause.index]
    event = clause.topic
    if clause.text[marker.start : marker.end].endswith(_BEGINS) and clause.text[slot.start : slot.start + 1] != "的":
        started = clause.events(slot.start, slot.end)
        if started and clause.agents(places=False):
            hold(clause, marker)
            return
    if clause.text[slot.start : slot.start + 1] == "的":
        behind = clause.events(slot.start, slot.end)
        event = behind[0] if behind else event
    if event is None:
        ahead = [e for later in clause.slots[clause.index :] for e in clause.events(later.start, later.end)]
        if clause.text[slot.start : slot.start + 1] != "、" or not ahead:
            return
        event = ahead[0]
    happen(clause, marker, event, None)
    clause.topic = event


def figurative(clause: Clause, slot: Slot) -> None:
    """某赛在某湖收桨: a gathering that opens or closes in a word of its own, at the end of a 在-phrase."""
    following = clause.slots[clause.index + 1 : clause.index + 2]
    if slot.marker.kind != "at" or (following and following[0].marker.kind != ","):
        return
    told = _OPENS.search(clause.text, slot.start, slot.end)
    event = clause.topic
    if told is None or event is None or event.end > slot.start or event.start < clause.begin:
        return
    marker = Marker(told.start("verb"), told.end("verb"), "open", "举行")
    named = clause.scene.bodies(slot.start, told.start())
    if named and named[-1].end == told.start():
        places = where(clause, Span(slot.start, told.start()))
        clause.state("举行", marker, [*role("AT", [event]), *places, *time_of(clause, marker)], "figurative")
        clause.acted = True


def site(clause: Clause, marker: Marker) -> None:
    """会场设在某地: where a gathering is, of the topic or behind 的."""
    slot = clause.slots[clause.index]
    behind = clause.events(slot.start, slot.end)
    end = behind[0].start if behind else slot.end
    places = clause.scene.bodies(slot.start, end, loose=True)
    before = clause.events(clause.begin, marker.start)
    event = behind[0] if behind else before[-1] if before else clause.topic
    if event and places:
        when = [] if clause.scene.day(slot.start, slot.end) else clause.when(marker)
        clause.state("举行", marker, [*role("AT", [event]), *venue(clause, places[0]), *when], "site")
        clause.topic = event
