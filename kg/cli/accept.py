"""``kg accept``: a statement is right."""

from __future__ import annotations

import click

from kg.cli.common import settings, store_options
from kg.cli.stores import opened
from kg.i18n import _
from kg.load import decide


@click.command()
@click.argument("statements", nargs=-1, required=True, metavar="STATEMENT...")
@click.option("--clear", is_flag=True, help=_("Forget what was decided, either way."))
@store_options
def command(statements: tuple[str, ...], clear: bool, **flags: object) -> None:
    """Decide that STATEMENTs are right: they are as good as certain.

    The decision is kept in the store and outlives another load of the article; --clear leaves them undecided. The
    evidence of a query shows the ids of statements.

    \b
    Example:
      kg query evidence 石建平 西宁市市长 --ids --store out/store
      kg accept 2f6c1b9e0d4a --store out/store
    """
    with opened(settings(**flags)) as store:
        for statement in statements:
            decide(store, statement, "clear" if clear else "accept")
    click.echo(_("{count} decided").format(count=len(statements)), err=True)
