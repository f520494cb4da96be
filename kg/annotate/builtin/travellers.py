"""Who goes on a journey: the subject, those along with it, and the delegation that it leads."""

from __future__ import annotations

import re

from kg.annotate.builtin.clause import Clause, role
from kg.annotate.builtin.scene import Party
from kg.grammar.clauses import Marker, choices
from kg.grammar.places import is_province
from kg.model import Argument, Mention

_GUESTS = re.compile(r"(?:了|各位|全体)?(?:来宾|客人|嘉宾|贵宾|他们|她们|他|她|一行)")
_OF_BODIES = re.compile(r"(?:负责人|负责同志|人员|干部|代表|成员|专家)[，、\s]*$")  # 率某局负责人: no body goes
_ALONG = frozenset({"", "调研", "考察", "检查", "参观", "访问", "活动", "有关活动", "上述活动", "考察活动", "调研活动"})
_SENT = re.compile("(?:派出|派遣|选派|组织|组成|派)了?")
_GROUP = re.compile(rf"(?:{choices('travelling_groups')})")
_OF_AREA = re.compile(r"(?P<area>.+?[省市县区州旗盟])(?P<organ>人大常委会|政协|委|政府|人大|长|人民)")
_OWN = re.compile("(?<![\u4e00-\u9fff])我?[省市县区州旗]领导")
_JOINTLY = re.compile("(?:共同|一起|一道|一同)(?:前往|来到)?$")
_PARTY = re.compile(r"(?:[^，。；]{1,8}，)?(?:代表团|考察团|访问团|调研组|检查组)(?:一行)?")
_BARE = re.compile(r"(?:的?(?:代表团|考察团|访问团|调研组|检查组))?一行|^(?:他们|她们)")


def travellers(clause: Clause) -> list[Mention]:
    """Who travels: the subject, who goes along (在…陪同下), the delegation that is led or of which one is told."""
    who = clause.people()
    groups = _groups(clause) if not who else []
    lead = clause.phrase.get("lead")
    led = clause.scene.bodies(*lead, places=False) if lead and not _OF_BODIES.search(clause.text, *lead) else []
    if who:
        who = [*who, *_accompanied(clause)]
        led = [_named(clause, group, who[0]) for group in led]
        if any(_GROUP.search(group.text) for group in led):
            clause.scene.party = Party(tuple(who), led[-1])
    elif groups or _BARE.search(clause.text, *clause.subject) or _opens_with_party(clause):
        who = _party(clause, groups)
    who = [*who, *(p for p in _together(clause) if p not in who)] if who else who
    beside = clause.phrase.get("at")
    if beside and clause.text[beside.start : beside.end].rstrip().endswith("陪同下"):
        who = [*who, *clause.actors(*beside)]
    return [*who, *(m for m in led if m not in who)] if who else []


def _together(clause: Clause) -> list[Mention]:
    """Those with whom the subject goes (同某总理共同参观)."""
    span = clause.phrase.get("with")
    if span is None or not _JOINTLY.search(clause.text, span.start, clause.slots[clause.index].marker.start):
        return []
    return clause.actors(*span)


def _opens_with_party(clause: Clause) -> bool:
    """Whether a sentence about nobody else begins with the party (代表团一行看车间，足迹遍及…)."""
    opens = _PARTY.match(clause.text, clause.sentence.start, clause.begin)
    return opens is not None and not clause.actors(clause.sentence.start, clause.begin)


def delegations(clause: Clause) -> list[Mention]:
    """The delegation that is the subject, with the name that it was given before (代表团会见了…)."""
    found = [m for m in clause.agents(places=False) if m.text.endswith("代表团")]
    return [g for m in found for g in clause.scene.group(m)]


def _groups(clause: Clause) -> list[Mention]:
    """Named groups that travel: the subject, or whom it sends (派出某工作组赴…)."""
    verb = clause.slots[clause.index].marker.start
    sent = _SENT.search(clause.text, clause.begin, verb)
    found = clause.scene.bodies(sent.end(), verb, places=False) if sent else clause.agents(places=False)
    return [m for m in found if m.text.endswith(("团", "组", "队"))]


