"""States and provinces that sign: 中新签署, 沙伊双方在京签署, 某国是首个同中国签署文件的国家."""

from __future__ import annotations

import re
from functools import cache

from kg.annotate.builtin.clause import Clause
from kg.grammar.clauses import Marker
from kg.grammar.places import country_pattern
from kg.model import Argument, Mention

_BEFORE = "(?:[^，。；]{0,4}高兴(?:看到)?)?"
_LEADERS = "元首|总理|总统|领导人|首脑|议长"
_ACTING = (
    rf"(?:代表|官员|外长|防长|部长|政府|{_LEADERS})?"
    "(?:正式|成功|联合|已|将|共同|昨日|今日|现场|当场)*"
)
_SIDES = "(?:两国|双方|[三四五]方|[三四五]省市?|[三四五]地)?"
_THERE = "(?:(?:于)?(?:今天|昨天|日前|近日|当天|\\d{1,2}月\\d{1,2}日|\\d{1,2}日)|在[^，。；、的]{1,12})*"
_INITIALS = re.compile(rf"\s*{_BEFORE}(?P<who>[\u4e00-\u9fff]{{2,5}}?){_SIDES}{_ACTING}{_THERE}{_ACTING}$")
_LED = re.compile(f"(?:{_LEADERS})$")
_SO_MANY = re.compile("(?P<count>[三四五])(?:地|省市?|省区|方)(?![^，。；]{0,4}(?:企业|公司))")
_OF_SO_MANY = "([\u4e00-\u9fff]{{{0}}})(?={1})"
_MAINLAND = re.compile("\\s*(?P<one>内地)[与同和](?P<other>香港|澳门|港澳)")
_IS = re.compile("(?:已经|已|便|就|也)?(?:是(?!否)|成为)")
_AGAIN = re.compile("(?:、|以及|并)[同与]")  # what was done with a partner before
_SO_DESCRIBED = re.compile(
    "[^，。；]{0,40}?的[^，。；的]{0,14}?(?:国家|地区|国|城市|伙伴|企业|公司|大学|高校|机构|组织)(?:之一)?(?=[，。；、]|和|$)"
)


def countries(clause: Clause, marker: Marker, *, sides: bool = False) -> list[Argument]:
    """Who acts in 中新签署协定, 京津冀举办展览: countries or provinces by one character each.

    With ``sides`` only countries of which the article speaks.
    """
    before = clause.text[clause.begin : marker.start]
    if beside := _beside_each_other().match(before):
        return [_state(clause, clause.begin + at, word) for at, word in _each(beside)]
    found = _INITIALS.match(before)
    if not found:
        return []
    names = [clause.scene.side(char + "方") for char in found["who"]]
    if not all(names) and not sides:
        names = [clause.scene.short_place(char) for char in found["who"]]
    if not all(names) or len(set(names)) < 2:
        return []
    at = clause.begin + found.start("who")
    spans = [(at + i, name) for i, name in enumerate(names)]
    return [Argument(role="A0", start=i, end=i + 1, name=name, type="Place") for i, name in spans]


def leaders_sign(clause: Clause, marker: Marker) -> bool:
    """Whether the leaders of the states sign that a headline names by their initials (俄白领导人签署条约)."""
    return _LED.search(clause.text[clause.begin : marker.start].rstrip()) is not None


def told_before(clause: Clause, marker: Marker) -> list[Argument]:
    """The areas that 三地 means where the same item has named them by their initials (京津冀三地)."""
    counted = _SO_MANY.search(clause.text, clause.begin, marker.start)
    if counted is None:
        return []
    count = "__二三四五".find(counted["count"])
    item = clause.text.rfind("\n", 0, max(clause.text.rfind("\n", 0, clause.begin), 0)) + 1
    for found in re.finditer(_OF_SO_MANY.format(count, counted[0]), clause.text[item : clause.begin]):
        names = [clause.scene.short_place(char) for char in found[1]]
        if all(names) and len(set(names)) == count:
            at = item + found.start()
            return [
                Argument(role="A0", start=at + i, end=at + i + 1, name=name, type="Place")
                for i, name in enumerate(names)
            ]
    return []


def governing(clause: Clause, party: Mention) -> Mention:
    """The government that a headline means by its area alone (某县与某公司签约), where the text says that it signs."""
    name = party.name or party.text
    if party.type != "Place" or name[-1] not in "市县区州旗":
        return party
    body = clause.text[len(clause.scene.article.title) :]
    if not re.search(
        f"(?:{re.escape(name)}人民政府|(?<![^，。；：、）)日午\\s]){name[-1]}政府)[^。\n]{{0,80}}签", body
    ):
        return party
    said = Mention(
        start=party.start, end=party.end, type="Organization", text=party.text, name=name + "人民政府", rule="headline"
    )
    return clause.scene.add(said)


def mainland(clause: Clause, marker: Marker) -> tuple[list[Mention], list[Mention]] | None:
    """内地与香港签署: the mainland and a region are the parties."""
    found = _MAINLAND.match(clause.text, clause.begin, marker.start)
    if found is None:
        return None
    parties = [clause.scene.body(*found.span(name), "Place") for name in ("one", "other")]
    return parties[:1], parties[1:]


def _each(beside: re.Match[str]) -> list[tuple[int, str]]:
    return [(beside.start(name), beside[name]) for name in ("one", "other")]


def _state(clause: Clause, at: int, word: str) -> Argument:
    state = clause.scene.body(at, at + len(word), "Place")
    return Argument(role="A0", start=state.start, end=state.end)


@cache
def _beside_each_other() -> re.Pattern[str]:
    """Two states with nothing between their names: 沙特伊朗4月6日签署."""
    state = country_pattern().pattern
    return re.compile(rf"\s*(?P<one>{state})(?P<other>{state}){_SIDES}{_ACTING}{_THERE}{_ACTING}$")


def so_described(clause: Clause, marker: Marker) -> tuple[list[Mention], list[Mention]] | None:
    """Who is said to be one that signed, and with whom: 甲国…，也是最早同乙国建交、同乙国签署文件的国家."""
    beside = clause.phrase.get("with")
    if beside is None or not _SO_DESCRIBED.match(clause.text, marker.end, clause.sentence.end):
        return None
    start = max(clause.sentence.start, clause.said if clause.reported else 0)
    last = max((m.end() for m in _AGAIN.finditer(clause.text, *beside)), default=beside.start)
    for told in _IS.finditer(clause.text, start, beside.start):
        named = [m for m in clause.scene.bodies(start, told.start()) if m.end == told.start()]
        states = [s for s in country_pattern().finditer(clause.text, start, told.start()) if s.end() == told.start()]
        if states:
            named = [clause.scene.body(states[-1].start(), states[-1].end(), "Place")]
        if named:
            return named[-1:], clause.scene.bodies(last, beside.end)
    return None
