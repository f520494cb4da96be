"""Which line goes with which article, where columns were broken or read across each other.

A beam search over the lines of a page in reading order. Its score adds up, line by line, how well each line goes on the
text of the article it is given to: what is left unfinished there, which characters follow each other in news, quotation
marks, list marks, and the rare words both use; an article that is still unfinished at the end costs something.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from kg.segment.lines import Line
from kg.segment.patterns import HALF, TAIL_CREDIT, closed, ended
from kg.text import join, seen

WIDTH = 12  # states that are kept
RECENT = 6  # articles that a line may go to
RARE = 8  # characters as common as this in news say nothing about what a line is about
# Weights, fitted on pages and rounded. Only their differences matter.
JOINS, BEGINS = 0.7, 0.5  # for each point of :func:`kg.text.join` with the break, and with the end of a sentence
OPEN = 1.5  # to an article that breaks off
BEGUN_NOW = 2.0  # against it besides, right below the first paragraph of another
HEADED = 5.0  # to the headline or byline right above
SUBJECT, CAP = 3.0, 2.5  # for each rare word in common, and how much of that counts
AGE, OLDER = 1.9, 1.5  # against an article when another had a line since, and for each further such article
NEXT = 1.6  # against it besides, when nothing breaks off and nothing stands between the lines
QUOTE, TORN, FOREIGN, LEFT = 2.0, 3.0, 6.0, 2.5


class Step(NamedTuple):
    """One line to place: into ``draft`` if ``forced``, else wherever it fits, which may be below headline ``draft``."""

    line: int
    draft: int
    forced: bool
    gap: bool  # a picture, a caption or a running head stands before it


class Tail(NamedTuple):
    """How an article stands: the text since the last end of a paragraph, and more."""

    paragraph: str
    open: bool
    bare: bool  # only its byline has come
    bullet: str
    last: int  # the step that added to it last
    lines: tuple[int, ...]


class State(NamedTuple):
    """A way to place the lines so far."""

    score: float
    current: int
    tails: dict[int, Tail]


class Flow:
    """Places the lines of a page."""

    def __init__(self, lines: list[Line], heads: dict[int, tuple[int, ...]]) -> None:
        """``heads`` gives the lines of each draft's title."""
        self.lines = lines
        self.heads = heads
        self.subjects = subjects([line.plain for line in lines])
        self.begun = {m[1] for line in lines for m in BEGUN.finditer(line.plain)}

    def place(self, steps: list[Step]) -> dict[int, tuple[int, ...]]:
        """The lines of each draft that has any."""
        states = [State(0.0, -1, {})]
        for number, step in enumerate(steps):
            found = [new for state in states for new in self._next(state, step, number)]
            states = _best(found)
        best = max(states, key=lambda state: state.score - LEFT * sum(tail.open for tail in state.tails.values()))
        return {draft: tail.lines for draft, tail in best.tails.items()}

    def _next(self, state: State, step: Step, number: int) -> list[State]:
        """The states after one more line."""
        if step.forced:
            return [self._given(state, step, step.draft if step.draft >= 0 else state.current, 0.0, number)]
        recent = sorted(state.tails, key=lambda draft: -state.tails[draft].last)[:RECENT]
        line = self.lines[step.line]
        begins = self._begins(line.plain)
        away = self._away(state, step)
        found = []
        for age, draft in enumerate(recent):
            score = fit(state.tails[draft], line, begins) + self._about(state.tails[draft].lines, draft, step.line)
            score -= away + OLDER * (age - 1) if age else 0.0
            found.append(self._given(state, step, draft, score, number))
        if step.draft >= 0 and step.draft not in state.tails:
            score = HEADED + BEGINS * (begins - 4) - TORN * goes_on(line.plain) + self._about((), step.draft, step.line)
            found.append(self._given(state, step, step.draft, score, number))
        return found or [self._given(state, step, step.draft, 0.0, number)]

    def _begins(self, head: str) -> float:
        """How well a line begins a sentence; words after a comma elsewhere on the page are no broken ones."""
        usual = 7.0 if STARTS.match(head) else 6.0 if head[:3] in self.begun else 0.0
        return max(join("。", head), usual)

    def _away(self, state: State, step: Step) -> float:
        """What speaks against leaving the article of the line before."""
        current = state.tails.get(state.current)
        if current and current.bare:
            return HEADED
        cost = AGE + BEGUN_NOW * bool(current and len(current.lines) == 1 and not current.open)
        waiting = any(tail.open for tail in state.tails.values())
        return cost if waiting or step.gap or step.draft >= 0 else cost + NEXT

    def _about(self, lines: tuple[int, ...], draft: int, line: int) -> float:
        shared = self.subjects[line]
        total = sum(shared.get(other, 0.0) for other in (*self.heads.get(draft, ()), *lines))
        return SUBJECT * min(CAP, total)

    def _given(self, state: State, step: Step, draft: int, score: float, number: int) -> State:
        line = self.lines[step.line]
        tail = state.tails.get(draft)
        lines = (*tail.lines, step.line) if tail else (step.line,)
        torn = tail and tail.open
        byline = line.kind == "byline"
        bullet = tail.bullet if tail and tail.bullet else line.plain[0] if line.kind == "item" else ""
        new = Tail(
            paragraph=tail.paragraph + line.plain if tail and torn else line.plain,
            open=not byline and not ended(line.plain),
            bare=byline and (tail is None or tail.bare),
            bullet=bullet,
            last=number,
            lines=lines,
        )
        return State(state.score + score, draft, {**state.tails, draft: new})


