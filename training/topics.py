"""Make kg/data/topics.bin: ``python -m training.topics CORPUS.jsonl[.xz] kg/data/topics.bin`` (needs scikit-learn).

Pairs of characters are placed by the articles that they stand in: a singular value decomposition of their weighted
counts. Only every other article is read, those of which :mod:`training.flow` makes no pages, so that its weights tell
how much the table knows of articles that it has not seen. The same corpus gives the same file.
"""

from __future__ import annotations

import itertools
import re
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

from kg.text.language import plain
from kg.text.topics import SIZE
from training.corpus import articles

SEED = 5
LEAST, MOST = 40, 0.1  # articles that a pair stands in; a share of all
RUN = re.compile("[\u4e00-\u9fff]{2,}")
PART = 350  # characters of an article taken for one


def texts(path: Path) -> Iterator[str]:
    """Parts of articles as long as those of local papers."""
    for article in itertools.islice(articles(path), 1, None, 2):
        text = plain(article.text)
        yield from (text[i : i + PART] for i in range(0, len(text), PART))


def pairs(text: str) -> list[str]:
    """The pairs of Chinese characters of a text."""
    return [run[i : i + 2] for run in RUN.findall(text) for i in range(len(run) - 1)]


def table(path: Path) -> bytes:
    """The compressed table: the pairs in a row, a line break, their rows."""
    weigh = TfidfVectorizer(analyzer=pairs, min_df=LEAST, max_df=MOST, sublinear_tf=True, dtype=np.float32)
    counts = weigh.fit_transform(texts(path))
    model = TruncatedSVD(SIZE, n_iter=4, random_state=SEED).fit(counts)
    rows = model.components_.T * weigh.idf_[:, None] / np.sqrt(model.singular_values_)[None, :]
    rows *= 127 / np.quantile(np.abs(rows), 0.9995)
    kept = np.clip(np.round(rows), -127, 127).astype(np.int8)
    return zlib.compress("".join(weigh.get_feature_names_out()).encode() + b"\n" + kept.tobytes(), 9)


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(table(Path(sys.argv[1])))
