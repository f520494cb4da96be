"""``kg evaluate``: figures against gold."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from kg.cli.common import Trouble, annotator_options, settings
from kg.cli.figures import Scores, console, score_json, scores_table, table
from kg.evaluate import Articles, GoldArticle, Score, align, read_gold, score, split
from kg.i18n import _
from kg.model import Article
from kg.settings import Settings

if TYPE_CHECKING:
    from kg.measure import Measured


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("predicted", required=False, type=click.Path(path_type=Path))
@click.option("--align", "aligned", is_flag=True, help=_("Pair articles of a page by their text, not their numbers."))
@click.option("--split", "halved", is_flag=True, help=_("Figures of the develop half and of the check half."))
@click.option("--errors", default=0, metavar="N", help=_("List the first N mistakes (of the develop half)."))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON."))
@click.option("--pages", multiple=True, metavar="PATH", help=_("Extract from these raw pages; implies --align."))
@annotator_options
def command(  # noqa: PLR0913, PLR0917 — one parameter a flag
    gold: Path,
    predicted: Path | None,
    aligned: bool,
    halved: bool,
    errors: int,
    as_json: bool,
    pages: tuple[str, ...],
    **flags: object,
) -> None:
    """Compare entities and relations with those of GOLD, a JSONL file of articles.

    PREDICTED is a file of `kg extract`. Without it the articles of GOLD, or the raw pages that --pages names, are
    extracted first, by each of the annotators that --annotator names, divided by commas.

    \b
    Example:
      kg extract examples/ --out out/found.jsonl
      kg evaluate examples/gold.jsonl out/found.jsonl --align --split --errors 20
      kg evaluate examples/gold.jsonl --annotator builtin,hanlp
    """
    truth = read_gold(gold)
    if predicted is not None:
        scores = _scores(truth, read_gold(predicted), aligned=aligned, halved=halved)
        _print(scores, errors, as_json)
        return
    measured = _measure(truth, pages, settings(**flags))
    by_name = {
        name: _scores(truth, _predicted(one), aligned=aligned or bool(pages), halved=halved)
        for name, one in measured.items()
    }
    for name, scores in by_name.items():
        _print({f"{name} {part}" if len(by_name) > 1 else part: each for part, each in scores.items()}, errors, as_json)
    if not as_json:
        console().print(table("", _COLUMNS, _summary(by_name, measured)))


_COLUMNS = (_("annotator"), _("relations F1"), _("core F1"), _("canonical names"), _("characters/s"), _("memory, MB"))


def _summary(by_name: Mapping[str, Scores], measured: Mapping[str, Measured]) -> Iterator[Sequence[str]]:
    for name, scores in by_name.items():
        cost = measured[name]
        for part, one in scores.items():
            label = name if part == "all" else f"{name} ({part})"
            rates = (f"{rate:.3f}" for rate in (one.relations.f1, one.core.f1, one.canonical))
            yield (label, *rates, f"{cost.speed:,.0f}", f"{cost.memory / 1e6:.0f}")


def _scores(gold: Articles, predicted: Articles, *, aligned: bool, halved: bool) -> dict[str, Score]:
    if aligned:
        gold, predicted = align(gold, predicted)
    if not halved:
        return {"all": score(gold, predicted)}
    return {name: score(part, predicted) for name, part in split(gold).items()}


def _measure(gold: Articles, pages: Sequence[str], chosen: Settings) -> dict[str, Measured]:
    from kg.measure import measure  # noqa: PLC0415 — comparing two files needs no annotator and no store

    trouble = Trouble()
    source: Sequence[str | Article] = pages or [_bare(article) for article in gold.values()]
    names = [name.strip() for name in chosen.annotator.split(",")]
    measured = {name: measure(source, msgspec.structs.replace(chosen, annotator=name)) for name in names}
    for one in measured.values():
        trouble.tell(*one.set_aside)
    return measured


def _bare(gold: GoldArticle) -> Article:
    """The article alone, without the answers."""
    return Article(**{name: getattr(gold, name) for name in Article.__struct_fields__})


def _predicted(measured: Measured) -> Articles:
    graphs = msgspec.convert([msgspec.to_builtins(graph) for graph in measured.graphs], list[GoldArticle])
    return {graph.id: graph for graph in graphs}


def _print(scores: Scores, errors: int, as_json: bool) -> None:
    if as_json:
        single = scores.get("all")
        found = score_json(single) if single else {name: score_json(one) for name, one in scores.items()}
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    console().print(scores_table(scores))
    shown = next(iter(scores.values()))  # of the halves, develop: errors of the check half are not for reading
    for mistake in shown.mistakes[:errors]:
        click.echo(f"{mistake}  [{mistake.kind}]")
