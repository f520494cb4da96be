"""Annotating and extracting, in this process or in several.

Articles go in batches, a few batches ahead of what is taken, so that memory stays flat and order is kept.
"""

from __future__ import annotations

import hashlib
import logging
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import islice
from pathlib import Path

import msgspec

from kg.annotate.base import Annotator
from kg.annotate.choose import choose
from kg.annotate.options import AnnotatorOptions, HanlpOptions, LlmOptions
from kg.errors import AnnotatorError, InputError, KgError
from kg.extract import extract
from kg.extract.confidence import load_model, rate
from kg.i18n import _
from kg.model import Annotation, Article, ArticleGraph
from kg.ontology import Ontology, load_ontology
from kg.settings import Settings

Outcome = ArticleGraph | KgError
Extracted = tuple[ArticleGraph, Annotation]
Partly = tuple[list[Outcome], AnnotatorError | None]

_STAGES = ("text", "grammar", "annotate", "extract", "data")
_BATCH = 32  # articles
_AHEAD = 3  # batches a process, so that none waits

_log = logging.getLogger(__name__)


def chosen_ontology(settings: Settings) -> Ontology:
    """The ontology that the settings name, by default the package's.

    Raises:
        OntologyError: it is not valid, or not there.
    """
    return load_ontology(Path(settings.ontology) if settings.ontology else None)


def annotator_options(
    settings: Settings,
    *,
    note: Callable[[str], None] | None = None,
    on_error: Callable[[AnnotatorError], None] | None = None,
) -> AnnotatorOptions:
    """What the settings say of annotators and of the ontology.

    Raises:
        OntologyError: the ontology is not valid, or not there.
    """
    return AnnotatorOptions(
        ontology=chosen_ontology(settings),
        tagger=settings.tagger,
        hanlp=HanlpOptions(model=settings.model),
        llm=LlmOptions(
            url=settings.llm_url,
            model=settings.llm_model,
            key=settings.llm_key,
            max_tokens=settings.max_tokens,
            timeout=settings.llm_timeout,
            concurrency=settings.llm_jobs,
            price=(settings.llm_price_prompt, settings.llm_price_answer),
            cache=Path(settings.cache) if settings.cache else None,
        ),
        note=note,
        on_error=on_error,
    )


def fingerprint(settings: Settings) -> str:
    """A hash of all that extraction rests on besides the article: the program's own files, the models, the ontology.

    Raises:
        OntologyError: the ontology is not valid, or not there.
    """
    files = [Path(name).read_bytes() for name in (settings.tagger, settings.confidence) if Path(name).is_file()]
    named = [settings.annotator, settings.model, settings.tagger, settings.confidence, settings.llm_model]
    parts = [
        _program(),
        chosen_ontology(settings).digest,
        *named,
        *(hashlib.sha256(file).hexdigest() for file in files),
    ]
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()


@cache
def _program() -> str:
    """A hash of the package's files from which statements are made (6 MB, some 15 ms)."""
    total = hashlib.sha256()
    package = Path(__file__).parent
    for path in sorted(path for stage in _STAGES for path in (package / stage).rglob("*") if path.suffix != ".pyc"):
        if path.is_file():
            total.update(path.read_bytes())
    return total.hexdigest()


