"""Which function reads which kind of verb."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kg.annotate.builtin import (
    adopting,
    dealings,
    holding,
    issuing,
    messages,
    opening,
    organizing,
    papers,
    saying,
    speaking,
    stops,
    taking_part,
    visits,
)
from kg.annotate.builtin.clause import Clause
from kg.grammar.clauses import Marker

HANDLERS: Mapping[str, Callable[[Clause, Marker], None]] = {
    "attend": taking_part.attend,
    "accompany": visits.go_along,
    "side": taking_part.beside,
    "chair": taking_part.chair,
    "speak": messages.speak,
    "hear": speaking.hear,
    "say": saying.say,
    "hold": holding.hold,
    "open": opening.open_close,
    "close": opening.open_close,
    "organize": organizing.organize,
    "site": opening.site,
    "guide": organizing.guide,
    "meet": dealings.meet,
    "talk": dealings.talk,
    "message": messages.message,
    "read": messages.read_out,
    "visit": visits.visit,
    "china": visits.to_china,
    "inspect": stops.inspect,
    "sign": papers.sign,
    "adopt": adopting.adopt,
    "issue": issuing.issue,
}
