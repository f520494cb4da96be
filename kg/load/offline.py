"""A whole graph computed without a store, record by record: what both ways of a first load write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from kg.load.blocks import entity_row
from kg.load.rows import Properties, appearance_row, article_row, fact_values, statement_row, supported_by
from kg.model import ArticleGraph
from kg.ontology import Ontology
from kg.resolve.stated import StatedAppearance, StatedStatement, stated
from kg.resolve.stories import Telling, stories
from kg.resolve.view import HELD_ON, Edge, period
from kg.resolve.whole import View, resolve
from kg.store.base import Value
from kg.store.schema import FACT, SUPPORTED


class Offline(NamedTuple):
    """Articles on the disk, what they state and what follows from it in memory."""

    draft: Path  # the articles' rows, JSON a line
    tellings: dict[str, Telling]
    appearances: list[StatedAppearance]
    statements: list[StatedStatement]
    view: View

    def articles(self) -> Iterator[dict[str, Value]]:
        """The articles' rows, each with its story."""
        with self.draft.open("rb") as file:
            for line in file:
                row: dict[str, Value] = msgspec.json.decode(line)
                yield {**row, "story": self.view.story[str(row["id"])], "pending": None}

    def appearance_rows(self) -> Iterator[Properties]:
        """The appearances' rows, each with its entity."""
        for one in self.appearances:
            yield {**appearance_row(one), "pending": None, "entity": self.view.entity[one.id]}

    def statement_rows(self) -> Iterator[Properties]:
        """The statements' rows, each with its story, and with its fact where it supports one."""
        fact = {id: self.view.edges[key] for key, ids in self.view.statements.items() for id in ids}
        for one in self.statements:
            row = {**statement_row(one), "pending": None, "story": self.view.story[one.article]}
            yield {**row, **dict(zip(SUPPORTED, supported_by(fact.get(one.id)), strict=True))}

    def entity_rows(self) -> Iterator[tuple[str, Properties]]:
        """The entities' types and rows, events with their days."""
        block = {one.id: one.block for one in self.appearances}
        said = {one.id: (one.object, one.planned) for one in self.statements}
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


def compute(graphs: Iterable[ArticleGraph], draft: Path, ontology: Ontology) -> Offline:
    """Read articles to the end and compute the view of all; one that comes twice counts once.

    Args:
        graphs: in any order.
        draft: a file for the articles' texts, which are too many for memory.
        ontology: that facts follow.

    Raises:
        OSError: the file cannot be written.
    """
    tellings: dict[str, Telling] = {}
    appearances: list[StatedAppearance] = []
    statements: list[StatedStatement] = []
    with draft.open("wb") as file:
        for item in map(stated, graphs):
            if item.id in tellings:
                continue
            tellings[item.id] = Telling(id=item.id, date=item.graph.date, bands=item.bands)
            appearances.extend(item.appearances)
            statements.extend(item.statements)
            file.write(msgspec.json.encode(article_row(item)) + b"\n")
    view = resolve(appearances, statements, story=stories(tellings.values()), ontology=ontology)
    return Offline(draft, tellings, appearances, statements, view)
