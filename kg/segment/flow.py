"""Which line goes with which article, where columns were broken or read across each other.

A beam search over the lines of a page in reading order. Each line goes to one of the articles that are under way or
below the headline right above it; what speaks for each choice adds up over the page, so that a choice after which the
lines to come fit nowhere loses to another. ``python -m training.flow`` trains the weights on pages made for it;
:mod:`kg.segment.evidence` says what they weigh. An article that is still unfinished at the end costs something.
"""

from __future__ import annotations

from functools import lru_cache
from operator import mul
from typing import NamedTuple

from kg.segment.evidence import STATIC, Evidence, Joint
from kg.segment.looks import left_open
from kg.segment.moves import MANY, MOVING, Move, moving
from kg.segment.patterns import OUTLINE, furniture
from kg.segment.subjects import Part, Tail
from kg.segment.weights import weights

WIDTH, MARGIN = 10, 7.0
SIGNED = 20  # characters; who signs a notice needs no more
RECENT = 8  # articles that a line may go to
DONE = 4.0  # against an article that ends as notices do
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
    tails: dict[int, Tail]  # of each draft under way, the latest last


class Place(NamedTuple):
    """A line to place, and how things stand then."""

    state: State
    step: Step
    number: int
    block: bool  # the line stands in one block with the line before
    waiting: int  # articles that break off, at most :data:`MANY`
    torn: bool  # the article of the line before breaks off
    begun: bool  # that article has a single line, which ends as an article may end
    oldest: int  # how many articles have had a line since the oldest one that breaks off, or -1


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
        self._joints: dict[Joint, float] = {}

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
        place = self._here(state, step, number)
        return [
            (state.score + self._weighed(state, step, draft) + _weighed_move(move(place, draft, age)), draft)
            for age, draft in enumerate(drafts)
        ]

    def _weighed(self, state: State, step: Step, draft: int) -> float:
        """What the text says for giving a line to a draft."""
        tail, line = state.tails.get(draft), step.line
        key = draft, tail.lines if tail else (), line
        weight = self._static.get(key)
        if weight is None:
            about = self.evidence.about(tail, self.heads.get(draft, ()), line)
            done = tail is not None and self._done(tail, draft, line)
            weight = self._joint(tail, line) + sum(map(_weighed_part, about)) - DONE * done
            self._static[key] = weight
        return weight

    def _done(self, tail: Tail, draft: int, line: int) -> bool:
        """Whether an article is a notice that has come to its end, which only who signs it or a next item follows."""
        if tail.open or not self.looks[tail.lines[-1]].done or len(self.looks[line].plain) <= SIGNED:
            return False
        head = "".join(self.looks[i].plain for i in self.heads.get(draft, ()))
        return bool(furniture().notices.search(head)) and not OUTLINE.match(self.looks[line].plain)

    def _joint(self, tail: Tail | None, line: int) -> float:
        """What the joint says where a line goes on a tail; many tails make the same joint with it."""
        key = self.evidence.joint_key(tail, line)
        if key not in self._joints:
            self._joints[key] = _weighed_part(self.evidence.joint(tail, line))
        return self._joints[key]

    def reasons(self, state: State, step: Step, draft: int, number: int) -> list[float]:
        """All that the model sees of an option, in the order of :data:`STATIC` and :data:`MOVING`."""
        return self.static(state, step, draft) + self.moved(state, step, draft, number)

    def static(self, state: State, step: Step, draft: int) -> list[float]:
        """What of that depends on the texts alone."""
        tail, head = state.tails.get(draft), self.heads.get(draft, ())
        found = [0.0] * len(STATIC)
        for start, values in (self.evidence.joint(tail, step.line), *self.evidence.about(tail, head, step.line)):
            found[start : start + len(values)] = values
        return found

    def moved(self, state: State, step: Step, draft: int, number: int) -> list[float]:
        """What of that depends on the order of the lines."""
        age = ordered(state).index(draft) if draft in state.tails else 0
        return moving(move(self._here(state, step, number), draft, age))

    def _here(self, state: State, step: Step, number: int) -> Place:
        """How things stand before a line."""
        breaking = [age for age, draft in enumerate(ordered(state)) if state.tails[draft].open] if state.waiting else []
        now = state.tails.get(state.current)
        torn = now is not None and now.open
        begun = now is not None and len(now.lines) == 1 and not now.open
        oldest = breaking[-1] if breaking else -1
        return Place(state, step, number, self.looks[step.line].block, min(MANY, state.waiting), torn, begun, oldest)

    def given(self, state: State, step: Step, draft: int, score: float, number: int) -> State:
        """The state when a line is given to a draft."""
        line = self.looks[step.line]
        tail = state.tails.get(draft)
        byline = line.signs
        new = Tail(
            open=not byline and not line.ended and (tail is not None or not line.label),
            marks=left_open(line.marks, tail.marks if tail and tail.open else ""),
            bare=byline and (tail is None or tail.bare),
            bullet=tail.bullet if tail and tail.bullet else line.plain[0] if line.kind == "item" else "",
            last=number,
            lines=(*tail.lines, step.line) if tail else (step.line,),
        )
        waiting = state.waiting + new.open - (tail.open if tail else 0)
        tails = {other: tail for other, tail in state.tails.items() if other != draft}
        return State(score, draft, waiting, {**tails, draft: new})


def options(state: State, step: Step) -> list[int]:
    """The drafts that a line may go to: those under way, the latest first, then the one of the headline right above."""
    if step.forced:
        return [step.draft if step.draft >= 0 else state.current]
    recent = ordered(state)[:RECENT]
    return [*recent, step.draft] if step.draft not in state.tails and (step.draft >= 0 or not recent) else recent


def ordered(state: State) -> list[int]:
    """The drafts under way, the latest first."""
    return list(reversed(state.tails))


def move(place: Place, draft: int, age: int) -> Move:
    """How things stand for giving a line to a draft; ``age`` counts the drafts that have had a line since."""
    state, step = place.state, place.step
    tail = state.tails.get(draft)
    if tail is None:
        return Move(place.waiting, place.block, True)
    return Move(  # in the order of its fields, since this is done for each line and each article
        place.waiting,
        place.block,
        False,
        step.draft >= 0,
        step.gap,
        draft == state.current,
        tail.open,
        tail.bare,
        min(age, MANY),
        place.number - tail.last,
        age >= place.oldest,
        place.torn,
        place.begun,
    )


@lru_cache(maxsize=1 << 14)
def _weighed_move(found: Move) -> float:
    weight: float = sum(map(mul, model().moving, moving(found)))
    return weight


def _weighed_part(part: Part) -> float:
    start, values = part
    weight: float = sum(map(mul, values, model().static[start]))
    return weight


class Model(NamedTuple):
    """The weights of what the model looks at."""

    static: list[list[float]]  # from each place on
    moving: list[float]


@lru_cache(maxsize=1)
def model() -> Model:
    """The weights out of ``kg/data/flow.json``."""
    static = weights("flow.json", STATIC)
    return Model([static[start:] for start in range(len(static))], weights("flow.json", MOVING))


def _score(option: tuple[float, State, int]) -> float:
    return option[0]
