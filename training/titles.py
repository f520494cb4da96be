"""Train kg/data/titles.json: ``python -m training.titles [--pages N] [--out FILE]`` (needs scikit-learn).

The model tells which short lines without a mark are headlines. It is fitted to synthetic pages by logistic regression.
The same data give the same file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sklearn.linear_model import LogisticRegression

from kg.read.pages import Given, page
from kg.segment.evidence import Evidence
from kg.segment.headlines import by_rule
from kg.segment.lines import lines
from kg.segment.unmarked import NAMES, Unmarked
from training.flow import Known, asked, setter, write
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
    chosen = asked(__doc__, pages=1200, out=OUT)
    made = setter(chosen.shared, SEED)
    found = [example for _ in range(chosen.pages) for example in examples(made.page())]
    model = LogisticRegression(C=STRENGTH, max_iter=5000, fit_intercept=False)
    model.fit([features for features, _ in found], [title for _, title in found])
    write(model.coef_[0], NAMES, chosen.out)


if __name__ == "__main__":
    main()
