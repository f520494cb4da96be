"""Statements out of frames, by the rows of the ontology."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.cast import Key
from kg.extract.roles import Roles
from kg.grammar.dates import DateReader
from kg.model import Article, Frame, Span, Statement, Status
from kg.ontology import FrameRule, Ontology, Relation

_CLAUSE_END = re.compile(r"[，。；！？,;!?\n]")
_TRIM = " \t\n　，。；！？,;!?、"


class Draft(NamedTuple):
    """A statement whose ends are still keys (or an ISO date) and not yet local ids."""

    subject: Key
    predicate: str
    object: Key | str
    evidence: Span
    text: str
    frame: Frame
    number: int

    def record(self, ids: dict[Key, str]) -> Statement:
        """The statement with local ids."""
        return Statement(
            subject=ids[self.subject],
            predicate=self.predicate,
            object=ids[self.object] if isinstance(self.object, tuple) else self.object,
            evidence=self.text,
            start=self.evidence.start,
            end=self.evidence.end,
            confidence=self.frame.confidence,
            planned=self.frame.planned,
            status=self.frame.status if self.predicate != "POSITION_IN" else "current",
            date=self._date() if self.predicate == "HOLDS_POSITION" else "",
            frame=f"f{self.number}",
            rule=self.frame.rule,
        )

    def _date(self) -> str:
        """When the frame's verb took place: an appointment, the end of an office."""
        days = [argument.name for argument in self.frame.arguments if argument.role == "TMP"]
        return days[-1].split("/")[0] if self.frame.predicate == "任" and days else ""


class Statements:
    """Gathers what the frames of one article state, each thing once."""

    def __init__(self, article: Article, ontology: Ontology, roles: Roles) -> None:
        self._article = article
        self._text = article.full
        self._ontology = ontology
        self._rules = ontology.rules()
        self._roles = roles
        self._drafts: dict[tuple[str, object, object], Draft] = {}
        self._days: dict[Key, list[Draft]] = {}
        self._number = 0
        self._found: dict[tuple[int, tuple[Span, ...]], Span] = {}  # evidence, of each frame and what it adds to that

    def add(self, frame: Frame) -> None:
        """State what a frame says; a negated frame says nothing."""
        if frame.negated:
            return
        self._number += 1
        self._roles.begin(frame)
        done: set[str] = set()
        roles = {a.role for a in frame.arguments}
        # of several rules between two roles the one whose roles are filled is read first
        rules = self._rules.get(frame.predicate, ())
        for name, rule in sorted(rules, key=lambda r: len(set(r[1].roles)) > 1 and not roles.issuperset(r[1].roles)):
            relation = self._ontology.relations[name]
            if relation.symmetric:
                if name not in done and self._between(frame, name, relation, rule):
                    done.add(name)
            else:
                self._directed(frame, name, relation, rule)
        if frame.predicate == "签约" and "A1" not in roles:
            self._retell(frame)

    def _retell(self, frame: Frame) -> None:
        """Who signs for bodies whose deal has been told (某某代表市政府依次与某某、某某签约) signs its paper."""
        ours, theirs = (self._roles.fill(frame, role, ("Person",)) for role in ("A0", "WITH"))
        bodies = {*self._roles.fill(frame, "FOR", ("Organization", "Place")), *map(self._roles.body_of, ours)}
        for other in theirs if ours else ():
            body = self._roles.body_of(other)
            known = {paper for ally in bodies - {body} for paper in self._signed_by(ally)}
            for paper, signer in itertools.product(self._signed_by(body), [*ours, other]):
                if paper in known:
                    self._keep(self._draft(frame, "SIGNED", signer, paper, ()))

    def _signed_by(self, body: Key | None) -> list[Key]:
        """The papers that a body has signed so far."""
        found = (o for name, s, o in self._drafts if name == "SIGNED" and body is not None and _is_of(body, s))
        return [paper for paper in found if isinstance(paper, tuple)]

    def all(self) -> list[Draft]:
        """Every statement; a gathering has one time, from the first day that is stated to the last."""
        found = list(self._drafts.values())
        for drafts in self._days.values():
            found.append(_one_time(drafts))
        return sorted(found, key=lambda d: (d.number, d.predicate, str(d.subject), str(d.object)))

    def _directed(self, frame: Frame, name: str, relation: Relation, rule: FrameRule) -> None:
        first, second = rule.roles
        subjects = self._roles.fill(frame, first, relation.domain)
        if not subjects:
            return
        if "date" in relation.range:
            for iso, span in self._dates(frame):
                for subject in subjects:
                    self._days.setdefault(subject, []).append(self._draft(frame, name, subject, iso, (span,)))
            return
        self._roles.pair(subjects)
        objects = self._roles.fill(frame, second, relation.range)
        if name == "VISITED":
            self._roles.visit(subjects, objects)
        for s in subjects:
            for o in self._own(name, s, objects):
                self._keep(self._draft(frame, name, s, o, ()))

    def _own(self, name: str, subject: Key, objects: list[Key]) -> list[Key]:
        """Of several papers those that the body of a person signs, where the article has said who signs which."""
        if name != "SIGNED" or len(objects) < 2 or self._roles.type_of(subject) != "Person":
            return objects
        body = self._roles.body_of(subject)
        deals = [(signer, end) for p, signer, end in self._told() if p == name and signer[0] == "body"]
        own = [o for o in objects if body is not None and any(o == end and _is_of(body, s) for s, end in deals)]
        return own or (objects[-1:] if any(end in objects for _, end in deals) else objects)

    def _told(self) -> Iterator[tuple[str, Key, object]]:
        """The statements so far, by predicate and ends."""
        return ((name, d.subject, d.object) for (name, _, _), d in self._drafts.items())

    def _between(self, frame: Frame, name: str, relation: Relation, rule: FrameRule) -> bool:
        first, second = rule.roles
        ones = self._roles.fill(frame, first, relation.domain)
        others = [] if first == second else self._roles.fill(frame, second, relation.range)
        pairs = [*itertools.product(ones, others)] if others else [*itertools.combinations(ones, 2)]
        if first == second and (sides := self._roles.sides(frame)):
            pairs = [(s, o) for s, o in pairs if not any({s, o} <= side for side in sides)]
        kept = False
        for s, o in pairs:
            if s != o and not self._act_for_others(relation, s, o, beside=bool(others)):
                self._keep(self._draft(frame, name, s, o, ()))
                kept = True
        self._roles.remember(frame, ones, others)
        return kept

    def _act_for_others(self, relation: Relation, *ends: Key, beside: bool) -> bool:
        """Whether both are persons where bodies and countries are the parties: they sign, but not for themselves.

        Neighbours and litigants, of whom no office is told, do with each other (甲与乙签订).
        """
        persons = "Place" in relation.domain and all(self._roles.type_of(end) == "Person" for end in ends)
        private = self._article.place and beside and not any(self._roles.holds_office(end) for end in ends)
        return persons and not private

    def _dates(self, frame: Frame) -> list[tuple[str, Span]]:
        found = []
        for argument in frame.arguments:
            if argument.role == "TMP":
                span = Span(argument.start, argument.end)
                if argument.name:
                    found.append((argument.name, span))
                else:
                    read = DateReader(self._article.date).read(self._text[span.start : span.end], span.start)
                    found += [(when.iso, Span(when.start, when.end)) for when in read]
        return found

    def _keep(self, draft: Draft) -> None:
        if draft.subject == draft.object:
            return
        ends: tuple[object, object] = draft.subject, draft.object
        if self._ontology.relations[draft.predicate].symmetric:
            ends = tuple(sorted(ends, key=str))  # type: ignore[assignment]
        key = (draft.predicate, *ends)
        old = self._drafts.get(key)
        if (
            old is None
            or (old.frame.planned and not draft.frame.planned)
            or _prefer(draft.frame.status, old.frame.status)
        ):
            self._drafts[key] = draft

    def _draft(self, frame: Frame, name: str, subject: Key, obj: Key | str, spans: tuple[Span, ...]) -> Draft:
        if (self._number, spans) not in self._found:
            written = [*spans, *(Span(a.start, a.end) for a in frame.arguments if a.role != "TMP")]
            self._found[self._number, spans] = self._evidence(frame, written)
        span = self._found[self._number, spans]
        return Draft(subject, name, obj, span, self._text[span.start : span.end], frame, self._number)

    def _evidence(self, frame: Frame, spans: list[Span]) -> Span:
        """The shortest run of clauses of the sentence that holds the predicate and the arguments written in it."""
        low, high = frame.sentence
        inside = [s for s in spans if low <= s.start and s.end <= high]
        start = min([frame.start, *(s.start for s in inside)])
        end = max([frame.end, *(s.end for s in inside)])
        begin = max((m.end() for m in _CLAUSE_END.finditer(self._text, low, start)), default=low)
        close = _CLAUSE_END.search(self._text, end, high)
        stop = close.start() if close else high
        while begin < stop and self._text[begin] in _TRIM:
            begin += 1
        while stop > begin and self._text[stop - 1] in _TRIM:
            stop -= 1
        return Span(begin, stop)


