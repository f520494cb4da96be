"""Finds offices in running text: the rank word, what qualifies it, and the body before it (青海省 教育厅 副 厅长)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple, cast

from kg.grammar.lexicon import (
    DOTS,
    HAN,
    alternation,
    by_prefix,
    followers,
    kind_of_rank,
    name_words,
    office_words,
    organizations,
    word_list,
)
from kg.grammar.places import area_at, areas, countries, country_pattern
from kg.model import Status

LONGEST = 48  # characters that an office with its body may have


class Title(NamedTuple):
    """One office as written: its body from ``start``, its qualifiers from ``body_end``, its rank up to ``end``."""

    start: int
    body_end: int
    end: int
    kind: str  # the group of the rank in offices.yaml
    rank: str
    status: Status


class Head(NamedTuple):
    """The part of an office that does not depend on what stands before it: qualifiers and rank."""

    start: int
    end: int
    rank: str
    status: Status


class _Patterns(NamedTuple):
    head: re.Pattern[str]
    stop: re.Pattern[str]
    edge: re.Pattern[str]


_GROUND = "(?:居委会|村委会|居民委员会|村民委员会|党支部|党总支|党委|党工委)"  # a body that 的 ties to its village
# Words before an office that are no part of it.
_STOP = (
    r"(?:[该本此]|上述)案(?!件)|(?<=人大)代表(?!团|大会|工作|资格)|(?<=政协)委员(?!会)|(?:代表|嘉宾|专家|助手|分析人士|观察人士|学生|弟子|同学|同事|好友|搭档|学员|群众|干部|职工|候选人|获得者|指导)、|带[着领]|[领陪跟随]着|见到|遇到|通过对|我们|部分(?=[省市县区])|提拔为|晋升为|聘为|选为|评为|(?:任命|聘任|聘请|推选|选举|推举|提名|补选|增补)[^，。；、为]{2,16}为|现为|[历留]任|任命|(?:担|出|就|接|继|兼|升|调)任[过了]?|当选|改任|转任|聘任|聘请|免去|选举(?!任免|联络|委员会|办公室)|推选|祝贺|接替|致电|会见|陪同|邀请|以及|宣布"
    r"|与会|来自|率领|(?<![汇效利税费频功胜概])率(?!先)|由(?!来|贸)(?<!自由)|成为|称为|作为|名为|(?<![主专一历责信胜重委常])(?<![新现首前时候](?=任驻))任(?![务职期命教丘免])|(?<![存现潜所内])在(?![线野])|(?<!不)是(?!否)"
    rf"|(?!(?<=社区|街道|.村|.乡|.镇)的{_GROUND})(?<!党)的|党的(?!建设)|被(?!占领)|(?:(?<=生前|同志)|(?<=，))系|向(?<!推进向)(?<![方面志导]向)(?![阳荣上东南北西前明][^，。、]{{0,2}}?(?:街道|村|镇|乡|社区|[小中]学|派出所))|(?<![财东开神海月])经(?![济贸营理信开社纪侦销管发合])|了(?!解)|给|请(?!求)|让|从(?!事)|将(?!军)|据|等(?!学)|其(?![他拉克木勒格齐哈尔力阿巴])|并(?!购)|(?<![党特外选流])派(?![出驻遣员）])"
    r"|受(?![贿灾益])|有(?![限色关机线])|电(?=中共|中央|国|省|市|习|记者)|共建|组建|成立|提名|递补|[交送递][到给]|打死|击毙|暗杀|逮捕|杀害|(?<![号名俗职])称(?![号职赞为])|通过(?!率)|包括|兼|暨|该|这|(?<![雅亚达里利马尼卡拉玛塔娜维纳巴])那|有关(?=[前原时])|但(?!丁)|(?<![一-鿿])应(?![急用对])|[一两二三四五六七八九十数多]+[名位](?![字于置])|(?:特别代表|特使)(?=中共|中央|国务|全国)|我(?=国)|您|把(?![手关])|[了过]?趟|[他她](?:当(?![选地时天年日晚场即众]))?|当[上了]|(?<=[一-鿿]{2})(?<![担相应充每武典])当(?![代地时天年日晚场即众选涂阳雄])"
)
# What an officer is charged with, written between body and rank: 分管日常工作的副部长.
_DUTY = re.compile("(?:分管|主管|负责|主持|协管|兼管)[^，。；、的]{2,14}的$")
# Connectives and prepositions that stand in names of bodies too: they count only where another name begins behind.
_LINK = "(?:[和与及跟为]|(?<![届一二三四五六七八九十])、|(?<![共协合胡不大相])同(?!济|仁|方|心|乡|业|学|盟|志))"
# Prepositions that count only where a name begins behind, even at the head of a phrase (以军, 就业局 are no phrases).
_LED = "[以对就]"
# What stands before a connective when something else than a body's name is linked: 也与某院, 还同某局, 代表甲会与乙委.
_ADVERB = re.compile(
    "(?:也|还|又|已|将|均|都|并|则|再|仍|先后|分别|共同|同时|正式|随后|当场|现场)+$|(?:代表|代|率)(?!团)"
)
_WHOLE = re.compile("(?:公司|集团|大学|学院|医院|协会|银行|人民政府|管委会)$")  # names that are at their end
_RELATIVE = re.compile(
    "(?:全?[省市县区州旗盟镇乡]|自治[区州县旗]|集团|公司)(?:[委政人总纪党团]|(?!民(?![政族宗])|场(?!监)|外(?![事办侨汇专])|[值域内级里]|长(?!寿|江|跑|城))[^，。、]{1,14}[局厅委办会院校])"
    "|中共|中央|国务|国家|全国|最高|原|前|时任|集团|公司|第?[一二三四五六七八九十]{1,3}届|驻"
)
# Where a body plainly begins behind a verb: the beginnings of _RELATIVE that are words of bodies alone.
_PLAIN = re.compile(
    "中共|中央(?:[军委政书纪]|[^，。、]{1,8}[委部办局组])|国务院|全国(?:人大|政协|总工会|妇联|工商联)|最高(?:人民|法|检)|第?[一二三四五六七八九十]{1,3}届"
)
# Before 代表, who sends one to which body: 某国常驻联合国代表.
_POSTED = re.compile("(?:常驻[^，。；、]{2,20}|驻[^，。；、]{0,12}(?:联合国|组织|欧盟|东盟|非盟|理事会))(?:首席)?$")
_SENT = re.compile("(?:组织|基金会|联合国|欧盟|非盟|东盟|银行|[一-鿿]{2}署)驻[^，。；、]{2,14}$")
# Words that are a rank only behind one of these.
_NEEDS = {"代表": ("人大", "党代会"), "苏丹": ("文莱", "阿曼")}
_OWNER = re.compile(f"[{HAN}]{{3,}}{alternation(word_list('organization_ends'))}$")
_TIME = re.compile(
    "(?:一名|一位|同?一天|次日|翌日|这位|那位|多名|两名|近日|日前|昨日|昨天|今天|今日|当天|当日|随后|其间|期间|上午|下午|晚上|晚|会上|会后|现年|[0-9０-９]+(?:日|月|岁|时|分|年)|[（(][^（）()]*[)）])+"
)


@cache
def _patterns() -> _Patterns:
    words = office_words()
    marks = alternation(w for found in words.status.values() for w in found)
    firsts = {word[0] for word in (*kind_of_rank(), *words.before, *chain.from_iterable(words.status.values()), "第")}
    ordinal = "第[一二三四五六七八九十百0-9０-９]{1,4}任"
    stops = alternation(w for w in name_words().after if len(w) > 1 and w not in word_list("in_bodies"))
    return _Patterns(
        head=re.compile(
            f"(?=[{''.join(sorted(firsts))}])"
            f"(?:(?:(?P<status>{marks})|{ordinal})的?)?(?:{alternation(words.before)}){{0,3}}(?!{alternation(words.no_rank)})(?P<rank>{alternation(kind_of_rank())})"
            f"(?!{alternation(words.not_before)}|(?<=[席员事表])国|国(?![一-鿿]{{2}}(?:[^一-鿿]|[和及先说表在到出主专作介称等带率致代向就对为与同陪参]))|会(?![见谈晤面上后同])|长(?!期)|(?<=相)(?:[关互应比近同对当信继连遇识通似反传]|结合|适应|融合)|(?<=席|统|相|理)令|令(?!狐)(?=[^一-鿿]|[予公的和等第之中])|度|约(?=[谈见请束定占合])|部(?!长))"
        ),
        stop=re.compile(f"{stops}(?![组队站室]|小组|中心|委员会|办公室)|{_STOP}|(?P<link>{_LINK})|(?P<led>{_LED})"),
        edge=re.compile(rf"[^{HAN}{DOTS}A-Za-z0-9（）()“”\"《》—、-]|——(?:(?:记|访|写)(?!者|字|作)|走近|走进|追记|追忆|缅怀|怀念|对话|专访|探访|走访|致敬)?|(?<=\n)[一二三四五六七八九十]{{1,3}}、"),
    )


def find_heads(text: str) -> list[Head]:
    """Qualifiers and ranks of all offices of a text, in order."""
    by_mark = {word: status for status, words in office_words().status.items() for word in words}
    heads = []
    for match in _patterns().head.finditer(text):
        rank = match["rank"]
        if rank.endswith("长") and _area_goes_on(text, match.end()):
            continue
        if rank == "代表" and _SENT.search(text, max(0, match.start() - LONGEST), match.start()):
            rank = "常驻代表"  # of the organization, not of a country
        needs, whole = _NEEDS.get(rank), text[match.start() : match.end()]
        if rank == "代表" and _POSTED.search(text, max(0, match.start() - LONGEST), match.start()):
            rank = "驻外代表"
        elif needs and not text.endswith(needs, 0, match.start()):
            if whole == rank or whole not in kind_of_rank():
                continue
            rank = whole  # 高级代表, a rank of its own
        heads.append(
            Head(match.start(), match.end(), rank, cast(Status, by_mark.get(match["status"] or "", "current")))
        )
    return heads


def _area_goes_on(text: str, end: int) -> bool:
    """Whether the 长 before ``end`` begins the full name of an area: 福州市|长乐区, 大连市|长海县."""
    stop = area_at(text, end - 1)
    return stop > end and text[stop - 1] in "市县区"


def is_rank_at(text: str, at: int) -> bool:
    """Whether an office's qualifiers and rank begin at ``at``."""
    return bool(_patterns().head.match(text, at))


