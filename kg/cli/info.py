"""``kg info``: what a store holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click
import msgspec

from kg.cli.common import settings, store_options
from kg.cli.figures import console, table
from kg.cli.stores import opened
from kg.i18n import _
from kg.store import Info, info
from kg.store.content import graph_hash


@click.command()
@click.option("--hash", "hashed", is_flag=True, help=_("Print the hash of the graph's content, and nothing else."))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON."))
@store_options
def command(hashed: bool, as_json: bool, **flags: object) -> None:
    """Say what a store holds: articles, entities by type, facts by relation, and what is pending.

    The hash is that of the whole graph's content. The same articles give the same hash, in whatever order, batches or
    kind of store they were loaded.

    \b
    Example:
      kg info --store out/store
      kg info --store out/store --hash
    """
    with opened(settings(**flags)) as store:
        if hashed:
            click.echo(graph_hash(store))
            return
        held = info(store)
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(held), indent=1))
    else:
        console().print(table("", ("", ""), _rows(held)))


def _rows(held: Info) -> Iterator[Sequence[str]]:
    yield _("store"), f"{held.address} ({held.kind}, schema {held.schema})"
    yield _("articles"), f"{held.articles:,}"
    yield _("appearances"), f"{held.appearances:,}"
    yield _("statements"), f"{held.statements:,}"
    yield _("entities"), f"{sum(held.entities.values()):,}"
    for name, count in held.entities.items():
        yield f"  {name}", f"{count:,}"
    yield _("facts"), f"{sum(held.facts.values()):,}"
    for name, count in held.facts.items():
        yield f"  {name}", f"{count:,}"
    yield _("decisions"), f"{held.decisions:,}"
    if held.pending:
        yield _("pending"), _("{count:,}; `kg load` or `kg build` computes them").format(count=held.pending)
    if not held.current:
        yield _("ontology"), _("another than this program's; load again to follow it")
