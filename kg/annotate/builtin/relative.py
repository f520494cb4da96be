"""Relative clauses: where their own subject begins (执行甲国与乙国签署的协议, 某协定是甲国与乙国签署的第一个)."""

from __future__ import annotations

import re

from kg.grammar.clauses import choices
from kg.model import Span

_GOVERNS = re.compile(f"是|(?:{choices('governs_papers')})(?=.{{2}})")


def own_subject(text: str, start: int, end: int) -> Span:
    """The subject of a relative clause without the verb of the sentence before it."""
    return Span(max((m.end() for m in _GOVERNS.finditer(text, start, end)), default=start), end)
