"""The command line: it parses, calls the library and prints; the library does all that it does.

A command's module is imported when the command runs, so that ``kg --help`` is quick.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn, TextIO

import click

from kg import __version__
from kg.cli.commands import COMMANDS
from kg.errors import KgError
from kg.i18n import _

FAILED = 1  # something was wrong, or was set aside
INTERRUPTED = 128 + signal.SIGINT


class _Commands(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"kg.cli.{cmd_name}").command
        if not any(option.name == "debug" for option in command.params):
            command.params.append(_debug_option())
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl(list(COMMANDS.items()))


def _debug_option() -> click.Option:
    return click.Option(
        ["--debug"], is_flag=True, expose_value=False, help=_("On an error, show where in the program it arose.")
    )


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(__version__, prog_name="kg", message="%(prog)s %(version)s")
@click.option("--config", metavar="FILE", help=_("Settings, by default kg.toml in the working directory."))
@click.option("--debug", is_flag=True, help=_("On an error, show where in the program it arose."))
def cli(config: str | None, debug: bool) -> None:
    """Chinese news into a knowledge graph, with the source of every fact.

    \b
    Example:
      kg build examples/pages --store out/store
      kg query attended 2025中国草都牧草产业大会 --store out/store
    """


def main() -> NoReturn:
    """Run the command line and end the process with its exit status.

    It ends at once: Java, where it runs in this process, would wait for a query that nobody wants any more.
    """
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    signal.signal(signal.SIGTERM, _terminate)
    try:
        status = run(sys.argv[1:])
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else FAILED
    with suppress(OSError):  # whoever read our output may be gone
        sys.stdout.flush()
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(status)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return the exit status: 0 done, 1 failed or something set aside, 2 wrong usage."""
    debug = "--debug" in arguments
    try:
        return int(cli.main(list(arguments), prog_name="kg", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        _complain(_("interrupted; what was loaded so far is whole, and the same command goes on from there"), debug)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KgError as error:
        _complain(str(error), debug)
    except MemoryError:
        _complain(_("there is not enough memory — give it fewer or smaller files, or fewer --jobs"), debug)
    except OSError as error:
        _complain(_system(error), debug)
    except Exception as error:  # the last line of defence: one message, no stack trace
        _complain(_("this should not happen: {error} — see where with --debug").format(error=repr(error)), debug)
    return FAILED


def _system(error: OSError) -> str:
    reason = error.strerror or str(error)
    where = f"{error.filename}: " if error.filename else ""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _("{where}{reason} — make room, then run the same command again").format(where=where, reason=reason)
    return where + reason


def _complain(message: str, debug: bool) -> None:
    if debug:
        traceback.print_exc()
    click.echo(f"kg: {message}", err=True)


def _speak_utf8(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)  # a stream that a caller put in its place may lack it
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")


def _terminate(number: int, _frame: object) -> NoReturn:
    raise SystemExit(128 + number)
