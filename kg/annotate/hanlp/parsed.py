"""What HanLP says of a sentence, in records with offsets into the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import msgspec

from kg.errors import AnnotatorError
from kg.i18n import _
from kg.model import Record, Span


class Word(Record):
    """A token with its part of speech (empty when the model has none)."""

    start: int
    end: int
    text: str
    tag: str = ""


class Label(Record):
    """A label on words ``start`` up to, not including, ``end``."""

    label: str
    start: int
    end: int


class Predicate(Record):
    """A predicate's words and its arguments with their PropBank labels."""

    start: int
    end: int
    arguments: tuple[Label, ...] = ()


class Parsed(Record, dict=True, gc=True):
    """One piece of a sentence as HanLP read it; numbers of words count from the piece's first."""

    sentence: Span  # the whole of which this is a piece
    words: tuple[Word, ...]
    names: tuple[Label, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    heads: tuple[int, ...] = ()  # of each word; -1 is the root; empty when the model has no dependencies
    relations: tuple[str, ...] = ()  # of each word to its head

    def span(self, start: int, end: int) -> Span:
        """Characters of words ``start`` up to, not including, ``end``."""
        return Span(self.words[start].start, self.words[end - 1].end)

    def words_in(self, span: Span) -> range:
        """Numbers of the words that begin within characters."""
        inside = [i for i, word in enumerate(self.words) if span.start <= word.start < span.end]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    @cached_property
    def children(self) -> Mapping[int, tuple[int, ...]]:
        """The dependents of each word."""
        table: dict[int, list[int]] = {}
        for word, head in enumerate(self.heads):
            table.setdefault(head, []).append(word)
        return {head: tuple(words) for head, words in table.items()}

    def below(self, word: int) -> frozenset[int]:
        """A word and all that depend on it."""
        found, waiting = {word}, [word]
        while waiting:
            new = [child for child in self.children.get(waiting.pop(), ()) if child not in found]
            found.update(new)
            waiting.extend(new)
        return frozenset(found)


class _Raw(msgspec.Struct):
    """HanLP's document, as far as it is used: a list of sentences in each field."""

    tok: list[list[str]]
    pos: list[list[str]] = []
    ner: list[list[tuple[str, str, int, int]]] = []
    srl: list[list[list[tuple[str, str, int, int]]]] = []
    dep: list[list[tuple[int, str]]] = []


def read(document: Mapping[str, object], text: str, pieces: Sequence[Span], sentences: Sequence[Span]) -> list[Parsed]:
    """HanLP's document of some pieces of a text as records.

    Args:
        document: tasks by name (``tok/fine``, ``ner/msra``, …), each with an item a piece.
        text: the whole that offsets count in.
        pieces: what was given to HanLP, in order.
        sentences: for each piece the sentence that it is of.

    Raises:
        AnnotatorError: the document is not of HanLP's shape.
    """
    try:
        raw = msgspec.convert({name: _task(document, name) for name in _Raw.__struct_fields__}, _Raw, strict=False)
        return [_parsed(raw, i, text, piece, sentences[i]) for i, piece in enumerate(pieces)]
    except (msgspec.ValidationError, IndexError, ValueError) as error:
        what = _("HanLP's answer cannot be read: {error}").format(error=error)
        raise AnnotatorError(what, do=_("use a multi-task model of HanLP 2.1")) from error


def _task(document: Mapping[str, object], name: str) -> object:
    """The answer of a task by the first part of its name; fine tokens before coarse, MSRA's names before others'."""
    found = [key for key in document if key.split("/")[0] == name]
    found.sort(key=lambda key: (key not in (name, f"{name}/fine", f"{name}/msra"), key))
    return document[found[0]] if found else []


def _parsed(raw: _Raw, i: int, text: str, piece: Span, sentence: Span) -> Parsed:
    tags = raw.pos[i] if raw.pos else [""] * len(raw.tok[i])
    spans = _align(raw.tok[i], text, piece)
    tree = raw.dep[i] if raw.dep else []
    return Parsed(
        sentence=sentence,
        words=tuple(
            Word(start=span.start, end=span.end, text=token, tag=tag)
            for token, span, tag in zip(raw.tok[i], spans, tags, strict=True)
        ),
        names=tuple(Label(label=label, start=start, end=end) for _, label, start, end in raw.ner[i]) if raw.ner else (),
        predicates=tuple(filter(None, map(_predicate, raw.srl[i]))) if raw.srl else (),
        heads=tuple(head - 1 for head, _ in tree),
        relations=tuple(relation for _, relation in tree),
    )


def _predicate(row: list[tuple[str, str, int, int]]) -> Predicate | None:
    labels = [Label(label=label, start=start, end=end) for _, label, start, end in row]
    verbs = [one for one in labels if one.label == "PRED"]
    if not verbs:
        return None
    others = tuple(one for one in labels if one.label != "PRED" and one.start < one.end)
    return Predicate(start=verbs[0].start, end=verbs[0].end, arguments=others)


def _align(tokens: Sequence[str], text: str, piece: Span) -> list[Span]:
    """Where tokens stand in the text: HanLP leaves out white space, and may widen or narrow a character."""
    spans, at = [], piece.start
    for token in tokens:
        found = text.find(token, at, piece.end)
        start = found if found >= 0 and not text[at:found].strip() else _past_space(text, at)
        end = start + len(token) if found == start else _past(text, start, len(token))
        if start >= piece.end or end > piece.end:
            raise ValueError(f"{token!r} is not in the text")
        spans.append(Span(start, end))
        at = end
    return spans


def _past_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _past(text: str, at: int, count: int) -> int:
    """Past a number of characters that are not space."""
    while at < len(text) and count:
        count -= not text[at].isspace()
        at += 1
    return at
