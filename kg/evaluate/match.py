"""Which predicted entities and relations of one article are gold ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.evaluate.gold import GoldArticle, Judged, bigrams, norm
from kg.model import Appearance
from kg.ontology import Ontology

_BARE = frozenset({"会议", "会", "活动", "大会", "论坛", "仪式"})
_IMPLY_ATTENDED = frozenset({"CHAIRED", "SPOKE_AT", "ORGANIZED"})
_LEAST_DICE = 0.6  # of the character bigrams of two event names, for them to be one event


def _dice(one: str, other: str) -> float:
    a, b = bigrams(one), bigrams(other)
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


def _forms(entity: Appearance) -> frozenset[str]:
    return frozenset(map(norm, (entity.name, *entity.names))) - {""}


def _family(entity: Appearance) -> str:
    return "Place" if entity.type == "Organization" else entity.type


def _same(gold: Appearance, predicted: Appearance) -> bool:
    if _family(gold) != _family(predicted):
        return False
    ours, theirs = _forms(gold), _forms(predicted)
    if gold.type != "Event":
        return not ours.isdisjoint(theirs)
    if any(len(form) >= 2 and (form not in _BARE or theirs <= _BARE) for form in ours & theirs):
        return True
    return any(_alike(one, other) for one in ours for other in theirs)


def _alike(one: str, other: str) -> bool:
    contained = min(len(one), len(other)) >= 4 and (one in other or other in one)
    return contained or _dice(one, other) >= _LEAST_DICE


class Pair:
    """One gold article and its prediction, with the entities that match."""

    def __init__(self, gold: GoldArticle, predicted: GoldArticle, ontology: Ontology) -> None:
        self.gold = {entity.id: entity for entity in gold.appearances}
        self.predicted = {entity.id: entity for entity in predicted.appearances}
        self._ontology = ontology
        self.match = {
            (ours, theirs)
            for ours, one in self.gold.items()
            for theirs, other in self.predicted.items()
            if _same(one, other)
        }
        self.statements = gold.statements
        self.answers = tuple(self._distinct(predicted.statements))

    def symmetric(self, predicate: str) -> bool:
        """Whether the relation holds either way round."""
        relation = self._ontology.relations.get(predicate)
        return relation is not None and relation.symmetric

    def dated(self, predicate: str) -> bool:
        """Whether the relation's object is a date."""
        relation = self._ontology.relations.get(predicate)
        return relation is not None and "date" in relation.range

    def _distinct(self, statements: Iterable[Judged]) -> Iterator[Judged]:
        seen: set[tuple[str, str, str]] = set()
        for item in statements:
            ends = (item.subject, item.object)
            key = (item.predicate, *(sorted(ends) if self.symmetric(item.predicate) else ends))
            if key not in seen:
                seen.add(key)
                yield item

    def fits(self, gold: Judged, answer: Judged) -> bool:
        """Whether a predicted relation is this gold one."""
        if gold.predicate != answer.predicate:
            return False
        subject = (gold.subject, answer.subject) in self.match
        if self.dated(gold.predicate):
            return subject and gold.object == answer.object
        if subject and (gold.object, answer.object) in self.match:
            return True
        crossed = (gold.subject, answer.object) in self.match and (gold.object, answer.subject) in self.match
        return crossed and self.symmetric(gold.predicate)

    def excused(self, answer: Judged) -> bool:
        """Whether a prediction that hit nothing is still not wrong.

        It is optional, or found already through a duplicate entity, or an attendance that gold's other relations imply.
        """
        if any(self.fits(item, answer) for item in self.statements):
            return True
        return answer.predicate == "ATTENDED" and any(
            item.predicate in _IMPLY_ATTENDED
            and (item.subject, answer.subject) in self.match
            and (item.object, answer.object) in self.match
            for item in self.statements
        )

    def pairs(self) -> Iterator[tuple[Appearance, Appearance]]:
        """Matching entities one to one; those of the same name first, then in the order of the files."""
        places = {key: n for table in (self.gold, self.predicted) for n, key in enumerate(table)}
        ours: set[str] = set()
        theirs: set[str] = set()
        named = [(self.gold[a].name != self.predicted[b].name, places[a], places[b], a, b) for a, b in self.match]
        for *_order, one, other in sorted(named):
            if one not in ours and other not in theirs:
                ours.add(one)
                theirs.add(other)
                yield self.gold[one], self.predicted[other]