class Extractor:
    """An annotator and an ontology, made once and used for any number of articles.

    Raises:
        AnnotatorError, OntologyError: what the settings name cannot be used.
    """

    def __init__(self, settings: Settings, note: Callable[[str], None] | None = None) -> None:
        self._failed: list[AnnotatorError] = []
        options = annotator_options(settings, note=note, on_error=self._failed.append)
        self.ontology = options.ontology
        self._annotator: Annotator = choose(settings.annotator, options)
        self._model = load_model(Path(settings.confidence) if settings.confidence else None)

    def _rated(self, article: Article, annotation: Annotation) -> ArticleGraph:
        return rate(extract(article, annotation, self.ontology), annotation, self._model)

    @property
    def name(self) -> str:
        """Name and version of the annotator."""
        return self._annotator.name

    def outcomes(self, articles: Sequence[Article]) -> list[Outcome]:
        """For each article what it states, or the error that set it aside, in order.

        Raises:
            AnnotatorError: the annotator cannot go on at all.
        """
        return [_outcome(item) for item in self.annotated(articles)]

    def partly(self, articles: Sequence[Article]) -> Partly:
        """As :meth:`outcomes`, up to the article at which the annotator cannot go on, and why it cannot."""
        found, stop = self._found(articles)
        return [_outcome(item) for item in found], stop

    def annotated(self, articles: Sequence[Article]) -> list[Extracted | KgError]:
        """As :meth:`outcomes`, with the annotation that each graph was made from."""
        found, stop = self._found(articles)
        if stop:
            raise stop
        return found

    def _found(self, articles: Sequence[Article]) -> tuple[list[Extracted | KgError], AnnotatorError | None]:
        try:
            return self._together(articles)
        except KgError:
            raise
        except Exception:  # whatever one article does to it must not end a run of many: find out which
            _log.debug("a batch failed; its articles are tried one by one", exc_info=True)
            return [self._alone(article) for article in articles], None

    def _together(self, articles: Sequence[Article]) -> tuple[list[Extracted | KgError], AnnotatorError | None]:
        self._failed.clear()
        annotations: list[Annotation] = []
        stop: AnnotatorError | None = None
        try:
            for annotation in self._annotator.annotate(articles):
                annotations.append(annotation)
        except AnnotatorError as error:  # a budget that is used up, a server that is gone: keep what was done
            stop = error
        failed = {error.where: error for error in self._failed}
        found: list[Extracted | KgError] = [
            failed.get(article.id) or (self._graph(article, annotation), annotation)
            for article, annotation in zip(articles, annotations, strict=stop is None)
        ]
        return found, stop

    def _graph(self, article: Article, annotation: Annotation) -> ArticleGraph:
        return msgspec.structs.replace(self._rated(article, annotation), annotator=self.name)

    def _alone(self, article: Article) -> Extracted | KgError:
        try:
            found, stop = self._together([article])
        except KgError:
            raise
        except Exception as error:
            _log.debug("article %s failed", article.id, exc_info=True)
            return _failure(article, error)
        if stop:
            raise stop
        return found[0]


def _outcome(item: Extracted | KgError) -> Outcome:
    return item if isinstance(item, KgError) else item[0]


def _failure(article: Article, error: Exception) -> InputError:
    where = f"{article.source}: {article.id}" if article.source else article.id
    what = _("the article could not be extracted: {error}").format(error=repr(error))
    return InputError(what, where=where, do=_("please report this article; the rest goes on"))


def work(
    articles: Iterable[Article],
    settings: Settings,
    *,
    on_error: Callable[[KgError], None],
    note: Callable[[str], None] | None = None,
) -> Iterator[ArticleGraph]:
    """What each article states, in order; with ``settings.jobs`` over one, each process has an annotator of its own.

    Raises:
        AnnotatorError, OntologyError: what the settings name cannot be used, or cannot go on.
    """
    batches = _batched(articles)
    parts = _spread(batches, settings) if settings.jobs > 1 else map(Extractor(settings, note).partly, batches)
    for outcomes, stop in parts:
        for outcome in outcomes:
            if isinstance(outcome, ArticleGraph):
                yield outcome
            else:
                on_error(outcome)
        if stop:
            raise stop


def _batched(articles: Iterable[Article]) -> Iterator[list[Article]]:
    source = iter(articles)
    while batch := list(islice(source, _BATCH)):
        yield batch


_extractor: Extractor  # of a worker process


def _start(settings: Settings) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that writes
    global _extractor  # noqa: PLW0603 — what a pool's initializer makes has no other place
    _extractor = Extractor(settings)


def _run(batch: list[Article]) -> Partly:
    return _extractor.partly(batch)


def _spread(batches: Iterator[list[Article]], settings: Settings) -> Iterator[Partly]:
    Extractor(settings)  # what cannot be made fails here with its own message, not as a broken pool
    context = multiprocessing.get_context("spawn")  # a fork would copy the threads of drivers and of a Java machine
    share = max(1, settings.max_tokens // settings.jobs) if settings.max_tokens else 0  # of the budget, a process
    initargs = (msgspec.structs.replace(settings, max_tokens=share),)
    pool = ProcessPoolExecutor(settings.jobs, mp_context=context, initializer=_start, initargs=initargs)
    waiting: deque[Future[Partly]] = deque()
    try:
        for batch in batches:
            waiting.append(pool.submit(_run, batch))
            if len(waiting) > settings.jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
