"""What stands before a rank in the place of a body and is none: a field, a panel, a session."""

from __future__ import annotations

import re

from kg.grammar.bodynames import known_body
from kg.grammar.context import Context
from kg.grammar.lexicon import alternation, word_list
from kg.grammar.names import canonical_place
from kg.grammar.office import Body, Office
from kg.grammar.places import area_at, country_pattern, find_area
from kg.grammar.titles import Title

_BODY_END = re.compile(
    f"(?:[党部处科室系院所厂队站局委会心坊司团校行店台网社署办盟府军]|{alternation(word_list('organization_ends'))}|组织|体系|杂志|周刊|[日时晚]报)》?$"
)


def is_field(name: str, rank: str) -> bool:
    """Whether what stands before a rank is no body: what an expert knows (某某技艺传承人), or a panel (评委会主任)."""
    if name in word_list("panels"):
        return True
    if rank not in word_list("experts") or find_area(name) or country_pattern().fullmatch(name) or known_body(name):
        return False
    return not _BODY_END.search(name)


def area_of_field(context: Context, title: Title, written: str) -> Body | None:
    """The area that what is no body begins with (某区粮油产业技术顾问)."""
    end = 0 if title.rank == "传承人" else area_at(written, 0)
    if not end:
        return None
    return Body(canonical_place(written[:end], context), "Place", title.start, title.start + end)


def of_session(context: Context, title: Title, written: str, rank: str) -> Office:
    """大会副秘书长, 大会主席团常务主席: of the session that the text names."""
    session = context.session
    name = session + written.removeprefix("大会")
    organ = session + "秘书处" if rank.endswith("秘书长") else name
    body = Body(organ, "Organization", title.start, title.body_end) if organ != session else None
    return Office(title, name + rank, body, name)
