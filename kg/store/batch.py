"""The embedded engine's batch interface: fast, but nothing holds its transactions together.

So it is for a new directory only, which is marked as unfinished until all is in it. What is unfinished is opened by
nobody, and the next attempt begins with an empty directory.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kg.errors import StoreError, StoreInUse
from kg.i18n import _
from kg.ontology import Ontology
from kg.store.base import Value
from kg.store.embedded import EmbeddedStore, prepare
from kg.store.engine import Engine
from kg.store.presence import UNFINISHED
from kg.store.schema import check, made_with

_BUFFERED = 100_000  # edges


class Batch:
    """The new store that is being filled. Nodes are known by the addresses that the engine gives them."""

    def __init__(self, engine: Engine) -> None:
        from arcadedb_embedded.graph_batch import GraphBatch  # noqa: PLC0415 — slow to import

        self._schema = engine.java_database.getSchema()
        self._batch: Any = GraphBatch.create(
            engine.java_database, batch_size=_BUFFERED, use_wal=False, parallel_flush=False
        )

    def nodes(self, labels: Sequence[str], rows: Sequence[Mapping[str, Value]]) -> list[str]:
        """Create nodes of one kind, and give their addresses in the same order."""
        given = [{name: value for name, value in row.items() if value is not None} for row in rows]
        return list(self._batch.create_vertices("~".join(sorted(labels)), given))

    def edges(
        self, kind: str, starts: Sequence[str], ends: Sequence[str], rows: Sequence[Mapping[str, Value]] | None = None
    ) -> None:
        """Create edges of one kind between addresses."""
        self._schema.getOrCreateEdgeType(kind)
        given = rows and [{name: value for name, value in row.items() if value is not None} for row in rows]
        self._batch.new_edges(starts, kind, ends, given)

    def close(self) -> None:
        """Write what is still in memory."""
        self._batch.close()


@contextmanager
def new_directory(directory: Path, ontology: Ontology) -> Iterator[Batch]:
    """Make a new store in a directory and fill it; when that is broken off, it is begun again from nothing.

    Raises:
        StoreError: there is a store already, or the engine failed.
        SchemaMismatch, UnreadableFile: see :func:`kg.store.embedded.prepare`.
    """
    mark = directory / UNFINISHED
    if mark.exists():
        shutil.rmtree(directory / "engine", ignore_errors=True)
    elif (directory / "engine" / "databases").exists():
        raise StoreError(_("the store is not empty"), where=str(directory), do=_("give a new directory or database"))
    prepare(directory, create=True)
    mark.touch()
    with EmbeddedStore(directory) as store:
        check(store, create=True)
        for kind in ontology.types:  # the engine knows two labels together as a type of its own
            store.write([(f"CREATE (e:Entity:{kind} {{id: ''}}) DELETE e", {})])
        if store.engine is None:  # another process was first
            raise StoreInUse(_("another process holds the store"), where=str(directory))
        batch = Batch(store.engine)
        yield batch
        batch.close()
        store.write([made_with(ontology)])
    mark.unlink()