def _party(clause: Clause, groups: list[Mention]) -> list[Mention]:
    """The members of the party that a group without a name of its own (代表团, 调研组一行) stands for."""
    party = clause.scene.party
    group = groups[0] if groups else None
    if party is None:
        return [g for m in groups for g in clause.scene.group(m)]
    if group is None:
        return [*party.persons, *([party.group] if party.group else [])]
    if party.group and party.group.text.endswith(group.text[-2:]) and _GROUP.fullmatch(group.text):
        named = clause.scene.call(group, party.group.name or party.group.text)
        return [*party.persons, named]
    return [g for m in groups for g in clause.scene.group(m)]


def _named(clause: Clause, group: Mention, leader: Mention) -> Mention:
    """A delegation that is only called so with the area of its leader: 市委书记某某率党政代表团."""
    if not _GROUP.fullmatch(group.text):
        return group
    offices = clause.scene.within(clause.sentence.start, leader.start, ("Position",))
    area = _OF_AREA.match(offices[-1].name) if offices and offices[-1].name else None
    if area is None:
        return group
    organ = area["organ"] if group.text.endswith("组") and area["organ"] in ("人大常委会", "政协") else ""
    return clause.scene.call(group, area["area"] + organ + group.text)


def _hosts(clause: Clause, who: list[Mention]) -> list[Mention]:
    """Those of the persons who hold office in an area that the journey went to, or lead the paper's own."""
    scene = clause.scene
    inner = {place.start for place in scene.visited}  # of 福建厦门 the city counts, which lies behind its province
    outer = (is_province(clause.text[p.start : p.end]) and p.end in inner for p in scene.visited)
    areas = tuple(scene.name_of(p) for p, out in zip(scene.visited, outer, strict=True) if not out)
    found: list[Mention] = []
    for person in who:
        begin = max(clause.sentence.start, 1 + clause.text.rfind("，", 0, person.start))
        own = _OWN.search(clause.text, begin, person.start)
        offices = scene.within(clause.sentence.start, person.start, ("Position",))
        if (own and scene.article.place in areas) or (not own and offices and offices[-1].name.startswith(areas)):
            found.append(person)
    return found


def _accompanied(clause: Clause) -> list[Mention]:
    """Whom the subject goes along with: 陪同某某考察, or 陪同来宾参观 of the guests received before."""
    before = clause.slots[clause.index - 1] if clause.index else clause.slots[0]
    if before.marker.kind != "accompany":
        return []
    named = clause.actors(before.start, before.end)
    guests = _GUESTS.match(clause.text, before.start, before.end)
    return named or (clause.scene.guests if guests else [])


def accompany(clause: Clause, marker: Marker) -> None:
    """陪同调研: who went along went where the others did; hosts who live there, to the sites alone."""
    who, scene = clause.people(), clause.scene
    if not who or not scene.visited or clause.rest() not in _ALONG:
        return
    written = clause.text[marker.start : marker.end] + clause.rest()
    hosts = _hosts(clause, who) if "参观" not in written else []
    if "参观" in written:
        places = scene.last_stop
    else:
        last = scene.last_stop
        places = [*scene.visited, *(p for p in last if p not in scene.visited and p.start >= clause.sentence.start)]
    others = [p for p in who if p not in hosts]
    if scene.party and clause.text.startswith("随", marker.start):  # 随团: of the delegation
        scene.party = scene.party._replace(persons=(*scene.party.persons, *others))
    if others:
        _go_along(clause, marker, others, places)
    several = len(scene.visited) > 1  # then each host is there for the sites of one area
    sites = [p for p in scene.last_stop if p in scene.sites] if several else scene.sites
    if hosts and sites:
        _go_along(clause, marker, hosts, sites)
    scene.hosts += [] if several else hosts


def _go_along(clause: Clause, marker: Marker, who: list[Mention], places: list[Argument]) -> None:
    clause.state("调研", marker, [*role("A0", who), *places], "accompanied", confidence=0.8)
