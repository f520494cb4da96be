"""Names of gatherings that a clause tells only by what is done: 举行仪式，欢迎…访华, 出席首相举行的晚宴."""

from __future__ import annotations

import re

from kg.annotate.builtin.clause import Clause
from kg.grammar.clauses import Marker, choices
from kg.grammar.events import is_bare
from kg.grammar.lexicon import organizations
from kg.model import Mention

_OF_BODY = re.compile(choices("gathering_of_body"))
_PURPOSE = re.compile(
    rf"\s*[，,]?(?:热烈|隆重|深切|共同)?(?P<verb>{choices('purpose')})(?P<whom>[^，。；！\n]{{3,60}})"
)
_MATTER = re.compile(rf"\s*[，,]?(?:会议)?((?:{choices('matters')})[^，。；！\n]{{2,30}})")
_MEETING = re.compile("(?:紧急|专题|特别|临时|闭门|视频|现场|工作|多边|线上)*(?:会议|大会)")
_ABOUT = re.compile(r"关于[^，。；]{2,30}的$")
_CONSULTATIONS = ("远程协商会", "专题协商会", "网络议政远程协商会", "协商会", "对口协商会", "界别协商会")
_CONSULTED = re.compile("，?(?:会议)?(?:围绕|就|以)(?P<topic>“[^“”，。]{4,20}(?:，[^“”。]{4,30})?”)")
_VISIT = re.compile(r"对(?P<place>[^，。]{1,12}?)进行[^，。]*访问|(?P<china>访华|来华[^，。]*访问|对我国[^，。]*访问)")
_WORKS = re.compile(f"(?:{choices('works')})$")
_OF_WORKS = re.compile(f"(?:{choices('ceremony_of_works')})(?:仪式|式|活动|大会|庆典)$")
_IN_PREPARATION = re.compile(choices("in_preparation"))
_MEANS = re.compile("(?:通过|采取|采用|以)(?:先后|分别|多次|集中|定期|组织|专题)*$")
_AND_SUCH = re.compile(
    "[^。；]{2,60}?等(?:多种|各种|一系列|系列|不同|务实|具体)*(?:方式|形式|途径|办法|举措|手段|载体|渠道|方法)"
)
_MEANT = re.compile("原(?:定|计划|拟|本|先|安排)")
_CANCELLED = re.compile("取消|不再(?:举[行办]|召开)|停办|停止举[办行]|作罢|搁置|未能(?:如期)?(?:举[行办]|召开)")
_TITLE = re.compile("的?(《[^《》]+》)")
_RELATIVE = ("省", "市", "县", "区", "州", "旗", "镇", "乡", "村", "该", "本", "我")  # short for a name with its area
_HELD_BY = re.compile("(?:举行|举办|主办|设)的$")
_LEAD = re.compile(r"^(?:由|在[^，。]{1,20}?|\s|了|过)+")


def name_held(clause: Clause, event: Mention, agents: list[Mention]) -> Mention:
    """The gathering of 举行 with the name that its clause gives it: by its purpose, its session or its body."""
    if event.name != event.text and event.name and not is_bare(event.text):
        return event
    about = _ABOUT.search(clause.text, clause.slots[clause.index].start, event.start)
    name = _purpose(clause, event)
    if (subject := _CONSULTED.match(clause.text, event.end, clause.sentence.end)) and event.text in _CONSULTATIONS:
        owner = _owner(clause, agents[0]) if len(agents) == 1 else ""
        name = f"{owner}{subject['topic']}{event.text}"
    elif about and agents:
        name = _owner(clause, agents[0]) + about[0] + event.text
    elif not name and _OF_BODY.fullmatch(event.text):
        topic = clause.topic
        if topic and topic is not event and topic.end <= event.start and topic.start >= clause.begin:
            name = (topic.name or topic.text) + event.text
        elif len(agents) == 1 and agents[0].type != "Person":
            name = _owner(clause, agents[0]) + event.text
    if name:
        return clause.scene.call(event, name)
    return event if any(m.type == "Organization" for m in agents) else name_by_matter(clause, event)


