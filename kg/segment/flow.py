"""Which line goes with which article, where columns were broken or read across each other.

A beam search over the lines of a page in reading order. Its score adds up, line by line, how well each line goes on the
text of the article it is given to: what is left unfinished there, which characters follow each other in news, quotation
marks, list marks, and the rare words both use; an article that is still unfinished at the end costs something.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import permutations
from typing import NamedTuple

from kg.segment.lines import Line
from kg.segment.patterns import HALF, TAIL_CREDIT, ended
from kg.text import join, seen

WIDTH, MARGIN = 16, 8.0  # states that are kept, and how far behind the best they may be
RECENT = 6  # articles that a line may go to
RARE = 8  # characters as common as this in news say nothing about what a line is about
# Weights, fitted on pages and rounded. Only their differences matter.
JOINS, BEGINS = 0.7, 0.5  # for each point of :func:`kg.text.join` with the break, and with the end of a sentence
OPEN = 1.5  # to an article that breaks off
HEADED = 5.0  # to the headline or byline right above
SUBJECT, CAP = 3.0, 2.5  # for each rare word in common, and how much of that counts
AGE, OLDER = 1.9, 1.5  # against an article when another had a line since, and for each further such article
NEXT = 1.6  # against it besides, when nothing breaks off and nothing stands between the lines
BEGUN_NOW = 2.0  # against it besides, right below the first paragraph of another
BLOCK = 4.0  # against it besides, when the line stands in one block with the line before
QUOTE = 2.0  # for a quotation mark that closes one, against one that closes none
TORN = 3.0  # against a beginning that is none, where nothing breaks off
FOREIGN = 6.0  # against a list mark outside of its list
LEFT = 3.5  # against an article that is still unfinished at the end of the page


Heads = dict[int, tuple[int, ...]]


class Step(NamedTuple):
    """One line to place: into ``draft`` if ``forced``, else wherever it fits, which may be below headline ``draft``."""

    line: int
    draft: int
    forced: bool
    gap: bool  # a picture, a caption or a running head stands before it


class Look(NamedTuple):
    """What of a line matters here."""

    plain: str
    kind: str
    ended: bool  # it ends as an article may end
    half: bool  # it ends in a semicolon or colon
    goes_on: bool  # it begins as nothing does that begins a sentence
    punctuated: bool  # it begins with a comma or the like
    unopened: bool  # it closes a quotation that it does not open
    quotes: int  # quotations that it opens, less those it closes
    credited: bool  # it ends with a name in brackets
    begins: float  # how well it begins a sentence
    block: bool  # it stands in one block with the line before


class Tail(NamedTuple):
    """How an article stands."""

    end: str  # the last two characters
    open: bool
    half: bool
    quotes: int  # quotations that are open
    bare: bool  # only its byline has come
    bullet: str
    last: int  # the step that added to it last
    lines: tuple[int, ...]


class State(NamedTuple):
    """A way to place the lines so far."""

    score: float
    current: int
    waiting: int  # articles that break off
    tails: dict[int, Tail]


class Flow:
    """Places the lines of a page."""

    def __init__(self, lines: list[Line], heads: Heads, about: list[dict[int, float]]) -> None:
        """Prepare to place lines.

        Args:
            lines: all lines of the page.
            heads: of each draft, the lines of its title.
            about: what :func:`subjects` gives for the lines.
        """
        begun = {m[1] for line in lines for m in BEGUN.finditer(line.plain)}
        self.looks = [look(line, begun) for line in lines]
        self.heads = heads
        self.subjects = about

    def place(self, steps: list[Step]) -> dict[int, tuple[int, ...]]:
        """The lines of each draft that has any."""
        states = [State(0.0, -1, 0, {})]
        for number, step in enumerate(steps):
            options = [(score, state, draft) for state in states for score, draft in self._options(state, step)]
            states = self._best(options, step, number)
        best = max(states, key=lambda state: state.score - LEFT * state.waiting)
        return {draft: tail.lines for draft, tail in best.tails.items()}

    def _best(self, options: list[tuple[float, State, int]], step: Step, number: int) -> list[State]:
        """The best states, one of those that differ only in lines that no longer matter."""
        found: list[State] = []
        keys: set[object] = set()
        least = max(options, key=_score)[0] - MARGIN
        near = [option for option in options if option[0] >= least]
        for score, state, draft in sorted(near, key=_score, reverse=True):
            new = self._given(state, step, draft, score, number)
            key = (draft, *sorted((other, tail.lines[-1]) for other, tail in new.tails.items()))
            if key not in keys:
                keys.add(key)
                found.append(new)
                if len(found) == WIDTH:
                    break
        return found

    def _options(self, state: State, step: Step) -> list[tuple[float, int]]:
        """Where the line may go, and the score of all lines then."""
        if step.forced:
            return [(state.score, step.draft if step.draft >= 0 else state.current)]
        recent = sorted(state.tails, key=lambda draft: -state.tails[draft].last)[:RECENT]
        line = self.looks[step.line]
        away = self._away(state, step)
        found = []
        for age, draft in enumerate(recent):
            tail = state.tails[draft]
            score = fit(tail, line) + self._about(tail.lines, draft, step.line)
            score -= away + OLDER * (age - 1) if age else 0.0
            found.append((state.score + score, draft))
        if step.draft >= 0 and step.draft not in state.tails:
            score = HEADED + BEGINS * (line.begins - 4) - TORN * line.goes_on + self._about((), step.draft, step.line)
            found.append((state.score + score, step.draft))
        return found or [(state.score, step.draft)]

    def _away(self, state: State, step: Step) -> float:
        """What speaks against leaving the article of the line before."""
        current = state.tails.get(state.current)
        if current and current.bare:
            return HEADED
        cost = AGE + BEGUN_NOW * bool(current and len(current.lines) == 1 and not current.open)
        if self.looks[step.line].block:
            cost += BLOCK
        return cost if state.waiting or step.gap or step.draft >= 0 else cost + NEXT

    def _about(self, lines: tuple[int, ...], draft: int, line: int) -> float:
        shared = self.subjects[line]
        if not shared:
            return 0.0
        total = sum([shared[other] for other in (*self.heads.get(draft, ()), *lines) if other in shared])
        return SUBJECT * min(CAP, total)

    def _given(self, state: State, step: Step, draft: int, score: float, number: int) -> State:
        line = self.looks[step.line]
        tail = state.tails.get(draft)
        byline = line.kind == "byline"
        new = Tail(
            end=line.plain[-2:],
            open=not byline and not line.ended,
            half=line.half,
            quotes=line.quotes + (tail.quotes if tail and tail.open and not tail.half else 0),
            bare=byline and (tail is None or tail.bare),
            bullet=tail.bullet if tail and tail.bullet else line.plain[0] if line.kind == "item" else "",
            last=number,
            lines=(*tail.lines, step.line) if tail else (step.line,),
        )
        waiting = state.waiting + new.open - (tail.open if tail else 0)
        return State(score, draft, waiting, {**state.tails, draft: new})


def _score(option: tuple[float, State, int]) -> float:
    return option[0]


def look(line: Line, begun: set[str]) -> Look:
    """What of a line matters; ``begun`` are the words that follow a comma or the like on the page."""
    plain = line.plain
    usual = 7.0 if STARTS.match(plain) else 6.0 if plain[:3] in begun else 0.0
    mark = QUOTES.search(plain)
    unopened = bool(mark) and mark[0] in "”》" if mark else False
    return Look(
        plain=plain,
        kind=line.kind,
        ended=ended(plain) or line.kind == "subhead",
        half=bool(HALF.search(plain)),
        goes_on=unopened or bool(GOES_ON.match(plain)),
        punctuated=bool(PUNCTUATED.match(plain)),
        unopened=unopened,
        quotes=plain.count("“") + plain.count("《") - plain.count("”") - plain.count("》"),
        credited=bool(TAIL_CREDIT.search(plain)),
        begins=max(join("。", plain), usual),
        block=not line.apart,
    )


def fit(tail: Tail, line: Look) -> float:
    """How well a line goes on an article's text, its subject apart."""
    score = -foreign(tail, line)
    if not tail.open:
        return score - TORN * line.goes_on
    goes = line.begins if tail.half else join(tail.end, line.plain)
    score += JOINS * goes - BEGINS * line.begins + OPEN
    if line.unopened:
        score += QUOTE if tail.quotes > 0 else -QUOTE
    return score + QUOTE * line.punctuated


