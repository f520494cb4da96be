"""The lines of a page sorted into drafts of articles."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.segment.flow import RECENT, Draft, fit, grams, subject
from kg.segment.lines import Line
from kg.segment.patterns import closed, furniture
from kg.text import join

NEXT = 6.0  # how much speaks for the article that the line before belonged to
WAITING = 2.5  # the same, when another article breaks off and waits to be continued
AFTER_GAP = 1.5  # the same, when a picture or a running head stands between
SIGNER = re.compile("(?:委员会|局|公司|办公室|政府|中心|法院|检察院|部|厅|组|会)$")
DATED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
HEADED = 9.0  # how much speaks for the headline or byline right above


class Sorter:
    """Takes a page's lines in reading order and gives each to an article."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.page_text = "".join(line.plain for line in lines)
        self.drafts: list[Draft] = []
        self.pending: list[Draft] = []  # headlines whose text has not come yet
        self.current: Draft | None = None
        self.headed: Draft | None = None  # the headline right above, if any
        self.gap = False

    def run(self) -> list[Draft]:
        """Sort all lines; the drafts in reading order."""
        titles = title_lines(self.lines)
        for now, line in enumerate(self.lines):
            if line.kind == "gap":
                self.gap = True
            elif titles[now]:
                self._title(line, now)
            elif line.kind in ("lead", "byline"):
                self._start(line, now)
            else:
                self._body(line, now, self._lead_ahead(now, titles))
        return self._finished()

    def _title(self, line: Line, now: int) -> None:
        if self.headed is None or self.headed.body:
            self.headed = Draft(born=now)
            self.drafts.append(self.headed)
            self.pending.append(self.headed)
        self.headed.head.append(line)
        self.headed.grams |= grams(line.plain)
        self.gap = False

    def _start(self, line: Line, now: int) -> None:
        """A lead or a byline: the text of the headline that waits for one begins."""
        if line.kind == "byline" and not self.pending:
            if self.current:
                self._give(self.current, line, now)
            return
        if self._goes_on(line):
            draft = self.current
        elif self.pending:
            draft = self._headline(line, now)
        else:
            draft = Draft(born=now)
            self.drafts.append(draft)
        if draft:
            self._give(draft, line, now)

    def _goes_on(self, line: Line) -> bool:
        """Whether a lead follows the byline of the same article."""
        current = self.current
        return bool(current and not self.headed and current.bare)

    def _headline(self, line: Line, now: int) -> Draft:
        """The waiting headline that a lead belongs to; others that wait for no lead of their own are its kickers."""
        leads = self._leads_ahead(now)
        if len(self.pending) > leads:
            draft = self.pending[-1]
            for kicker in self.pending[:-1]:
                draft.head[:0] = kicker.head
                draft.grams |= kicker.grams
                draft.born = min(draft.born, kicker.born)
                self.drafts.remove(kicker)
            self.pending = [draft]
            return draft
        about = grams(line.plain)
        return max(self.pending, key=lambda draft: (len(about & draft.grams), -draft.born))

    def _leads_ahead(self, now: int) -> int:
        """How many leads there are from here to the next headline."""
        count = 0
        for line in self.lines[now:]:
            if line.kind == "title":
                break
            count += line.kind == "lead"
        return max(1, count)

    def _lead_ahead(self, now: int, titles: list[bool]) -> bool:
        """Whether a lead or byline comes before the next headline."""
        for i in range(now + 1, len(self.lines)):
            if titles[i]:
                return False
            if self.lines[i].kind in ("lead", "byline"):
                return True
        return False

    def _body(self, line: Line, now: int, lead_ahead: bool) -> None:
        about = grams(line.plain)
        recent = sorted((d for d in self.drafts if d.body), key=lambda d: -d.last)[:RECENT]
        waiting = any(d.open for d in recent if d is not self.current)
        scores: list[tuple[float, int, Draft]] = []
        for draft in recent:
            score = fit(draft, line, self.page_text) + subject(draft, about, [d for d in recent if d is not draft])
            if draft is self.current:
                score += HEADED if draft.bare else AFTER_GAP if self.gap else WAITING if waiting else NEXT
            scores.append((score, draft.last, draft))
        if self.headed and not self.headed.body and not (lead_ahead and recent):
            score = join("。", line.plain) + HEADED + subject(self.headed, about, recent)
            scores.append((score, now, self.headed))
        if not scores:
            draft = Draft(born=now)
            self.drafts.append(draft)
            scores.append((0.0, now, draft))
        self._give(max(scores, key=lambda s: s[:2])[2], line, now)

    def _give(self, draft: Draft, line: Line, now: int) -> None:
        draft.add(line, now)
        if draft in self.pending:
            self.pending.remove(draft)
        self.current, self.gap = draft, False
        self.headed = None

    def _finished(self) -> list[Draft]:
        """Drafts with a text; a headline without one goes to a text without a headline, else it is dropped."""
        for headline in [d for d in self.drafts if not d.body]:
            bare = [d for d in self.drafts if d.body and not d.head]
            if bare:
                near = min(bare, key=lambda d: (-len(d.grams & headline.grams), abs(d.born - headline.born)))
                near.head, near.born = headline.head, min(near.born, headline.born)
        return sorted((d for d in self.drafts if d.body), key=lambda d: d.born)


