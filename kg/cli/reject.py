"""``kg reject``: a statement is wrong."""

from __future__ import annotations

import click

from kg.cli.common import settings, store_options
from kg.cli.stores import opened
from kg.i18n import _
from kg.load import decide


@click.command()
@click.argument("statements", nargs=-1, required=True, metavar="STATEMENT...")
@store_options
def command(statements: tuple[str, ...], **flags: object) -> None:
    """Decide that STATEMENTs are wrong: they support no fact any more.

    The decision is kept in the store and outlives another load of the article; `kg accept` takes it back. The evidence
    of a query shows the ids of statements.

    \b
    Example:
      kg query evidence 石建平 西宁市市长 --ids --store out/store
      kg reject 2f6c1b9e0d4a --store out/store
    """
    with opened(settings(**flags)) as store:
        for statement in statements:
            decide(store, statement, "reject")
    click.echo(_("{count} decided").format(count=len(statements)), err=True)
