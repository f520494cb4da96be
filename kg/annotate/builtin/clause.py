"""Reads one sentence from left to right: who acts, where and with whom, when a verb comes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.annotate.builtin.phrase import Slot
from kg.annotate.builtin.scene import Scene
from kg.grammar.clauses import Marker, choices
from kg.model import Argument, Frame, Mention, Role, Span

_NEGATED = re.compile(choices("denied"))
_IRREAL = re.compile(choices("unreal"))
_PLANNED = re.compile(choices("planned"))
_ON_BEHALF = re.compile(rf"^\s*(?:受|应|在)[^，]*(?:{choices('on_behalf')})\s*$")
_FIRST = re.compile(r"^\s*[“\"]?我(?!国|们|市|省|县|州|区|军|方|校|院|会|党)")
_THEN = re.compile(rf"\s*(?:{choices('then')})")
_WORDS = f"(?:{choices('adverbs')})"
_ADVERBS = re.compile(f"^{_WORDS}+|{_WORDS}+$")
_GROUP = re.compile(rf"(?:{choices('groups')})(?:等|共|约|\d+[余多]?人)*\s*$")
_PEOPLE = re.compile(rf"(?:{choices('people')})(?:们|等)?(?:近日|今天|分别|先后|\d+日)*$")
_PRONOUN = re.compile(r"^\s*(?:他们?|她们?)(?!国|人|方|山)")
_ADVERBIAL = re.compile(f"(?:{choices('adverbial')})$")


class Told(NamedTuple):
    """How a verb is told: denied, planned, or not as a fact at all."""

    negated: bool
    planned: bool
    unreal: bool


class Clause:
    """The state of a sentence while its slots are read; verbs take their arguments from it."""

    def __init__(self, scene: Scene, sentence: Span, slots: Sequence[Slot], carried: Sequence[Mention], speaker: Sequence[Mention], rule: str) -> None:
        self.scene = scene
        self.text = scene.text
        self.sentence = sentence
        self.slots = slots
        self.rule = rule
        self.frames: list[Frame] = []
        self.persons: list[Mention] = []
        self.subject = Span(sentence.start, sentence.start)  # where the subject is written
        self.begin = sentence.start  # of the clause
        self.topic: Mention | None = None  # the gathering that the sentence is about
        self.phrase: dict[str, Span] = {}  # prepositional phrases of the clause, by kind
        self.place: Span | None = None  # the last 在-phrase of the sentence
        self.reported = False
        self.index = 0
        self._carried = carried
        self.speaker = speaker
        self.last_kind = ""  # of the verb before
        self.acted = False  # whether the clause has had a verb
        self._pending = False
        self._relative: tuple[int, list[Mention]] = (-1, [])

    # -- reading on -------------------------------------------------------------------------------------------------

    def pause(self, slot: Slot) -> None:
        """Begin a clause; its first words may be a new subject, more of a list, or neither."""
        self.begin = slot.marker.end
        if self.acted or self.actors(slot.start, slot.end):
            self.phrase = {}
        self.acted = False
        self._take_subject(slot.start, slot.end)

    def restart(self, slot: Slot) -> None:
        """Begin a clause inside a clause, as after 见证: what follows has a subject of its own or none."""
        self.persons, self.topic = [], None
        self.subject = Span(slot.start, slot.start)
        self.begin, self.phrase = slot.start, {}
        self._take_subject(slot.start, slot.end)

    def _take_subject(self, start: int, end: int) -> None:
        written = self.text[start:end]
        persons = self.actors(start, end)
        events = self.scene.within(start, end, ("Event",))
        if _ON_BEHALF.match(written):
            return
        if persons:
            joined = self._pending and self._begins_with_name(start, persons[0])
            self.persons = [*self.persons, *persons] if joined else persons
            self.subject = Span(self.subject.start if joined else start, end)
            self.topic = None if not events else events[-1]
        elif _PRONOUN.match(written) and (self.persons or self._carried):
            self.persons, self.subject = [*self.persons, *self._carried][:1], Span(start, end)
        elif events and _ADVERBS.sub("", self.text[events[-1].end : end].strip(" 也还于已")) in ("", "的") or events and self._timed(events[-1].end, end):
            self.topic, self.persons, self.subject = events[-1], [], Span(start, end)
        elif self.speaker and _FIRST.match(written):
            self.persons, self.subject = list(self.speaker), Span(start, end)
        elif self._pending and (re.match(r"\s*(?:以及|和|及)", written) or _GROUP.search(written)):
            return
        elif self._names_something(start, end):
            self.persons, self.subject = [], Span(start, end)
            self.topic = events[-1] if events else self.topic
        self._pending = bool(persons) and self.text[end : end + 1] in "，,"

    def _timed(self, start: int, end: int) -> bool:
        when = self.scene.day(start, end)
        return bool(when) and when is not None and not self.text[when.end : end].strip(" 也还于已上下午晚0123456789时")

    def _begins_with_name(self, start: int, person: Mention) -> bool:
        offices = self.scene.within(start, person.start, ("Position",))
        first = min([person.start, *(o.start for o in offices)])
        return not self.text[start:first].strip("以及和 ")

    def _names_something(self, start: int, end: int) -> bool:
        written = self.text[start:end]
        when = self.scene.day(start, end)
        if when:
            written = self.text[start : when.start] + self.text[when.end : end]
        written = _ADVERBS.sub("", written.strip(" 　”\""))
        return len(written) > 1 and not _ADVERBIAL.search(written)

    def actors(self, start: int, end: int) -> list[Mention]:
        """Persons in a span, without the article's reporters."""
        found = self.scene.within(start, end, ("Person",))
        return [p for p in found if p.text not in self.scene.reporters]

    def preposition(self, slot: Slot) -> None:
        """Note a prepositional phrase; a person behind its place is the subject (在京李强会见)."""
        kind = slot.marker.kind
        span = Span(slot.start, slot.end)
        if kind == "for" and self._is_noun(slot.marker):
            self._take_subject(self.begin, slot.end)
            return
        if kind == "at":
            persons = self.scene.within(slot.start, slot.end, ("Person",))
            if persons and not re.search(r"(?:见证下|陪同下|主持下|领导下|率领下|带领下|关心下|推动下|委托|邀请|上|中|时|期间)\s*$", self.text[slot.start : slot.end]):
                first = min([persons[0].start, *(o.start for o in self.scene.within(slot.start, persons[0].start, ("Position",)))])
                self.persons, self.subject = persons, Span(first, slot.end)
                span = Span(slot.start, first)
            self.place = span
        if kind in ("with", "by", "for", "to") and kind in self.phrase and not self.acted:
            self.phrase[kind] = Span(self.phrase[kind].start, span.end)
        elif kind in ("by", "with") or kind not in self.phrase or self._only_time(self.phrase[kind]):
            self.phrase[kind] = span

    # -- what a verb asks -------------------------------------------------------------------------------------------

    def told(self, marker: Marker) -> Told:
        """Whether the words before a verb in its clause deny, plan or only wish it."""
        before = self._outside_names(self.begin, marker.start)
        near = before[-14:]
        unreal = bool(_IRREAL.search(before))
        if not unreal:
            head = self.text[self.sentence.start : self.begin]
            unreal = bool(re.search(r"(?:^|[，：；])(?:若|如果|倘若|一旦|要是|假如)", head))
        after = self.text[marker.end : marker.end + 3]
        denied = bool(_NEGATED.search(near)) or after.startswith(("未果", "失败"))
        return Told(denied, bool(_PLANNED.search(before)), unreal)

    def _outside_names(self, start: int, end: int) -> str:
        """The text of a span without the names in it, whose words tell nothing of the verb."""
        kept, at = [], start
        for mention in self.scene.within(start, end, ("Event", "Document", "Position", "Organization", "Person")):
            kept.append(self.text[at : mention.start])
            at = mention.end
        return "　".join([*kept, self.text[at:end]])

    def people(self) -> list[Mention]:
        """The persons that act: of a relative clause, of 由, or the subject."""
        limit, relative = self._relative
        if self.index < limit:
            return relative
        inner = self._inner_subject()
        if inner:
            return inner
        if "by" in self.phrase:
            return self.actors(*self.phrase["by"])
        return self.persons

    def _inner_subject(self) -> list[Mention]:
        """The subject of a relative clause (宣读某人签署的命令): persons between the verb outside and this one."""
        slot = self.slots[self.index]
        if "的" not in (self.text[slot.start : slot.start + 1], self.text[slot.marker.end - 1]):
            return []
        for before in reversed(self.slots[: self.index]):
            if before.marker.kind == ",":
                break
            if before.marker.kind not in ("at", "by", "with", "to", "for", "lead"):
                return self.actors(before.start, before.end)
        return []

    @property
    def in_relative(self) -> bool:
        """Whether the verb stands in a relative clause whose subject is known."""
        return self.index < self._relative[0]

    def agents(self, *, places: bool = True) -> list[Mention]:
        """Who acts, persons or else bodies."""
        people = self.people()
        if people:
            return people
        span = self.phrase.get("by", self.subject)
        if _PEOPLE.search(self.text[span.start : span.end].rstrip()):
            return []
        return self.scene.bodies(*self._without_time(span), places=places)

    def _without_time(self, span: Span) -> Span:
        when = self.scene.day(*span)
        if when and when.start - span.start < 3:
            return Span(when.end, span.end)
        if when and span.end - when.end < 4:
            return Span(span.start, when.start)
        return span

    def _only_time(self, span: Span) -> bool:
        when = self.scene.day(*span)
        return when is not None and when.end - when.start >= len(self.text[span.start : span.end].strip())

    def _is_noun(self, marker: Marker) -> bool:
        """Whether 代表 is a noun (教师代表某某): right behind a common noun instead of a subject or an adverb."""
        before = self.text[self.begin : marker.start].rstrip()
        if not before or before.endswith(("分别", "先后", "并", "、", "各自", "，", "也", "共同")):
            return False
        last = self.scene.within(self.begin, marker.start, ("Person", "Organization", "Event"))
        return not (last and last[-1].end == self.begin + len(self.text[self.begin : marker.start].rstrip()))

    def extend_phrase(self, slot: Slot) -> None:
        """The phrase before goes on through this slot (与来访的总统…)."""
        before = self.slots[self.index - 1].marker.kind if self.index else ""
        if before in self.phrase and not self.text[self.phrase[before].start : slot.marker.start].strip():
            self.phrase[before] = Span(self.phrase[before].start, slot.end)

    def speakers(self, span: Span | None) -> list[Mention]:
        """The person right before a 在-phrase (习近平在会议上的讲话)."""
        before = self.actors(self.begin, span.start) if span else []
        return before[-1:] or self.people()[:1]

    def settle(self, slot: Slot) -> None:
        """After a verb: a gathering behind 的 (签约之后的揭牌仪式) is what the clause is about."""
        self.acted = True
        events = self.events(slot.start, slot.end)
        if events and self.topic is None and self.text[events[-1].start - 1] == "的" and events[-1].end == slot.end:
            self.topic = events[-1]

    def relative(self, limit: int, persons: list[Mention]) -> None:
        """The verbs up to slot ``limit`` have these persons as their subject (来华出席论坛的首相洪玛奈)."""
        self._relative = limit, persons

    def events(self, start: int, end: int) -> list[Mention]:
        """Gatherings named in a span."""
        return self.scene.within(start, end, ("Event",))

    def object_events(self) -> list[Mention]:
        """The gathering that a verb governs, directly or behind a relative clause (出席X在Y举行的宴会)."""
        slot = self.slots[self.index]
        found = self.events(slot.start, slot.end)
        if found:
            return found
        for later in self.slots[self.index + 1 :]:
            if later.marker.kind == ",":
                break
            if later.marker.kind in ("hold", "organize", "open") and self.text[later.start : later.start + 1] == "的":
                return self.events(later.start, later.end)[:1]
        return []

    def rest(self) -> str:
        """What follows the verb up to the next marker, without aspect and conjunctions."""
        slot = self.slots[self.index]
        return re.sub(r"^[了过]|(?:并|并且|先后|分别|依次|共同|现场|后|时|和|等|活动|，|。|；|\s|”|◆|▲)+$", "", self.text[slot.start : slot.end].strip(" 。！!")).strip()

    def persons_ahead(self) -> tuple[list[Mention], int]:
        """The persons that a verb governs, in its own slot or at the end of the clause, with that slot's index."""
        for i in range(self.index, len(self.slots)):
            slot = self.slots[i]
            if i > self.index and slot.marker.kind == ",":
                break
            found = self.actors(slot.start, slot.end)
            if found:
                return found, i
        return [], self.index

    # -- stating ----------------------------------------------------------------------------------------------------

    def state(self, predicate: str, marker: Marker, arguments: Iterable[Argument], rule: str, *, confidence: float = 0.95) -> None:
        """Add a frame, unless its verb is only wished for."""
        told = self.told(marker)
        if told.unreal and rule != "speech-at":
            return
        self.frames.append(
            Frame(
                predicate=predicate,
                start=marker.start,
                end=marker.end,
                arguments=tuple(arguments),
                sentence=self.sentence,
                negated=told.negated,
                planned=told.planned,
                confidence=confidence,
                rule=f"{self.rule}/{rule}",
            )
        )

    def when(self, marker: Marker) -> list[Argument]:
        """The time of a verb: the last date before it in the sentence."""
        day = self.scene.day(self.sentence.start, marker.start)
        if day is None and _THEN.match(self.text, self.sentence.start):
            day = self.scene.last_day(self.sentence.start)
        return [Argument(role="TMP", start=day.start, end=day.end, name=day.iso)] if day else []


def role(name: Role, mentions: Iterable[Mention]) -> list[Argument]:
    """One argument of a role for each mention."""
    return [Argument(role=name, start=m.start, end=m.end) for m in mentions]
