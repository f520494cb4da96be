"""Taking articles out and deciding about statements."""

from __future__ import annotations

from kg.load.decisions import Verdict, record
from kg.load.refresh import refresh
from kg.load.writer import removal
from kg.ontology import Ontology
from kg.store.base import Store

_PART = 200  # articles a transaction


def retract(store: Store, *, article: str = "", source: str = "", ontology: Ontology | None = None) -> int:
    """Take articles out of a store, with all that only they state.

    Args:
        store: an open store.
        article: an article's id, as extraction gave it or as the store has it.
        source: the file that the articles came from, as it was given then.
        ontology: other than the package's.

    Returns:
        how many articles were taken out; 0 when none is of that id or file.
    """
    cypher = (
        "MATCH (a:Article) WHERE a.source = $value"
        if source
        else "MATCH (a:Article) WHERE a.id = $value OR a.key = $value"
    )
    ids = [str(row[0]) for row in store.read(f"{cypher} RETURN a.id", value=source or article).rows]
    for start in range(0, len(ids), _PART):
        store.write(removal(ids[start : start + _PART]))
    refresh(store, ontology=ontology)
    return len(ids)


def decide(store: Store, statement: str, verdict: Verdict, *, ontology: Ontology | None = None) -> None:
    """Correct a fact by hand; the decision is kept in the store and outlives another load of the article.

    Args:
        store: an open store.
        statement: its id, as evidence shows it.
        verdict: `reject`: it supports no fact; `accept`: it is as good as certain; `clear`: as if never decided.
        ontology: other than the package's.

    Raises:
        StoreError: there is no such statement.
    """
    record(store, statement, verdict)
    refresh(store, ontology=ontology)