def title_lines(lines: list[Line]) -> list[bool]:
    """Which lines are titles: headings, and short lines beside them or above a lead that end no sentence."""
    found = [line.kind == "title" for line in lines]
    kept = [i for i, line in enumerate(lines) if line.kind != "gap"]
    for run in _runs(lines, kept):
        before = lines[run[0] - 1] if run[0] else None
        after = next((lines[i] for i in kept if i > run[-1]), None)
        for i, is_title in zip(run, _run_titles([lines[i] for i in run], before, after), strict=True):
            found[i] = is_title
    return found


def _runs(lines: list[Line], kept: list[int]) -> Iterable[list[int]]:
    """Neighbouring lines that are, or may be, titles."""
    run: list[int] = []
    for i in kept:
        if lines[i].kind in ("title", "plain"):
            if run and i != run[-1] + 1:
                yield run
                run = []
            run.append(i)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _run_titles(run: list[Line], before: Line | None, after: Line | None) -> list[bool]:
    """Which lines of a run of short lines are titles, by what stands before and after the run."""
    if not run:
        return []
    textual = before is not None and before.kind in ("body", "lead", "item", "plain")
    torn = textual and before is not None and not closed(before.plain)
    if before is not None and textual and run[0].kind == "plain":
        rest = run[1] if len(run) > 1 else None
        if (torn and _continues(before, run[0])) or _signed(before, run[0], rest):
            return [False, *_run_titles(run[1:], run[0], after)]
    if any(line.kind == "title" for line in run):
        return [True] * len(run)
    starts = after is not None and after.kind in ("lead", "byline", "item")
    return [starts or _stands_alone(run, before, after, torn=torn)] * len(run)


def _continues(before: Line, line: Line) -> bool:
    return not line.apart or join(before.plain, line.plain) >= 5


def _signed(before: Line, line: Line, rest: Line | None) -> bool:
    """Whether a short line signs or dates the notice above it."""
    if DATED.fullmatch(line.plain):
        return True
    return bool(SIGNER.search(line.plain)) and bool(
        (rest and DATED.fullmatch(rest.plain)) or before.plain.startswith("特此")
    )


def _stands_alone(run: list[Line], before: Line | None, after: Line | None, *, torn: bool) -> bool:
    """Whether short lines without a lead below are a headline: apart from what surrounds them, above a long text."""
    if torn or after is None or len(run) > 4 or not (run[0].apart or before is None):
        return False
    if furniture().notices.search(run[0].plain) or furniture().lists.search(run[-1].plain):
        return True
    return after.kind == "body" and len(after.plain) >= 40
