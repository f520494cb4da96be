"""``kg annotators``: which annotators are installed and usable, and what the others lack."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import click
import msgspec

from kg.annotate.choose import Availability, available
from kg.cli.common import annotator_options, settings
from kg.cli.figures import console, table
from kg.i18n import _
from kg.workers import annotator_options as options_of


@click.command()
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON."))
@annotator_options
def command(as_json: bool, **flags: object) -> None:
    """Say which annotators can be used here, and what to do about the others. Nothing is loaded or downloaded.

    \b
    Example:
      kg annotators
      kg annotators --model models/close-small --llm-url http://localhost:11434/v1 --llm-model qwen3
    """
    found = available(options_of(settings(**flags)))
    if as_json:
        click.echo(json.dumps(msgspec.to_builtins(found), ensure_ascii=False, indent=1))
    else:
        console().print(table("", (_("annotator"), _("usable"), _("what"), _("to do")), _rows(found)))


def _rows(found: Sequence[Availability]) -> Iterator[Sequence[str]]:
    for one in found:
        yield one.name, _("yes") if one.usable else _("no"), one.what, one.do
