"""``kg bulk``: CSV files for a first load of millions."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.common import Trouble, settings
from kg.cli.progress import Watch
from kg.graphs import read_graphs
from kg.i18n import _
from kg.load import bulk
from kg.workers import chosen_ontology


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", "-o", required=True, type=click.Path(path_type=Path), help=_("Directory for the CSV files."))
@click.option("--ontology", metavar="FILE", help=_("Relations, in place of the package's own."))
def command(files: tuple[Path, ...], out: Path, **flags: object) -> None:
    """Write FILES of `kg extract` as CSV for an empty Neo4j, and print the command that imports them.

    The graph is the one that `kg load` makes.

    \b
    Example:
      kg bulk out/found.jsonl --out out/bulk
    """
    chosen, trouble = settings(**flags), Trouble()
    with Watch() as watch:
        graphs = watch.passing(read_graphs(files, on_error=trouble))
        made = bulk(graphs, out, ontology=chosen_ontology(chosen))
    click.echo(_("{count} articles; with the server stopped, run").format(count=made.articles), err=True)
    click.echo(made.command)
    trouble.finish()
