"""Where a journey leads: the object of its verb, the items of a list, or what 在 or 对 say."""

from __future__ import annotations

import re
from functools import cache

from kg.annotate.builtin.clause import Clause
from kg.annotate.builtin.outer import outer_end, own_name
from kg.annotate.builtin.slots import organization_end
from kg.grammar.clauses import Marker, choices, load_table
from kg.grammar.places import area_at, country_pattern, is_province
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
        "转到",
        "拐进",
        "折返到",
        "下沉到",
        "去的是",
        "走的是",
    }
)
_NO_PLACE = re.compile(r"(?:[上中下时]|期间)\s*$")
# what happens in a place that is not where one looks (反馈会在某地召开，某人通报了督查发现的问题)
_HELD = frozenset({"hold", "open", "close", "talk", "meet", "chair", "attend", "speak", "sign"})
# verbs whose place is what is looked at, never where one sits (在车上看了四遍)
_SEEN = frozenset({"看了", "重点看了", "去看了", "查了"})
# verbs whose object is a site or body, and never a matter (考察了某某科技, but 考察新能源)
_OF_FIRMS = frozenset({"走访", "走访了", "考察了", "调研了", "参观", "参观了", "拜访", "拜访了", "察看了", "视察了"})
_THEN = re.compile("后(?=即|又|随即|立即|马上|就|便|第一)")
# 看望奋战在某工地的建设者: those who are visited are at their posts
_POST = re.compile(
    "(?:仍|还|正|依然|一直)?(?:奋战|坚守|战斗|忙碌|值守|驻守|坚持战斗|坚持奋战|驻扎)"
    "在([^，。；的]{3,24}?)(?:一线|前线|岗位上?)?的"
)
_HOME = re.compile(r"家(?:中|里)?\s*$")  # of a person: no place with a name
_SETTLED = re.compile("(?:[镇乡村寨屯庄]|街道|社区|小区|苏木|嘎查)$")
# what is seen at a place is none
_FIELDS = re.compile("等(?!地)[^，。；、]{0,4}(?:领域|方面|产业|行业|技术|环节|赛道|学科|专业|产品|成果)")
_PEOPLE = re.compile(f"(?:{choices('people_of_bodies')}|民警|干警|交警|消防员|队员)+$")
_OF_A_KIND = re.compile(f"(?:{choices('of_a_kind')})+(?:[站院所场馆厂园棚库区点]|中心)?")  # which names none
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
    persons = clause.scene.within(slot.start, slot.end, ("Person",))
    if persons and _HOME.search(clause.text, slot.start, slot.end):
        return _home(clause, Span(slot.start, persons[0].start))
    if (
        marker.name == "看望"
        and persons
        and clause.last_kind == "visit"
        and "的" in clause.text[slot.start : persons[0].start]
    ):
        return []  # 转到某医院，看望了某村的某某: where they are from
    after = _THEN.search(clause.text, slot.start, slot.end)  # 抵达某地后即…
    strong = written in _STRONG or written.endswith("来到")
    end = after.start() if after else slot.end
    firms = strong or written in _OF_FIRMS
    places = clause.scene.bodies(slot.start, _without_people(clause.text, slot.start, end), loose=strong, firms=firms)
    if places and not strong and "、" in clause.text[slot.start : slot.end]:  # the rest of a list is of the same kind
        more = clause.scene.bodies(slot.start, _list_end(clause, places[-1].end), loose=True)
        taken = [(q.start, q.end) for q in places]
        fresh = [p for p in more if not any(p.start < end and start < p.end for start, end in taken)]
        if not firms:
            fresh = [p for p in fresh if p.start > places[0].start or area_at(clause.text, p.start) > p.start]
        places += [p for p in fresh if len(p.text) <= _SHORT]
        places.sort(key=lambda place: place.start)
    if places:
        places = [p for p in [*places, *_listed_on(clause, places[-1])] if not only_of_a_kind(p)]
    if places:
        return places
    return _beside(clause, marker, written)


def _home(clause: Clause, before: Span) -> list[Mention]:
    """The village or town of those who are visited at home (来到某村某某家中)."""
    found = clause.scene.bodies(*before)
    return found if all(_SETTLED.search(p.text) for p in found) else []


def only_of_a_kind(place: Mention) -> bool:
    """Whether a site is called only by its kind (智能工厂, 溢洪道), which names none."""
    kind = _OF_A_KIND.fullmatch(place.text) is not None or place.text in _kinds()
    return kind and place.name in ("", place.text)


@cache
def _kinds() -> frozenset[str]:
    """Nouns for places."""
    return frozenset(load_table("slots.yaml")["place"])


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
    if span is None or marker.name not in ("调研", "看望") or written in _STRONG or written in _SEEN:
        return []
    held = any(s.marker.kind in _HELD and s.marker.start >= span.end for s in clause.slots[: clause.index])
    return [] if held or _NO_PLACE.search(clause.text, *span) else clause.scene.bodies(*span, loose=True)


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


def each_part(clause: Clause, marker: Marker, place: Mention, places: list[Mention]) -> bool:
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
