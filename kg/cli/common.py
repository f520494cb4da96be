"""What the commands share: options, the settings they lead to, the store, and how trouble is told."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from kg.errors import KgError
from kg.i18n import _
from kg.settings import Settings, load_settings

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")

Decorated = TypeVar("Decorated", bound=Callable[..., object])


def store_options(command: Decorated) -> Decorated:
    """Add ``--store``, ``--user`` and ``--password``."""
    store = click.option("--store", metavar="DIR|URL", help=_("A directory, or bolt://…  [default: kg-store]"))
    return store(login_options(command))


def login_options(command: Decorated) -> Decorated:
    """Add ``--user`` and ``--password``."""
    for option in (
        click.option("--password", metavar="WORD", help=_("Of a Neo4j server; better given as KG_PASSWORD.")),
        click.option("--user", metavar="NAME", help=_("Of a Neo4j server.  [default: neo4j]")),
    ):
        command = option(command)
    return command


def input_options(command: Decorated) -> Decorated:
    """Add ``--date`` and ``--place``, for pages that do not say."""
    for option in (
        click.option("--place", metavar="NAME", help=_("Place that the paper writes about, such as 西宁市.")),
        click.option("--date", metavar="DATE", help=_("Date of the issue, such as 2023-10-24.")),
    ):
        command = option(command)
    return command


def annotator_options(command: Decorated) -> Decorated:
    """Add the options that choose an annotator and say how it runs."""
    for option in (
        click.option("--max-tokens", type=int, metavar="N", help=_("Budget of a language model; stops cleanly.")),
        click.option("--llm-price-answer", type=float, metavar="N", help=_("Price of a million tokens of answers.")),
        click.option("--llm-price-prompt", type=float, metavar="N", help=_("Price of a million tokens of questions.")),
        click.option("--llm-timeout", type=float, metavar="S", help=_("Seconds without an answer.  [default: 120]")),
        click.option("--llm-jobs", type=int, metavar="N", help=_("Requests at a time.  [default: 4]")),
        click.option("--cache", metavar="DIR", help=_("Where a language model's answers are kept.")),
        click.option("--llm-model", metavar="NAME", help=_("Language model to ask for.")),
        click.option("--llm-url", metavar="URL", help=_("Server of a language model, OpenAI's protocol.")),
        click.option("--jobs", type=int, metavar="N", help=_("Processes that extract.  [default: 1]")),
        click.option("--ontology", metavar="FILE", help=_("Relations, in place of the package's own.")),
        click.option("--tagger", metavar="FILE", help=_("Tagger in place of the package's own.")),
        click.option("--confidence", metavar="FILE", help=_("Confidence model in place of the package's own.")),
        click.option("--model", metavar="ID|DIR", help=_("Model of HanLP.")),
        click.option("--annotator", metavar="NAME", help=_("builtin, hanlp, llm, or two joined by +.")),
    ):
        command = option(command)
    return command


def settings(**flags: object) -> Settings:
    """Settings of this run: the command's flags, the environment and the file that ``--config`` names."""
    config: str | None = click.get_current_context().find_root().params.get("config")
    return load_settings(flags, path=Path(config) if config else None)


def printable(text: str) -> str:
    """Text of strangers without what a terminal would obey: control characters and changes of direction."""
    return _CONTROL.sub("\ufffd", text)


class Trouble:
    """Reports what is set aside as it happens, and remembers that something was."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, error: KgError) -> None:
        """Report one error; the run goes on."""
        self.tell(str(error))

    def tell(self, *messages: str) -> None:
        """Report messages of errors."""
        self.count += len(messages)
        for message in messages:
            click.echo(f"kg: {printable(message)}", err=True)

    def finish(self) -> None:
        """End the command with status 1 if anything was set aside."""
        if self.count:
            click.echo(_("kg: {count} reported, see above").format(count=self.count), err=True)
            click.get_current_context().exit(1)
