"""Reads one sentence from left to right: who acts, where and with whom, when a verb comes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.annotate.builtin.acting import Acting
from kg.annotate.builtin.company import company_end
from kg.annotate.builtin.modality import Told, lies_ahead, told
from kg.annotate.builtin.phrase import Slot, travels
from kg.annotate.builtin.scene import OF_GATHERINGS, Scene
from kg.annotate.builtin.subject import Before
from kg.grammar.clauses import Marker, choices
from kg.model import Argument, Frame, Mention, Role, Span

_THEN = re.compile(rf"\s*(?:{choices('then')})")
_NO_SUBJECT = re.compile(r"(?:见证下|陪同下|主持下|领导下|率领下|带领下|关心下|推动下|委托|邀请|上|中|时|期间)\s*$")
_FOR_WHOM = re.compile(f"(?:{choices('before_for')})$")  # before 代表, what shows it for a verb
_GOES_ON = re.compile("(?:并且?|还|随后|之后)(?:共同|一起|一同)")
_FIXED = re.compile("(?:将|定|拟)(?:于|在)")  # a time or place that is fixed, whatever is wished for it
_MADE_OF = re.compile("(?:共同|联合)?(?:组成|构成|组建|成立)的")


class Clause(Acting):
    """The state of a sentence while its slots are read; verbs take their arguments from it."""

    def __init__(self, scene: Scene, sentence: Span, slots: Sequence[Slot], before: Before, rule: str) -> None:
        super().__init__(scene, sentence, slots, before)
        self.rule = rule
        self.frames: list[Frame] = []
        self.begin = sentence.start  # of the clause
        self.place: Span | None = None  # the last 在-phrase of the sentence
        self.reported = False  # whether the rest is what somebody says
        self.said = sentence.start  # where it begins
        self.said_by: list[Mention] = []  # the person who says it, and none where it is a body or the media
        self.last_kind = ""  # of the verb before
        self.acted = False  # whether the clause has had a verb
        self.partners: list[Mention] = []  # with whom the subject has talked in a clause before
        self._company = -1  # where a phrase ends that says with whom, over its commas
        self._looking_on: list[Mention] = []  # who was the subject before what they 见证

    def pause(self, slot: Slot) -> None:
        """Begin a clause; its first words may be a new subject, more of a list, or neither."""
        if slot.start <= self._company:
            return
        self.begin = slot.marker.end
        if self.acted or self.actors(slot.start, slot.end):
            self.phrase = {}
        self._pending = self._pending and not self.acted
        self.place = None if self.text[slot.marker.start : slot.marker.end] in ("；", ";") else self.place
        self.acted = False
        following = self.slots[self.index + 1 :]
        delegates = following and following[0].marker.kind == "for" and self._is_noun(following[0].marker)
        end = following[0].end if delegates else slot.end  # 某国外长以及各国代表
        self.take_subject(slot.start, end, alone=self.stands_alone(slot, following[:2]))
        if self._looking_on and not self.persons and _GOES_ON.match(self.text, slot.start):
            self.persons = self._looking_on
        if self.reported and self._opens_anew(slot):
            self.reported = False

    def _opens_anew(self, slot: Slot) -> bool:
        """Whether a clause opens with a holder and the office, as the news does where nobody speaks any more."""
        persons = self.actors(slot.start, slot.end)
        if not persons or not self.begins_with_name(slot.start, persons[0]):
            return False
        chairs = any(s.marker.kind == "chair" for s in self.slots[self.index + 1 : self.index + 2])
        told = chairs and self.text[self.said : slot.marker.start].strip()  # 某某宣布决定，某某主持会议
        return bool(told or self.scene.within(slot.start, persons[0].start, ("Position",)))

    def restart(self, slot: Slot) -> None:
        """Begin a clause inside a clause, as after 见证: what follows has a subject of its own or none."""
        self._looking_on = self.persons
        self.persons, self.topic = [], None
        self.subject = Span(slot.start, slot.start)
        self.begin, self.phrase = slot.start, {}
        self.take_subject(slot.start, slot.end)

    def preposition(self, slot: Slot) -> None:
        """Note a prepositional phrase; a person behind its place is the subject (在京李强会见)."""
        kind = slot.marker.kind
        span = Span(slot.start, slot.end)
        if kind == "for" and self._is_noun(slot.marker):
            self.take_subject(self.begin, slot.end)
            return
        if kind == "by" and (made := _MADE_OF.search(self.text, slot.start, slot.end)):  # 由甲、乙组成的代表团
            self.take_subject(made.end(), slot.end)
            return
        if kind == "at":
            self._company = company_end(self.text, slot, self.slots[self.index + 1 :], self.actors)
        if kind == "at" and self._company > slot.end:
            span = Span(slot.start, self._company)
        elif kind == "at":
            persons = self.scene.within(slot.start, slot.end, ("Person",))
            if persons and not _NO_SUBJECT.search(self.text[slot.start : slot.end]):
                offices = self.scene.within(slot.start, persons[0].start, ("Position",))
                first = min([persons[0].start, *(o.start for o in offices)])
                self.persons, self.subject = persons, Span(first, slot.end)
                span = Span(slot.start, first)
            self.place = span
        before = None if self.acted else self.phrase.get(kind)
        if before and (kind in ("with", "for", "to") or (kind == "by" and before.start > self.begin)):
            self.phrase[kind] = Span(before.start, span.end)
        elif kind in ("by", "with") or kind not in self.phrase or self._is_past(self.phrase[kind]):
            self.phrase[kind] = span

    def told(self, marker: Marker) -> Told:
        """Whether the words before a verb in its clause deny, plan or wish it; a relative clause is told apart."""
        inner = self._described_by() if marker.kind == "sign" else None
        if marker.kind == "hold" and self._describes() and not self.phrase.get("by"):
            inner = self._before_verb()  # 支持将于9月举行的论坛
        begin = max(self.begin, inner.start) if inner else self.begin
        if inner and marker.kind == "hold" and (fixed := _FIXED.search(self.text, begin, marker.start)):
            begin = fixed.start()
        head = self.text[self.sentence.start : begin] if begin == self.begin else ""
        return told(head, self.scene.outside_names(begin, marker.start), self.text[marker.end : marker.end + 3])

    def _is_past(self, span: Span) -> bool:
        """Whether a later phrase of the kind takes its place: it stood in a clause before, or is only a time."""
        if span.start < self.begin:
            return True
        when = self.scene.day(*span)
        return when is not None and when.end - when.start >= len(self.text[span.start : span.end].strip())

    def _is_noun(self, marker: Marker) -> bool:
        """Whether 代表 is a noun (教师代表某某): right behind a common noun instead of a subject or an adverb."""
        before = self.text[self.begin : marker.start].rstrip()
        if not before or _FOR_WHOM.search(before):
            return False
        last = self.scene.within(self.begin, marker.start, ("Person", "Organization", "Event"))
        return not (last and last[-1].end == self.begin + len(self.text[self.begin : marker.start].rstrip()))

    def extend_phrase(self, slot: Slot) -> None:
        """The phrase before goes on through this slot (与来访的总统…)."""
        before = self.slots[self.index - 1].marker.kind if self.index else ""
        if before in self.phrase and not self.text[self.phrase[before].start : slot.marker.start].strip():
            self.phrase[before] = Span(self.phrase[before].start, slot.end)

    def settle(self, slot: Slot) -> None:
        """After a verb: a gathering behind 的 (签约之后的揭牌仪式) is what the clause is about."""
        self.acted = True
        if slot.marker.kind in ("issue", "hold") and not self.persons and self.text.startswith("的", slot.start):
            self._take_described(slot)
        events = self.events(slot.start, slot.end)
        if events and self.topic is None and self.text[events[-1].start - 1] == "的" and events[-1].end == slot.end:
            self.topic = events[-1]

    def _take_described(self, slot: Slot) -> None:
        """The subject behind a relative clause at the head of its clause (当日出版的某报发表…)."""
        if slot.marker.kind == "issue" or not self.events(slot.start, slot.end):
            self.take_subject(slot.start + 1, slot.end)

    def there(self) -> Span | None:
        """The 在-phrase of the verb, or of the sentence, but for one that says where somebody speaks of it."""
        span = self.phrase.get("at", self.place)
        return None if span and self.reported and span.start < self.said else span

    def state(
        self, predicate: str, marker: Marker, arguments: Iterable[Argument], rule: str, *, confidence: float = 0.95
    ) -> Frame | None:
        """Add a frame, unless its verb is only wished for; give back what was added."""
        self.scene.hear_of(predicate)
        self.scene.headline = None if predicate in ("会见", "会谈") else self.scene.headline
        told = self.told(marker)
        if told.unreal and rule != "speech-at":
            return None
        arguments = tuple(arguments)
        frame = Frame(
            predicate=predicate,
            start=marker.start,
            end=marker.end,
            arguments=arguments,
            sentence=self.sentence,
            negated=told.negated,
            planned=told.planned or lies_ahead(self.text, arguments, self.scene.article.date),
            confidence=confidence,
            rule=f"{'speech' if self.reported else self.rule}/{rule}",
        )
        self.frames.append(frame)
        if self._is_told(frame, rule):
            self.scene.note_gathering(arguments)
        return frame

    def _is_told(self, frame: Frame, rule: str) -> bool:
        """Whether a frame of the text tells of a gathering that persons of the news take part in."""
        aside = frame.negated or frame.planned or self.reported or "guest" in rule or self.rule == "title"
        return frame.predicate in OF_GATHERINGS and not aside

    def when(self, marker: Marker) -> list[Argument]:
        """The time of a verb: the last date before it in the sentence."""
        day = self.scene.day(self.said if self.reported else self.sentence.start, marker.start)
        if day and len(day.iso) == 4:  # a bare year behind the day, as in 昨晚，2023年音乐周
            day = self.scene.day(self.sentence.start, day.start) or day
        if day is None and _THEN.match(self.text, self.sentence.start) and not self.told(marker).planned:
            day = self.scene.last_day(self.sentence.start)
        on_way = day is not None and "/" in day.iso and travels(self.slots, day.end, marker.start)
        return [Argument(role="TMP", start=day.start, end=day.end, name=day.iso)] if day and not on_way else []


def role(name: Role, mentions: Iterable[Mention]) -> list[Argument]:
    """One argument of a role for each mention."""
    return [Argument(role=name, start=m.start, end=m.end) for m in mentions]
