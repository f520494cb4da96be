"""Bare offices that go to the two parties of a deal in order: 甲院与乙院签订协议，院长某某、副院长某某代表双方签字."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.grammar.bodynames import headed
from kg.grammar.chains import Chain
from kg.grammar.context import Context
from kg.grammar.lexicon import HAN, alternation, word_list
from kg.grammar.names import canonical_organization, canonical_place, expand_relative
from kg.grammar.office import Body, Office
from kg.grammar.titles import body_start

_DEAL = re.compile("签(?:订|署|下|约)|缔结|结为|结成|结对|共建|达成|牵手|合作")
_ENDS = alternation((*word_list("organization_ends"), *word_list("deal_parties")))
_PARTY = re.compile(
    f"[{HAN}（）()]{{2,28}}?{_ENDS}(?=[与同和、及，（(0-9在就签缔结达牵昨今]|近日|日前|正式|共同|共建|合作|分别|$)"
)
_LINKED = re.compile("[、和与及]")
_FOR_BOTH = re.compile("[^，。；]{0,3}(?:代表|分别|双方|各自|签[字约订署名]|落笔|签下)")
_AREAS = tuple("县市区州旗镇乡村")
_FITS = frozenset({"fused", "area", "body"})


class Respective:
    """Finds, for each bare office of a sentence on a deal, the party that it is of."""

    def __init__(self, context: Context, chains: Sequence[Chain]) -> None:
        self._context = context
        self._text = context.text
        self._next = dict(zip((chain.start for chain in chains), chains[1:], strict=False))
        self._second: dict[int, str] = {}

    def office(self, chain: Chain) -> Office | None:
        """The office of ``chain`` in the party of its place in the order; nothing where no parties are told."""
        title = chain.titles[0]
        if not self._is_bare(chain):
            return None
        name = self._second.pop(chain.start, "")
        if not name:
            follower = self._next.get(chain.start)
            if not follower or not self._paired(chain, follower):
                return None
            parties = self._parties(chain.start)
            if len(parties) != 2:
                return None
            name = parties[0]
            if self._is_bare(follower):
                self._second[follower.start] = parties[1]
            elif parties[0].startswith(self._text[follower.titles[0].start : follower.titles[0].body_end]):
                name = parties[1]
        if title.kind == "fused" and not headed(name, title.rank):
            return None
        return self._held(chain, name)

    def _is_bare(self, chain: Chain) -> bool:
        """Whether one person holds one office that no body is written before."""
        title = chain.titles[0]
        one = len(chain.titles) == 1 and len(chain.holders) == 1 and not chain.others
        return one and title.start == title.body_end and title.kind in _FITS and chain.rule == "name-after"

    def _paired(self, chain: Chain, follower: Chain) -> bool:
        """Whether the holder of another office stands right behind, and both act for their sides."""
        if len(follower.holders) != 1 or follower.rule != "name-after":
            return False
        linked = _LINKED.fullmatch(self._text, chain.holders[0].end, follower.start)
        return bool(linked and _FOR_BOTH.match(self._text, follower.holders[0].end))

    def _parties(self, at: int) -> list[str]:
        """The bodies that the sentence names before what they agree on, each once, in order."""
        start = 1 + max(self._text.rfind(mark, 0, at) for mark in "。！？；\n")
        deal = _DEAL.search(self._text, start, at)
        if not deal:
            return []
        names = []
        for match in _PARTY.finditer(self._text, start, deal.start()):
            name = self._text[body_start(self._text, match.start(), match.end()) : match.end()]
            names.append(re.sub("^(?:.*(?:[0-9]日|日前|近日))?(?:[与、及和]|[还并]?同)?", "", name))
        return [name for name in dict.fromkeys(names) if len(name) > 2]

    def _held(self, chain: Chain, name: str) -> Office:
        title, rank = chain.titles[0], self._text[chain.titles[0].body_end : chain.titles[0].end]
        if title.kind == "area":
            name = re.sub("(?:人民)?政府$", "", name)
        shown = expand_relative(name, self._context, title.start)
        if name.endswith(_AREAS) and title.kind == "area":
            place = canonical_place(name, self._context)
            return Office(title, shown + rank, Body(place, "Place", title.start, title.start), shown)
        full = canonical_organization(name, self._context, title.start)
        return Office(title, shown + rank, Body(full, "Organization", title.start, title.start), shown)
