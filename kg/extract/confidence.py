"""How sure each statement is: a logistic regression over what led to it.

The model says how often statements of that kind were right in gold articles; ``training/confidence.py`` fits it.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from kg.errors import MissingModel
from kg.i18n import _
from kg.model import Annotation, Appearance, ArticleGraph, Span, Statement

Weights = Mapping[str, float]

_STEPS = (0, 2, 5, 10, 20, 40, 80)  # characters


def rate(graph: ArticleGraph, annotation: Annotation, model: Model) -> ArticleGraph:
    """The same graph with the confidence of each statement as the model sees it (0 to 1, three decimals).

    A statement by a rule that the model was not fitted to keeps the confidence that it has.
    """
    evidence = Evidence(graph, annotation)
    rated = tuple(
        [
            msgspec.structs.replace(statement, confidence=round(model.confidence(evidence, statement), 3))
            if f"rule {statement.rule}" in model.weights
            else statement
            for statement in graph.statements
        ]
    )
    return msgspec.structs.replace(graph, statements=rated)


class Model:
    """Weights of features, those of each relation apart."""

    def __init__(self, weights: Weights) -> None:
        """Sort weights by relation."""
        self.weights = weights
        self._of: dict[str, dict[str, float]] = {}
        for name, weight in weights.items():
            relation, _, feature = name.partition(" ")
            self._of.setdefault(relation, {})[feature] = weight

    def confidence(self, evidence: Evidence, statement: Statement) -> float:
        """What :func:`probability` gives for all features of a statement."""
        every, own = self.weights, self._of.get(statement.predicate, {})
        total = every.get("", 0.0)
        for feature in {*evidence.about(statement)}:
            total += every.get(feature, 0.0) + own.get(feature, 0.0)
        return _logistic(total)


def probability(features: Iterator[str], weights: Weights) -> float:
    """The logistic function of the sum of the features' weights; what the model has not seen weighs nothing."""
    return _logistic(sum([weights.get(name, 0.0) for name in {*features, ""}]))


def _logistic(total: float) -> float:
    return 1 / (1 + math.exp(-total))


@cache
def load_model(path: Path | None = None) -> Model:
    """Read a model, by default the one in the package.

    Raises:
        MissingModel: the file is not there or does not hold weights.
    """
    try:
        data = (path or files("kg") / "data" / "confidence.json").read_bytes()
        return Model(msgspec.json.decode(data, type=dict[str, float]))
    except (OSError, msgspec.DecodeError) as error:
        raise MissingModel(_("no confidence model"), where=str(path or "kg/data/confidence.json"),
                           do=_("train one with training/confidence.py")) from error  # fmt: skip


class Evidence:
    """What the features of one article's statements are read from."""

    def __init__(self, graph: ArticleGraph, annotation: Annotation) -> None:
        self._graph = graph
        self._text = graph.full
        self._ends = {appearance.id: appearance for appearance in graph.appearances}
        self._mentions = {Span(m.start, m.end): (m.confidence, m.rule) for m in annotation.mentions}
        self._known: dict[tuple[str, str, Span], tuple[list[str], list[int]]] = {}  # what :meth:`_role` found
        self._siblings = Counter((statement.frame, statement.predicate) for statement in graph.statements)
        self._stated: dict[tuple[str, str], set[str]] = {}
        for statement in graph.statements:
            self._stated.setdefault((statement.subject, statement.object), set()).add(statement.predicate)

    def features(self, statement: Statement) -> Iterator[str]:
        """Names of the features that hold for a statement; each also holds for its relation alone."""
        for feature in self.about(statement):
            yield feature
            yield f"{statement.predicate} {feature}"

    def about(self, statement: Statement) -> Iterator[str]:
        """Names of the features that hold for a statement, whatever its relation."""
        span = Span(statement.start, statement.end)
        yield "is"
        yield f"rule {statement.rule}"
        yield f"prior {round(statement.confidence, 1)}"
        yield f"status {statement.status} {statement.planned}"
        yield f"clauses {min(4, sum([self._text.count(mark, *span) for mark in '，,；;']))}"
        yield f"length {_step(span.end - span.start)}"
        yield f"title {statement.start < len(self._graph.title)}"
        yield f"siblings {min(9, self._siblings[statement.frame, statement.predicate])}"
        at: list[int] = []
        for role, local in (("subject", statement.subject), ("object", statement.object)):
            if local in self._ends:
                features, first = self._role(role, local, span)
                yield from features
                at += first
        if len(at) == 2:
            yield f"order {at[0] < at[1]} {_step(abs(at[0] - at[1]))}"
        yield f"also {'+'.join(sorted(self._stated[statement.subject, statement.object] - {statement.predicate}))}"

    def _role(self, role: str, local: str, span: Span) -> tuple[list[str], list[int]]:
        """The features of an appearance in a role within a span, and where its first mention stands there, if any."""
        if (role, local, span) not in self._known:
            appearance = self._ends[local]
            inside = [m for m in appearance.mentions if span.start <= m.start and m.end <= span.end]
            features = [f"{role} {feature}" for feature in self._end(appearance, inside)]
            self._known[role, local, span] = features, [m.start for m in inside[:1]]
        return self._known[role, local, span]

    def _end(self, appearance: Appearance, inside: list[Span]) -> Iterator[str]:
        yield f"type {appearance.type}"
        yield f"mentions {min(4, len(appearance.mentions))}"
        yield f"size {min(12, len(appearance.name))}"
        yield f"written {bool(inside)}"
        known = [self._mentions[m] for m in inside if m in self._mentions]
        for confidence, rule in known[:1]:
            yield f"sure {int(confidence * 10)}"
            yield f"found {rule}"


def _step(characters: int) -> int:
    return bisect_left(_STEPS, characters)
