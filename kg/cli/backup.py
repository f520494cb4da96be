"""``kg backup``: a whole store in one file."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.common import settings, store_options
from kg.cli.stores import opened
from kg.i18n import _
from kg.load import backup


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@store_options
def command(file: Path, **flags: object) -> None:
    """Write a whole store into FILE: what articles state, and what people decided.

    Who is who is not in it, since it follows from the rest. The file can be restored into either kind of store.

    \b
    Example:
      kg backup out/store.backup --store out/store
    """
    with opened(settings(**flags)) as store:
        count = backup(store, file)
    click.echo(_("{count} records are in {path}").format(count=count, path=file), err=True)
