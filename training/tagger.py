"""Train the character CRF: ``python -m training.tagger [--half 0|1] [--out FILE]``.

With ``--half`` only that half of the gold is used, so that the other half can judge it. The same data give the same
file, byte for byte.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

import pycrfsuite

from kg.grammar.features import features
from kg.grammar.tagger import sentences
from training.augment import Labelled, variants
from training.gold import half, labels, read

GOLD = Path("../shared/gold")
MODEL = Path("kg/data/tagger.crfsuite")
SEED = 20231024
NAMES = 3  # times each gold article is repeated with other names
SETTINGS = {"c1": 0.05, "c2": 0.01, "max_iterations": 100, "feature.possible_transitions": False}


def train(texts: Iterable[Labelled], out: Path) -> None:
    """Train on labelled texts and write the model."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for text, spans in texts:
        row = labels(len(text), spans)
        for start, end in sentences(text):
            trainer.append(features(text[start:end]), row[start:end])
    trainer.train(str(out))


def main() -> None:
    """Train as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", type=int, choices=(0, 1), help="train on this half of the gold only")
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--names", type=int, default=NAMES, help="times each gold article is repeated with other names")
    parser.add_argument("--out", type=Path, default=MODEL)
    options = parser.parse_args()
    gold = read(options.gold / "dev.jsonl", options.gold / "page.jsonl")
    chosen = [a for a in gold if options.half is None or half(a.id) == options.half]
    train(variants(chosen, options.names, SEED), options.out)


if __name__ == "__main__":
    main()
