"""Lists of names in the slots of verbs: where each begins and ends, and what its end says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.grammar.clauses import choices, load_table
from kg.grammar.lexicon import trie
from kg.grammar.places import find_area

# Bodies that a lost blank runs together.
RUN_TOGETHER = "(?<=中共中央)(?=国务院|中央军委)|(?<=国务院)(?=中央军委)|(?<=办公厅)(?=国务院办公厅)"
_SEPARATOR = re.compile(
    rf"{RUN_TOGETHER}"
    r"|、|以及|携手|(?<![埃普涉危波触])及(?![其时])|与(?!会)|，|,"
    r"|会同(?![期时步日样])"
    r"|(?<=[局会院校司团委部厅府处心站行队学协台省市县区网报室])联合"
    r"(?![会体社总党收利公声大学主承举协办作指参保演军调研]|国(?!务院|家(?!际)|资委|防部|企|土|网|电|铁|投))"
    r"|(?!(?<=共)和国)和(?![平谐睦县田林龙顺布政镇乡])"
    r"|(?<=[省市县区州旗局院校司])和(?=[镇乡])"
    r"|(?<=[局院校司学园厂村馆站所社场港])和(?=县)"
    r"|(?<=政府|公司|集团|大学|学院)同(?![学仁济])"
    r"|(?<![共协会合随相陪等连一、])(?<![^拿]大)同(?![济仁心方江德安里煤花业学时胞盟窗一日天年步期志意比])"
)
_NOTE = re.compile(r"[（(](?:以下|下文|下)?(?:统称|简称|称)[^（）()]*[）)]?\s*$")
_NUMBER = r"[\d一二两三四五六七八九十百]"
# what closes a list and counts or sorts its items: 等5家企业, 等六校, 两家航空公司, 四国农业部长
_MANY = re.compile(
    rf"等(?:{_NUMBER}*[多余]?[个家所名座]?(?:(?<=[\d一二两三四五六七八九十百多余几数][个家所])[^，。、与和同]{{0,8}}?)?"
    r"(?:部门|单位|部委|机构|企业|地|地区|国|国家|城市|省份|省区市|省[（(]区(?:、市)?[）)]|省|市|县|区)?"
    rf"|{_NUMBER}+[多余]?[校院村镇乡馆行局企社州旗方])$"
    rf"|(?<=[^第等、]{{2}})[两二三四五六七八九十](?:省区市|省市区|省区|省市|区市|市县区|市县|县市区|县区|区县|县市|市区|市州|省份|省|市|县|区|国|盟)$"
    rf"|{_NUMBER}+[家所座][^，。、与和同]{{0,6}}?(?:公司|企业|单位|机构|院校|高校|学校|医院|银行|协会|商会|部门)$"
    rf"|(?<=..){_NUMBER}国(?:[^，。、与和同]{{0,6}}(?:{choices('of_states')}))$"
)
# 来到某村“回头看”, but 某镇“妇女之家” is one place
_QUOTED = re.compile(r"(?<=[村镇乡县市区校院厂园])“[^”]{1,12}(?<![家站屋园室坊馆场廊吧班组队连])”$")
_WHOLE_QUOTE = re.compile("“[^“”]+[班组队连]”")  # a unit called after a person
# 与某公司就某项目签约
_MATTER = re.compile(
    r"(?<=[司团会院校学局部府委社厂所行市县镇乡村站馆厅处队园店矿方）)])(?<!成)就[^，。；、]{2,24}$"
    r"|(?<=[^，。、成]{3})(?<!成)就(?![业职医学餐近])[^，。；、]{2,24}(?:项目|合作|事宜|问题|开发|共建)$"
)
_SITUATED = re.compile(r"(?:首先|又|还|随后)?(?:位于|坐落于|坐落在|地处)[^，。、]{2,20}?的")
_BORDERS = re.compile(r"\s*(?:毗邻|紧邻|邻近|靠近|临近|接壤于?|通往|横跨|连接)[^，。；]{2,24}?的(?=.{2})")
_HEADCOUNT = re.compile(
    r"一行(?:共|约)?[\d一二两三四五六七八九十百]*[多余]?人?$|(?<=[团组队])(?:共|约)?[\d一二两三四五六七八九十百]+[多余]?人$"
)
_INITIALS = re.compile(r"(?<=.{4})[（(][A-Z][A-Za-z&-]{1,9}[）)]$")
_MISSIONS = re.compile(
    r"驻[^，。；、驻]{1,8}(?:、[^，。；、驻]{1,8})+等?国?(?:大?使馆|使领馆|总?领事?馆|使团|外交机构)"
)
_NO_CLASS = ("使馆", "使团", "协会", "联盟", "联合会", "商会", "中心")  # of a class, not one of it
_CLASS = re.compile(rf"[^，。；、]{{0,30}}?(?:{choices('classes')})(?P<q>“)?(?P<name>[^“”，。；、的—]{{2,14}})(?(q)”)$")
_BRACKET = re.compile(r"[（(][^（）()]*[）)]|“[^”]*”|《[^》]*》")


@cache
def _ends() -> dict[str, re.Pattern[str]]:
    table = load_table("slots.yaml")
    found = {
        kind: re.compile(f"(?:{trie(table[kind])})(?:（[^（）]{{1,12}}）)?$") for kind in ("organization", "place")
    }
    found["before"] = re.compile(f'(?:{trie(table["before"])}|[\\s▲◆●■★□◎◇○△▶►☆◼•※“”"])+')
    found["after"] = re.compile(
        f"(?:{trie(table['after'])}|(?<!比利)时|(?<!喀)则|(?<![成昌丰花宜新于望江首古国帝])(?<!加德满)都|\\s)+$"
    )
    found["sites"] = re.compile(f"(?:{trie(table['sites'])})现场$")
    return found


def organization_end(text: str) -> bool:
    """Whether a phrase ends as organizations do."""
    return bool(_ends()["organization"].search(text))


def place_end(text: str) -> bool:
    """Whether a phrase ends as places do."""
    return bool(_ends()["place"].search(text.removesuffix("”")))


def initialled(text: str) -> bool:
    """Whether a phrase has its initials in brackets behind it, as systems and companies do (某某支付系统（ABCD）)."""
    return bool(_INITIALS.search(text))


def behind_others(text: str, start: int, end: int) -> int:
    """Where a list goes on behind the missions told by their hosts alone, or behind what only lies near.

    驻甲、乙、丙等国使馆, 毗邻甲国与乙国的丙地区
    """
    missions = _MISSIONS.search(text, start, end) or _BORDERS.match(text, start, end)
    return missions.end() if missions else start


def named_of_class(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name behind the noun for a class of bodies (市场调查企业|某某公司), or None."""
    named = _CLASS.match(text, start, end)
    fits = named and not place_end(named["name"]) and not named["name"].endswith(_NO_CLASS)
    return named.span("name") if named and fits else None


