"""Figures against gold as a page of Markdown: ``python -m training.quality [--out docs/quality.md]``.

Each half of the gold is judged by models that were trained on the other half. Only counts are printed, no text.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from kg.evaluate import Articles, Figures, GoldArticle, Score, align, read_gold, reliability, score, split
from kg.measure import Measured, measure
from kg.model import Article, ArticleGraph
from kg.settings import Settings
from training.confidence import check_examples, held_out

SHARED = Path("../shared")
MODELS = Path("out/halves")
_INTRODUCTION = """\
Made by `make quality`. The rules of scoring are those of `kg evaluate`. Articles are parted by the hash of their ids:
errors were read in the develop half only, the check half only checks. Each half is judged by a tagger that was trained
on the other; the tagger that is shipped is trained on both."""
_KINDS = """\
Missed: in gold but not found. Wrong: found but not in gold. What it is for want of is the end that the other side
lacks; *relation* means that both ends were found, *date* that the event was."""
HALVES = ("develop", "check")
SEED_PAGE = "xining-2023-10-24"


class Set(NamedTuple):
    """One gold set: its name, its gold, and what is extracted from."""

    name: str
    gold: Articles
    pages: tuple[str, ...]  # empty: the gold's own texts


class Result(NamedTuple):
    """What came out for one set: pairs of gold and prediction, each by the half that judges it, and what it took."""

    set: Set
    gold: Articles
    predicted: Articles
    speed: float  # characters a second of one core
    memory: int  # bytes
    found: Articles  # by their own ids, as one run gave them

    def scores(self) -> dict[str, Score]:
        """The score of each half and of everything."""
        parts = {name: score(part, self.predicted) for name, part in split(self.gold).items()}
        return {**parts, "all": score(self.gold, self.predicted)}


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--out", type=Path, help="where to write the report, beside standard output")
    parser.add_argument("--readme", type=Path, nargs="*", default=[], help="where to put its main figures")
    options = parser.parse_args()
    gold, pages = options.shared / "gold", options.shared / "pages"
    files = tuple(str(path) for path in sorted(pages.iterdir()) if path.suffix in {".md", ".txt"})
    page_gold = read_gold(gold / "page.jsonl")
    sets = (
        Set("articles (dev.jsonl)", read_gold(gold / "dev.jsonl"), ()),
        Set("raw pages (page.jsonl)", page_gold, files),
    )
    models = {name: _model(name) for name in HALVES}
    results = [_result(each, models) for each in sets]
    text = "\n".join(_report(results, pages)) + "\n"
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    for readme in options.readme:
        _put_figures(readme, text)
    sys.stdout.write(text)


def _put_figures(readme: Path, text: str) -> None:
    """Put the overview's table between the marks of a README."""
    table = "\n".join(line for line in overview(text).splitlines() if line.startswith("|"))
    before, _old, after = re.split(
        r"(?<=<!-- figures -->\n)(.*?)(?=<!-- end of figures -->)", _read(readme), flags=re.S
    )
    readme.write_text(f"{before}\n{table}\n\n{after}", encoding="utf-8")


def overview(text: str) -> str:
    """The section of a report that has the main figures."""
    return text.partition("\n## Overview\n")[2].partition("\n## ")[0]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _model(judged: str) -> Path:
    """A tagger for judging one half, trained on the other."""
    other = 0 if judged == "check" else 1
    out = MODELS / f"tagger-{other}.crfsuite"
    out.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-m", "training.tagger", "--half", str(other), "--out", str(out)], check=True)
    return out


def _result(each: Set, models: Mapping[str, Path]) -> Result:
    source: Sequence[str | Article] = each.pages or [_bare(article) for article in each.gold.values()]
    gold: dict[str, GoldArticle] = {}
    predicted: dict[str, GoldArticle] = {}
    for name, model in models.items():
        run = measure(source, Settings(tagger=str(model)))
        ours, theirs = _paired(each, run)
        gold |= split(ours)[name]
        predicted |= split(theirs)[name]
    return Result(each, gold, predicted, run.core_speed, run.memory, {graph.id: _judged(graph) for graph in run.graphs})


def _paired(each: Set, run: Measured) -> tuple[Articles, Articles]:
    found: Articles = {graph.id: _judged(graph) for graph in run.graphs}
    return align(each.gold, found) if each.pages else (each.gold, found)


def _bare(gold: GoldArticle) -> Article:
    return Article(**{name: getattr(gold, name) for name in Article.__struct_fields__})


def _judged(graph: ArticleGraph) -> GoldArticle:
    return msgspec.convert(msgspec.to_builtins(graph), GoldArticle)


