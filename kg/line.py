"""The whole line as a library: files in, a graph or a loaded store out.

Every function takes an iterable and yields, so that memory stays flat however much is read. What cannot be used is
handed to ``on_error`` and set aside; the rest goes on.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, overload

from kg.errors import InputError, KgError
from kg.explain import Explanation, explanations
from kg.i18n import _
from kg.model import Article, ArticleGraph, Graph, Page
from kg.read import read
from kg.segment import articles as cut
from kg.settings import Settings
from kg.workers import Extractor, chosen_ontology, fingerprint, work

if TYPE_CHECKING:  # extraction alone needs none of these, and they take as long to load as all the rest
    from kg.load import Known, LoadReport, Progress
    from kg.store.base import Store

OnError = Callable[[KgError], None]
Note = Callable[[str], None]
Paths = Iterable[Path | str]

_log = logging.getLogger(__name__)


def _warn(error: KgError) -> None:
    _log.warning("set aside: %s", error)


def articles(paths: Paths, settings: Settings | None = None, *, on_error: OnError = _warn) -> Iterator[Article]:
    """Articles of files and directories, pages cut into theirs, in the order of the paths.

    Args:
        paths: Markdown, plain text, HTML or JSONL, directories of these, or ``-`` for standard input.
        settings: its ``date`` and ``place`` serve pages that do not say.
        on_error: told of each file, line or page that is set aside; by default it is logged as a warning.
    """
    chosen = settings or Settings()
    for item in read(paths, date=chosen.date, place=chosen.place, on_error=on_error):
        yield from _cut(item, on_error)


def _cut(item: Page | Article, on_error: OnError) -> tuple[Article, ...]:
    try:
        return tuple(cut([item], on_error))
    except Exception as error:  # whatever one page does to it must not end a run of many
        _log.debug("cutting %s failed", item.source, exc_info=True)
        what = _("the page could not be cut into articles: {error}").format(error=repr(error))
        on_error(InputError(what, where=item.source, do=_("please report this page; the rest goes on")))
        return ()


def extract(
    paths: Paths,
    settings: Settings | None = None,
    *,
    on_error: OnError = _warn,
    note: Note | None = None,
    known: Known | None = None,
) -> Iterator[ArticleGraph]:
    """What each article of the paths states, in order; extracted by ``settings.jobs`` processes.

    Args:
        paths: as :func:`articles` takes them.
        settings: the annotator and its options, the ontology, and the number of processes.
        on_error: told of what is set aside.
        note: told in a line how an annotator's own work stands (with one job).
        known: keeps back the articles that a store has already.

    Raises:
        AnnotatorError, OntologyError: the annotator or the ontology that the settings name cannot be used.
    """
    chosen = settings or Settings()
    found = articles(paths, chosen, on_error=on_error)
    return work(known.missing(found) if known else found, chosen, on_error=on_error, note=note)


def explain(paths: Paths, settings: Settings | None = None, *, on_error: OnError = _warn) -> Iterator[Explanation]:
    """Why each relation of the paths was extracted, article by article in the order of the text.

    Raises:
        AnnotatorError, OntologyError: as :func:`extract`.
    """
    chosen = settings or Settings()
    extractor = Extractor(chosen)
    for article in articles(paths, chosen, on_error=on_error):
        for item in extractor.annotated([article]):
            if isinstance(item, KgError):
                on_error(item)
            else:
                yield from explanations(*item, extractor.ontology)


@overload
def build(
    paths: Paths, *, store: None = None, settings: Settings | None = None, on_error: OnError = _warn
) -> Graph: ...


@overload
def build(
    paths: Paths, *, store: Store | Path | str, settings: Settings | None = None, on_error: OnError = _warn
) -> LoadReport: ...


def build(
    paths: Paths,
    *,
    store: Store | Path | str | None = None,
    settings: Settings | None = None,
    on_error: OnError = _warn,
) -> Graph | LoadReport:
    """From files to a graph: in memory, or loaded into a store and resolved there.

    Args:
        paths: as :func:`articles` takes them.
        store: an open store, or the address of one, made when it is not there; None gives the graph itself.
        settings: the annotator and its options, the ontology, and the number of processes.
        on_error: told of what is set aside.

    Raises:
        AnnotatorError, OntologyError, StoreError: the run as a whole cannot go on.
    """
    from kg.resolve.whole import graph_of  # noqa: PLC0415 — see above
    from kg.store import open_store  # noqa: PLC0415

    chosen = settings or Settings()
    if store is None:
        return graph_of(extract(paths, chosen, on_error=on_error), ontology=chosen_ontology(chosen))
    if isinstance(store, str | Path):
        with open_store(str(store), user=chosen.user, password=chosen.password, create=True) as opened:
            return fill(opened, paths, chosen, on_error=on_error)
    return fill(store, paths, chosen, on_error=on_error)


def fill(  # noqa: PLR0913 — each has a default that fits
    store: Store,
    paths: Paths,
    settings: Settings,
    *,
    workers: int = 1,
    on_error: OnError = _warn,
    note: Note | None = None,
    passing: Callable[[Iterable[ArticleGraph]], Iterable[ArticleGraph]] = iter,
    progress: Progress | None = None,
) -> LoadReport:
    """From files to an open store; what the store has of the same text and the same extractor is not extracted again.

    Args:
        store: an open store.
        paths: as :func:`articles` takes them.
        settings: the annotator and its options, the ontology, and the number of processes.
        workers: writers at a time, for a server.
        on_error: told of what is set aside.
        note: told in a line how an annotator's own work stands.
        passing: sees each article on its way from extraction to the store.
        progress: told how far loading is, see :func:`kg.load.load`.

    Raises:
        AnnotatorError, OntologyError, StoreError: the run as a whole cannot go on.
    """
    from kg.load import Known, load  # noqa: PLC0415 — see above
    from kg.load.refresh import silent  # noqa: PLC0415

    told = progress or silent
    known = Known(store, fingerprint(settings))
    graphs = passing(extract(paths, settings, on_error=on_error, note=note, known=known))
    ontology = chosen_ontology(settings)
    return load(graphs, store, workers=workers, progress=told, on_error=on_error, ontology=ontology, known=known)
