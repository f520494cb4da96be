"""Frames of gatherings that are held."""

from __future__ import annotations

import re

from msgspec.structs import replace

from kg.annotate.builtin.circumstances import by_initials, time_of, venue, whereabouts
from kg.annotate.builtin.clause import Clause, role
from kg.annotate.builtin.each_holds import each_holds
from kg.annotate.builtin.group_talks import is_of_persons
from kg.annotate.builtin.joined import joined
from kg.annotate.builtin.occasions import called_off, in_preparation, is_manner, name_held, works
from kg.annotate.builtin.phrase import Slot
from kg.annotate.builtin.scene import Chaired
from kg.annotate.builtin.signers import of_ceremony
from kg.annotate.builtin.slots import organization_end
from kg.annotate.builtin.states import countries
from kg.grammar.clauses import Marker
from kg.grammar.documents import SIGNING
from kg.grammar.lexicon import organizations
from kg.model import Argument, Mention

_WEAK = frozenset({"开展", "开展了", "进行", "走进", "亮相", "登场", "落户", "登陆", "上演", "唱响", "办到"})
# of what 进行 and 开展 govern, these are gatherings
_CARRIED_OUT = re.compile(
    r"(?:演习|演练|军演)$|^(?:[^，。]{0,12})?第[一二三四五六七八九十百\d]+[次轮].*(?:学习|谈判|磋商|对话|会晤)$"
)
_OF_OBJECT = frozenset({"发动", "恢复", "重启"})  # tell of a gathering only where they govern it
_TO_PLACE = frozenset({"走进", "亮相", "落户", "登陆", "办到"})
_NO_OBJECT = re.compile(
    r"[了过]?(?:$|[的，。；：、！（”,;:!(\s]|之[际时前后]|时|期间|以来|前|后|至|到|并|和|\d(?!\d*[多余]?[场项个次期届轮]))"
)
_JOINTLY = re.compile("(?:联合|共同|联手|携手)$")
_LED = re.compile("(?:牵头|主导|统筹|指导|组织)$")
_SAYS_ITS_OWN = re.compile(r"\s*(?:将|已|定于|计划|拟|决定|正在?|还|也)")  # the subject is who says so
_BETWEEN = re.compile("[将于在也还已定拟日上下午晚]|计划|当地时间|再次|紧急")  # a subject and its verb, beside the day
_INITIALS = re.compile(r"\s*([\u4e00-\u9fff]{2,4})[两三四](?:地|省|市|省市)(?!区)")
_UPON = re.compile("上|中|期间|前夕|之际|闭幕")
_MEETING_PLACE = re.compile(
    r"(?:大学|学院|学校|中学|小学|党校|中心|医院|酒店|宾馆|饭店|总部|公司|厂|矿|村|银行|法院|(?<![使领])馆|基地|院|所|社区)$"
)
_MANY = re.compile(r"多[国个家地]|\d+余?[个家名]|各[国地]|上[千百万]名")  # who are told by their number
_NEXT_PHRASE = re.compile(r"\d|[今昨]|将|于|在|正式|[，。、：（“]|近日|日前|由")
_THING = re.compile(r"(?:中心|运输|工作|建设|项目|系统|平台|通道|工程|服务|村|馆|线|票|报名|招募|征集|测试|直播)$")
# the name of a venue alone acts for nobody
_VENUE = re.compile(r"(?:广场|红场|公园|大厅|剧院|剧场|体育场|大道|街区|古城|古镇|景区|码头|公馆|礼堂|大会堂)$")
_LEADERS = re.compile(
    r"(?:领导人|元首|政要|首脑|外长|防长|部长|议员|特使)们?(?:定|拟|将|近日|日前|今天|昨天|当天|分别|共同|\d+日)*$"
)
_VOTE = re.compile("(?:选举|大选|公投|投票)$")  # held by a state, never by persons
_PART = re.compile("“[^”]{1,12}(?:通道|专场|专区|展区|窗口|热线|平台|频道)”")
# of many that are only counted, those of a list are the sorts (举办讲座、竞赛等近百项活动)
_COUNTED = re.compile(
    r"(?:、[^，。；、]{1,12}){0,3}等?[^，。；、0-9]{0,10}?(?:\d+|[上近超逾]?[百千万]|数[十百千])[余多]?(?:场|项|余项|余场|多场|多项)(?!目)"
)
_OWN_NAME = re.compile("[“《]|第[一二三四五六七八九十百\\d]|首届|20\\d\\d")
# behind places: whose people or offices act (甲、乙等地的学校)
_OF_PLACES = re.compile(r"(?:[、和及][\u4e00-\u9fff]{2,8}?)*(?:等地?|多地|等国|各地)?的(?!$)")
_UNNAMED = re.compile("了?(?:有关|相关|一系列|系列|各种|各类|多项|其他|双边|多边|外事|这些)+活动")