def _report(results: Sequence[Result], pages: Path) -> Iterator[str]:
    yield "# Quality"
    yield ""
    yield _INTRODUCTION
    yield from _overview(results)
    yield from _segmentation(results, pages)
    for result in results:
        yield from _by_relation(result)
    yield from _mistakes(results)
    yield from _reliability(pages.parent)


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(header) + " |"
    yield "|" + "---|" * len(header)
    for row in rows:
        yield "| " + " | ".join(row) + " |"


def _overview(results: Sequence[Result]) -> Iterator[str]:
    yield "\n## Overview\n"
    header = ("set", "half", "articles", "relations P", "R", "F1", "core P", "R", "F1", "canonical names")
    rows = [_overview_row(result.set.name, name, each) for result in results for name, each in result.scores().items()]
    raw = results[-1]
    seed = {key: article for key, article in raw.gold.items() if SEED_PAGE in key}
    rows.append(_overview_row("seed page alone", "all", score(seed, raw.predicted)))
    yield from _table(header, rows)
    yield ""
    for result in results:
        speed, memory = f"{result.speed:,.0f}", f"{result.memory / 1e6:.0f}"
        yield f"Extracting the {result.set.name} took one core at {speed} characters a second and {memory} MB."


def _overview_row(name: str, part: str, each: Score) -> tuple[str, ...]:
    rates = (*_rates(each.relations), *_rates(each.core), f"{each.canonical:.3f}")
    return name, part, str(each.articles), *rates


def _rates(figures: Figures) -> tuple[str, str, str]:
    return f"{figures.precision:.3f}", f"{figures.recall:.3f}", f"{figures.f1:.3f}"


def _segmentation(results: Sequence[Result], pages: Path) -> Iterator[str]:
    """Pages into articles, by the scorer that lies beside them."""
    yield "\n## Pages into articles\n"
    arguments = []
    for path in results[-1].set.pages:
        stem = Path(path).stem
        lines = MODELS / f"{stem}.jsonl"
        graphs = [article for key, article in results[-1].found.items() if key.split("#")[0] == stem]
        lines.write_bytes(b"".join(msgspec.json.encode(graph) + b"\n" for graph in graphs))
        arguments += [str(pages / "segments" / f"{stem}.segments.json"), str(lines)]
    scorer = [sys.executable, str(pages / "score_segments.py"), *arguments]
    figures = json.loads(subprocess.run(scorer, capture_output=True, check=True, text=True).stdout.splitlines()[-1])
    names = ("p", "r", "f1", "titles")
    yield from _table(("P", "R", "F1", "titles"), [[f"{figures[name]:.3f}" for name in names]])


def _by_relation(result: Result) -> Iterator[str]:
    yield f"\n## By relation: {result.set.name}\n"
    scores = result.scores()
    develop, check = (scores[name] for name in HALVES)
    header = ("relation", *(f"{name} {rate}" for name in HALVES for rate in ("gold", "P", "R", "F1")))
    rows = []
    for name in sorted(develop.by_relation.keys() | check.by_relation.keys()):
        pair = (each.by_relation.get(name, Figures(found=0, predicted=0, gold=0)) for each in (develop, check))
        rows.append((name, *(cell for figures in pair for cell in (str(figures.gold), *_rates(figures)))))
    yield from _table(header, rows)


def _mistakes(results: Sequence[Result]) -> Iterator[str]:
    yield "\n## The commonest mistakes\n"
    yield _KINDS
    for result in results:
        yield f"\n{result.set.name[0].upper()}{result.set.name[1:]}:\n"
        counts = {name: _kinds(each) for name, each in result.scores().items() if name in HALVES}
        total = counts["develop"] + counts["check"]
        rows = [
            (*kind, str(counts["develop"][kind]), str(counts["check"][kind])) for kind, _count in total.most_common(15)
        ]
        yield from _table(("relation", "", "for want of", *HALVES), rows)


def _kinds(each: Score) -> Counter[tuple[str, str, str]]:
    return Counter((item.predicate, "missed" if item.missed else "wrong", item.kind) for item in each.mistakes)


def _reliability(shared: Path) -> Iterator[str]:
    yield "\n## What confidence means\n"
    yield "Relations by the confidence they were given, and how many of them are right: the check half of all sets, in"
    yield "two parts, each rated by a model that was fitted to the other."
    yield ""
    rows = [
        (f"from {each.low:.2f}", str(each.count), f"{each.said:.2f}", f"{each.right:.2f}")
        for each in reliability(held_out(check_examples(shared, MODELS)))
    ]
    yield from _table(("confidence", "relations", "said", "right"), rows)


if __name__ == "__main__":
    main()
