"""Figures of a comparison, and its mistakes by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.evaluate.gold import Articles, GoldArticle, Judged, norm
from kg.evaluate.match import Pair
from kg.model import Appearance, Record
from kg.ontology import Ontology, load_ontology


class Figures(Record):
    """Counts of what was found, predicted and there to find, with what follows from them."""

    found: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the predicted that is right; 0 when nothing was predicted."""
        return self.found / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 when there is none."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Mistake(Record):
    """One relation predicted wrongly, or missed."""

    article: str
    missed: bool
    subject: str
    predicate: str
    object: str
    kind: str  # which of its ends is to blame: see `_kind`

    def __str__(self) -> str:
        word = "MISSED" if self.missed else "WRONG "
        return f"{self.article} {word} {self.subject} {self.predicate} {self.object}"


class Verdict(Record):
    """Whether one predicted relation is right, beside the confidence that it was given."""

    confidence: float
    right: bool


class Score(Record):
    """Everything that one comparison gives."""

    articles: int
    relations: Figures
    core: Figures
    entities: Figures
    canonical: float  # of matched entities, the share that carries exactly the gold name
    by_relation: dict[str, Figures]
    by_entity: dict[str, Figures]
    mistakes: tuple[Mistake, ...] = ()
    verdicts: tuple[Verdict, ...] = ()


class _Count:
    """Found, predicted and gold by name of relation or type."""

    def __init__(self) -> None:
        self.found: Counter[str] = Counter()
        self.predicted: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()

    def figures(self, names: Iterable[str]) -> Figures:
        """Totals over some of the names."""
        chosen = list(names)
        return Figures(
            found=sum(self.found[name] for name in chosen),
            predicted=sum(self.predicted[name] for name in chosen),
            gold=sum(self.gold[name] for name in chosen),
        )

    def names(self) -> list[str]:
        return sorted(self.predicted.keys() | self.gold.keys())

    def table(self) -> dict[str, Figures]:
        return {name: self.figures([name]) for name in self.names()}


class _Tally:
    """Counts over all articles of one comparison."""

    def __init__(self) -> None:
        self.relations = _Count()
        self.entities = _Count()
        self.matched = 0
        self.named = 0
        self.mistakes: list[Mistake] = []
        self.verdicts: list[Verdict] = []

    def add_entities(self, pair: Pair) -> None:
        """Count the entities of one article; a matched one counts as of its gold type."""
        left = dict(pair.predicted)
        for ours, theirs in pair.pairs():
            self.matched += 1
            self.named += norm(ours.name) == norm(theirs.name)
            self.entities.found[ours.type] += 1
            self.entities.predicted[ours.type] += 1
            del left[theirs.id]
        self.entities.predicted.update(entity.type for entity in left.values())
        self.entities.gold.update(entity.type for entity in pair.gold.values())

    def add_relations(self, key: str, pair: Pair) -> None:
        """Count the relations of one article and keep its mistakes, the wrong before the missed."""
        left = [item for item in pair.statements if not item.optional]
        self.relations.gold.update(item.predicate for item in left)
        for answer in pair.answers:
            hit = next((item for item in left if pair.fits(item, answer)), None)
            if hit is not None:
                left.remove(hit)
                self._judge(answer, right=True)
            elif not pair.excused(answer):
                self._judge(answer, right=False)
                self.mistakes.append(_mistake(key, pair, answer, missed=False))
        self.mistakes += [_mistake(key, pair, item, missed=True) for item in left]

    def _judge(self, answer: Judged, *, right: bool) -> None:
        self.relations.predicted[answer.predicate] += 1
        self.relations.found[answer.predicate] += right
        self.verdicts.append(Verdict(confidence=answer.confidence, right=right))


def _mistake(key: str, pair: Pair, item: Judged, *, missed: bool) -> Mistake:
    entities = pair.gold if missed else pair.predicted
    return Mistake(
        article=key,
        missed=missed,
        subject=_name(entities, item.subject),
        predicate=item.predicate,
        object=_name(entities, item.object),
        kind=_kind(pair, item, missed=missed),
    )


def _name(entities: dict[str, Appearance], key: str) -> str:
    return entities[key].name if key in entities else key


def _kind(pair: Pair, item: Judged, *, missed: bool) -> str:
    """What is to blame: an end that the other side lacks, the date, or the relation between ends that both have."""
    known = {one if missed else other for one, other in pair.match}
    if item.subject not in known:
        return "subject"
    if pair.dated(item.predicate):
        return "date"
    return "relation" if item.object in known else "object"


def score(gold: Articles, predicted: Articles, ontology: Ontology | None = None) -> Score:
    """Compare predictions with gold by the rules of the annotation guidelines.

    Micro-averaged over all relations; a symmetric relation counts once, either way round.
    """
    ontology = ontology or load_ontology()
    tally = _Tally()
    for key, article in gold.items():
        pair = Pair(article, predicted.get(key) or GoldArticle(id=key, title="", text=""), ontology)
        tally.add_entities(pair)
        tally.add_relations(key, pair)
    core = [name for name in tally.relations.names() if name in ontology.relations and ontology.relations[name].core]
    return Score(
        articles=len(gold),
        relations=tally.relations.figures(tally.relations.names()),
        core=tally.relations.figures(core),
        entities=tally.entities.figures(tally.entities.names()),
        canonical=tally.named / tally.matched if tally.matched else 0.0,
        by_relation=tally.relations.table(),
        by_entity=tally.entities.table(),
        mistakes=tuple(tally.mistakes),
        verdicts=tuple(tally.verdicts),
    )