def title_of(text: str, head: Head, floor: int) -> Title:
    """The office of a head with its body, which cannot begin before ``floor``."""
    start = body_start(text, max(floor, head.start - LONGEST), head.start)
    return Title(start, head.start, head.end, kind_of_rank()[head.rank], head.rank, head.status)


@lru_cache(maxsize=1 << 10)
def body_start(text: str, floor: int, end: int) -> int:
    """Where the body's name that ends at ``end`` begins: behind the last word or mark that cannot belong to it."""
    start = floor
    for match in _patterns().edge.finditer(text, floor, end):
        start = match.end()
    protected = _protected(text, start, end)
    for match in _patterns().stop.finditer(text, start, end):
        if any(a < match.end() and match.start() < b for a, b in protected):
            continue
        if _joins(text, match, start, end) or (match.end() == end and _owns(text, match, start)):
            continue
        if match[0] == "向" and text[match.start() - 1] in "了过任为":
            continue  # 当上了向海某站站长
        start = match.end()
    while start < end and text[start] in "”）)》、":
        start += 1
    return _skip_verb(text, _skip_time(text, start, end), end)


def _owns(text: str, match: re.Match[str], start: int) -> bool:
    """Whether 的 right before a rank ties it to a body named in full (是某某研究院的工艺师)."""
    return match[0] == "的" and bool(_OWNER.search(text, start, match.start()))


