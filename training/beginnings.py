"""Train kg/data/begins.bin: ``python -m training.beginnings CORPUS.jsonl[.xz] OUT`` (needs scikit-learn).

The model tells from a text's first characters whether a sentence begins there or one goes on: sentences of the corpus
are taken from their beginning and from anywhere within. The same corpus gives the same file.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from kg.text.begins import AHEAD, SCALE, SLOTS, slots
from training.corpus import paragraphs
from training.sparse import Learner

SEED = 9
PENALTY = 1e-6
STEP = 0.2


def examples(path: Path, rng: random.Random) -> Iterator[tuple[str, bool]]:
    """First characters, and whether a sentence begins with them; as many of each."""
    for text in paragraphs(path):
        start = 0
        for end in [i + 1 for i, char in enumerate(text) if char == "。"]:
            if end - start > 8:
                yield text[start : start + AHEAD], True
                at = rng.randrange(start + 2, end - 2)
                yield text[at : at + AHEAD], False
            start = end


def train(path: Path) -> bytes:
    """The compressed weights."""
    rng = random.Random(SEED)
    learner = Learner(SLOTS, penalty=PENALTY, seed=SEED, step=STEP)
    learner.learn(examples(path, rng), slots, rng, step=STEP)
    return learner.packed(SCALE)


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(train(Path(sys.argv[1])))
