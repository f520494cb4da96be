"""From the rows of an answer to a graph that the viewer draws: the entities they name and the facts among these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.errors import QueryError
from kg.i18n import _
from kg.model import Graph
from kg.query.subgraph import among
from kg.store.base import Store, Table, Value

LONGEST_ID = 64  # characters


def graph_of(store: Store, table: Table, *, also: Iterable[str] = ()) -> Graph:
    """The graph of the entities whose ids stand in the rows, in lists and maps too, with all facts among them.

    Args:
        store: where the rows come from.
        table: an answer; cells that are no ids are passed over.
        also: ids of more entities, such as those that the question was about; they come first.

    Raises:
        QueryError: no cell is the id of an entity.
    """
    found = (text for row in table.rows for cell in row for text in _texts(cell))
    graph = among(store, [*dict.fromkeys([*also, *found])])
    if not graph.entities:
        raise QueryError(_("the answer names no entity by its id"), do=_("return nodes or ids: RETURN p, e.id"))
    return graph


def _texts(cell: Value) -> Iterator[str]:
    """Every text in a cell that may be an id."""
    if isinstance(cell, str):
        if len(cell) <= LONGEST_ID:
            yield cell
    elif isinstance(cell, Mapping):
        for item in cell.values():
            yield from _texts(item)
    elif isinstance(cell, Sequence):
        for item in cell:
            yield from _texts(item)
