"""Tables of figures, for a terminal or a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.table import Table

from kg.evaluate import Figures, Score
from kg.i18n import _

Scores = Mapping[str, Score]  # by what was compared: "all", a half of the articles, an annotator


def console(*, stderr: bool = False) -> Console:
    """A console that does not fold lines when its output goes to a file or a pipe."""
    made = Console(stderr=stderr, highlight=False, markup=False, emoji=False)
    if not made.is_terminal:
        made.width = 200
    return made


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """A table whose first column is text and whose others are figures."""
    made = Table(title=title or None, title_justify="left", box=None, pad_edge=False)
    for number, column in enumerate(columns):
        made.add_column(column, justify="right" if number else "left", no_wrap=bool(number))
    for row in rows:
        made.add_row(*row)
    return made


def scores_table(scores: Scores) -> Table:
    """Precision, recall and F1 by relation and type, a group of columns for each score."""
    columns = [""]
    for name in scores:
        prefix = "" if len(scores) == 1 else f"{name} "
        columns += [f"{prefix}P", "R", "F1", _("gold"), _("found")]
    return table("", columns, _score_rows(scores))


def _score_rows(scores: Scores) -> Iterable[Sequence[str]]:
    some = list(scores.values())
    for kind in ("by_relation", "by_entity"):
        tables: list[dict[str, Figures]] = [getattr(one, kind) for one in some]
        for name in sorted({name for each in tables for name in each}):
            yield _row(name, [each.get(name) for each in tables])
        yield [""] * (1 + 5 * len(some))
    yield _row(_("entities"), [one.entities for one in some])
    yield [_("canonical names"), *(cell for one in some for cell in ("", "", f"{one.canonical:.3f}", "", ""))]
    yield _row(_("core relations"), [one.core for one in some])
    yield _row(_("all relations"), [one.relations for one in some])
    yield [_("articles"), *(cell for one in some for cell in ("", "", "", str(one.articles), ""))]


def _row(name: str, figures: Sequence[Figures | None]) -> list[str]:
    return [name, *(cell for each in figures for cell in _cells(each))]


def _cells(figures: Figures | None) -> tuple[str, str, str, str, str]:
    if figures is None:
        return "", "", "", "", ""
    rates = (f"{rate:.3f}" for rate in (figures.precision, figures.recall, figures.f1))
    return (*rates, str(figures.gold), str(figures.predicted))  # type: ignore[return-value]


def score_json(score: Score) -> dict[str, object]:
    """A score as JSON takes it; rates rounded to four digits."""
    return {
        "articles": score.articles,
        "relations": _figures_json(score.relations),
        "core": _figures_json(score.core),
        "entities": _figures_json(score.entities),
        "canonical": round(score.canonical, 4),
        "by_relation": {name: _figures_json(each) for name, each in score.by_relation.items()},
        "by_entity": {name: _figures_json(each) for name, each in score.by_entity.items()},
    }


def _figures_json(figures: Figures) -> dict[str, float | int]:
    return {
        "p": round(figures.precision, 4),
        "r": round(figures.recall, 4),
        "f1": round(figures.f1, 4),
        "gold": figures.gold,
        "pred": figures.predicted,
    }
