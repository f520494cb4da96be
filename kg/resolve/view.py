"""From appearances to entities and from statements to facts: pure, and the same in any order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kg.model import EntityType, Record, Status
from kg.ontology import Ontology
from kg.resolve.components import components
from kg.resolve.stated import StatedAppearance, StatedStatement, digest

HELD_ON = "HELD_ON"


class Group(Record):
    """The appearances that refer to one entity, as the entity that they make."""

    id: str  # from the block and a key of the first appearance that has any; of the only appearance where it has none
    type: EntityType
    name: str
    names: tuple[str, ...]
    members: tuple[str, ...]


class Claim(NamedTuple):
    """What makes statements of one fact alike."""

    predicate: str
    subject: str  # ids of appearances
    object: str
    status: Status


class Edge(Record):
    """Which fact a statement supports."""

    id: str
    subject: str
    predicate: str
    object: str  # empty for HELD_ON
    status: Status


class Voice(NamedTuple):
    """What one statement adds to its fact."""

    date: str  # the article's
    story: str
    confidence: float  # 1 when somebody accepted the statement
    planned: bool


class Support(Record):
    """What a fact takes from its statements."""

    statements: int
    stories: int
    first_date: str
    last_date: str
    confidence: float
    planned: bool


def groups(block: Iterable[StatedAppearance]) -> list[Group]:
    """The entities of one block.

    Appearances that share a key, directly or through others, are one. One without any key joins the others of its
    scope when these are one entity; that is decided last, so that it cannot join two.
    """
    items = sorted(block, key=in_reading_order)
    root = components({item.id: item.keys for item in items})
    homes: dict[str, set[str]] = defaultdict(set)
    for item in items:
        if item.keys and item.scope:
            homes[item.scope].add(root[item.id])
    members: dict[str, list[StatedAppearance]] = defaultdict(list)
    for item in items:
        only = homes.get(item.scope, set()) if not item.keys else set()
        members[next(iter(only)) if len(only) == 1 else root[item.id]].append(item)
    return [_group(sorted(group, key=in_reading_order)) for group in members.values()]


def in_reading_order(item: StatedAppearance) -> tuple[str, str, int, str]:
    """What appearances are sorted by: date, article, place in the text."""
    return (item.date or "9999", item.article, item.start, item.id)


def _group(items: list[StatedAppearance]) -> Group:
    """An entity; its id outlives further appearances, also earlier ones, while the first with keys has the same."""
    first = items[0]
    keyed = next((item for item in items if item.keys), None)
    return Group(
        id=digest(keyed.block, min(keyed.keys)) if keyed else first.id,
        type=first.type,
        name=first.name,
        names=tuple(sorted({name for item in items for name in item.names})),
        members=tuple(item.id for item in items),
    )


def edge(statement: Claim | StatedStatement, entity: Mapping[str, str], ontology: Ontology) -> Edge | None:
    """The fact that a statement supports; none when its relation is unknown or its two ends are one entity.

    The dates of one event are one fact, whose object is empty.
    """
    relation = ontology.relations.get(statement.predicate)
    subject = entity.get(statement.subject)
    target = "" if statement.predicate == HELD_ON else entity.get(statement.object)
    if relation is None or subject is None or target is None or subject == target:
        return None
    if relation.symmetric and target < subject:
        subject, target = target, subject
    status: Status = "current" if statement.predicate == HELD_ON else statement.status
    id = digest(subject, statement.predicate, target, status)
    return Edge(id=id, subject=subject, predicate=statement.predicate, object=target, status=status)


def support(voices: Iterable[Voice]) -> Support:
    """Sum up the statements of one fact."""
    items = list(voices)
    dates = sorted(voice.date for voice in items if voice.date)
    return Support(
        statements=len(items),
        stories=len({voice.story for voice in items}),
        first_date=dates[0] if dates else "",
        last_date=dates[-1] if dates else "",
        confidence=max(voice.confidence for voice in items),
        planned=all(voice.planned for voice in items),
    )


def period(dates: Iterable[tuple[str, bool]]) -> tuple[str, str]:
    """First and last day of an event from what is said of it, each date with whether it was only planned."""
    items = list(dates)
    held = [date for date, planned in items if not planned] or [date for date, _ in items]
    ends = [part for date in held for part in date.split("/") if part]
    return (min(ends), max(ends)) if ends else ("", "")


def by_block(appearances: Iterable[StatedAppearance]) -> Iterator[list[StatedAppearance]]:
    """Appearances by their block."""
    blocks: dict[str, list[StatedAppearance]] = defaultdict(list)
    for item in appearances:
        blocks[item.block].append(item)
    yield from blocks.values()