def foreign(tail: Tail, line: Look) -> float:
    """What speaks against a line in a column of short news, or against a list mark outside of one."""
    if line.kind == "item":
        return FOREIGN * tail.open if tail.bullet == line.plain[0] else FOREIGN
    if tail.bullet and not tail.open:
        return FOREIGN
    return -QUOTE if tail.bullet and line.credited else 0.0


def subjects(texts: list[str]) -> list[dict[int, float]]:
    """For each text, how much rare wording it shares with each other one.

    A triple of characters counts by how rare it is in news, and less the more of the texts have it.
    """
    where: dict[str, set[int]] = {}
    for i, text in enumerate(texts):
        for gram in map("".join, zip(text, text[1:], text[2:], strict=False)):
            if gram in where:
                where[gram].add(i)
            else:
                where[gram] = {i}
    shared: list[dict[int, float]] = [defaultdict(float) for _ in texts]
    for gram, at in where.items():
        if 1 < len(at) <= RECENT and HAN.fullmatch(gram) and (rare := RARE - seen(gram)) > 0:
            weight = 0.4 * rare / RARE / (len(at) - 1)
            for i, j in permutations(at, 2):
                shared[i][j] += weight
    return shared


STARTS = re.compile(
    r"(?:本[省市县区州旗]|全?[省市县区州旗])(?:委|政府|长|人大|政协|纪委|监委|领导|直|[\u4e00-\u9fff]{2,6}[局厅办委])"
    r"|“|[原副][省市县区州旗][委长]|据|记者|[\u4e00-\u9fff]{2,4}(?:说|表示|指出|强调|要求|介绍|认为)"
)
BEGUN = re.compile("(?<=[。，、；：,;“])(?=([\u4e00-\u9fff·]{3}))")
QUOTES = re.compile("[“”《》]")
PUNCTUATED = re.compile("[，。、；：！？,.;:!?]")
GOES_ON = re.compile("[，。、；：！？”’）》」』,.;:!?)]")
HAN = re.compile("[\u4e00-\u9fff·]{3}")
