"""A whole graph computed without a store, article by article: what every first load writes."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import IO, NamedTuple

import msgspec

from kg.errors import InputError
from kg.i18n import _
from kg.load.blocks import entity_row
from kg.load.rows import Properties, appearance_row, article_row, fact_values, statement_row, supported_by
from kg.ontology import Ontology
from kg.resolve.stated import Stated, StatedAppearance, StatedStatement
from kg.resolve.stories import Telling, stories
from kg.resolve.view import HELD_ON, Edge, period
from kg.resolve.whole import View, resolve
from kg.store.schema import FACT, SUPPORTED

_IN_MEMORY = 1 << 20  # bytes of a draft


class Placed(NamedTuple):
    """The rows of an article and of all that it states, each with its place in the view."""

    article: Properties
    appearances: list[Properties]
    statements: list[Properties]


class Offline(NamedTuple):
    """Articles with what they state on the disk; in memory what they state in short, and what follows from it."""

    draft: IO[bytes]  # JSON a line
    number: int  # of articles
    again: int  # articles that came once more
    appearances: list[StatedAppearance]
    statements: list[StatedStatement]
    view: View
    fact: dict[str, Edge]  # of each statement that supports one

    def stated(self, start: int = 0) -> Iterator[Stated]:
        """The articles, from one of them on; what they state is no longer in their graphs."""
        self.draft.seek(0)
        yield from map(msgspec.json.Decoder(Stated).decode, itertools.islice(self.draft, start, None))

    def articles(self) -> Iterator[Placed]:
        """The articles' rows."""
        view = self.view
        for item in self.stated():
            place: Properties = {"story": view.story[item.id], "pending": None}
            yield Placed(
                {**article_row(item), **place},
                [{**appearance_row(one), "pending": None, "entity": view.entity[one.id]} for one in item.appearances],
                [{**statement_row(one), **place, **self._supported(one)} for one in item.statements],
            )

    def _supported(self, one: StatedStatement) -> Properties:
        return dict(zip(SUPPORTED, supported_by(self.fact.get(one.id)), strict=True))

    def entity_rows(self) -> Iterator[tuple[str, Properties]]:
        """The entities' types and rows, events with their days."""
        block = {one.id: one.block for one in self.appearances}
        said = {one.id: (one.object, one.planned) for one in self.statements if one.predicate == HELD_ON}
        dates = {
            edge.subject: period(said[one] for one in self.view.statements[edge.id])
            for edge in self.view.edges.values()
            if edge.predicate == HELD_ON
        }
        for group in self.view.groups:
            start, end = dates.get(group.id, ("", ""))
            yield group.type, {**entity_row(group, block[group.members[0]]), "start": start or None, "end": end or None}

    def fact_rows(self) -> Iterator[tuple[Edge, Properties]]:
        """The facts that are edges, with their sums."""
        for id, edge in self.view.edges.items():
            if edge.predicate != HELD_ON:
                yield edge, dict(zip(FACT, fact_values(edge, self.view.support[id]), strict=True))


def drafting() -> AbstractContextManager[IO[bytes]]:
    """A file for articles that are too many for memory; it has no name, so that nothing is left of it."""
    return tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY, prefix="kg-")


def compute(items: Iterable[Stated], draft: IO[bytes], ontology: Ontology) -> Offline:
    """Read articles to the end and compute the view of all; one that comes twice counts once.

    Args:
        items: in any order.
        draft: takes the articles, see :func:`drafting`.
        ontology: that facts follow.

    Raises:
        InputError: the disk does not take the articles.
    """
    tellings: dict[str, Telling] = {}
    appearances: list[StatedAppearance] = []
    statements: list[StatedStatement] = []
    texts: dict[str, str] = {}
    again = 0
    for item in items:
        if item.id in tellings:
            again += 1
            continue
        tellings[item.id] = Telling(id=item.id, date=item.graph.date, bands=item.bands)
        appearances.extend(_short(one, texts) for one in item.appearances)
        statements.extend(map(_bare, item.statements))
        _keep(item, draft)
    view = resolve(appearances, statements, story=stories(tellings.values()), ontology=ontology)
    fact = {id: view.edges[key] for key, ids in view.statements.items() for id in ids}
    return Offline(draft, len(tellings), again, appearances, statements, view, fact)


def _keep(item: Stated, draft: IO[bytes]) -> None:
    graph = msgspec.structs.replace(item.graph, appearances=(), statements=())
    try:
        draft.write(msgspec.json.encode(msgspec.structs.replace(item, graph=graph)) + b"\n")
        draft.flush()
    except OSError as error:
        where, do = tempfile.gettempdir(), _("check the path and the room")
        raise InputError(error.strerror or str(error), where=where, do=do) from error


def _short(one: StatedAppearance, texts: dict[str, str]) -> StatedAppearance:
    """Without its mentions, and with texts that it shares with others."""

    def shared(*found: str) -> tuple[str, ...]:
        return tuple(texts.setdefault(text, text) for text in found)

    name, date, block, scope = shared(one.name, one.date, one.block, one.scope)
    return StatedAppearance(
        id=one.id, article=one.article, type=one.type, name=name, names=shared(*one.names), mentions=(),
        start=one.start, date=date, block=block, keys=shared(*one.keys), scope=scope,
    )  # fmt: skip


def _bare(one: StatedStatement) -> StatedStatement:
    """Without its texts."""
    return msgspec.structs.replace(one, text="", spans=(), start=0, end=0, frame="", rule="")
