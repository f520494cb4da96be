"""What tells, from one article alone, whom or what an appearance is: the keys that it may share with others.

Two appearances are one entity when they have the same block (type and name) and share a key, directly or through
others. A person's keys are offices and the bodies and places these are in, never the name. An organization or a place
is told by its canonical name, unless any town has one of that name; an event by name and day; a document by name, or
by name, issuer and month; an office by name, or by name and body.
"""

from __future__ import annotations

import datetime
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.model import Article, EntityType
from kg.resolve.rules import load_rules

BY_NAME = "="  # the key of what its name alone tells
LONGEST_EVENT = 31  # days
LONGEST_NAME = 200  # characters
_DROPPED = str.maketrans("", "", "《》〈〉“”‘’\"' \t\n\u3000")
_ORDINAL = re.compile(r"第[0-9一二三四五六七八九十百零〇]+(届|次|期|轮|季)|[0-9]{4}年?(度)?")


class Named(NamedTuple):
    """Type and canonical name of an appearance."""

    type: EntityType
    name: str


class Said(NamedTuple):
    """Subject, relation and object of a statement; ids of appearances, or a date."""

    subject: str
    predicate: str
    object: str


class Identity(NamedTuple):
    """What tells who an appearance is."""

    block: str
    keys: tuple[str, ...]
    scope: str


class _Reading:
    """One article's appearances and what is said of each."""

    def __init__(self, article: Article, named: Mapping[str, Named], said: Sequence[Said]) -> None:
        self.article = article
        self.named = named
        self.place = normal(article.place)
        self._said = said

    def objects(self, subject: str, *predicates: str) -> list[str]:
        return [s.object for s in self._said if s.subject == subject and s.predicate in predicates]

    def subjects(self, object: str, *predicates: str) -> list[str]:
        return [s.subject for s in self._said if s.object == object and s.predicate in predicates]

    def whole(self, id: str) -> str:
        """The name of a body or place with what it needs to be told apart, empty when the article does not say."""
        kind, name = self.named[id]
        bare = is_bare_office(name) if kind == "Organization" else normal(name) in load_rules().venues
        return normal(name) if not bare else f"{self.place}{normal(name)}" if self.place else ""


def identify(article: Article, named: Mapping[str, Named], said: Sequence[Said]) -> dict[str, Identity]:
    """Block, keys and scope of each appearance of one article.

    Args:
        article: for its date, place and paper.
        named: the appearances by id.
        said: the article's statements, without those that somebody rejected.
    """
    reading = _Reading(article, named, said)
    result = {}
    for id, (kind, name) in named.items():
        keys = tuple(sorted(set(_KEYS[kind](reading, id))))
        result[id] = Identity(_block(kind, name), keys, _scope(article))
    return result


@lru_cache(maxsize=20_000)
def normal(name: str) -> str:
    """A name without what writers vary: width, letter case, blanks, quotation marks."""
    return unicodedata.normalize("NFKC", name).casefold().translate(_DROPPED)


@lru_cache(maxsize=20_000)
def is_bare_office(name: str) -> bool:
    """Whether an office or an organ's name does not say whose it is: 副市长, 市政府."""
    return load_rules().bare_office.fullmatch(normal(name)) is not None


def office(name: str) -> str:
    """An office without what tells only when it was held: 前市长 → 市长."""
    return load_rules().prefix.sub("", normal(name), count=1) or normal(name)


def is_common(name: str) -> bool:
    """Whether so many hold such an office that it does not tell namesakes apart: 代表, 教授."""
    return normal(name).endswith(load_rules().common_offices) and not normal(name).endswith("发言人")


def _block(kind: EntityType, name: str) -> str:
    """Type and name; a name too long for an index by its hash."""
    short = normal(name)
    if len(short) > LONGEST_NAME:
        short = hashlib.sha256(short.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}:{short}"


def _scope(article: Article) -> str:
    """Paper's place and month: within it, one without keys may be the only namesake that has some."""
    where = normal(article.place) or normal(article.paper)
    return f"{where}|{article.date[:7]}" if where and article.date else ""


def _person(reading: _Reading, id: str) -> Iterable[str]:
    for position in reading.objects(id, "HOLDS_POSITION"):
        name = office(reading.named[position].name)
        if is_common(name):
            yield f"own:{id}"  # says something of the person, but nothing that tells namesakes apart
            continue
        homes = [reading.whole(home) for home in reading.objects(position, "POSITION_IN")]
        yield from (f"in:{home}" for home in homes if home and home not in load_rules().wide_places)
        yield from _office_keys(name, homes or [reading.place])


def _office_keys(name: str, homes: Iterable[str]) -> Iterable[str]:
    if not is_bare_office(name):
        yield f"office:{name}"
        return
    yield from (f"office:{home}{name}" for home in homes if home)


def _position(reading: _Reading, id: str) -> Iterable[str]:
    name = reading.named[id].name
    if not is_bare_office(name) or normal(name) in load_rules().common_offices:
        return [BY_NAME]
    homes = [reading.whole(home) for home in reading.objects(id, "POSITION_IN")]
    return [f"@{home}" for home in homes or [reading.place] if home]


def _body(reading: _Reading, id: str) -> Iterable[str]:
    name, whole = normal(reading.named[id].name), reading.whole(id)
    if name == whole:
        return [BY_NAME]
    return [f"@{reading.place}"] if whole else []


def _event(reading: _Reading, id: str) -> Iterable[str]:
    name = normal(reading.named[id].name)
    days = [day for date in reading.objects(id, "HELD_ON") for day in days_of(date)]
    rest = _ORDINAL.sub("", name)
    if rest and rest not in load_rules().events:
        numbered = [f"no:{reading.article.date[:4]}"] if rest != name else []
        return [*numbered, *(f"on:{day}" for day in days)]
    who = reading.subjects(id, "ORGANIZED", "CHAIRED") + reading.objects(id, "HELD_AT")
    where = {reading.whole(one) for one in who if reading.named[one].type != "Person"} | {reading.place}
    return [f"on:{day}@{one}" for day in days for one in where if one]


def _document(reading: _Reading, id: str) -> Iterable[str]:
    name = normal(reading.named[id].name)
    if len(name) >= 8 and name not in load_rules().documents:
        return [BY_NAME]
    issuers = reading.subjects(id, "ISSUED", "ADOPTED", "SIGNED")
    month = reading.article.date[:7]
    return [f"by:{normal(reading.named[one].name)}|{month}" for one in issuers if month]


_KEYS = {
    "Person": _person,
    "Organization": _body,
    "Place": _body,
    "Event": _event,
    "Document": _document,
    "Position": _position,
}


def days_of(date: str) -> list[str]:
    """The days of an ISO date or range; a bare month or year, and a range past a month, give what is written."""
    start, _, end = date.partition("/")
    try:
        first, last = datetime.date.fromisoformat(start), datetime.date.fromisoformat(end or start)
    except ValueError:
        return [part for part in (start, end) if part]
    if not 0 <= (last - first).days <= LONGEST_EVENT:
        return [start, end]
    return [(first + datetime.timedelta(days=n)).isoformat() for n in range((last - first).days + 1)]