def hold(clause: Clause, marker: Marker) -> None:
    """举行, 召开: a gathering with its organizer, place and time; transitive or not."""
    if called_off(clause, marker):
        return
    slot = clause.slots[clause.index]
    written = clause.text[marker.start : marker.end]
    events = clause.events(slot.start, slot.end) if written not in _TO_PLACE else []
    events = [*events[:2], *joined(clause.text, events)[2:]]
    if not events:
        topic = clause.topic if written not in _OF_OBJECT else None
        if written not in _OF_OBJECT and (topic is None or topic.start < clause.begin):
            topic = _inner_topic(clause, marker) or topic
        if topic:
            happen(clause, marker, topic, slot if written in _TO_PLACE else None)
    elif not (_is_not_told(clause, marker, events) or (written in _WEAK and not _CARRIED_OUT.search(events[0].text))):
        _hold(clause, marker, events)


def _is_not_told(clause: Clause, marker: Marker, events: list[Mention]) -> bool:
    """Whether gatherings are only prepared, or the means of something, or have no name at all (举行有关活动)."""
    if in_preparation(clause, events[-1]) or is_manner(clause, marker):
        return True
    own = any(_OWN_NAME.search(clause.text, e.start - 1, e.end) for e in events)
    if not own and (_COUNTED.match(clause.text, events[-1].end) or _COUNTED.search(events[-1].text)):
        return True
    return bool(_UNNAMED.fullmatch(clause.text, clause.slots[clause.index].start, events[0].end))


def _hold(clause: Clause, marker: Marker, events: list[Mention]) -> None:
    """Tell of gatherings that the verb governs: who holds them, where and when."""
    slot = clause.slots[clause.index]
    written = clause.text[marker.start : marker.end]
    relative = "的" in (clause.text[slot.start : slot.start + 1], written[-1])
    host = _host(clause, marker) if relative else []
    agents = _who_holds(clause, marker, events[0], host, relative=relative)
    standing = [] if agents else countries(clause, marker) if not clause.phrase else []
    of = works(agents, events[0])
    if of:
        events[0], agents = clause.scene.call(events[0], of + events[0].text), []
    events[0] = name_held(clause, events[0], agents)
    parties = _parties(clause, events[0])
    place = _at_host(clause, host, marker) if host else whereabouts(clause, marker)
    if not place and len(agents) == 1 and agents[0].type == "Place" and _VENUE.search(agents[0].text):
        place, agents = venue(clause, agents[0]), []
    around = [*place, *time_of(clause, marker)]
    apart = each_holds(clause, marker, events[0], agents)
    for holder, own in apart:
        clause.state("举办", marker, [holder, own, *around], "held-apart")
    if apart:
        return
    if not standing and (not agents or _INITIALS.match(clause.text, *clause.subject)):
        standing = _standing(clause, marker)
        agents = [] if standing else agents
    arguments = [*standing, *role("A0", [*agents, *parties]), *role("AT", events), *around]
    held = clause.state("举办", marker, arguments, "held")
    if held and len(agents) == 1 and agents[0].type == "Person" and written.startswith("召开"):
        clause.scene.chaired = Chaired(agents[0], events[:1], clause.sentence.end)
    if parties and SIGNING.search(events[0].text):
        clause.state("签约", marker, [*role("A0", agents), *role("WITH", parties)], "signing-held", confidence=0.85)
    if clause.topic is None or (held and not held.planned):  # 会议决定召开某会 goes on about 会议
        clause.topic = events[-1]


