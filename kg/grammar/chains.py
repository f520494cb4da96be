"""Offices in lists, and the persons that stand right before or behind them (市委副书记、市长王某, 王某主席)."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import takewhile
from typing import NamedTuple

from kg.grammar.lexicon import (
    HAN,
    alternation,
    office_words,
    public_persons,
    surnames,
    word_list,
)
from kg.grammar.nameends import end_score
from kg.grammar.nameitems import (
    goes_on,
    is_firm,
    is_place,
    may_begin_name,
    names_listed_before,
    rare_surname,
    read_list_item,
)
from kg.grammar.personnames import LIST, LOOSE, Reading, name_before, read_name, read_open
from kg.grammar.places import country_at_end, find_country
from kg.grammar.titles import Head, Title, begins_name, is_rank_at, named_at, title_of
from kg.model import Span


class Chain(NamedTuple):
    """Offices written as one list, and who holds them all: the persons behind, or else the one before."""

    titles: tuple[Title, ...]
    holders: tuple[Span, ...]
    rule: str
    confidence: float
    others: tuple[Span, ...] = ()  # persons listed behind the one holder of an office that only one can hold

    @property
    def start(self) -> int:
        """Where the first office begins."""
        return self.titles[0].start

    @property
    def end(self) -> int:
        """Where the last office ends."""
        return self.titles[-1].end


_REMOVED = re.compile("(?:免去|免除|撤销|罢免|解除|终止|暂停)$")
_CHARGED = re.compile(f"[{HAN}]{{2,8}}(?:问题|事务)(?:特使|特别代表|顾问|助理)")  # behind 某国总统
_FOR_BOTH = re.compile("(?:分别|共同)?(?:代表|代)(?:[两双]|各自)")  # 某院副院长甲、乙代表两院签约: 乙 is of the other
_SEVERAL = re.compile("[两三四五六七八九几多各数][位名]$")
_JOIN = re.compile(r"[、和兼暨及 　，,]?")
_COUNTED = re.compile(r"(?<=[，。：；、\n])[^，。：；\n]{5,60}等(?:[一二两三四五六七八九十0-9]+[位名])?$")
_SPEAKS = re.compile(
    "(?:在[^，。]{0,4}发言[中时]|发言|代表[^，。]{2,20}?(?:发言|作)|还|也)?(?:说|表示|认为|谈到|建议|呼吁|指出|提出|强调|介绍|坦言|，)"
)
_REMARK = re.compile(
    r"[（(](?=[^（()）]*(?:挂职|挂任|援|兼|代|级|主持|负责|试用|正式|候补|原|女|男|族|离任|退休|时任|聘))[^（()）\d]{1,16}[）)]"
)
_ENDS_NO_NAME = re.compile("[国阁府省市县区党会院部宫州局厅室处司镇乡村旗盟街厂校委]$|[大中小]学$|组织$|联盟$")
_SURNAME = f"(?:{alternation(surnames()[1])}|[{''.join(sorted(surnames()[0]))}])"
_GIVEN = re.compile(
    "(?:当选为?|[担出就接兼留]任|(?<![新现首前时主专历责])任|任命为|选举为|推[选举]?为|选为|聘为"
    "|(?:任命|选举|推选|补选|聘任|聘请)[^，。；、]{2,16}为)$"
)
_MADE = re.compile(f"(?<=[，；、]){_SURNAME}[{HAN}]{{1,2}}为(?=.)")
_GIVEN_TO = re.compile("由[^，。；]{2,40}(?:担任|兼任|接任|出任|接替|代理)")  # 院长由某公司总工程师某某兼任
_SEPARATOR = re.compile(
    r"(?:[（(](?:女|男|[^（()）]{1,4}族|女[，,、][^（()）]{1,4}族|挂职|正[^（()）]{1,4}级)[）)])?(?:、|以及|和|及| )"
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
            chain = self._with_holders(titles)
            titles = list(chain.titles)
            chains.append(chain)
            behind = (*chain.holders, *chain.others) if chain.rule == "name-after" else ()
            floor = max(behind[-1].end if behind else 0, titles[-1].end)
            past = max(titles[-1].end, behind[0].end if behind else 0)
            rest = (i for i in range(at + 1, len(self._heads)) if self._heads[i].start >= past)
            at = next((i for i in rest if not self._is_style(self._heads[i], behind)), len(self._heads))
        return chains

    def _is_style(self, head: Head, holders: tuple[Span, ...]) -> bool:
        """Whether a title of royalty stands behind a name that has its office before it (副首相某某亲王)."""
        return head.rank in word_list("royalty") and any(holder.end == head.start for holder in holders)

    def _titles(self, at: int, floor: int) -> list[Title]:
        titles = [self._title(self._heads[at], floor)]
        for head in self._heads[at + 1 :]:
            previous = titles[-1]
            if head.start - previous.end > 40:
                break
            title = self._title(head, previous.end)
            if previous.kind == "state" and _CHARGED.fullmatch(self._text, previous.end, title.end):
                titles[-1] = previous._replace(end=title.end)
                continue
            joint = _JOIN.fullmatch(self._text, previous.end, title.start)
            if not joint or (joint[0] == "" and not self._may_adjoin(previous, title)):
                break
            if joint[0] == "" and title.start == title.body_end and self._like_rank(title.start):
                break
            if joint[0] in ("，", ",") and self._of_next(titles[0], title, floor):
                break
            if self._name_before(title) or self._text[previous.body_end - 1] in "位名":
                break
            if joint[0] == "" and head.rank in word_list("aides"):
                titles[-1] = previous._replace(end=title.end)
                continue
            titles.append(title)
        return titles

    def _of_next(self, first: Title, title: Title, floor: int) -> bool:
        """Whether an office behind a comma is another person's: 甲当选某会会长，某校校长乙…; 甲任某台台长，原台长乙…"""
        if title.start == title.body_end:
            return title.status == "former"
        return bool(_GIVEN.search(self._text, floor, first.start))

    def _like_rank(self, at: int) -> Reading | None:
        """A full name that begins like an office, right behind one: 主席关长海."""
        if not is_rank_at(self._text, at):
            return None
        reading = read_name(self._text, at, self._known, need=LIST)
        fits = (
            reading and reading.kind == "chinese" and reading.end == at + 3 and end_score(self._text, reading.end) > 1.5
        )
        return reading if fits else None

    def _may_adjoin(self, previous: Title, title: Title) -> bool:
        """Whether two offices may stand side by side: one is bare, or a body plainly begins or ends the second."""
        body = self._text[title.start : title.body_end]
        lay = previous.rank in office_words().weak and body.endswith(tuple(word_list("organization_ends")))
        return not body or begins_name(self._text, title.start) or lay

    def _title(self, head: Head, floor: int) -> Title:
        """The office of a head; a person before a connective is no part of its body (王某和某某办公室主任, 王某为…)."""
        title = title_of(self._text, head, floor)
        if self._text.startswith("当选", title.body_end) and named_at(self._text, title.start) == title.start:
            return title._replace(start=title.body_end + 2, body_end=title.body_end + 2, status="current")
        if _REMOVED.search(self._text, max(0, title.start - 2), title.start):
            reading = read_name(self._text, title.start, self._known, need=LIST)
            if reading and reading.end < title.body_end and begins_name(self._text, reading.end):
                return title._replace(start=reading.end)  # 免去某某某市副市长职务
        if made := _MADE.match(self._text, title.start, title.body_end):
            return title._replace(start=made.end())  # 任命…，某某为某委员会副主任
        for link in re.finditer("[和与、及或为]", self._text[title.start : title.body_end]):
            if any(
                self._text[link.start() + title.start - n : link.start() + title.start] in self._known
                for n in (3, 2, 4)
            ):
                return title._replace(start=title.start + link.end())  # 渔民代表某某某、某某合作社理事长
            reading = read_name(self._text, title.start, self._known, need=LIST)
            named = named_at(self._text, title.start) > title.start
            if reading and reading.end == title.start + link.start() and not named:
                return title._replace(start=title.start + link.end())
        return title

    def _with_holders(self, titles: list[Title]) -> Chain:
        counted = self._counted(titles[0])
        if counted:
            return Chain((titles[0],), tuple(counted), "names-before", 0.9)
        before = self._name_before(titles[0])
        if before:
            bare = titles[0]._replace(start=titles[0].body_end)
            others = takewhile(lambda title: not self._is_of_another(title), titles[1:])
            listed = () if _is_single(titles[0]) else names_listed_before(self._text, before.start, self._known)
            return Chain((bare, *others), (*listed, before), "name-before", 0.9)
        holders, confidence = self._names_behind(titles)
        if len(holders) == 1 and _SEVERAL.search(self._text, max(0, titles[0].start - 2), titles[0].start):
            holders = []
        if holders:
            two_sides = len(holders) == 2 and _FOR_BOTH.match(self._text, holders[1].end)
            alone = 1 if _is_single(titles[-1]) or two_sides else len(holders)
            return Chain(tuple(titles), tuple(holders[:alone]), "name-after", confidence, tuple(holders[alone:]))
        return Chain(tuple(titles), (), "", 0.0)

    def _is_of_another(self, title: Title) -> bool:
        """Whether an office with a body is linked by 和 to those behind a name (某某主席和外方领导人)."""
        return title.start < title.body_end and self._text[title.start - 1] == "和"

    def _counted(self, title: Title) -> list[Span]:
        """The persons of a list that its office closes: 甲、乙、丙等三位副首相."""
        match = _COUNTED.search(self._text, max(0, title.start - 70), title.start)
        if not match or match.end() != title.start:
            return []
        at, persons = match.start(), []
        while item := read_list_item(self._text, at, self._known):
            persons.append(Span(at, item.end))
            if self._text[item.end : item.end + 1] not in ("、", "和"):
                break
            at = item.end + 1
        return persons if len(persons) > 1 and self._text.startswith("等", persons[-1].end) else []

    def _name_before(self, title: Title) -> Span | None:
        """The person whose name stands before a bare office."""
        start, end = title.start, title.body_end
        written = self._text[start:end]
        if not written or written[0] in "位名":
            return None
        if title.rank not in word_list("behind_name") and not self._is_speaker(title):
            return None
        if written in public_persons()[0]:  # 吴邦国委员长
            return Span(start, end)
        if self._is_body(title, written):
            return None
        reading = name_before(self._text, end, start, self._known)
        if not reading or (reading.kind == "foreign" and title.rank not in word_list("heads_of_state")):
            return None
        return Span(reading.end, end)

    def _is_body(self, title: Title, written: str) -> bool:
        """Whether the words before an office name its body, or the holder's name stands behind."""
        if named_at(self._text, title.start) >= title.body_end or written in word_list("no_person"):
            return True
        if _ENDS_NO_NAME.search(written) or country_at_end(written) != written or find_country(written):
            return True
        if is_firm(self._text, written):
            return True
        follows = title.kind == "area" or self._text[title.start - 1] == "、"
        return follows and self._named_behind(title.end)

    def _is_speaker(self, title: Title) -> bool:
        """Whether a member's office right behind a name takes the floor: 某某委员说."""
        return title.rank in ("委员", "常委") and bool(_SPEAKS.match(self._text, title.end))

    def _named_behind(self, at: int) -> bool:
        """Whether a name stands behind an office, so that what stands before it is its city (莫斯科市长某某)."""
        return may_begin_name(self._text, at) and bool(read_name(self._text, at, self._known, need=LIST))

    def _names_behind(self, titles: list[Title]) -> tuple[list[Span], float]:
        title = titles[-1]
        weak = title.rank in office_words().weak
        first = self._first_name(titles, weak)
        if not first or _GIVEN_TO.match(self._text, title.end):
            return [], 0.0
        persons = [Span(self._past_note(title.end), first.end)]
        while separator := _SEPARATOR.match(self._text, persons[-1].end):
            item = read_list_item(self._text, separator.end(), self._known)
            if not item and separator[0] == "、" and not weak and first.kind != "foreign":
                item = self._open_item(separator.end())
            if not item:
                break
            persons.append(Span(separator.end(), item.end))
        return persons, first.confidence

    def _past_note(self, at: int) -> int:
        """Where a name may begin behind a remark on the office: 副市长（挂职）某某."""
        note = _REMARK.match(self._text, at)
        return note.end() if note else at

    def _open_item(self, at: int) -> Reading | None:
        """A name of no known shape inside a list of names: nothing but it may stand between the marks."""
        reading = read_open(self._text, at)
        if not reading or begins_name(self._text, at) or not may_begin_name(self._text, at):
            return None
        ends = self._text[reading.end : reading.end + 1] in ("、", "，", ",", "等", "。", "和")
        return reading if ends and not _ENDS_NO_NAME.search(self._text[at : reading.end]) else None

    def _first_name(self, titles: list[Title], weak: bool) -> Reading | None:
        title = titles[-1]
        at = self._past_note(title.end)
        bodied = any(t.start < t.body_end for t in titles) or title.kind in ("area", "party")
        if not may_begin_name(self._text, at):
            return rare_surname(self._text, at, self._known) or self._like_rank(at)
        reading = read_name(self._text, at, self._known, need=LIST if weak else LOOSE)
        if not reading and bodied and not weak:
            reading = read_open(self._text, at)
            if reading and self._text[at : reading.end] in word_list("no_person"):
                return None
        if not reading or (weak and not bodied):
            return None
        of_state = weak or title.rank in word_list("heads_of_state")
        if is_place(self._text, at, reading) or goes_on(self._text, at, reading, self._known, of_state=of_state):
            return None
        return reading


def _is_single(title: Title) -> bool:
    """Whether only one person holds an office at a time: a head without 副 or the like."""
    plain = title.end - title.body_end == len(title.rank)
    return plain and (title.kind in ("area", "fused") or title.rank in word_list("single"))
