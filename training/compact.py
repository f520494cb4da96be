"""Articles of our own with their annotation in a compact form: ``python -m training.compact FILE.txt … > gold.jsonl``.

A file holds blocks that begin with an ``@`` line; each line is a letter, a blank and fields parted by `` | ``:

    @ id | date | place of the paper
    T title
    B one paragraph of the text
    W reporter, reporter
    E key | type | canonical name | alias, alias     (without aliases the name is its own)
    R key,key | RELATION | key,key or date           (lists distribute; ``R?`` marks an optional relation)
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from kg.evaluate import GoldArticle
from kg.evaluate.gold import Judged
from kg.model import Appearance, EntityType

SENTENCE = re.compile(r"[^。！？\n]+[。！？]?[”」]?")
DAY = re.compile(r"\d|[日天月年晨午晚]")


@dataclass
class Block:
    """The lines of one article, sorted by kind; ``statements`` are still without evidence."""

    id: str
    date: str
    place: str
    title: str = ""
    paragraphs: list[str] = field(default_factory=list)
    reporters: tuple[str, ...] = ()
    appearances: dict[str, Appearance] = field(default_factory=dict)
    statements: list[Judged] = field(default_factory=list)

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
                self._entity(*_fields(rest))
            case "R" | "R?":
                self._relation(*_fields(rest), optional=kind == "R?")
            case _:
                raise ValueError(f"{self.id}: unknown line: {line}")

    def _entity(self, key: str, kind: str, name: str, aliases: str = "") -> None:
        if key in self.appearances:
            raise ValueError(f"{self.id}: key {key} given twice")
        names = _names(aliases) or (name,)
        self.appearances[key] = Appearance(id=key, type=msgspec.convert(kind, EntityType), name=name, names=names)

    def _relation(self, subjects: str, predicate: str, objects: str, *, optional: bool) -> None:
        self.statements += [
            Judged(subject=subject, predicate=predicate, object=target, optional=optional)
            for subject in _names(subjects)
            for target in _names(objects)
        ]

    def article(self) -> GoldArticle:
        """The finished article, each relation with its evidence."""
        text = "\n".join(self.paragraphs)
        sentences = SENTENCE.findall(f"{text}\n{self.title}")
        return GoldArticle(
            id=self.id,
            date=self.date,
            place=self.place,
            title=self.title,
            text=text,
            reporters=self.reporters,
            appearances=tuple(self.appearances.values()),
            statements=tuple(
                msgspec.structs.replace(item, evidence=self._evidence(item, sentences)) for item in self.statements
            ),
        )

    def _evidence(self, item: Judged, sentences: Iterable[str]) -> str:
        """The first sentence with a mention of both ends, else of the subject, else of the object."""
        if item.subject not in self.appearances:
            raise ValueError(f"{self.id}: no entity {item.subject}")
        subject = self.appearances[item.subject].names
        target = self.appearances.get(item.object)
        found = {
            sentence: (_mentions(sentence, subject),
                       _mentions(sentence, target.names) if target else bool(DAY.search(sentence)))
            for sentence in sentences
        }  # fmt: skip
        return max(found, key=lambda sentence: (all(found[sentence]), found[sentence]))


def _fields(line: str) -> list[str]:
    return [part.strip() for part in line.split(" | ")]


def _names(listed: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in listed.split(",") if name.strip())


def _mentions(sentence: str, names: Iterable[str]) -> bool:
    return any(name in sentence for name in names)


def articles(*paths: Path) -> Iterator[GoldArticle]:
    """The articles of compact files; raises ValueError where a line breaks the format."""
    for path in paths:
        for block in _blocks(path):
            yield block.article()


def _blocks(path: Path) -> Iterator[Block]:
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
    for article in articles(*map(Path, sys.argv[1:])):
        sys.stdout.buffer.write(msgspec.json.encode(article) + b"\n")


if __name__ == "__main__":
    main()
