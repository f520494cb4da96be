"""Offices in lists, and the persons that stand right before or behind them (市委副书记、市长王某, 王某主席)."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import NamedTuple

from kg.grammar.lexicon import DOTS, HAN, office_words
from kg.grammar.personnames import Reading, boundary, read_name
from kg.grammar.titles import Head, Title, begins_name, named_at, title_of
from kg.model import Span


class Chain(NamedTuple):
    """Offices written as one list, and who holds them all: the persons behind, or else the one before."""

    titles: tuple[Title, ...]
    holders: tuple[Span, ...]
    rule: str
    confidence: float

    @property
    def start(self) -> int:
        """Where the first office begins."""
        return self.titles[0].start

    @property
    def end(self) -> int:
        """Where the last office ends."""
        return self.titles[-1].end


_JOIN = re.compile(r"[、和兼暨及\s]?|[，,](?=.)")
_SEPARATOR = re.compile(r"、|和|与|及|以及| ")
# A bare office of this kind may have the holder's name before it (普京总统).
_AFTER_NAME = frozenset(
    "总书记 主席 总理 总统 首相 国王 女王 委员长 议长 总督 市长 省长 县长 区长 书记 主任 局长 部长 院长 校长 秘书长 外长 防长 大使 埃米尔 王储 大公 副主席 副总理"
    " 副总统 亲王 理事长 会长 董事长 总经理 总干事 总裁 州长 镇长 乡长 旗长 教授 院士 苏丹 将军 司令 行政长官 处长 科长 所长 馆长 厂长 队长 团长 法官 议员".split()
)


class ChainReader:
    """Reads the offices of a text from left to right; a person found ends the reach of the next office's body."""

    def __init__(self, text: str, heads: list[Head], known: Container[str]) -> None:
        self._text = text
        self._heads = heads
        self._known = known

    def read(self) -> list[Chain]:
        """All lists of offices, those without a holder too."""
        chains: list[Chain] = []
        floor, at = 0, 0
        while at < len(self._heads):
            titles = self._titles(at, floor)
            at += len(titles)
            chain = self._with_holders(titles)
            if chain.titles:
                chains.append(chain)
            floor = max(chain.holders[-1].end if chain.holders and chain.rule == "name-after" else 0, titles[-1].end)
        return chains

    def _titles(self, at: int, floor: int) -> list[Title]:
        titles = [title_of(self._text, self._heads[at], floor)]
        for head in self._heads[at + 1 :]:
            previous = titles[-1]
            if head.start - previous.end > 40:
                break
            title = title_of(self._text, head, previous.end)
            joint = _JOIN.fullmatch(self._text, previous.end, title.start)
            if not joint or (joint[0] == "" and title.start < title.body_end and not begins_name(self._text, title.start)):
                break
            titles.append(title)
        return titles

    def _with_holders(self, titles: list[Title]) -> Chain:
        before = self._name_before(titles[0])
        if before:
            bare = titles[0]._replace(start=titles[0].body_end)
            return Chain((bare, *titles[1:]), (before,), "name-before", 0.9)
        holders, confidence = self._names_behind(titles)
        if holders:
            return Chain(tuple(titles), tuple(holders), "name-after", confidence)
        return Chain(tuple(titles), (), "", 0.0)

    def _name_before(self, title: Title) -> Span | None:
        """The person whose name stands before a bare office."""
        start, end = title.start, title.body_end
        written = self._text[start:end]
        if not written or title.rank not in _AFTER_NAME:
            return None
        for size in range(min(len(written), 14), 1, -1):
            if written[-size:] in self._known and not _inside_word(self._text, end - size, written[-size:]):
                return Span(end - size, end)
        if named_at(self._text, start) > start:
            return None
        reading = read_name(self._text[:end], start)
        if reading and reading.end == end and reading.kind != "open" and len(written) <= (4 if reading.kind == "chinese" else 15):
            return Span(start, end) if reading.kind != "foreign" or title.rank in ("总统", "总理", "首相", "主席", "国王") else None
        return None

    def _names_behind(self, titles: list[Title]) -> tuple[list[Span], float]:
        title = titles[-1]
        weak = title.rank in office_words().weak
        first = self._first_name(titles, weak)
        if not first:
            return [], 0.0
        at = title.end
        persons = [Span(at, first.end)]
        while separator := _SEPARATOR.match(self._text, persons[-1].end):
            item = read_list_item(self._text, separator.end(), self._known)
            if not item:
                break
            persons.append(Span(separator.end(), item.end))
        return persons, first.confidence

    def _first_name(self, titles: list[Title], weak: bool) -> Reading | None:
        title = titles[-1]
        bodied = any(t.start < t.body_end for t in titles)
        if boundary(self._text, title.end) >= 2 and self._text[title.end : title.end + 2] not in self._known:
            return None
        reading = read_name(self._text, title.end, self._known, loose=not weak)
        if not reading or (weak and not bodied):
            return None
        if reading.kind in ("open", "foreign") and named_at(self._text, title.end) >= reading.end:
            return None
        if weak and reading.confidence < 0.85:
            return None
        return reading


def read_list_item(text: str, at: int, known: Container[str]) -> Reading | None:
    """The name of a list of persons that begins at ``at``, if it is one and no other office or body."""
    reading = read_name(text, at, known)
    if not reading or named_at(text, at) > at + 2 or boundary(text, at) >= 2:
        return None
    return reading


def _inside_word(text: str, start: int, name: str) -> bool:
    """Whether a known name at ``start`` is the tail of a longer dotted name."""
    return start > 0 and text[start - 1] in DOTS and not any(dot in name for dot in DOTS)


def name_ending_at(text: str, end: int, known: Container[str]) -> Span | None:
    """The personal name that ends at ``end``, by what is known or by its shape."""
    for size in range(14, 1, -1):
        if end >= size and text[end - size : end] in known:
            return Span(end - size, end)
    dotted = re.search(rf"[{HAN}-]{{1,8}}(?:[{DOTS}][{HAN}-]{{1,10}})+$", text[max(0, end - 24) : end])
    if dotted:
        return Span(max(0, end - 24) + dotted.start(), end)
    for size in (2, 3, 4):
        start = end - size
        if start < 0 or (start > 0 and boundary(text, start - 1) != 1):
            continue
        reading = read_name(text[:end], start, known)
        if reading and reading.end == end and reading.kind == "chinese":
            return Span(start, end)
    return None