def _is_of(body: Key, signer: object) -> bool:
    """Whether a signer is this body, by its whole name or by the end of it, or its government."""
    if not isinstance(signer, tuple) or signer[0] != body[0]:
        return False
    return signer[1].endswith(body[1]) or signer[1] in (body[1] + "人民政府", body[1] + "政府")


def _prefer(new: Status, old: Status) -> bool:
    return old in ("current",) and new not in ("current",)


def _most_exact(drafts: list[Draft]) -> Draft:
    """The first time stated, or the first day within it where it is but a month or a year."""
    coarse = str(drafts[0].object)
    if len(coarse) >= 10:
        return drafts[0]
    within = (d for d in drafts if len(str(d.object)) >= 10 and str(d.object).startswith(coarse))
    return next(within, drafts[0])


def _one_time(drafts: list[Draft]) -> Draft:
    """The first time stated, with the last day of another one when that closes the gathering."""
    first = _most_exact(drafts)
    days = sorted({str(d.object) for d in drafts})
    closing = [str(d.object) for d in drafts if d.frame.predicate == "闭幕"]
    opening = [str(d.object) for d in drafts if d.frame.predicate == "开幕"]
    if opening and closing and len(opening[0]) == len(closing[-1]) == 10 and opening[0] < closing[-1]:
        return first._replace(object=f"{opening[0]}/{closing[-1]}")
    ranges = [d for d in days if "/" in d]
    if (
        ranges
        and len(str(first.object)) == 10
        and ranges[0].split("/")[0] <= str(first.object) <= ranges[0].split("/")[1]
    ):
        return first._replace(object=ranges[0])
    return first
