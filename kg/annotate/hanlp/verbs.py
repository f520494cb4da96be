"""Predicates as verbs of the ontology, and how they are told: denied, planned, only wished for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from kg.annotate.hanlp.parsed import Parsed, Predicate
from kg.annotate.hanlp.words import words
from kg.grammar.clauses import Marker, lexicon
from kg.model import Mention

_PAUSE = re.compile("[，,；;：:。]")
_CORE = re.compile(r"ARG\d")


class Verb(NamedTuple):
    """A verb of the ontology at some words, with the predicates of HanLP's that make it up (审议 and 通过)."""

    name: str
    start: int  # characters
    end: int
    predicates: tuple[Predicate, ...]


class Told(NamedTuple):
    """How a predicate is told."""

    denied: bool
    planned: bool
    unreal: bool


def verbs(parsed: Parsed, text: str, mentions: Sequence[Mention], known: Collection[str]) -> Iterator[Verb]:
    """The predicates of a piece that are verbs of the ontology, in order.

    A predicate is a verb when one of verbs.yaml's phrases for that verb overlaps it (举行…会谈 is 会谈), else when it
    is the verb itself, as for a relation that somebody has added.

    Args:
        parsed: the piece.
        text: the article.
        mentions: names, whose words are no verbs.
        known: the ontology's verbs.
    """
    found: dict[tuple[str, int, int], list[Predicate]] = {}
    markers = [one for one in _markers(parsed, text, mentions) if one.name in known]
    for predicate in parsed.predicates:
        span = parsed.span(predicate.start, predicate.end)
        here = [one for one in markers if one.start < span.end and span.start < one.end]
        written = text[span.start : span.end]
        if here:
            best = max(here, key=lambda one: one.end - one.start)
            found.setdefault((best.name, best.start, best.end), []).append(predicate)
        elif written in known:
            found.setdefault((written, span.start, span.end), []).append(predicate)
    for name, start, end in sorted(found, key=lambda key: key[1:]):
        yield Verb(name, start, end, tuple(found[name, start, end]))


def _markers(parsed: Parsed, text: str, mentions: Sequence[Mention]) -> Iterator[Marker]:
    if not parsed.words:
        return
    taken = bytearray(len(text) + 1)
    for mention in mentions:
        taken[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
    yield from lexicon().markers(text, parsed.words[0].start, parsed.words[-1].end, taken)


def told(parsed: Parsed, verb: Verb) -> Told:
    """Whether the words around a verb deny, plan or only wish it."""
    around = {*_adverbs(parsed, verb), *_governors(parsed, verb)}
    table = words()
    return Told(bool(around & table.denied), bool(around & table.planned), bool(around & table.unreal))


def _adverbs(parsed: Parsed, verb: Verb) -> Iterator[str]:
    """Words of the verb's adjuncts, and words of its clause before it that are in none of its arguments."""
    inside: set[int] = set()
    for argument in (one for predicate in verb.predicates for one in predicate.arguments):
        numbers = range(argument.start, argument.end)
        if _CORE.match(argument.label) or argument.label in words().labels:
            inside.update(numbers)
        else:
            yield from (parsed.words[i].text for i in numbers)
    for i in range(verb.predicates[0].start - 1, -1, -1):
        if _PAUSE.match(parsed.words[i].text):
            return
        if i not in inside:
            yield parsed.words[i].text


def _governors(parsed: Parsed, verb: Verb) -> Iterator[str]:
    """Predicates that the verb is told by: those with it in an argument other than their subject."""
    at = verb.predicates[0].start
    for predicate in parsed.predicates:
        covers = any(one.start <= at < one.end and one.label != "ARG0" for one in predicate.arguments)
        if covers and predicate.end <= at:
            yield "".join(word.text for word in parsed.words[predicate.start : predicate.end])
