"""What stands before a rank in the place of a body and is none: a field, a panel, a session."""

from __future__ import annotations

import re

from kg.grammar.bodynames import known_body
from kg.grammar.context import Context
from kg.grammar.lexicon import alternation, word_list
from kg.grammar.names import canonical_organization, canonical_place
from kg.grammar.office import Body, Office
from kg.grammar.places import area_at, country_pattern, find_area
from kg.grammar.titles import Title

_BODY_END = re.compile(
    f"(?:[党部处科室系院所厂队站局委会心坊司团校行店台网社署办盟府军]|{alternation(word_list('organization_ends'))}|组织|体系|工程|杂志|周刊|[日时晚]报)》?$"
)

_SHORT = 2  # characters of a field for which somebody advises a state (某国国务顾问)
_HOUSE = re.compile(f"(.{{2,}}(?:{alternation(word_list('organization_ends'))}|政府|委员会|办公室))[^，。、]{{2,10}}$")


def is_field(name: str, rank: str) -> bool:
    """Whether what stands before a rank is no body: what an expert knows (某某技艺传承人), or a panel (评委会主任)."""
    if name in word_list("panels"):
        return True
    if rank not in word_list("experts") or find_area(name) or country_pattern().fullmatch(name) or known_body(name):
        return False
    return not _BODY_END.search(name)


def owner_of_field(context: Context, title: Title, written: str) -> Body | None:
    """The body, the country or the area that what is no body begins with (某区粮油产业技术顾问, 某国政府经济顾问)."""
    if title.rank == "传承人":
        return None
    start = title.start
    if house := _HOUSE.match(written):
        return Body(canonical_organization(house[1], context, start), "Organization", start, start + house.end(1))
    country = country_pattern().match(written)
    end = country.end() if country else area_at(written, 0)
    if country and len(written) - end > _SHORT:
        return None  # 某国危机区域人道主义协调员
    return Body(canonical_place(written[:end], context), "Place", start, start + end) if end else None


def of_session(context: Context, title: Title, written: str, rank: str) -> Office:
    """大会副秘书长, 大会主席团常务主席: of the session that the text names."""
    session = context.session
    name = session + written.removeprefix("大会")
    organ = session + "秘书处" if rank.endswith("秘书长") else name
    body = Body(organ, "Organization", title.start, title.body_end) if organ != session else None
    return Office(title, name + rank, body, name)