# 与某公司的某某项目签约
_PROJECT = re.compile(
    "的[^，。；、的]{2,16}(?:项目|工程|产业园|基地|事宜|合作)(?:正式|成功|顺利|现场|当场|分别|共同|同时|也|还|双双)*\\s*$"
)
_FROM = re.compile("从(?![化江])")  # 从化, 从江 are areas


def pieces(text: str, start: int, end: int, protected: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the items of a list, without the words around them; ``protected`` spans are not cut."""
    shut = [*protected, *((start + m.start(), start + m.end()) for m in _BRACKET.finditer(text[start:end]))]
    low = start
    for mark in _SEPARATOR.finditer(text, start, end):
        if any(s < mark.end() and mark.start() < e for s, e in shut):
            continue
        yield from _bare(text, low, mark.start())
        low = mark.end()
    yield from _bare(text, low, end)


def bare_end(text: str, start: int, end: int) -> int:
    """Where a name ends before the adverbs behind it (体育馆盛大); ``end`` when nothing would be left."""
    tail = _ends()["after"].search(text, start, end)
    return tail.start() if tail and tail.start() > start + 1 else end


def _bare(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    if text.startswith(("定于", "拟于"), high - 1) and not find_area(text[max(low, high - 2) : high]):
        high -= 1  # 某会定|于28日举行
    while low < high and text[high - 1] in "。！？!?.；":
        high -= 1
    dash = text.rfind("——", low + 2, high - 2)
    low = dash + 2 if dash > 0 else low  # 主办机构——某某基金会
    situated = _SITUATED.match(text, low, high)
    if situated:
        low = situated.end()
    lead = _ends()["before"].match(text, low, high) or _FROM.match(text, low, high)
    if lead and lead.end() < high and not _WHOLE_QUOTE.fullmatch(text, low, high):
        low = lead.end()
    for behind in (_HEADCOUNT, _MATTER, _QUOTED, _ends()["after"], _NOTE, _ends()["after"], _MANY):
        tail = behind.search(text, low, high)
        if tail and tail.start() == low:  # nothing but fillers (双方又)
            return
        if tail and tail.start() > low and not _ends()["sites"].search(text, low, high):
            high = tail.start()
    if low < high:
        yield low, high


def without_project(text: str, start: int, end: int) -> int:
    """Where the other party of a deal ends before the project that it is about (与某公司|的某某项目签约)."""
    about = _PROJECT.search(text, start + 2, end)
    return about.start() if about else end
