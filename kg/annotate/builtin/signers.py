"""Who signs, where the verb does not have its parties before it: behind it, before the paper, or in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.annotate.builtin.clause import Clause, role
from kg.annotate.builtin.paper_objects import objects
from kg.annotate.builtin.slots import bare_end
from kg.grammar.clauses import Marker
from kg.grammar.documents import SIGNING
from kg.grammar.places import area_at, find_country
from kg.model import Argument, Mention

_QUIET_END = re.compile(
    "(?:[也已还均都正]|正式|现场|成功|顺利|同时|当场|昨[日天]|今[日天]|当[日天]|近日|日前|一并|一同|一起|同步|随后|随即|先后|分别|共同|双双|同样|得以|签约)*$"
)
_NEXT_PAPER = re.compile("的[^、的，。]{2,30}?(?P<link>、|以及|(?<=[书议同录约定])[和与及])(?=[^、，。]{4,}的)")
_LONGEST = 14  # characters of a party of a pair that nothing else speaks for
# 甲与乙、丙与丁分别签约: pairs, each with a 与 of its own
_PAIR = "[^、与和同，。；]{2,30}[与同和][^、与和同，。；]{2,30}"
# in the name of a paper or ceremony, behind its second party: what the deal is about
_ABOUT = re.compile(
    "建立|关于|有关|双边|双方|政府间|\\d{4}|战略|友好|合作|共建|共同|开展|框架|全面|缔结|结为|结成|联合|深化|加强|签署|推进|项目"
    "|签约|签字|签订|协议|协定|合同|备忘录|意向|[（(](?:以下|下文|下)?[简统]?称"
)
_LINK = re.compile("[与和同及]")
_NOTE = re.compile("[（(][^（）()]*[）)]")
_SO_MANY = "__两三四五六七八九"
_PLACES_SIGN = re.compile("([两三四五六七八九])[地省市县区州](?=[^，。；]{0,8}签)")
_BETWEEN = re.compile("[、与和同及—–-]+|以及")
_REGIONS = tuple("府郡道州省市县区")  # ends of areas abroad
_YEARS = re.compile("(?:的)?(?:[\\d一二三四五六七八九十百]+|多)周年")  # 条约签署45周年
_IS = re.compile("[^，。；]{2,40}?(?:是(?!否)|标志着|意味着|体现了?|有[利助]于|具有)")
_PAIRS = re.compile(f"{_PAIR}(?:、{_PAIR})+")


def is_noun(clause: Clause, marker: Marker) -> bool:
    """Whether the signing is spoken of and not told: 祝贺协议的签署, 协议签署三周年, 签署协定是一件大事."""
    if clause.text[marker.start - 1] == "的" or _YEARS.match(clause.text, marker.end):
        return True
    opens = not clause.scene.outside_names(clause.begin, marker.start).strip()
    return opens and clause.reported and bool(_IS.match(clause.text, marker.end, clause.sentence.end))


def witnessed(clause: Clause, marker: Marker) -> None:
    """见证签署《甲国政府与乙国政府…规划》: the papers whose titles name their parties, and not who looks on."""
    for document in objects(clause, marker):
        parties = of_title(clause, [document])
        if parties:
            arguments = [*role("A0", parties[:1]), *role("WITH", parties[1:]), *role("A1", [document])]
            clause.state("签署", marker, arguments, "signed-for-owners", confidence=0.85)


def signers(clause: Clause, marker: Marker) -> bool:
    """签字的是甲、乙, 签约双方为某公司和某大学: the signers stand behind the verb.

    Returns whether any stand there, and not what they sign (甲和乙签订的是某某合同).
    """
    slot = clause.slots[clause.index]
    end = slot.end
    for later in clause.slots[clause.index + 1 :]:
        if later.marker.kind != "with":
            break
        end = later.end
    who = clause.scene.within(slot.start, end, ("Person",)) or clause.scene.bodies(slot.start, end, firms=True)
    scene = clause.scene
    documents = scene.documents(clause.begin, marker.end) or scene.signed_before(marker.start)
    documents = documents or scene.paper_before(marker.start)
    scene.signed = documents or scene.signed
    if len(who) > 1 or (who and documents):
        if regions := _regions(clause, marker, who):
            clause.state("签署", marker, [*role("A0", regions), *role("A1", documents)], "signed-for-owners")
        arguments = [*role("A0", who), *role("A1", documents)]
        clause.state("签署" if documents else "签约", marker, arguments, "signers")
    return bool(who)


def _regions(clause: Clause, marker: Marker, who: list[Mention]) -> list[Mention]:
    """The places of the signers' offices, where so many places sign (四地共同签署协议，签字人依次为甲市某局局长…)."""
    told = _PLACES_SIGN.search(clause.text, clause.sentence.start, marker.start)
    if told is None or _SO_MANY.find(told[1]) != len(who):
        return []
    found, low = [], marker.end
    for person in who:
        offices = clause.scene.within(low, person.start, ("Position",))
        stop = area_at(clause.text, offices[0].start) if offices else 0
        if offices and stop > offices[0].start:
            found.append(clause.scene.body(offices[0].start, stop, "Place"))
        low = person.end
    return found if len(found) == len(who) else []


