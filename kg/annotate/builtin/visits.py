"""Frames of journeys: where persons went, and who went along."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate.builtin.circumstances import behind_time
from kg.annotate.builtin.clause import Clause, role
from kg.annotate.builtin.destinations import destinations
from kg.annotate.builtin.outer import outer_end, own_name
from kg.annotate.builtin.phrase import Slot
from kg.annotate.builtin.travellers import travellers
from kg.grammar.clauses import Marker
from kg.grammar.places import country_pattern, is_province
from kg.model import Argument, Mention

_INVITED = re.compile("[受应]邀")
_ON_THE_ROAD = re.compile(r"(?:先后|分别|依次|专程|亲自|冒雨|冒雪|带队|一行|多次|再次|上门|驱车|步行|登门|实地|随机)$")
_GOES = re.compile("(?:一行|等|曾|还|又|也|先后|分别|一起|一同|[今昨当次]?[天日][上下]?[午晚]?|[早晚]上)*")
_PURPOSES = frozenset({"访问", "考察", "调研", "出席", "参加", "察看"})
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
    if _by_short_name(clause, marker):
        return
    if _REMOTE.search(clause.text, clause.begin, marker.start) or _noun(clause.text, marker):
        return
    places = destinations(clause, marker)
    if marker.name == "赴" and written in ("到", "来", "去", "走到") and not _travels(clause):
        return
    who = _whose(clause, marker) or _own(clause, travellers(clause))
    if not who and places:  # 在结束对某国的访问之际，某人…
        clause.state(marker.name, marker, [*role("A0", behind_time(clause, marker)), *role("A1", places)], "visit-ends")
    elif who and places:
        split = [p for m in places for p in clause.scene.parts(m, every=_each_part(clause, marker, m, places))]
        scene = clause.scene
        sites = not all(scene.is_area(m) for m in places)
        if sites and scene.hosts and {m.name or m.text for m in who} & scene.travellers:
            who = [*who, *(h for h in scene.hosts if h not in who)]
        arguments = [*role("A0", who), *role("A1", split)]
        clause.state(marker.name, marker, arguments, "visited")
        _note(clause, who, [a for a in arguments if a.role == "A1"])


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


def _each_part(clause: Clause, marker: Marker, place: Mention, places: list[Mention]) -> bool:
    """Whether a country or province named before the place that one goes to is told as visited too."""
    if len(places) > 1 or _of_province(place):
        return True
    following = clause.slots[clause.index + 1 :]
    bare = clause.text[marker.start : marker.end] in ("到", "去") and bool(following)
    return _is_abroad(place) and not (bare and following[0].marker.kind == "attend")  # 到某国某城参加某展


def _is_abroad(place: Mention) -> bool:
    """Whether a place is named with the foreign country that it lies in, which is visited too."""
    country = country_pattern().match(place.text)
    city = country and (own_name(place.text) or place.text.startswith("首都", country.end()))
    return bool(city) and country is not None and country[0] != "中国"


def _of_province(place: Mention) -> bool:
    """Whether a place is named with its province by the short name alone (福建厦门), so that both are named."""
    split = outer_end(place.text)
    outer = place.text[:split] if split else ""
    return is_province(outer) and not outer.endswith(("省", "区"))


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
        scene.sites, scene.hosts = sites, []
    else:
        scene.sites = [*scene.sites, *sites]
    scene.last_stop, scene.on_tour = places, True


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
    first = clause.text[slot.start : slot.end].strip()[:1]
    name = clause.scene.short_place(first) or (clause.scene.side(first + "方") if marker.name == "赴" else "")
    alone = slot.end - slot.start == 1 or clause.text[slot.start + 1 : slot.start + 3] in _PURPOSES
    if name and alone and clause.people():
        there = Argument(role="A1", start=slot.start, end=slot.start + 1, name=name, type="Place")
        clause.state("赴", marker, [*role("A0", clause.people()), there], "visited")
        _note(clause, clause.people(), [there])
    return True


def _travels(clause: Clause) -> bool:
    """Whether a bare 到 or 来 is a journey: another verb of visiting follows in the clause."""
    following = clause.slots[clause.index + 1 :]
    marker = clause.slots[clause.index].marker
    if clause.text[marker.start] == "到" and _ON_THE_ROAD.search(clause.text, clause.begin, marker.start):
        return True
    if clause.text[marker.start] == "到" and _GOES.fullmatch(_behind_subject(clause, marker)):
        on = clause.scene.on_tour and {m.name or m.text for m in clause.persons} & clause.scene.travellers
        if on or _looks_there(following):
            return True
    invited = clause.text[marker.start] == "去" or _INVITED.search(clause.text, clause.begin, marker.start)
    attends = bool(following) and following[0].marker.kind == "attend"
    if invited and attends and country_pattern().match(clause.text, marker.end):
        return True  # 受邀到某国某城参加某会
    return (bool(following) and following[0].marker.kind in ("visit", "talk", "meet")) or "lead" in clause.phrase


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
