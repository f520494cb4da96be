"""CSV: entities, facts, and one row for each statement that supports a fact."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.export.whole import whole_file
from kg.model import Citation, Entity, Fact, Graph

Cell = str | int | float | bool

_ENTITY = ("id", "type", "name", "names", "start", "end")
_FACT = (
    "id", "subject", "subject_name", "predicate", "object", "object_name",
    "stories", "first_date", "last_date", "confidence", "planned", "status",
)  # fmt: skip
_CITATION = ("fact", "statement", "article", "paper", "date", "page", "title", "quote", "source")
_FORMULA = tuple("=+-@\t\r")


def write_csv(graph: Graph, path: Path) -> None:
    """Write entities.csv, facts.csv and citations.csv into the directory ``path``, made when it is not there.

    UTF-8 with a byte order mark, which spreadsheets need to read Chinese. A text that a spreadsheet would take for a
    formula begins with an apostrophe.

    Raises:
        OSError: a file cannot be written.
    """
    names = {entity.id: entity.name for entity in graph.entities}
    _write(path / "entities.csv", _ENTITY, map(_entity, graph.entities))
    _write(path / "facts.csv", _FACT, (_fact(fact, names) for fact in graph.facts))
    citations = ((fact.id, citation) for fact in graph.facts for citation in fact.citations)
    _write(path / "citations.csv", _CITATION, (_citation(*row) for row in citations))


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    with whole_file(path, encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows([inert(cell) for cell in row] for row in rows)


def inert(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula; booleans as 0 and 1."""
    if isinstance(cell, bool):
        return int(cell)
    if isinstance(cell, str):
        text = cell.replace("\0", "")
        return f"'{text}" if text.startswith(_FORMULA) else text
    return cell


def _entity(entity: Entity) -> Sequence[Cell]:
    return entity.id, entity.type, entity.name, "; ".join(entity.names), entity.start, entity.end


def _fact(fact: Fact, names: dict[str, str]) -> Sequence[Cell]:
    ends = fact.subject, names.get(fact.subject, ""), fact.predicate, fact.object, names.get(fact.object, "")
    support = fact.stories, fact.first_date, fact.last_date, fact.confidence, fact.planned, fact.status
    return fact.id, *ends, *support


def _citation(fact: str, citation: Citation) -> Sequence[Cell]:
    return (fact, *(getattr(citation, name) for name in _CITATION[1:]))


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a file that :func:`write_csv` wrote."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)
