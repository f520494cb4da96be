"""Which line goes with which article, where columns were broken or read across each other.

A beam search over the lines of a page in reading order. Each line goes to one of the articles that are under way or
below the headline right above it; what speaks for each choice adds up over the page, so that a choice after which the
lines to come fit nowhere loses to another. ``python -m training.flow`` trains the weights on pages made for it;
:mod:`kg.segment.evidence` says what they weigh. An article that is still unfinished at the end costs something.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from math import log
from operator import mul
from typing import NamedTuple

from kg.segment.evidence import MOVING, STATIC, Evidence, Tail
from kg.segment.looks import left_open

WIDTH, MARGIN = 10, 7.0
RECENT = 8  # articles that a line may go to
LEFT = 3.0  # against an article that is still unfinished at the end of the page

Heads = dict[int, tuple[int, ...]]


class Step(NamedTuple):
    """One line to place: into ``draft`` if ``forced``, else wherever it fits, which may be below headline ``draft``."""

    line: int
    draft: int
    forced: bool
    gap: bool  # a picture, a caption or a running head stands before it


class State(NamedTuple):
    """A way to place the lines so far."""

    score: float
    current: int
    waiting: int  # articles that break off
    tails: dict[int, Tail]


class Place(NamedTuple):
    """A line to place, and how things stand then."""

    state: State
    step: Step
    number: int
    order: list[int]  # the drafts under way, the latest first
    block: bool  # the line stands in one block with the line before


class Flow:
    """Places the lines of a page."""

    def __init__(self, evidence: Evidence, heads: Heads) -> None:
        """Prepare to place lines.

        Args:
            evidence: on the lines of the page.
            heads: of each draft, the lines of its title.
        """
        self.evidence = evidence
        self.looks = evidence.looks
        self.heads = heads
        self._static: dict[tuple[int, tuple[int, ...], int], float] = {}

    def place(self, steps: list[Step]) -> dict[int, tuple[int, ...]]:
        """The lines of each draft that has any."""
        states = [State(0.0, -1, 0, {})]
        for number, step in enumerate(steps):
            options = [(score, state, draft) for state in states for score, draft in self._scored(state, step, number)]
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
            new = self.given(state, step, draft, score, number)
            key = (draft, *sorted((other, tail.lines[-1]) for other, tail in new.tails.items()))
            if key not in keys:
                keys.add(key)
                found.append(new)
                if len(found) == WIDTH:
                    break
        return found

    def _scored(self, state: State, step: Step, number: int) -> list[tuple[float, int]]:
        """Where the line may go, and the score of all lines then."""
        drafts = options(state, step)
        if len(drafts) == 1:
            return [(state.score, drafts[0])]
        weights, place = model().moving, self.here(state, step, number)
        scores = [self._weighed(state, step, draft) + sum(map(mul, weights, moving(place, draft))) for draft in drafts]
        return [(state.score + score, draft) for score, draft in zip(scores, drafts, strict=True)]

    def _weighed(self, state: State, step: Step, draft: int) -> float:
        tail = state.tails.get(draft)
        key = (draft, tail.lines if tail else (), step.line)
        if key not in self._static:
            self._static[key] = sum(
                map(mul, model().static, self.evidence.static(tail, self.heads.get(draft, ()), step.line))
            )
        return self._static[key]

    def reasons(self, state: State, step: Step, draft: int, number: int) -> list[float]:
        """All that the model sees of an option, in the order of :data:`STATIC` and :data:`MOVING`."""
        return self.static(state, step, draft) + moving(self.here(state, step, number), draft)

    def static(self, state: State, step: Step, draft: int) -> list[float]:
        """What of that depends on the texts alone."""
        return self.evidence.static(state.tails.get(draft), self.heads.get(draft, ()), step.line)

    def here(self, state: State, step: Step, number: int) -> Place:
        """How things stand before a line."""
        return Place(state, step, number, ordered(state), self.looks[step.line].block)

    def given(self, state: State, step: Step, draft: int, score: float, number: int) -> State:
        """The state when a line is given to a draft."""
        line = self.looks[step.line]
        tail = state.tails.get(draft)
        byline = line.kind == "byline"
        new = Tail(
            open=not byline and not line.ended and (tail is not None or not line.label),
            marks=left_open(line.marks, tail.marks if tail and tail.open else ""),
            bare=byline and (tail is None or tail.bare),
            bullet=tail.bullet if tail and tail.bullet else line.plain[0] if line.kind == "item" else "",
            last=number,
            lines=(*tail.lines, step.line) if tail else (step.line,),
        )
        waiting = state.waiting + new.open - (tail.open if tail else 0)
        return State(score, draft, waiting, {**state.tails, draft: new})


def options(state: State, step: Step) -> list[int]:
    """The drafts that a line may go to: those under way, the latest first, then the one of the headline right above."""
    if step.forced:
        return [step.draft if step.draft >= 0 else state.current]
    recent = ordered(state)[:RECENT]
    return [*recent, step.draft] if step.draft not in state.tails and (step.draft >= 0 or not recent) else recent


def ordered(state: State) -> list[int]:
    """The drafts under way, the latest first."""
    lasts = sorted([(-tail.last, draft) for draft, tail in state.tails.items()])
    return [draft for _, draft in lasts]


def moving(place: Place, draft: int) -> list[float]:
    """What the order of the lines says about giving one to a draft; in the order of :data:`MOVING`."""
    state, step = place.state, place.step
    tail = state.tails.get(draft)
    if tail is None:
        return [0.0] * (len(MOVING) - 2) + [float(state.waiting > 0), float(place.block)]
    current = draft == state.current
    age = place.order.index(draft)
    now = state.tails.get(state.current)
    distance = log(place.number - tail.last)
    older = [other for other in place.order[age + 1 :] if state.tails[other].open]
    torn = now is not None and now.open
    return [
        float(current and not tail.open),
        float(current and tail.open),
        float(current and place.block and step.draft < 0),
        float(current and step.gap and not tail.open),
        float(current and step.gap and tail.open),
        float(not current and not tail.open and not torn),
        float(not current and tail.open and not torn),
        float(not current and not tail.open and torn),
        float(age == 1),
        float(age == 2),
        float(age > 2),
        distance,
        distance if tail.open else 0.0,
        0.0 if tail.open else distance,
        float(step.draft >= 0),
        float(step.draft >= 0 and tail.open),
        float(not current and not state.waiting and not step.gap),
        0.0 if tail.open else min(3.0, state.waiting),
        float(tail.open and state.waiting == 1),
        float(tail.open and not older and state.waiting > 1),
        float(not current and now is not None and len(now.lines) == 1 and not now.open),
        float(current and tail.bare),
        0.0,
        0.0,
    ]


class Model(NamedTuple):
    """The weights of what the model looks at."""

    static: list[float]
    moving: list[float]


@lru_cache(maxsize=1)
def model() -> Model:
    """The weights out of ``kg/data/flow.json``."""
    weights: dict[str, float] = json.loads((files("kg") / "data" / "flow.json").read_text(encoding="utf-8"))
    return Model([weights[name] for name in STATIC], [weights[name] for name in MOVING])


def _score(option: tuple[float, State, int]) -> float:
    return option[0]