def _who_holds(clause: Clause, marker: Marker, event: Mention, host: list[Mention], *, relative: bool) -> list[Mention]:
    """Who holds a gathering: the host of a relative clause, else the subject, if such as it is can hold one."""
    agents = _holders(clause) if relative else clause.agents()
    if _LEADERS.search(clause.text, *clause.subject):  # 某国和他国领导人举行会议: the states do not hold it
        agents = [m for m in agents if m.type == "Person"]
    if _convened(clause):
        agents = []
    agents = host or [m for m in agents if not _MANY.search(m.text)]
    if agents and agents[-1].type == "Place" and _OF_PLACES.match(clause.text, agents[-1].end, marker.start):
        agents = [m for m in agents if m.type != "Place"]
    agents = [m for m in agents if m.type != "Person" or not _VOTE.search(event.text)]
    if clause.reported and not _SAYS_ITS_OWN.match(clause.text, clause.begin):  # who only says so does not hold it
        agents = [m for m in agents if m.start >= clause.begin]
    return agents


def _standing(clause: Clause, marker: Marker) -> list[Argument]:
    """A subject that is no phrase of its own: 粤港两地, or a body called like a gathering (联合国大会27日举行会议)."""
    both = _INITIALS.match(clause.text, clause.subject.start, marker.start)
    if both and all(clause.scene.short_place(char) for char in both[1]):
        return [replace(place, role="A0") for place in by_initials(clause, *both.span(1))]
    topic = clause.topic
    if topic is None or topic.start < clause.begin or topic.text not in organizations():
        return []
    when = clause.scene.day(topic.end, marker.start)
    behind = clause.text[topic.end : when.start] + clause.text[when.end : marker.start] if when else "的"
    name = organizations()[topic.text]
    told = Argument(role="A0", start=topic.start, end=topic.end, name=name, type="Organization")
    return [] if _BETWEEN.sub("", behind) else [told]


def _holders(clause: Clause) -> list[Mention]:
    """Who holds the gathering of a relative clause: what stands between the verb outside and this one."""
    for i in range(clause.index - 1, -1, -1):
        slot = clause.slots[i]
        if slot.marker.kind == ",":
            return _leaders_and(clause, slot) or clause.agents()
        if slot.marker.kind == "at" and i == clause.index - 1 and _UPON.match(_behind_object(clause)):
            return []  # 某人在今天举行的会议上: who speaks there does not hold it
        if slot.marker.kind not in ("at", "by", "with", "to", "for"):
            return clause.actors(slot.start, slot.end) or clause.scene.bodies(slot.start, slot.end)
    return clause.agents()


def _leaders_and(clause: Clause, slot: Slot) -> list[Mention]:
    """Who leads and who takes part, of 由甲局牵头，乙局、丙局联合开展的演练."""
    by = clause.phrase.get("by")
    if by is None or not _LED.search(clause.text, by.start, slot.marker.start):
        return []
    return [*clause.scene.bodies(*by), *clause.scene.bodies(slot.start, slot.end, places=False)]


def _behind_object(clause: Clause) -> str:
    """What follows the gathering of a relative clause."""
    slot = clause.slots[clause.index]
    events = clause.events(slot.start, slot.end)
    return clause.text[events[-1].end : events[-1].end + 2] if events else ""


