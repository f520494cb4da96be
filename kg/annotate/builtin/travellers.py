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
ALONG = frozenset({"", "调研", "考察", "检查", "参观", "访问", "活动", "有关活动", "上述活动", "考察活动", "调研活动"})
_NUMBERS = "零一二三四五六七八九"
_ALL = re.compile(
    "(?:会后，|随后，|当天，)?(?:(?P<number>[二三四五六七八九])(?:人|位[^，。们]{0,6})|两人|(?:委员|代表|队员|组员|团员|专家|企业家|客商|老人|同学|学员)们|大家)"
)
_LEADS = re.compile("(?:为(?:团长|领队|队长|组长|首)|任团长|率领|带领|带队)的([^，。；]{2,30}?团)(?:[^员长]|$)")
_ALONG_WITH = re.compile("(?:也|还|曾)?(?:跟随|随同|随)([^，。；]{2,30}?团)(?:一[起同行])?")
_THEN = re.compile(rf"(?:{choices('adverbs')}|\\d+[日时点分]许?|[，\\s])*")
_NO_GROUP = re.compile(
    "(?:执法|联合|专题|专项|工作|学习|有关|相关)*(?:调研|检查|督导|督查|督察|考察|视察|慰问|巡视|工作|指导|评估|暗访|专家)[组队]"
)
_SENT = re.compile("(?:派出|派遣|选派|组织|组成|派)了?")
_GROUP = re.compile(rf"(?:{choices('travelling_groups')})")
_OF_AREA = re.compile(r"(?P<area>.+?[省市县区州旗盟])(?P<organ>人大常委会|政协|委|政府|人大|[省市县区州旗盟]?长|人民)")
_OWN = re.compile("(?<![\u4e00-\u9fff])我?[省市县区州旗]领导")
_JOINTLY = re.compile("(?:共同|一起|一道|一同)(?:前往|来到)?$")
_PARTY = re.compile(r"(?:[^，。；]{1,8}，)?(?:代表团|考察团|访问团|调研组|检查组)(?:一行)?")
_PARTY_THERE = re.compile("(?:(?:代表|考察|访问|参访|慰问)?团|(?:调研|检查|督导|督查|视察)?组)(?![员队长织])(?:一行)?")
_BARE = re.compile(r"(?:的?(?:代表团|考察团|访问团|调研组|检查组))?一行|^(?:他们|她们)")


def travellers(clause: Clause) -> list[Mention]:
    """Who travels: the subject, who goes along (在…陪同下), the delegation that is led or of which one is told."""
    who = clause.people()
    groups = _groups(clause) if not who else []
    lead = clause.phrase.get("lead")
    led = clause.scene.bodies(*lead, places=False) if lead and not _OF_BODIES.search(clause.text, *lead) else []
    if who and (own := _led_group(clause, who)):
        clause.scene.party = Party(tuple(who), own[-1])
        who = [*who, *own]
    elif who:
        who = [*who, *(clause.actors(*lead) if lead else []), *_accompanied(clause)]
        led = [_named(clause, group, who[0]) for group in led]
        led = [g for g in led if not _NO_GROUP.fullmatch(g.name or g.text)]
        if lead and clause.text.startswith("带着", lead.start - 2):
            led = [g for g in led if _GROUP.search(g.text)]
        if any(_GROUP.search(group.text) for group in led):
            clause.scene.party = Party(tuple(who), led[-1])
    elif together := _all_of_them(clause) or _told_on(clause):
        who = together
    elif groups or _BARE.search(clause.text, *clause.subject) or _opens_with_party(clause):
        who = _party(clause, groups)
    who = [*who, *(p for p in _together(clause) if p not in who)] if who else who
    beside = clause.phrase.get("at")
    if beside and clause.text[beside.start : beside.end].rstrip().endswith("陪同下"):
        who = [*who, *clause.actors(*beside)]
    return [*who, *(m for m in led if m not in who)] if who else []


