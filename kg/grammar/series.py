"""Names of recurring gatherings written out: 第六届进博会, 中共二十大, 全国政协十四届常委会第三次会议."""

from __future__ import annotations

import re
from functools import cache

from kg.grammar.clauses import choices
from kg.grammar.lexicon import alternation, word_map
from kg.tables import rows

_NUMBER = "[一二三四五六七八九十百]+"
_WHICH = rf"(?:第(?:{_NUMBER}|\d+)届|(?:19|20)\d\d年?)"
_DIGITS = re.compile(r"(?<=第)\d{1,2}(?=[届次](?:全体)?会议)")
_CHAMPIONSHIP = re.compile(rf"(?P<sport>{choices('sports')})世锦赛|世(?P<ball>乒|羽)赛")
_BALLS = {"乒": "乒乓球", "羽": "羽毛球"}
_CONGRESS = re.compile(rf"(?:中共|党的?)(?P<number>{_NUMBER})大(?:会议)?(?P<part>(?:开幕|闭幕)[会式])?")
_CONFERENCE = re.compile(rf"全国政协(?P<term>{_NUMBER})届常委会(?=第{_NUMBER}次会议)")
_OF_PARTY = re.compile(rf"(?P<party>[一-鿿]{{2,3}})(?=第{_NUMBER}次全[国盟])")
_NEWS = re.compile("(?:国新办|国务院新闻办)(?!公室)(?=[^，。]*(?:发布会|吹风会|记者会|见面会))")
_LEAGUE = re.compile("上合组织(?!和|与|同)")


@cache
def _fairs() -> dict[str, str]:
    return dict(rows("series.tsv"))


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(rf"(?P<which>{_WHICH})(?P<short>{alternation(_fairs())})(?=(?:{choices('series_parts')})?$)")


def series_name(written: str) -> str:
    """The formal name of a gathering that the news calls in short; any other text as it is."""
    if congress := _CONGRESS.fullmatch(written):
        return f"中国共产党第{congress['number']}次全国代表大会" + (congress["part"] or "")
    name = _DIGITS.sub(lambda digits: chinese(int(digits[0])), written) if "常委会" in written else written
    name = _CONFERENCE.sub(lambda found: f"政协第{found['term']}届全国委员会常务委员会", name)
    name = _OF_PARTY.sub(lambda found: word_map("parties").get(found["party"], found["party"]), name)
    name = _LEAGUE.sub("上海合作组织", _NEWS.sub("国务院新闻办公室", name))
    if "世" in name:
        name = _CHAMPIONSHIP.sub(lambda found: f"世界{found['sport'] or _BALLS[found['ball']]}锦标赛", name)
    return _numbered().sub(lambda found: found["which"] + _fairs()[found["short"]], name)


def chinese(number: int) -> str:
    """A number below a hundred in characters: 37 → 三十七."""
    tens, ones = divmod(number, 10)
    digits = "〇一二三四五六七八九"
    return ("" if not tens else "十" if tens == 1 else digits[tens] + "十") + (digits[ones] if ones or not tens else "")
