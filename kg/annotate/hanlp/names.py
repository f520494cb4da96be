"""Mentions: HanLP's named entities joined with the grammars' offices, gatherings and documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.annotate.hanlp.parsed import Parsed
from kg.annotate.hanlp.words import words
from kg.annotate.union import unite
from kg.grammar.context import Context
from kg.grammar.documents import find_resolutions, find_titles
from kg.grammar.events import find_events
from kg.grammar.names import canonical_organization, canonical_place
from kg.grammar.offices import read_offices
from kg.model import Annotation, Article, EntityType, Mention, Span

CONFIDENCE = 0.8
RULE = "hanlp/ner"


def annotate_names(article: Article, sentences: tuple[Span, ...], parsed: Sequence[Parsed]) -> Annotation:
    """An annotation with all mentions of an article, and the frames of its offices."""
    named = tuple(_named(article, parsed))
    offices = read_offices(article, sentences, named)
    known = Annotation(article=article.id, sentences=sentences, mentions=offices.mentions, frames=offices.frames)
    known = unite(known, Annotation(article=article.id, sentences=sentences, mentions=named, frames=()))
    documents = tuple(_documents(article.full))
    mentions = [one for one in known.mentions if not any(_cross(one, other) for other in documents)]
    events = _events(article.full, sentences, mentions, documents)
    return unite(known, Annotation(article=article.id, sentences=sentences, mentions=(*documents, *events), frames=()))


def _named(article: Article, parsed: Iterable[Parsed]) -> Iterator[Mention]:
    context = Context(article)
    found = [
        (piece.span(label.start, label.end), words().entities[label.label])
        for piece in parsed
        for label in piece.names
        if label.label in words().entities and label.start < label.end
    ]
    written = {article.full[span.start : span.end] for span, _ in found}
    for span, kind in found:
        text = article.full[span.start : span.end]
        name = _canonical(text, kind, context, span.start)
        if name in article.full and name not in written:
            name = text  # a longer name that HanLP saw nowhere is only what stands before this one
        yield Mention(
            start=span.start,
            end=span.end,
            type=kind,
            text=text,
            name="" if name == text else name,
            confidence=CONFIDENCE,
            rule=RULE,
        )


def _canonical(text: str, kind: EntityType, context: Context, at: int) -> str:
    if kind == "Organization":
        return canonical_organization(text, context, at)
    return canonical_place(text, context, at) if kind == "Place" else text


def _documents(text: str) -> Iterator[Mention]:
    for span in (*find_titles(text), *find_resolutions(text, 0, len(text))):
        yield _found(text, span.start, span.end, "Document")


def _events(
    text: str, sentences: Iterable[Span], mentions: Sequence[Mention], documents: Sequence[Mention]
) -> Iterator[Mention]:
    for sentence in sentences:
        persons = [(one.start, one.end) for one in mentions if one.type == "Person" and _within(one, sentence)]
        for event in find_events(text, sentence.start, sentence.end, persons):
            if not any(one.start <= event.start and event.end <= one.end for one in documents):
                yield _found(text, event.start, event.end, "Event")


def _found(text: str, start: int, end: int, kind: EntityType) -> Mention:
    return Mention(start=start, end=end, type=kind, text=text[start:end], confidence=0.9, rule="grammar")


def _within(mention: Mention, span: Span) -> bool:
    return span.start <= mention.start and mention.end <= span.end


def _cross(one: Mention, other: Mention) -> bool:
    return max(one.start, other.start) < min(one.end, other.end) and not _within(one, Span(other.start, other.end))
