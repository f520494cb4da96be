"""Weights of kg/data/flow.json, the second part of their training: whole pages.

:func:`training.flow.fit` looks at one choice at a time, with all lines before it where they belong. Here the search of
:mod:`kg.segment.flow` runs over whole pages, and where another way to place the lines beats the right one, the weights
move towards the right one: a perceptron with a margin, updated where the search has gone wrong the most.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kg.segment.evidence import STATIC
from kg.segment.flow import LEFT, Flow, State, Step, options
from kg.segment.moves import MOVING

RATE, ROUNDS = 0.03, 6
MARGIN = 0.7  # by which the right way has to win for each line that the other one places wrongly
WIDTH, NEAR = 10, 10.0  # of the search: ways that are kept, and how much worse than the best one they may be
LONGEST = 4.0  # a longer step is shortened

Floats = npt.NDArray[np.float64]
NAMES = (*STATIC, *MOVING)


class Right(NamedTuple):
    """Where a line belongs."""

    draft: int
    known: bool  # it belongs to a story and may go elsewhere


class Way(NamedTuple):
    """A way to place the lines so far, and the sum of what speaks for it."""

    score: float
    reasons: Floats
    state: State


class Course:
    """A synthetic page: its lines in order, and where each belongs."""

    def __init__(self, flow: Flow, steps: Sequence[Step], right: Sequence[Right]) -> None:
        """Prepare to search the page."""
        self._flow, self._places = flow, list(zip(steps, right, strict=True))
        self._static: dict[object, Floats] = {}

    def mistake(self, weights: Floats) -> Floats | None:
        """What speaks for the right way and against the best other one, where that is ahead the most."""
        start = Way(0.0, np.zeros(len(NAMES)), State(0.0, -1, 0, {}))
        ways, gold = [start], start
        worst, found = 0.0, None
        for number, (_, right) in enumerate(self._places):
            ways = self._best([way for old in ways for way in self._ways(old, number, weights)])
            gold = next(self._ways(gold, number, weights, only=right.draft))
            ahead = ways[0].score - gold.score
            if ahead > worst:
                worst, found = ahead, gold.reasons - ways[0].reasons
        best = max(ways, key=_finished)
        return gold.reasons - best.reasons if _finished(best) - _finished(gold) > worst else found

    def _ways(self, way: Way, number: int, weights: Floats, *, only: int | None = None) -> Iterator[Way]:
        """The ways to go on with a line; ``only`` the one that gives it to a draft."""
        step, right = self._places[number]
        drafts = options(way.state, step)
        if not right.known or len(drafts) == 1:
            draft = right.draft if right.draft in drafts else drafts[0]
            yield way._replace(state=self._flow.given(way.state, step, draft, 0.0, number))
            return
        for draft in drafts if only is None else [only]:
            reasons = self._reasons(way.state, step, draft, number)
            margin = MARGIN if only is None and draft != right.draft else 0.0
            state = self._flow.given(way.state, step, draft, 0.0, number)
            yield Way(way.score + float(weights @ reasons) + margin, way.reasons + reasons, state)

    def _reasons(self, state: State, step: Step, draft: int, number: int) -> Floats:
        tail = state.tails.get(draft)
        key = (draft, tail.lines if tail else (), step.line)
        if key not in self._static:
            self._static[key] = np.array(self._flow.static(state, step, draft), np.float32)
        return np.concatenate([self._static[key], self._flow.moved(state, step, draft, number)])

    def _best(self, ways: list[Way]) -> list[Way]:
        ways.sort(key=lambda way: -way.score)
        found: dict[object, Way] = {}
        for way in ways:
            if way.score < ways[0].score - NEAR or len(found) == WIDTH:
                break
            last = sorted((draft, tail.lines[-1]) for draft, tail in way.state.tails.items())
            found.setdefault((way.state.current, *last), way)
        return list(found.values())


def _finished(way: Way) -> float:
    return way.score - LEFT * way.state.waiting


def tuned(weights: dict[str, float], courses: Sequence[Course]) -> dict[str, float]:
    """The weights after some rounds over the pages: the mean of those during the last round."""
    now = np.array([weights[name] for name in NAMES])
    total = np.zeros_like(now)
    for turn in range(ROUNDS):
        for course in courses:
            step = course.mistake(now)
            if step is not None:
                now = now + RATE * step / max(1.0, float(np.linalg.norm(step)) / LONGEST)
            if turn == ROUNDS - 1:
                total += now
    return {name: round(float(weight), 3) for name, weight in zip(NAMES, total / len(courses), strict=True)}
