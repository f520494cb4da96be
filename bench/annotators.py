"""What the annotators that need a model can do at best and at what speed: ``python bench/annotators.py``.

*A perfect language model*: gold relations put into the shape of an answer, quoting gold's evidence, then verified and
extracted as any answer is. Its score is the most that a language model can reach behind our checks; what is missing is
what they drop. Reads gold from ``../shared``.

*HanLP's speed*: the real pipeline, with the size of the published small model and random weights. Needs HanLP.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from kg.annotate.choose import choose
from kg.annotate.llm.annotator import with_offices
from kg.annotate.llm.answer import Answer, AnswerArgument, AnswerEntity, AnswerFrame
from kg.annotate.llm.prompt import instructions, question
from kg.annotate.llm.usage import Tally
from kg.annotate.llm.verify import annotation
from kg.annotate.options import AnnotatorOptions, HanlpOptions
from kg.evaluate import Articles, GoldArticle, read_gold, score, split
from kg.extract import extract
from kg.grammar.dates import DateReader
from kg.grammar.sentences import split as split_sentences
from kg.model import Article
from kg.ontology import FrameRule, load_ontology

ROOT = Path(__file__).parents[1]
GOLD = ROOT.parent / "shared" / "gold" / "dev.jsonl"


def bare(gold: GoldArticle) -> Article:
    return Article(**{name: getattr(gold, name) for name in Article.__struct_fields__})


def perfect(gold: GoldArticle) -> Answer:
    """The answer that states what gold states."""
    entities = tuple(AnswerEntity(type=one.type, name=one.name, mentions=one.names) for one in gold.appearances)
    return Answer(entities=entities, frames=tuple(frames(gold)))


def frames(gold: GoldArticle) -> Iterator[AnswerFrame]:
    relations = load_ontology().relations
    words = {one.id: (*one.names, one.name) for one in gold.appearances}
    types = {one.id: one.type for one in gold.appearances}
    for one in gold.statements:
        rows = relations[one.predicate].frames
        rule, verb = next(
            ((rule, verb) for rule in rows for verb in rule.verbs if verb in one.evidence), (rows[0], rows[0].verbs[0])
        )
        obj = words.get(one.object) or day(gold, one)
        offices = tuple(
            form for key in (one.subject, one.object) if types.get(key) == "Position" for form in words[key]
        )
        yield frame(rule, verb, sentence(gold, one.evidence), (words[one.subject], obj), offices)


def sentence(gold: GoldArticle, evidence: str) -> str:
    """The whole sentence that gold's evidence is a clause of, as a model is asked to quote."""
    at = gold.full.find(evidence)
    around = [one for one in split_sentences(gold.full) if one.start <= at < one.end]
    return gold.full[around[0].start : max(around[0].end, at + len(evidence))] if around else evidence


def frame(
    rule: FrameRule, verb: str, evidence: str, ends: tuple[tuple[str, ...], tuple[str, ...]], offices: tuple[str, ...]
) -> AnswerFrame:
    pairs = zip(rule.roles, ends, strict=True)
    arguments = tuple(AnswerArgument(role=role, text=written(forms, evidence)) for role, forms in pairs)
    trigger = verb if verb in evidence else next((form for form in offices if form in evidence), "")
    return AnswerFrame(predicate=verb, evidence=evidence, trigger=trigger, arguments=arguments)


def written(forms: tuple[str, ...], evidence: str) -> str:
    return max((form for form in forms if form in evidence), key=len, default=forms[0])


def day(gold: GoldArticle, one: msgspec.Struct) -> tuple[str, ...]:
    evidence, iso = one.evidence, one.object  # type: ignore[attr-defined]
    found = DateReader(gold.date).read(evidence, 0)
    return tuple(evidence[when.start : when.end] for when in found if when.iso == iso) or (iso,)


def ceiling(gold: Articles) -> Table:
    ontology, tally = load_ontology(), Tally()
    graphs = {}
    for key, article in gold.items():
        verified = annotation(bare(article), [perfect(article)], ontology, tally)
        graph = extract(bare(article), with_offices(bare(article), verified), ontology)
        graphs[key] = msgspec.convert(msgspec.to_builtins(graph), GoldArticle)
    table = Table("half", "P", "R", "F1", "core F1", title="a perfect language model", title_justify="left")
    for name, part in split(gold).items():
        found = score(part, graphs)
        rates = (found.relations.precision, found.relations.recall, found.relations.f1, found.core.f1)
        table.add_row(name, *(f"{rate:.3f}" for rate in rates))
    for what, count in sorted(tally.counts().items(), key=lambda pair: -pair[1]):
        table.add_row(what, str(count))
    return table


def cost(gold: Articles) -> str:
    system = len(instructions(load_ontology()))
    asked = [len(question(bare(one), one.text)) for one in gold.values()]
    answers = [len(msgspec.json.encode(perfect(one)).decode()) for one in gold.values()]
    mean = [sum(some) / len(gold) for some in (asked, answers)]
    return f"characters a request: instructions {system:,}, article {mean[0]:,.0f}, answer {mean[1]:,.0f}"


def speed(gold: Articles, count: int) -> str:
    sys.path.insert(0, str(ROOT / "tests" / "annotate_hanlp"))
    from tiny_model import train  # noqa: PLC0415 — needs HanLP

    articles = [bare(one) for one in gold.values()][:count]
    with tempfile.TemporaryDirectory() as place:
        model = train(Path(place) / "small", epochs=1, layers=12, width=256)
        annotator = choose("hanlp", AnnotatorOptions(hanlp=HanlpOptions(model=str(model), device="cpu")))
        start = time.perf_counter()
        found = list(annotator.annotate(articles))
        seconds = time.perf_counter() - start
    characters, sentences = sum(len(one.full) for one in articles), sum(len(one.sentences) for one in found)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return (
        f"HanLP, 12 layers of 256: {characters / seconds:,.0f} characters and {sentences / seconds:,.1f} sentences "
        f"a second, {memory:,.0f} MB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--articles", type=int, default=40, help="that HanLP reads")
    options = parser.parse_args()
    console = Console()
    if not options.gold.is_file():
        console.print(f"no gold at {options.gold}: nothing measured")
        return
    gold = read_gold(options.gold)
    console.print(ceiling(gold))
    console.print(cost(gold))
    if find_spec("hanlp"):
        console.print(speed(gold, options.articles))
    else:
        console.print("HanLP is not installed: its speed is not measured")


if __name__ == "__main__":
    main()
