"""``kg export``: the graph for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.common import settings, store_options
from kg.cli.stores import opened
from kg.export import WRITERS, Format
from kg.i18n import _
from kg.query.subgraph import subgraph


@click.command()
@click.option("--format", "kind", type=click.Choice(sorted(WRITERS)), required=True, help=_("What to write."))
@click.option("--out", "-o", required=True, type=click.Path(path_type=Path), help=_("A file; for csv a directory."))
@click.option("--around", metavar="NAME", help=_("Only what surrounds this entity."))
@click.option("--hops", default=1, metavar="N", help=_("Steps from it.  [default: 1]"))
@store_options
def command(kind: Format, out: Path, around: str | None, hops: int, **flags: object) -> None:
    """Write the graph, or the part around an entity, with the sources of each fact.

    graphml is one file, for Gephi, yEd or networkx; jsonld is one file of linked data; csv is a directory of
    entities.csv, facts.csv and citations.csv, which spreadsheets open.

    \b
    Example:
      kg export --format graphml --out out/graph.graphml --store out/store
      kg export --format csv --out out/tables --store out/store
    """
    with opened(settings(**flags)) as store:
        graph = subgraph(store, around=around, hops=hops)
    WRITERS[kind](graph, out)
    told = _("{entities} entities and {facts} facts are in {path}")
    click.echo(told.format(entities=len(graph.entities), facts=len(graph.facts), path=out))
