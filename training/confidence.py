"""Fit how sure statements are: ``python -m training.confidence [--out FILE]``.

The model is fitted to the check part of the annotated articles, extracted with a tagger trained on the other part: no
rule was written with these articles in view, so they bring mistakes of the kind that unseen articles bring.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from kg.annotate.builtin import BuiltinAnnotator
from kg.errors import KgError
from kg.evaluate import GoldArticle, align
from kg.evaluate.gold import Judged
from kg.evaluate.match import Pair
from kg.evaluate.score import Verdict
from kg.extract import extract
from kg.extract.confidence import Evidence, probability
from kg.grammar.tagger import Tagger
from kg.line import articles
from kg.model import Article
from kg.ontology import load_ontology
from kg.settings import Settings
from training.augment import variants
from training.gold import SHARED, GoldSet, for_tagger, gold_sets
from training.tagger import NAMES, SEED, train

OUT = Path("kg/data/confidence.json")
STRENGTH = 0.05  # inverse of the penalty on squared weights; the best of .02, .05, .1 and .3 on held-out halves
LEAST = 0.005  # a smaller weight is left out


class Example(NamedTuple):
    """One statement: the article that states it, its features and whether gold has it."""

    article: str
    features: list[str]
    right: bool


Pairs = Sequence[tuple[GoldArticle, Article]]


def examples(pairs: Pairs, tagger: Tagger) -> Iterator[Example]:
    """Statements extracted from articles; those that gold leaves open are left out."""
    ontology = load_ontology()
    bare = [article for _gold, article in pairs]
    for (gold, article), annotation in zip(pairs, BuiltinAnnotator(tagger).annotate(bare), strict=True):
        graph = extract(article, annotation, ontology)
        pair = Pair(gold, msgspec.convert(msgspec.to_builtins(graph), GoldArticle), ontology)
        evidence = Evidence(graph, annotation)
        for statement in graph.statements:
            answer = msgspec.convert(msgspec.to_builtins(statement), Judged)
            right = any(pair.fits(item, answer) for item in gold.statements if not item.optional)
            if right or not pair.excused(answer):
                yield Example(gold.id, sorted(set(evidence.features(statement))), right)


def check_pairs(shared: Path) -> Pairs:
    """Articles of the check part with what is extracted from: their own text, or what was cut out of the raw page."""
    return [pair for each in gold_sets(shared) for pair in (_cut(each) if each.pages else _own(each))]


def _own(each: GoldSet) -> Pairs:
    return [(gold, _bare(gold)) for gold in each.parts["check"].values()]


def _cut(each: GoldSet) -> Pairs:
    found = {article.id: article for article in articles(each.pages, Settings(), on_error=_stop)}
    as_gold = {key: msgspec.convert(msgspec.to_builtins(article), GoldArticle) for key, article in found.items()}
    gold, paired = align(each.all, as_gold)
    return [(gold[key], found[one.id]) for key, one in paired.items() if each.part_of(key) == "check"]


def _stop(error: KgError) -> None:
    raise error


def _bare(gold: GoldArticle) -> Article:
    return Article(**{name: getattr(gold, name) for name in Article.__struct_fields__})


def fit(found: Sequence[Example]) -> dict[str, float]:
    """Weights of a logistic regression by feature; the one without a name is the intercept."""
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([dict.fromkeys(example.features, 1.0) for example in found])
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(matrix, [example.right for example in found])
    weights = dict(zip(vectors.get_feature_names_out(), model.coef_[0], strict=True))
    kept = {name: round(float(weight), 3) for name, weight in weights.items() if abs(weight) >= LEAST}
    return {"": round(float(model.intercept_[0]), 3), **kept}


def held_out(found: Sequence[Example]) -> Iterator[Verdict]:
    """Each statement judged by a model that was fitted to other articles: two parts, each judged by the other."""
    parts = [[e for e in found if hashlib.sha256(f"part {e.article}".encode()).digest()[0] % 2 == n] for n in (0, 1)]
    for judged, other in (parts, parts[::-1]):
        weights = fit(other)
        for example in judged:
            yield Verdict(confidence=probability(iter(example.features), weights), right=example.right)


def check_examples(shared: Path, taggers: Path) -> list[Example]:
    """Statements of the check part; the tagger is trained first when there is none."""
    path = taggers / "tagger-develop.crfsuite"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        train(variants(for_tagger(shared, "develop"), NAMES, SEED), path)
    return list(examples(check_pairs(shared), Tagger(path)))


def main() -> None:
    """Fit as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument(
        "--taggers", type=Path, default=Path("out/parts"), help="holds tagger-develop.crfsuite, or will"
    )
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    weights = fit(check_examples(options.shared, options.taggers))
    options.out.write_text(json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True), encoding="utf-8")


if __name__ == "__main__":
    main()
