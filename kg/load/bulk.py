"""CSV files for `neo4j-admin database import`: a first load of millions, with its view already computed."""

from __future__ import annotations

import csv
import shlex
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TextIO

from kg.errors import InputError
from kg.i18n import _
from kg.load.creation import WHOLE_ENTITY
from kg.load.offline import Offline, compute, drafting
from kg.load.rows import in_order
from kg.model import ArticleGraph, Record
from kg.ontology import Ontology, load_ontology
from kg.resolve.rules import load_rules
from kg.resolve.stated import stated
from kg.store.base import Value
from kg.store.schema import APPEARANCE, ARTICLE, FACT, STATEMENT, SUPPORTED

SEPARATOR = "\x1f"  # between the items of a list; no text holds it after reading
_LINE = "\r\n"  # for the writer to quote texts that hold either character: the import ends a row at both
_TYPES = (
    ({"reporters", "names", "keys"}, ":string[]"),
    ({"mentions", "spans"}, ":int[]"),
    ({"start", "end", "bucket", "statements", "stories"}, ":int"),
    ({"confidence"}, ":double"),
    ({"planned"}, ":boolean"),
)
_APPEARANCE = (*APPEARANCE, "entity")
_STATEMENT = (*STATEMENT, *SUPPORTED)


class Bulk(Record):
    """The files and how to import them."""

    articles: int
    command: str


def bulk(graphs: Iterable[ArticleGraph], out: Path, *, ontology: Ontology | None = None) -> Bulk:
    """Write CSV files for the import into an empty Neo4j, to be run while the server is stopped.

    The first command that opens the database afterwards makes its constraints and indexes.

    Args:
        graphs: in any order; an article that comes twice counts once.
        out: a directory, made when it is not there.
        ontology: other than the package's.

    Raises:
        InputError: the files cannot be written.
    """
    chosen = ontology or load_ontology()
    try:
        out.mkdir(parents=True, exist_ok=True)
        with drafting() as draft:
            graph = compute(map(stated, graphs), draft, chosen)
            _articles(out, graph)
            _entities(out, graph)
            _facts(out, graph)
        _own(out, chosen)
        command = _command(out, chosen)
        (out / "import.txt").write_text(command + "\n", encoding="utf-8")
    except OSError as error:
        raise InputError(error.strerror or str(error), where=str(out), do=_("check the path and the room")) from error
    return Bulk(articles=graph.number, command=command)


def _articles(out: Path, graph: Offline) -> None:
    """Articles and all that they state."""
    with (
        _rows(out / "articles.csv", ARTICLE, "Article") as articles,
        _rows(out / "appearances.csv", _APPEARANCE, "Appearance") as appearances,
        _edges(out / "in.csv", "Appearance", "Article") as stated_in,
        _edges(out / "refers.csv", "Appearance", "Entity") as refers_to,
        _rows(out / "statements.csv", _STATEMENT, "Statement") as statements,
        _edges(out / "stated_in.csv", "Statement", "Article") as said_in,
    ):
        for one in graph.articles():
            articles.add(in_order(ARTICLE, one.article))
            for row in one.appearances:
                appearances.add(in_order(_APPEARANCE, row))
                stated_in.add([row["id"], row["article"]])
                refers_to.add([row["id"], row["entity"]])
            for row in one.statements:
                statements.add(in_order(_STATEMENT, row))
                said_in.add([row["id"], row["article"]])


def _entities(out: Path, graph: Offline) -> None:
    columns = [f"{name}{_type(name) if name == 'names' else ''}" for name in WHOLE_ENTITY]
    with _table(out / "entities.csv", columns, "Entity", labelled=True) as table:
        for kind, row in graph.entity_rows():
            table.add([*in_order(WHOLE_ENTITY, row), f"Entity{SEPARATOR}{kind}"])


def _facts(out: Path, graph: Offline) -> None:
    columns = [":START_ID(Entity)", ":END_ID(Entity)", *(f"{name}{_type(name)}" for name in FACT), ":TYPE"]
    with _file(out / "facts.csv", columns) as table:
        for edge, row in graph.fact_rows():
            table.add([edge.subject, edge.object, *in_order(FACT, row), edge.predicate])


def _own(out: Path, ontology: Ontology) -> None:
    """The nodes that make the database a store of ours; schema 0 says that indexes are still to be made."""
    with _file(out / "store.csv", ["id", "schema:int", "ontology", "rules", ":LABEL"]) as table:
        table.add(["kg", 0, ontology.digest, load_rules().view, "Store"])
    with _file(out / "lease.csv", ["id", "until:int", "step:int", ":LABEL"]) as table:
        table.add(["resolver", 0, 0, "Lease"])


def _command(out: Path, ontology: Ontology) -> str:
    nodes = ("articles", "appearances", "statements", "entities", "store", "lease")
    edges = {"in": "IN=", "stated_in": "STATED_IN=", "refers": "REFERS_TO=", "facts": ""}
    parts = [f"--nodes={out / name}.csv" for name in nodes]
    parts += [f"--relationships={kind}{out / name}.csv" for name, kind in edges.items()]
    options = "--array-delimiter=U+001F --multiline-fields=true --ignore-empty-strings=true --overwrite-destination"
    return " ".join(["neo4j-admin database import full neo4j", *map(shlex.quote, parts), options])


class _Table:
    """A CSV file that is being written."""

    def __init__(self, file: TextIO, tail: Sequence[str]) -> None:
        self._writer = csv.writer(file, lineterminator=_LINE)
        self._tail = tail

    def add(self, values: Sequence[Value]) -> None:
        self._writer.writerow([*map(_cell, values), *self._tail])


@contextmanager
def _file(path: Path, columns: Sequence[str], tail: Sequence[str] = ()) -> Iterator[_Table]:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator=_LINE).writerow(columns)
        yield _Table(file, tail)


def _table(path: Path, columns: Sequence[str], label: str, *, labelled: bool = False) -> AbstractContextManager[_Table]:
    """A file of nodes, whose first column is the id; rows name their labels themselves when ``labelled``."""
    head = [f"id:ID({label})", *columns[1:], ":LABEL"]
    return _file(path, head, [] if labelled else [label])


def _rows(path: Path, names: Sequence[str], label: str) -> AbstractContextManager[_Table]:
    """A file of nodes with these properties."""
    return _table(path, [f"{name}{_type(name)}" for name in names], label)


def _edges(path: Path, start: str, end: str) -> AbstractContextManager[_Table]:
    return _file(path, [f":START_ID({start})", f":END_ID({end})"])


def _type(name: str) -> str:
    for names, suffix in _TYPES:
        if name in names:
            return suffix
    return ""


def _cell(value: Value) -> str:
    if isinstance(value, (list, tuple)):
        return SEPARATOR.join(str(item).replace(SEPARATOR, " ") for item in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else repr(value) if isinstance(value, float) else str(value)
