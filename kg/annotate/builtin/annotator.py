"""The built-in annotator: grammars of offices, gatherings and documents, and a tagger's evidence where there is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, repeat
from typing import Protocol

from kg.annotate.builtin import group_talks, holding, issuing, messages, opening, sides, stops, visits
from kg.annotate.builtin.by_the_way import told_by_the_way
from kg.annotate.builtin.ceremonies import ceremonies_of_acts
from kg.annotate.builtin.clause import Clause
from kg.annotate.builtin.handlers import HANDLERS
from kg.annotate.builtin.outer import world_cities
from kg.annotate.builtin.people import comes_here, names_of_people
from kg.annotate.builtin.phrase import Slot, cut
from kg.annotate.builtin.scene import Scene
from kg.annotate.builtin.slots import bare_end
from kg.annotate.builtin.subject import Before
from kg.annotate.builtin.witnesses import witness
from kg.grammar.clauses import choices, lexicon
from kg.grammar.digests import item_starts
from kg.grammar.documents import document_name, find_resolutions, find_titles, newspaper
from kg.grammar.events import EventName, find_events, opens_no_name
from kg.grammar.lexicon import organizations
from kg.grammar.offices import read_offices
from kg.grammar.sentences import is_headline, split
from kg.model import Annotation, Article, Frame, Mention, Span

_BYLINE = re.compile(choices("byline"))
_NO_PART = re.compile("[，。；并从由]|^[的了]")  # of a name, at its beginning
_TOGETHER = 32  # articles that are tagged together, which is faster
_SURE = 0.6  # confidence from which a tagger's word is taken where the grammar has none
_PREPOSITIONS = frozenset({"at", "by", "with", "to", "for", "lead"})
_IN_SPEECH = frozenset({"hold", "organize", "site", "meet", "talk", "visit", "sign", "china", "open", "close"})
_IN_TITLE = frozenset({"hold", "open", "close", "attend", "chair", "speak", "meet", "talk", "visit", "message", "sign"})


class TaggerLike(Protocol):
    """What proposes mentions: :class:`kg.grammar.tagger.Tagger`, or anything of its shape."""

    def all_mentions(self, texts: Sequence[str]) -> Sequence[tuple[Mention, ...]]:
        """Mentions of each of some texts, with types and confidence."""
        ...


class BuiltinAnnotator:
    """Rules of how the news is written; needs no model, but takes a tagger's mentions as evidence."""

    def __init__(self, tagger: TaggerLike | None = None) -> None:
        self._tagger = tagger

    @property
    def name(self) -> str:
        """Name and version."""
        return "builtin-1" + ("+tagger" if self._tagger else "")

    def annotate(self, articles: Iterable[Article]) -> Iterator[Annotation]:
        """Annotate articles in order."""
        source = iter(articles)
        while batch := list(islice(source, _TOGETHER)):
            hints = self._tagger.all_mentions([article.full for article in batch]) if self._tagger else repeat(())
            yield from map(self._read, batch, hints)

    def read(self, article: Article) -> Annotation:
        """Annotate one article."""
        return next(self.annotate([article]))

    @staticmethod
    def _read(article: Article, hints: Sequence[Mention]) -> Annotation:
        text = article.full
        sentences = split(text)
        hints = tuple(m for m in hints if m.type != "Person" or m.text not in world_cities())  # 马德里 is no 马某
        offices = read_offices(article, sentences, hints)
        scene = Scene(article, names_of_people(offices.mentions, text, article.place))
        _add_documents(scene)
        _add_bodies(scene, hints)
        _add_events(scene, sentences, hints)
        scene.drop_dates_in_names()
        scene.read_homes(offices.frames)
        held = [f for f in offices.frames if not any(comes_here(a.name, article.place) for a in f.arguments)]
        frames = [*held, *_frames(scene, sentences)]
        frames += messages.letters_told_of(scene, frames)
        frames += ceremonies_of_acts(scene, sentences, frames)
        return Annotation(article=article.id, sentences=sentences, mentions=scene.mentions, frames=tuple(frames))


def _add_bodies(scene: Scene, hints: Iterable[Mention]) -> None:
    for hint in hints:
        if (
            hint.type in ("Place", "Organization")
            and hint.confidence >= _SURE
            and not scene.overlaps(hint.start, hint.end)
            and not scene.is_list(hint.start, hint.end)
            and not scene.is_situated(hint.start, hint.end)
            and not scene.is_common(hint.start, hint.end)
        ):
            scene.body(hint.start, bare_end(scene.text, hint.start, hint.end), hint.type, hint.rule)


def _add_documents(scene: Scene) -> None:
    for span in find_resolutions(scene.text, 0, len(scene.text)):
        written = scene.text[span.start : span.end]
        scene.add(Mention(start=span.start, end=span.end, type="Document", text=written, confidence=0.9, rule="about"))
    for span in find_titles(scene.text):
        written = scene.text[span.start : span.end]
        if paper := newspaper(scene.text, span):
            body = scene.body(*paper, "Organization", "newspaper")
            if paper == span:
                scene.call(body, document_name(body.name))
            continue
        scene.add(
            Mention(start=span.start, end=span.end, type="Document", text=written, confidence=0.95, rule="title-marks")
        )


