"""Who acts in a clause, and what its verb governs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate.builtin.joined import joined
from kg.annotate.builtin.phrase import Slot
from kg.annotate.builtin.relative import own_subject
from kg.annotate.builtin.scene import Scene
from kg.annotate.builtin.slots import organization_end, without_project
from kg.annotate.builtin.subject import Before, Subject
from kg.grammar.clauses import choices
from kg.model import Mention, Span

_PEOPLE = re.compile(
    rf"(?:{choices('people')})(?:们|等)?"
    r"(?:近日|今天|昨天|分别|先后|共同|一起|定|拟|将|也|还|再次|同时|继续|陆续|相继|开始|计划|预计|已|\d+日)*$"
)
_REST = re.compile(r"^[了过]|(?:并|并且|先后|分别|依次|共同|现场|后|时|和|等|活动|，|。|；|\s|”|◆|▲)+$")


class Acting(Subject):
    """The slots of a sentence and its phrases: where the actors and the objects of the verb at hand stand."""

    def __init__(self, scene: Scene, sentence: Span, slots: Sequence[Slot], before: Before) -> None:
        super().__init__(scene, sentence, before)
        self.slots = slots
        self.index = 0  # of the slot at hand
        self.phrase: dict[str, Span] = {}  # prepositional phrases of the clause, by kind
        self._relative: tuple[int, list[Mention]] = (-1, [])

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
        """What stands between the verb outside, or the pause before, or 是, and the verb of a relative clause."""
        for before in reversed(self.slots[: self.index]):
            if before.marker.kind not in ("at", "by", "with", "to", "for", "lead"):
                return own_subject(self.text, before.start, before.end)
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
        span = self.phrase.get("by", self._described_by() or self.subject)
        beside = self.phrase.get("with")
        if beside is not None:
            beside = Span(beside.start, without_project(self.text, *beside))
        if beside is None or not 0 < beside.start - span.end <= 2:
            return self.agents(firms=firms), self.scene.bodies(*beside, firms=firms) if beside else []
        found = self.scene.bodies(*self.without_time(Span(span.start, beside.end)), firms=firms)
        ones, others = [m for m in found if m.start < beside.start], [m for m in found if m.start >= beside.start]
        if ones and not others and ones[-1].end > beside.start:  # 某支行同天源公司: no 同天
            apart = self.agents(firms=firms), self.scene.bodies(*beside, firms=firms)
            ones, others = apart if all(apart) and organization_end(apart[0][-1].text) else (ones, others)
        return ones, others

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
