"""Names of gatherings: where one begins and ends, and whether it names one or points back to one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kg.grammar.clauses import load_table, trie

_OPEN, _CLOSE = "“《「『（(\"〈[【", "”》」』）)\"〉]】"
_LEFT = 60  # characters a name may have before its head
_STOP = re.compile(
    r"(?:出席|参加|列席|主持召开|主持|召开|举行|举办|主办|承办|协办|组织|开展|参与|祝贺|宣布|观看|观摩|旁听|举行的|召集|召集人|发起|聚焦|围绕|依托|借助|利用|通过|结束|筹备|筹办|办好|迎接|亮相|走进|应邀|为期[^，。]{1,4}天的?|"
    r"[，。；：！？,;:!?\s▲◆●■★□…]|(?<![存现所实内])在(?!线)|(?<!自)由(?!于)|的|了|将|于(?!都)|向|给|并|就(?!业)|以及|还(?!原)|又|也|是|为(?!民|主)|这|那|从|等(?![级])|名为|题为|首先|随后|当天|当晚|当日|今天|昨天|昨日|今日|日前|近日|此前|期间|之后|以来|去年|今年|明年|分别|共同|联合|先后|一场|一次|多场|系列|再次|成功|隆重|如期|正式|圆满|即将|"
    r"\d{1,2}[日曰](?:[上中下]午|晚上?|凌晨)?(?![^，。]{0,4}报告)|[上中下]午(?:\d+时)?|(?<=日)晚(?!会)|传达学习|学习贯彻|贯彻落实|落实|根据|按照|召开的|各界|全体|各位|对(?![外话接口虾])|把|让|使|被|我们|他们|我|他|她|其|指出|强调|表示|认为|要求|介绍|称|说(?!明|唱))"
)
_MODIFIED = re.compile(r"(?:关于|纪念|庆祝|为)[^，。；]{2,40}的$")


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
    stops = [start, *(m.end() for m in _STOP.finditer(text, start, end) if not _enclosed(text, start, m.start()))]
    stops += [e for _, e in names if start <= e < end]
    stops.sort()
    for found in words().head.finditer(text, start, end):
        if found[0] in _never() or _continues(text, found, end):
            continue
        begin = max((s for s in stops if s <= found.start()), default=start)
        begin = max(begin, found.start() - _LEFT)
        begin = _trim(text, begin, found.end())
        if begin < found.end():
            name = text[begin : found.end()]
            yield EventName(begin, found.end(), is_bare(name))


_AFTER = re.compile(r"(?:精神|上的|室|厅|人员|代表|组织|机制|秘书处|期间|选手|队|通知|纪要|决议|议程|现场会|员|长|规则|主席团|报告厅|堂|馆|方案|基地|中心|场馆|大厅|平台|制度|展厅|服务)")


def _continues(text: str, found: re.Match[str], end: int) -> bool:
    """Whether the head goes on into a longer name (会议室, 大会主席团, 培训中心), so that it is none."""
    after = text[found.end() : found.end() + 3]
    return after[:1] in "员室厅员队长馆堂" or after.startswith(("主席团", "秘书", "机制", "规则", "中心", "制度", "基地", "平台", "通知", "服务", "方案", "代表团"))


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
