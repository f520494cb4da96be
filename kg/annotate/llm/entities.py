"""The entities of an answer, as far as the article bears them out, and their mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from kg.annotate.llm.answer import AnswerEntity
from kg.annotate.llm.quotes import Quotes
from kg.annotate.llm.usage import Tally
from kg.model import Article, EntityType, Mention, Record, Span
from kg.ontology import Ontology

CONFIDENCE = 0.8
RULE = "llm"
_NAMED: frozenset[EntityType] = frozenset({"Person", "Organization", "Place"})


class Known(Record):
    """An entity with the words of the article that call it."""

    type: EntityType
    name: str  # empty when the article does not bear it out
    forms: tuple[str, ...]  # longest first


class Entities:
    """What an article's answers name, looked up by the words for it."""

    def __init__(self, known: tuple[Known, ...]) -> None:
        self.known = known

    def called(self, words: str) -> Iterator[Known]:
        """Entities with this name or form."""
        return (entity for entity in self.known if words == entity.name or words in entity.forms)

    def type_of(self, words: str) -> EntityType | None:
        """The type of the first entity so called."""
        return next((entity.type for entity in self.called(words)), None)


def verified(answers: Iterable[AnswerEntity], article: Article, ontology: Ontology, tally: Tally) -> Entities:
    """Keep what the article names: forms that stand in it, names made of its words; count what is dropped.

    A form of a person, body or place must share a character with its name, so that an answer cannot hang the deeds
    of one name in the article on another.
    """
    quotes = Quotes(article.full)
    source = "\n".join((article.full, article.place, article.paper))
    kinds = {str(kind): kind for kind in ontology.types}
    known = []
    for answer in answers:
        kind = kinds.get(answer.type)
        entity = _known(answer, kind, quotes, source) if kind else None
        if entity:
            known.append(entity)
        else:
            tally.add("entity not in the article" if kind else "entity of an unknown type")
    return Entities(tuple(known))


def mentions(entities: Entities, quotes: Quotes) -> tuple[Mention, ...]:
    """Every place where a form stands, longer forms first; none inside another of its type, events inside none."""
    found: list[Mention] = []
    forms = sorted(chain.from_iterable(((form, one) for form in one.forms) for one in entities.known), key=_by_length)
    for form, entity in forms:
        for span in quotes.find(form):
            if not any(_in_the_way(span, entity.type, other) for other in found):
                found.append(_mention(span, entity, quotes.text))
    return tuple(sorted(found, key=lambda mention: (mention.start, -mention.end, mention.type)))


def _known(answer: AnswerEntity, kind: EntityType, quotes: Quotes, source: str) -> Known | None:
    name = answer.name if _made_of(answer.name, source) else ""
    written = {form.strip() for form in (answer.name, *answer.mentions)}
    forms = [form for form in written if len(form) > 1 and quotes.first(form) and _linked(form, name, kind)]
    if not forms:
        return None
    forms.sort(key=lambda form: (-len(form), form))
    return Known(type=kind, name=name or forms[0], forms=tuple(forms))


def _linked(form: str, name: str, kind: EntityType) -> bool:
    return not name or kind not in _NAMED or bool(set(form) & set(name))


def _made_of(name: str, source: str) -> bool:
    """Whether a name can be read off the source: its parts, each of two characters or more, stand there."""
    at = 0
    while at < len(name):
        size = next((n for n in range(len(name) - at, 1, -1) if name[at : at + n] in source), 0)
        if not size:
            return False
        at += size
    return bool(name)


def _in_the_way(span: Span, kind: EntityType, other: Mention) -> bool:
    if span.end <= other.start or other.end <= span.start:
        return False
    inside = other.start <= span.start and span.end <= other.end
    return other.type == kind or not inside or kind not in (*_NAMED, "Position")


def _by_length(pair: tuple[str, Known]) -> tuple[int, str, str]:
    return -len(pair[0]), pair[0], pair[1].type


def _mention(span: Span, entity: Known, text: str) -> Mention:
    return Mention(
        start=span.start,
        end=span.end,
        type=entity.type,
        text=text[span.start : span.end],
        name=entity.name,
        confidence=CONFIDENCE,
        rule=RULE,
    )
