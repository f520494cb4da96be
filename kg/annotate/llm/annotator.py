"""The annotator: articles cut into pieces, asked about at the same time, answered in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from kg.annotate.llm.answer import Answer, parse, schema
from kg.annotate.llm.cache import Cache, key
from kg.annotate.llm.pieces import halves, pieces
from kg.annotate.llm.prompt import instructions, question
from kg.annotate.llm.server import AnswerError, Server, TruncatedError
from kg.annotate.llm.usage import Budget, Tally
from kg.annotate.llm.verify import annotation
from kg.annotate.options import AnnotatorOptions, default_cache
from kg.annotate.union import unite
from kg.errors import AnnotatorError, SettingsError
from kg.grammar.offices import read_offices
from kg.grammar.sentences import split
from kg.i18n import _
from kg.model import Annotation, Article

_FAILURES = 5  # articles in a row that fail before the server counts as unusable


class LlmAnnotator:
    """Asks a language model for frames and keeps what the article bears out.

    Raises:
        SettingsError: no model is named.
        MissingExtra: the client is not installed.
    """

    def __init__(self, options: AnnotatorOptions) -> None:
        if not options.llm.model:
            raise SettingsError(_("no language model is named"), do=_("name one with --llm-model"))
        self._options = options
        self._instructions = instructions(options.ontology)
        self._budget = Budget(options.llm.max_tokens)
        self._server = Server(options.llm, schema(options.ontology), self._budget)
        self._cache = Cache((options.llm.cache or default_cache()) / "answers.sqlite")
        self._tally = Tally()

    @property
    def name(self) -> str:
        """The model and a hash of what it is asked."""
        return f"llm/{self._options.llm.model}/{key(self._instructions)[:8]}"

    def annotate(self, articles: Iterable[Article]) -> Iterator[Annotation]:
        """Annotate articles in order, several requests at a time.

        Raises:
            BudgetError: the next request might use more than ``max_tokens``; everything before it has been yielded.
            AnnotatorError: the server cannot be used.
        """
        pool = ThreadPoolExecutor(self._options.llm.concurrency, thread_name_prefix="llm")
        waiting: deque[tuple[Article, Future[list[Answer]]]] = deque()
        failed = 0
        self._server.stopped.clear()
        try:
            for article, answers in self._in_order(articles, pool, waiting):
                try:
                    found = annotation(article, answers.result(), self._options.ontology, self._tally)
                    found = with_offices(article, found)
                    failed = 0
                except AnswerError as error:
                    failed += 1
                    found = self._failed(article, error, failed)
                self._note()
                yield found
        except (GeneratorExit, KeyboardInterrupt):  # after an error, what is under way is still worth keeping
            self._server.stopped.set()
            raise
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def counts(self) -> dict[str, int]:
        """What was asked, found in the cache, dropped and failed so far, and the tokens used."""
        used = self._budget.used
        spent = {"requests": self._budget.requests, "prompt tokens": used.prompt, "answer tokens": used.answer}
        return spent | self._tally.counts()

    def cost(self) -> float:
        """What the tokens used so far cost, in the currency of the price given."""
        prompt, answer = self._options.llm.price
        return (self._budget.used.prompt * prompt + self._budget.used.answer * answer) / 1_000_000

    def close(self) -> None:
        """Close connections and cache."""
        self._server.close()
        self._cache.close()

    def _in_order(
        self,
        articles: Iterable[Article],
        pool: ThreadPoolExecutor,
        waiting: deque[tuple[Article, Future[list[Answer]]]],
    ) -> Iterator[tuple[Article, Future[list[Answer]]]]:
        """Keep the pool busy, twice as many articles ahead as it has threads, and give them back in order."""
        for article in articles:
            waiting.append((article, pool.submit(self._answers, article)))
            if len(waiting) >= 2 * self._options.llm.concurrency:
                yield waiting.popleft()
        while waiting:
            yield waiting.popleft()

    def _answers(self, article: Article) -> list[Answer]:
        return [answer for piece in pieces(article.text) for answer in self._answer(article, piece)]

    def _answer(self, article: Article, piece: str) -> Iterator[Answer]:
        """Answers about a piece, from the cache or the server; about its halves when one answer cannot hold it."""
        asked = question(article, piece)
        place = key(asked, self._options.llm.model, self._instructions)
        kept = self._cache.get(place)
        if kept is not None:
            self._tally.add("found in the cache")
            yield parse(kept)
            return
        try:
            text, answer = self._server.ask(self._instructions, asked, parse)
        except TruncatedError:
            parts = halves(piece)
            if len(parts) == 1:
                raise
            for part in parts:
                yield from self._answer(article, part)
            return
        self._cache.put(place, text)
        yield answer

    def _failed(self, article: Article, error: AnswerError, failed: int) -> Annotation:
        self._tally.add("articles failed")
        if failed >= _FAILURES:
            what = _("{n} articles in a row failed: {error}").format(n=failed, error=error.what)
            raise AnnotatorError(what, where=error.where, do=error.do) from error
        if self._options.on_error:
            self._options.on_error(AnnotatorError(error.what, where=article.id, do=error.do))
        return Annotation(article=article.id, sentences=split(article.full), mentions=(), frames=())

    def _note(self) -> None:
        if self._options.note:
            line = _("{n:,} tokens, {dropped:,} answers dropped").format(
                n=self._budget.used.total,
                dropped=sum(count for what, count in self._tally.counts().items() if what.startswith("frame")),
            )
            self._options.note(f"{line}, {self.cost():.2f}" if any(self._options.llm.price) else line)


def with_offices(article: Article, found: Annotation) -> Annotation:
    """The annotation joined with the office grammar's, for which the model's mentions are hints."""
    offices = read_offices(article, found.sentences, found.mentions)
    return unite(
        Annotation(article=article.id, sentences=found.sentences, mentions=offices.mentions, frames=offices.frames),
        found,
    )
