"""``kg restore``: a store from a backup."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.common import settings, store_options
from kg.cli.progress import Watch
from kg.cli.stores import opened
from kg.i18n import _
from kg.load import restore
from kg.workers import chosen_ontology


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--ontology", metavar="FILE", help=_("Relations, in place of the package's own."))
@store_options
def command(file: Path, **flags: object) -> None:
    """Make a store from FILE, which `kg backup` wrote. The store must be new or empty, and may be of the other kind.

    \b
    Example:
      kg restore out/store.backup --store out/copy
      kg restore out/store.backup --store bolt://localhost:7687
    """
    chosen = settings(**flags)
    with Watch() as watch, opened(chosen, create=True) as store:
        count = restore(file, store, progress=watch.stage, ontology=chosen_ontology(chosen))
    click.echo(_("{count} records are in {path}").format(count=count, path=chosen.store), err=True)
