"""The names of persons as the offices' grammar read them, without what only looked like a name or ran into one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from kg.grammar.clauses import choices, load_table
from kg.grammar.places import is_province
from kg.model import Mention

_NO_PERSON = re.compile(choices("no_person"))
_NAME_GOES_ON = re.compile(f"{choices('name_goes_on')}|{choices('named_after')}")
_CALLED_AFTER = re.compile(choices("called_after") + "”")
_WHEN_BEHIND = re.compile(f"(?:{choices('when_behind_name')})$")


def names_of_people(mentions: Sequence[Mention], text: str, home: str = "") -> Iterator[Mention]:
    """The mentions of offices and persons, without what only looked like a name.

    ``home`` is the place of the paper, whose first character stands for it (来衡考察).
    """
    people = {m.start for m in mentions if m.type == "Person"}
    offices = {m.start: m.end for m in mentions if m.type == "Position"}
    for mention in mentions:
        if mention.type != "Person" or _is_person(mention, text, home):
            yield _trimmed(mention, text, offices, people)


def comes_here(name: str, home: str) -> bool:
    """Whether what looks like a name says that somebody comes to a place that one character stands for (来衡, 来陕)."""
    places = load_table("slots.yaml")["provinces"]
    return len(name) == 2 and name[0] == "来" and (name[1] in places or name[1] == home[:1])


def _is_person(mention: Mention, text: str, home: str) -> bool:
    """Whether what was taken for a name is none that goes on as the name of a place or body (某某镇, 某某集团)."""
    if is_province(mention.text) or comes_here(mention.text, home):
        return False
    if text[mention.start - 1 : mention.start] == "“" and _CALLED_AFTER.match(text, mention.end):
        return False  # “某某班”
    return not _NO_PERSON.fullmatch(mention.text) and not _NAME_GOES_ON.match(text, mention.end)


def _trimmed(mention: Mention, text: str, offices: Mapping[int, int], people: AbstractSet[int]) -> Mention:
    """A name without the words run into it: 代 of 代表, a word of time, 和 before the office of the next person."""
    if mention.type != "Person" or len(mention.text) < 3:
        return mention
    when = _WHEN_BEHIND.search(mention.text, 2)
    delegate = mention.text.endswith("代") and text.startswith("表", mention.end)
    joined = mention.text.endswith("和") and offices.get(mention.end) in people
    cut = len(mention.text) - when.start() if when else int(joined or delegate)
    if not cut:
        return mention
    tail = mention.text[-cut:]
    return replace(mention, end=mention.end - cut, text=mention.text[:-cut], name=mention.name.removesuffix(tail))
