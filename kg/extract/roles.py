"""Who or what fills the roles of a frame: mentions inside the arguments, and what anaphors stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.extract.cast import Cast, Key
from kg.extract.gatherings import Gatherings
from kg.extract.parties import Held, Parties, same_body
from kg.grammar.digests import item_at, item_starts
from kg.grammar.events import words
from kg.grammar.places import find_country
from kg.model import Argument, Article, Frame, Role

_PARTIES = re.compile(r"[两三][国地校市省州县区镇乡村院行企家局部厅委办处所站社馆会]|[双三四五六各]方|各自|宾主")
_GOVERNMENTS = re.compile("(?:两国|本国|各自国家?|各自的|双方)政府")
_YOU = re.compile(
    r"\s*(?:[你您]|(?:总理|总统|首相|主席|议长|部长|总书记|委员长|外长)(?:先生|女士|阁下|同志|殿下|陛下)|国王陛下|女王陛下|(?:王储|亲王|埃米尔)殿下)"
)
_LEADERS = re.compile(
    r"两国(?:元首|总理|领导人|首脑|总统|主席|议长)|双方(?:领导人|元首)|我们|两位(?:领导人|元首|议长|总理|总统|主席|首脑|部长|外长|市长|省长|州长|校长|院长)|中[^，。]{1,3}(?:元首|总理|领导人)"
)


class Roles:
    """Looks up the roles of the frames of one article, in the order of the text."""

    def __init__(self, article: Article, cast: Cast, gatherings: Gatherings, frames: Sequence[Frame]) -> None:
        self._text = article.full
        self._cast = cast
        self._gatherings = gatherings
        self._parties = Parties(cast, self._offices(frames))
        self._holders = {p for f in frames if f.predicate == "任" for p in self._persons(f, "A0")}
        self._items = item_starts(article)
        self._item = -1  # the item of a round-up in which a frame is told
        self._pair: list[Key] = []
        self._papers: frozenset[Key] = frozenset()  # what the last parties signed
        self._told_at = -1  # the verb that told of them
        self._apart = False  # whether the others of them have no deal with each other

    def begin(self, frame: Frame) -> None:
        """Read a frame; in a new item of a round-up nobody is 双方 yet."""
        item = item_at(self._items, frame.start)
        if item != self._item:
            self._item, self._pair, self._papers, self._told_at, self._apart = item, [], frozenset(), -1, False

    def type_of(self, key: Key) -> str:
        """Entity type of what fills a role."""
        return self._cast.type_of(key)

    def body_of(self, person: Key) -> Key | None:
        """The body that a person holds office in."""
        return self._parties.body_of(person)

    def holds_office(self, person: Key) -> bool:
        """Whether any office of a person is told."""
        return person in self._holders

    def fill(self, frame: Frame, role: Role, types: Iterable[str]) -> list[Key]:
        """What fills a role, of these types, each once; an event left out is the one that the text is about."""
        wanted = frozenset(types)
        arguments = [a for a in frame.arguments if a.role == role]
        if not arguments and role == "AT" and "Event" in wanted:
            return self._current(frame)
        if not arguments and role == "FOR":
            return self._signed_for(frame, wanted)
        found: list[Key] = []
        for argument in arguments:
            found += self._argument(frame, argument, wanted)
        if role == "FOR" and len(found) < 2:
            found = self._with_partner(frame, found, wanted) if found else self._signed_for(frame, wanted)
        return list(dict.fromkeys(found))

    def _with_partner(self, frame: Frame, found: list[Key], wanted: frozenset[str]) -> list[Key]:
        """The body that one person signs for, and the other party (某某代表市政府与某公司总经理某某签署)."""
        others = [k for a in frame.arguments if a.role == "WITH" for k in self._argument(frame, a, wanted | {"Person"})]
        ours = self._persons(frame, "A0")
        if not others and len(ours) == 2:  # 甲县县长、乙校校长代表县政府和学校签署
            others = [k for k in ours if (body := self.body_of(k)) and not same_body(body, found[0])]
            others = others if len(others) == 1 else []
        return [*found, *(k for k in self._parties.of(others) if self._cast.type_of(k) in wanted - {"Person"})]

    def sides(self, frame: Frame) -> tuple[frozenset[Key], ...]:
        """The bodies of those who act and of those with whom they do, where the persons of both sides are named."""
        sides = [frozenset(self._parties.of(self._persons(frame, role))) for role in ("A0", "WITH")]
        return tuple(sides) if all(sides) else ()

    def remember(self, frame: Frame, ones: Sequence[Key], others: Sequence[Key]) -> None:
        """Note the parties of a frame, and what they signed: what 双方 and 两国 mean after it."""
        parties = [*ones, *others]
        if len(parties) > 1:
            papers = frozenset(self.fill(frame, "A1", ("Document",)))
            self._papers = papers | self._papers if frame.start == self._told_at else papers
            self._told_at, self._apart = frame.start, len(others) > 1
            aside = frame.rule.startswith("speech/") and frame.predicate != "签署"  # who has met whom before
            if not self._stand_for(parties) and not (aside and self._pair):
                self._pair = parties

    def _stand_for(self, parties: Sequence[Key]) -> bool:
        """Whether the two persons told of last act for these states, so that 两国元首 still means them."""
        leaders = len(self._pair) == 2 and all(self._cast.type_of(key) == "Person" for key in self._pair)
        return leaders and set(parties) == set(self._parties.of(self._pair))

    def pair(self, actors: Sequence[Key]) -> None:
        """Note two persons of two countries that do something together (共同主持): 两国总理 means them from there."""
        if len(actors) != 2 or any(self._cast.type_of(key) != "Person" for key in actors):
            return
        states = self._parties.of(actors)
        if len(states) == 2 and all(self._cast.type_of(key) == "Place" and find_country(key[1]) for key in states):
            self._pair = list(actors)

    def visit(self, visitors: Sequence[Key], places: Sequence[Key]) -> None:
        """Note the state of a visitor and the one visited: 两国 means them from there."""
        ends = [*self._parties.of(visitors[:1]), *places]
        states = [k for k in ends if self._cast.type_of(k) == "Place" and find_country(k[1])]
        met = any(self._cast.type_of(key) == "Person" for key in self._pair)
        known = met and not set(states).isdisjoint(self._parties.of(self._pair))
        if len(set(states)) == 2 and not known:
            self._pair = states

    def _argument(self, frame: Frame, argument: Argument, wanted: frozenset[str]) -> list[Key]:
        if argument.name:
            key = self._cast.implied(argument)
            return [key] if self._cast.type_of(key) in wanted else []
        written = self._text[argument.start : argument.end]
        mentions = self._cast.inside(argument.start, argument.end)
        found: list[Key] = []
        for mention in mentions:
            if mention.type in wanted and (mention.type != "Event" or self._gatherings.name_of(mention)):
                found.append(self._cast.key(mention))
        if found:
            return found
        if (
            "Event" in wanted
            and argument.role in ("AT", "TO")
            and (not written or (not mentions and words().bare.search(written)))
        ):
            return self._current(frame)
        return self._anaphor(frame, argument, written, wanted)

    def _current(self, frame: Frame) -> list[Key]:
        name = self._gatherings.current(frame.start, planned=frame.planned)
        return [self._cast.implied(Argument(role="AT", start=0, end=0, name=name, type="Event"))] if name else []

    def _anaphor(self, frame: Frame, argument: Argument, written: str, wanted: frozenset[str]) -> list[Key]:
        if written.startswith("三") and len(self._pair) < 3:
            return []
        if argument.role == "FOR" and (_GOVERNMENTS.search(written) or _PARTIES.search(written)):
            return self._for_whom(frame, written, wanted)
        if _YOU.match(written):
            return [k for k in self._pair[-1:] if self._cast.type_of(k) in wanted]
        if _LEADERS.search(written):
            return [k for k in self._parties.leaders(self._pair, written) if self._cast.type_of(k) in wanted]
        if _PARTIES.search(written):
            return [k for k in self._parties.of(self._pair) if self._cast.type_of(k) in wanted]
        return []

    def _signed_for(self, frame: Frame, wanted: frozenset[str]) -> list[Key]:
        """The bodies of the persons that sign, when they are of different ones."""
        persons = [k for role in ("A0", "WITH") for k in self._persons(frame, role)]
        if len(persons) < 2:
            return []
        papers = frozenset(self.fill(frame, "A1", ("Document",)))
        bodies = list(dict.fromkeys(self._parties.of(persons)))
        known = [k for k in self._pair if self._cast.type_of(k) in wanted - {"Person"}]
        if papers and papers <= self._papers and known and not frame.rule.endswith("signed-pair"):
            return [*known[:1], *known[1:][-1:]]  # stated already, of the first party and the last
        fits = [b for b in bodies if self._cast.type_of(b) in wanted and b not in persons]
        if len(fits) == len(known) and all(any(same_body(k, fit) for fit in fits) for k in known):
            return known
        return fits if len(fits) > 1 else []

    def _for_whom(self, frame: Frame, written: str, wanted: frozenset[str]) -> list[Key]:
        """Whom two persons sign for who do so 代表双方, 代表两国政府."""
        persons = [k for role in ("A0", "WITH") for k in self._persons(frame, role)]
        if _GOVERNMENTS.search(written):
            return self._parties.states(persons)
        bodies = list(dict.fromkeys(self._parties.of(persons)))
        if len(bodies) == 2 and all(self._parties.is_sort(body, written) for body in bodies):
            return bodies
        named = [k for k in self._pair if self._cast.type_of(k) != "Person"]
        if self._apart:
            named = named[:1] + named[-1:]  # the deals with the others have been told
        return named if len(named) > 1 else self._signed_for(frame, wanted)

    def _persons(self, frame: Frame, role: str) -> list[Key]:
        found: list[Key] = []
        for argument in frame.arguments:
            if argument.role == role:
                found += self._argument(frame, argument, frozenset({"Person"}))
        return found

    def _offices(self, frames: Sequence[Frame]) -> Iterator[Held]:
        """Who holds which office of which body."""
        for frame in frames:
            bodies = [a for a in frame.arguments if a.role == "IN" and a.name]
            persons = self._persons(frame, "A0") if frame.predicate == "任" and bodies else []
            if persons:
                body = self._cast.implied(bodies[0])
                title = next((a.name for a in frame.arguments if a.role == "A1" and frame.status == "current"), "")
                yield from (Held(person, title, body) for person in persons)
