"""``kg retract``: articles out of a store."""

from __future__ import annotations

import click

from kg.cli.common import settings, store_options
from kg.cli.stores import opened
from kg.errors import StoreError
from kg.i18n import _
from kg.load import retract


@click.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option("--source", "sources", multiple=True, metavar="FILE", help=_("All articles that came from this file."))
@store_options
def command(articles: tuple[str, ...], sources: tuple[str, ...], **flags: object) -> None:
    """Take ARTICLEs out of a store, with all that only they state.

    What stays is what the store would hold if it had never had them.

    \b
    Example:
      kg retract 'jingmen-2023-11-14#3' --store out/store
      kg retract --source examples/pages/jingmen-2023-11-14.md --store out/store
    """
    if not articles and not sources:
        raise click.UsageError(_("name an article, or a file with --source"))
    with opened(settings(**flags)) as store:
        for article in articles:
            _tell(article, retract(store, article=article))
        for source in sources:
            _tell(source, retract(store, source=source))


def _tell(what: str, count: int) -> None:
    if not count:
        do = _("`kg query article` and `kg query sources` show what there is")
        raise StoreError(_("the store has no article of {what}").format(what=what), do=do)
    click.echo(_("{count} articles of {what} taken out").format(count=count, what=what), err=True)
