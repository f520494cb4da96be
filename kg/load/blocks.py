"""Who is who: entities of the blocks in which something changed, and the appearances that refer to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple, cast

from kg.load.rows import awaken, in_order, placed
from kg.load.search import search_text
from kg.model import EntityType
from kg.resolve.stated import StatedAppearance
from kg.resolve.view import Group, by_block, groups
from kg.store.base import Command, Store, Value

LONGEST_NAME = 1_000  # characters of an entity's name, which is indexed; its appearances keep the whole
_FIELDS = ("id", "article", "type", "name", "names", "start", "date", "block", "keys", "scope", "entity", "pending")
_COLUMNS = ", ".join(["elementId(n)", *(f"n.{name}" for name in _FIELDS)])
_ENTITY = ("id", "name", "names", "search", "block")
_FIND = "MATCH (n:Appearance) WHERE elementId(n) = node[0] AND n.id = node[1]"  # addresses are given again
_JOIN = f"{_FIND} SET n.entity = e.id, n.pending = null CREATE (n)-[:REFERS_TO]->(e)"


class _Member(NamedTuple):
    """An appearance as the store has it, with its address there and the entity that it refers to until now."""

    appearance: StatedAppearance
    node: str
    entity: str | None
    is_waiting: bool

    @property
    def address(self) -> list[Value]:
        """Where the store finds it at once, and what must stand there."""
        return [self.node, self.appearance.id]


class _Joining(NamedTuple):
    """An entity and those of its appearances that do not refer to it yet."""

    group: Group
    members: list[_Member]


def plan_blocks(store: Store, blocks: list[str]) -> list[Command]:
    """Resolve some blocks; the commands that write the difference to what the store has."""
    members = _members(store, blocks)
    wanted = [group for block in by_block(one.appearance for one in members.values()) for group in groups(block)]
    old = _entities(store, blocks)
    joining = [_joining(group, members) for group in wanted]
    return [
        *_left(joining),
        *_made(old, joining, members),
        *_joined(old, joining),
        *_settled(joining, members),
        *_gone(old, wanted),
    ]


def _members(store: Store, blocks: list[str]) -> dict[str, _Member]:
    rows = store.read(
        f"UNWIND $blocks AS block MATCH (n:Appearance {{block: block}}) RETURN {_COLUMNS}", blocks=blocks
    ).rows
    return {str(row[1]): _member(str(row[0]), dict(zip(_FIELDS, row[1:], strict=True))) for row in rows}


def _member(node: str, row: Mapping[str, Value]) -> _Member:
    def text(name: str) -> str:
        return str(row[name] or "")

    start = row["start"]
    appearance = StatedAppearance(
        id=text("id"), article=text("article"), type=cast("EntityType", row["type"]),
        name=text("name"), names=_texts(row["names"]), mentions=(),
        start=start if isinstance(start, int) else -1, date=text("date"), block=text("block"),
        keys=_texts(row["keys"]), scope=text("scope"),
    )  # fmt: skip
    return _Member(appearance, node, text("entity") or None, row["pending"] is not None)


def _texts(value: Value) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, (list, tuple)) else ()


def _entities(store: Store, blocks: list[str]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Name and names of the entities that these blocks have until now, by id."""
    rows = store.read(
        "UNWIND $blocks AS block MATCH (e:Entity {block: block}) RETURN e.id, e.name, e.names", blocks=blocks
    ).rows
    return {str(id): (str(name), _texts(names)) for id, name, names in rows}


def _joining(group: Group, members: Mapping[str, _Member]) -> _Joining:
    return _Joining(group, [members[id] for id in group.members if members[id].entity != group.id])


def _left(joining: Iterable[_Joining]) -> list[Command]:
    """Take appearances that move from the entities that they refer to until now, and mark their statements."""
    moved = [one for item in joining for one in item.members if one.entity]
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


def _made(
    old: Mapping[str, tuple[str, tuple[str, ...]]], joining: Iterable[_Joining], members: Mapping[str, _Member]
) -> list[Command]:
    """Create the entities that are new, with the appearances that refer to them; change those with other names now."""
    new: dict[str, list[Value]] = defaultdict(list)
    changed: list[Mapping[str, Value]] = []
    for group, joined in joining:
        row = entity_row(group, members[group.id].appearance.block)
        if group.id not in old:
            new[group.type].append([*in_order(_ENTITY, row), [one.address for one in joined]])
        elif old[group.id] != (row["name"], group.names):
            changed.append(row)
    commands = [Command(_create(kind), {"rows": rows}) for kind, rows in sorted(new.items())]
    if changed:
        change = "SET e.name = row.name, e.names = row.names, e.search = row.search"
        commands.append(Command(f"UNWIND $rows AS row MATCH (e:Entity {{id: row.id}}) {change}", {"rows": changed}))
    return commands


def _create(kind: str) -> str:
    # `kind` is one of the ontology's types: an appearance of another type does not pass the record's validation.
    entity = f"CREATE (e:Entity:{kind} {placed(*_ENTITY)})"
    return f"UNWIND $rows AS row {entity} WITH e, row[{len(_ENTITY)}] AS nodes UNWIND nodes AS node {_JOIN}"


def _joined(old: Mapping[str, object], joining: Iterable[_Joining]) -> list[Command]:
    """Let further appearances refer to entities that are there."""
    rows = [[group.id, [one.address for one in joined]] for group, joined in joining if joined and group.id in old]
    find = "UNWIND $rows AS row MATCH (e:Entity {id: row[0]}) WITH e, row[1] AS nodes UNWIND nodes AS node"
    return [Command(f"{find} {_JOIN}", {"rows": rows})] if rows else []


def _settled(joining: Iterable[_Joining], members: Mapping[str, _Member]) -> list[Command]:
    """Take the marks from appearances that stay where they are."""
    moving = {one.appearance.id for item in joining for one in item.members}
    nodes: list[Value] = [one.address for id, one in members.items() if one.is_waiting and id not in moving]
    done = f"UNWIND $nodes AS node {_FIND} SET n.pending = null"
    return [Command(done, {"nodes": nodes})] if nodes else []


def _gone(old: Mapping[str, object], wanted: Iterable[Group]) -> list[Command]:
    """Delete the entities that nothing refers to any more, with their facts."""
    gone = sorted(set(old) - {group.id for group in wanted})
    return [Command("UNWIND $ids AS id MATCH (e:Entity {id: id}) DETACH DELETE e", {"ids": gone})] if gone else []


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
