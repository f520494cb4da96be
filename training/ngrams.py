"""Count which characters follow each other in news: python -m training.ngrams CORPUS.jsonl[.xz] kg/data/ngrams.bin.

The table says how often one to five characters stand together, on a logarithmic scale, under a hash of them, without
the text itself. The same corpus gives the same file.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from math import log2
from pathlib import Path

from kg.text.language import SLOTS, STEP, packed, plain, slot
from training.corpus import articles

RUN = re.compile(r"[\u4e00-\u9fff0、，：《》“”（）·。]+")
LEAST = {1: 1, 2: 3, 3: 4, 4: 4, 5: 5}


def counts(path: Path) -> Counter[str]:
    """N-grams within the sentences of a corpus of articles."""
    found: Counter[str] = Counter()
    for article in articles(path):
        for run in RUN.findall(plain(article.text.replace("\n", ""))):
            for n in LEAST:
                found.update(run[i : i + n] for i in range(len(run) - n + 1))
    return found


def table(found: Counter[str]) -> bytes:
    """The packed table: one byte a slot, as :func:`kg.text.language.count` reads it."""
    slots = bytearray(SLOTS)
    for gram, times in found.items():
        if times >= LEAST[len(gram)]:
            at = slot(gram)
            slots[at] = max(slots[at], min(255, round(STEP * log2(times)) + 1))
    return packed(slots)


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(table(counts(Path(sys.argv[1]))))
