"""Names of gatherings: where one begins and ends, and whether it names one or points back to one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kg.grammar.clauses import load_table, trie
from kg.grammar.places import find_area

_OPEN, _CLOSE = "“《「『（(\"〈[【", "”》」』）)\"〉]】"
_LEFT = 60  # characters a name may have before its head
_STOP = re.compile(
    r"(?:出席|参加|列席|主持召开|主持|召开|举行|举办|主办|承办|协办|组织(?=开展|召开|举办)|开展|祝贺|宣布|观看|观摩|旁听|举行的|召集|聚焦|通过|结束|筹备|筹办|办好|迎接|亮相|走进|应邀|为期[^，。]{1,4}天的?|"
    r"[，。；：！？,;:!?\s▲◆●■★□…]|(?<![存现所实内])在(?!线)|(?<!自)由(?!于)|的|了|将|于(?!都)|(?<=情况)及|(?<=工作)及|向|给|并|就(?![业职医学餐])|以及|还(?!原)|又|也|是|为(?!民|主)|这|那|从|等(?![级])|名为|题为|首先|随后|当天|当晚|当日|今天|昨天|昨日|今日|日前|近日|此前|期间|之后|以来|去年|今年|明年|分别|先后|(?<![第十百届大会])一[场次]|多场|再次|成功|隆重|如期|正式|圆满|即将|"
    r"\d{1,2}[日曰](?:[上中下]午|晚上?|凌晨)?(?![^，。]{0,4}报告)|[上中下]午(?:\d+时)?|(?<=日)晚(?!会)|传达学习|学习贯彻|贯彻落实|根据|按照|召开的|各位|对(?![外话接口虾])|把|让|使|被|(?<![共一相不会协])同(?=[^，。]{4,40}集体谈话)|我们|他们|我(?!国)|(?<!吉)他|她|其(?=[中间次他])|指出|强调|表示|认为|要求|介绍|称|说(?!明|唱)|祝愿|听取|落实好?|贯彻(?=[中党])|(?<=讲话)和|(?<=精神)和|【)"
)
_THOUGHT = re.compile(r"[^，。；、的\s]{0,10}关于[^，。；]{2,30}?的重要(?:思想|论述|讲话|指示|文章)")


class Words(NamedTuple):
    """The tables of events.yaml as expressions."""

    head: re.Pattern[str]
    bare: re.Pattern[str]
    parts: frozenset[str]
    kinds: dict[str, str]


class EventName(NamedTuple):
    """A gathering's name at ``start`` to ``end``; ``bare`` when it is no more than a head with a word of reference."""

    start: int
    end: int
    bare: bool


@cache
def words() -> Words:
    """The words of events.yaml."""
    table = load_table("events.yaml")
    kinds = {word: kind for kind, heads in table["heads"].items() for word in heads}
    references = trie(table["references"])
    heads = trie([*kinds, *table["parts"]])
    return Words(
        head=re.compile(trie([*kinds, *table["never"], *table["parts"]])),
        bare=re.compile(f"(?:{references}|全部|[这该]?(?:次|届|场|期))?(?:{heads}|会|本届\\w{{2}}会)"),
        parts=frozenset(table["parts"]),
        kinds=kinds,
    )


@cache
def _never() -> frozenset[str]:
    return frozenset(load_table("events.yaml")["never"])


def is_bare(text: str) -> bool:
    """Whether a mention only points back: 会议, 此次培训班, 本届论坛."""
    return bool(words().bare.fullmatch(text))


def kind_of(text: str) -> str:
    """The kind of gathering (meeting, forum, contest, …) that a name or a bare head means; empty when unknown."""
    found = [m for m in words().head.finditer(text)]
    return words().kinds.get(found[-1][0], "") if found else ""


def head_of(text: str) -> str:
    """The head that a name ends with, or the empty string."""
    found = [m for m in words().head.finditer(text)]
    return found[-1][0] if found and found[-1].end() == len(text) else ""


def find_events(text: str, start: int, end: int, names: list[tuple[int, int]]) -> Iterator[EventName]:
    """Yield the gatherings named in ``text[start:end]``; ``names`` are spans (persons) that a name does not reach into."""
    kept = [m.span() for m in _THOUGHT.finditer(text, start, end)]
    stops = [start, *(m.end() for m in _STOP.finditer(text, start, end) if not _enclosed(text, start, m.start()))]
    stops += [e for s, e in names if start <= e < end and not re.search("[第次会]", text[s:e])]
    stops = [s for s in stops if not any(low < s < high for low, high in kept)]
    stops.sort()
    heads = [m for m in words().head.finditer(text, start, end) if m[0] not in _never()]
    heads = sorted([*heads, *_soft_heads(text, start, end, heads)], key=lambda m: m.start())
    done = start
    for i, found in enumerate(heads):
        close = found.end() + (text[found.end() : found.end() + 1] == "议" and found[0].endswith("会"))
        if found[0] in ("选举", "大选") and not _VOTE.match(text, close):
            continue
        if _CONTINUES.match(text, close) or (i + 1 < len(heads) and _joined(text, close, heads[i + 1].start(), stops)):
            continue
        begin = max((s for s in stops if s <= found.start()), default=start)
        begin = _trim(text, max(begin, done, found.start() - _LEFT), close)
        if begin < close:
            yield EventName(begin, close, is_bare(text[begin:close]))
            done = close


