"""Frames of journeys: where persons went, and who went along."""

from __future__ import annotations

import re

from kg.annotate.builtin.clause import Clause, role
from kg.grammar.clauses import Marker
from kg.model import Argument, Mention, Span

_STRONG = frozenset(
    {
        "来到",
        "前往",
        "走进",
        "走进了",
        "奔赴",
        "直奔",
        "赶到",
        "深入到",
        "到访了",
        "赴",
        "率队赴",
        "率团赴",
        "专程赴",
        "转赴",
        "抵达",
        "到达",
        "飞抵",
        "先后到",
        "又到",
        "还到",
        "随后到",
    }
)
_DEALINGS = frozenset(
    ["attend", "chair", "hold", "open", "speak", "say", "meet", "talk", "sign", "message", "adopt", "issue"]
)
_GUESTS = re.compile(r"(?:了|各位|全体)?(?:来宾|客人|嘉宾|贵宾|他们|她们|他|她|一行)")
_OF_BODIES = re.compile(r"(?:负责人|负责同志|人员|干部|代表|成员|专家)[，、\s]*$")  # 率某局负责人: no body goes
_THEN = re.compile("后(?=即|又|随即|立即|马上|就|便|第一)")
_HOME = re.compile(r"家(?:中|里)?\s*$")  # of a person: no place with a name
_SENT = re.compile("(?:派出|派遣|选派|组织|组成|派)了?")
_PURPOSES = frozenset({"访问", "考察", "调研", "出席", "参加", "察看"})


def visit(clause: Clause, marker: Marker) -> None:
    """访问, 考察, 来到: where persons went."""
    written = clause.text[marker.start : marker.end]
    if written == "之行":
        _trip(clause, marker)
        return
    if _of_guest(clause, written):
        _guest_there(clause, marker)
        return
    if _by_short_name(clause, marker):
        return
    places = _places(clause, marker)
    if marker.name == "赴" and written in ("到", "来", "走到") and not _travels(clause):
        return
    who = _travellers(clause)
    if who and places:
        split = [p for m in places for p in clause.scene.parts(m, every=len(places) > 1)]
        arguments = [*role("A0", who), *role("A1", split)]
        clause.state(marker.name, marker, arguments, "visited")
        _note(clause, who, [a for a in arguments if a.role == "A1"])


def _guest_there(clause: Clause, marker: Marker) -> None:
    """正在某国访问的某某发表…: the guest went where 在 says, and is the subject of what follows."""
    slot, at = clause.slots[clause.index], clause.phrase.get("at")
    if at is None or at.start < clause.begin or clause.persons:
        return
    guests, places = clause.scene.within(slot.start, slot.end, ("Person",)), clause.scene.bodies(*at)
    if guests and places:
        clause.state("访问", marker, [*role("A0", guests), *role("A1", places)], "guest", confidence=0.9)
    clause.take_subject(slot.start + 1, slot.end)


def _trip(clause: Clause, marker: Marker) -> None:
    """某某主席中亚之行: the place right before 之行, of the person before it."""
    who = clause.actors(clause.begin, marker.start)[-1:] or clause.people()
    place = clause.scene.journey_place(clause.begin, marker.start)
    if who and place:
        clause.state("访问", marker, [*role("A0", who), *role("A1", [place])], "visited", confidence=0.85)


def _note(clause: Clause, who: list[Mention], places: list[Argument]) -> None:
    """Note where who went, for those who go along: the first place of a tour, and the last."""
    scene = clause.scene
    names = frozenset(m.name or m.text for m in who)
    in_title = bool(scene.visited) and scene.visited[0].start <= len(scene.article.title)
    if in_title or not names & scene.travellers:
        scene.visited, scene.travellers = places, names
    scene.last_stop = places


def _of_guest(clause: Clause, written: str) -> bool:
    """Whether the verb only describes somebody (访问的总统), as in the object of another."""
    slot = clause.slots[clause.index]
    relative = clause.text[slot.start : slot.start + 1] == "的" and written == "访问"
    return relative and bool(clause.scene.within(slot.start, slot.end, ("Person",)))


