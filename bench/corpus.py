"""A corpus from files to a store, extraction included: seconds and memory of Python and of the store apart.

``python bench/corpus.py FILE.jsonl [--articles N …] [--neo4j] [--jobs N]`` takes the first N articles of a JSONL of
articles, each time into a new store and in a process of its own. Memory is the most that the process that loads held;
with the embedded store, whose Java machine runs inside it, what of it is Java's is told apart.
"""

from __future__ import annotations

import argparse
import itertools
import multiprocessing
import os
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from kg.line import build
from kg.settings import Settings
from kg.store import Store, graph_hash, open_store

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from neo4j_server import PASSWORD, Server

MB = 1 << 20
LOOK = 0.25  # seconds between looks at the memory


class Taken(NamedTuple):
    """What one build took."""

    articles: int
    seconds: float
    processor: float  # seconds, of this process and those that extract; without a server's
    python: int  # bytes, the most
    java: int  # bytes of the embedded store, the most; 0 for a server
    digest: str


def main() -> None:
    """Measure and print one line a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, nargs="+", default=[2_000, 1_000_000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--neo4j", action="store_true")
    options = parser.parse_args()
    print(f"{'articles':>10}{'seconds':>10}{'processor':>11}{'Python, MB':>12}{'Java, MB':>10}  graph")
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as name, server(Path(name), options.neo4j) as address:
        for count in options.articles:
            part = head(options.file, count, Path(name) / f"{count}.jsonl")
            taken = alone(part, address or str(Path(name) / f"store-{count}"), options.jobs)
            figures = f"{taken.articles:>10,}{taken.seconds:>10.1f}{taken.processor:>11.1f}"
            print(f"{figures}{taken.python / MB:>12.0f}{taken.java / MB:>10.0f}  {taken.digest[:16]}", flush=True)


@contextmanager
def server(directory: Path, wanted: bool) -> Iterator[str]:
    """The address of a real Neo4j, or nothing."""
    if not wanted:
        yield ""
        return
    running = Server(directory / "neo4j")
    running.start()
    try:
        yield running.address
    finally:
        running.stop()


def head(file: Path, count: int, out: Path) -> Path:
    """The first lines of a file as a file."""
    with file.open("rb") as source, out.open("wb") as target:
        target.writelines(itertools.islice(source, count))
    return out


def alone(part: Path, address: str, jobs: int) -> Taken:
    """Build in a fresh process."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(measured, part, address, jobs).result()


def measured(part: Path, address: str, jobs: int) -> Taken:
    """Build into an empty store; articles name their file by a short path, so that all stores get the same graph."""
    most = [0, 0]
    os.chdir(part.parent)
    with open_store(address, password=PASSWORD) as store:
        clear(store)
        done = threading.Event()
        watcher = threading.Thread(target=watch, args=(store, most, done))
        watcher.start()
        start, busy = time.perf_counter(), processor()
        report = build([Path(part.name)], store=store, settings=Settings(jobs=jobs))
        seconds, used = time.perf_counter() - start, processor() - busy
        done.set()
        watcher.join()
        return Taken(report.total, seconds, used, most[0], most[1], graph_hash(store))


def clear(store: Store) -> None:
    """Take out what the size before left on a server."""
    for label in ("Statement", "Appearance", "Entity", "Article"):
        while store.read(f"MATCH (n:{label}) RETURN 1 LIMIT 1").rows:
            store.write([(f"MATCH (n:{label}) WITH n LIMIT 5000 DETACH DELETE n", {})])


def processor() -> float:
    """Seconds of this process and of those that it waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def watch(store: Store, most: list[int], done: threading.Event) -> None:
    """Note the most memory of Python and of Java until the build is done (Linux)."""
    while not done.wait(LOOK):
        held, java = resident(), java_memory(store)
        most[0], most[1] = max(most[0], held - java), max(most[1], java)


def resident() -> int:
    """Bytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])
    return pages * resource.getpagesize()


def java_memory(store: Store) -> int:
    """Bytes in memory of Java's heap, and what Java tells that it took for its code, its classes and its buffers.

    What it committed to its heap but never touched is no memory yet, so the heap is looked up where the system tells.
    """
    if store.kind != "embedded":
        return 0
    import jpype  # noqa: PLC0415 — only where Java runs

    factory = jpype.JClass("java.lang.management.ManagementFactory")
    pools = factory.getPlatformMXBeans(jpype.JClass("java.lang.management.BufferPoolMXBean"))
    buffers = sum(int(pool.getMemoryUsed()) for pool in pools if str(pool.getName()) == "direct")
    return heap() + int(factory.getMemoryMXBean().getNonHeapMemoryUsage().getCommitted()) + buffers


def heap() -> int:
    """Bytes in memory below 4 GB, where Java puts a heap of this size, and nothing else is but this program's text."""
    total, low = 0, False
    for line in Path("/proc/self/smaps").read_text(encoding="utf-8").splitlines():
        name, *values = line.split()
        if "-" in name and not name.endswith(":"):
            low = int(name.split("-")[0], 16) < 1 << 32
        elif low and name == "Rss:":
            total += int(values[0]) * 1024
    return total


if __name__ == "__main__":
    main()
