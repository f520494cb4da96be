"""Who is who: entities of the blocks in which something changed, and the appearances that refer to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, cast

from kg.load.lease import Lease
from kg.load.search import search_text
from kg.model import EntityType
from kg.resolve.stated import StatedAppearance
from kg.resolve.view import Group, by_block, groups
from kg.store.base import Command, Store, Value

LONGEST_NAME = 1_000  # characters of an entity's name, which is indexed; its appearances keep the whole
_FIELDS = ("id", "article", "type", "name", "names", "start", "date", "block", "keys", "scope", "entity")
_COLUMNS = ", ".join(f"n.{name}" for name in _FIELDS)


class _Member(NamedTuple):
    """An appearance as the store has it, with the entity that it refers to until now."""

    appearance: StatedAppearance
    entity: str | None


def resolve_blocks(store: Store, lease: Lease, buckets: Sequence[int]) -> None:
    """Resolve every block with an appearance in these buckets, or with a mark; writes the difference.

    The blocks and their marks are done in one transaction.
    """
    marks = store.read("MATCH (m:Mark {kind: 'block'}) RETURN m.id, m.of LIMIT 4000").rows
    waiting = store.read(
        "UNWIND $buckets AS bucket MATCH (n:Appearance {pending: bucket}) RETURN DISTINCT n.block",
        buckets=list(buckets),
    )
    blocks = sorted({str(row[1]) for row in marks} | {str(row[0]) for row in waiting.rows})
    if not blocks:
        return
    members = _members(store, blocks)
    wanted = [group for block in by_block(one.appearance for one in members.values()) for group in groups(block)]
    old = _entities(store, blocks)
    made = _made(old, wanted, members)
    lease.write([*made, *_pointed(members, wanted), *_gone(old, wanted), _forget(marks)])


def _members(store: Store, blocks: list[str]) -> dict[str, _Member]:
    rows = store.read(
        f"UNWIND $blocks AS block MATCH (n:Appearance {{block: block}}) RETURN {_COLUMNS}", blocks=blocks
    ).rows
    return {str(row[0]): _member(dict(zip(_FIELDS, row, strict=True))) for row in rows}


def _member(row: Mapping[str, Value]) -> _Member:
    def text(name: str) -> str:
        return str(row[name] or "")

    def texts(name: str) -> tuple[str, ...]:
        value = row[name]
        return tuple(str(item) for item in value) if isinstance(value, (list, tuple)) else ()

    start = row["start"]
    appearance = StatedAppearance(
        id=text("id"), article=text("article"), type=cast("EntityType", row["type"]),
        name=text("name"), names=texts("names"), mentions=(),
        start=start if isinstance(start, int) else -1, date=text("date"), block=text("block"), keys=texts("keys"),
        scope=text("scope"),
    )  # fmt: skip
    return _Member(appearance, text("entity") or None)


def _entities(store: Store, blocks: list[str]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Name and names of the entities that these blocks have until now, by id."""
    rows = store.read(
        "UNWIND $blocks AS block MATCH (e:Entity {block: block}) RETURN e.id, e.name, e.names", blocks=blocks
    ).rows
    return {str(id): (str(name), _texts(names)) for id, name, names in rows}


def _texts(value: Value) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, (list, tuple)) else ()


def _pointed(members: Mapping[str, _Member], wanted: Iterable[Group]) -> list[Command]:
    """Point appearances to their entities, take their marks away, and mark the statements of those that moved."""
    rows = [
        {"id": id, "entity": group.id} for group in wanted for id in group.members if members[id].entity != group.id
    ]
    moved = [row["id"] for row in rows if members[row["id"]].entity]
    still = sorted(set(members) - {row["id"] for row in rows})
    mark = "UNWIND $ids AS id MATCH (s:Statement {%s: id}) SET s.pending = s.bucket"
    loose = "UNWIND $ids AS id MATCH (n:Appearance {id: id})-[r:REFERS_TO]->() DELETE r"
    done = "UNWIND $ids AS id MATCH (n:Appearance {id: id}) WHERE n.pending IS NOT NULL SET n.pending = null"
    point = (
        "UNWIND $rows AS row MATCH (n:Appearance {id: row.id}) MATCH (e:Entity {id: row.entity}) "
        "SET n.entity = row.entity, n.pending = null CREATE (n)-[:REFERS_TO]->(e)"
    )
    changes = [mark % "subject", mark % "object", loose] if moved else []
    return [
        *(Command(cypher, {"ids": moved}) for cypher in changes),
        Command(done, {"ids": still}),
        Command(point, {"rows": rows}),
    ]


def _made(
    old: Mapping[str, tuple[str, tuple[str, ...]]], wanted: Iterable[Group], members: Mapping[str, _Member]
) -> list[Command]:
    """Create the entities that are new, change those that have other names now."""
    new: dict[str, list[Mapping[str, Value]]] = defaultdict(list)
    changed: list[Mapping[str, Value]] = []
    for group in wanted:
        row = entity_row(group, members[group.id].appearance.block)
        if group.id not in old:
            new[group.type].append(row)
        elif old[group.id] != (row["name"], group.names):
            changed.append(row)
    commands = [Command(_create(kind), {"rows": rows}) for kind, rows in sorted(new.items())]
    if changed:
        change = "SET e.name = row.name, e.names = row.names, e.search = row.search"
        commands.append(Command(f"UNWIND $rows AS row MATCH (e:Entity {{id: row.id}}) {change}", {"rows": changed}))
    return commands


def _gone(old: Mapping[str, object], wanted: Iterable[Group]) -> list[Command]:
    """Delete the entities that nothing refers to any more, with their facts."""
    gone = sorted(set(old) - {group.id for group in wanted})
    return [Command("UNWIND $ids AS id MATCH (e:Entity {id: id}) DETACH DELETE e", {"ids": gone})] if gone else []


def _create(kind: str) -> str:
    # `kind` is one of the ontology's types: an appearance of another type does not pass the record's validation.
    given = "{id: row.id, name: row.name, names: row.names, search: row.search, block: row.block}"
    return f"UNWIND $rows AS row CREATE (:Entity:{kind} {given})"


def entity_row(group: Group, block: str) -> dict[str, Value]:
    """An entity\'s properties, without the dates of events."""
    name = group.name if len(group.name) <= LONGEST_NAME else f"{group.name[: LONGEST_NAME - 1]}…"
    return {
        "id": group.id,
        "name": name,
        "names": list(group.names),
        "search": search_text(group.names),
        "block": block,
    }


def _forget(marks: Iterable[Sequence[Value]]) -> Command:
    return Command("UNWIND $ids AS id MATCH (m:Mark {id: id}) DELETE m", {"ids": [row[0] for row in marks]})
