"""Train the character CRF: ``python -m training.tagger [--part develop|check] [--out FILE]``.

With ``--part`` only that part of the annotated articles is used, so that the other can judge it. The same data give the
same file, byte for byte.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

import pycrfsuite

from kg.grammar.features import features
from kg.grammar.tagger import sentences
from training.augment import Labelled, variants
from training.gold import PARTS, SHARED, for_tagger, labels

MODEL = Path("kg/data/tagger.crfsuite")
SEED = 20231024
NAMES = 1  # times each article is repeated with other names
SETTINGS = {"c1": 0.3, "c2": 0.01, "max_iterations": 120, "feature.possible_transitions": False}


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
    parser.add_argument("--part", choices=PARTS, help="train on this part only")
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--names", type=int, default=NAMES, help="times each article is repeated with other names")
    parser.add_argument("--out", type=Path, default=MODEL)
    options = parser.parse_args()
    chosen = [article for part in PARTS if options.part in (None, part) for article in for_tagger(options.shared, part)]
    train(variants(chosen, options.names, SEED), options.out)


if __name__ == "__main__":
    main()
