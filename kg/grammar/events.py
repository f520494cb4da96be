"""Names of gatherings: where one begins and ends, and whether it names one or points back to one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kg.grammar.clauses import choices, load_table
from kg.grammar.lexicon import trie
from kg.grammar.places import find_area
from kg.grammar.softheads import enclosed, soft_heads

_LEFT = 60  # characters a name may have before its head
_STOP = re.compile(choices("event_stops"))
_INSIDE = re.compile(choices("event_stops_inside"))
_GOVERNED = re.compile(f"(?:{choices('event_governed')})$")
_IS_HELD = re.compile(choices("event_is_held"))
_THOUGHT = re.compile(
    r"[^，。；、的\s]{0,10}关于[^，。；]{2,30}?的重要(?:思想|论述|讲话|指示|文章)"
    r"|(?:深入)?(?:学习)?(?:贯彻)?习近平(?:新时代中国特色社会主义|法治|外交|文化|生态文明|强军|经济)思想"
)


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
        head=_heads([*kinds, *table["never"], *table["parts"]]),
        bare=re.compile(
            f"(?:{references}|全部|[这该]?(?:次|届|场|期))?(?:{heads}|会|(?:[本这该此]届|[本此这该]次)\\w{{1,3}}[会节赛展]|会谈|谈判|磋商)"
        ),
        parts=frozenset(table["parts"]),
        kinds=kinds,
    )


def _heads(found: list[str]) -> re.Pattern[str]:
    """Any of the heads; in 会议 none ends at 会."""
    short = [word for word in found if word.endswith("会")]
    return re.compile(f"{trie(short)}(?!议|商(?!讨|议|量|定))|{trie(set(found) - set(short))}")


@cache
def _never() -> frozenset[str]:
    return frozenset(load_table("events.yaml")["never"])


def is_bare(text: str) -> bool:
    """Whether a mention only points back: 会议, 此次培训班, 本届论坛."""
    return bool(words().bare.fullmatch(text))


def kind_of(text: str) -> str:
    """The kind of gathering (meeting, forum, contest, …) that a name or a bare head means; empty when unknown."""
    found = list(words().head.finditer(text))
    return words().kinds.get(found[-1][0], "") if found else ""


def head_of(text: str) -> str:
    """The head that a name ends with, or the empty string."""
    found = list(words().head.finditer(text))
    return found[-1][0] if found and found[-1].end() == len(text) else ""


def opens_no_name(text: str) -> bool:
    """Whether a text begins with a word that no name of a gathering begins with (建议, 出席)."""
    return bool(_STOP.match(text + "第"))


def find_events(text: str, start: int, end: int, names: list[tuple[int, int]]) -> Iterator[EventName]:
    """Yield the gatherings named in ``text[start:end]``; ``names`` are spans of persons, where no name begins."""
    heads = [m for m in words().head.finditer(text, start, end) if m[0] not in _never()]
    heads = sorted([*heads, *soft_heads(text, start, end, heads)], key=lambda m: m.start())
    if not heads:
        return
    stops = _stops(text, start, end, names)
    done = start
    for i, found in enumerate(heads):
        close = found.end() + (text[found.end() : found.end() + 1] == "议" and found[0].endswith("会"))
        if found[0] in ("选举", "大选", "投票") and not _VOTE.match(text, close):
            continue
        if _CONTINUES.match(text, close) or (
            i + 1 < len(heads)
            and not _alike(text, found[0], close, heads[i + 1])
            and _joined(text, close, heads[i + 1].start(), [*stops.firm, *stops.soft])
        ):
            continue
        begin = _begin(text, (found.start(), close), stops, done)
        begin, close = _in_quotes(text, max(begin, done, found.start() - _LEFT), close)
        begin = _trim(text, _behind_sites(text, begin, close), close)
        if begin < close and not _several(text, begin, close):
            yield EventName(begin, close, is_bare(text[begin:close]))
            done = close


class _Stops(NamedTuple):
    """Where names may begin: behind words that stand in none, and behind words that stand inside some."""

    firm: list[int]
    soft: list[int]


def _stops(text: str, start: int, end: int, names: list[tuple[int, int]]) -> _Stops:
    thought = any(text.find(word, start, end) >= 0 for word in ("关于", "习近平"))
    kept = [m.span() for m in _THOUGHT.finditer(text, start, end)] if thought else []
    firm = [start, *(m.end() for m in _STOP.finditer(text, start, end) if not enclosed(text, start, m.start()))]
    firm += [e for s, e in names if _ends_here(text, start, end, s, e)]
    soft = [m.end() for m in _INSIDE.finditer(text, start, end) if not enclosed(text, start, m.start())]
    if kept:
        firm, soft = ([s for s in found if not any(low < s < high for low, high in kept)] for found in (firm, soft))
    return _Stops(sorted(firm), soft)


def _begin(text: str, head: tuple[int, int], stops: _Stops, done: int) -> int:
    """Where the name begins that ends with ``head``.

    What a verb governs, and what is the subject of 召开 or 举行, is all of it the name.
    """
    at, close = head
    begin = max((s for s in stops.firm if s <= at), default=0)
    inner = max((s for s in stops.soft if begin < s <= at), default=begin)
    if inner == begin or begin < done:
        return max(inner, begin)
    governed = _GOVERNED.search(text, max(0, begin - 6), begin)
    subject = begin == 0 or text[begin - 1] in "，。；：！ \u3000\n日午天"
    at_it = text[begin - 1 : begin] == "在" and _UPON.match(text, close)
    return begin if governed or at_it or (subject and _IS_HELD.match(text, close)) else inner


def _ends_here(text: str, start: int, end: int, low: int, high: int) -> bool:
    """Whether no name goes on over a person's at ``low`` to ``high``, which is within no quotation marks."""
    return (
        start <= high < end
        and not re.search("[第次会]", text[low:high])
        and not enclosed(text, start, low)
        and not _HONOURED.match(text, high, end)
    )


