"""Train kg/data/begins.bin: ``python -m training.beginnings CORPUS.jsonl[.xz] OUT`` (needs scikit-learn).

The model tells from a text's first characters whether a sentence begins there or one goes on: sentences of the corpus
are taken from their beginning and from anywhere within. The same corpus gives the same file.
"""

from __future__ import annotations

import json
import lzma
import random
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from kg.text.begins import AHEAD, SCALE, SLOTS, WINDOWS, slots
from kg.text.language import plain

SEED = 9
CHUNK = 50_000
PENALTY = 1e-6


def examples(path: Path, rng: random.Random) -> Iterator[tuple[str, bool]]:
    """First characters, and whether a sentence begins with them; as many of each."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as rows:
        for row in rows:
            for paragraph in json.loads(row)["text"].split("\n"):
                text = plain(paragraph.replace(" ", ""))
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
    model = SGDClassifier(
        loss="log_loss", alpha=PENALTY, random_state=SEED, shuffle=False, learning_rate="adaptive", eta0=0.2
    )
    chunk: list[tuple[str, bool]] = []
    for example in examples(path, rng):
        chunk.append(example)
        if len(chunk) == CHUNK:
            _fit(model, chunk, rng)
            chunk = []
    weights = np.clip(np.round(model.coef_[0] * SCALE), -127, 127).astype(np.int8)
    return zlib.compress(weights.tobytes(), 9)


def _fit(model: SGDClassifier, chunk: list[tuple[str, bool]], rng: random.Random) -> None:
    rng.shuffle(chunk)
    columns = np.fromiter((slot for text, _ in chunk for slot in slots(text)), np.int32)
    rows = np.arange(len(chunk) + 1) * len(WINDOWS)
    matrix = csr_matrix((np.ones(len(columns)), columns, rows), shape=(len(chunk), SLOTS))
    target = np.array([begins for _, begins in chunk])
    if hasattr(model, "coef_"):
        print(f"right before learning: {np.mean(model.predict(matrix) == target):.4f}", file=sys.stderr)
    model.partial_fit(matrix, target, classes=[False, True])


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(train(Path(sys.argv[1])))
