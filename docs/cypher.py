"""Write docs/cypher.md: every query of the library with its answer on the example pages.

``python docs/cypher.py [STORE]`` asks a store that holds the pages, or makes one of them for the occasion.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import kg
from kg.query import library
from kg.query.header import Query
from kg.store.base import Store, Table, Value

ROOT = Path(__file__).parents[1]
MOST = 8  # rows shown of an answer
LONGEST = 60  # characters shown of a cell
INTRODUCTION = """\
# Queries

The queries that come with kg, each with its answer on the nine example pages. `kg query NAME VALUE…` asks one,
`kg query --list NAME` shows its Cypher; the files are in [cypher/](../cypher). They run unchanged on Neo4j and on the
embedded store. In a Neo4j Browser give the entity's id, not its name:
`MATCH (e:Person {name: '东方毅'}) RETURN e.id`.

Values that name an entity may be its canonical name, any other name that a text gives it, or its id. Two entities of
one name are answered apart. Dates may be a year, a month or a day; `since` and `until` include theirs.
Ids are left out below; `--ids` shows them, CSV and JSON always have them.

To add a query, put a file beside these: the header says what it answers, its parameters and an example, and
`tests/query/answers.yaml` what it answers over the tests' articles. Own files elsewhere run as
`kg query path/to/file.cypher`.

This page is made by `make docs`.
"""


def main() -> None:
    """Write the page."""
    if sys.argv[1:]:
        with kg.open_store(sys.argv[1], create=False) as store:
            write(store)
        return
    with tempfile.TemporaryDirectory() as directory, kg.open_store(f"{directory}/store") as store:
        kg.build([ROOT / "examples" / "pages"], store=store)
        write(store)


def write(store: Store) -> None:
    """Ask every query and write what it answers."""
    page = "\n".join(["\n".join(paragraphs(store)).rstrip(), ""])
    (ROOT / "docs" / "cypher.md").write_text(page, encoding="utf-8")


def paragraphs(store: Store) -> Iterator[str]:
    """The page, line by line."""
    yield INTRODUCTION
    topics = [(topic, [*queries]) for topic, queries in groupby(library.queries(), key=lambda query: query.topic)]
    for topic, queries in topics:
        yield f"- {topic}: " + ", ".join(f"[{query.name}](#{query.name})" for query in queries)
    for topic, queries in topics:
        yield f"\n## {topic.capitalize()}"
        for query in queries:
            yield from section(store, query)


def section(store: Store, query: Query) -> Iterator[str]:
    """One query: what it answers, how it is asked, its answer."""
    yield f"\n### {query.name}\n\n{query.answers.en}  \n{query.answers.zh}\n"
    for parameter in query.parameters:
        default = "needed" if parameter.default is None else f"default `{parameter.default!r}`"
        yield f"- `{parameter.name}` ({parameter.type}, {default}): {parameter.label.en}, {parameter.label.zh}"
    example = " ".join(f"{name}={value}" for name, value in query.example)
    yield f"\n```\nkg query {query.name} {example}".rstrip() + "\n```\n"
    yield from grid(library.run(store, query, dict(query.example)).table)


def grid(table: Table) -> Iterator[str]:
    """A table in Markdown, without ids."""
    keep = [index for index, name in enumerate(table.columns) if not name.endswith("_id")]
    if not table.rows:
        yield "No rows."
        return
    yield "| " + " | ".join(table.columns[index] for index in keep) + " |"
    yield "|" + "---|" * len(keep)
    for row in table.rows[:MOST]:
        yield "| " + " | ".join(cell(row[index]) for index in keep) + " |"
    if len(table.rows) > MOST:
        yield f"\n… {len(table.rows)} rows."


def cell(value: Value) -> str:
    """A value as text that Markdown leaves alone."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        text = "、".join(str(item) for item in value)
    elif isinstance(value, float):
        text = f"{value:.3g}"
    else:
        text = "" if value is None or value is False or isinstance(value, Mapping) else str(value)
    text = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    for mark in "\\|*_<>[]`":
        text = text.replace(mark, f"\\{mark}" if mark not in "<>" else {"<": "&lt;", ">": "&gt;"}[mark])
    return text.replace("\n", " ")


if __name__ == "__main__":
    main()
