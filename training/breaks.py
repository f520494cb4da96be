"""Train kg/data/breaks.bin: ``python -m training.breaks CORPUS.jsonl[.xz] kg/data/breaks.bin`` (needs scikit-learn).

Sentences of the corpus are broken anywhere. The model learns to tell what went on there from the beginnings of other
sentences and from what went on at other breaks. The same corpus gives the same file.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from kg.text.breaks import SCALE, SLOTS, slots
from training.corpus import paragraphs
from training.sparse import Learner

SEED = 3
EVERY = 12  # characters between two breaks, about
PENALTY = 2e-7
STEP = 0.3
ROUNDS = 2

Example = tuple[str, str]  # what stands before a break and behind it


def examples(path: Path, rng: random.Random) -> Iterator[tuple[Example, bool]]:
    """Breaks with what goes on there and what does not."""
    others: list[str] = ["。"] * 200  # beginnings and continuations of articles before
    for text in paragraphs(path):
        for at in sorted(rng.sample(range(1, max(2, len(text) - 2)), len(text) // EVERY)) if len(text) > 20 else ():
            if text[at - 1] == "。":
                continue
            left, right = text[max(0, at - 8) : at], text[at : at + 8]
            yield (left, right), True
            yield (left, rng.choice(others)), False
            start = text.rfind("。", 0, at) + 1 if rng.random() < 0.4 else at
            others[rng.randrange(len(others))] = text[start : start + 8]


def train(path: Path) -> bytes:
    """The compressed weights."""
    learner = Learner(SLOTS, penalty=PENALTY, seed=SEED, step=STEP)
    for number in range(ROUNDS):
        rng = random.Random(SEED + number)
        learner.learn(examples(path, rng), lambda example: slots(*example), rng, step=STEP / (1 + 2 * number))
    return learner.packed(SCALE)


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(train(Path(sys.argv[1])))
