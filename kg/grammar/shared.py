"""Offices that several bodies have alike, told once for all of them: 两校校长甲、乙, 双方院长甲、乙."""

from __future__ import annotations

import re

from kg.grammar.chains import Chain
from kg.grammar.context import Context
from kg.grammar.lexicon import HAN, word_list, word_map
from kg.grammar.names import canonical_organization, canonical_place
from kg.grammar.office import Body, Office
from kg.grammar.places import by_initial
from kg.grammar.titles import Title, body_start
from kg.model import Span

_COUNTS = {"两": 2, "二": 2, "双": 2, "三": 3, "四": 4}
_SHARED = re.compile(
    r"(?P<count>[两二双三四])(?:个|家|所)?(?P<unit>方|校|院|村|镇|乡|街道|社区|局|厅|馆|所|站|企|公司|医院|学校|学院|协会|商会|合作社|法院|检察院|县|市|区|州|旗)的?$"
)
_PARTY = re.compile(r"(?:党支部|党总支|党委|党组|党工委)$")
_NO_NAME = re.compile("^[结成全各该本两双我]|[为的个了]|友好|姊妹")
_AREAS = frozenset("县市区州旗镇乡村")
SIDE = re.compile("(?<=.{4})[一-鿿]方$")  # 某某委员会中方主席 is of the committee


def distribute(context: Context, chain: Chain) -> list[tuple[Span, Office]]:
    """Each holder with the office in the body of the same place in the order; empty when bodies do not match."""
    people = (*chain.holders, *chain.others)
    title = chain.titles[0]
    if len(people) < 2 or len(chain.titles) > 1:
        return []
    written = context.text[title.start : title.body_end]
    cell = _PARTY.search(written)
    head = context.text[max(0, title.start - 8) : title.body_end - (len(cell[0]) if cell else 0)]
    found = _SHARED.search(head)
    if not found or _COUNTS[found["count"]] != len(people):
        return []
    kind = _kind(found["unit"], title)
    names = _named_before(context, title.start, kind)[-len(people) :] if kind else []
    if len(names) < len(people):
        return []
    part = cell[0] if cell else ""
    return [(p, _office(context, title, name, part)) for p, name in zip(people, names, strict=True)]


def parted(context: Context, office: Office) -> list[Office]:
    """The offices of bodies that are listed before the rank they share (中智投资委员会、能源委员会中方主席)."""
    title, body = office.title, office.body
    *first, last = context.text[title.start : title.body_end].split("、")
    side = SIDE.search(last)
    names = [*first, last[: side.start()] if side else last]
    ends = tuple(word_list("organization_ends"))
    if not first or body is None or body.type == "Place" or not all(name.endswith(ends) for name in names):
        return [office]
    pair = names[0][:2] if _of_two_states(names[0]) else ""
    rank = (side[0] if side else "") + context.text[title.body_end : title.end]
    found, at = [], title.start
    for written, name in zip([*first, last], names, strict=True):
        whole = name if _of_two_states(name) else pair + name
        full = canonical_organization(whole, context, at)
        held = Body(full, "Organization", at, at + len(name))
        found.append(Office(title._replace(start=at), whole + rank, held, whole))
        at += len(written) + 1
    return found


def _of_two_states(name: str) -> bool:
    """Whether the initials of two states begin a name (中智投资委员会)."""
    return all(char == "中" or by_initial(char) for char in name[:2])


def _kind(unit: str, title: Title) -> str:
    """Ends of the names of the bodies that are meant, as an expression."""
    if unit == "方":
        return word_map("heads").get(title.rank, "") or (title.rank[0] if title.kind in ("fused", "area") else "")
    more = {"院": "医院|学院|研究院|法院|检察院", "企": "公司|集团", "校": word_map("heads")["校长"]}
    return more.get(unit) or word_map("stands_for").get(unit, unit)


def _named_before(context: Context, at: int, kind: str) -> list[str]:
    """The bodies of a kind that the paragraph names before, each once, in order."""
    line = context.text.rfind("\n", 0, at) + 1
    names = []
    named = re.compile(f"[{HAN}（）()]{{1,24}}?(?:{kind})(?![长{HAN}]*[》”])(?![长校院学])")
    for match in named.finditer(context.text[line:at]):
        end = line + match.end()
        name = context.text[body_start(context.text, line + match.start(), end) : end]
        name = re.sub("^.*(?:[与、及]|[还并]同)(?=.{3})", "", name)
        if len(name) > 2 and not _NO_NAME.search(name):
            names.append(name)
    return list(dict.fromkeys(names))


def _office(context: Context, title: Title, name: str, part: str) -> Office:
    rank = context.text[title.body_end : title.end]
    title = title._replace(start=title.body_end)  # 两镇 is no part of it
    shown = name + part
    if not part and name[-1] in _AREAS:
        body = Body(canonical_place(name, context, title.start), "Place", title.start, title.start)
        return Office(title, name + rank, body, name)
    full = canonical_organization(shown, context, title.start)
    return Office(title, shown + rank, Body(full, "Organization", title.start, title.start), shown)
