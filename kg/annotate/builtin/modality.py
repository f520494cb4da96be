"""Whether a verb is told as a fact."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from kg.grammar.clauses import choices
from kg.model import Argument

_NEGATED = re.compile(choices("denied"))
_IRREAL = re.compile(choices("unreal"))
_PLANNED = re.compile(choices("planned"))
_INVITED = re.compile(r"应[^，。；]{0,40}?邀请?")  # 应…邀请 is no wish
_CONDITION = re.compile(r"(?:^|[，：；])(?:若|如果|倘若|一旦|要是|假如)")
_NEAR = 14  # characters before a verb in which a denial is its own


class Told(NamedTuple):
    """How a verb is told: denied, planned, or not as a fact at all."""

    negated: bool
    planned: bool
    unreal: bool


def told(head: str, before: str, after: str) -> Told:
    """How a verb is told, by the sentence before its clause, its clause before it, and what follows it."""
    before = _INVITED.sub("", before)
    denied = bool(_NEGATED.search(before[-_NEAR:])) or after.startswith(("未果", "失败"))
    unreal = bool(_IRREAL.search(before) or _CONDITION.search(head))
    return Told(denied, bool(_PLANNED.search(before)), unreal)


def lies_ahead(text: str, arguments: Iterable[Argument], today: str) -> bool:
    """Whether what is told has its day only after the article's (某会议于明年3月5日召开)."""
    days = [a for a in arguments if a.role == "TMP" and a.name and not text.startswith("当", a.start)]
    first = days[-1].name.split("/")[0] if days else ""
    return bool(today) and first > today[: len(first)]
