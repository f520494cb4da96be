"""Lists of office holders: an office at the head of a line, and nothing but names behind it or on the next line.

六、某某委员会主任、副主任、委员
主　任：王某某
副主任　李某某　张某（女）
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from kg.grammar.chains import Chain
from kg.grammar.lexicon import DOTS, HAN, kind_of_rank, word_list
from kg.grammar.personnames import read_name
from kg.grammar.titles import Head, named_at
from kg.grammar.transliterated import foreign_score
from kg.grammar.variants import has_surname
from kg.model import Span

_SPACED = re.compile(
    rf"(?<=\n)(?P<before>副?)[ 　]*(?P<first>[{HAN}])[ 　]{{1,4}}(?P<second>[{HAN}])(?=[ 　]*[：:]|[ 　])"
)
_NOTE = r"[（(][^（）()\n]{1,40}[)）]"
_TO_NAMES = re.compile(rf"(?:名单)?(?:{_NOTE})?[：:]?[ 　]*(?:\n(?:{_NOTE}\n)*)?[ 　]*")
_INITIAL = rf"[{HAN}](?:[ 　]{{1,2}}(?=[{HAN}](?:[ 　（(\n]|$))|(?=[{HAN}]))"  # 李 of 李小明, or of 李　明
_ITEM = re.compile(rf"(?P<name>{_INITIAL}[{HAN}{DOTS}]{{1,12}})(?:{_NOTE})?(?P<sep>[ 　、]*)")
_NUMBER = re.compile(r"(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．][ 　]*)?")
_WITHIN = 400  # characters within which a bare office leans on the heading before it


def spaced_heads(text: str) -> Iterator[Head]:
    """Ranks of two characters set with a space between (主　任) at the head of a line."""
    for match in _SPACED.finditer(text):
        rank = match["first"] + match["second"]
        if rank in kind_of_rank():
            yield Head(match.start("before"), match.end(), rank, "current")


class Rosters:
    """Finds the holders of offices that head a list of names."""

    def __init__(self, text: str, known: Container[str]) -> None:
        self._text = text
        self._known = known
        self._last = -_WITHIN  # where the last list or heading ended

    def complete(self, chain: Chain) -> Chain | None:
        """The last office of ``chain`` with the persons of the list that it heads; None when it heads none."""
        listed = self.holders(chain)
        if not listed:
            return None
        return chain._replace(titles=chain.titles[-1:], holders=listed, rule="roster", confidence=0.9, others=())

    def holders(self, chain: Chain) -> tuple[Span, ...]:
        """The persons of the list that the last office of ``chain`` heads; none when there is no such list."""
        line = self._text.rfind("\n", 0, chain.start) + 1
        start = _NUMBER.match(self._text, line)
        if not line or (start and start.end()) != chain.start:
            return ()
        bare = chain.titles[0].start == chain.titles[0].body_end
        if bare and chain.start - self._last > _WITHIN:
            return ()
        gap = _TO_NAMES.match(self._text, chain.end)
        names = self._names(gap.end()) if gap and gap.end() > chain.end else ()
        if names or self._text[chain.end : chain.end + 1] == "\n":
            self._last = names[-1].end if names else chain.end
        return names

    def _names(self, at: int) -> tuple[Span, ...]:
        """The names that fill the line from ``at`` on."""
        end = self._text.find("\n", at)
        end = len(self._text) if end < 0 else end
        found: list[Span] = []
        while at < end and (item := _ITEM.match(self._text, at, end)):
            if not self._is_name(item["name"], item.start()) or (item.end() < end and not item["sep"]):
                return ()
            found.append(Span(*item.span("name")))
            at = item.end()
        return tuple(found) if at >= end else ()

    def _is_name(self, written: str, at: int) -> bool:
        name = re.sub("[ 　]", "", written)
        if name in self._known:
            return True
        if named_at(self._text, at) > at or name in word_list("no_person"):
            return False
        reading = read_name(name, 0)
        return bool(reading and reading.end == len(name)) or (
            has_surname(name) if len(name) in (2, 3) else foreign_score(name) > 0
        )