def _by_short_name(clause: Clause, marker: Marker) -> bool:
    """赴琼, 来陕考察: a place of one character; true when there is one and nothing else can be the place."""
    slot = clause.slots[clause.index]
    if marker.name not in ("赴", "抵达") or clause.scene.bodies(slot.start, slot.end, loose=True):
        return False
    name = clause.scene.short_place(clause.text[slot.start : slot.end].strip()[:1])
    alone = slot.end - slot.start == 1 or clause.text[slot.start + 1 : slot.start + 3] in _PURPOSES
    if name and alone and clause.people():
        there = Argument(role="A1", start=slot.start, end=slot.start + 1, name=name, type="Place")
        clause.state("赴", marker, [*role("A0", clause.people()), there], "visited")
        _note(clause, clause.people(), [there])
    return True


def _places(clause: Clause, marker: Marker) -> list[Mention]:
    """The places of a visit: the object, or what 在 or 对 say."""
    slot = clause.slots[clause.index]
    written = clause.text[marker.start : marker.end]
    if written.startswith("对") and written.endswith("访问"):
        there = _toward(clause.text, marker)
        country = clause.scene.side(clause.text[there.start : there.end] + "方") if there.end - there.start == 1 else ""
        return [clause.scene.named_place(*there, country)] if country else clause.scene.bodies(*there)
    if _HOME.search(clause.text, slot.start, slot.end) and clause.scene.within(slot.start, slot.end, ("Person",)):
        return []
    after = _THEN.search(clause.text, slot.start, slot.end)  # 抵达某地后即…
    places = clause.scene.bodies(slot.start, after.start() if after else slot.end, loose=written in _STRONG)
    span = clause.phrase.get("at") or clause.place
    if places or span is None or marker.name not in ("调研", "看望") or written in _STRONG:
        return places
    at = clause.text[span.start : span.end]
    return [] if re.search(r"(?:[上中时]|期间)\s*$", at) else clause.scene.bodies(*span, loose=True)


def _travellers(clause: Clause) -> list[Mention]:
    """Who travels: the subject, who goes along (在…陪同下), the delegation that is led."""
    who = clause.people()
    beside = clause.phrase.get("at")
    if beside and clause.text[beside.start : beside.end].rstrip().endswith("陪同下"):
        who = [*who, *clause.actors(*beside)]
    who = [*who, *_accompanied(clause)] if who else _groups(clause)
    lead = clause.phrase.get("lead")
    led = clause.scene.bodies(*lead, places=False) if lead and not _OF_BODIES.search(clause.text, *lead) else []
    return [*who, *led] if who else []


def _groups(clause: Clause) -> list[Mention]:
    """Named groups that travel: the subject, or whom it sends (派出某工作组赴…); a bare 代表团 is the one before."""
    sent = _SENT.search(clause.text, clause.begin, clause.slots[clause.index].marker.start)
    if sent:
        found = clause.scene.bodies(sent.end(), clause.slots[clause.index].marker.start, places=False)
    else:
        found = clause.agents(places=False)
    return [g for m in found if m.text.endswith(("团", "组", "队")) for g in clause.scene.group(m)]


def _accompanied(clause: Clause) -> list[Mention]:
    """Whom the subject goes along with: 陪同某某考察, or 陪同来宾参观 of the guests received before."""
    before = clause.slots[clause.index - 1] if clause.index else clause.slots[0]
    if before.marker.kind != "accompany":
        return []
    named = clause.actors(before.start, before.end)
    guests = _GUESTS.match(clause.text, before.start, before.end)
    return named or (clause.scene.guests if guests else [])


def _toward(text: str, marker: Marker) -> Span:
    """The place in 对…进行访问."""
    begin = text.rfind("对", marker.start, marker.end) + 1
    found = re.search(r"进行|的", text[begin : marker.end])
    return Span(begin, begin + found.start() if found else marker.end)


def _travels(clause: Clause) -> bool:
    """Whether a bare 到 or 来 is a journey: another verb of visiting follows in the clause."""
    following = clause.slots[clause.index + 1 :]
    return (bool(following) and following[0].marker.kind in ("visit", "talk", "meet")) or "lead" in clause.phrase