# Words that end the name of a gathering only where a verb says so: 雪顿节今天开幕, 召开…碰面会.
_SOFT = re.compile(
    r"(?<=[^，。；：、\s]{2})(?:节|展|会|赛|式|秀)(?=(?:今[天日]|昨[天日]|近日|日前|\d+日)?(?:（[^）]*）)?(?:[上下]午|晚)?(?:在|于)?[^，。；：、\s]{0,20}?(?:举行|开幕|启幕|闭幕|落幕|开赛|开展|召开|收官|拉开帷幕)(?!式|会))"
    r"|(?<=[^，。；：、\s]{2})(?:会|展|赛|节|式)(?=[，。；]|并|后|$)"
)
_SOFT_VERB = re.compile(r"(?:举办|举行|召开|出席|参加|主持)(?:了|的)?[^，。；：、\s]{2,24}$")


def _soft_heads(text: str, start: int, end: int, heads: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    taken = {m.end() for m in heads}
    for found in _SOFT.finditer(text, start, end):
        if found.end() in taken or re.search("(?:协|学|委员|理事|董事|工|商|联合|基金|议|国|社|机|管委|组委|常委|人大|红十字|共青团|晚)会$|春节|情人节|环节|季节|细节|调节|关节|开展|发展|方式|形式|模式|正式|仪式|四周|一周|下周|上周|四季|季$", text[max(start, found.start() - 4) : found.end()]):
            continue
        behind = text[found.end() : found.end() + 1]
        if behind not in "，。；并后" or _SOFT_VERB.search(text, max(start, found.start() - 30), found.start()):
            yield found


# A head that goes on into a longer name (会议室, 大会主席团, 培训中心, 会议纪要) is none.
_CONTINUES = re.compile(
    r"[员室厅队长馆堂证]|主席团|秘书|机制|规则|中心|制度|基地|平台|通知|服务|方案|代表团|纪要|决议|文件|公报|宣言|议程|报告厅|指挥部|组委会|执委会|筹委会|展馆|场馆|选手|记录|气氛"
)
_VOTE = re.compile(r"[在将于中，。\d今昨]|举行|投票|结果|首轮|第")  # 大会选举某某为主席 names no vote
_GOES_ON = re.compile(r"(?:常务|常委|主席团|理事|执行|成员|第[一二三四五六七八九十百\d]+[次届期轮]|首次|年度|[\d]{4}年|临时|和|暨|及|与|“|（|系列|框架|全体|代表|缔约方|闭幕|开幕|颁奖|启动|签约|揭牌|预备|扩大|现场|专题|主旨|新闻|欢迎|分|平行|暨|视频|动员|总结|推进|部署|培训|执法|庆祝|主题|宣传|展示|推介|文化|体验|巡回|分享|学习|成果|经验|现场)")


def _joined(text: str, close: int, start: int, stops: list[int]) -> bool:
    """Whether two heads belong to one name: 代表大会 and 会议 of 全国人民代表大会常务委员会第十一次会议."""
    if start < close:
        return True
    if text[close:start] in ("”", "》", "）") or find_area(text[close:start]):
        return True
    return start - close <= 16 and not any(close < s <= start for s in stops) and (start == close or bool(_GOES_ON.match(text, close)))


def _enclosed(text: str, start: int, at: int) -> bool:
    """Whether ``at`` stands inside brackets or quotation marks that opened after ``start``."""
    depth = 0
    for char in text[max(start, at - 40) : at]:
        if char in "“《「『（(〈":
            depth += 1
        elif char in "”》」』）)〉":
            depth = max(0, depth - 1)
    return depth > 0


def _trim(text: str, begin: int, end: int) -> int:
    """Skip what cannot begin a name: punctuation, list marks, conjunctions and brackets that do not close."""
    while begin < end:
        piece = text[begin:end]
        skip = re.match(r"[、和与及暨”》）」』)\"\s]+|(?:有关|相关|其他|各类|多项|一系列|一些|部分|大型|首次)(?=.{4})", piece)
        if skip:
            begin += skip.end()
            continue
        if piece[0] in "“《（「『(" and not re.search("[”》）」』)]", piece):
            begin += 1
            continue
        return begin
    return begin
