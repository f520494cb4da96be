"""A query file: Cypher under a header comment of YAML that says what it answers.

::

    /*
    name: person-offices
    topic: people
    en: Which offices has a person held, and when?
    zh: 某人先后担任过哪些职务？
    parameters:
      person: {type: Person, en: the person, zh: 人物}
      since: {type: date, default: "", en: from this day on, zh: 起始日期}
    example: {person: 林致远}
    */
    MATCH (p:Entity {id: $person})…

A parameter without a default must be given. One whose type is an entity type takes a name, and the Cypher gets the
entity's id. The result's columns that end in ``_id`` are hidden on a terminal.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
import yaml

from kg.errors import QueryError
from kg.i18n import _
from kg.model import Record
from kg.ontology import Label, load_ontology

PLAIN_TYPES = frozenset({"text", "integer", "number", "date", "end-date", "relation"})
ARTICLE = "article"  # a headline or id; the Cypher gets the id, as with entities
_HEADER = re.compile(r"\s*/\*(.*?)\*/\s*", re.DOTALL)
_PARAMETER = re.compile(r"\$(\w+)")
_LAST_RETURN = re.compile(r"^RETURN\s", re.MULTILINE)
_AFTER_RETURN = re.compile(r"^(?:ORDER BY|SKIP|LIMIT)\s", re.MULTILINE)
_NESTED = re.compile(r"[({\[][^(){}\[\]]*[)}\]]")

Scalar = str | int | float


class Parameter(Record):
    """One value that a query takes. ``default`` is None when it must be given."""

    name: str
    type: str  # one of PLAIN_TYPES, ARTICLE, an entity type, several joined by |, or Entity for any
    label: Label
    default: Scalar | None = None

    @property
    def entity_types(self) -> tuple[str, ...]:
        """The entity types whose names it takes, all for ``Entity``; empty for other values."""
        if self.type in PLAIN_TYPES or self.type == ARTICLE:
            return ()
        return tuple(load_ontology().types) if self.type == "Entity" else tuple(self.type.split("|"))


class Query(Record):
    """A named query as its file tells it; ``text`` is the Cypher without the header."""

    name: str
    topic: str
    answers: Label
    parameters: tuple[Parameter, ...]
    example: tuple[tuple[str, Scalar], ...]
    text: str
    path: str
    own: bool = True  # of the library; another's file is run as the user's Cypher

    @property
    def columns(self) -> tuple[str, ...]:
        """The names that the last RETURN gives its columns; ArcadeDB tells none when there is no row."""
        returned = _LAST_RETURN.split(self.text)[-1]
        items = _flat(_AFTER_RETURN.split(returned)[0]).split(",")
        return tuple(item.split()[-1].rpartition(".")[2].strip("`") for item in items if item.strip())


class _Parameter(Record, forbid_unknown_fields=True):
    type: str
    en: str
    zh: str
    default: Scalar | None = None


class _Header(Record, forbid_unknown_fields=True):
    name: str
    topic: str
    en: str
    zh: str
    parameters: dict[str, _Parameter] = msgspec.field(default_factory=dict)
    example: dict[str, Scalar] = msgspec.field(default_factory=dict)


def _flat(text: str) -> str:
    """The text without what stands in brackets of any kind, however deep."""
    inner = _NESTED.sub("", text)
    return inner if inner == text else _flat(inner)


def read_query(path: Path) -> Query:
    """Read one query file.

    Raises:
        QueryError: the file cannot be read, has no header, a field of it is missing or wrong, or header and Cypher
            name different parameters; the message names the field.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(_("the query file cannot be read: {why}").format(why=error), where=str(path)) from error
    return parse_query(text, str(path))


def parse_query(text: str, where: str) -> Query:
    """Make a query of a file's text; ``where`` is its path, for messages. Raises like :func:`read_query`."""
    found = _HEADER.match(text)
    if found is None:
        raise QueryError(_("the query has no header"), where=where, do=_("begin it with /* name: … */"))
    try:
        data: Any = yaml.safe_load(found[1])
        header = msgspec.convert(msgspec.to_builtins(data), _Header)  # YAML dates become text
    except (yaml.YAMLError, msgspec.ValidationError, TypeError) as error:
        raise QueryError(_("the header is not valid: {why}").format(why=error), where=where) from error
    query = _query(header, text[found.end() :].strip(), where)
    _check(query)
    return query


def _query(header: _Header, text: str, where: str) -> Query:
    parameters = tuple(
        Parameter(name=name, type=p.type, label=Label(en=p.en, zh=p.zh), default=p.default)
        for name, p in header.parameters.items()
    )
    return Query(
        name=header.name,
        topic=header.topic,
        answers=Label(en=header.en, zh=header.zh),
        parameters=parameters,
        example=tuple(header.example.items()),
        text=text,
        path=where,
    )


def _check(query: Query) -> None:
    declared = {p.name for p in query.parameters}
    used = set(_PARAMETER.findall(query.text))
    needed = {p.name for p in query.parameters if p.default is None}
    example = {name for name, _value in query.example}
    problems = {
        _("the Cypher uses ${names}, which the header lacks"): used - declared,
        _("the header has {names}, which the Cypher does not use"): declared - used,
        _("the example lacks {names}"): needed - example,
        _("the example has {names}, which is no parameter"): example - declared,
        _("{names} is no type of parameter"): {p.type for p in query.parameters} - _types(query),
    }
    for message, names in problems.items():
        if names:
            raise QueryError(message.format(names=", ".join(sorted(names))), where=query.path)


def _types(query: Query) -> set[str]:
    known = {*load_ontology().types, "Entity", ARTICLE, *PLAIN_TYPES}
    return {p.type for p in query.parameters if p.type in PLAIN_TYPES or known.issuperset(p.type.split("|"))}
