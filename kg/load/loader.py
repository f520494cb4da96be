"""Many articles into a store, some at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import IO

from kg.errors import InputError, KgError, StoreError, StoreFull, StoreUnavailable
from kg.i18n import _
from kg.load.begin import Beginning
from kg.load.direct import Direct
from kg.load.known import Known
from kg.load.offline import drafting
from kg.load.parts import sliced
from kg.load.refresh import Progress, refresh, silent
from kg.load.stale import is_stale
from kg.load.writer import Written, write_batch
from kg.model import ArticleGraph, Record
from kg.ontology import Ontology, load_ontology
from kg.resolve.stated import Stated, stated
from kg.store.base import Store

OnError = Callable[[KgError], None]
BATCH = 200  # articles a transaction


class LoadReport(Record):
    """What became of the articles of one load."""

    loaded: int = 0  # new
    unchanged: int = 0
    replaced: int = 0  # another version was there
    failed: int = 0  # set aside; each was reported

    @property
    def total(self) -> int:
        """All articles that were given."""
        return self.loaded + self.unchanged + self.replaced + self.failed


def _ignore(error: KgError) -> None:
    pass


def load(  # noqa: PLR0913 — each has a default that fits
    graphs: Iterable[ArticleGraph],
    store: Store,
    *,
    batch: int = BATCH,
    workers: int = 1,
    progress: Progress = silent,
    on_error: OnError = _ignore,
    ontology: Ontology | None = None,
    known: Known | None = None,
) -> LoadReport:
    """Load what articles state and bring the view up to date.

    An article that the store has in the same version costs one look-up; another version is replaced. Killed at any
    moment, the store is whole, and the same load again goes on where it was. The first articles of an empty Neo4j are
    read before any is written, see :mod:`kg.load.begin`, but for those that are extracted meanwhile (``known``).

    Args:
        graphs: one article each; taken a few batches ahead of the store, so memory stays flat.
        store: an open store.
        batch: articles a transaction.
        workers: writers at a time; a server gains from some, the embedded store takes one at a time anyway.
        progress: called with ("written" | "articles" | "entities" | "facts", done, total or 0).
        on_error: told of each article that is set aside.
        ontology: other than the package's.
        known: what let pass the articles before they were extracted; those that it kept back count as unchanged.

    Raises:
        StoreUnavailable: the connection was lost for longer than two minutes.
        StoreFull: there is no room left; the same load goes on when there is.
        StoreError: the store failed; what was loaded before stays.
    """
    chosen = ontology or load_ontology()
    direct = Direct(store, chosen) if workers == 1 else None
    run = _Run(store, progress, on_error, known or Known(store, ""), direct)
    with drafting() as draft:
        rest = run.readable(graphs)
        if known is None:  # what is extracted meanwhile is the slower part and is written as it comes
            rest = run.begin(Beginning(store, chosen, batch, progress), rest, draft)
        if is_stale(store, chosen):
            refresh(store, ontology=chosen, progress=progress)
        run.write(map(tuple, sliced(rest, batch)), workers)
    refresh(store, ontology=chosen, progress=progress)
    return run.report()


class _Run:
    """One load's counts."""

    def __init__(
        self, store: Store, progress: Progress, on_error: OnError, known: Known, direct: Direct | None
    ) -> None:
        self._store = store
        self._direct = direct
        self._progress = progress
        self._on_error = on_error
        self._written = [Written()]
        self._failed = 0
        self._known = known
        self._seen: dict[str, str] = {}

    def report(self) -> LoadReport:
        sums = [sum(column) for column in zip(*self._written, strict=True)]
        unchanged = sums[1] + len(self._known.skipped)
        return LoadReport(loaded=sums[0], unchanged=unchanged, replaced=sums[2], failed=self._failed)

    def readable(self, graphs: Iterable[ArticleGraph]) -> Iterator[Stated]:
        """The articles in the store's shape; one whose id came before with another content is set aside."""
        for graph in graphs:
            try:
                item = stated(graph)
            except UnicodeEncodeError as error:
                what = _("the article holds half a character: {error}").format(error=error)
                self._fail(InputError(what, where=ascii(graph.id), do=_("repair its file")))
                continue
            first = self._known.skipped.get(item.id) or self._seen.setdefault(item.id, item.digest)
            if first == item.digest:
                yield item
                continue
            self._fail(
                InputError(
                    _("two articles of this run have the id {id}").format(id=item.key),
                    where=graph.source,
                    do=_("give each its own id; the first one was kept"),
                )
            )

    def begin(self, beginning: Beginning, items: Iterator[Stated], draft: IO[bytes]) -> Iterator[Stated]:
        """Write the first articles of a store that has none; gives those that are left."""
        begun = beginning.write(items, draft)
        self._written.append(Written(begun.loaded, begun.unchanged))
        return begun.rest

    def write(self, batches: Iterable[tuple[Stated, ...]], workers: int) -> None:
        """Write batches, at most twice as many at a time as there are workers."""
        running: set[Future[list[Written]]] = set()
        with ThreadPoolExecutor(max_workers=workers) as pool:
            try:
                for part in batches:
                    running.add(pool.submit(self._one, part))
                    if len(running) >= 2 * workers:
                        done, running = wait(running, return_when=FIRST_COMPLETED)
                        self._collect(done)
                self._collect(running)
            except BaseException:
                pool.shutdown(wait=True, cancel_futures=True)
                raise

    def _collect(self, futures: Iterable[Future[list[Written]]]) -> None:
        for future in futures:
            self._written += future.result()
        self._progress("articles", sum(sum(one) for one in self._written) + self._failed, 0)

    def _one(self, part: tuple[Stated, ...]) -> list[Written]:
        """Write a batch; of one that the store does not take, the articles at fault are set aside.

        Where it takes none of several, the fault is the store's.
        """
        written, refused = self._halved(part)
        if len(refused) == len(part) > 1:
            raise refused[0][1]
        for item, error in refused:
            self._fail(InputError(error.what, where=item.key, do=error.do))
        return written

    def _halved(self, part: tuple[Stated, ...]) -> tuple[list[Written], list[tuple[Stated, StoreError]]]:
        """Write a batch, in ever smaller parts when the store refuses it; and the articles that it refuses alone."""
        try:
            return [self._written_once(part)], []
        except (StoreUnavailable, StoreFull):
            raise
        except StoreError as error:
            if len(part) == 1:
                return [], [(part[0], error)]
        middle = len(part) // 2
        (first, left), (second, right) = self._halved(part[:middle]), self._halved(part[middle:])
        return first + second, left + right

    def _written_once(self, part: tuple[Stated, ...]) -> Written:
        batch = list({item.id: item for item in part}.values())
        return write_batch(self._store, batch, extractor=self._known.extractor, direct=self._direct)

    def _fail(self, error: KgError) -> None:
        self._failed += 1
        self._on_error(error)