def signed_themselves(clause: Clause, marker: Marker) -> Iterator[list[Argument]]:
    """The deals of papers that are the subject: 甲与乙《协议》正式签署, 甲与乙的协议、丙与丁的合同也一并签署."""
    quiet = _QUIET_END.search(clause.text, clause.begin, marker.start)
    end = quiet.start() if quiet else marker.start
    titled = clause.scene.within(clause.begin, end, ("Document",))[-1:]
    if clause.rest():
        return
    if titled and titled[0].end == end:
        clause.scene.signed = titled
        low = titled[0].start
        parties = clause.scene.bodies(clause.begin, low - 1 if clause.text[low - 1] == "的" else low, firms=True)
        deals = [(parties if len(parties) > 1 else of_title(clause, titled), titled)]
    else:
        deals = [_owned(clause, begin, stop) for begin, stop in _items(clause.text, clause.begin, end)]
        clause.scene.signed = [paper for _, papers in deals for paper in papers] or clause.scene.signed
    for parties, papers in deals:
        if len(parties) > 1 and papers:
            yield [*role("A0", parties[:1]), *role("WITH", parties[1:]), *role("A1", papers)]


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The items of a list of papers, each with its owners and 的 before it."""
    low = start
    for mark in _NEXT_PAPER.finditer(text, start, end):
        yield low, mark.start("link")
        low = mark.end()
    yield low, end


def _owned(clause: Clause, start: int, end: int) -> tuple[list[Mention], list[Mention]]:
    """The owners of a paper and the paper behind them and 的 (甲校与乙校的帮扶协议)."""
    spans = clause.scene.described(start, end)
    of = clause.text.rfind("的", start, spans[-1].end) if spans and spans[-1].end == end else -1
    if of <= start:
        return [], []
    return clause.scene.bodies(start, of, firms=True), clause.scene.documents(of + 1, end)


def of_title(clause: Clause, documents: list[Mention]) -> list[Mention]:
    """The two parties that the title of a paper names, where persons sign it for both (《甲市与乙府…协议》)."""
    if not documents:
        return []
    begin = documents[0].start + clause.text.startswith("《", documents[0].start)
    parties, _ = _two_parties(clause, begin, documents[0].end)
    return parties


def _two_parties(clause: Clause, start: int, end: int) -> tuple[list[Mention], int]:
    """The two parties that a name begins with (甲市与乙校战略合作协议), and where the second one ends."""
    for link in _LINK.finditer(clause.text, start + 2, end - 2):
        about = _ABOUT.search(clause.text, link.end() + 2, end)
        ones = _state(clause, start, link.start()) or clause.scene.bodies(start, link.start(), firms=True)
        if about is None or len(ones) != 1 or clause.text[ones[0].end : link.start()] not in ("", "政府"):
            continue
        if others := _second_party(clause, link.end(), about.start()):
            return [*ones, *others], others[0].end
    return [], start


def _second_party(clause: Clause, start: int, end: int) -> list[Mention]:
    """The body or place that a span begins with: the longest of its beginnings that names one."""
    governs = clause.text.find("政府", start, end) + 2
    if state := _state(clause, start, governs if governs > start else end):
        return state
    for stop in range(end, start + 1, -1):
        if kind := clause.scene.kind(clause.text[start:stop]):
            return [clause.scene.body(start, stop, kind)]
    if clause.text[start:end].endswith(_REGIONS):
        return [clause.scene.body(start, end, "Place")]
    return clause.scene.bodies(start, end, firms=True)[:1]


def _state(clause: Clause, start: int, end: int) -> list[Mention]:
    """The state whose government the title of a treaty names (中华人民共和国政府)."""
    end = start + len(clause.text[start:end].removesuffix("政府"))
    return [clause.scene.body(start, end, "Place")] if find_country(clause.text[start:end]) else []


def of_ceremony(clause: Clause, event: Mention) -> tuple[list[Mention], list[Mention]]:
    """The two parties, and the paper if it is named, that a ceremony is called after (甲市与乙校合作备忘录签约仪式)."""
    begin = event.start
    while begin > clause.begin and clause.text[begin - 1] not in "，。；：、》\n":
        begin -= 1
    signing = SIGNING.search(clause.text, event.start, event.end)
    parties, behind = _two_parties(clause, begin, event.end)
    if not parties or signing is None or behind > signing.start():
        named = clause.scene.parties_in(event)
        listed = all(_BETWEEN.fullmatch(clause.text, a.end, b.start) for a, b in pairwise(named))
        return named if listed else [], []
    note = _NOTE.match(clause.text, behind)
    return parties, clause.scene.documents(note.end() if note else behind, signing.start())[:1]


def pairs_of(clause: Clause, marker: Marker) -> list[tuple[Mention, Mention]]:
    """The parties of several deals of one sentence, bodies or persons: 甲与乙、丙与丁分别签约."""
    begin = max(clause.begin, clause.phrase["at"].end if "at" in clause.phrase else 0)
    written = _without_persons(clause, begin, marker.start)
    found = _PAIRS.search(written)
    if not found:
        return []
    at, pairs = begin + found.start(), []
    for item in found[0].split("、"):
        link = next(m.end() for m in re.finditer("[与同和]", item))
        one = _one_party(clause, at, at + link - 1)
        other = _one_party(clause, at + link, at + len(item)) or _bare_party(clause, at + link, at + len(item))
        if one is None or other is None or (one.type == "Person") != (other.type == "Person"):
            return []
        pairs.append((one, other))
        at += len(item) + 1
    return pairs


def _without_persons(clause: Clause, start: int, end: int) -> str:
    """A span with as many marks for each name of a person in it, whose characters link nothing (秦同舟)."""
    written = clause.text[start:end]
    for person in clause.actors(start, end):
        low, high = person.start - start, person.end - start
        written = written[:low] + "某" * (high - low) + written[high:]
    return written


def _one_party(clause: Clause, start: int, end: int) -> Mention | None:
    """The one person, or else the one body, that a span names."""
    found = clause.actors(start, end) or clause.scene.bodies(start, end, firms=True)
    return found[0] if len(found) == 1 else None


def _bare_party(clause: Clause, start: int, end: int) -> Mention | None:
    """A short name that only its place in a pair shows for a party."""
    if clause.actors(start, end) or not 2 < end - start <= _LONGEST:
        return None
    return clause.scene.body(start, bare_end(clause.text, start, end), "Organization")