def _together(clause: Clause) -> list[Mention]:
    """Those with whom the subject goes (同某总理共同参观)."""
    span, verb = clause.phrase.get("with"), clause.slots[clause.index].marker.start
    jointly = span and any(_JOINTLY.search(clause.text, span.start, verb + size) for size in (0, 2))  # |共同参观
    if span is None or not jointly:
        return []
    return clause.actors(*span)


def _all_of_them(clause: Clause) -> list[Mention]:
    """Who travelled last, when the subject is all of them: 三人 of three, 委员们 of who leads the members."""
    scene = clause.scene
    found = _ALL.match(clause.text, *clause.subject) or _ALL.match(clause.text, clause.sentence.start, clause.begin)
    if found is None or not scene.tourists:
        return []
    number = _NUMBERS.find(found["number"] or "") if found["number"] else 0
    return list(scene.tourists) if not number or number == len(scene.tourists) else []


def _told_on(clause: Clause) -> list[Mention]:
    """Who is on a tour, of whom a sentence without a subject tells on (随后来到某厂)."""
    scene, verb = clause.scene, clause.slots[clause.index].marker.start
    goes_on = scene.on_tour and clause.rule != "title" and _THEN.fullmatch(clause.text, clause.sentence.start, verb)
    return list(scene.tourists) if goes_on else []


def _led_group(clause: Clause, who: list[Mention]) -> list[Mention]:
    """The delegation whose leader or member the subject is said to be (以某市长为团长的某市代表团, 随某团赴…)."""
    verb = clause.slots[clause.index].marker.start
    leads = _LEADS.match(clause.text, who[-1].end, verb) or _ALONG_WITH.match(clause.text, who[-1].end, verb)
    return [m for m in clause.scene.bodies(*leads.span(1), places=False) if m.text.endswith("团")] if leads else []


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
    unknown = [p for p in who if found and not scene.within(clause.sentence.start, p.start, ("Position",))]
    return [*unknown, *found]  # who needs no office in the paper is of the place


def _accompanied(clause: Clause) -> list[Mention]:
    """Whom the subject goes along with: 陪同某某考察, or 陪同来宾参观 of the guests received before."""
    before = clause.slots[clause.index - 1] if clause.index else clause.slots[0]
    if before.marker.kind != "accompany":
        return []
    named = clause.actors(before.start, before.end)
    guests = _GUESTS.match(clause.text, before.start, before.end)
    if not named and _PARTY_THERE.match(clause.text, before.start, before.end):
        return _party(clause, [])  # 陪同考察团先后参观
    return named or (clause.scene.guests if guests else [])


def accompany(clause: Clause, marker: Marker) -> None:
    """陪同调研: who went along went where the others did; hosts who live there, to the sites alone."""
    who, scene = clause.people(), clause.scene
    if clause.text.startswith("的", clause.slots[clause.index].start):
        who = _described(clause) if clause.text.endswith("访问", marker.start, marker.end) else []
        if who and scene.visited:
            _go_along(clause, marker, who, scene.visited)
        return
    if not who or not scene.visited or clause.rest() not in ALONG:
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


def _described(clause: Clause) -> list[Mention]:
    """The persons behind 陪同访问的, over the commas of their list, without who lives there as an envoy."""
    end = clause.slots[clause.index].end
    for slot in clause.slots[clause.index + 1 :]:
        if slot.marker.kind != "," or not clause.actors(slot.start, slot.end):
            break
        end = slot.end
    found = clause.actors(clause.slots[clause.index].start, end)
    offices = {p.start: clause.scene.within(clause.sentence.start, p.start, ("Position",))[-1:] for p in found}
    return [p for p in found if not any("大使" in o.text for o in offices[p.start])]


def _go_along(clause: Clause, marker: Marker, who: list[Mention], places: list[Argument]) -> None:
    clause.state("调研", marker, [*role("A0", who), *places], "accompanied", confidence=0.8)
