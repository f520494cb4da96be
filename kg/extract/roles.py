"""Who or what fills the roles of a frame: mentions inside the arguments, and what anaphors stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.extract.cast import Cast, Key
from kg.extract.gatherings import Gatherings
from kg.grammar.events import words
from kg.grammar.lexicon import alternation, word_list
from kg.grammar.places import country_pattern, find_country
from kg.model import Argument, Article, Frame, Role

_PARTIES = re.compile(r"[两三][国地校市省州县区镇乡村院行企家局部厅委办处所站社馆会]|[双三四五六各]方|各自|宾主")
_SORT = re.compile("两([^国地方])")
# what the names of bodies end with that 两校, 两企 and 两行 mean
_SORTS = {"校": ("大学", "学院", "学校", "中学", "小学"), "企": ("公司", "集团", "厂"), "行": ("银行", "分行", "支行")}
_DEPARTMENT = re.compile(f"(?<=..)(?<![和与及])(?:{alternation(word_list('departments_of_firms'))})$")
_GOVERNMENTS = re.compile("(?:两国|本国|各自国家?|各自的|双方)政府")
_CHINA = frozenset({"中国", "中华人民共和国"})
_CENTRAL = frozenset(
    {"国务院", "中共中央", "中央军委", "中共中央政治局", "全国人民代表大会常务委员会", "中国人民政治协商会议全国委员会"}
)
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
        self._bodies = self._bodies_of_persons(frames)
        self._pair: list[Key] = []
        self._papers: frozenset[Key] = frozenset()  # what the last parties signed
        self._told_at = -1  # the verb that told of them
        self._apart = False  # whether the others of them have no deal with each other

    def type_of(self, key: Key) -> str:
        """Entity type of what fills a role."""
        return self._cast.type_of(key)

    def body_of(self, person: Key) -> Key | None:
        """The body that a person holds office in."""
        return self._bodies.get(person)

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
        return [*found, *(k for k in self._as_parties(others) if self._cast.type_of(k) in wanted - {"Person"})]

    def sides(self, frame: Frame) -> tuple[frozenset[Key], ...]:
        """The bodies of those who act and of those with whom they do, where the persons of both sides are named."""
        sides = [frozenset(self._as_parties(self._persons(frame, role))) for role in ("A0", "WITH")]
        return tuple(sides) if all(sides) else ()

    def remember(self, frame: Frame, ones: Sequence[Key], others: Sequence[Key]) -> None:
        """Note the parties of a frame, and what they signed: what 双方 and 两国 mean after it."""
        parties = [*ones, *others]
        if len(parties) > 1:
            papers = frozenset(self.fill(frame, "A1", ("Document",)))
            self._papers = papers | self._papers if frame.start == self._told_at else papers
            self._pair, self._told_at, self._apart = parties, frame.start, len(others) > 1

    def pair(self, actors: Sequence[Key]) -> None:
        """Note two persons of two countries that do something together (共同主持): 两国总理 means them from there."""
        if len(actors) != 2 or any(self._cast.type_of(key) != "Person" for key in actors):
            return
        states = self._as_parties(actors)
        if len(states) == 2 and all(self._cast.type_of(key) == "Place" and find_country(key[1]) for key in states):
            self._pair = list(actors)

    def visit(self, visitors: Sequence[Key], places: Sequence[Key]) -> None:
        """Note the state of a visitor and the one visited: 两国 means them from there."""
        ends = [*self._as_parties(visitors[:1]), *places]
        states = [k for k in ends if self._cast.type_of(k) == "Place" and find_country(k[1])]
        met = any(self._cast.type_of(key) == "Person" for key in self._pair)
        known = met and not set(states).isdisjoint(self._as_parties(self._pair))
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
            return [k for k in self._pair if self._cast.type_of(k) in wanted]
        if _PARTIES.search(written):
            return [k for k in self._as_parties(self._pair) if self._cast.type_of(k) in wanted]
        return []

    def _signed_for(self, frame: Frame, wanted: frozenset[str]) -> list[Key]:
        """The bodies of the persons that sign, when they are of different ones."""
        persons = [k for role in ("A0", "WITH") for k in self._persons(frame, role)]
        if len(persons) < 2:
            return []
        papers = frozenset(self.fill(frame, "A1", ("Document",)))
        bodies = list(dict.fromkeys(self._as_parties(persons)))
        known = [k for k in self._pair if self._cast.type_of(k) in wanted - {"Person"}]
        if papers and papers <= self._papers and known and not frame.rule.endswith("signed-pair"):
            return [*known[:1], *known[1:][-1:]]  # stated already, of the first party and the last
        fits = [b for b in bodies if self._cast.type_of(b) in wanted and b not in persons]
        return fits if len(fits) > 1 else []

    def _for_whom(self, frame: Frame, written: str, wanted: frozenset[str]) -> list[Key]:
        """Whom two persons sign for who do so 代表双方, 代表两国政府."""
        persons = [k for role in ("A0", "WITH") for k in self._persons(frame, role)]
        if _GOVERNMENTS.search(written):
            return self._states_of(persons)
        bodies = list(dict.fromkeys(self._as_parties(persons)))
        if len(bodies) == 2 and all(self._is_sort(body, written) for body in bodies):
            return bodies
        named = [k for k in self._pair if self._cast.type_of(k) != "Person"]
        if self._apart:
            named = named[:1] + named[-1:]  # the deals with the others have been told
        return named if len(named) > 1 else self._signed_for(frame, wanted)

    def _is_sort(self, body: Key, written: str) -> bool:
        """Whether a body is of the sort of which 两院 or 两校 says that there are two."""
        found = _SORT.search(written)
        return found is not None and self._cast.name_of(body).endswith(_SORTS.get(found[1], (found[1],)))

    def _states_of(self, persons: Sequence[Key]) -> list[Key]:
        """The states that two persons sign for on behalf of both governments; China where a body names no state."""
        found: list[Key] = []
        for body in (self._bodies[p] for p in persons if p in self._bodies):
            state = country_pattern().match(self._cast.name_of(body))
            found.append(self._cast.country(state[0]) if state else self._cast.china())
        return list(dict.fromkeys(found)) if len(set(found)) > 1 else []

    def _persons(self, frame: Frame, role: str) -> list[Key]:
        found: list[Key] = []
        for argument in frame.arguments:
            if argument.role == role:
                found += self._argument(frame, argument, frozenset({"Person"}))
        return found

    def _as_parties(self, keys: Sequence[Key]) -> list[Key]:
        """Bodies as they are, persons as the body that they hold office in."""
        found = self._states([self._owner(self._bodies.get(key, key)) for key in keys])
        abroad = [k for k in found if self._cast.type_of(k) == "Place" and find_country(k[1]) and k[1] not in _CHINA]
        if abroad:
            found = [self._cast.china() if self._acts_for_china(key) else key for key in found]
        return list(dict.fromkeys(found))

    def _owner(self, body: Key) -> Key:
        """The company whose department a body is (某某公司人力资源部), which its head signs for; else the body."""
        name = self._cast.name_of(body)
        cut = _DEPARTMENT.search(name) if self._cast.type_of(body) == "Organization" else None
        return self._cast.called(name[: cut.start()]) if cut and not country_pattern().match(name) else body

    def _states(self, keys: Sequence[Key]) -> list[Key]:
        """Ministries of different states stand for their states; anything else is what it is."""
        owners = [_state_of(self._cast.name_of(key)) for key in keys]
        if all(owners) and len(set(owners)) > 1:
            return [self._cast.country(owner) for owner in owners]
        return list(keys)

    def _acts_for_china(self, key: Key) -> bool:
        """Whether, with a foreign country as the other party, this one stands for China."""
        kind = self._cast.type_of(key)
        return kind == "Person" or (kind == "Organization" and _is_central(key[1]))

    def _bodies_of_persons(self, frames: Sequence[Frame]) -> dict[Key, Key]:
        """For each person the body of the office; a country or company before a party's body."""
        table: dict[Key, Key] = {}
        for frame in frames:
            persons = [a for a in frame.arguments if a.role == "A0"]
            bodies = [a for a in frame.arguments if a.role == "IN" and a.name]
            if frame.predicate != "任" or not persons or not bodies:
                continue
            body = self._cast.implied(bodies[0])
            for argument in persons:
                for person in self._argument(frame, argument, frozenset({"Person"})):
                    if person not in table or (_is_party(table[person]) and not _is_party(body)):
                        table[person] = body
        return table


def _state_of(name: str) -> str:
    """The country whose ministry or government a body is by its name (莫桑比克外交部); empty for any other body."""
    country = country_pattern().match(name)
    return country[0] if country and re.fullmatch(r".{1,12}(?:部|政府)", name[country.end() :]) else ""


def _is_central(name: str) -> bool:
    """Whether a body acts for China: the organs of the state and ministries without a place in their name."""
    return name in _CENTRAL or bool(re.fullmatch(r"[^省市县区州旗]{2,8}部", name))


def _is_party(key: Key) -> bool:
    named = key[1].startswith(("中共", "共青团")) or key[1] in ("中央军委", "国务院")
    return named or key[1].endswith(("党", "党中央", "共中央", "党中央委员会"))
