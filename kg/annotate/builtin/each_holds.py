"""Several who hold a gathering of their own each: 甲局、乙局分别举行升旗仪式, 中国驻甲、乙等国使馆举办招待会."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.annotate.builtin.clause import Clause
from kg.grammar.clauses import Marker
from kg.grammar.places import country_pattern, find_country
from kg.model import Argument, Mention

_EACH = re.compile("分别|各自")
_PAIRED = re.compile("[两三四五六]国|双方|[^，。；]{0,12}(?:轮流|联合|共同)")
_ITEM = "(?!多国|各国|国际|有关|部分|世界)[^，。；、驻使领等]{2,12}?"
_HOST = re.compile("[^、和]+")
_MISSIONS = re.compile(
    rf"(?:中国|我国?)?驻(?P<hosts>{_ITEM}(?:(?:、|和){_ITEM})+)等?(?:[多数几两三四五六七八九十\d]*国|地|多?地)?的?"
    "(?:大?使馆|总领馆|总领事馆|使领馆)"
)
_OWN = re.compile("第[一二三四五六七八九十百\\d]|首届|20\\d\\d|[“”]")  # a gathering with a name is one


class Held(NamedTuple):
    """Who holds a gathering, and the gathering, called after its holder."""

    holder: Argument
    event: Argument


def each_holds(clause: Clause, marker: Marker, event: Mention, agents: Iterable[Mention]) -> list[Held]:
    """The gatherings that several hold apart from each other; none where one is told of."""
    if _OWN.search(event.text):
        return []
    holders = list(missions(clause, marker))
    if not holders and _EACH.search(clause.text, clause.subject.start, marker.start):
        bodies = [m for m in agents if m.type != "Person"]
        holders = [Argument(role="A0", start=m.start, end=m.end, name=m.name or m.text, type=m.type) for m in bodies]
    if len(holders) < 2 or _PAIRED.match(clause.text, clause.subject.start, marker.start):
        return []
    return [Held(holder, _called_after(clause, holder, event)) for holder in holders]


def _called_after(clause: Clause, holder: Argument, event: Mention) -> Argument:
    written = clause.text[holder.start : holder.end]
    short = len(written) <= 4 or country_pattern().fullmatch(written) or holder.name.endswith(("使馆", "领事馆"))
    owner = holder.name if short else written
    return Argument(role="AT", start=event.start, end=event.end, name=owner + event.text, type="Event")


def missions(clause: Clause, marker: Marker) -> Iterator[Argument]:
    """The missions in a list of their hosts: 中国驻甲国、乙国等国使馆, 中国驻某国甲市、乙市的总领馆."""
    listed = _MISSIONS.search(clause.text, clause.subject.start, marker.start)
    for item in _HOST.finditer(clause.text, *listed.span("hosts")) if listed else ():
        nation = country_pattern().match(item[0])
        city = item[0][nation.end() :] if nation else ""
        host = city if len(city) > 1 else item[0]
        country = find_country(host)
        name = f"中国驻{country.name}大使馆" if country else f"中国驻{host}总领事馆"
        yield Argument(role="A0", start=item.end() - len(host), end=item.end(), name=name, type="Organization")
