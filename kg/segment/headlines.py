"""Which lines of a page are titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.segment.evidence import Evidence
from kg.segment.lines import Line
from kg.segment.patterns import OUTLINE, closed, furniture, signed
from kg.segment.unmarked import Unmarked
from kg.text import join

AHEAD = 15  # lines that are looked at for where a torn line goes on
LONG = 20  # characters; a kicker with a comma is shorter
SHORT = 7  # characters; a headline without mark and lead is longer
TEXT = ("body", "lead", "item", "plain")


def title_lines(lines: list[Line], evidence: Evidence) -> list[bool]:
    """Which lines are titles: headings, and what :mod:`kg.segment.unmarked` takes for one."""
    return Unmarked(lines, by_rule(lines), evidence).titles()


def by_rule(lines: list[Line]) -> list[bool]:
    """Which lines are titles by rule: headings, and short lines beside them or above a lead that end no sentence."""
    found = [line.kind == "title" for line in lines]
    marked = sum(found) > 1
    kept = [i for i, line in enumerate(lines) if line.kind != "gap"]
    for run in _runs(lines, kept):
        before = lines[run[0] - 1] if run[0] else None
        later = [lines[i] for i in kept if i > run[-1]][:AHEAD]
        for i, is_title in zip(run, _run_titles([lines[i] for i in run], before, later, marked=marked), strict=True):
            found[i] = is_title
    _promote(lines, found)
    return found


def _promote(lines: list[Line], titles: list[bool]) -> None:
    """Above a lead that has no headline, the last short lines before it that read like one become one."""
    for i, line in enumerate(lines):
        if line.kind != "lead":
            continue
        start = next((j + 1 for j in range(i - 1, -1, -1) if titles[j] or lines[j].kind in ("lead", "byline")), 0)
        if start and titles[start - 1]:
            continue
        found = [j for j in range(start, i) if lines[j].kind == "plain" and _reads_like_title(lines[j])]
        for j in reversed(found):
            if j + 1 in (found[-1] + 1, i) or titles[j + 1]:
                titles[j] = True


def _reads_like_title(line: Line) -> bool:
    return line.apart and SHORT <= len(line.plain) <= 30 and not re.search("[，,。]", line.plain)


def subheads(lines: list[Line], titles: list[bool]) -> set[int]:
    """Which titles only divide the text of an article: short ones, weaker than its headline, two or more or numbered.

    Each stands alone, above text that begins with neither lead nor byline.
    """
    runs = list(_title_runs(lines, titles))
    alone = [_may_divide(lines, run) for run in runs]
    found: set[int] = set()
    strongest = 9
    for i, run in enumerate(runs):
        level = min(lines[n].level or 9 for n in run)
        beside = [j for j in (i - 1, i + 1) if 0 <= j < len(runs) and alone[j] and lines[runs[j][0]].level == level]
        if alone[i] and strongest < level and (beside or OUTLINE.match(lines[run[0]].plain)):
            found |= set(run)
        else:
            strongest = level
    return found


def _title_runs(lines: list[Line], titles: list[bool]) -> Iterator[list[int]]:
    run: list[int] = []
    for i, is_title in enumerate(titles):
        if run and not is_title:
            yield run
            run = []
        if is_title:
            run.append(i)
    if run:
        yield run


def _may_divide(lines: list[Line], run: list[int]) -> bool:
    line = lines[run[0]]
    after = next((other.kind for other in lines[run[-1] + 1 :] if other.kind != "gap"), "gap")
    words = furniture()
    notice = words.notices.search(line.plain) or words.lists.search(line.plain)
    return len(run) == 1 and line.level > 0 and len(line.plain) <= LONG and after in ("body", "plain") and not notice


def _runs(lines: list[Line], kept: list[int]) -> Iterator[list[int]]:
    """Neighbouring lines that are, or may be, titles."""
    run: list[int] = []
    for i in kept:
        if run and (lines[i].kind not in ("title", "plain") or i != run[-1] + 1):
            yield run
            run = []
        if lines[i].kind in ("title", "plain"):
            run.append(i)
    if run:
        yield run


def _run_titles(run: list[Line], before: Line | None, later: list[Line], *, marked: bool) -> list[bool]:
    """Which lines of a run of short lines are titles, by what stands before and after the run."""
    if not run:
        return []
    if run[0].kind == "plain" and _is_text(run, before, later, marked=marked):
        return [False, *_run_titles(run[1:], run[0], later, marked=marked)]
    text = next((i for i, line in enumerate(run) if i and line.kind == "plain" and _begins_text(line)), len(run))
    found = _titles(run[:text], before, [*run[text:], *later], marked=marked)
    return [*found, *_run_titles(run[text:], run[text - 1], later, marked=marked)] if text < len(run) else found


def _titles(run: list[Line], before: Line | None, later: list[Line], *, marked: bool) -> list[bool]:
    if any(line.kind == "title" for line in run):
        return [True] * len(run)
    starts = bool(later) and later[0].kind in ("lead", "byline", "item")
    return [starts or _stands_alone(run, before, later, marked=marked)] * len(run)


def _begins_text(line: Line) -> bool:
    return line.indented and not re.search("[！？!?]$", line.plain)


def _is_text(run: list[Line], before: Line | None, later: list[Line], *, marked: bool) -> bool:
    """Whether a short line is a torn piece of text, or signs the notice above it."""
    line = run[0]
    torn = before is not None and before.kind in TEXT and not closed(before.plain)
    within = before is not None and before.kind in TEXT and not line.apart
    marks = "[，,、]" if within else "[，,]"
    if (marked or torn or within) and len(line.plain) > LONG and re.search(marks, line.plain):
        return True
    if before and before.kind in TEXT:
        if line.indented or signed(before.plain, line.plain, run[1].plain if len(run) > 1 else ""):
            return True
        if torn and (not line.apart or join(before.plain, line.plain) >= 5):
            return True
    if before is None or len(run) == 1 or len(line.text.text.split()) > 1:
        return False
    return any(_goes_on_in(line, x) for x in later if x.kind in ("body", "plain"))


def _goes_on_in(line: Line, later: Line) -> bool:
    """Whether a later line begins in the middle of a word that this line breaks off."""
    return later.apart and join(line.plain, later.plain) >= 5.5 and join("。", later.plain) < 3


def _stands_alone(run: list[Line], before: Line | None, later: list[Line], *, marked: bool) -> bool:
    """Whether short lines without a lead below are a headline: apart from what surrounds them, above a long text.

    Where the page marks its headlines, only the heading of a notice or of short news is one without a mark.
    """
    if not later or len(run) > 4 or not (run[0].apart or before is None):
        return False
    if furniture().notices.search(run[0].plain) or furniture().lists.search(run[-1].plain):
        return True
    torn = before is not None and before.kind in TEXT and not closed(before.plain)
    plain = any(re.search("[，,。]", line.plain) for line in run)
    text = later[0].indented or (later[0].kind == "body" and len(later[0].plain) >= 25)
    begins = join("。", later[0].plain) >= 2 and sum(len(line.plain) for line in run) >= SHORT
    return not (marked or torn or plain) and text and begins
