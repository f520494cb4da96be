"""How far the work is: on a terminal only, on standard error, so that pipes and files stay clean."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self

from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from kg.cli.figures import console
from kg.i18n import _
from kg.model import ArticleGraph


class Watch:
    """Counts articles as they pass and shows the count; a context manager, as the display must be taken down."""

    def __init__(self) -> None:
        screen = console(stderr=True)
        columns = SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn()
        self._progress = Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal)
        self._task = self._progress.add_task(_("starting"), total=None)
        self._start = time.perf_counter()
        self._note = ""
        self.articles = 0
        self.statements = 0
        self.characters = 0

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    @property
    def seconds(self) -> float:
        """Since the watch was made."""
        return time.perf_counter() - self._start

    def passing(self, graphs: Iterable[ArticleGraph]) -> Iterator[ArticleGraph]:
        """Hand articles on, counting them."""
        for graph in graphs:
            self.articles += 1
            self.statements += len(graph.statements)
            self.characters += len(graph.full)
            self._show(graph.id)
            yield graph

    def note(self, text: str) -> None:
        """Show a line of an annotator's beside the count."""
        self._note = text
        self._show("")

    def stage(self, name: str, done: int, total: int) -> None:
        """Show how far a stage of loading is; a total of 0 is not known. Articles are counted as they pass."""
        if name != "articles":
            names = {
                "entities": _("who is who"), "facts": _("facts"), "records": _("records"), "written": _("written"),
            }  # fmt: skip
            of = f" / {total:,}" if total else ""
            self._progress.update(self._task, description=f"{names.get(name, name)}  {done:,}{of}")

    def _show(self, at: str) -> None:
        counts = _("{articles} articles, {statements} statements").format(
            articles=self.articles, statements=self.statements
        )
        self._progress.update(self._task, description="  ".join(filter(None, (counts, self._note, at))))
