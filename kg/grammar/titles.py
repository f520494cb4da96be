"""Finds offices in running text: the rank word, what qualifies it, and the body before it (青海省 教育厅 副 厅长)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.grammar.lexicon import HAN, alternation, kind_of_rank, name_words, office_words, organizations
from kg.grammar.places import area_at, country_pattern

LONGEST = 48  # characters that an office with its body may have


class Title(NamedTuple):
    """One office as written: body ``start`` … ``body_end``, status and qualifiers, rank up to ``end``."""

    start: int
    body_end: int
    rank_start: int
    end: int
    kind: str  # the group of the rank in offices.yaml
    rank: str
    status: str  # current, former, …


class _Patterns(NamedTuple):
    head: re.Pattern[str]
    stop: re.Pattern[str]
    edge: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = office_words()
    marks = alternation(w for found in words.status.values() for w in found)
    ranks = alternation(kind_of_rank())
    ordinal = "第[一二三四五六七八九十百0-9０-９]{1,4}任"
    return _Patterns(
        head=re.compile(
            f"(?P<status>(?:{marks}|{ordinal}){{0,2}})(?P<before>{alternation(words.before)}{{0,3}})"
            f"(?P<rank>{ranks})(?!{alternation(words.not_before)}|会(?![见谈晤上后])|长)"
        ),
        stop=re.compile(
            f"{alternation(w for w in name_words().after if len(w) > 1 and w not in _NO_STOP)}|{_STOP}|(?P<link>{_LINK})"
        ),
        edge=re.compile(rf"[^{HAN}{DOT}A-Za-z0-9（）()“”\"《》—、-]"),
    )


DOT = "·•"
# Words before an office that are no part of it.
_STOP = (
    r"任命|担任|出任|就任|接任|继任|兼任|升任|调任|当选|改任|转任|聘任|聘请|免去|选举|推选|祝贺|接替|致电|会见|陪同|邀请|以及|宣布"
    r"|与会|来自|率领|由(?!来|贸)(?<!自由)|成为|称为|作为|名为|(?<![主专])任(?![务职期命教丘])|(?<![存现潜所内])在|(?<!不)是(?!否)|的|被"
    r"|向(?<![方面志导]向)|(?<![财东开神海月])经(?![济贸营理信开])|了(?!解)|给|请(?!求)|让|从(?!事)|将(?!军)|据|等|其|并(?!购)|兼|暨|由"
)
# Connectives and prepositions that stand in names of bodies too: they count only where another name begins behind.
_LINK = "[和与同及跟对为、]"
_RELATIVE = re.compile(r"(?:全?[省市县区州旗盟镇乡]|自治[区州县旗])(?:[委政人总纪]|[^场民值域区外内级里长]{1,14}[局厅委办会院校])|中共|中央|国务|国家|全国|最高|原|前|时任")
_NO_STOP = frozenset("代表 政府 领导 研究 分析 学习 发展 检查 督查 督导 安排 设计 教授 主任 书记 委员 总统 报道 集体 见证 组织 宣讲 慰问 学生 博士 医生 发布 推进 监誓 支持 建议 自己 有关 共同 十分 最后 认真 积极 继续 要求 成立".split())


def find_titles(text: str) -> list[Title]:
    """All offices of a text in order, those without a holder too."""
    found: list[Title] = []
    for match in _patterns().head.finditer(text):
        floor = max(found[-1].end if found else 0, match.start() - LONGEST)
        start = body_start(text, floor, match.start())
        rank = match["rank"]
        found.append(
            Title(start, match.start(), match.start("rank"), match.end(), kind_of_rank()[rank], rank, _status(match["status"]))
        )
    return found


def _status(mark: str) -> str:
    return next((s for s, words in office_words().status.items() if any(w in mark for w in words)), "current")


def body_start(text: str, floor: int, end: int) -> int:
    """Where the body's name that ends at ``end`` begins: behind the last word or mark that cannot belong to it."""
    start = floor
    for match in _patterns().edge.finditer(text, floor, end):
        start = match.end()
    protected = _protected(text, start, end)
    for match in _patterns().stop.finditer(text, start, end):
        if any(a < match.end() and match.start() < b for a, b in protected):
            continue
        if match["link"] and match.start() > start and not _begins(text, match.end()):
            continue
        start = match.end()
    return _skip_time(text, start, end)


def _begins(text: str, at: int) -> bool:
    return named_at(text, at) > at or bool(_RELATIVE.match(text, at))


def _protected(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans, at = [], start
    while at < end:
        stop = named_at(text, at)
        if stop > at:
            spans.append((at, min(stop, end)))
            at = stop
        else:
            at += 1
    return spans


@cache
def _well_known() -> tuple[frozenset[str], int]:
    names = frozenset(organizations())
    return names, max(map(len, names))


def named_at(text: str, start: int) -> int:
    """End of the country, area or well-known body whose name begins at ``start``, or ``start``."""
    country = country_pattern().match(text, start)
    names, longest = _well_known()
    body = next((start + n for n in range(longest, 2, -1) if text[start : start + n] in names), start)
    return max(body, area_at(text, start), country.end() if country else start)


_TIME = re.compile(r"(?:近日|日前|昨日|昨天|今天|今日|当天|当日|随后|其间|期间|上午|下午|晚上|会上|会后|现年|[0-9０-９]+(?:日|月|岁|时|分|年)|[（(][^（）()]*[)）])+")


def _skip_time(text: str, start: int, end: int) -> int:
    match = _TIME.match(text, start, end)
    return match.end() if match else start
