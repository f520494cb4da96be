"""``kg load``: JSONL of extraction to a store."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.common import Trouble, settings, store_options
from kg.cli.progress import Watch
from kg.cli.reports import loaded
from kg.cli.stores import opened
from kg.graphs import read_graphs
from kg.i18n import _
from kg.load import load
from kg.workers import chosen_ontology


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--ontology", metavar="FILE", help=_("Relations, in place of the package's own."))
@click.option("--writers", default=1, metavar="N", help=_("Writers at a time, for a server.  [default: 1]"))
@store_options
def command(files: tuple[Path, ...], writers: int, **flags: object) -> None:
    """Load FILES of `kg extract` into a store, which is made when it is not there.

    Loading a file twice, or files in another order, changes nothing.

    \b
    Example:
      kg load out/found.jsonl --store out/store
    """
    chosen, trouble = settings(**flags), Trouble()
    ontology = chosen_ontology(chosen)
    with Watch() as watch, opened(chosen, create=True) as store:
        graphs = watch.passing(read_graphs(files, on_error=trouble))
        report = load(graphs, store, workers=writers, progress=watch.stage, on_error=trouble, ontology=ontology)
    click.echo(loaded(report, chosen.store), err=True)
    trouble.finish()
