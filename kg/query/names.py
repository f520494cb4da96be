"""From a name that a user types to the entities that bear it; namesakes stay apart."""

from __future__ import annotations

import difflib
from typing import cast

from kg.errors import UnknownQuery
from kg.i18n import _
from kg.model import Record
from kg.query.header import Parameter
from kg.store.base import Store

MANY = 10  # candidates beyond which a canonical name outweighs an alias

_FIND = """
MATCH (e:Entity)
WHERE e.{condition}
WITH e, [l IN labels(e) WHERE l IN $types] AS types
WHERE size(types) > 0
OPTIONAL MATCH (e)-[h:HOLDS_POSITION]->(office:Entity)
WITH e, types, h, office
ORDER BY h.last_date DESC, office.name
WITH e, types, collect(DISTINCT office.name)[0..3] AS offices
RETURN e.id AS id, types[0] AS type, e.name AS name, offices, e.start AS start,
       COUNT {{ (e)<-[:REFERS_TO]-() }} AS appearances
ORDER BY appearances DESC, id
"""
_BY_ID = _FIND.format(condition="id = $name")
_BY_NAME = _FIND.format(condition="name = $name")
_BY_ALIAS = _FIND.replace("e.{condition}", "$name IN e.names AND e.name <> $name").format()
_BY_ALIAS_INDEXED = (
    _BY_ALIAS.replace(  # Neo4j has the names in full text; the embedded store looks through its entities
        "MATCH (e:Entity)", "CALL db.index.fulltext.queryNodes('entity_text', $phrase) YIELD node AS e\nWITH e", 1
    )
)
_ALIKE = """
MATCH (e:Entity)
WHERE any(l IN labels(e) WHERE l IN $types) AND any(c IN $characters WHERE e.name CONTAINS c)
WITH DISTINCT e.name AS name
RETURN name, size([c IN $characters WHERE name CONTAINS c]) AS shared
ORDER BY shared DESC, abs(size(name) - $length), name
LIMIT 200
"""
_STARTING = """
MATCH (e:Entity)
WHERE e.name STARTS WITH $start AND any(l IN labels(e) WHERE l IN $types)
RETURN DISTINCT e.name AS name
ORDER BY name
LIMIT $count
"""
_ARTICLES = """
MATCH (a:Article)
WHERE a.{condition}
RETURN a.id AS id, 'Article' AS type, a.title AS name, [] AS offices,
       coalesce(a.paper, '') + ' ' + coalesce(a.date, '') AS about, 1 AS appearances
ORDER BY a.date, id
LIMIT 50
"""


class Candidate(Record):
    """An entity that a name may mean, with what tells it from its namesakes."""

    id: str
    type: str
    name: str
    about: str = ""  # a person's offices, an event's date
    appearances: int = 0  # in how many articles

    @property
    def caption(self) -> str:
        """The name with what tells it from namesakes: 张宁 (云岭县县长)."""
        return f"{self.name} ({self.about})" if self.about else self.name


def find_entities(store: Store, name: str, parameter: Parameter) -> tuple[Candidate, ...]:
    """The entities of the parameter's types that are called ``name``, most often mentioned first.

    ``name`` is an id, a canonical name or any other name. Where it is the canonical name of one and an alias of many,
    only the canonical ones are meant.

    Raises:
        UnknownQuery: nothing is called so; the message proposes similar names.
    """
    types = parameter.entity_types
    by_id = _candidates(store, _BY_ID, name, types)
    if by_id:
        return by_id
    by_alias = _BY_ALIAS_INDEXED if store.kind == "neo4j" else _BY_ALIAS
    named, aliased = _candidates(store, _BY_NAME, name, types), _candidates(store, by_alias, name, types)
    found = named if named and len(named) + len(aliased) > MANY else named + aliased
    if not found:
        raise _unknown(store, name, parameter)
    return found


def find_articles(store: Store, text: str, parameter: Parameter) -> tuple[Candidate, ...]:
    """The articles of that id or headline, or those whose headline holds the text.

    Raises:
        UnknownQuery: there is none.
    """
    for condition in ("id = $name", "key = $name", "title = $name", "title CONTAINS $name"):
        found = _candidates(store, _ARTICLES.format(condition=condition), text, ())
        if found:
            return found
    raise UnknownQuery(_("no article has the headline or id {name}").format(name=text), where=parameter.name)


def similar_names(store: Store, name: str, types: tuple[str, ...], *, count: int = 3) -> tuple[str, ...]:
    """Canonical names in the store that look like ``name``: one character off, longer or shorter."""
    characters = [c for c in dict.fromkeys(name) if not c.isspace()]
    table = store.read(_ALIKE, types=list(types), characters=characters, length=len(name))
    names = [str(row[0]) for row in table.rows]
    near = difflib.get_close_matches(name, names, n=count, cutoff=0.45)
    holding = [other for other in names if len(name) > 1 and name in other and other not in near]
    return tuple((near + holding)[:count])


def names_that_start(store: Store, start: str, types: tuple[str, ...], *, count: int = 20) -> tuple[str, ...]:
    """Canonical names that start so, in order."""
    table = store.read(_STARTING, start=start, types=list(types), count=count)
    return tuple(str(row[0]) for row in table.rows)


def _candidates(store: Store, cypher: str, name: str, types: tuple[str, ...]) -> tuple[Candidate, ...]:
    phrase = '"{}"'.format(name.replace("\\", "\\\\").replace('"', '\\"'))  # in Lucene's syntax
    table = store.read(cypher, name=name, types=list(types), phrase=phrase)
    return tuple(
        Candidate(
            id=str(id_),
            type=str(type_),
            name=str(text),
            about="、".join(cast("list[str]", offices)) or str(start or "").strip(),
            appearances=int(cast("int", appearances)),
        )
        for id_, type_, text, offices, start, appearances in table.rows
    )


def _unknown(store: Store, name: str, parameter: Parameter) -> UnknownQuery:
    close = similar_names(store, name, parameter.entity_types)
    return UnknownQuery(
        _("no {type} is called {name}").format(type=parameter.type.replace("|", " / "), name=name),
        where=parameter.name,
        do=_("did you mean {names}?").format(names=_(" or ").join(close)) if close else "",
    )
