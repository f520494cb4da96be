"""Frames from semantic roles: HanLP's labels become our roles by what the ontology's rows ask of each verb."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.annotate.hanlp.parsed import Label, Parsed
from kg.annotate.hanlp.phrases import Phrases
from kg.annotate.hanlp.verbs import Verb, told, verbs
from kg.annotate.hanlp.words import partners, roles_by_word, words
from kg.model import Argument, Article, Frame, Mention, Role, Span
from kg.ontology import Ontology

CONFIDENCE = 0.8
RULE = "hanlp/srl"

Asked = Mapping[Role, frozenset[str]]  # the types that the rows of a verb take in each role
Filled = dict[Role, list[Span]]


class FrameReader:
    """Reads the frames of one article out of its parsed sentences."""

    def __init__(self, article: Article, mentions: Sequence[Mention], ontology: Ontology) -> None:
        self._text = article.full
        self._mentions = mentions
        self._asked = asked(ontology)
        self.described: list[Mention] = []  # documents that only the frames made out

    def frames(self, pieces: Sequence[Parsed]) -> Iterator[Frame]:
        """The frames of all pieces, in order."""
        for piece in pieces:
            inside = [one for one in self._mentions if piece.words and _within(one, piece)]
            phrases = Phrases(self._text, piece, inside)
            yield from self._piece(piece, phrases, inside)
            self.described += phrases.described

    def _piece(self, parsed: Parsed, phrases: Phrases, mentions: Sequence[Mention]) -> Iterator[Frame]:
        before: Filled = {}
        for verb in verbs(parsed, self._text, mentions, self._asked):
            filled = self._fill(parsed, phrases, verb)
            if "A0" not in filled and "A0" in before and self._coordinated(parsed, verb):
                filled["A0"] = before["A0"]
            before = filled or before
            how = told(parsed, verb)
            if filled and not how.unreal:
                yield Frame(
                    predicate=verb.name,
                    start=verb.start,
                    end=verb.end,
                    arguments=tuple(_arguments(filled)),
                    sentence=parsed.sentence,
                    negated=how.denied,
                    planned=how.planned,
                    confidence=CONFIDENCE,
                    rule=RULE,
                )

    def _fill(self, parsed: Parsed, phrases: Phrases, verb: Verb) -> Filled:
        """Each argument in the first role that it can fill; what a verb's predicates share is filled once."""
        filled: Filled = {}
        needs = self._asked[verb.name]
        for label in _in_order(parsed, phrases, verb):
            for role in _candidates(parsed, label):
                spans = phrases.meant(label.start, label.end, needs[role]) if role in needs else []
                spans = [span for span in spans if not any(span in known for known in filled.values())]
                if spans:
                    filled.setdefault(role, []).extend(spans)
                    break
        if "WITH" in needs:
            _part(filled, self._text)
        return filled

    def _coordinated(self, parsed: Parsed, verb: Verb) -> bool:
        """Whether the verb goes on with the subject of the one before: it stands in a list with it, or behind 并."""
        first = verb.predicates[0].start
        listed = bool(parsed.relations) and parsed.relations[first] in words().listed
        heads = [parsed.heads[i] for i, name in enumerate(parsed.relations) if name in words().listed]
        joined = first > 0 and parsed.words[first - 1].text.startswith(("并", "和", "、"))
        return listed or first in heads or joined


def asked(ontology: Ontology) -> dict[str, Asked]:
    """For each verb the roles that its rows ask for, with the types that may fill them."""
    table: dict[str, dict[Role, frozenset[str]]] = {}
    for verb, rows in ontology.rules().items():
        roles = table.setdefault(verb, {})
        for name, rule in rows:
            relation = ontology.relations[name]
            for role, types in zip(rule.roles, (relation.domain, relation.range), strict=True):
                roles[role] = roles.get(role, frozenset()) | frozenset(types)
    return dict(table)


def _candidates(parsed: Parsed, label: Label) -> tuple[Role, ...]:
    """Roles that an argument may fill, by the preposition that it begins with or else by its label."""
    first = parsed.words[label.start].text
    if label.end - label.start > 1 and label.label != "ARGM-TMP" and first in roles_by_word():
        return roles_by_word()[first]
    return words().labels.get(label.label, ())


def _in_order(parsed: Parsed, phrases: Phrases, verb: Verb) -> list[Label]:
    """The arguments of a verb's predicates, subjects first, without those that are part of the verb (举行 会谈)."""
    labels = {label for predicate in verb.predicates for label in predicate.arguments}
    return sorted(
        (one for one in labels if not _part_of(verb, parsed.span(one.start, one.end), phrases)),
        key=lambda one: (one.label, one.start),
    )


def _part_of(verb: Verb, span: Span, phrases: Phrases) -> bool:
    return verb.start <= span.start and span.end <= verb.end and not phrases.outermost(span)


def _part(filled: Filled, text: str) -> None:
    """Part a subject that holds both sides (甲与乙签署…) at the last preposition of company in it."""
    sides = sorted(filled.get("A0", []))
    if "WITH" in filled:
        return
    for i in range(len(sides) - 1, 0, -1):
        if text[sides[i - 1].end : sides[i].start].strip() in partners():
            filled["A0"], filled["WITH"] = sides[:i], sides[i:]
            return


def _arguments(filled: Filled) -> Iterator[Argument]:
    for role, spans in filled.items():
        yield from (Argument(role=role, start=span.start, end=span.end) for span in sorted(spans))


def _within(mention: Mention, piece: Parsed) -> bool:
    return piece.words[0].start <= mention.start and mention.end <= piece.words[-1].end
