"""The nine example pages through the whole line: a store, a table, one query of the library, and a page to look at."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn

import kg
from kg.cli.answers import write_answer
from kg.errors import KgError
from kg.query.library import find, run
from kg.query.subgraph import subgraph
from kg.store import Store, info
from kg.view import write_html

HERE = Path(os.path.relpath(Path(__file__).parent))  # sources are named from here, whoever runs it where
OUT = Path("out")
EVENT = "2025中国草都牧草产业大会"


def main() -> None:
    """Run the demo; the exit status is 1 when a page had to be set aside."""
    start = time.perf_counter()
    screen = Console(highlight=False, markup=False)
    aside: list[KgError] = []
    pages = sorted((HERE / "pages").iterdir())
    columns = SpinnerColumn(), TextColumn("{task.description}")
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as progress:
        progress.add_task(f"{len(pages)} pages into {OUT / 'store'} …", total=None)
        with kg.open_store(str(OUT / "store")) as store:
            kg.build(pages, store=store, on_error=aside.append)
            progress.stop()
            show(store, screen)
            write_html(subgraph(store), OUT / "graph.html", title="kg")
    for error in aside:
        print(f"set aside: {error}", file=sys.stderr)
    screen.print(f"The graph is in {OUT / 'graph.html'}: open it in a browser. ({time.perf_counter() - start:.0f} s)")
    sys.exit(bool(aside))


def show(store: Store, screen: Console) -> None:
    """Print what the store holds, the best connected people, and the answer to one question."""
    held = info(store)
    counts = {
        "pages": len(list((HERE / "pages").iterdir())),
        "articles": held.articles,
        "entities": sum(held.entities.values()),
        "relations": sum(held.facts.values()),
    }
    screen.print("  ".join(f"{number:,} {name}" for name, number in counts.items()))
    answer(store, screen, "best-connected", limit=5)
    answer(store, screen, "attended", event=EVENT)


def answer(store: Store, screen: Console, name: str, **parameters: str | int) -> None:
    """Print the answer of a query of the library, with the command that asks for it."""
    query = find(name)
    given = " ".join(f"--param {key}={value}" for key, value in parameters.items())
    screen.print(f"\n{query.answers.en}\n$ kg query {name} {given} --store {OUT / 'store'}")
    write_answer(run(store, query, parameters), "table")


if __name__ == "__main__":
    main()
