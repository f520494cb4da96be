"""Facts a second into one real Neo4j: ours, the limit, and the writers of two peers: ``python bench/load.py``.

All take the same invented articles. *Ours* is `kg load`: each article's statements with their sources, who is who,
one edge a fact, safe to run twice; and `kg bulk --new-store`, which leaves the same graph in an empty database:
computing who is who and making constraints and indexes are in its time. *The limit* creates exactly the nodes and
edges that ours left, with all properties, in plain UNWIND … CREATE: no constraint, no index, ends of edges found by
the addresses that the server gave. *Peers* write the shape that their library makes of an article, handed over in
batches; making their objects is not timed, ours is. neo4j-graphrag's pipeline hands over one article at a time, so
that is measured too. A fact is one statement of one article, so all are divided into the same number.

Each writer has a server of its own, which has just started. It warms up on the same other articles as all, and what it
wrote is taken out again, constraints and indexes too: that is an empty store, without a node, an edge, a constraint or
an index, in which each writer begins. Making its constraints is in the time of ours. Processor time is that of the
client and the server together, on Linux.
"""

from __future__ import annotations

import argparse
import itertools
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import neo4j
from loading.news import articles
from loading.tools import PEERS, apoc, peers
from rich.console import Console
from rich.table import Table

from kg.errors import KgError
from kg.graphs import read_graphs
from kg.load import fill_new, load
from kg.store import open_store

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from neo4j_server import PASSWORD, Server

WARM = 2_000  # articles, until the server has compiled what it runs
ROWS = 2_000  # a transaction of the limit, about as many as a batch of ours creates
_NODE = "UNWIND $rows AS row CREATE (n:{}) SET n = row[1] RETURN elementId(n)"
_EDGE = (
    "UNWIND $rows AS row MATCH (a) WHERE elementId(a) = row[0] MATCH (b) WHERE elementId(b) = row[1] "
    "CREATE (a)-[r:{}]->(b) SET r = row[2]"
)
Row = list[Any]


class Corpus(NamedTuple):
    """A file of articles and how many statements they make."""

    path: Path
    facts: int


class Bench(NamedTuple):
    """What all writers have in common."""

    directory: Path
    heap: str  # of a server
    plugins: list[Path]
    warm: Corpus
    news: Corpus


class Spent(NamedTuple):
    """Seconds on the clock, and of the client's processor."""

    seconds: float
    processor: float


