"""Train kg/data/breaks.bin: ``python -m training.breaks CORPUS.jsonl[.xz] kg/data/breaks.bin`` (needs scikit-learn).

Sentences of the corpus are broken anywhere. The model learns to tell what went on there from the beginnings of other
sentences and from what went on at other breaks. The same corpus gives the same file.
"""

from __future__ import annotations

import json
import lzma
import random
import sys
import zlib
from array import array
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from kg.text.breaks import SCALE, SHAPES, SLOTS, slots
from kg.text.language import plain

SEED = 3
EVERY = 12  # characters between two breaks, about
CHUNK = 50_000
PENALTY = 2e-7
ROUNDS = 2

Example = tuple[str, str, bool]


def examples(path: Path, rng: random.Random) -> Iterator[Example]:
    """Breaks with what goes on there and what does not."""
    opener = lzma.open if path.suffix == ".xz" else open
    others: list[str] = ["。"] * 200  # beginnings and continuations of articles before
    with opener(path, "rt", encoding="utf-8") as rows:
        for row in rows:
            for paragraph in json.loads(row)["text"].split("\n"):
                text = plain(paragraph.replace(" ", ""))
                for at in (
                    sorted(rng.sample(range(1, max(2, len(text) - 2)), len(text) // EVERY)) if len(text) > 20 else ()
                ):
                    if text[at - 1] == "。":
                        continue
                    left, right = text[max(0, at - 8) : at], text[at : at + 8]
                    yield left, right, True
                    yield left, rng.choice(others), False
                    start = text.rfind("。", 0, at) + 1 if rng.random() < 0.4 else at
                    others[rng.randrange(len(others))] = text[start : start + 8]


def train(path: Path) -> bytes:
    """The compressed weights."""
    model = SGDClassifier(
        loss="log_loss",
        alpha=PENALTY,
        average=False,
        random_state=SEED,
        shuffle=False,
        learning_rate="adaptive",
        eta0=0.3,
    )
    for number in range(ROUNDS):
        rng = random.Random(SEED + number)
        model.eta0 = 0.3 / (1 + 2 * number)
        chunk: list[Example] = []
        for example in examples(path, rng):
            chunk.append(example)
            if len(chunk) == CHUNK:
                _fit(model, chunk, rng)
                chunk = []
    weights = np.clip(np.round(model.coef_[0] * SCALE), -127, 127).astype(np.int8)
    return zlib.compress(array("b", weights.tolist()).tobytes(), 9)


def _fit(model: SGDClassifier, chunk: list[Example], rng: random.Random) -> None:
    rng.shuffle(chunk)
    columns = np.fromiter((slot for left, right, _ in chunk for slot in slots(left, right)), np.int32)
    rows = np.arange(len(chunk) + 1) * len(SHAPES)
    matrix = csr_matrix((np.ones(len(columns)), columns, rows), shape=(len(chunk), SLOTS))
    target = np.array([good for _, _, good in chunk])
    if hasattr(model, "coef_"):
        print(f"right before learning: {np.mean(model.predict(matrix) == target):.4f}", file=sys.stderr)
    model.partial_fit(matrix, target, classes=[False, True])


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(train(Path(sys.argv[1])))
