"""Who holds which office in what: the statements that Chinese news makes most often."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.grammar.bodies import Bodies, Office
from kg.grammar.context import Context
from kg.grammar.personnames import read_name
from kg.grammar.titles import Title, find_titles
from kg.model import Argument, Article, Frame, Mention, Record, Span, Status


class OfficeReading(Record):
    """The persons, offices, bodies and places of an article, and a frame for each office that somebody holds."""

    mentions: tuple[Mention, ...]
    frames: tuple[Frame, ...]


def read_offices(article: Article, sentences: Sequence[Span], hints: Sequence[Mention] = ()) -> OfficeReading:
    """Read all offices of an article and the persons that hold them.

    ``hints`` are mentions that a statistical tagger proposes: evidence, never the only truth.
    """
    return _Reader(article, sentences, hints).read()


class _Reader:
    def __init__(self, article: Article, sentences: Sequence[Span], hints: Sequence[Mention]) -> None:
        self.context = Context(article)
        self.text = article.full
        self.sentences = sentences
        self.hints = hints
        self.persons: dict[Span, float] = {}
        self.known: set[str] = set()
        self.frames: list[Frame] = []
        self.mentions: dict[tuple[int, int, str], Mention] = {}

    def read(self) -> OfficeReading:
        chains = _chains(self.text, find_titles(self.text))
        bodies = Bodies(self.context)
        for chain in chains:
            offices = self._offices(bodies, chain)
            for person in self._holders(chain[-1].end):
                for office in offices:
                    self._state(person, office)
        mentions = tuple(sorted(self.mentions.values(), key=lambda m: (m.start, m.end)))
        return OfficeReading(mentions=mentions, frames=tuple(self.frames))

    def _offices(self, bodies: Bodies, chain: list[Title]) -> list[Office]:
        found: list[Office] = []
        for title in chain:
            office = bodies.read(title, found[-1] if found else None)
            if office:
                found.append(office)
        return found

    def _holders(self, at: int) -> list[Span]:
        persons: list[Span] = []
        while True:
            reading = read_name(self.text, at, self.known, loose=not persons)
            if not reading:
                return persons
            persons.append(Span(at, reading.end))
            separator = re.compile("[、和与及]").match(self.text, reading.end)
            if not separator:
                return persons
            at = separator.end()

    def _state(self, person: Span, office: Office) -> None:
        text, title = self.text, office.title
        self._mention(person.start, person.end, "Person", text[person.start : person.end])
        self._mention(title.start, title.end, "Position", office.name)
        arguments = [
            Argument(role="A0", start=person.start, end=person.end, type="Person", name=text[person.start : person.end]),
            Argument(role="A1", start=title.start, end=title.end, type="Position", name=office.name),
        ]
        if office.body:
            body = office.body
            if body.end > body.start:
                self._mention(body.start, body.end, body.type, body.name)
            arguments.append(Argument(role="IN", start=body.start, end=body.end, name=body.name, type=body.type))
        sentence = next((s for s in self.sentences if s.start <= title.start < s.end), Span(title.start, person.end))
        status: Status = title.status  # type: ignore[assignment]
        self.frames.append(
            Frame(predicate="任", start=title.start, end=title.end, arguments=tuple(arguments), sentence=sentence, status=status, rule="title-name")
        )

    def _mention(self, start: int, end: int, kind: str, name: str) -> None:
        self.mentions[start, end, kind] = Mention(start=start, end=end, type=kind, text=self.text[start:end], name=name, rule="office")  # type: ignore[arg-type]


def _chains(text: str, titles: list[Title]) -> list[list[Title]]:
    """Offices that follow each other in one list: 市委副书记、市长."""
    chains: list[list[Title]] = []
    for title in titles:
        if chains and re.fullmatch("[、，,和兼暨及]?", text[chains[-1][-1].end : title.start]):
            chains[-1].append(title)
        else:
            chains.append([title])
    return chains
