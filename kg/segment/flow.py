"""Which paragraph goes with which article, where columns were broken or read across each other."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.segment.lines import Line
from kg.segment.patterns import TAIL_CREDIT, closed
from kg.text import join, seen

RECENT = 6  # articles that a paragraph may still belong to
RARE = 8  # n-grams as common as this in news say nothing about what an article is about


@dataclass(slots=True, eq=False)
class Draft:
    """An article in the making."""

    head: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    grams: set[str] = field(default_factory=set)
    bullet: str = ""
    born: int = 0  # its place in reading order
    last: int = 0  # when a line was last added

    @property
    def tail(self) -> str:
        """What the text so far ends with."""
        return self.body[-1].plain if self.body else ""

    @property
    def paragraph(self) -> str:
        """The text since the last line that ended a paragraph."""
        text = ""
        for line in reversed(self.body):
            if text and closed(line.plain):
                break
            text = line.plain + text
        return text

    @property
    def bare(self) -> bool:
        """Whether of the text nothing but its byline has come."""
        return bool(self.body) and all(line.kind == "byline" for line in self.body)

    @property
    def open(self) -> bool:
        """Whether the text breaks off."""
        return bool(self.body) and self.body[-1].kind != "byline" and not closed(self.tail)

    def add(self, line: Line, now: int) -> None:
        """Append a line of the body."""
        self.body.append(line)
        self.grams |= grams(line.plain)
        self.last = now
        if line.kind == "item" and not self.bullet:
            self.bullet = line.plain[0]


def grams(text: str) -> set[str]:
    """The triples of Chinese characters that are rare in news: what a text is about."""
    return {g for g in (text[i : i + 3] for i in range(len(text) - 2)) if seen(g) < RARE and re.fullmatch("[\u4e00-\u9fff·]{3}", g)}


def fit(draft: Draft, line: Line, page_text: str) -> float:
    """How well a line goes on an article's text, its subject apart."""
    head = line.plain
    if not draft.open:
        return join("。", head) - (5.0 if _goes_on(head) else 0.0) - _foreign(draft, line)
    tail = draft.paragraph
    score = join(tail, head) + 2.5 + 3.0 * _known(tail, head, page_text)
    if _unclosed(tail):
        score += 4.0 if _unopened(head) else 0.0
    elif _unopened(head):
        score -= 4.0
    if _goes_on(head):
        score += 3.0
    return score - _foreign(draft, line)


def _goes_on(head: str) -> bool:
    """Whether a line begins as none does that begins a sentence."""
    return bool(re.match("[，。、；：！？”’）》」』,.;:!?)]", head)) or _unopened(head)


def _foreign(draft: Draft, line: Line) -> float:
    """What speaks against a line in a column of short news, or against a bullet outside of one."""
    if draft.bullet and not draft.open and line.kind != "item":
        return 6.0
    if line.kind == "item":
        return 6.0 * draft.open if draft.bullet == line.plain[0] else 6.0
    if draft.bullet and draft.open and TAIL_CREDIT.search(line.plain):
        return -4.0
    return 0.0


def _known(tail: str, head: str, page_text: str) -> bool:
    """Whether the page has the characters across the break elsewhere: part of a name that was torn."""
    across = (tail[-2:] + head[:1], tail[-1:] + head[:2])
    return any(len(g) == 3 and re.fullmatch("[\u4e00-\u9fff·]{3}", g) and g in page_text for g in across)


def _unclosed(text: str) -> bool:
    """Whether a quotation is still open."""
    return text.count("“") > text.count("”") or text.count("《") > text.count("》")


def _unopened(text: str) -> bool:
    """Whether a closing quotation mark comes before any opening one."""
    m = re.search("[“”《》]", text)
    return bool(m) and m[0] in "”》"


def subject(draft: Draft, line_grams: set[str], others: list[Draft]) -> float:
    """How much of what a line is about the article has spoken of, and the other articles have not; at most 5."""
    score = 0.0
    for gram in line_grams & draft.grams:
        shared = sum(gram in other.grams for other in others)
        score += (RARE - seen(gram)) / RARE / (1 + shared)
    return min(5.0, 0.4 * score)
