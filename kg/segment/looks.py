"""What of a line matters for where it goes: how it begins and ends, what it quotes and speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kg.segment.lines import Line
from kg.segment.patterns import HALF, NOTICE_END, TAIL_CREDIT, ended, unfilled
from kg.tables import table
from kg.text import begins, language

AHEAD = 14  # characters that tell what a line is about
LABEL = 13  # characters; a slogan or the like is shorter


class Look(NamedTuple):
    """What of a line matters here."""

    plain: str
    flat: str  # as the table of characters has it
    kind: str
    ended: bool  # it ends as an article may end
    half: bool  # it ends in a semicolon or colon
    label: bool  # it is a few words that make no sentence
    signs: bool  # it tells who wrote what follows and no more
    goes_on: bool  # it begins as nothing does that begins a sentence
    unopened: str  # the mark of the quotation that it closes without opening one, if any
    marks: str  # of the quotations that it opens and closes
    reopens: str  # the mark that it opens first, before it closes any
    credited: bool  # it ends with a name in brackets
    starts: float  # how well it begins a sentence
    first: float  # log odds that a sentence begins with its first words
    usual: bool  # it begins as sentences of news do
    opener: bool  # it begins as what goes on a report does
    topics: frozenset[str]  # kinds of events that its first words speak of
    indented: bool  # it is set in as a paragraph's first line on a page that has others
    block: bool  # it stands in one block with the line before
    done: bool  # it ends as notices do


def look(line: Line, begun: set[str]) -> Look:
    """What of a line matters; ``begun`` are the words that follow a comma or the like on the page."""
    plain = line.plain
    flat = language.plain(plain)
    marks = "".join(QUOTES.findall(plain)).translate(WIDE)
    first = marks[:1]
    return Look(
        plain=plain,
        flat=flat,
        kind=line.kind,
        ended=ended(plain),
        half=bool(HALF.search(plain)),
        label=line.kind != "lead" and len(plain) < LABEL and not PUNCTUATION.search(plain),
        signs=line.kind == "byline" or (unfilled(plain, line.kind) and plain[-1] in ")）"),
        goes_on=bool(GOES_ON.match(plain)),
        unopened=PAIRED.get(first, ""),
        marks=marks,
        reopens=first if first in PAIRED.values() else "",
        credited=bool(TAIL_CREDIT.search(plain)),
        starts=language.starts(flat),
        first=begins.odds(flat),
        usual=bool(STARTS.match(plain)) or plain[:3] in begun,
        opener=bool(OPENER.match(plain)),
        topics=frozenset(_topics(plain[:AHEAD])),
        indented=line.indented,
        block=not line.apart,
        done=bool(NOTICE_END.search(plain)),
    )


def _topics(begin: str) -> Iterator[str]:
    """What the article has in it, as regular expressions, that goes on with a line that begins so."""
    yield from TOPIC.findall(begin)
    yield from (said for said, pattern in _fields().items() if pattern.search(begin))


@lru_cache(maxsize=1)
def _fields() -> dict[str, re.Pattern[str]]:
    """Of each field in kg/data/fields.yaml, what its articles have, and how their later lines begin."""
    data: list[dict[str, list[str]]] = table("fields.yaml")
    return {"|".join(field["said"]): re.compile("|".join(field["begins"])) for field in data}


def left_open(marks: str, before: str = "") -> str:
    """The quotations that are open behind some marks, the innermost last; ``before`` are those open before them."""
    opened = before
    for mark in marks:
        opening = PAIRED.get(mark)
        if opening is None:
            opened += mark
        elif opening in opened:
            opened = opened[: opened.rindex(opening)]
    return opened


STARTS = re.compile(
    r"(?:本[省市县区州旗]|全?[省市县区州旗])(?:委|政府|长|人大|政协|纪委|监委|领导|直|[\u4e00-\u9fff]{2,6}[局厅办委])"
    r"|“|[原副][省市县区州旗][委长]|据|记者|[\u4e00-\u9fff]{2,4}(?:说|表示|指出|强调|要求|介绍|认为)"
)
TOPIC = re.compile(
    "会议|大会|全会|座谈会|论坛|峰会|年会|研讨会|推介会|恳谈会|对接会|洽谈会|博览会|展会|展览|仪式|活动|大赛|比赛|赛事|竞赛|决赛|联赛"
    "|马拉松|培训|课程|学员|讲座|演练|项目|协议|代表团|考察团|客人|会见|会谈|调研|节|展|赛|演出|讲堂|法院|案|公示|听证|行动|条例"
)
OPENER = re.compile(
    "会[上后前间]|会议|[\u4e00-\u9fff]{1,3}[会式坛赛节]上|仪式|活动|随后|其间|期间|当[天日晚]|同日|同时|此外|另外|据[介了悉]|最后|接着|在随后"
    "|[他她]|双方|目前|如今|截至|与会|本[届次]|此次|今年以来|下一步|为此|近年来|[一二三]是"
)
BEGUN = re.compile("(?<=[。，、；：,;“])(?=([\u4e00-\u9fff·]{3}))")
QUOTES = re.compile("[“”《》（）()]")
PUNCTUATION = re.compile("[，。、；：“”《》,.;:]")
WIDE = str.maketrans("()", "（）")
PAIRED = {"”": "“", "》": "《", "）": "（"}
GOES_ON = re.compile("[，。、；：！？”’）》」』,.;:!?)·]")
