"""``kg view``: the graph, or a part of it, as one page for the browser."""

from __future__ import annotations

import re
from pathlib import Path

import click

from kg.cli.common import settings, store_options
from kg.cli.figures import console
from kg.cli.stores import opened
from kg.errors import SettingsError
from kg.i18n import _
from kg.model import Graph
from kg.query.subgraph import subgraph

LANGUAGES = ("zh", "en")
MOST = 20_000  # entities in one page


@click.command()
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path), metavar="FILE", help=_("Page to write."))
@click.option("--around", metavar="NAME", help=_("Only what surrounds this entity."))
@click.option("--hops", type=click.IntRange(min=0), default=1, metavar="N", help=_("Steps from it.  [default: 1]"))
@click.option("--relation", "relations", multiple=True, metavar="R", help=_("Only this relation; may be repeated."))
@click.option("--since", default="", metavar="DATE", help=_("Only facts reported from this day on."))
@click.option("--title", default="", metavar="TEXT", help=_("Heading of the page."))
@click.option("--language", type=click.Choice(LANGUAGES), default="zh", help=_("Of the page.  [default: zh]"))
@store_options
def command(  # noqa: PLR0913, PLR0917 — click passes each option by name
    out: Path,
    around: str | None,
    hops: int,
    relations: tuple[str, ...],
    since: str,
    title: str,
    language: str,
    **flags: object,
) -> None:
    """Draw the graph, or a part of it, as an interactive page that needs no network.

    The sentence and the citation behind each line are shown at its side. Open the file in any browser.

    \b
    Example:
      kg view -o out/graph.html --store out/store
      kg view --around 石建平 --hops 2 --since 2023-10-01 -o out/mayor.html --store out/store
      kg view --relation SIGNED_WITH --relation SIGNED -o out/signings.html --store out/store
    """
    chosen = settings(**flags)
    _check_date(since)
    names = tuple(relation.upper() for relation in relations)
    with console(stderr=True).status(_("reading the store")) as status:
        with opened(chosen) as store:
            graph = subgraph(store, around=around, hops=hops, relations=names, since=since, limit=MOST)
        status.update(_("drawing {n} entities").format(n=len(graph.entities)))
        _write(graph, out, title=title or around or "", language=language, focused=around is not None)
    _tell(graph, out)


def _write(graph: Graph, out: Path, *, title: str, language: str, focused: bool) -> None:
    from kg.view import write_html  # noqa: PLC0415 — slow to import

    focus = graph.entities[0].id if focused and graph.entities else ""
    write_html(graph, out, title=title, language="en" if language == "en" else "zh", focus=focus)


def _tell(graph: Graph, out: Path) -> None:
    told = _("{entities} entities and {facts} facts are in {path}")
    click.echo(told.format(entities=len(graph.entities), facts=len(graph.facts), path=out))
    if len(graph.entities) >= MOST:
        click.echo(_("kg: only the {n} best connected; narrow it with --around or --since").format(n=MOST), err=True)


def _check_date(text: str) -> None:
    if text and not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text):
        raise SettingsError(
            _("{text} is no date").format(text=text), where="--since", do=_("write it as 2023-10-24 or 2023-10")
        )
