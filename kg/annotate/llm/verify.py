"""What of an answer may stand: each frame must quote the article, and its words must be in the quotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from kg.annotate.llm.answer import Answer, AnswerArgument, AnswerFrame
from kg.annotate.llm.entities import CONFIDENCE, RULE, Entities, mentions, verified
from kg.annotate.llm.quotes import Quotes
from kg.annotate.llm.usage import Tally
from kg.grammar.clauses import lexicon
from kg.grammar.sentences import split
from kg.model import Annotation, Argument, Article, Frame, Role, Span, Status
from kg.ontology import Ontology

_ELLIPTIC: frozenset[Role] = frozenset({"AT"})  # left unsaid, it is the event that the article is about
_SENTENCES = 2  # that a quotation may touch
_ROLES: dict[str, Role] = {role: role for role in get_args(Role)}
_STATUS: dict[str, Status] = {status: status for status in get_args(Status)}


class RejectedError(Exception):
    """A frame that the article does not bear out; says why in a few words."""


def annotation(article: Article, answers: Iterable[Answer], ontology: Ontology, tally: Tally) -> Annotation:
    """Turn the answers about an article's pieces into mentions and frames; count in `tally` what is dropped."""
    answers = list(answers)
    entities = verified((one for answer in answers for one in answer.entities), article, ontology, tally)
    check = _Check(article, entities, ontology)
    frames: dict[Frame, None] = {}
    for answer in (frame for one in answers for frame in one.frames):
        try:
            frames[check.frame(answer)] = None
        except RejectedError as reason:
            tally.add(f"frame dropped: {reason}")
    return Annotation(
        article=article.id,
        sentences=check.sentences,
        mentions=mentions(entities, check.quotes),
        frames=tuple(sorted(frames, key=lambda frame: (frame.start, frame.end, frame.predicate))),
    )


class _Check:
    """Holds answered frames against one article."""

    def __init__(self, article: Article, entities: Entities, ontology: Ontology) -> None:
        self.quotes = Quotes(article.full)
        self.sentences = split(article.full)
        self._place = article.place
        self._entities = entities
        self._rules = ontology.rules()

    def frame(self, answer: AnswerFrame) -> Frame:
        """The frame with offsets of our own.

        Raises:
            RejectedError: something in it is not in the quotation, or the quotation not in the article.
        """
        rows = self._rules.get(answer.predicate)
        if rows is None:
            raise RejectedError("unknown predicate")
        quote = self._quote(answer.evidence)
        verbs = {verb for _, rule in rows for verb in rule.verbs}
        trigger = self._trigger(answer, verbs, quote)
        arguments = tuple(filter(None, (self._argument(one, quote, trigger) for one in answer.arguments)))
        given = {argument.role for argument in arguments}
        if not any(given.issuperset(set(rule.roles) - _ELLIPTIC) for _, rule in rows) or not given:
            raise RejectedError("subject or object not in the quotation")
        return Frame(
            predicate=answer.predicate,
            start=trigger.start,
            end=trigger.end,
            arguments=arguments,
            sentence=self._sentence(quote),
            negated=answer.negated,
            planned=answer.planned,
            status=_STATUS.get(answer.status, "current"),
            confidence=CONFIDENCE,
            rule=RULE,
        )

    def _quote(self, evidence: str) -> Span:
        quote = self.quotes.first(evidence)
        if quote is None:
            raise RejectedError("quotation not in the article")
        if len(self._touched(quote)) > _SENTENCES:
            raise RejectedError("quotation too long")
        return quote

    def _touched(self, quote: Span) -> list[Span]:
        return [one for one in self.sentences if one.start < quote.end and quote.start < one.end]

    def _sentence(self, quote: Span) -> Span:
        touched = self._touched(quote)
        return Span(touched[0].start, touched[-1].end)

    def _trigger(self, answer: AnswerFrame, verbs: set[str], quote: Span) -> Span:
        """The verb, or the office that states itself beside a name; the model's own choice where it is one of these."""
        stated = list(self._stated(verbs, quote))
        named = self.quotes.first(answer.trigger, quote)
        if named and any(_overlap(named, span) for _, span in stated):
            return named
        if named and self._entities.type_of(answer.trigger) == "Position":
            return named
        if stated:
            return min(stated, key=lambda pair: (pair[0] != answer.predicate, pair[1]))[1]
        raise RejectedError("no trigger in the quotation")

    def _stated(self, verbs: set[str], quote: Span) -> Iterator[tuple[str, Span]]:
        """Where one of the verbs stands in the quotation, itself or as one of verbs.yaml's phrases for it."""
        nothing = bytearray(len(self.quotes.text) + 1)
        for marker in lexicon().markers(self.quotes.text, quote.start, quote.end, nothing):
            if marker.name in verbs:
                yield marker.name, Span(marker.start, marker.end)
        for verb in sorted(verbs):
            yield from ((verb, span) for span in self.quotes.find(verb, quote))

    def _argument(self, answer: AnswerArgument, quote: Span, trigger: Span) -> Argument | None:
        """The argument's place in the quotation, or None when it stands in the article but not in the quotation.

        Raises:
            RejectedError: it is nowhere in the article.
        """
        role = _ROLES.get(answer.role)
        if role is None:
            raise RejectedError("unknown role")
        for words in (answer.text, *self._other_forms(answer.text)):
            found = list(self.quotes.find(words, quote))
            if found:
                span = min(found, key=lambda span: abs(span.start - trigger.start))
                return Argument(role=role, start=span.start, end=span.end, type=self._entities.type_of(words))
        if answer.text and answer.text == self._place:
            return Argument(role=role, start=trigger.start, end=trigger.start, name=self._place, type="Place")
        if self.quotes.first(answer.text) or self._other_forms(answer.text):
            return None
        raise RejectedError("argument not in the article")

    def _other_forms(self, words: str) -> tuple[str, ...]:
        return tuple(form for entity in self._entities.called(words) for form in entity.forms)


def _overlap(one: Span, other: Span) -> bool:
    return max(one.start, other.start) < min(one.end, other.end)
