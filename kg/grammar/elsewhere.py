"""Bodies that stand elsewhere than before their office: behind it, before its verb, or pointed at by 该."""

from __future__ import annotations

import re

from kg.grammar.context import Context
from kg.grammar.lexicon import alternation, word_map
from kg.grammar.places import country_pattern
from kg.grammar.titles import Title
from kg.model import Span

# The body behind its head, who leads a delegation of it: 市长某某率领的某市代表团, 以市长某某为团长的某市友好代表团.
_LED = re.compile(
    r"[^，。；、]{2,16}(?:率领|为团长|带领|带队)的([^，。；、]{3,20}?)(?:干部|党政|政府|友好|经贸|文化|企业家|市长)?"
    r"(?:代表团|考察团|访华团|访问团|参访团)"
)
_HELD_IN = re.compile(r"在([^，。；、在]{2,20}?)(?:历?任|担任|出任|当|做)(?:过|了)?$")  # 他在某局任副局长


def led_delegation(text: str, at: int) -> Span | None:
    """The body whose delegation is led by who is named at ``at``, right behind the bare office."""
    led = _LED.match(text, at)
    return Span(*led.span(1)) if led else None


def led_area(text: str, title: Title) -> str:
    """The area whose delegation its head leads, where the bare office at its head is named first; empty for others."""
    span = led_delegation(text, title.end)
    written = text[slice(*span)] if span else ""
    country = country_pattern().match(written)
    return written[country.end() if country else 0 :] if written.endswith(title.rank[0]) else ""


def held_in(text: str, at: int) -> Span | None:
    """The body in which a verb before the bare office at ``at`` says that it is held."""
    held = _HELD_IN.search(text, max(0, at - 30), at)
    return Span(*held.span(1)) if held else None


def pointed_at(context: Context, written: str, at: int) -> str:
    """The body of an office at ``at`` whose words begin behind 该: 该局, or 该行国际合作局 of the bank named before."""
    if context.text[at - 1 : at] != "该":
        return written
    if whole := context.named_before(written, at):
        return whole
    kinds = word_map("stands_for")
    unit = re.match(alternation(kinds), written)
    owner = context.named_before(kinds[unit[0]], at) if unit else ""
    return owner + written[unit.end() :] if unit and owner else written


def its_body(context: Context, title: Title) -> str:
    """The body named last of the kind that a bare rank behind 其 says (其党首, 其校长); empty without 其."""
    pointed = context.text[title.start - 1 : title.start] == "其"
    return context.last_body(title.rank[0], title.start) if pointed else ""
