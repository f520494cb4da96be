"""Reads one sentence from left to right: who acts, where and with whom, when a verb comes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.annotate.builtin.joined import joined
from kg.annotate.builtin.modality import Told, lies_ahead, told
from kg.annotate.builtin.phrase import Slot, travels
from kg.annotate.builtin.scene import OF_GATHERINGS, Scene
from kg.annotate.builtin.slots import organization_end
from kg.annotate.builtin.subject import Before, Subject
from kg.grammar.clauses import Marker, choices
from kg.model import Argument, Frame, Mention, Role, Span

_THEN = re.compile(rf"\s*(?:{choices('then')})")
_PEOPLE = re.compile(rf"(?:{choices('people')})(?:们|等)?(?:近日|今天|昨天|分别|先后|共同|一起|定|拟|将|也|还|再次|同时|继续|陆续|相继|开始|计划|预计|已|\d+日)*$")
_NO_SUBJECT = re.compile(r"(?:见证下|陪同下|主持下|领导下|率领下|带领下|关心下|推动下|委托|邀请|上|中|时|期间)\s*$")
_COMPANY = re.compile(r"(?:陪同|见证|主持|带领|率领)下")
_FOR_WHOM = re.compile(f"(?:{choices('before_for')})$")  # before 代表, what shows it for a verb
_GOES_ON = re.compile("(?:并且?|还|随后|之后)(?:共同|一起|一同)")
_MADE_OF = re.compile("(?:共同|联合)?(?:组成|构成|组建|成立)的")
_REST = re.compile(r"^[了过]|(?:并|并且|先后|分别|依次|共同|现场|后|时|和|等|活动|，|。|；|\s|”|◆|▲)+$")


class Clause(Subject):
    """The state of a sentence while its slots are read; verbs take their arguments from it."""

    def __init__(self, scene: Scene, sentence: Span, slots: Sequence[Slot], before: Before, rule: str) -> None:
        super().__init__(scene, sentence, before)
        self.slots = slots
        self.rule = rule
        self.frames: list[Frame] = []
        self.begin = sentence.start  # of the clause
        self.phrase: dict[str, Span] = {}  # prepositional phrases of the clause, by kind
        self.place: Span | None = None  # the last 在-phrase of the sentence
        self.reported = False  # whether the rest is what somebody says
        self.said = sentence.start  # where it begins
        self.said_by: list[Mention] = []  # the person who says it, and none where it is a body or the media
        self.index = 0  # of the slot at hand
        self.last_kind = ""  # of the verb before
        self.acted = False  # whether the clause has had a verb
        self.partners: list[Mention] = []  # with whom the subject has talked in a clause before
        self._company = -1  # where a phrase ends that says with whom, over its commas
        self._looking_on: list[Mention] = []  # who was the subject before what they 见证
        self._relative: tuple[int, list[Mention]] = (-1, [])

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
        self._company = self._company_end(slot) if kind == "at" else self._company
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

    def _company_end(self, slot: Slot) -> int:
        """Where 在甲，乙陪同下 ends, whose commas part the names of a list; -1 for other phrases."""
        if not self.actors(slot.start, slot.end):
            return -1
        for later in self.slots[self.index + 1 :]:
            if later.marker.kind != "," or not self.actors(later.start, later.end):
                return -1
            if found := _COMPANY.search(self.text, later.start, later.end):
                return found.end()
        return -1

    def told(self, marker: Marker) -> Told:
        """Whether the words before a verb in its clause deny, plan or only wish it."""
        head = self.text[self.sentence.start : self.begin]
        return told(head, self.scene.outside_names(self.begin, marker.start), self.text[marker.end : marker.end + 3])

    def people(self) -> list[Mention]:
        """The persons that act: of a relative clause, of 由, or the subject."""
        limit, relative = self._relative
        if self.index < limit:
            return relative
        if self._describes():
            return self._inner_subject()
        if "by" in self.phrase:
            return self.actors(*self.phrase["by"])
        return self.persons

    def _describes(self) -> bool:
        """Whether the verb is part of a relative clause (某人签署的命令)."""
        slot = self.slots[self.index]
        return "的" in (self.text[slot.start : slot.start + 1], self.text[slot.marker.end - 1])

    def _inner_subject(self) -> list[Mention]:
        """The persons that are the subject of a relative clause."""
        if "by" in self.phrase:
            return self.actors(*self.phrase["by"])
        span = self._before_verb()
        return self.actors(*span) if span else []

    def _described_by(self) -> Span | None:
        """The written subject of a relative clause that the verb stands in (签署了议会通过的法案)."""
        span = self._before_verb() if self._describes() else None
        return span if span and self.text[span.start : span.end].strip() else None

    def _before_verb(self) -> Span | None:
        """What stands between the verb outside, or the pause before, and the verb of a relative clause."""
        for before in reversed(self.slots[: self.index]):
            if before.marker.kind not in ("at", "by", "with", "to", "for", "lead"):
                return Span(before.start, before.end)
        return None

    @property
    def in_relative(self) -> bool:
        """Whether the verb stands in a relative clause whose subject is known."""
        return self.index < self._relative[0]

    def agents(self, *, places: bool = True, firms: bool = False) -> list[Mention]:
        """Who acts, persons or else bodies, also companies by their short names where ``firms`` asks for them."""
        people = self.people()
        if people:
            return people
        if self._describes() and self.index and self.slots[self.index - 1].marker.kind == "to":
            return []  # 对去年出版的…进行修订: who did is not said
        span = self.phrase.get("by", self._described_by() or self.subject)
        written = self.text[span.start : span.end]
        if _PEOPLE.search(written.rstrip()) or "来自" in written or written.startswith(("将", "把")):
            return []
        return self.scene.bodies(*self.without_time(self.without_matter(span)), places=places, firms=firms)

    def parties(self, *, firms: bool = False) -> tuple[list[Mention], list[Mention]]:
        """The bodies that act, and those behind 与 or 同; a name that holds such a word itself is kept whole."""
        span = self.phrase.get("by", self.subject)
        beside = self.phrase.get("with")
        if beside is None or not 0 < beside.start - span.end <= 2:
            return self.agents(firms=firms), self.scene.bodies(*beside, firms=firms) if beside else []
        found = self.scene.bodies(*self.without_time(Span(span.start, beside.end)), firms=firms)
        ones, others = [m for m in found if m.start < beside.start], [m for m in found if m.start >= beside.start]
        if ones and not others and ones[-1].end > beside.start:  # 某支行同天源公司: no 同天
            apart = self.agents(firms=firms), self.scene.bodies(*beside, firms=firms)
            ones, others = apart if all(apart) and organization_end(apart[0][-1].text) else (ones, others)
        return ones, others

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

    def relative(self, limit: int, persons: list[Mention]) -> None:
        """The verbs up to slot ``limit`` have these persons as their subject (来华出席论坛的首相洪玛奈)."""
        self._relative = limit, persons

    def events(self, start: int, end: int) -> list[Mention]:
        """Gatherings named in a span."""
        return self.scene.within(start, end, ("Event",))

    def object_events(self) -> list[Mention]:
        """The gathering that a verb governs, directly or behind a relative clause (出席X在Y举行的宴会)."""
        slot = self.slots[self.index]
        if found := self.events(slot.start, slot.end):
            return found
        written = self.text[slot.marker.start : slot.marker.end]
        for later in self.slots[self.index + 1 :]:
            if later.marker.kind == ",":
                break
            described = "的" in (self.text[later.start : later.start + 1], self.text[later.marker.end - 1])
            if later.marker.kind in ("hold", "organize", "open") and (described or written == "召集"):
                return joined(self.text, self.events(later.start, later.end))
        return []

    def rest(self) -> str:
        """What follows the verb up to the next marker, without aspect and conjunctions."""
        slot = self.slots[self.index]
        return _REST.sub("", self.text[slot.start : slot.end].strip(" 。！!")).strip()

    def persons_ahead(self) -> tuple[list[Mention], int]:
        """The persons that a verb governs, in its own slot or at the end of the clause, with that slot's index."""
        for i in range(self.index, len(self.slots)):
            slot = self.slots[i]
            if i > self.index and slot.marker.kind == ",":
                break
            if found := self.actors(slot.start, slot.end):
                return found, i
        return [], self.index

    def visitors_ahead(self) -> list[Mention]:
        """The persons behind the 的 of a relative clause that 与 or 同 opens (同来华出席峰会并访问的总统…会谈)."""
        before = self.phrase.get("with")
        if before is None or self.actors(before.start, self.slots[self.index].marker.start):
            return []
        found, _ = self.persons_ahead()
        return found if found and "的" in self.text[self.slots[self.index].end : found[0].start] else []

    def there(self) -> Span | None:
        """The 在-phrase of the verb, or of the sentence, but for one that says where somebody speaks of it."""
        span = self.phrase.get("at", self.place)
        return None if span and self.reported and span.start < self.said else span

    def state(
        self, predicate: str, marker: Marker, arguments: Iterable[Argument], rule: str, *, confidence: float = 0.95
    ) -> Frame | None:
        """Add a frame, unless its verb is only wished for; give back what was added."""
        self.scene.on_tour = self.scene.on_tour and predicate not in OF_GATHERINGS
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
        if day is None and _THEN.match(self.text, self.sentence.start):
            day = self.scene.last_day(self.sentence.start)
        on_way = day is not None and "/" in day.iso and travels(self.slots, day.end, marker.start)
        return [Argument(role="TMP", start=day.start, end=day.end, name=day.iso)] if day and not on_way else []


def role(name: Role, mentions: Iterable[Mention]) -> list[Argument]:
    """One argument of a role for each mention."""
    return [Argument(role=name, start=m.start, end=m.end) for m in mentions]
