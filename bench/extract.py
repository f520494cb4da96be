"""Characters a second of one core, and memory: ours from pages and from articles, beside jieba and, if there, HanLP.

``python bench/extract.py [--pages DIR] [--model HANLP_MODEL]``. jieba's posseg only marks words and their kinds; ours
reads to statements. Each runs in a process of its own.
"""

from __future__ import annotations

import argparse
import multiprocessing
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from kg.annotate.choose import available
from kg.line import articles
from kg.measure import Measured, measure, most_memory
from kg.model import Article
from kg.settings import Settings
from kg.workers import annotator_options

PAGES = Path(__file__).parents[1] / "examples" / "pages"
TIMES = 8  # that the pages are read, so that start-up matters little


def main() -> None:
    """Measure and print one line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=Path, default=PAGES)
    parser.add_argument("--model", default="", help="a HanLP model, where HanLP is installed")
    options = parser.parse_args()
    pages = [str(path) for path in sorted(options.pages.iterdir())]
    texts = list(articles(pages))
    print(f"{'':<44}{'characters/s':>14}{'memory, MB':>12}")
    for name, measured in rows(pages, texts, options.model):
        print(f"{name:<44}{measured.core_speed:>14,.0f}{measured.memory / 1e6:>12.0f}", flush=True)


def rows(pages: Sequence[str], texts: Sequence[Article], model: str) -> Iterator[tuple[str, Measured]]:
    """Each contestant's name and what it took."""
    yield "kg, raw pages to statements", measure(list(pages) * TIMES, Settings())
    yield "kg, articles to statements", measure(list(texts) * TIMES, Settings())
    yield "jieba.posseg, articles to words", alone(texts)
    hanlp = Settings(annotator="hanlp", model=model)
    if any(one.name == "hanlp" and one.usable for one in available(annotator_options(hanlp))):
        yield "kg with HanLP, articles to statements", measure(texts, hanlp)


def alone(texts: Sequence[Article]) -> Measured:
    """Run jieba in a fresh process."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(jieba, [article.full for article in texts] * TIMES).result()


def jieba(texts: Sequence[str]) -> Measured:
    """Mark words and their kinds; loading its dictionary is left out."""
    from jieba import posseg, setLogLevel  # noqa: PLC0415 — only in its own process

    setLogLevel(30)
    posseg.lcut("预热")
    start, busy = time.perf_counter(), time.process_time()
    for text in texts:
        posseg.lcut(text)
    return Measured(
        graphs=(),
        set_aside=(),
        characters=sum(map(len, texts)),
        seconds=time.perf_counter() - start,
        processor=time.process_time() - busy,
        memory=most_memory(),
    )


if __name__ == "__main__":
    main()
