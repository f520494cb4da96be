"""From HanLP's documents to triples: what is read out of hand-made ones over all relations. Needs no HanLP."""

from __future__ import annotations

import pytest
from hanlp_documents import Example, examples

from kg.annotate.hanlp.annotator import HanlpAnnotator
from kg.annotate.options import AnnotatorOptions
from kg.extract import extract
from kg.model import Annotation, Article, ArticleGraph
from kg.ontology import load_ontology

OFFICES = {"HOLDS_POSITION", "POSITION_IN"}
EXAMPLES = examples()


class Prepared:
    """A pipeline that answers with documents made beforehand."""

    name = "prepared"

    def __init__(self, *made: Example) -> None:
        self._made = {example.text: example.document for example in made}

    def read(self, sentences: list[str]) -> dict[str, object]:
        parts = [self._made[sentence] for sentence in sentences]
        return {task: [one for part in parts for one in part[task]] for task in parts[0]}


def graph_of(example: Example) -> tuple[ArticleGraph, Annotation]:
    article = Article(
        id="a",
        title="",
        text=example.text,
        date=example.settings.get("date", "2024-05-20"),
        place=example.settings.get("place", ""),
    )
    options = AnnotatorOptions()
    (annotation,) = HanlpAnnotator(options, Prepared(example)).annotate([article])
    return extract(article, annotation, options.ontology), annotation


def states(example: Example, _verbose: bool = False) -> tuple[list[str], Annotation]:
    graph, annotation = graph_of(example)
    names = {one.id: one.name for one in graph.appearances}
    offices = any(set(fact.split()) & OFFICES for fact in example.facts)
    found = [
        " ".join(
            [
                names[one.subject],
                one.predicate,
                names.get(one.object, one.object),
                *(["planned"] if one.planned else []),
            ]
        )
        for one in graph.statements
        if offices or one.predicate not in OFFICES
    ]
    return [fact.replace("《", "").replace("》", "") for fact in found], annotation


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.text)
def test_what_a_document_states(example: Example) -> None:
    found, _ = states(example)
    assert _same_way_round(found) == _same_way_round(example.facts)


def _same_way_round(facts: list[str]) -> set[tuple[str, ...]]:
    """Facts as words, those of symmetric relations with the smaller name first."""
    symmetric = {name for name, relation in load_ontology().relations.items() if relation.symmetric}
    turned = set()
    for fact in facts:
        first, relation, second, *planned = fact.split()
        if relation in symmetric:
            first, second = sorted((first, second))
        turned.add((first, relation, second, *planned))
    return turned


def test_there_are_sixty_sentences_over_all_relations() -> None:
    assert len(EXAMPLES) >= 60
    stated = {fact.split()[1] for example in EXAMPLES for fact in example.facts}
    assert stated == set(load_ontology().relations)
