"""Train kg/data/openings.json: ``python -m training.openings [--pages N] [--out FILE]`` (needs scipy).

The model tells where the headline above a text in a narrow column begins. It is fitted to synthetic pages by
conditional logistic regression, as that of :mod:`training.flow` is. The same data give the same file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from kg.read.pages import Given, page
from kg.segment.above import NAMES
from kg.segment.lines import Line, set_lines
from kg.segment.openings import loose, views
from training.flow import Choice, Known, asked, fit, setter, write
from training.pages import Made

OUT = Path("kg/data/openings.json")
SEED = 13
SHARE = 1.0  # of pages with narrow columns


def choices(made: Made) -> Iterator[Choice]:
    """The ways to part the lines above the beginnings of texts, and which are right."""
    found, widths = set_lines(page(made.raw, stem="page", source="page.md", given=Given()))
    known = Known(made)
    for end, starts, view in views(found, widths, loose(found, widths)):
        right = _start(found, end, known)
        if right in starts:
            rows = [view.features(start, starts[-1]) for start in starts]
            yield Choice(np.array(rows, np.float32), starts.index(right))


def _start(lines: list[Line], end: int, known: Known) -> int:
    """Where the headline that stands right above a text begins."""
    start, story = end, known.story(lines[end])
    while start and known.owner(lines[start - 1]) and known.story(lines[start - 1]) == story:
        start -= 1
    return start


def main() -> None:
    """Train as the command line says."""
    chosen = asked(__doc__, pages=1200, out=OUT)
    made = setter(chosen.shared, SEED, SHARE)
    found = [choice for _ in range(chosen.pages) for choice in choices(made.page())]
    write(fit(found), NAMES, chosen.out)


if __name__ == "__main__":
    main()