def _host(clause: Clause, marker: Marker) -> list[Mention]:
    """The body of 在某局今天举行的发布会上, unless it is one that others meet at (大学, 宾馆)."""
    before = clause.slots[clause.index - 1] if clause.index else None
    if before is None or before.marker.kind != "at":
        return []
    first = clause.scene.day(before.start, marker.start)
    start = first.end if first and first.start == before.start else before.start
    found = clause.scene.bodies(start, marker.start, places=False)
    if found and found[0].start == start and _JOINTLY.search(clause.text, start, marker.start):
        return found  # 在甲局、乙会等部门联合召开的会上
    if len(found) != 1 or found[0].start != start:
        return []
    name = found[0].name or found[0].text
    if _MEETING_PLACE.search(name) or not (organization_end(name) or name in organizations()):
        return []
    behind = clause.text[found[0].end : marker.start]
    when = clause.scene.day(found[0].end, marker.start)
    return found if not behind.strip(" 近日前联合共同") or when else []


def _convened(clause: Clause) -> bool:
    """Whether others hold the gathering to which the subject calls them (召集某国领导人举行会议)."""
    before = clause.slots[clause.index - 1] if clause.index else None
    return before is not None and clause.text[before.marker.start : before.marker.end] == "召集"


def _at_host(clause: Clause, host: list[Mention], marker: Marker) -> list[Argument]:
    """The house of the body between 在 and 举行 (在大使馆举行的招待会上; 举办 tells only who holds it)."""
    if not clause.text.startswith("举行", marker.start):
        return []
    return role("LOC", [m for m in host if m.end == marker.start and clause.text[m.start - 1] == "在"])


def _inner_topic(clause: Clause, marker: Marker) -> Mention | None:
    """The gathering behind a relative clause that a preposition begins (为某公司建造的新船命名仪式在…举行)."""
    found = [e for e in clause.events(clause.begin, marker.start) if clause.text[e.start - 1] == "的"]
    at = clause.phrase.get("at")
    return found[-1] if found and (at is None or found[-1].end <= at.start) else None


def _parties(clause: Clause, event: Mention) -> list[Mention]:
    if "with" not in clause.phrase:
        return []
    span = clause.phrase["with"]
    return [] if is_of_persons(clause.text[span.start : span.end].rstrip()) else clause.scene.bodies(*span)


def happen(clause: Clause, marker: Marker, event: Mention, target: Slot | None) -> None:
    """A gathering as the subject of 举行, 开幕, 走进; it has no object."""
    if target is None and marker.kind == "hold" and not _NO_OBJECT.match(clause.text, marker.end, clause.sentence.end):
        return
    if _is_of_another(clause, event, marker):
        return
    places = whereabouts(clause, marker)
    if target is not None:
        found = clause.scene.bodies(target.start, target.end, loose=True)
        if not found:
            return
        places = role("LOC", found[:1])
    holders = [m for m in clause.agents() if m.type != "Person"] if "by" in clause.phrase else []
    arguments = [*role("A0", holders), *role("AT", [event]), *places, *time_of(clause, marker)]
    signers, papers = of_ceremony(clause, event) if SIGNING.search(event.text) else ([], [])
    if len(signers) > 1:
        signed = [*role("A0", signers), *role("A1", papers)]
        clause.state("签署" if papers else "签约", marker, signed, "signing-held", confidence=0.85)
    clause.state("举行" if marker.kind == "visit" else marker.name, marker, arguments, "happened")


def _is_of_another(clause: Clause, event: Mention, marker: Marker) -> bool:
    """Whether the verb's subject only begins with the gathering's name (亚冬会主媒体中心今天启动, 某会“某通道”开启)."""
    if event.start < clause.begin or event.end > marker.start:
        return False
    if _PART.match(clause.text, event.end, marker.start):
        return True
    behind = _NEXT_PHRASE.split(clause.text[event.end : marker.start])[0]
    return len(behind) > 3 and bool(_THING.search(behind))


def comes_to(clause: Clause, marker: Marker) -> bool:
    """Whether a verb of going says where a gathering is (招商推介会走进深圳)."""
    written = clause.text[marker.start : marker.end]
    topic = clause.topic if written in _TO_PLACE and not clause.people() else None
    return topic is not None and "；" not in clause.text[topic.end : marker.start]
