"""Answers of queries as a table on a terminal, as CSV or as JSON."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Mapping, Sequence
from typing import Literal, TextIO

import click
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from kg.cli.common import printable
from kg.export.tables import inert
from kg.i18n import _
from kg.query.library import Answer
from kg.store.base import Row, Table, Value

Form = Literal["table", "csv", "json"]
FORMS: tuple[Form, ...] = ("table", "csv", "json")
CITATION = ("paper", "date", "page", "headline", "quote")
WIDE = 100_000  # columns of a pipe: nothing is wrapped or cut


def write_answer(answer: Answer, form: Form, *, ids: bool = False, out: TextIO | None = None) -> None:
    """Write the answer of a library query; namesakes get a table each, in CSV and JSON leading columns."""
    if answer.left_out:
        told = _("kg: {n} more of these names, mentioned less often, are left out; give an id to ask about one")
        click.echo(told.format(n=answer.left_out), err=True)
    if form != "table":
        write_table(answer.table, form, out=out)
        return
    for part in answer.parts:
        if answer.ambiguous:
            title = "  ".join(f"{name} = {entity.caption} [{entity.id}]" for name, entity in part.chosen)
            console_for(out).print(Text(printable(title), style="bold"))
        write_table(part.table, form, ids=ids, out=out)


def write_table(table: Table, form: Form, *, ids: bool = False, out: TextIO | None = None) -> None:
    """Write rows.

    Args:
        table: the rows.
        form: ``table`` leaves out columns that end in ``_id`` unless ``ids``, and joins what tells a source into one;
            ``csv`` has a header, lists joined by ``; ``; ``json`` is a list of objects with their types kept.
        ids: show the ids in a table.
        out: where to, by default standard output.
    """
    if form == "json":
        _write_json(table, out or sys.stdout)
    elif form == "csv":
        _write_csv(table, out or sys.stdout)
    else:
        _write_grid(table, ids, console_for(out))


def _write_json(table: Table, out: TextIO) -> None:
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    out.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")


def _write_csv(table: Table, out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([inert(_flat(cell)) for cell in row] for row in table.rows)


def _flat(cell: Value) -> str | int | float | bool:
    """A cell of CSV: lists joined, maps as JSON, nothing for null."""
    if cell is None:
        return ""
    if isinstance(cell, Mapping):
        return json.dumps(cell, ensure_ascii=False)
    if isinstance(cell, Sequence) and not isinstance(cell, str):
        return "; ".join(str(_flat(item)) for item in cell)
    return cell


def _write_grid(table: Table, ids: bool, console: Console) -> None:
    shown = _with_source(table)
    keep = [index for index, name in enumerate(shown.columns) if ids or not name.endswith("_id")]
    grid = Grid(show_lines=False, header_style="bold")
    for index in keep:
        numeric = all(isinstance(row[index], (int, float)) for row in shown.rows) and bool(shown.rows)
        grid.add_column(printable(shown.columns[index]), justify="right" if numeric else "left", overflow="fold")
    for row in shown.rows:
        grid.add_row(*(Text(printable(_words(row[index]))) for index in keep))
    console.print(grid)
    if not shown.rows:
        console.print(_("no rows"))
    elif shown.truncated:
        console.print(_("only the first {n} rows; more with --rows").format(n=len(shown.rows)))


def _words(cell: Value) -> str:
    if isinstance(cell, bool):
        return _("yes") if cell else ""
    if isinstance(cell, float):
        return f"{cell:.3g}"
    if isinstance(cell, Sequence) and not isinstance(cell, str):
        return "、".join(_words(item) for item in cell)
    return str(_flat(cell))


def _with_source(table: Table) -> Table:
    """Paper, date, page and headline as one column before the quote, when the table cites."""
    if not set(CITATION) <= set(table.columns):
        return table
    place = {name: table.columns.index(name) for name in CITATION}
    gone = {place[name] for name in CITATION[:-1]}

    def shorten(row: Sequence[Value], source: Value) -> Row:
        cells: list[Value] = []
        for index, cell in enumerate(row):
            if index == place["quote"]:
                cells.append(source)
            if index not in gone:
                cells.append(cell)
        return tuple(cells)

    rows = tuple(shorten(row, cite(*(str(row[place[name]] or "") for name in CITATION[:-1]))) for row in table.rows)
    columns = tuple(str(name) for name in shorten(table.columns, "source"))
    return Table(columns=columns, rows=rows, truncated=table.truncated)


def cite(paper: str, date: str, page: str, headline: str) -> str:
    """A citation as Chinese papers are cited: 《青禾日报》2024-05-11 A01版〈第三届青禾论坛开幕〉."""
    where = f"《{paper}》" if paper else ""
    number = f" {page}版" if page else ""
    return f"{where}{date}{number}" + (f"〈{headline}〉" if headline else "")


def console_for(out: TextIO | None) -> Console:
    """A console for strangers' text: no markup is obeyed, and a pipe gets lines as long as they are."""
    console = Console(file=out, highlight=False, markup=False, emoji=False)
    return console if console.is_terminal else Console(file=out, width=WIDE, highlight=False, markup=False, emoji=False)
