"""Offices of leaders and members behind their names, and what the article as a whole tells of an office's body."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache

from kg.grammar.abroad import Abroad
from kg.grammar.context import Context
from kg.grammar.lexicon import organizations, public_persons, word_list
from kg.grammar.names import canonical_organization, canonical_place
from kg.grammar.office import Body, Office, implied
from kg.grammar.places import by_initial, country_pattern, find_country
from kg.grammar.titles import Title
from kg.grammar.transliterated import foreign_score

# Beginnings of the bodies whose officers are called after the short name alone (全国妇联主席, 中国残联主席).
_KEPT_SHORT = ("全国", "中国", "中央纪委", "国家监委")
ENVOYS = ("特别代表", "特使", "私人代表", "牵头人", "谈判代表", "首席谈判代表")
HEADS_OF_STATE = ("主席", "总统", "总理", "首相", "国王", "总书记")
_OF_HEAD = re.compile(
    "(?:副?(?:总统|总理|首相|国王|秘书长)|国家主席|最高领袖)(?:[一-鿿]{2,8}(?:问题|事务))?$"
)  # 某国总统助理 is of the country
_RULING = re.compile("((?!中共|中国).{1,10}?(?:共|党))中央")  # the centre of a party abroad
_CHARGE = re.compile("中央(?:组织|宣传|思想|纪律|常务|联络|执行|国际|经济)书记")  # what its secretaries do
_BENCH = re.compile("(.+?院)(?:审判|检察)委员会$")
_SHORTENED = tuple("委部局署办会联院")  # ends of contractions, which are no names of their own (国资委)


def of_leader(context: Context, abroad: Abroad, title: Title, rank: str, *, chinese: bool) -> Office | None:
    """主席, 委员长, 总理, 总书记, 委员 behind a name, when the text says no more of the office."""
    at = title.start
    if rank == "主席":
        return Office(title, "国家主席", Body(abroad.china(), "Place", at, at), "中国")
    if rank in ("委员长", "副委员长"):
        body = Body("全国人民代表大会常务委员会", "Organization", at, at)
        return Office(title, "全国人大常委会" + rank, body, "全国人大常委会")
    if rank in ("委员", "常委"):
        return _of_conference(context, title, rank)
    if rank == "总理" and chinese:
        council = Body("国务院", "Organization", at, at) if "国务院" in context.text else None
        return Office(title, "国务院总理", council, "国务院")
    if rank == "总书记" and not chinese and (office := abroad.party_leader(title, rank)):
        return office
    return abroad.at_state(title, rank) if title.kind == "state" else None


def _of_conference(context: Context, title: Title, rank: str) -> Office | None:
    """某某委员说: of the conference that the text reports; None in any other text."""
    local = context.last_body("[省市县区州旗]政协", title.start)
    organ = local or ("全国政协" if "全国政协" in context.text else "")
    full = canonical_organization(organ, context, title.start)
    return implied(title, organ, full, "Organization", shown=organ + rank) if organ else None


def of_envoy(
    context: Context, abroad: Abroad, title: Title, last: Office | None, held: Container[str]
) -> Office | None:
    """The office of an envoy of a person or of one side: 某某主席特别代表, 某国总统某某特使, 中方特别代表.

    ``last`` is the office read before, ``held`` the names of those who hold one.
    """
    text, rank = context.text, context.text[title.body_end : title.end]
    written = text[title.start : title.body_end]
    if written == "国家主席" or (written.endswith("主席") and written[:-2] in public_persons()[0]):
        return Office(title, written + rank, None, "")
    if written.endswith("方") and len(written) > 1:
        country = abroad.china() if written[-2] == "中" else abroad.country(written[-2]) or by_initial(written[-2])
        return implied(title, country, country, "Place", shown=written + rank) if country else None
    if not last or written or text[last.title.end : title.start] not in held or not last.name.endswith(HEADS_OF_STATE):
        return None
    body = last.body.unwritten(title.start) if last.body and last.prefix != "中国" else None
    return Office(title, last.name + rank, body, last.prefix)


def of_head(context: Context, abroad: Abroad, title: Title, written: str, rank: str) -> Office | None:
    """某国总统助理, 某国总统气候问题特使, 联合国秘书长特使: of the country, of the organization."""
    head = _OF_HEAD.search(written)
    if not head:
        return None
    owner, start, end = written[: head.start()], title.start, title.start + head.start()
    if country := abroad.country(owner):
        body = Body(canonical_place(country, context), "Place", start, end)
        return Office(title, country + head[0] + rank, body, country)
    if owner in organizations():
        body = Body(canonical_organization(owner, context, start), "Organization", start, end)
        return Office(title, written + rank, body, owner)
    return None


def of_ruling_centre(context: Context, title: Title, written: str, before: Office) -> Office | None:
    """中央组织书记 behind an office of the centre of a party abroad, with that party's name."""
    party = _RULING.match(before.prefix)
    if not party or not _CHARGE.fullmatch(written):
        return None
    full = canonical_organization(party[0], context, title.start)
    return Office(title, party[1] + written, Body(full, "Organization", title.start, title.start + 2), party[0])


def of_bench(context: Context, title: Title, rank: str, before: Office) -> Office | None:
    """审判员 behind a member of the committee of judges: of their court."""
    court = _BENCH.match(before.prefix)
    if not court or title.rank == "委员":
        return None
    name = canonical_organization(court[1], context, title.start)
    return implied(title, court[1], name, "Organization", shown=court[1] + rank)


def adviser(context: Context, title: Title, rank: str, last: Office | None) -> Office:
    """经济顾问, of no body; 其经济顾问 of the head of state whose office was read ``last``."""
    his = last if context.text[title.start - 1 : title.start] == "其" else None
    owner = his.name if his and his.name.endswith(HEADS_OF_STATE) else ""
    return Office(title, owner + rank, None, "")


def is_of_china(holder: str, last: Office) -> bool:
    """Whether a holder is plainly no officer of the foreign country that the office before is of."""
    abroad = country_pattern().match(last.prefix)
    if abroad is None or find_country(abroad[0]) is find_country("中国"):
        return False
    if holder in public_persons()[0]:
        return True
    plain = holder[0] in word_list("families") and len(holder) == 3 and foreign_score(holder) < 0
    return plain and abroad[0] not in word_list("sinic")


def without_sort(written: str) -> str:
    """A party's name without what sort of party it is (某国最大在野党|进步民主党)."""
    return _sorts().sub("", written) if "党" in written else written


@cache
def _sorts() -> re.Pattern[str]:
    sides = "(?:最大|第[一二三]大|主要|[中极]?[左右]翼|前)*(?:的)?"
    return re.compile(
        f"^(?:{country_pattern().pattern}|[一-鿿])?{sides}(?:执政党|在野党|反对党|政党|反对派)(?=[^，。]{{2,10}}?(?:党|联盟|阵线|运动))"
    )


def with_full_body(context: Context, office: Office) -> str:
    """An office's name with the full name of its body, where the text spells that out elsewhere."""
    body = office.body
    short = context.text[body.start : body.end] if body and body.type == "Organization" else ""
    if not body or not short.endswith(_SHORTENED) or short.startswith(_KEPT_SHORT) or not office.name.startswith(short):
        return office.name
    known = short in organizations() or short in context.abbreviations
    spelled = body.name != short and known and body.name in context.text
    return body.name + office.name[len(short) :] if spelled else office.name
