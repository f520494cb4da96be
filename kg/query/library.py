"""The named queries of the ``cypher`` directory: list, find, run."""

from __future__ import annotations

import difflib
import math
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import product
from pathlib import Path

import msgspec

from kg.errors import UnknownQuery
from kg.i18n import _
from kg.model import Record
from kg.query.header import ARTICLE, PLAIN_TYPES, Parameter, Query, Scalar, read_query
from kg.query.names import Candidate, find_articles, find_entities
from kg.query.values import convert
from kg.store.base import Row, Store, Table, Value

SECONDS, ROWS = 30.0, 1000  # for queries of the user's
MOST_PARTS = 10  # namesakes that one call answers for


class Part(Record):
    """The answer for one choice of entities; ``chosen`` has one for each entity parameter that was given."""

    chosen: tuple[tuple[str, Candidate], ...]
    table: Table


class Answer(Record):
    """What a query gave: one part, or several where a name means several entities."""

    query: Query
    parts: tuple[Part, ...]
    left_out: int = 0  # combinations of namesakes beyond MOST_PARTS, those mentioned least

    @property
    def ambiguous(self) -> tuple[str, ...]:
        """The parameters whose name means several entities."""
        ids: dict[str, set[str]] = {}
        for part in self.parts:
            for name, entity in part.chosen:
                ids.setdefault(name, set()).add(entity.id)
        return tuple(name for name, found in ids.items() if len(found) > 1)

    @property
    def entities(self) -> tuple[str, ...]:
        """The ids of the entities that the question was about."""
        return tuple(dict.fromkeys(entity.id for part in self.parts for _name, entity in part.chosen))

    @property
    def table(self) -> Table:
        """All parts in one table; for each ambiguous parameter two leading columns tell whose row it is."""
        names = self.ambiguous
        heads = tuple(column for name in names for column in (f"for_{name}", f"for_{name}_id"))
        rows: list[Row] = []
        for part in self.parts:
            chosen = dict(part.chosen)
            lead = tuple(cell for name in names for cell in (chosen[name].caption, chosen[name].id))
            rows += [lead + row for row in part.table.rows]
        truncated = any(part.table.truncated for part in self.parts)
        return Table(columns=heads + self.parts[0].table.columns, rows=tuple(rows), truncated=truncated)


def directory() -> Path:
    """Where the query files are: in the installed package, or beside it in a checkout."""
    package = Path(str(files("kg")))
    inside = package / "cypher"
    return inside if inside.is_dir() else package.parent / "cypher"


@lru_cache(maxsize=1)
def queries() -> tuple[Query, ...]:
    """All queries of the library by topic and name.

    Raises:
        QueryError: a file's header is not valid.
    """
    found = tuple(read_query(path) for path in sorted(directory().glob("*.cypher")))
    return tuple(sorted(found, key=lambda query: (query.topic, query.name)))


def find(name: str) -> Query:
    """The query of that name; ``_`` may stand for ``-``, and a path to a .cypher file names the query in it.

    Raises:
        UnknownQuery: there is none; the message proposes similar names.
    """
    path = Path(name)
    if path.suffix == ".cypher" and path.is_file():
        return msgspec.structs.replace(read_query(path), own=False)
    table = {query.name: query for query in queries()}
    wanted = name.strip().lower().replace("_", "-")
    if wanted in table:
        return table[wanted]
    close = difflib.get_close_matches(wanted, table, n=3, cutoff=0.5) or [q for q in table if wanted in q][:3]
    do = _("did you mean {names}?").format(names=", ".join(close)) if close else _("see `kg query --list`")
    raise UnknownQuery(_("there is no query called {name}").format(name=name), do=do)


def run(
    store: Store, query: Query, given: Mapping[str, Scalar], *, seconds: float = SECONDS, rows: int = ROWS
) -> Answer:
    """Run a query of the library, or of a file of the user's.

    Args:
        store: an open store.
        query: from :func:`find` or :func:`queries`.
        given: values by parameter, as text or typed; names of entities may be any of their names, or ids.
        seconds: longest time for a query of the user's.
        rows: most rows of such a query.

    Raises:
        UnknownQuery: a parameter is missing, unknown or of the wrong kind, or no entity has that name.
        QueryRefused, QueryTimeout: a query of the user's does more than read, or takes longer.
        StoreError: see :mod:`kg.errors`.
    """
    _check_names(query, given)
    plain: dict[str, Value] = {}
    entities: list[tuple[str, tuple[Candidate, ...]]] = []
    for parameter in query.parameters:
        value = given.get(parameter.name, parameter.default)
        if value is None:
            raise _missing(query, parameter)
        if value != "" and parameter.type not in PLAIN_TYPES:
            look_up = find_articles if parameter.type == ARTICLE else find_entities
            entities.append((parameter.name, look_up(store, str(value), parameter)))
        else:
            plain[parameter.name] = convert(parameter, value)
    parts = []
    for chosen in _choices(entities):
        ids = {name: entity.id for name, entity in chosen}
        if query.own:
            table = store.read(query.text, **plain, **ids)
        else:
            table = store.ask(query.text, {**plain, **ids}, seconds=seconds, rows=rows)
        parts.append(Part(chosen=chosen, table=_with_columns(table, query)))
    left_out = math.prod(len(candidates) for _name, candidates in entities) - len(parts)
    return Answer(query=query, parts=tuple(parts), left_out=left_out)


def _choices(entities: list[tuple[str, tuple[Candidate, ...]]]) -> list[tuple[tuple[str, Candidate], ...]]:
    """One entity for each parameter, in every combination; those most often mentioned first, at most MOST_PARTS."""
    choices = [[*enumerate(candidates[:MOST_PARTS])] for _name, candidates in entities]
    ranked = sorted(product(*choices), key=lambda combination: sum(rank for rank, _candidate in combination))
    names = [name for name, _candidates in entities]
    return [
        tuple((name, candidate) for name, (_rank, candidate) in zip(names, combination, strict=True))
        for combination in ranked[:MOST_PARTS]
    ]


def _with_columns(table: Table, query: Query) -> Table:
    return table if table.columns else Table(columns=query.columns, rows=table.rows)


def _check_names(query: Query, given: Mapping[str, Scalar]) -> None:
    known = [parameter.name for parameter in query.parameters]
    for name in given:
        if name not in known:
            close = difflib.get_close_matches(name, known, n=1)
            do = _("did you mean {names}?").format(names=close[0]) if close else ""
            takes = ", ".join(known) or _("none")
            raise UnknownQuery(
                _("{query} has no parameter {name}").format(query=query.name, name=name),
                do=do or _("its parameters are {names}").format(names=takes),
            )


def _missing(query: Query, parameter: Parameter) -> UnknownQuery:
    example = " ".join(f"{name}={value}" for name, value in query.example)
    return UnknownQuery(
        _("{query} needs the parameter {name}: {label}").format(
            query=query.name, name=parameter.name, label=f"{parameter.label.en} {parameter.label.zh}"
        ),
        do=_("for example `kg query {query} {example}`").format(query=query.name, example=example),
    )
