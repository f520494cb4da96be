"""Offices that a headline gives without a name, and both sides of a meeting (两国总理)."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from kg.grammar.chains import Chain
from kg.grammar.lexicon import alternation, public_persons
from kg.grammar.personnames import name_before, read_name
from kg.grammar.places import countries, country_pattern
from kg.grammar.titles import Title, is_rank_at
from kg.model import Span

_BOTH = re.compile("两国(?P<rank>总理|外长|防长|议长)")
_SENDER = re.compile("(?:主席|总统)(?=特别代表|特使|私人代表)")
_SAME = {"总理": "首相"}  # 两国总理 of a country that has a 首相


class Principals:
    """The two sides of a meeting of states, as far as the article lets one tell them."""

    def __init__(self, text: str, known: Container[str]) -> None:
        self._text = text
        self._known = known
        self._body = text.find("\n") + 1

    def complete(self, chain: Chain, chains: Iterable[Chain]) -> Chain:
        """``chain`` with its holder when it is a foreign office in the headline whose holder the text names alone."""
        if chain.holders or chain.end >= self._body or chain.titles[0].kind != "state":
            return chain
        if not country_pattern().search(self._text, chain.start, chain.end):
            return chain
        held = {self._text[s.start : s.end] for other in chains for s in other.holders}
        guest = self._guest(held) or self._officer(chain, chains)
        return chain._replace(holders=(guest,), rule="headline", confidence=0.85) if guest else chain

    def both_sides(self, chains: Sequence[Chain]) -> list[tuple[Span, Span, str]]:
        """For 两国总理: the Chinese side, who holds no office in the text, with where the words stand and the rank."""
        found = []
        for match in _BOTH.finditer(self._text):
            rank = match["rank"]
            guests = [
                c
                for c in chains
                if c.holders
                and c.titles[-1].rank in (rank, _SAME.get(rank))
                and c.titles[-1].start < c.titles[-1].body_end
            ]
            host = next((m for m in re.finditer(alternation(public_persons()[0]), self._text[: self._body])), None)
            held = any(self._text[s.start : s.end] == host[0] for c in chains for s in c.holders) if host else True
            if host and guests and not held:
                found.append((Span(host.start(), host.end()), Span(match.start("rank"), match.end("rank")), rank))
        return found[:1]

    def senders(self) -> list[Chain]:
        """The heads of state whose envoys are told of by name and office (某某主席特别代表)."""
        found = []
        for match in _SENDER.finditer(self._text):
            reading = name_before(self._text, match.start(), max(0, match.start() - 8), self._known)
            if reading and reading.kind == "known":
                title = Title(match.start(), match.start(), match.end(), "body", match[0], "current")
                found.append(Chain((title,), (Span(reading.end, match.start()),), "name-before", 0.9))
        return found

    def _officer(self, chain: Chain, chains: Iterable[Chain]) -> Span | None:
        """The one person abroad whom the text calls by the bare rank of an office (某某总统 for 某国总统)."""
        title = chain.titles[0]
        if len(chain.titles) != 1 or self._text[title.body_end : title.end] != title.rank:
            return None  # 副总统 is not who is called 总统
        chinese, _ = public_persons()
        called: dict[str, Span] = {}
        for other in chains:
            bare = other.titles[0].start == other.titles[0].body_end and other.titles[0].rank == title.rank
            for holder in other.holders if bare else ():
                called.setdefault(self._text[holder.start : holder.end], holder)
        abroad = [span for name, span in called.items() if name not in chinese]
        return abroad[0] if len(abroad) == 1 else None

    def _guest(self, held: Container[str]) -> Span | None:
        """The first person of another country whom the text meets without an office."""
        for word in ("同", "会见", "会见了", "与", "和"):
            at = self._text.find(word, self._body)
            while at >= 0:
                start = at + len(word)
                reading = read_name(self._text, start, self._known)
                if (
                    reading
                    and not is_rank_at(self._text, start)
                    and self._is_guest(self._text[start : reading.end], reading.kind)
                ):
                    name = self._text[start : reading.end]
                    return Span(start, reading.end) if name not in held else None
                at = self._text.find(word, start)
        return None

    def _is_guest(self, name: str, kind: str) -> bool:
        chinese, others = public_persons()
        if any(country.startswith(name) for country in countries()):
            return False
        return name in others or (
            kind != "chinese" and name not in chinese and not country_pattern().match(name) and name != "阿拉伯"
        )
