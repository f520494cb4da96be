"""Logistic regression over very many sparse features, taught some thousand examples at a time (needs scikit-learn)."""

from __future__ import annotations

import random
import sys
import zlib
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

CHUNK = 50_000  # examples
Example = TypeVar("Example")


class Learner:
    """A model whose features are slots of a table; the same examples in the same order give the same weights."""

    def __init__(self, slots: int, *, penalty: float, seed: int, step: float) -> None:
        self._slots = slots
        self._model = SGDClassifier(
            loss="log_loss", alpha=penalty, random_state=seed, shuffle=False, learning_rate="adaptive", eta0=step
        )

    def learn(
        self,
        examples: Iterable[tuple[Example, bool]],
        slots_of: Callable[[Example], Iterable[int]],
        rng: random.Random,
        *,
        step: float,
    ) -> None:
        """Learn from whole chunks of examples; what is left of them at the end is too few to count.

        Args:
            examples: each with whether it is true.
            slots_of: the slots of an example, as many for each.
            rng: shuffles a chunk.
            step: how far a chunk moves the weights.
        """
        self._model.eta0 = step
        chunk: list[tuple[Example, bool]] = []
        for example in examples:
            chunk.append(example)
            if len(chunk) == CHUNK:
                rng.shuffle(chunk)
                self._fit(chunk, slots_of)
                chunk = []

    def _fit(self, chunk: Sequence[tuple[Example, bool]], slots_of: Callable[[Example], Iterable[int]]) -> None:
        columns = np.fromiter((slot for example, _ in chunk for slot in slots_of(example)), np.int32)
        rows = np.arange(len(chunk) + 1) * (len(columns) // len(chunk))
        matrix = csr_matrix((np.ones(len(columns)), columns, rows), shape=(len(chunk), self._slots))
        target = np.array([true for _, true in chunk])
        if hasattr(self._model, "coef_"):
            print(f"right before learning: {np.mean(self._model.predict(matrix) == target):.4f}", file=sys.stderr)
        self._model.partial_fit(matrix, target, classes=[False, True])

    def packed(self, scale: float) -> bytes:
        """The compressed weights, a byte each."""
        weights = np.clip(np.round(self._model.coef_[0] * scale), -127, 127).astype(np.int8)
        return zlib.compress(weights.tobytes(), 9)