def to_china(clause: Clause, marker: Marker) -> None:
    """来华, 访华: a visit to China, of the subject or of who a relative clause describes."""
    who = clause.people() if clause.in_relative else []
    found, at = clause.persons_ahead()
    if not who and at >= clause.index and found and "的" in clause.text[marker.end : found[0].start]:
        who = found
    who = who or clause.persons
    if who:
        name = clause.scene.context.countries.get("中国", "中国")
        at = clause.text.find("华", marker.start, marker.end)
        clause.state(
            "访问",
            marker,
            [*role("A0", who), Argument(role="A1", start=at, end=at + 1, name=name, type="Place")],
            "to-china",
        )


def guest(clause: Clause, marker: Marker) -> None:
    """来访的…: the guest visited the host's country or place."""
    slot = clause.slots[clause.index]
    guests = clause.scene.within(slot.start, slot.end, ("Person",))
    hosts = clause.persons
    short = (
        clause.scene.short_place(clause.text[marker.start + 1 : marker.end - 2])
        if marker.end - marker.start == 4
        else ""
    )
    if short and not guests and not clause.text.startswith("的", slot.start):
        _to_short_place(clause, marker, short)
    if not guests or clause.text[slot.start : slot.start + 1] != "的":
        return
    if hosts and clause.text[marker.start - 1] in "和及":  # 某某和来访的某某举行会谈
        clause.persons = [*hosts, *guests]
    if not hosts and not clause.text[clause.begin : marker.start].strip("应邀专程 "):
        clause.take_subject(slot.start + 1, slot.end)
    home = short or next(
        (clause.scene.homes[h.name or h.text] for h in hosts if (h.name or h.text) in clause.scene.homes), ""
    )
    if home:
        there = Argument(role="A1", start=marker.start, end=marker.start, name=home, type="Place")
        clause.state("访问", marker, [*role("A0", guests), there], "guest", confidence=0.9)


def _to_short_place(clause: Clause, marker: Marker, name: str) -> None:
    """率代表团来陕考察: a visit to the place that one character names."""
    who = _travellers(clause)
    there = Argument(role="A1", start=marker.start + 1, end=marker.start + 2, name=name, type="Place")
    if who:
        clause.state("访问", marker, [*role("A0", who), there], "visited")
        _note(clause, who, [there])


def stop(clause: Clause) -> None:
    """在某校，她同孩子们…: after the first visit of the article, a sentence or part of one that opens with a place.

    What the person does there may be anything but a gathering or a dealing, which have frames of their own.
    """
    span, who = clause.place, clause.persons
    if span is None or not clause.scene.visited or not who or not 0 <= clause.begin - span.end <= 2:
        return
    opens = re.search(r"(?:^|[。；\n])\s*在$", clause.text[max(0, span.start - 3) : span.start])
    if not opens or re.search(r"(?:[上中下时后前]|期间)\s*$", clause.text[span.start : span.end]):
        return
    for slot in clause.slots[clause.index + 1 :]:
        if slot.marker.kind == ",":
            break
        if slot.marker.kind in _DEALINGS:
            return
    places = [p for p in clause.scene.bodies(*span) if not clause.scene.is_area(p)]
    if places:
        here = Marker(span.start, span.end, "inspect", "考察")
        clause.state("考察", here, [*role("A0", who), *role("A1", places)], "stop", confidence=0.85)


def inspect(clause: Clause, marker: Marker) -> None:
    """在…，他询问: a stop on a visit, where the sentence opens with the place."""
    who = clause.people()
    span = clause.place
    opens = span is not None and bool(
        re.search(
            r"(?:^|[。；\n])\s*在$",
            clause.text[clause.sentence.start - 1 : span.start] if clause.sentence.start else "在",
        )
    )
    if (
        span is None
        or not opens
        or not who
        or not clause.scene.visited
        or span.end >= marker.start
        or clause.begin <= span.end - 1
    ):
        return
    if re.search(r"(?:[上中下时后前]|期间)\s*$", clause.text[span.start : span.end]):
        return
    places = clause.scene.bodies(*span, loose=True)
    if places:
        clause.state("考察", marker, [*role("A0", who), *role("A1", places)], "stop", confidence=0.85)
