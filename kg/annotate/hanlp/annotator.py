"""The annotator: articles cut into pieces, read by HanLP in batches, put together again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Protocol

from kg.annotate.hanlp.cutting import cut
from kg.annotate.hanlp.frames import FrameReader
from kg.annotate.hanlp.names import annotate_names
from kg.annotate.hanlp.parsed import Parsed, read
from kg.annotate.options import AnnotatorOptions
from kg.errors import AnnotatorError
from kg.grammar.sentences import split
from kg.model import Annotation, Article, Record, Span
from kg.ontology import Ontology

_ARTICLES = 16  # read together


class Pipeline(Protocol):
    """What reads sentences: HanLP with a model, or what stands in for it."""

    @property
    def name(self) -> str:
        """Name and model."""
        ...

    def read(self, sentences: Sequence[str]) -> Mapping[str, object]:
        """HanLP's document of some sentences: tasks by name, each with an item a sentence."""
        ...


class _Cut(Record):
    """An article with its sentences and the pieces that are read."""

    article: Article
    sentences: tuple[Span, ...]
    pieces: tuple[tuple[Span, Span], ...]  # each with the sentence that it is of


class HanlpAnnotator:
    """Mentions from HanLP's named entities and the grammars, frames from its semantic roles and dependencies.

    Args:
        options: which model, and the ontology.
        pipeline: reads the sentences; by default HanLP with the model that the options name.

    Raises:
        MissingExtra, MissingModel: HanLP or the model is not on this machine.
        AnnotatorError: the model cannot be used.
    """

    def __init__(self, options: AnnotatorOptions, pipeline: Pipeline | None = None) -> None:
        self._options = options
        if pipeline is None:
            from kg.annotate.hanlp.model import load  # noqa: PLC0415 — imports torch

            pipeline = load(options.hanlp)
        self._pipeline = pipeline

    @property
    def name(self) -> str:
        """Name, version and model."""
        return self._pipeline.name

    def annotate(self, articles: Iterable[Article]) -> Iterator[Annotation]:
        """Annotate articles in order, the sentences of several in one batch.

        Raises:
            AnnotatorError: HanLP cannot go on at all.
        """
        source = iter(articles)
        while batch := [_cut(article) for article in islice(source, _ARTICLES)]:
            yield from self._together(batch)

    def _together(self, batch: Sequence[_Cut]) -> Iterator[Annotation]:
        sentences = [one.article.full[piece.start : piece.end] for one in batch for piece, _ in one.pieces]
        document = self._pipeline.read(sentences) if sentences else {}
        start = 0
        for one in batch:
            end = start + len(one.pieces)
            part = {name: items[start:end] for name, items in document.items() if isinstance(items, list)}
            yield self._annotation(one, part)
            start = end

    def _annotation(self, one: _Cut, document: Mapping[str, object]) -> Annotation:
        pieces, sentences = [piece for piece, _ in one.pieces], [sentence for _, sentence in one.pieces]
        try:
            parsed = read(document, one.article.full, pieces, sentences)
        except AnnotatorError as error:
            if self._options.on_error is None:
                raise
            self._options.on_error(AnnotatorError(error.what, where=one.article.id, do=error.do))
            return Annotation(article=one.article.id, sentences=one.sentences, mentions=(), frames=())
        return assemble(one.article, one.sentences, parsed, self._options.ontology)


def assemble(article: Article, sentences: tuple[Span, ...], parsed: Sequence[Parsed], ontology: Ontology) -> Annotation:
    """The annotation of an article from its parsed sentences: no model is needed for this step."""
    named = annotate_names(article, sentences, parsed)
    reader = FrameReader(article, named.mentions, ontology)
    frames = tuple(reader.frames(parsed))
    return Annotation(
        article=article.id,
        sentences=sentences,
        mentions=(*named.mentions, *dict.fromkeys(reader.described)),
        frames=(*named.frames, *frames),
    )


def _cut(article: Article) -> _Cut:
    sentences = split(article.full)
    pieces = tuple((piece, sentence) for sentence in sentences for piece in cut(article.full, sentence))
    return _Cut(article=article, sentences=sentences, pieces=pieces)
