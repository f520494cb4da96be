"""Frames of journeys: where persons went, and who went along."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate.builtin.circumstances import behind_time
from kg.annotate.builtin.clause import Clause, role
from kg.annotate.builtin.destinations import destinations, each_part, only_of_a_kind
from kg.annotate.builtin.outer import world_cities
from kg.annotate.builtin.phrase import Slot
from kg.annotate.builtin.travellers import ALONG, accompany, travellers
from kg.grammar.clauses import Marker, choices
from kg.grammar.places import area_at, country_pattern
from kg.model import Argument, Mention

_INVITED = re.compile("[受应]邀")
_ON_THE_ROAD = re.compile(
    r"(?:先后|分别|依次|专程|亲自|冒雨|冒雪|带队|一行|多次|再次|上门|驱车|步行|登门|实地|随机|抽空|特意|特地|连夜|直接|单独)"
    r"(?:从[^，。到]{2,8})?$"
)
_GOES = re.compile("(?:一行|等|曾|还|又|也|先后|分别|一起|一同|[今昨当次]?[天日][上下]?[午晚]?|[早晚]上)*")
_PURPOSE = re.compile(f"(?:{choices('aims')})")
_ERRAND = re.compile(f"(?!参加|出席)(?:{choices('aims')})")
_DUTY = re.compile(f"(?:{choices('duties')})")
_EXCUSE = re.compile("因(?:公|事|正|要)?$")  # 因赴外地考察请假: why somebody is not there
_OPENS_IN = re.compile(r"(?:^|[。；\n])\s*在$")
_LED = re.compile(f"(?:{choices('people_of_bodies')}|{choices('people')}|[组队团人])+$")
_TOGETHER = re.compile("一[同起道并]|共同")
_TOWARD = "对向为给"
_POSSESSED = re.compile("的(?!(?:陪同|带领|率领|邀请|夫人|妻子|丈夫|儿子|女儿|代表|特使|秘书|助手|团队|专机))")
_REMOTE = re.compile("视频|连线|线上|云端")  # who does so stays where they are


def visit(clause: Clause, marker: Marker) -> None:
    """访问, 考察, 来到: where persons went."""
    written = clause.text[marker.start : marker.end]
    if written == "之行":
        _trip(clause, marker)
        return
    if _of_guest(clause, written):
        _guest_there(clause, marker)
        return
    if _EXCUSE.search(clause.text, clause.begin, marker.start) or _by_short_name(clause, marker):
        return
    if _REMOTE.search(clause.text, clause.begin, marker.start) or _noun(clause.text, marker):
        return
    places = destinations(clause, marker)
    if marker.name == "赴" and written in ("到", "来", "去", "走到") and not _travels(clause):
        return
    who = _whose(clause, marker) or _own(clause, travellers(clause))
    if who and not places and not clause.reported:
        clause.scene.tourists = who  # 率委员视察某工作
        clause.scene.touring = frozenset(m.name or m.text for m in who)
    if not who and places:  # 在结束对某国的访问之际，某人…
        clause.state(marker.name, marker, [*role("A0", behind_time(clause, marker)), *role("A1", places)], "visit-ends")
    elif who and places:
        split = [p for m in places for p in clause.scene.parts(m, every=each_part(clause, marker, m, places))]
        split = [p for p in split if not clause.scene.is_common(p.start, p.end)]
        arguments = [*role("A0", who), *role("A1", [*split, *_around(clause, marker)])]
        clause.state(marker.name, marker, arguments, "visited")
        if not clause.reported:  # what somebody says of another journey is none of this tour
            _note(clause, who, [a for a in arguments if a.role == "A1"])


def _around(clause: Clause, marker: Marker) -> list[Mention]:
    """The area that a sentence opens with (在某市，他来到某厂), or that stands in it (他在某市考察某厂)."""
    span, at = clause.place, clause.phrase.get("at")
    if at and at.start >= clause.begin and at.end == marker.start and marker.name in ("调研", "看望"):
        return [p for p in clause.scene.bodies(*at) if clause.scene.is_area(p) or p.text in world_cities()]
    if span is None or marker.start < clause.begin or not _OPENS_IN.search(clause.text[: span.start][-3:]):
        return []
    if clause.begin - span.end > 2 or clause.begin < span.end:
        return []
    return [p for p in clause.scene.bodies(*span) if (p.start, p.end) == span and clause.scene.is_area(p)]


def go_along(clause: Clause, marker: Marker) -> None:
    """陪同调研 of companions; 一同察看某厂 is a visit of its own."""
    if _TOGETHER.match(clause.text, marker.start) and clause.rest() and clause.rest() not in ALONG:
        visit(clause, Marker(marker.start + 2, marker.end, "visit", "调研"))
    else:
        accompany(clause, marker)


def _noun(text: str, marker: Marker) -> bool:
    """Whether the verb is only a noun (致以亲切的慰问)."""
    return marker.name == "看望" and text[marker.start - 1] == "的"


def _own(clause: Clause, who: list[Mention]) -> list[Mention]:
    """Who travels, unless it is what belongs to the subject that does (某人的包裹来到…)."""
    if not who or who[-1] not in clause.persons or not _POSSESSED.match(clause.text, who[-1].end):
        return who
    return []


def _whose(clause: Clause, marker: Marker) -> list[Mention]:
    """Whose visit a phrase with 对 speaks of (对某主席对某国进行的访问记忆犹新)."""
    last = clause.text.rfind("对", marker.start, marker.end)
    return clause.actors(marker.start, last) if last > marker.start else []


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
    sites = [p for p in places if not scene.is_area_name(p)]
    in_title = bool(scene.visited) and scene.visited[0].start <= len(scene.article.title)
    if in_title or not names & scene.travellers:
        scene.visited, scene.travellers = places, names
        scene.sites = sites
    else:
        scene.sites = [*scene.sites, *sites]
    scene.last_stop, scene.on_tour, scene.talked, scene.tourists = places, True, False, who


def _of_guest(clause: Clause, written: str) -> bool:
    """Whether the verb only describes somebody (访问的总统), as in the object of another."""
    slot = clause.slots[clause.index]
    relative = clause.text[slot.start : slot.start + 1] == "的" and written == "访问"
    return relative and bool(clause.scene.within(slot.start, slot.end, ("Person",)))


def _by_short_name(clause: Clause, marker: Marker) -> bool:
    """赴琼, 来陕考察: a place of one character; true when there is one and nothing else can be the place."""
    slot = clause.slots[clause.index]
    if marker.name not in ("赴", "抵达"):
        return False
    first = clause.text[slot.start : slot.end].strip()[:1]
    name = clause.scene.short_place(first) or (clause.scene.side(first + "方") if marker.name == "赴" else "")
    alone = name and (slot.end - slot.start == 1 or _PURPOSE.match(clause.text, slot.start + 1, slot.end))
    if not alone:
        return not clause.scene.bodies(slot.start, slot.end, loose=True)
    if who := travellers(clause):
        there = Argument(role="A1", start=slot.start, end=slot.start + 1, name=name, type="Place")
        clause.state("赴", marker, [*role("A0", who), there], "visited")
        _note(clause, who, [there])
    return True


def _travels(clause: Clause) -> bool:
    """Whether a bare 到, 来 or 去 is a journey: another verb of visiting follows in the clause, or it says why."""
    following = clause.slots[clause.index + 1 :]
    at = clause.text[clause.slots[clause.index].marker.start]
    if (at == "到" and _arrives(clause)) or (at == "去" and _ERRAND.match(clause.text, _place_end(clause))):
        return True  # 去某市领奖
    attends = bool(following) and following[0].marker.kind == "attend"
    if at == "去" or _INVITED.search(clause.text, clause.begin, clause.slots[clause.index].marker.start):
        if at == "到" and not attends:
            return True  # 应邀到某校，作了报告
        if attends and country_pattern().match(clause.text, clause.slots[clause.index].marker.end):
            return True  # 受邀到某国某城参加某会
    return (bool(following) and following[0].marker.kind in ("visit", "talk", "meet")) or _leads_people(clause)


def _place_end(clause: Clause) -> int:
    """Where the area ends that stands behind a verb of going."""
    return area_at(clause.text, clause.slots[clause.index].marker.end)


def _arrives(clause: Clause) -> bool:
    """Whether a bare 到 is a journey by what stands around it."""
    marker = clause.slots[clause.index].marker
    if _ON_THE_ROAD.search(clause.text, clause.begin, marker.start):
        return True
    if _GOES.fullmatch(_behind_subject(clause, marker)):
        on = clause.scene.on_tour and {m.name or m.text for m in clause.persons} & clause.scene.travellers
        if on or _looks_there(clause.slots[clause.index + 1 :]):
            return True
    return bool(clause.persons) and _on_duty(clause)  # 到某县开展督导


def _on_duty(clause: Clause) -> bool:
    """Whether what somebody goes to a place for is told behind it, and a duty (到某镇|开展督导)."""
    slot = clause.slots[clause.index]
    return bool(_DUTY.match(clause.text, slot.end) or _DUTY.search(clause.text, slot.start + 2, slot.end))


def _leads_people(clause: Clause) -> bool:
    """Whether the subject takes people along (带着队员到某地), not things (带着样品到某地)."""
    led = clause.phrase.get("lead")
    if led is None or not clause.text.startswith("带着", led.start - 2):
        return led is not None
    return bool(clause.actors(*led) or _LED.search(clause.text, *led))


def _behind_subject(clause: Clause, marker: Marker) -> str:
    """What stands between the person who is the subject and the verb; a comma where nobody is named in the clause."""
    named = clause.actors(clause.begin, marker.start)
    if named:
        return clause.text[named[-1].end : marker.start]
    return clause.text[clause.begin : marker.start] if clause.begin > clause.sentence.start else "，"


def _looks_there(following: Sequence[Slot]) -> bool:
    """Whether the next clause begins with a verb of what one does on a visit (到某厂，察看…)."""
    if len(following) < 2 or following[0].marker.kind != ",":
        return False
    pause, verb = following[0].marker, following[1].marker
    return verb.kind in ("visit", "inspect") and verb.start == pause.end


def to_china(clause: Clause, marker: Marker) -> None:
    """来华, 访华: a visit to China, of the subject or of who a relative clause describes."""
    who = clause.people() if clause.in_relative else []
    found, at = clause.persons_ahead()
    if not who and at >= clause.index and found and "的" in clause.text[marker.end : found[0].start]:
        who = found
    if not who and clause.text[marker.start - 1] in _TOWARD:
        return  # 对来华的客人表示欢迎: unnamed guests
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
    short = clause.scene.short_place(clause.text[marker.start + 1]) if clause.text[marker.start] == "来" else ""
    if short and not guests and not clause.text.startswith("的", slot.start):  # 率团来某考察
        _come(clause, marker, short)
        return
    if hosts and not guests and clause.text.endswith("到访", marker.start, marker.end):
        _called_at(clause, marker)
        return
    if not guests or clause.text[slot.start : slot.start + 1] != "的":
        return
    if hosts and clause.text[marker.start - 1] in "和及":  # 某某和来访的某某举行会谈
        clause.persons = [*hosts, *guests]
    if not hosts and not clause.text[clause.begin : marker.start].strip("应邀专程 "):
        clause.take_subject(slot.start + 1, slot.end)
    home = short or next(
        (clause.scene.homes[h.name or h.text] for h in hosts if (h.name or h.text) in clause.scene.homes), ""
    )
    if not home and _speaks_for_china(clause, hosts):
        home = clause.scene.context.countries.get("中国", "中国")
    if home:
        there = Argument(role="A1", start=marker.start, end=marker.start, name=home, type="Place")
        clause.state("访问", marker, [*role("A0", guests), there], "guest", confidence=0.9)


def _called_at(clause: Clause, marker: Marker) -> None:
    """某人到访某地: the place right behind the verb."""
    slot = clause.slots[clause.index]
    places = [p for p in clause.scene.bodies(slot.start, slot.end) if not only_of_a_kind(p)]
    if places and not clause.text[slot.start : places[0].start].strip("了过 "):
        who = travellers(clause)
        arguments = [*role("A0", who), *role("A1", places)]
        clause.state("访问", marker, arguments, "visited")
        _note(clause, who, [a for a in arguments if a.role == "A1"])


def _speaks_for_china(clause: Clause, hosts: list[Mention]) -> bool:
    """Whether the host holds an office whose name has no country, in news of the whole country."""
    scene = clause.scene
    if not hosts or scene.article.place:
        return False
    offices = [m.name or m.text for m in scene.within(clause.begin, hosts[0].start, ("Position",))]
    countries = [country_pattern().match(office) for office in offices]
    return bool(offices) and all(country is None or country[0] == "中国" for country in countries)


def _come(clause: Clause, marker: Marker, place: str) -> None:
    """来某考察: a journey to the place that one character stands for."""
    who = travellers(clause)
    if who:
        there = Argument(role="A1", start=marker.start + 1, end=marker.start + 2, name=place, type="Place")
        clause.state("访问", marker, [*role("A0", who), there], "visited")
        _note(clause, who, [there])
