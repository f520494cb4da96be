"""Mentions and dates of one article, looked up by place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable

from msgspec.structs import replace

from kg.annotate.builtin.slots import organization_end
from kg.grammar.clauses import load_table
from kg.grammar.dates import DateReader, When
from kg.model import Article, Mention


class Mentions:
    """What stands where in one article; grows while frames are read."""

    def __init__(self, article: Article, mentions: Iterable[Mention]) -> None:
        self.article = article
        self.text = article.full
        self.dates: list[When] = list(DateReader(article.date).read(self.text))
        self._found: dict[tuple[int, int, str], Mention] = {(m.start, m.end, m.type): m for m in mentions}
        self._sorted = sorted(self._found.values(), key=lambda m: (m.start, -m.end))
        self._starts = [m.start for m in self._sorted]

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions found so far, in order of the text."""
        return tuple(self._sorted)

    def add(self, mention: Mention) -> Mention:
        """Add a mention unless it is known."""
        key = mention.start, mention.end, mention.type
        if key not in self._found:
            self._found[key] = mention
            at = bisect_left([(m.start, -m.end) for m in self._sorted], (mention.start, -mention.end))
            self._sorted.insert(at, mention)
            self._starts.insert(at, mention.start)
        return self._found[key]

    def within(self, start: int, end: int, types: Container[str]) -> list[Mention]:
        """Mentions of these types in a span that stand in no larger mention of it, in order."""
        found: list[Mention] = []
        last = start
        for i in range(bisect_left(self._starts, start), len(self._sorted)):
            mention = self._sorted[i]
            if mention.start >= end:
                break
            if mention.start < last or mention.end > end:
                continue
            last = mention.end
            if mention.type in types:
                found.append(mention)
        return found

    def outside_names(self, start: int, end: int) -> str:
        """The text of a span without the names in it, whose words tell nothing of the verb."""
        kept, at = [], start
        for mention in self.within(start, end, ("Event", "Document", "Position", "Organization", "Person")):
            kept.append(self.text[at : mention.start])
            at = mention.end
        return "　".join([*kept, self.text[at:end]])

    def holds_other(self, low: int, high: int) -> bool:
        """Whether a phrase holds something named that is no body, but for a gathering that one is called after."""
        others = self.within(low, high, ("Person", "Position", "Document"))
        if others and not self._called_after(others, low, high):
            return True
        events = self.within(low, high, ("Event",))
        behind = self.text[events[-1].end : high] if events else ""
        return bool(events) and (behind.endswith("团") or not organization_end(behind))  # of a delegation to it

    def _called_after(self, others: list[Mention], low: int, high: int) -> bool:
        """Whether a phrase begins with a foreign name and goes on as the name of a body called after that person."""
        first = others[0]
        behind = self.text[first.end : high]
        named = len(others) == 1 and first.type == "Person" and first.start == low and "·" in first.text
        return named and len(behind) > 3 and organization_end(behind) and "的" not in behind

    def name_start(self, at: int) -> int:
        """``at``, or where the organization begins in whose name it stands (十四届全国人大|一次会议主席团…)."""
        for mention in self._sorted[max(0, bisect_left(self._starts, at) - 4) : bisect_left(self._starts, at)]:
            if mention.type == "Organization" and mention.start < at < mention.end and self.text[mention.start] != "的":
                return mention.start
        return at

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any mention shares a character with a span."""
        at = bisect_left(self._starts, end)
        return any(m.end > start for m in self._sorted[max(0, at - 8) : at])

    def day(self, start: int, end: int) -> When | None:
        """The last date in a span."""
        at = bisect_left(self.dates, start, key=lambda w: w.start)
        found = [w for w in self.dates[at:] if w.end <= end]
        return found[-1] if found else None

    def starting(self, at: int) -> When | None:
        """The date that begins at an offset."""
        found = bisect_left(self.dates, at, key=lambda w: w.start)
        return self.dates[found] if found < len(self.dates) and self.dates[found].start == at else None

    def last_day(self, before: int) -> When | None:
        """The last day named before an offset in the body that is not yet to come."""
        today = self.article.date or "9999"
        found = [w for w in self.dates if w.end <= before and len(w.iso) == 10 and w.iso <= today]
        return found[-1] if found else None

    def drop_dates_in_names(self) -> None:
        """Forget dates that are part of a name (2024年…培训班)."""
        named = [(m.start, m.end) for m in self._sorted if m.type in ("Event", "Document", "Person")]
        self.dates = [w for w in self.dates if not any(s < w.end and w.start < e for s, e in named)]

    def call(self, mention: Mention, name: str) -> Mention:
        """The same mention with the canonical name that its clause gives it (第二次会议 of a body)."""
        named = replace(mention, name=name)
        self._found[mention.start, mention.end, mention.type] = named
        self._sorted[self._sorted.index(mention)] = named
        return named

    def short_place(self, written: str) -> str:
        """The place that one character stands for: 陕 of 来陕, 兴 of 来兴 in the paper of 兴化; empty when none."""
        home = self.article.place
        if home and written == home[0]:
            return home
        return str(load_table("slots.yaml")["provinces"].get(written, ""))
