"""Figures against gold as a page of Markdown: ``python -m training.quality [--out docs/quality.md]``.

Each part of the annotated articles is judged by a tagger that was trained on the other. Only counts are printed.
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

from kg.evaluate import Articles, Figures, GoldArticle, Score, align, reliability, score
from kg.line import articles
from kg.measure import measure
from kg.model import Article, ArticleGraph
from kg.settings import Settings
from training.confidence import check_examples, held_out
from training.gold import PARTS, SEED_PAGE, SHARED, GoldSet, Part, gold_sets, other

MODELS = Path("out/parts")
_INTRODUCTION = """\
Made by `make quality`. The rules of scoring are those of `kg evaluate`. Annotated articles are in two parts: errors
were read in the develop part only, the check part only checks. Each part is judged by a tagger that was trained on the
other; the tagger that is shipped is trained on both.

`dev.jsonl` and `page.jsonl` are parted by the hash of article ids, so their check half is of the same days, cities and
hands as the half that rules were written for. *More articles* are television news of the same corpus, annotated for
this project (`training/annotations`), *more raw pages* are invented pages of other cities, years and hands
(`tests/data/pages`); both are parted by file, and the check part was put away unread. *Invented articles*
(`tests/data/articles`) are short texts that hold as many ways of telling visits, signings, gatherings and offices as
their writers could think of: harder than a paper, in the develop part worked over as the others."""
_KINDS = """\
Missed: in gold but not found. Wrong: found but not in gold. What it is for want of is the end that the other side
lacks; *relation* means that both ends were found, *date* that the event was."""


class Result(NamedTuple):
    """What came out for one set: pairs of gold and prediction, each by the part that judges it, and what it took."""

    set: GoldSet
    gold: Articles
    predicted: Articles
    speed: float  # characters a second of one core
    memory: int  # bytes
    found: Articles  # by their own ids, as one run gave them

    def scores(self) -> dict[str, Score]:
        """The score of each part and of everything."""
        parts: dict[str, Articles] = {**{part: self.part(part) for part in PARTS}, "all": self.gold}
        return {name: score(gold, self.predicted) for name, gold in parts.items()}

    def part(self, part: Part) -> Articles:
        """The gold articles of one part."""
        return {key: article for key, article in self.gold.items() if self.set.part_of(key) == part}


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--out", type=Path, help="where to write the report, beside standard output")
    parser.add_argument("--readme", type=Path, nargs="*", default=[], help="where to put its main figures")
    options = parser.parse_args()
    models = {part: _model(part) for part in PARTS}
    results = [_result(each, models) for each in gold_sets(options.shared)]
    text = "\n".join(_report(results, options.shared)) + "\n"
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


def _model(judged: Part) -> Path:
    """A tagger for judging one part, trained on the other."""
    out = MODELS / f"tagger-{other(judged)}.crfsuite"
    out.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-m", "training.tagger", "--part", other(judged), "--out", str(out)], check=True)
    return out


def _result(each: GoldSet, models: Mapping[Part, Path]) -> Result:
    source: Sequence[str | Article] = [str(path) for path in each.pages] or [_bare(gold) for gold in each.all.values()]
    gold: dict[str, GoldArticle] = {}
    predicted: dict[str, GoldArticle] = {}
    for part, model in models.items():
        run = measure(source, Settings(tagger=str(model)))
        found = {graph.id: _judged(graph) for graph in run.graphs}
        ours, theirs = align(each.all, found) if each.pages else (each.all, found)
        gold |= {key: article for key, article in ours.items() if each.part_of(key) == part}
        predicted |= {key: article for key, article in theirs.items() if each.part_of(key) == part}
    return Result(each, gold, predicted, run.core_speed, run.memory, found)


def _bare(gold: GoldArticle) -> Article:
    return Article(**{name: getattr(gold, name) for name in Article.__struct_fields__})


def _judged(graph: ArticleGraph) -> GoldArticle:
    return msgspec.convert(msgspec.to_builtins(graph), GoldArticle)


def _report(results: Sequence[Result], shared: Path) -> Iterator[str]:
    yield "# Quality"
    yield ""
    yield _INTRODUCTION
    yield from _overview(results)
    yield from _segmentation(results, shared / "pages")
    for result in results:
        yield from _by_relation(result)
    yield from _mistakes(results)
    yield from _reliability(shared)


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(header) + " |"
    yield "|" + "---|" * len(header)
    for row in rows:
        yield "| " + " | ".join(row) + " |"


def _overview(results: Sequence[Result]) -> Iterator[str]:
    yield "\n## Overview\n"
    header = ("set", "part", "articles", "relations P", "R", "F1", "core P", "R", "F1", "canonical names")
    rows = [_overview_row(result.set.name, name, each) for result in results for name, each in result.scores().items()]
    raw = next(result for result in results if any(SEED_PAGE in path.stem for path in result.set.pages))
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
    """Pages into articles, by the scorer that lies beside the shared pages."""
    yield "\n## Pages into articles\n"
    groups = {
        (result.set.name, part): [path for path in result.set.pages if _of_part(path, part)]
        for result in results
        for part in PARTS
        if result.set.pages
    }
    rows = [(*group, str(len(paths)), *_segments(paths, pages)) for group, paths in groups.items() if paths]
    yield from _table(("set", "part", "pages", "P", "R", "F1", "titles"), rows)


def _of_part(page: Path, part: Part) -> bool:
    """Whether a page belongs to a part: the shared ones were all in view when segmentation was written."""
    return part == (page.parent.name if page.parent.name in PARTS else "develop")


def _segments(paths: Sequence[Path], scorer: Path) -> list[str]:
    arguments = []
    for path in paths:
        lines = MODELS / f"{path.stem}.jsonl"
        lines.write_bytes(b"".join(msgspec.json.encode(article) + b"\n" for article in articles([path])))
        beside = path.with_name(f"{path.stem}.segments.json")
        known = beside if beside.exists() else path.parent / "segments" / beside.name
        arguments += [str(known), str(lines)]
    command = [sys.executable, str(scorer / "score_segments.py"), *arguments]
    figures = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout.splitlines()[-1])
    return [f"{figures[name]:.3f}" for name in ("p", "r", "f1", "titles")]


def _by_relation(result: Result) -> Iterator[str]:
    yield f"\n## By relation: {result.set.name}\n"
    scores = result.scores()
    develop, check = (scores[name] for name in PARTS)
    header = ("relation", *(f"{name} {rate}" for name in PARTS for rate in ("gold", "P", "R", "F1")))
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
        counts = {name: _kinds(each) for name, each in result.scores().items() if name in PARTS}
        total = counts["develop"] + counts["check"]
        rows = [
            (*kind, str(counts["develop"][kind]), str(counts["check"][kind])) for kind, _count in total.most_common(15)
        ]
        yield from _table(("relation", "", "for want of", *PARTS), rows)


def _kinds(each: Score) -> Counter[tuple[str, str, str]]:
    return Counter((item.predicate, "missed" if item.missed else "wrong", item.kind) for item in each.mistakes)


def _reliability(shared: Path) -> Iterator[str]:
    yield "\n## What confidence means\n"
    yield "Relations by the confidence they were given, and how many of them are right: the check part of all sets, in"
    yield "two parts, each rated by a model that was fitted to the other."
    yield ""
    rows = [
        (f"from {each.low:.2f}", str(each.count), f"{each.said:.2f}", f"{each.right:.2f}")
        for each in reliability(held_out(check_examples(shared, MODELS)))
    ]
    yield from _table(("confidence", "relations", "said", "right"), rows)


if __name__ == "__main__":
    main()
