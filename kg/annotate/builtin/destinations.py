"""Where a journey leads: the object of its verb, the items of a list, or what 在 or 对 say."""

from __future__ import annotations

import re

from kg.annotate.builtin.clause import Clause
from kg.annotate.builtin.slots import organization_end
from kg.grammar.clauses import Marker, choices
from kg.grammar.places import area_at
from kg.model import Mention, Span

_STRONG = frozenset(
    {
        "来到",
        "前往",
        "走进",
        "走进了",
        "奔赴",
        "赶往",
        "急赴",
        "驰赴",
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
_THEN = re.compile("后(?=即|又|随即|立即|马上|就|便|第一)")
# 看望奋战在某工地的建设者: those who are visited are at their posts
_POST = re.compile(
    "(?:仍|还|正|依然|一直)?(?:奋战|坚守|战斗|忙碌|值守|驻守|坚持战斗|坚持奋战|驻扎)"
    "在([^，。；的]{3,24}?)(?:一线|前线|岗位上?)?的"
)
_HOME = re.compile(r"家(?:中|里)?\s*$")  # of a person: no place with a name
# what is shown at a place
_FIELDS = re.compile("、[^。；]*等[^，。；、]{0,4}(?:领域|方面|产业|行业|技术|环节|赛道|学科|专业)")
_PEOPLE = re.compile(f"(?:{choices('people_of_bodies')}|民警|干警|交警|消防员|队员)+$")
_OF_A_KIND = re.compile(f"(?:{choices('of_a_kind')})+")  # which names none
_SHORT = 8  # characters of a place that only its list shows for one


def destinations(clause: Clause, marker: Marker) -> list[Mention]:
    """The places of a visit: the object, or what 在 or 对 say."""
    slot = clause.slots[clause.index]
    written = clause.text[marker.start : marker.end]
    if written.startswith("对") and written.endswith("访问"):
        there = _toward(clause.text, marker)
        country = clause.scene.side(clause.text[there.start : there.end] + "方") if there.end - there.start == 1 else ""
        return [clause.scene.named_place(*there, country)] if country else clause.scene.bodies(*there)
    if _FIELDS.search(clause.text, slot.start, slot.end):
        return []
    if _HOME.search(clause.text, slot.start, slot.end) and clause.scene.within(slot.start, slot.end, ("Person",)):
        return []
    after = _THEN.search(clause.text, slot.start, slot.end)  # 抵达某地后即…
    strong = written in _STRONG or written.endswith("来到")
    end = after.start() if after else slot.end
    places = clause.scene.bodies(slot.start, _without_people(clause.text, slot.start, end), loose=strong)
    if places and not strong and "、" in clause.text[slot.start : slot.end]:  # the rest of a list is of the same kind
        more = clause.scene.bodies(slot.start, _list_end(clause, places[-1].end), loose=True)
        taken = [(q.start, q.end) for q in places]
        fresh = [p for p in more if not any(p.start < end and start < p.end for start, end in taken)]
        fresh = [p for p in fresh if p.start > places[0].start]
        places += [p for p in fresh if len(p.text) <= _SHORT]
        places.sort(key=lambda place: place.start)
    if places:
        return [p for p in [*places, *_listed_on(clause, places[-1])] if not only_of_a_kind(p)]
    return _beside(clause, marker, written)


def only_of_a_kind(place: Mention) -> bool:
    """Whether a site is called only by its kind (智能工厂), which names none."""
    return _OF_A_KIND.fullmatch(place.text) is not None


def _without_people(text: str, start: int, end: int) -> int:
    """Where the body ends whose people are visited (看望某校师生代表)."""
    people = _PEOPLE.search(text, start + 2, end)
    return people.start() if people and organization_end(text[start : people.start()]) else end


def _beside(clause: Clause, marker: Marker, written: str) -> list[Mention]:
    """The place of a visit whose object is none: where those are who are visited, or what 在 says."""
    post = _POST.match(clause.text, marker.end, clause.sentence.end)
    if post:
        return clause.scene.bodies(*post.span(1), loose=True)
    if described := _described(clause):
        return described
    span = clause.phrase.get("at") or clause.place
    if clause.slots[clause.index - 1].marker.kind == "visit":
        return []  # 前往某市场看望员工: there
    if span is None or marker.name not in ("调研", "看望") or written in _STRONG:
        return []
    at = clause.text[span.start : span.end]
    return [] if re.search(r"(?:[上中时]|期间)\s*$", at) else clause.scene.bodies(*span, loose=True)


def _described(clause: Clause) -> list[Mention]:
    """The body behind a relative clause that says where it is at work (看望在这里义诊的某某医疗队)."""
    following = clause.slots[clause.index + 1 : clause.index + 2]
    slot = clause.slots[clause.index]
    if not following or following[0].marker.kind != "at" or clause.text[slot.start : slot.end].strip():
        return []
    cut = clause.text.rfind("的", following[0].start, following[0].end)
    return clause.scene.bodies(cut + 1, following[0].end) if cut > 0 else []


def _listed_on(clause: Clause, last: Mention) -> list[Mention]:
    """The places of a list that commas part by their counties (来到甲县乙村、丙厂，丁县戊社区，…)."""
    found: list[Mention] = []
    for slot in clause.slots[clause.index + 1 :]:
        written = clause.text[slot.start : slot.end]
        if slot.marker.kind != "," or slot.marker.start != last.end or area_at(written, 0) < 2:
            break
        places = clause.scene.bodies(slot.start, slot.end)
        if not places or places[0].start > slot.start or places[-1].end < slot.end or clause.scene.is_area(places[0]):
            break
        found, last = [*found, *places], places[-1]
    return found


def _toward(text: str, marker: Marker) -> Span:
    """The place in 对…进行访问."""
    begin = text.rfind("对", marker.start, marker.end) + 1
    found = re.search(r"进行|的", text[begin : marker.end])
    return Span(begin, begin + found.start() if found else marker.end)


def _list_end(clause: Clause, at: int) -> int:
    """Where a list that holds a place at its known end goes on to: its last item, before 等 or the clause's end."""
    slot = clause.slots[clause.index]
    return slot.end if clause.text[at : at + 1] == "、" else at
