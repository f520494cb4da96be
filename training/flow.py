"""Train kg/data/flow.json: ``python -m training.flow [--pages N] [--out FILE]`` (needs scipy).

The model chooses the article that a line goes on among those under way. It is fitted to synthetic pages, whose articles
are known, by conditional logistic regression: at each line all lines before it stand where they belong. This has one
best answer, which a thousand pages pin down: fits to 300 pages differ by half in the lines of real pages that
they misplace, and weights tuned by the mistakes that the search makes on whole synthetic pages misplace more of them.
The mean of fits to pages that are set differently misplaces fewer lines than each of them, so that the weights fitted
to pages as they were set before, ``training/flow_before.json``, count as much as the new ones. The same data give the
same file.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from kg.evaluate import read_gold, split
from kg.read.pages import Given, page
from kg.segment.evidence import STATIC
from kg.segment.flow import Flow, State, options
from kg.segment.lines import Line, lines
from kg.segment.moves import MOVING
from kg.segment.sort import Plan
from training.pages import NARROW, NOBODY, Made, Setter
from training.stories import compact_stories, corpus_stories, gold_stories

SHARED = Path("../shared")
INVENTED = Path("tests/data/articles")
OUT = Path("kg/data/flow.json")
BEFORE = Path(__file__).with_name("flow_before.json")
SEED = 7
SHARES = (0.24, 0.4)  # of pages with narrow columns; one fit each
STRENGTH = 2.0  # of the penalty on squared weights

Floats = npt.NDArray[np.float64]


class Choice(NamedTuple):
    """What speaks for each option, and which is right."""

    rows: npt.NDArray[np.float32]
    right: int


class Known:
    """Which story each line of a synthetic page belongs to."""

    def __init__(self, made: Made) -> None:
        self._owners = made.owners

    def story(self, line: Line) -> int:
        """The number of the story of a line, or :data:`NOBODY`."""
        return next((owner for start, end, owner, _ in self._owners if start <= line.text.raw < end), NOBODY)

    def owner(self, line: Line) -> bool | None:
        """Whether a line is a title; nothing for what belongs to no story."""
        found = (title for start, end, owner, title in self._owners if start <= line.text.raw < end and owner != NOBODY)
        return next(found, None)


def setter(shared: Path, seed: int, narrow: float = NARROW) -> Setter:
    """Sets pages with articles of the corpus, the gold's develop half, and those invented for the project."""
    gold = shared / "gold" / "page.jsonl"
    told = gold_stories(gold, list(split(read_gold(gold))["develop"]))
    local = told + compact_stories(sorted(INVENTED.glob("*.txt")))
    return Setter(local, corpus_stories(next((shared / "corpus").glob("*.jsonl.xz")), 2), seed, narrow)


def plan_of(made: Made, known: Known) -> Plan:
    """What is plain of a synthetic page with its true titles: from wrong ones the model would learn what is not so.

    What belongs to no story has the titles that are plain by themselves.
    """
    found = lines(page(made.raw, stem="page", source="page.md", given=Given()))
    owned = [known.owner(line) for line in found]
    titles = [line.kind == "title" if title is None else title for line, title in zip(found, owned, strict=True)]
    return Plan(found, [title and line.kind != "gap" for line, title in zip(found, titles, strict=True)])


def choices(made: Made) -> Iterator[Choice]:
    """The choices at the lines of a page when all lines before stand where they belong."""
    known = Known(made)
    plan = plan_of(made, known)
    flow = Flow(plan.evidence, {number: tuple(head) for number, head in enumerate(plan.heads)})
    state = State(0.0, -1, 0, {})
    drafts: dict[int, int] = {}  # of each story
    for number, step in enumerate(plan.steps):
        found = options(state, step)
        story = known.story(plan.lines[step.line])
        right = drafts.get(story, found[0] if step.forced else step.draft)
        if right not in found:
            right = found[0]
        elif not step.forced and len(found) > 1 and story != NOBODY and right >= 0:
            rows = [flow.reasons(state, step, draft, number) for draft in found]
            yield Choice(np.array(rows, np.float32), found.index(right))
        if story != NOBODY:
            drafts.setdefault(story, right)
        state = flow.given(state, step, right, 0.0, number)


def fit(found: Iterable[Choice]) -> Floats:
    """The weights under which the right options are likeliest."""
    all_choices = list(found)
    rows = np.concatenate([choice.rows for choice in all_choices]).astype(np.float64)
    sizes = np.array([len(choice.rows) for choice in all_choices])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = starts + np.array([choice.right for choice in all_choices])

    told = rows[right].sum(axis=0)

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = rows @ weights
        top = np.maximum.reduceat(scores, starts)
        odds = np.exp(scores - np.repeat(top, sizes))
        totals = np.add.reduceat(odds, starts)
        value = np.sum(top + np.log(totals) - scores[right]) + STRENGTH * weights @ weights / 2
        slope = rows.T @ (odds / np.repeat(totals, sizes)) - told + STRENGTH * weights
        return float(value), slope

    best: Floats = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return best


def fitted(made: Setter, pages: int) -> Floats:
    """The weights fitted to some pages."""
    return fit(choice for _ in range(pages) for choice in choices(made.page()))


def asked(about: str | None, *, pages: int, out: Path) -> argparse.Namespace:
    """What the command line asks for: ``shared``, how many ``pages``, and the file ``out``."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--pages", type=int, default=pages)
    parser.add_argument("--out", type=Path, default=out)
    return parser.parse_args()


def write(weights: Floats, names: Iterable[str], out: Path) -> None:
    """Write weights by their names."""
    named = {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}
    out.write_text(json.dumps(named, ensure_ascii=False, indent=0), encoding="utf-8")


def main() -> None:
    """Train as the command line says."""
    chosen = asked(__doc__, pages=1000, out=OUT)
    fits = [fitted(setter(chosen.shared, SEED, narrow), chosen.pages) for narrow in SHARES]
    names = (*STATIC, *MOVING)
    before = json.loads(BEFORE.read_text(encoding="utf-8"))
    write((np.mean(fits, axis=0) + [before[name] for name in names]) / 2, names, chosen.out)


if __name__ == "__main__":
    main()
