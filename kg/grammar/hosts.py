"""Whose gathering a sentence or an article tells of, for the offices that it names without their bodies."""

from __future__ import annotations

import re

from kg.grammar.lexicon import HAN
from kg.grammar.places import Area, find_area
from kg.grammar.titles import body_start

# A sentence whose subject is the area that holds a gathering: ●6月12日，某市日前召开…
_TOLD_OF = re.compile(
    f"[^{HAN}0-9]{{0,2}}(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?(?:[上下]午)?[，,]?([{HAN}]{{2,6}}?[市县区旗])"
    "(?:日前|近日|昨日|[0-9月日上下午]*)?(?:隆重)?(?:召开|举行|举办|组织)"
)
# The congress or the board of a society: 某某会第六次会员代表大会, 某某协会第三届理事会.
_CONGRESS = re.compile(
    f"(?:^|[^{HAN}])([{HAN}]{{2,24}}?(?:会|联|学社|联盟|共同体))(?:第[一二三四五六七八九十]+|一|首)[次届]"
    "(?:会员|全国|全[省市县区州旗])?(?:代表大会|会员大会|理事会|委员会|常务理事会)"
    f"|(?:^|[^{HAN}])([{HAN}]{{2,24}}?(?:协会|学会|商会|联合会|研究会|促进会|联盟|共同体))(?:在[^，。；]{{2,12}})?(?:正式|宣告|宣布|揭牌)?成立",
    re.M,
)
_LED_BY = re.compile("^.*(?:产生了?|选出了?|召开了?|举行了?|参加|出席)")
# A session that the officers of its body lead: of the standing committee of a people's congress, of a conference.
_SESSION = {
    rank: re.compile(
        f"([{HAN}]{{0,8}}[省市县区州旗])(?:第?[一二三四五六七八九十]+届)?({organ})[^，。；\n]{{0,14}}会议"
    )
    for rank, organ in (("主任", "人大常委会"), ("主席", "政协"))
}
_OF_SOCIETIES = frozenset({"会长", "理事长", "秘书长", "监事长", "理事", "监事", "常务理事"})


def host_area(text: str, home: Area | None, at: int) -> Area | None:
    """The city or county within ``home`` that the sentence at ``at`` tells of from its first word (▲某市日前召开…)."""
    start = 1 + max(text.rfind(mark, 0, at) for mark in "。！？\n")
    told = _TOLD_OF.match(text, start, at)
    area = find_area(told[1], home.code) if told and home else None
    inner = area and home and area.code != home.code and area.code[:4] == home.code[:4]
    return area if inner else None


def _society(text: str, rank: str, at: int) -> str:
    """The society whose congress or board chose the bare 会长 or 理事长 at ``at``; empty when none is told of."""
    if rank not in _OF_SOCIETIES:
        return ""
    found = [_LED_BY.sub("", match[1] or match[2]) for match in _CONGRESS.finditer(text, 0, at)]
    return found[-1] if found else ""


def _committee(text: str, rank: str, at: int) -> str:
    """The body whose session is told of before the bare 主任 or 主席 at ``at``; empty when there is none."""
    sessions = _SESSION[rank].finditer(text, 0, at) if rank in _SESSION else ()
    names = [text[body_start(text, found.start(), found.end(1)) : found.end(1)] + found[2] for found in sessions]
    return names[-1] if names else ""


def led_body(text: str, rank: str, at: int) -> str:
    """The body that the holder of a bare office leads by what is told of its session or congress before ``at``."""
    return _society(text, rank, at) or _committee(text, rank, at)
