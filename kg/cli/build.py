"""``kg build``: pages to a loaded store."""

from __future__ import annotations

import click

from kg.cli.common import Trouble, annotator_options, input_options, settings, store_options
from kg.cli.progress import Watch
from kg.cli.reports import loaded
from kg.cli.stores import opened
from kg.i18n import _
from kg.line import fill
from kg.workers import chosen_ontology


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--writers", default=1, metavar="N", help=_("Writers at a time, for a server.  [default: 1]"))
@store_options
@input_options
@annotator_options
def command(paths: tuple[str, ...], writers: int, **flags: object) -> None:
    """Read PATHS, extract what their articles state and load it into a store: the whole line.

    PATHS are files of Markdown, text, HTML or JSONL, directories of these, or - for standard input. What cannot be
    used is reported and set aside. Stopped at any moment, the store is whole, and the same command goes on from there.

    \b
    Example:
      kg build examples/pages --store out/store
      kg build pages/ --store bolt://localhost:7687 --jobs 2
    """
    chosen, trouble = settings(**flags), Trouble()
    chosen_ontology(chosen)  # one that is not valid fails before a store is made
    with Watch() as watch, opened(chosen, create=True) as store:
        report = fill(
            store, paths, chosen, workers=writers, on_error=trouble,
            note=watch.note, passing=watch.passing, progress=watch.stage,
        )  # fmt: skip
    click.echo(loaded(report, chosen.store), err=True)
    trouble.finish()
