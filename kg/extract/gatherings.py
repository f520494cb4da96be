"""Which mentions of gatherings mean the same one: 会议, 此次论坛 and 开幕式 lead back to what was attended."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from kg.grammar.clauses import choices
from kg.grammar.digests import item_at, item_starts
from kg.grammar.events import head_of, is_bare, kind_of, words
from kg.model import Article, Frame, Mention

_SPIRIT = ("精神", "要求", "部署", "上的", "决定", "提出", "召开以来", "以来")
_BESIDE = ("上的", "上发表的", "前夕", "之际")  # what goes on is told of another one, or of none
_SESSION = re.compile(r"(?:第[一二三四五六七八九十百\d]+次)?(?:全体|常务)?(?:会议|全会|大会)")
_SPELT_OUT = {"全会": "全体会议"}
_POINTER = re.compile("^(?:本[届次]|此次|这[次届]|该)")
_NUMBERS = re.compile(r"[\d一二三四五六七八九十]+")
_PURPOSE = re.compile(choices("purpose"))
_ANY = frozenset({"活动", "会", "会议", "大会", "现场"})
_OF_ITS_BODY = frozenset({"会议", "大会"})  # without a name of its own it is called after who holds it


class _Named(NamedTuple):
    start: int
    line: int
    name: str
    text: str
    planned: bool = False  # only announced: what is said of 会议 is said of another one, if there is one


class Gatherings:
    """The gatherings of one article; a bare mention or an argument left out is looked up in it.

    Only what a frame says something of is a gathering that later words can point back to: what is merely mentioned
    (the spirit of another meeting) is none.
    """

    def __init__(self, article: Article, mentions: Iterable[Mention], frames: Sequence[Frame]) -> None:
        self._text = article.full
        self._lines = [i for i, char in enumerate(self._text) if char == "\n"]
        self._items = item_starts(article)
        mentions = tuple(mentions)
        events = sorted((m for m in mentions if m.type == "Event"), key=lambda m: (m.start, -m.end))
        at = [
            (a.start, a.end)
            for f in frames
            if not f.negated and not _by_the_way(f)
            for a in f.arguments
            if a.role in ("AT", "TO")
        ]
        self._planned = {(a.start, a.end) for f in frames if f.planned for a in f.arguments if a.role == "AT"}
        self._holders = _holders(mentions, frames)
        self._named: list[_Named] = []
        self._mere: list[_Named] = []  # named, but nothing is said of them
        self._names: dict[tuple[int, int], str] = {}
        for mention in events:
            active = any(s <= mention.start and mention.end <= e for s, e in at)
            active = active and not self._text.startswith(_BESIDE, mention.end)
            if not is_bare(mention.text) or mention.name:
                self._name(mention, active)
            else:
                self._refer(mention, active)

    def name_of(self, mention: Mention) -> str:
        """Canonical name of the gathering that a mention means; empty when it means none that is known."""
        return self._names.get((mention.start, mention.end), "")

    def current(self, at: int, *, planned: bool = False) -> str:
        """Name of the gathering that the text speaks of at an offset; empty when there is none.

        What is ``planned`` itself may be planned for a gathering that is only announced.
        """
        found = self._before(at) if planned else _told(self._before(at))
        return found[-1].name if found else ""

    def _before(self, at: int) -> list[_Named]:
        floor = item_at(self._items, at)
        return [n for n in self._named[: bisect_right([n.start for n in self._named], at)] if n.start >= floor]

    def _line(self, at: int) -> int:
        return bisect_right(self._lines, at)

    def _name(self, mention: Mention, active: bool) -> None:
        own = mention.name or mention.text
        known = next((n.name for n in reversed(self._named) if _same(own, mention.text, n) or _abridged(own, n)), "")
        if not active and _SESSION.fullmatch(known):
            known = ""  # the session of another body, which is only mentioned
        name = known or own
        fuller = own.endswith(known) or mention.text.endswith(known) or _for_purpose(known, own)
        if known and len(own) > len(known) and fuller:
            self._rename(known, own)
            name = own
        self._names[mention.start, mention.end] = name
        if active:
            planned = any(s <= mention.start and mention.end <= e for s, e in self._planned)
            self._named.append(_Named(mention.start, self._line(mention.start), name, mention.text, planned))
        elif not self._text.startswith(_SPIRIT, mention.end):
            self._mere.append(_Named(mention.start, self._line(mention.start), name, mention.text))

    def _rename(self, old: str, new: str) -> None:
        self._names = {span: new if name == old else name for span, name in self._names.items()}
        self._named = [n._replace(name=new) if n.name == old else n for n in self._named]

    def _refer(self, mention: Mention, active: bool) -> None:
        before = self._before(mention.start)
        head = head_of(mention.text)
        short = _POINTER.sub("", mention.text)
        fits = [n for n in before if _fits(head, n.name) or (len(head) > 2 and head in n.text)]
        if len(short) > 2 and short != head:  # 本届竹博会: of the third 竹产业博览会
            fits = [n for n in before if short in n.text or _alike_in_short(short, n.name)] or fits
        fits = _told(fits) if head in _ANY or head in words().parts else fits
        if head in words().parts:  # 开幕式 is the one that was called so, if one was
            fits = [n for n in fits if n.name.endswith(head)] or fits
        if not fits and active:
            floor = item_at(self._items, mention.start)
            fits = [n for n in self._mere if floor <= n.start < mention.start and n.name.endswith(head)]
            self._named += fits[-1:]
        if fits:
            self._names[mention.start, mention.end] = fits[-1].name
        elif active and head in _OF_ITS_BODY and (mention.start, mention.end) in self._holders:
            self._name(replace(mention, name=self._holders[mention.start, mention.end] + mention.text), active)
        elif head not in _ANY and head not in words().parts and (len(mention.text) > 2 or kind_of(head) == "activity"):
            self._name(mention, active)


def _told(found: list[_Named]) -> list[_Named]:
    """Those of the gatherings that have taken place, or all where none has."""
    return [n for n in found if not n.planned] or found


def _by_the_way(frame: Frame) -> bool:
    """Whether a frame is told of a guest or in a speech: what it names, later words do not point back to."""
    return frame.rule.endswith(("attend-guest", "speech-at")) or frame.rule.startswith("speech/")


def _holders(mentions: Iterable[Mention], frames: Iterable[Frame]) -> dict[tuple[int, int], str]:
    """By the span of a gathering the name of the one body that holds it (市应急局召开会议)."""
    bodies = {(m.start, m.end): m.name or m.text for m in mentions if m.type == "Organization"}
    found: dict[tuple[int, int], str] = {}
    for frame in frames:
        agents = [(a.start, a.end) for a in frame.arguments if a.role == "A0"]
        if frame.predicate == "举办" and len(agents) == 1 and agents[0] in bodies:
            found |= {(a.start, a.end): bodies[agents[0]] for a in frame.arguments if a.role == "AT"}
    return found


def _same(own: str, text: str, other: _Named) -> bool:
    """Whether two full names mean one gathering: equal, or one the end of the other (市政府常务会议, 常务会议)."""
    for a in (own, text):
        for b in (other.name, other.text):
            short, long = sorted((re.sub(r"[“”\"]", "", a), re.sub(r"[“”\"]", "", b)), key=len)
            if short == long or (len(short) > 3 and long.endswith(short)) or _lengthened(short, long):
                return True
            if _for_purpose(short, long):
                return True
    return False


def _abridged(own: str, other: _Named) -> bool:
    """Whether the headline names a gathering in fewer of its characters (古建保护研讨会, 古建筑保护研讨会)."""
    short, long = sorted((own, other.name), key=len)
    if (
        other.line
        or len(short) < 7
        or head_of(short) != head_of(long)
        or _NUMBERS.findall(short) != _NUMBERS.findall(long)
    ):
        return False
    return 2 * len(short) > len(long) and _in_order(short, long)


def _in_order(short: str, long: str) -> bool:
    """Whether all characters of a short name stand in a longer one in the same order (竹博会, 竹产业博览会)."""
    rest = iter(long)
    return all(char in rest for char in short)


def _alike_in_short(short: str, name: str) -> bool:
    """Whether a short name of a gathering's own (竹博会) can stand for a longer one."""
    return name[-1] == short[-1] and _in_order(short, name)


def _for_purpose(short: str, long: str) -> bool:
    """Whether the shorter name leaves out whom or what it is for: 欢迎仪式, 欢迎某国总统访华仪式."""
    head = head_of(short)
    verb = _PURPOSE.match(long)
    if not verb or not head or not long.endswith(head) or not short.startswith(verb[0]):
        return False
    return _in_order(short, long)


def _lengthened(short: str, long: str) -> bool:
    """Whether the longer name only says the head in more words (安全生产工作会议, 安全生产工作电视电话会议)."""
    head = head_of(short)
    stem = short[: len(short) - len(head)]
    return bool(head) and len(stem) > 4 and long.startswith(stem) and long.endswith(head)


def _fits(head: str, name: str) -> bool:
    """Whether a bare head can mean the gathering of this name."""
    if head in _ANY or head in words().parts or not head:
        return True
    return (
        name.endswith(_SPELT_OUT.get(head, head))
        or head in name
        or (kind_of(head) == kind_of(name) != "" and head in ("赛事", "比赛", "仪式", "论坛", "培训"))
    )
