"""Train kg/data/titles.json: ``python -m training.titles [--pages N] [--out FILE]`` (needs scikit-learn).

The model tells which short lines without a mark are headlines. It is fitted to synthetic pages by logistic regression.
The same data give the same file.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from sklearn.linear_model import LogisticRegression

from kg.read.pages import Given, page
from kg.segment.evidence import Evidence
from kg.segment.headlines import by_rule
from kg.segment.lines import lines
from kg.segment.unmarked import NAMES, Unmarked
from training.flow import SHARED, Known, setter
from training.pages import Made

OUT = Path("kg/data/titles.json")
SEED = 11
STRENGTH = 0.3


def examples(made: Made) -> Iterator[tuple[list[float], bool]]:
    """The doubtful lines of a page and whether they are titles."""
    found = lines(page(made.raw, stem="page", source="page.md", given=Given()))
    known, looks = Known(made), Unmarked(found, by_rule(found), Evidence(found))
    for at, i in reversed(list(enumerate(looks.kept()))):
        owner = known.owner(found[i])
        if owner is None:
            continue
        if looks.doubtful(i):
            yield looks.features(at), owner
        looks.tell(i, title=owner)


def main() -> None:
    """Train as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--pages", type=int, default=1200)
    parser.add_argument("--out", type=Path, default=OUT)
    chosen = parser.parse_args()
    made = setter(chosen.shared, SEED)
    found = [example for _ in range(chosen.pages) for example in examples(made.page())]
    model = LogisticRegression(C=STRENGTH, max_iter=5000, fit_intercept=False)
    model.fit([features for features, _ in found], [title for _, title in found])
    weights = {name: round(float(weight), 3) for name, weight in zip(NAMES, model.coef_[0], strict=True)}
    chosen.out.write_text(json.dumps(weights, ensure_ascii=False, indent=0), encoding="utf-8")


if __name__ == "__main__":
    main()