def name_by_matter(clause: Clause, event: Mention) -> Mention:
    """A meeting told of for the first time, called after what it is for (举行会议，讨论某问题)."""
    matter = _MATTER.match(clause.text, event.end, clause.sentence.end)
    if event.name or not matter or not _MEETING.fullmatch(event.text):
        return event
    met = (e for e in clause.events(0, event.start) if e.text.endswith(("会议", "会")))
    before = any(e.name or not is_bare(e.text) for e in met)
    return event if before else clause.scene.call(event, f"{matter[1]}的{event.text}")


def _owner(clause: Clause, body: Mention) -> str:
    """How a gathering is called after a body: as it is written, unless only its full name tells which one it is."""
    written = clause.scene.event_name(body.start, body.text)
    own = len(written) > 4 or (len(written) == 4 and written in organizations())
    return written if own and not written.startswith(_RELATIVE) else body.name or body.text


def _purpose(clause: Clause, event: Mention) -> str:
    """仪式，欢迎某国总统对我国进行国事访问 → 欢迎某国总统访华仪式; empty without such a clause."""
    found = _PURPOSE.match(clause.text, event.end, clause.sentence.end)
    if not found or found["verb"] in event.text or not (is_bare(event.text) or event.text.startswith("升")):
        return ""
    whom = found["whom"].strip()
    visit = _VISIT.search(whom)
    if visit:
        abroad = visit["place"] if visit["place"] not in (None, "我国", "中国", "我") else ""
        whom = whom[: visit.start()] + (f"访问{abroad}" if abroad else "访华")
    return found["verb"] + whom + event.text if len(whom) <= 45 else ""


def in_preparation(clause: Clause, event: Mention) -> bool:
    """Whether a gathering is only decided, prepared or spoken of (研究召开某会议的有关事项)."""
    return bool(_IN_PREPARATION.match(clause.text, event.end))


def called_off(clause: Clause, marker: Marker) -> bool:
    """Whether what was to be held is not (原定5日举行的演练因疫情取消)."""
    meant = _MEANT.search(clause.text, clause.begin, marker.start)
    return meant is not None and _CANCELLED.search(clause.text, marker.end, clause.sentence.end) is not None


def is_manner(clause: Clause, marker: Marker) -> bool:
    """Whether gatherings are only the means of something, none of them told of by itself (通过举办读书班等方式)."""
    by = _MEANS.search(clause.text, clause.begin, marker.start)
    return by is not None and bool(_AND_SUCH.match(clause.text, marker.end, clause.sentence.end))


def called_by_title(clause: Clause, at: int) -> list[Mention]:
    """The gathering in whose name the title at an offset stands (首届《某盛会》, of which 《某盛会》 is told)."""
    title = _TITLE.match(clause.text, at)
    return [e for e in clause.events(0, len(clause.text)) if title and title[1] in e.text][:1]


def works(agents: list[Mention], event: Mention) -> str:
    """The works that a ceremony is of, where they stand as its subject (某项目18日举行开工仪式); empty for others."""
    if len(agents) != 1 or not _OF_WORKS.search(event.text):
        return ""
    name = (agents[0].name or agents[0].text).rpartition("的")[2]
    return name if _WORKS.search(name) else ""


def name_attended(clause: Clause, event: Mention, start: int) -> Mention:
    """A gathering without a name of its own behind a relative clause: 首相举行的晚宴."""
    written = clause.text[start : event.end]
    if not is_bare(event.text) or event.name or not _HELD_BY.search(clause.text[start : event.start]):
        return event
    name = _LEAD.sub("", written)
    told = clause.actors(start, event.start) or clause.scene.bodies(start, event.start)
    return clause.scene.call(event, name) if told and 4 < len(name) <= 40 else event