def _add_events(scene: Scene, sentences: Iterable[Span], hints: Iterable[Mention]) -> None:
    for sentence in sentences:
        names = [(m.start, m.end) for m in scene.within(*sentence, ("Person",))]
        titled = scene.within(*sentence, ("Document",))
        byline = _BYLINE.match(scene.text, sentence.start, min(sentence.end, sentence.start + 80))
        for found in find_events(scene.text, byline.end() if byline else sentence.start, sentence.end, names):
            event = _by_tagger(found, scene.text, hints)
            if any(
                t.start < event.end and event.start < t.end and (event.start > t.start or event.end < t.end)
                for t in titled
            ):
                continue
            if scene.text[event.start - 1] == "由" and scene.text[event.start : event.end] in organizations():
                continue  # 由世界经济论坛主办: a body
            event = event._replace(start=scene.name_start(event.start))
            written = scene.text[event.start : event.end]
            name = "" if event.bare else scene.event_name(event.start, written)
            scene.add(
                Mention(
                    start=event.start,
                    end=event.end,
                    type="Event",
                    text=written,
                    name=name,
                    confidence=0.85,
                    rule="gathering",
                )
            )


def _by_tagger(event: EventName, text: str, hints: Iterable[Mention]) -> EventName:
    """The name as the tagger saw it, when that begins earlier (第九届库布其国际沙漠论坛) and is sure."""
    for hint in hints:
        longer = hint.type == "Event" and hint.end == event.end and hint.start < event.start
        before = text[hint.start : event.start]
        if longer and hint.confidence >= 0.9 and not _NO_PART.search(before) and not opens_no_name(before):
            return EventName(hint.start, event.end, False)
    return event


def _frames(scene: Scene, sentences: Iterable[Span]) -> Iterator[Frame]:
    taken = bytearray(len(scene.text) + 1)
    for mention in scene.mentions:
        taken[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
    words = lexicon()
    carried: Sequence[Mention] = []
    speaker: Sequence[Mention] = ()
    items = frozenset(item_starts(scene.article))
    for sentence in sentences:
        if sentence.start in items:
            carried, speaker = [], ()
            scene.begin_item(sentence.start)
        title = sentence.end <= len(scene.article.title)
        begin = sentence.start
        if not title:
            byline = _BYLINE.match(scene.text, sentence.start, min(sentence.end, sentence.start + 80))
            begin = byline.end() if byline else sentence.start
        headline = title or is_headline(scene.text, sentence)
        slots = cut(scene.text, Span(begin, sentence.end), words, taken, spaces=headline)
        first: Sequence[Mention] = ()
        if slots:
            clause = Clause(
                scene, Span(begin, sentence.end), slots, Before(carried, speaker), "title" if title else "body"
            )
            _read(clause, _IN_TITLE if title else frozenset(HANDLERS))
            yield from clause.frames
            speaker, first = clause.speaker, clause.first
        if not title:
            yield from told_by_the_way(scene, Span(begin, sentence.end))
            if letter := messages.join_many(scene, sentence):
                yield letter
        people = [p for p in scene.within(begin, sentence.end, ("Person",)) if p.text not in scene.reporters]
        carried = first or people[:1] or carried


def _read(clause: Clause, kinds: frozenset[str]) -> None:
    for i, slot in enumerate(clause.slots):
        clause.index = i
        kind = slot.marker.kind
        if kind == ",":
            sides.note_sides(clause)
            clause.pause(slot)
            stops.stop(clause)
        elif kind == "cause":
            if not witness(clause, slot.marker):
                clause.restart(slot)
        elif kind == "guest":
            clause.extend_phrase(slot)
            visits.guest(clause, slot.marker)
        elif kind in _PREPOSITIONS:
            clause.preposition(slot)
            _verbal_event(clause, slot)
            if kind == "at":
                stops.pass_through(clause, slot)
            opening.figurative(clause, slot)
        elif kind == "say" and clause.text.startswith("的", slot.marker.start - 1):
            continue  # a noun: 对此的表态
        elif kind == "attend" and clause.reported and not clause.said_by and clause.persons:  # 媒体说，某某将参加某会
            HANDLERS[kind](clause, slot.marker)
            clause.settle(slot)
        elif kind in kinds and (not clause.reported or kind in _IN_SPEECH or _speaks_there(clause, slot)):
            if kind == "say":
                issuing.stated_in(clause, slot.marker)
            handle = holding.hold if holding.comes_to(clause, slot.marker) else HANDLERS[kind]
            handle(clause, slot.marker)
            clause.settle(slot)
            clause.last_kind = kind
        else:
            clause.acted = True
    sides.note_sides(clause)


def _speaks_there(clause: Clause, slot: Slot) -> bool:
    """Whether what is told of is a speech at a named gathering (某人说，某主席在峰会上发表讲话).

    Or what a meeting does that has announced something too (会议宣布分工，审议通过规则).
    """
    if slot.marker.kind == "adopt":
        meeting = clause.topic
        return meeting is not None and clause.sentence.start <= meeting.start and meeting.end < clause.said
    at = clause.phrase.get("at")
    named = at is not None and at.start > clause.said and bool(clause.events(*at))
    return clause.text.startswith("上", slot.marker.start) or (slot.marker.kind == "speak" and named)


def _verbal_event(clause: Clause, slot: Slot) -> None:
    """同…集体谈话: a talk with a group, named by the phrase itself."""
    if slot.marker.kind != "with":
        return
    events = [e for e in clause.events(slot.start, slot.end) if e.text.endswith(("集体谈话", "座谈交流"))]
    if events:
        begin = slot.marker.end
        text = clause.text[begin : events[0].end]
        whole = Mention(
            start=begin, end=events[0].end, type="Event", text=text, name=text, confidence=0.85, rule="talk"
        )
        group_talks.talk_as_event(clause, clause.scene.add(whole), slot.marker)
