"""``kg bulk``: a first load of millions."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.common import Trouble, login_options, settings
from kg.cli.progress import Watch
from kg.cli.reports import loaded
from kg.graphs import read_graphs
from kg.i18n import _
from kg.load import LoadReport, bulk, fill_new
from kg.workers import chosen_ontology


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", "-o", type=click.Path(path_type=Path), help=_("Directory for the CSV files."))
@click.option("--new-store", metavar="DIR|URL", help=_("New directory or empty Neo4j (bolt://…) to fill."))
@click.option("--ontology", metavar="FILE", help=_("Relations, in place of the package's own."))
@login_options
def command(files: tuple[Path, ...], out: Path | None, new_store: str | None, **flags: object) -> None:
    """Load FILES of `kg extract` for the first time, all at once: each node and edge is written once.

      Either as CSV for an empty Neo4j, with the command that imports them, or into a new store: a new directory, or the
    empty database of a Neo4j that runs. The graph is the one that `kg load` makes.

    \b
      Example:
        kg bulk out/found.jsonl --out out/bulk
        kg bulk out/found.jsonl --new-store out/store
    kg bulk out/found.jsonl --new-store bolt://localhost:7687
    """
    chosen, trouble = settings(**flags), Trouble()
    if (out is None) == (new_store is None):
        raise click.UsageError(_("give either --out or --new-store"))
    ontology = chosen_ontology(chosen)
    with Watch() as watch:
        graphs = watch.passing(read_graphs(files, on_error=trouble))
        if new_store is not None:
            count = fill_new(graphs, new_store, ontology=ontology, user=chosen.user, password=chosen.password)
            click.echo(loaded(LoadReport(loaded=count), new_store), err=True)
        elif out is not None:
            made = bulk(graphs, out, ontology=ontology)
            click.echo(_("{count} articles; with the server stopped, run").format(count=made.articles), err=True)
            click.echo(made.command)
    trouble.finish()
