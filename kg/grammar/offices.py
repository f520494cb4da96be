"""Who holds which office in what: the statements that Chinese news makes most often."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.grammar.appointments import Appointments
from kg.grammar.bodies import Bodies
from kg.grammar.chains import Chain, ChainReader
from kg.grammar.context import Context
from kg.grammar.dates import DateReader
from kg.grammar.office import Office
from kg.grammar.persons import Persons
from kg.grammar.principals import Principals
from kg.grammar.respective import Respective
from kg.grammar.rosters import Rosters, spaced_heads
from kg.grammar.shared import distribute
from kg.grammar.titles import Title, find_heads
from kg.model import Argument, Article, EntityType, Frame, Mention, Record, Span, Status

_PLANNED = re.compile("拟(?:[担聘转升兼调改]?任|[提聘][名拔请]?为|推荐为|晋升为)$")  # 拟任, 拟提名为


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
        self._text = article.full
        self._issue = article.date
        self._sentences = sentences
        self._context = Context(article)
        self._persons = Persons(article, hints)
        self._mentions: dict[tuple[int, int, str], Mention] = {}
        self._frames: list[Frame] = []

    def read(self) -> OfficeReading:
        heads = sorted([*find_heads(self._text), *spaced_heads(self._text)])
        known = len(self._persons.known)
        chains = ChainReader(self._text, heads, self._persons.known).read()
        self._persons.learn(chains)
        if len(self._persons.known) > known:  # names that offices tell of may settle where other names end
            chains = ChainReader(self._text, heads, self._persons.known).read()
            self._persons.learn(chains)
        self._state_all(self._completed(chains))
        for mention in self._persons.mentions():
            self._mentions[mention.start, mention.end, mention.type] = mention
        ordered = sorted(self._mentions.values(), key=lambda m: (m.start, m.end))
        return OfficeReading(mentions=tuple(ordered), frames=tuple(self._frames))

    def _completed(self, chains: list[Chain]) -> list[tuple[Chain, Status | None]]:
        """Chains with the holders that a verb gives them, and the status that it gives."""
        appointments = Appointments(self._text, self._persons, self._sentences, chains)
        principals = Principals(self._text, self._persons.known)
        completed: list[tuple[Chain, Status | None]] = []
        rosters = Rosters(self._text, self._persons.known)
        for chain in chains:
            if listed := rosters.complete(chain):
                for person in listed.holders:
                    self._persons.introduce(person, 0.95)
                completed.append((listed, None))
                continue
            found = None if chain.holders else appointments.holder(chain)
            if found:
                who, rule, status = found
                for person in who:
                    self._persons.introduce(person, 0.9)
                completed.append((chain._replace(holders=who, rule=rule, confidence=0.9), status))
            else:
                completed.append((principals.complete(chain, chains), None))
        completed += ((chain, None) for chain in principals.senders())
        held = [chain for chain, _ in completed]
        for host, where, rank in principals.both_sides(held):
            title = Title(where.start, where.start, where.end, "state", rank, "current")
            completed.append((Chain((title,), (host,), "both-sides", 0.85), None))
        return completed

    def _state_all(self, chains: list[tuple[Chain, Status | None]]) -> None:
        bodies, respective = Bodies(self._context), Respective(self._context, [chain for chain, _ in chains])
        for chain, status in chains:
            shared = distribute(self._context, chain)
            if not shared and (mine := respective.office(chain)):
                shared = [(chain.holders[0], mine)]
            if shared:
                for person, office in shared:
                    self._state(person, office, chain, status)
                continue
            offices = bodies.read_chain(chain, self._names(chain))
            for office in offices:
                for person in chain.holders:
                    self._state(person, office, chain, status)

    def _names(self, chain: Chain) -> list[str]:
        return [self._persons.canonical(self._text[p.start : p.end]) for p in chain.holders]

    def _state(self, person: Span, office: Office, chain: Chain, status: Status | None) -> None:
        name, title = self._persons.canonical(self._text[person.start : person.end]), office.title
        self._mention(title.start, title.end, "Position", office.name, chain)
        arguments = [
            Argument(role="A0", start=person.start, end=person.end, type="Person", name=name),
            Argument(role="A1", start=title.start, end=title.end, type="Position", name=office.name),
        ]
        if body := office.body:
            if body.end > body.start:
                self._mention(body.start, body.end, body.type, body.name, chain)
            arguments.append(Argument(role="IN", start=body.start, end=body.end, name=body.name, type=body.type))
        sentence = next((s for s in self._sentences if s.start <= title.start < s.end), Span(title.start, person.end))
        stated = status if status not in (None, "current") else title.status
        if stated in ("appointed", "removed"):
            arguments += self._day(sentence.start, title.start)
        self._frames.append(
            Frame(
                predicate="任",
                start=title.start,
                end=title.end,
                arguments=tuple(arguments),
                sentence=sentence,
                planned=bool(_PLANNED.search(self._text, max(0, title.start - 6), title.start)),
                status=stated or "current",
                confidence=round(chain.confidence, 2),
                rule=f"office/{chain.rule}",
            )
        )

    def _day(self, start: int, end: int) -> list[Argument]:
        """The last day or month before an appointment in its sentence: when it was made."""
        found = [when for when in DateReader(self._issue).read(self._text[start:end], start) if len(when.iso) > 4]
        return [Argument(role="TMP", start=when.start, end=when.end, name=when.iso) for when in found[-1:]]

    def _mention(self, start: int, end: int, kind: EntityType, name: str, chain: Chain) -> None:
        self._mentions[start, end, kind] = Mention(
            start=start,
            end=end,
            type=kind,
            text=self._text[start:end],
            name=name,
            confidence=round(chain.confidence, 2),
            rule=f"office/{chain.rule}",
        )
