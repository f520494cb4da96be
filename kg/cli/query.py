"""``kg query``: the named queries of the library, or the user's own Cypher."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import click
from rich.table import Table as Grid

from kg.cli.answers import FORMS, Form, console_for, write_answer, write_table
from kg.cli.common import settings, store_options
from kg.cli.stores import opened
from kg.errors import UnknownQuery
from kg.i18n import _
from kg.query import library
from kg.query.header import Query, Scalar
from kg.query.picture import graph_of
from kg.settings import Settings
from kg.store.base import Store, Table, Value


@click.command()
@click.argument("name", required=False)
@click.argument("values", nargs=-1, metavar="[VALUE|KEY=VALUE]...")
@click.option("--param", "-p", "params", multiple=True, metavar="KEY=VALUE", help=_("A parameter of the query."))
@click.option("--list", "listing", is_flag=True, help=_("List the queries; with NAME, tell all about one."))
@click.option("--cypher", metavar="TEXT", help=_("Ask this in place of NAME, reading only; - for standard input."))
@click.option("--format", "form", type=click.Choice(FORMS), default="table", help=_("What to print."))
@click.option("--ids", is_flag=True, help=_("Show the ids of entities and facts in the table."))
@click.option("--graph", type=click.Path(path_type=Path), metavar="FILE", help=_("Draw the answer as a page, too."))
@click.option("--seconds", type=float, metavar="N", help=_("Longest time for --cypher.  [default: 30]"))
@click.option("--rows", type=int, metavar="N", help=_("Most rows for --cypher.  [default: 1000]"))
@store_options
def command(  # noqa: PLR0913, PLR0917 — click passes each option by name
    name: str | None,
    values: tuple[str, ...],
    params: tuple[str, ...],
    listing: bool,
    cypher: str | None,
    form: Form,
    ids: bool,
    graph: Path | None,
    **flags: object,
) -> None:
    """Ask the query NAME of the library, or one in Cypher.

    Names of people, bodies and events may be any of their names; two of the same name are answered apart.

    \b
    Example:
      kg query --list
      kg query attended 第四届中国（湛江）对虾产业大会 --store out/store
      kg query offices --param person=东方毅 --format csv --store out/store
      kg query --cypher 'MATCH (p:Person) RETURN p.name LIMIT 5' --store out/store
    """
    if listing or (name is None and cypher is None):
        list_queries(name)
        return
    chosen = settings(**flags)
    query = library.find(name or "") if cypher is None else None
    given = arguments(query, [*values, *params]) if query else {}
    with opened(chosen) as store:
        if query:
            answer = library.run(store, query, given, seconds=chosen.seconds, rows=chosen.rows)
            write_answer(answer, form, ids=ids)
            table, about = answer.table, answer.entities
        else:
            table = ask(store, cypher or "", [*([name] if name else []), *values, *params], chosen)
            write_table(table, form, ids=ids)
            about = ()
        if graph:
            draw(store, table, graph, also=about, title=name or "Cypher")
    if table.truncated and form != "table":
        click.echo(_("kg: only the first {n} rows; more with --rows").format(n=len(table.rows)), err=True)


def ask(store: Store, cypher: str, values: list[str], chosen: Settings) -> Table:
    """Run the user's Cypher within the limits of the settings."""
    text = sys.stdin.buffer.read().decode("utf-8") if cypher == "-" else cypher
    parameters: dict[str, Value] = {}
    for value in values:
        key, equals, content = value.partition("=")
        if not equals:
            raise UnknownQuery(_("{value} is no KEY=VALUE").format(value=value))
        parameters[key.strip()] = _typed(content)
    return store.ask(text, parameters, seconds=chosen.seconds, rows=chosen.rows)


def _typed(text: str) -> Value:
    """A number, list or quoted text where it reads as JSON, else the text as it stands."""
    try:
        value: Value = json.loads(text)
    except ValueError:
        return text
    return value


def arguments(query: Query, values: list[str]) -> dict[str, Scalar]:
    """Values by parameter from ``KEY=VALUE`` words; a bare value goes to the next parameter that has none.

    Raises:
        UnknownQuery: more bare values than parameters.
    """
    known = [parameter.name for parameter in query.parameters]
    given: dict[str, Scalar] = {}
    bare: list[str] = []
    for value in values:
        key, equals, content = value.partition("=")
        if equals and key.strip().isidentifier() and (key.strip() in known or key.isascii()):
            given[key.strip()] = content
        else:
            bare.append(value)
    free = [name for name in known if name not in given]
    if len(bare) > len(free):
        raise UnknownQuery(
            _("{query} takes fewer values: {value} is one too many").format(query=query.name, value=bare[len(free)]),
            do=_("its parameters are {names}").format(names=", ".join(known) or _("none")),
        )
    return given | dict(zip(free, bare, strict=False))


def list_queries(name: str | None = None) -> None:
    """Print all queries by topic, or all about one."""
    if name:
        click.echo(describe(library.find(name)))
        return
    grid = Grid(box=None, show_header=False, padding=(0, 2, 0, 0))
    topic = ""
    for query in library.queries():
        if query.topic != topic:
            topic = query.topic
            grid.add_row(f"\n{topic}", "")
        takes = " ".join(p.name if p.default is None else f"[{p.name}]" for p in query.parameters)
        grid.add_row(f"  {query.name} {takes}", f"{query.answers.en}\n{query.answers.zh}")
    console_for(None).print(grid)


def describe(query: Query) -> str:
    """All about one query: what it answers, its parameters, an example, its Cypher."""
    lines = [f"{query.name}: {query.answers.en}", f"{' ' * len(query.name)}  {query.answers.zh}", ""]
    for p in query.parameters:
        default = _("needed") if p.default is None else _("default {value}").format(value=repr(p.default))
        lines.append(f"  {p.name} ({p.type}, {default}): {p.label.en} {p.label.zh}")
    example = " ".join(f"{name}={value}" for name, value in query.example)
    return "\n".join([*lines, "", f"  kg query {query.name} {example}", "", query.text])


def draw(store: Store, table: Table, path: Path, *, also: Iterable[str], title: str) -> None:
    """Write the entities of an answer and the facts among them as a page; ``also`` are ids of more entities."""
    from kg.view import write_html  # noqa: PLC0415 — slow to import

    graph = graph_of(store, table, also=also)
    write_html(graph, path, title=title)
    told = _("{entities} entities and {facts} facts are in {path}")
    click.echo(told.format(entities=len(graph.entities), facts=len(graph.facts), path=path), err=True)
