"""One person in every article: whether a famous name makes loading dearer: ``python bench/hub.py [--neo4j]``.

Each article says that the same person, in the same office, attended an event of its own, so one entity has as many
appearances as there are articles, one fact as many statements, and one node as many edges. The articles are loaded in
steps into one store; where a famous name costs no more than others, each step takes as long as the one before it.
"""

from __future__ import annotations

import argparse
import datetime
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from corpus import processor, server
from loading.news import Draft
from neo4j_server import PASSWORD

from kg.load import load
from kg.model import ArticleGraph
from kg.store import open_store


def main() -> None:
    """Measure and print one line a step."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--step", type=int, default=2_000)
    parser.add_argument("--neo4j", action="store_true")
    options = parser.parse_args()
    print(f"{'articles':>10}{'seconds':>10}{'processor':>11}  of this step, the client's and the embedded store's")
    with (
        tempfile.TemporaryDirectory(prefix="kg-bench-") as name,
        server(Path(name), options.neo4j) as address,
        open_store(address or str(Path(name) / "store"), password=PASSWORD) as store,
    ):
        for start in range(0, options.articles, options.step):
            clock, busy = time.perf_counter(), processor()
            load(articles(start, start + options.step), store)
            seconds, used = time.perf_counter() - clock, processor() - busy
            print(f"{start + options.step:>10,}{seconds:>10.1f}{used:>11.1f}", flush=True)
        check(store.read("MATCH (p:Person) RETURN count(p)").rows[0][0], 1)
        most = store.read("MATCH ()-[r:HOLDS_POSITION]->() RETURN max(r.statements)").rows[0][0]
        check(most, options.articles)


def articles(first: int, end: int) -> Iterator[ArticleGraph]:
    """Articles about one person, each at an event of its own."""
    for number in range(first, end):
        day = (datetime.date(2015, 1, 1) + datetime.timedelta(days=number % 3_000)).isoformat()
        draft = Draft(f"第{number}次调研座谈会举行")
        draft.sentence(f"甲州市市长钟大名出席第{number}次调研座谈会。")
        person, office = draft.one("Person", "钟大名"), draft.one("Position", "甲州市市长")
        event = draft.one("Event", f"第{number}次调研座谈会")
        draft.say(person, "HOLDS_POSITION", office)
        draft.say(person, "ATTENDED", event)
        yield draft.done(number, day, "甲州市")


def check(found: object, wanted: int) -> None:
    if found != wanted:
        sys.exit(f"{wanted} expected, {found} found")


if __name__ == "__main__":
    main()
