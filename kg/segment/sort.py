"""The lines of a page sorted into drafts of articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.segment.evidence import Evidence
from kg.segment.flow import Flow, Step
from kg.segment.headlines import subheads, title_lines
from kg.segment.lines import Line
from kg.segment.patterns import furniture

PART = 400  # lines; a newspaper's page has some hundred


def is_advert(line: Line) -> bool:
    """Whether a title heads a paid notice."""
    return bool(furniture().adverts.search(line.plain))


class Draft(NamedTuple):
    """An article in the making: the lines of its title and of its text."""

    head: tuple[Line, ...]
    body: tuple[Line, ...]


def sort(lines: list[Line]) -> list[Draft]:
    """Sort the lines of a page into articles, in the order in which these begin on the page."""
    return [draft for part in _parts(lines) for draft in _sorted(part)]


def _parts(lines: list[Line]) -> Iterator[list[Line]]:
    """A page as it is, a file of many pages in parts that begin with a heading or a lead, to keep the work linear."""
    start = 0
    for i, line in enumerate(lines):
        size = i - start
        if size >= PART and (line.kind == "title" or size >= 2 * PART):
            yield lines[start:i]
            start = i
    yield lines[start:]


def _sorted(lines: list[Line]) -> list[Draft]:
    plan = Plan(lines)
    heads = {number: tuple(head) for number, head in enumerate(plan.heads)}
    placed = Flow(plan.evidence, heads).place(plan.steps) if plan.steps else {}
    _adopt(plan, placed)
    drafts = [(min((*plan.heads[n], *at)), plan.heads[n], at) for n, at in placed.items() if n not in plan.adverts]
    found = sorted(drafts, key=lambda draft: draft[0])
    return [Draft(tuple(plan.lines[i] for i in head), tuple(plan.lines[i] for i in body)) for _, head, body in found]


def _adopt(plan: Plan, placed: dict[int, tuple[int, ...]]) -> None:
    """A headline without a text is the kicker of the next one, or the headline of a text that has none."""
    for number, head in enumerate(plan.heads):
        if number in placed or not head or number in plan.adverts:
            continue
        bare = [n for n in placed if not plan.heads[n]]
        after = [n for n in placed if plan.heads[n] and plan.heads[n][0] > head[-1]]
        if bare:
            plan.heads[min(bare, key=lambda n: abs(placed[n][0] - head[0]))][:0] = head
        elif after and len(head) == 1:
            following = min(after, key=lambda n: plan.heads[n][0])
            if placed[following][0] > plan.heads[following][-1]:
                plan.heads[following][:0] = head


class Plan:
    """What is plain before the lines are placed: titles, and which of them each lead or byline begins the text of."""

    def __init__(self, lines: list[Line], titles: list[bool] | None = None) -> None:
        """Look at all lines of a page; ``titles`` are known where it was made for training."""
        self.evidence = Evidence(lines)
        titles = titles or title_lines(lines, self.evidence)
        divides = subheads(lines, titles)
        self.lines = [line._replace(kind="subhead") if i in divides else line for i, line in enumerate(lines)]
        self.titles = [is_title and i not in divides for i, is_title in enumerate(titles)]
        self.heads: list[list[int]] = []  # of each draft, the lines of its title
        self.steps: list[Step] = []
        self.pending: list[int] = []  # headlines whose text has not come yet
        self.adverts: set[int] = set()  # drafts of paid notices
        self.headless: dict[int, int] = {}  # drafts whose lead has come without a headline, and that lead
        self.headed = -1  # the headline right above
        self._gap = False
        self._bare = -1  # the draft whose byline is the line before
        self.evidence.end(divides)
        for now, line in enumerate(self.lines):
            self._take(now, line)

    def _take(self, now: int, line: Line) -> None:
        if line.kind == "gap":
            self._gap = True
        elif self.titles[now]:
            self._title(now)
        elif line.kind in ("lead", "byline"):
            self._start(now, line)
        else:
            if line.kind == "item" and self.headed >= 0 and len(self.heads[self.headed]) > 1:
                self._part()
            self._body(now)

    def _title(self, now: int) -> None:
        advert = is_advert(self.lines[now])
        if self.headed < 0 or advert or self.headed in self.adverts:
            self.headed = self._new()
            if advert:
                self.adverts.add(self.headed)
            else:
                self.pending.append(self.headed)
        self.heads[self.headed].append(now)
        self._gap, self._bare = False, -1

    def _part(self) -> None:
        """Above short news stands only their heading; what is above that heads a text that has come before."""
        *head, label = self.heads[self.headed]
        late = self._come_before(head)
        if late >= 0:
            self.heads[late], self.heads[self.headed] = head, [label]

    def _new(self) -> int:
        self.heads.append([])
        return len(self.heads) - 1

    def _start(self, now: int, line: Line) -> None:
        """A lead or a byline: the text of the headline that waits for one begins."""
        if self._bare >= 0 and line.kind == "lead":
            draft = self._bare
        elif self.pending:
            draft = self._waiting(now)
            self.pending.remove(draft)
        else:
            draft = -1 if line.kind == "byline" and self.steps else self._new()
            if draft >= 0:
                self.headless[draft] = now
        self._step(now, draft, forced=True)
        self._bare = draft if line.kind == "byline" else -1

    def _waiting(self, now: int) -> int:
        """The headline that a lead belongs to; those that wait for no lead of their own are its kickers."""
        if len(self.pending) > self._leads_ahead(now):
            *kickers, draft = self.pending
            for kicker in reversed(kickers):
                late = self._come_before(self.heads[kicker])
                self.heads[draft if late < 0 else late][:0] = self.heads[kicker]
                self.heads[kicker] = []
            self.pending = [draft]
            return draft
        about = self.evidence.triples[now]
        return max(self.pending, key=lambda n: (sum(about.get(i, 0.0) for i in self.heads[n]), -n))

    def _leads_ahead(self, now: int) -> int:
        """How many leads come from here to the next headline."""
        count = 0
        for i in range(now, len(self.lines)):
            if self.titles[i]:
                break
            count += self.lines[i].kind == "lead"
        return max(1, count)

    def _lead_ahead(self, now: int) -> bool:
        """Whether a lead or byline comes before the next headline."""
        for i in range(now + 1, len(self.lines)):
            if self.titles[i]:
                return False
            if self.lines[i].kind in ("lead", "byline"):
                return True
        return False

    def _body(self, now: int) -> None:
        """A line that goes where it fits; below a headline that no lead follows, it may begin the text of that."""
        draft = self.headed
        if draft in self.adverts and self.heads[draft][-1] == now - 1:
            self._step(now, draft, forced=True)
            return
        if draft >= 0 and self.steps and (self._lead_ahead(now) or self._is_late(now)):
            draft = -1
        if not self.steps and draft < 0:
            draft = self._new()
        self._step(now, draft, forced=not self.steps)
        if draft in self.pending:
            self.pending.remove(draft)

    def _is_late(self, now: int) -> bool:
        """Whether the headline right above is that of a text which has come before, and has more to do with that."""
        head = self.heads[self.headed]
        late = self._come_before(head, self._shared(head, now)) if self.headed in self.pending else -1
        if late < 0:
            return False
        self.pending.remove(self.headed)
        self.heads[late], self.heads[self.headed] = head, []
        return True

    def _come_before(self, head: list[int], least: float = 0.0) -> int:
        """The draft without a headline whose lead has most in common with one, and more than ``least``; or -1."""
        draft = max(self.headless, key=lambda draft: self._shared(head, self.headless[draft]), default=-1)
        if draft < 0 or self._shared(head, self.headless[draft]) <= least:
            return -1
        del self.headless[draft]
        return draft

    def _shared(self, head: list[int], line: int) -> float:
        return sum(self.evidence.in_common(line, i) for i in head)

    def _step(self, now: int, draft: int, *, forced: bool) -> None:
        self.steps.append(Step(now, draft, forced, self._gap and self.lines[now].apart))
        self._gap, self.headed, self._bare = False, -1, -1
