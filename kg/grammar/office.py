"""The records of an office and its body, as the article means them."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.grammar.lexicon import office_words, word_list
from kg.grammar.places import area_at, find_country
from kg.grammar.titles import Title
from kg.model import EntityType

PAST = re.compile("原|前|时任")


class Body(NamedTuple):
    """What an office is in: canonical name, type, and the characters that write it (none when implied)."""

    name: str
    type: EntityType
    start: int
    end: int

    def unwritten(self, at: int) -> Body:
        """The same body, implied by what stands at ``at``."""
        return self._replace(start=at, end=at)


class Office(NamedTuple):
    """One office as the article means it."""

    title: Title
    name: str
    body: Body | None
    prefix: str  # what a bare office behind it takes over: 西宁市委 of 西宁市委常委


def implied(title: Title, prefix: str, name: str, kind: EntityType, *, shown: str = "") -> Office:
    """A bare office of a body that the words leave unsaid; ``shown`` is its name when not body and rank."""
    return Office(title, shown or prefix, Body(name, kind, title.start, title.start), prefix)


def is_no_body(title: Title, written: str) -> bool:
    """Whether the words before a rank name no body: 有关部门负责人, 两国外长, 党和国家领导人."""
    if len(written) == 2 and written[1] == "方" and title.rank in office_words().weak:  # 俄方领导人
        return True
    if written.endswith(("两国", "双方", "各国", "两党")) or (written == "国家" and title.rank == "领导人"):
        return True
    if _is_passing(title, written) or (title.rank in word_list("professions") and find_country(written)):
        return True  # 意大利设计师
    if title.rank in word_list("scholars") and written.endswith("学") and not written.endswith("大学"):
        return True  # 经济学教授
    if (written == "政府" and title.kind == "state") or (written == "组织" and title.rank == "部长"):
        return False
    return written in word_list("no_body")


def _is_passing(title: Title, written: str) -> bool:
    """Whether an office is a part that somebody plays for the moment: 办案民警, 论坛主持人."""
    if written in word_list("on_duty"):
        return title.rank.endswith(("官", "员", "警", "师"))
    return title.rank.endswith("主持人") and written in word_list("hosted")


def past_mark(written: str) -> str:
    """原, 前 or 时任 at the head of a body, where it begins no name of a place (原州区, 前郭县)."""
    mark = PAST.match(written)
    return mark[0] if mark and area_at(written, 0) <= mark.end() else ""
