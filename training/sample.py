"""Statements to judge by hand: ``python -m training.sample --out FILE.tsv [--each 100]``.

From a twelfth of the corpus, without annotated articles; of each relation those whose hash comes first. What came of
it is in docs/precision.md.
"""

from __future__ import annotations

import argparse
import hashlib
import heapq
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from kg.model import Article, ArticleGraph, Statement
from kg.settings import Settings
from kg.workers import Extractor
from training.corpus import articles
from training.gold import PARTS, SHARED, gold_sets
from training.pointers import CORPUS

SEED = "q4fz"
SHARE = 12  # one article in so many
BATCH = 32  # articles


def main() -> None:
    """Sample as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--each", type=int, default=100, help="statements of each relation")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    rows: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for graph in _graphs(options.shared):
        for statement in graph.statements:
            rows[statement.predicate].append(_row(graph, statement))
    lines = [row for _name, found in sorted(rows.items()) for _hash, row in heapq.nsmallest(options.each, found)]
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _graphs(shared: Path) -> Iterator[ArticleGraph]:
    known = {key for each in gold_sets(shared) for part in PARTS for key in each.parts[part]}
    extractor, batch = Extractor(Settings()), list[Article]()
    for told in articles(shared / CORPUS):
        if told.id not in known and int(_hash(told.id), 16) % SHARE == 0:
            batch.append(Article(id=told.id, date=told.date, title=told.title, text=told.text))
    for start in range(0, len(batch), BATCH):
        yield from (found for found in extractor.outcomes(batch[start : start + BATCH])
                    if isinstance(found, ArticleGraph))  # fmt: skip


def _row(graph: ArticleGraph, statement: Statement) -> tuple[str, str]:
    names = {appearance.id: appearance.name for appearance in graph.appearances}
    subject, target = names[statement.subject], names.get(statement.object, statement.object)
    fields = (graph.id, statement.predicate, subject, target, statement.evidence.replace("\n", " "), statement.rule)
    return _hash("|".join(fields[:4])), "\t".join(fields)


def _hash(text: str) -> str:
    return hashlib.sha256(f"{SEED} {text}".encode()).hexdigest()


if __name__ == "__main__":
    main()
