"""How fast an annotator extracts and how much memory it takes, measured in a process of its own."""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from kg.errors import KgError
from kg.line import articles
from kg.model import Article, ArticleGraph, Record
from kg.settings import Settings
from kg.workers import Extractor


class Measured(Record):
    """What an annotator found, and what it took."""

    graphs: tuple[ArticleGraph, ...]
    set_aside: tuple[str, ...]
    characters: int  # of all articles
    seconds: float  # from the files, or from the articles, to statements; the annotator's start left out
    processor: float  # seconds of one core in that time
    memory: int  # bytes, the most that the process held

    @property
    def speed(self) -> float:
        """Characters a second."""
        return self.characters / self.seconds if self.seconds else 0.0

    @property
    def core_speed(self) -> float:
        """Characters a second of one core, whatever else the machine does."""
        return self.characters / self.processor if self.processor else 0.0


def measure(source: Sequence[Article | str], settings: Settings) -> Measured:
    """Extract from articles, or from the files that paths name, in a fresh process on one core.

    Raises:
        AnnotatorError, OntologyError: what the settings name cannot be used.
    """
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(_measured, tuple(source), settings).result()


def _measured(source: tuple[Article | str, ...], settings: Settings) -> Measured:
    errors: list[KgError] = []
    extractor = Extractor(settings)
    paths = [item for item in source if isinstance(item, str)]
    start, busy = time.perf_counter(), time.process_time()
    texts = [item for item in source if isinstance(item, Article)]
    texts += articles(paths, settings, on_error=errors.append) if paths else ()
    outcomes = extractor.outcomes(texts)
    seconds, processor = time.perf_counter() - start, time.process_time() - busy
    graphs = tuple(item for item in outcomes if isinstance(item, ArticleGraph))
    errors += [item for item in outcomes if isinstance(item, KgError)]
    return Measured(
        graphs=graphs,
        set_aside=tuple(map(str, errors)),
        characters=sum(len(article.full) for article in texts),
        seconds=seconds,
        processor=processor,
        memory=most_memory(),
    )


def most_memory() -> int:
    """Bytes, the most that this process has held so far."""
    unit = 1 if sys.platform == "darwin" else 1024  # what macOS counts in bytes, Linux counts in KiB
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
