"""Who is who: entities of the blocks in which something changed, and the appearances that refer to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple, cast

from kg.load.rows import awaken, in_order
from kg.load.search import search_text
from kg.model import EntityType
from kg.resolve.stated import StatedAppearance
from kg.resolve.view import Group, by_block, groups
from kg.store.base import Command, Store, Value
from kg.store.cypher import placed

LONGEST_NAME = 1_000  # characters of an entity's name, which is indexed; its appearances keep the whole
ENTITY = ("id", "name", "names", "search", "block")
_FIELDS = ("id", "article", "type", "name", "names", "start", "date", "block", "keys", "scope", "entity", "pending")
_COLUMNS = ", ".join(["elementId(n)", *(f"n.{name}" for name in _FIELDS)])
_FIND = "MATCH (n:Appearance) WHERE elementId(n) = node[0] AND n.id = node[1]"  # addresses are given again
_JOIN = f"{_FIND} SET n.entity = e.id, n.pending = null CREATE (n)-[:REFERS_TO]->(e)"
_CHANGE = "SET e.name = row.name, e.names = row.names, e.search = row.search"


class Member(NamedTuple):
    """An appearance as the store has it, with its address there and the entity that it refers to until now.

    One that is yet to be written has no address and refers to nothing.
    """

    appearance: StatedAppearance
    node: str = ""
    entity: str | None = None
    is_waiting: bool = False

    @property
    def address(self) -> list[Value]:
        """Where the store finds it at once, and what must stand there."""
        return [self.node, self.appearance.id]


class Held(NamedTuple):
    """An entity as the store has it, with its address there."""

    node: str
    name: str
    names: tuple[str, ...]


class Resolution(NamedTuple):
    """Whole blocks as they are to be, beside what the store has of them."""

    groups: list[Group]
    members: Mapping[str, Member]
    old: Mapping[str, Held]

    def joining(self) -> Iterable[tuple[Group, list[Member]]]:
        """The entities, each with those of its appearances in the store that do not refer to it yet."""
        for group in self.groups:
            found = [self.members[id] for id in group.members]
            yield group, [one for one in found if one.node and one.entity != group.id]

    def rows(self) -> tuple[dict[str, list[dict[str, Value]]], list[dict[str, Value]]]:
        """The entities that are new, by type, and those that have other names than until now."""
        new: dict[str, list[dict[str, Value]]] = defaultdict(list)
        changed = []
        for group in self.groups:
            row = entity_row(group, self.members[group.members[0]].appearance.block)
            held = self.old.get(group.id)
            if held is None:
                new[group.type].append(row)
            elif (held.name, held.names) != (row["name"], group.names):
                changed.append(row)
        return new, changed


def plan_blocks(store: Store, blocks: list[str]) -> list[Command]:
    """Resolve some blocks; the commands that write the difference to what the store has."""
    found = resolution(store, blocks)
    new, changed = found.rows()
    nodes = {group.id: [one.address for one in members] for group, members in found.joining()}
    made = {kind: [[*in_order(ENTITY, row), nodes[str(row["id"])]] for row in rows] for kind, rows in new.items()}
    return [
        *left(found),
        *(Command(_create(kind), {"rows": rows}) for kind, rows in sorted(made.items())),
        *renamed(changed),
        *joins(found, [id for id in nodes if id in found.old]),
        *gone(found),
    ]


def resolution(store: Store, blocks: list[str], more: Iterable[StatedAppearance] = ()) -> Resolution:
    """Resolve all that a store has of some blocks, together with appearances that are yet to be written."""
    members, old = _members(store, blocks), _entities(store, blocks)
    members |= {one.id: Member(one) for one in more}
    found = [group for block in by_block(one.appearance for one in members.values()) for group in groups(block)]
    return Resolution(found, members, old)


def _members(store: Store, blocks: list[str]) -> dict[str, Member]:
    rows = store.read(
        f"UNWIND $blocks AS block MATCH (n:Appearance {{block: block}}) RETURN {_COLUMNS}", blocks=blocks
    ).rows
    return {str(row[1]): _member(str(row[0]), dict(zip(_FIELDS, row[1:], strict=True))) for row in rows}


def _member(node: str, row: Mapping[str, Value]) -> Member:
    def text(name: str) -> str:
        return str(row[name] or "")

    start = row["start"]
    appearance = StatedAppearance(
        id=text("id"), article=text("article"), type=cast("EntityType", row["type"]),
        name=text("name"), names=_texts(row["names"]), mentions=(),
        start=start if isinstance(start, int) else -1, date=text("date"), block=text("block"),
        keys=_texts(row["keys"]), scope=text("scope"),
    )  # fmt: skip
    return Member(appearance, node, text("entity") or None, row["pending"] is not None)


def _texts(value: Value) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, (list, tuple)) else ()


def _entities(store: Store, blocks: list[str]) -> dict[str, Held]:
    """The entities that these blocks have until now, by id."""
    cypher = "UNWIND $blocks AS block MATCH (e:Entity {block: block}) RETURN e.id, elementId(e), e.name, e.names"
    rows = store.read(cypher, blocks=blocks).rows
    return {str(id): Held(str(node), str(name), _texts(names)) for id, node, name, names in rows}


def left(found: Resolution) -> list[Command]:
    """Take appearances that move from the entities that they refer to until now, and mark their statements."""
    moved = [one for _group, members in found.joining() for one in members if one.entity]
    if not moved:
        return []
    loose = f"UNWIND $nodes AS node {_FIND} MATCH (n)-[r:REFERS_TO]->() DELETE r"
    mark = (
        "UNWIND $rows AS row MATCH (s:Statement {article: row[0]}) WHERE s.subject = row[1] OR s.object = row[1] "
        "SET s.pending = s.bucket"
    )
    articles = sorted({one.appearance.article for one in moved})
    return [
        Command(loose, {"nodes": [one.address for one in moved]}),
        Command(mark, {"rows": [[one.appearance.article, one.appearance.id] for one in moved]}),
        awaken(articles),
    ]


def _create(kind: str) -> str:
    # `kind` is one of the ontology's types: an appearance of another type does not pass the record's validation.
    entity = f"CREATE (e:Entity:{kind} {placed(*ENTITY)})"
    return f"UNWIND $rows AS row {entity} WITH e, row[{len(ENTITY)}] AS nodes UNWIND nodes AS node {_JOIN}"


def renamed(changed: list[dict[str, Value]]) -> list[Command]:
    """Give entities the names that they have now."""
    cypher = f"UNWIND $rows AS row MATCH (e:Entity {{id: row.id}}) {_CHANGE}"
    return [Command(cypher, {"rows": changed})] if changed else []


def joins(found: Resolution, ids: Iterable[str]) -> list[Command]:
    """Let further appearances refer to some of the entities, and take the marks from those that stay where they are."""
    wanted = set(ids)
    joining = [(group.id, members) for group, members in found.joining() if members]
    rows: list[Value] = [[id, [one.address for one in members]] for id, members in joining if id in wanted]
    find = "UNWIND $rows AS row MATCH (e:Entity {id: row[0]}) WITH e, row[1] AS nodes UNWIND nodes AS node"
    moving = {one.appearance.id for _id, members in joining for one in members}
    stay: list[Value] = [one.address for id, one in found.members.items() if one.is_waiting and id not in moving]
    done = f"UNWIND $nodes AS node {_FIND} SET n.pending = null"
    return [
        *([Command(f"{find} {_JOIN}", {"rows": rows})] if rows else []),
        *([Command(done, {"nodes": stay})] if stay else []),
    ]


def gone(found: Resolution) -> list[Command]:
    """Delete the entities that nothing refers to any more, with their facts."""
    ids = sorted(set(found.old) - {group.id for group in found.groups})
    return [Command("UNWIND $ids AS id MATCH (e:Entity {id: id}) DETACH DELETE e", {"ids": ids})] if ids else []


def entity_row(group: Group, block: str) -> dict[str, Value]:
    """An entity's properties, without the dates of events."""
    name = group.name if len(group.name) <= LONGEST_NAME else f"{group.name[: LONGEST_NAME - 1]}…"
    return {
        "id": group.id,
        "name": name,
        "names": list(group.names),
        "search": search_text(group.names),
        "block": block,
    }