class Taken(NamedTuple):
    """What one writer took for the corpus, and what it left in the database."""

    writer: str
    seconds: float
    processor: float  # seconds of client and server
    nodes: int
    edges: int


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=100, help="articles a call, ours and peers'")
    parser.add_argument("--workers", type=int, default=1, help="of ours")
    parser.add_argument("--heap", default="2g", help="of the server")
    parser.add_argument("--no-peers", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as name:
        directory = Path(name)
        warm = corpus(directory / "warm.jsonl", WARM, options.seed + 1)
        news = corpus(directory / "news.jsonl", options.articles, options.seed)
        taken = list(rows(Bench(directory, options.heap, [] if options.no_peers else apoc(), warm, news), options))
    show(taken, options.articles, news.facts)


def corpus(path: Path, count: int, seed: int) -> Corpus:
    facts = 0
    with path.open("wb") as file:
        for one in articles(count, seed):
            file.write(msgspec.json.encode(one) + b"\n")
            facts += len(one.statements)
    return Corpus(path, facts)


class PreparedServer(Server):
    """A server with the procedures that the peers' writers call, as neo4j's own installation has plugins."""

    def __init__(self, home: Path, *, heap: str, plugins: Sequence[Path]) -> None:
        super().__init__(home, heap=heap)
        both = home / "lib"
        both.mkdir()
        (home / "plugins").mkdir()
        own = {artifact(jar): jar for jar in self._lib.glob("*.jar")}
        for jar in ({artifact(jar): jar for jar in plugins} | own).values():
            (both / jar.name).symlink_to(jar)
        for jar in plugins:
            if jar.name.startswith("apoc-"):
                shutil.copy(jar, home / "plugins")
        with (home / "conf" / "neo4j.conf").open("a") as file:
            file.write("\ndbms.security.procedures.unrestricted=apoc.*\n" if plugins else "")
        self._lib = both


def artifact(jar: Path) -> str:
    """A jar's name without its version."""
    return re.split(r"-\d", jar.name)[0]


def rows(bench: Bench, options: argparse.Namespace) -> Iterator[Taken]:
    """Each writer's turn. The limit copies what ours left, so it comes after them."""

    def ours(server: Server, path: Path) -> Spent:
        start = now()
        with open_store(server.address, password=PASSWORD) as store:
            load(read_graphs([path], on_error=fail), store, batch=options.batch, workers=options.workers)
        return since(start)

    def first(server: Server, path: Path) -> Spent:
        start = now()
        fill_new(read_graphs([path], on_error=fail), server.address, password=PASSWORD)
        return since(start)

    yield turn("kg load", bench, ours)
    yield turn("kg bulk --new-store", bench, first, leaves=True)
    yield turn("limit: plain CREATE", bench, plain)
    for name, batch in [] if options.no_peers else [*((name, options.batch) for name in PEERS), ("neo4j-graphrag", 1)]:
        title = f"{name}, one article a call" if batch == 1 else name
        yield turn(title, bench, partial(peer, name, batch))


def now() -> Spent:
    return Spent(time.perf_counter(), time.process_time())


def since(start: Spent) -> Spent:
    return Spent(time.perf_counter() - start.seconds, time.process_time() - start.processor)


def fail(error: KgError) -> None:
    raise error


def turn(name: str, bench: Bench, write: Callable[[Server, Path], Spent], *, leaves: bool = False) -> Taken:
    """Start a server, warm up, empty it, measure; what it holds both times is kept for the limit when ``leaves``."""
    server = PreparedServer(bench.directory / re.sub(r"\W+", "-", name), heap=bench.heap, plugins=bench.plugins)
    server.start()
    try:
        write(server, bench.warm.path)
        if leaves:
            write_dump(server, bench.warm.path)
        server.clear()
        taken = measured(name, server, lambda: write(server, bench.news.path))
        if leaves:
            write_dump(server, bench.news.path)
        return taken
    finally:
        server.stop()
        shutil.rmtree(server.home)


def measured(name: str, server: Server, write: Callable[[], Spent]) -> Taken:
    before = busy(server.pid)
    spent = write()
    processor = spent.processor + busy(server.pid) - before
    nodes = server.run("MATCH (n) RETURN count(n) AS n")[0]["n"]
    edges = server.run("MATCH ()-[r]->() RETURN count(r) AS n")[0]["n"]
    print(f"{name}: {spent.seconds:.1f} s, processor {processor:.1f} s", file=sys.stderr, flush=True)
    return Taken(name, spent.seconds, processor, int(str(nodes)), int(str(edges)))


def busy(pid: int) -> float:
    """Processor seconds of a process so far; 0 where the system does not tell."""
    path = Path(f"/proc/{pid}/stat")
    if not path.is_file():
        return 0.0
    ticks = path.read_text(encoding="utf-8").rpartition(")")[2].split()[11:13]
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


def driver(server: Server) -> neo4j.Driver:
    auth = ("neo4j", PASSWORD)
    return neo4j.GraphDatabase.driver(server.address, auth=auth, notifications_min_severity="OFF")


def dump_of(path: Path) -> Path:
    """Where all nodes and edges are kept that a file of articles comes to."""
    return path.with_suffix(".dump")


def write_dump(server: Server, path: Path) -> None:
    """All nodes and edges, one a line: whether node or edge, its labels or type, its row."""
    with dump_of(path).open("wb") as file, driver(server) as connection, connection.session() as session:

        def lines(what: str, kinds: str, query: str) -> None:
            for kind in session.run(kinds).value():
                for row in session.run(query, kind=kind):
                    name = ":".join(kind) if isinstance(kind, list) else kind
                    file.write(msgspec.json.encode((what, name, list(row))) + b"\n")

        node = "MATCH (n) WHERE labels(n) = $kind RETURN elementId(n), properties(n)"
        edge = "MATCH (a)-[r]->(b) WHERE type(r) = $kind RETURN elementId(a), elementId(b), properties(r)"
        lines("node", "MATCH (n) RETURN DISTINCT labels(n)", node)
        lines("edge", "MATCH ()-[r]->() RETURN DISTINCT type(r)", edge)


def plain(server: Server, path: Path) -> Spent:
    """Create what these articles come to; only the database's work is timed, reading the file is not."""
    total = Spent(0, 0)
    address: dict[str, str] = {}
    with driver(server) as connection, connection.session() as session:
        for what, kind, part in batches(dump_of(path)):
            is_node = what == "node"
            given = part if is_node else [[address[start], address[end], row] for start, end, row in part]
            cypher = (_NODE if is_node else _EDGE).format(kind)
            start = now()
            made = session.execute_write(create, cypher, given)
            total = Spent(*map(sum, zip(total, since(start), strict=True)))
            address.update(zip((row[0] for row in part), made, strict=True) if is_node else ())
    return total


def create(transaction: neo4j.ManagedTransaction, cypher: str, given: list[Row]) -> list[str]:
    return [str(value) for value in transaction.run(cypher, rows=given).value()]


def batches(path: Path) -> Iterator[tuple[str, str, list[Row]]]:
    """The dump in parts of one kind of node or edge each."""
    decode = msgspec.json.Decoder(tuple[str, str, Row]).decode
    with path.open("rb") as file:
        for (what, kind), lines in itertools.groupby(map(decode, file), key=lambda line: line[:2]):
            while part := [row for _what, _kind, row in itertools.islice(lines, ROWS)]:
                yield what, kind, part


def peer(name: str, batch: int, server: Server, path: Path) -> Spent:
    """Run one peer's writer in its own environment."""
    script = Path(__file__).parent / "loading" / "peers.py"
    command = [str(peers()), str(script), name, server.address, str(path), str(batch)]
    environment = {**os.environ, "BENCH_PASSWORD": PASSWORD}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        raise SystemExit(f"{name}: {done.stderr[-800:]}")
    return Spent(*map(float, done.stdout.split()))


def show(taken: list[Taken], count: int, facts: int) -> None:
    ours, first, limit, *others = taken
    table = Table(title=f"{count:,} articles, {facts:,} facts")
    for column in ("writer", "seconds", "facts/s", "processor, s", "nodes", "edges"):
        table.add_column(column, justify="left" if column == "writer" else "right")
    for one in taken:
        speed = f"{facts / one.seconds:,.0f}"
        counts = (f"{one.nodes:,}", f"{one.edges:,}")
        table.add_row(one.writer, f"{one.seconds:.1f}", speed, f"{one.processor:.1f}", *counts)
    console = Console()
    console.print(table)
    for one in (ours, first):
        console.print(f"{one.writer} reaches {limit.seconds / one.seconds:.0%} of the limit's speed")
    if others:
        best = min(others, key=lambda one: one.seconds)
        console.print(f"kg load is {best.seconds / ours.seconds:.1f} times as fast as {best.writer}, the best peer")


if __name__ == "__main__":
    main()
