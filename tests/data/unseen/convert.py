"""Turn the compact article files of this directory into gold JSONL, one article a line.

A file holds blocks that begin with an ``@`` line; each line is a letter, a blank and fields parted by `` | ``:

    @ id | date | place of the paper
    T title
    B one paragraph of the text
    W reporter, reporter
    E key | type | canonical name | alias, alias     (without aliases the name is its own)
    R key,key | RELATION | key,key or date           (lists distribute; ``R?`` marks an optional relation)

Usage: ``python convert.py [FILE.txt …] > gold.jsonl`` (all files of the directory when none is named).
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

SENTENCE = re.compile(r"[^。！？\n]+[。！？]?[”」]?")
DAY = re.compile(r"\d|[日天月年晨午晚]")


class Entity(TypedDict):
    """One entity: its type, canonical name and the surface forms found in title or text."""

    id: str
    type: str
    name: str
    aliases: list[str]


class Relation(TypedDict, total=False):
    """One statement: subject key, predicate, object key or ISO date, and the sentence it rests on."""

    s: str
    p: str
    o: str
    evidence: str
    optional: bool


class Record(TypedDict):
    """One line of the gold file."""

    id: str
    date: str
    place: str
    title: str
    text: str
    reporters: list[str]
    entities: list[Entity]
    relations: list[Relation]


@dataclass
class Block:
    """The lines of one article, sorted by kind; ``relations`` are still without evidence."""

    id: str
    date: str
    place: str
    title: str = ""
    paragraphs: list[str] = field(default_factory=list)
    reporters: list[str] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)

    def take(self, line: str) -> None:
        """Add one line of the block; raises ValueError for a line of unknown kind."""
        kind, _, rest = line.partition(" ")
        match kind:
            case "T":
                self.title = rest.strip()
            case "B":
                self.paragraphs.append(rest.strip())
            case "W":
                self.reporters = _names(rest)
            case "E":
                self._entity(_fields(rest))
            case "R" | "R?":
                self._relation(_fields(rest), optional=kind == "R?")
            case _:
                raise ValueError(f"{self.id}: unknown line: {line}")

    def _entity(self, fields: list[str]) -> None:
        key, type_, name, *rest = fields
        if key in self.entities:
            raise ValueError(f"{self.id}: key {key} given twice")
        self.entities[key] = Entity(id=key, type=type_, name=name, aliases=_names(rest[0]) if rest else [name])

    def _relation(self, fields: list[str], *, optional: bool) -> None:
        subjects, predicate, objects = fields
        for subject in _names(subjects):
            for target in _names(objects):
                relation = Relation(s=subject, p=predicate, o=target)
                if optional:
                    relation["optional"] = True
                self.relations.append(relation)

    def record(self) -> Record:
        """Return the finished article, each relation with its evidence."""
        text = "\n".join(self.paragraphs)
        sentences = SENTENCE.findall(f"{text}\n{self.title}")
        for relation in self.relations:
            relation["evidence"] = self._evidence(relation, sentences)
        return Record(id=self.id, date=self.date, place=self.place, title=self.title, text=text,
                      reporters=self.reporters, entities=list(self.entities.values()), relations=self.relations)

    def _evidence(self, relation: Relation, sentences: list[str]) -> str:
        """Return the first sentence with a mention of both ends, else of the subject, else of the object."""
        subject = self._aliases(relation["s"])
        target = self.entities.get(relation["o"])
        found = {
            sentence: (_mentions(sentence, subject),
                       _mentions(sentence, target["aliases"]) if target else bool(DAY.search(sentence)))
            for sentence in sentences
        }
        return max(found, key=lambda sentence: (all(found[sentence]), found[sentence]))

    def _aliases(self, key: str) -> list[str]:
        if key not in self.entities:
            raise ValueError(f"{self.id}: no entity {key}")
        return self.entities[key]["aliases"]


def _fields(line: str) -> list[str]:
    return [part.strip() for part in line.split(" | ")]


def _names(listed: str) -> list[str]:
    return [name.strip() for name in listed.split(",") if name.strip()]


def _mentions(sentence: str, aliases: list[str]) -> bool:
    return any(alias in sentence for alias in aliases)


def blocks(path: Path) -> Iterator[Block]:
    """Yield the articles of one file; raises ValueError where a line breaks the format."""
    block: Block | None = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@ "):
            if block:
                yield block
            identity, date, place = _fields(line[2:])
            block = Block(identity, date, place)
        elif line.strip():
            if block is None:
                raise ValueError(f"{path}: line before the first article: {line}")
            block.take(line)
    if block:
        yield block


def main() -> None:
    """Write the articles of the named files to standard output."""
    paths = [Path(name) for name in sys.argv[1:]] or sorted(Path(__file__).parent.glob("*.txt"))
    for path in paths:
        for block in blocks(path):
            sys.stdout.write(json.dumps(block.record(), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