def _best(states: list[State]) -> list[State]:
    """The best states, one of those that differ only in lines that no longer matter."""
    found: dict[object, State] = {}
    for state in sorted(states, key=lambda state: -state.score):
        key = (state.current, frozenset((draft, tail.lines[-1]) for draft, tail in state.tails.items()))
        found.setdefault(key, state)
        if len(found) == WIDTH:
            break
    return list(found.values())


def fit(tail: Tail, line: Line, begins: float) -> float:
    """How well a line goes on an article's text, its subject apart; ``begins`` is how well it begins a sentence."""
    head = line.plain
    score = -foreign(tail, line)
    if not tail.open:
        return score - TORN * goes_on(head)
    goes = begins if HALF.search(tail.paragraph) else join(tail.paragraph, head)
    score += JOINS * goes - BEGINS * begins + OPEN
    if unopened(head):
        score += QUOTE if unclosed(tail.paragraph) else -QUOTE
    return score + (QUOTE if re.match("[，。、；：！？,.;:!?]", head) else 0.0)


def foreign(tail: Tail, line: Line) -> float:
    """What speaks against a line in a column of short news, or against a list mark outside of one."""
    if line.kind == "item":
        return FOREIGN * tail.open if tail.bullet == line.plain[0] else FOREIGN
    if tail.bullet and not tail.open:
        return FOREIGN
    return -QUOTE if tail.bullet and TAIL_CREDIT.search(line.plain) else 0.0


def goes_on(head: str) -> bool:
    """Whether a line begins as none does that begins a sentence."""
    return bool(re.match("[，。、；：！？”’）》」』,.;:!?)]", head)) or unopened(head)


def unclosed(text: str) -> bool:
    """Whether a quotation or a title of a work is still open."""
    return text.count("“") > text.count("”") or text.count("《") > text.count("》")


def unopened(text: str) -> bool:
    """Whether a closing mark comes before any opening one."""
    m = re.search("[“”《》]", text)
    return bool(m) and m[0] in "”》" if m else False


def subjects(texts: list[str]) -> list[dict[int, float]]:
    """For each text, how much rare wording it shares with each other one.

    A triple of characters counts by how rare it is in news, and less the more of the texts have it.
    """
    where: dict[str, list[int]] = defaultdict(list)
    for i, text in enumerate(texts):
        for gram in {text[j : j + 3] for j in range(len(text) - 2)}:
            where[gram].append(i)
    shared: list[dict[int, float]] = [defaultdict(float) for _ in texts]
    for gram, at in where.items():
        if 1 < len(at) <= RECENT and HAN.fullmatch(gram) and (rare := RARE - seen(gram)) > 0:
            weight = rare / RARE / (len(at) - 1) * 0.4
            for i in at:
                for j in at:
                    if i != j:
                        shared[i][j] += weight
    return shared


STARTS = re.compile(
    r"(?:本[省市县区州旗]|全?[省市县区州旗])(?:委|政府|长|人大|政协|纪委|监委|领导|直|[\u4e00-\u9fff]{2,6}[局厅办委])"
    r"|[原副][省市县区州旗][委长]|据|记者|[\u4e00-\u9fff]{2,4}(?:说|表示|指出|强调|要求|介绍|认为)"
)
BEGUN = re.compile("(?<=[。，、；：,;“])(?=([\u4e00-\u9fff·]{3}))")
HAN = re.compile("[\u4e00-\u9fff·]{3}")
