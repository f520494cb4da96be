"""``kg shell``: one question after another, at a prompt or from a pipe."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click
import msgspec

from kg.cli.answers import FORMS, Form, write_answer, write_table
from kg.cli.common import printable, settings, store_options
from kg.cli.query import arguments, describe, draw, list_queries
from kg.cli.stores import opened
from kg.errors import KgError, QueryError
from kg.i18n import _
from kg.query import library
from kg.settings import Settings
from kg.store.base import Store, Table

HELP = _("""\
NAME [VALUE | KEY=VALUE]…  ask a query of the library: offices 东方毅
MATCH … RETURN …;          ask in Cypher, reading only; a semicolon or an empty line ends it
:list [NAME]               list the queries, or tell all about one
:run NAME KEY=VALUE…       the same as NAME KEY=VALUE…
:graph FILE                draw the last answer as a page
:set format=table|csv|json, ids=yes|no, rows=N, seconds=N
:help  :quit""")


class Shell:
    """Takes one input after another and prints what it gives; remembers the last answer."""

    def __init__(self, store: Store, chosen: Settings) -> None:
        self.store = store
        self.failed = False
        self._settings = chosen
        self._form: Form = "table"
        self._ids = False
        self._last: tuple[Table, tuple[str, ...]] | None = None
        self._commands: dict[str, Callable[[list[str]], None]] = {
            "help": self._help,
            "list": self._list,
            "run": self._run,
            "graph": self._graph,
            "set": self._set,
        }

    def take(self, text: str) -> bool:
        """Do what the input says; errors are told, not raised. False when it says to leave."""
        text = text.strip()
        if text.rstrip(";") in (":quit", ":exit", ":q"):
            return False
        try:
            self._do(text)
        except KgError as error:
            self.failed = True
            click.echo(f"kg: {printable(str(error))}", err=True)
        return True

    def _do(self, text: str) -> None:
        if not text:
            return
        if text.startswith(":"):
            name, *rest = _words(text[1:])
            self._command(name)(rest)
        elif is_query(text):
            self._run(_words(text.rstrip(";")))
        else:
            table = self.store.ask(text, {}, seconds=self._settings.seconds, rows=self._settings.rows)
            self._last = (table, ())
            write_table(table, self._form, ids=self._ids)

    def _command(self, name: str) -> Callable[[list[str]], None]:
        if name not in self._commands:
            known = ", ".join(f":{command}" for command in (*self._commands, "quit"))
            raise QueryError(
                _("there is no command :{name}").format(name=name), do=_("there are {names}").format(names=known)
            )
        return self._commands[name]

    def _help(self, _rest: list[str]) -> None:
        click.echo(HELP)

    def _list(self, rest: list[str]) -> None:
        if rest:
            click.echo(describe(library.find(rest[0])))
        else:
            list_queries()

    def _run(self, rest: list[str]) -> None:
        if not rest:
            raise QueryError(_("which query?"), do=_("see :list"))
        query = library.find(rest[0])
        seconds, rows = self._settings.seconds, self._settings.rows
        answer = library.run(self.store, query, arguments(query, rest[1:]), seconds=seconds, rows=rows)
        self._last = (answer.table, answer.entities)
        write_answer(answer, self._form, ids=self._ids)

    def _graph(self, rest: list[str]) -> None:
        if not rest or self._last is None:
            raise QueryError(_("there is nothing to draw"), do=_("ask something, then :graph FILE.html"))
        table, about = self._last
        draw(self.store, table, Path(rest[0]), also=about, title="kg shell")

    def _set(self, rest: list[str]) -> None:
        for word in rest:
            name, _equals, value = word.partition("=")
            if name == "format" and value in FORMS:
                self._form = value
            elif name == "ids":
                self._ids = value in {"yes", "true", "1", "on"}
            elif name in {"rows", "seconds"} and value.replace(".", "", 1).isdigit() and float(value) >= 1:
                number = int(float(value)) if name == "rows" else float(value)
                self._settings = msgspec.structs.replace(self._settings, **{name: number})
            else:
                raise QueryError(_("{word} cannot be set").format(word=word), do=_("see :help"))


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text) or [""]
    except ValueError as error:
        raise QueryError(_("a quotation mark is missing: {text}").format(text=text)) from error


def is_query(text: str) -> bool:
    """Whether an input starts with a query's name."""
    first = text.split(maxsplit=1)[0].rstrip(";").lower().replace("_", "-")
    return any(query.name == first for query in library.queries())


def is_complete(text: str) -> bool:
    """Whether an input needs no more lines: a command, a query, or Cypher that a semicolon or an empty line ends."""
    stripped = text.strip()
    if not stripped or stripped.startswith(":") or is_query(stripped):
        return True
    return stripped.endswith(";") or text.endswith("\n")


def inputs(lines: Iterable[str]) -> Iterator[str]:
    """Whole inputs from lines, as they are typed or piped."""
    waiting = ""
    for line in lines:
        waiting = f"{waiting}\n{line.rstrip()}" if waiting else line.rstrip()
        if is_complete(waiting):
            yield waiting
            waiting = ""
    if waiting:
        yield waiting


@click.command()
@click.option("--seconds", type=float, metavar="N", help=_("Longest time for Cypher.  [default: 30]"))
@click.option("--rows", type=int, metavar="N", help=_("Most rows for Cypher.  [default: 1000]"))
@store_options
def command(**flags: object) -> None:
    """Ask one query after another, of the library or in Cypher, with history and completion.

    Reads standard input when that is no terminal, and then ends with status 1 if anything failed.

    \b
    Example:
      kg shell --store out/store
      echo 'offices 东方毅' | kg shell --store out/store
    """
    chosen = settings(**flags)
    with opened(chosen) as store:
        shell = Shell(store, chosen)
        if sys.stdin.isatty():
            from kg.cli.prompt import typed  # noqa: PLC0415 — only where somebody types

            _converse(shell, typed(store, _history()))
        else:
            lines = sys.stdin.buffer.read().decode("utf-8", errors="replace").splitlines()
            all(shell.take(text) for text in inputs(lines))
            if shell.failed:
                click.get_current_context().exit(1)


def _converse(shell: Shell, texts: Iterator[str]) -> None:
    click.echo(_("Ask a query or in Cypher; :help tells how, :quit or Ctrl-D leaves."))
    for text in texts:
        try:
            if not shell.take(text):
                return
        except KeyboardInterrupt:
            click.echo(_("interrupted"), err=True)


def _history() -> Path | None:
    """The file of past inputs, readable by its owner alone; None where it cannot be made."""
    home = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    try:
        (home / "kg").mkdir(parents=True, exist_ok=True, mode=0o700)
        path = home / "kg" / "history"
        path.touch(mode=0o600)
    except OSError:
        return None
    return path