def _joins(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether a connective or preposition is part of a body's name: no other name begins behind it."""
    at = match.end()
    if match["led"]:
        if at >= end:
            return match["led"] == "以" and text[end : end + 1] not in "省市县区州镇乡村"  # 以总理, no 以市长…为团长
        return not (country_pattern().match(text, at) if match["led"] == "以" else begins_name(text, at))
    if not match["link"] or match.start() == start or at == end:
        return False
    if match["link"] == "同":
        return False  # no body's name holds it
    if _ADVERB.match(text, start, match.start()) or _WHOLE.search(text, start, match.start()):
        return False
    ministry = match["link"] in "和与及" and text[named_at(text, at) - 1] == "部"  # 国民经济和财政部
    return ministry or not begins_name(text, at)


def _skip_verb(text: str, start: int, end: int) -> int:
    """Behind a verb of two characters before a name that plainly begins (引用法国外长, 某某吊唁越共中央…)."""
    if named_at(text, start) > start or _PLAIN.match(text, start):
        return start
    for at in range(start + 2, end):
        if text[at - 2 : at] in followers() and (named_at(text, at) > at or _PLAIN.match(text, at)):
            return at
    return start


def begins_name(text: str, at: int) -> bool:
    """Whether the name of a country, an area or a body plainly begins at ``at``."""
    return named_at(text, at) > at or bool(_RELATIVE.match(text, at))


def _protected(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans, at, begin = [match.span() for match in _DUTY.finditer(text, start, end)], start, _beginnings()
    while at < end:
        stop = named_at(text, at) if text[at : at + 2] in begin else at
        if stop > at:
            spans.append((at, min(stop, end)))
            at = stop
        else:
            at += 1
    return spans


@cache
def _well_known() -> dict[str, tuple[int, ...]]:
    """For the first two characters of the names of bodies, the lengths of these names, the longest first."""
    return by_prefix(organizations())


@lru_cache(maxsize=1 << 12)
def named_at(text: str, start: int) -> int:
    """End of the country, area or well-known body whose name begins at ``start``, or ``start``."""
    names, pair = organizations(), text[start : start + 2]
    if pair not in _beginnings():
        return start
    lengths = _well_known().get(pair, ())
    body = next((start + n for n in lengths if text[start : start + n] in names), start)
    country = country_pattern().match(text, start)
    return max(body, area_at(text, start), country.end() if country else start)


@cache
def _beginnings() -> frozenset[str]:
    """The first two characters of all names that :func:`named_at` knows."""
    return frozenset(name[:2] for name in (*organizations(), *areas(), *countries()))


def _skip_time(text: str, start: int, end: int) -> int:
    match = _TIME.match(text, start, end)
    return match.end() if match else start