# A head that goes on into a longer name (会议室, 大会主席团, 培训中心, 会议纪要) is none.
_CONTINUES = re.compile(choices("head_goes_on"))
_BEFORE_MARK = re.compile(
    r"(?:20\d\d年?[^，。“]{0,20}|[^，。“]{0,20}(?:第[一二三四五六七八九十百\d]+[届次期]|首届|全国|中国)[^，。“]{0,8})$"
)
_MANY = re.compile(f"{choices('several')}|{choices('manifold')}")
_MANY_BEFORE = re.compile(f"(?:{_MANY.pattern})$")
# A gathering is called after the person before this: 某某先生诞辰100周年座谈会.
_HONOURED = re.compile(
    r"(?:先生|同志|女士|院士|教授|将军|烈士)?(?:诞辰|逝世|牺牲|遇难|就职|就任|从艺|从教|百年|先进事迹|学术|遗体|骨灰|追悼|追思|书画|作品|画展|杯)"
)
_UPON = re.compile(r"(?:上|期间)(?!海)")
_VOTE = re.compile(r"[在将于中，。\d今昨]|举行|投票|结果|首轮|第")  # 大会选举某某为主席 names no vote
# The next gathering of a list begins with its number or year: …领导人会议和第18届东亚峰会.
_NEXT = re.compile(r"(?:和|与|及|以及)(?:第[一二三四五六七八九十百\d]+[届次轮]|首届|20\d\d年?)")
_SITE = re.compile("(?![在于到赴由至从和与])[\u4e00-\u9fff]{1,3}[镇市城岛湾]")  # 某大会乌镇峰会
_BEHIND_MARK = re.compile("(?![和与及暨等在由并也将于的、第])[\u4e00-\u9fff]{2,10}")
_GOES_ON = re.compile(choices("joins_heads"))


def _joined(text: str, close: int, start: int, stops: list[int]) -> bool:
    """Whether two heads belong to one name: 代表大会 and 会议 of 全国人民代表大会常务委员会第十一次会议."""
    if start < close:
        return True
    if _NEXT.match(text, close):
        return False
    marked = text[close : close + 1] in ("”", "》") and _BEHIND_MARK.fullmatch(text, close + 1, start)  # “某季”展映活动
    if (marked or text[close : close + 1] == "·") and not any(close < s <= start for s in stops):
        return True
    if text[close:start] in ("”", "》", "）", "”·") or find_area(text[close:start]):
        return True
    if _SITE.fullmatch(text, close, start):
        return True
    return (
        start - close <= 16
        and not any(close < s <= start for s in stops)
        and (start == close or bool(_GOES_ON.match(text, close)))
    )


def _alike(text: str, head: str, close: int, following: re.Match[str]) -> bool:
    """Whether a list of gatherings goes on behind one of a kind, or behind a part (甲会开幕式和乙会开幕式)."""
    of_a_kind = head in words().parts or (len(head) > 2 and head == following[0])
    return of_a_kind and text[close : close + 1] in ("和", "与", "及", "、")


def _in_quotes(text: str, begin: int, close: int) -> tuple[int, int]:
    """The name within the marks, when the quotation ends with it (悬挂着“…大会”会标).

    The marks belong to the name where its number, year or area stands before them (第四届上海“五五购物节”).
    """
    if text[close : close + 1] not in ("”", "》", "」"):
        return begin, close
    opening = max(text.rfind(mark, begin, close) for mark in "“《「")
    if opening <= begin:
        return begin, close
    return (begin, close + 1) if _BEFORE_MARK.match(text, begin, opening) else (opening + 1, close)


def _several(text: str, begin: int, close: int) -> bool:
    """Whether more than one gathering is meant, and none by its name (近百场讲座, 九大主题活动, 形式多样的活动)."""
    return bool(_MANY.match(text, begin, close) or _MANY_BEFORE.search(text, max(0, begin - 12), begin))


def _behind_sites(text: str, begin: int, close: int) -> int:
    """Where the name of an exhibition begins behind the sites that are listed before it (在某村、某公园、某成就展)."""
    last = text.rfind("、", begin, close)
    return last + 1 if last > begin and text[close - 1] == "展" and _SITES.search(text, begin, last) else begin


_SITES = re.compile("(?:[村镇乡园馆院站厂岛湖]|社区|公司|中心|[会旧遗]址|基地|大学|医院|码头|机场|广场|纪念碑)$")
_DAY_FIRST = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?=[^报讲演行])")


def _trim(text: str, begin: int, end: int) -> int:
    """Skip what cannot begin a name: punctuation, list marks, conjunctions and brackets that do not close."""
    while begin < end:
        dated = _DAY_FIRST.match(text, begin, end)
        if dated and end - dated.end() > 3:
            begin = dated.end()
        piece = text[begin:end]
        first = begin == 0 or text[begin - 1] in "，。；：！？\n"
        skip = re.match(
            (r"[、”》）」』)】\"\s—]+" if first else r"[、和与及暨”》）」』)】\"\s—]+")
            + r"|(?:有关|相关|其他|各类|多项|一系列|一些|部分|大型|首次|盛大|隆重|热烈|简短|简朴|庄严|庄重)(?=.{4})",
            piece,
        )
        if skip:
            begin += skip.end()
            continue
        if piece[0] in "“《（「『(" and not re.search("[”》）」』)]", piece):
            begin += 1
            continue
        return begin
    return begin
