"""Who a sentence is about while it is read from left to right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.annotate.builtin.phrase import Slot
from kg.annotate.builtin.scene import Scene
from kg.grammar.clauses import choices
from kg.grammar.personnames import FREE
from kg.model import Mention, Span

_ON_BEHALF = re.compile(rf"^\s*(?:受|应|在)[^，]*(?:{choices('on_behalf')})\s*$")
_HOST = re.compile(r"应[^，。；]{1,40}?邀请?")
_FIRST = re.compile(
    r"^\s*[“\"]?(?:刚才|昨天|今天|前天|昨晚|此前|去年|今年)?我(?!国|们|市|省|县|州|区|军|方|校|院|会|党)"
)
_WORDS = f"(?:{choices('adverbs')})"
_ADVERBS = re.compile(f"^{_WORDS}+|{_WORDS}+$")
_GROUP = re.compile(rf"(?:{choices('groups')})(?:等|共|约|\d+[余多]?人)*\s*$")
_AND = re.compile(r"(?:以及|[和及与、])\s*$")  # before 代表, which may be the last of the list
_KIN = re.compile(
    r"(?:主席|总统|总理|首相|国王|总书记)?的?(?:夫人|妻子|丈夫|儿子|女儿|父亲|母亲|弟弟|妹妹|哥哥|姐姐|(?P<envoy>特别代表|特使|私人代表))"
)
_PRONOUN = re.compile(r"^\s*(?:他们?|她们?)(?!国|人|方|山)")
_ACTS_ON = re.compile(choices("acts_on"))
_ROLE = re.compile(rf"(?:[^，。、]{{2,5}}[省市县区州旗盟]|[我省市县区州旗])?(?:{choices('roles_in_lists')})")
# how the subject before it acts, also where a pause stands within the theme (以“甲，乙”为主题)
_THEME = re.compile(r"以[^，。；]{2,60}(?:为主?题|为主线|[形方]式|身份|名义|资格|姿态)\s*$|以[“《][^”》，]*$")
_MATTER = re.compile(r"(?<!成)(?:就(?![业职医学餐近是])|围绕|针对).{2,}$")
# nor as what (某国首次作为正式成员)
_DOES_NOT = re.compile(
    "(?<=..)(?:首次|再次|第[一二三四五六]次|继续)?作为[^，。；、]{2,16}$"
    "|(?<=..)(?:没有|没能|并未|尚未|拒绝|不会|不再|无法|均未|都未|从未)(?:直接|正式|派人|派代表|公开|亲自|立即)*$"
)
_ADVERBIAL = re.compile(f"(?:{choices('adverbial')})$")


# 以某某同志为核心的党中央, 某某新时代…思想, 某某总书记关于…的重要论述: who is named there does nothing
_FOR_CORE = re.compile(r"(?:同志|总书记|主席)?为(?:核心|主要代表|总书记)")
_THEORY = re.compile(
    r"(?:新时代中国特色社会主义|法治|外交|文化|生态文明|强军|经济|(?:同志|总书记|主席)?(?:的|系列)?重要)?思想"
    r"|(?:同志|总书记|主席)?(?:关于[^，。；]{2,30}?的?|[有相]关|系列|的)?(?:重要)?(?:论述|指示精神|讲话精神|指示批示)"
    r"|(?:同志|总书记|主席)?(?:的|近期|最近|近日|一?系列|有关|考察|视察)*(?:重要)?(?:(?:讲话|指示|批示|论述|回信|贺信)[和、]?(?:重要)?){1,3}精神"
)


class Before(NamedTuple):
    """What the sentences before leave to the next: the last persons named, and who was speaking."""

    persons: Sequence[Mention] = ()
    speaker: Sequence[Mention] = ()


class Subject:
    """Persons, written subject and topic of a sentence so far."""

    def __init__(self, scene: Scene, sentence: Span, before: Before) -> None:
        self.scene = scene
        self.text = scene.text
        self.sentence = sentence
        self.persons: list[Mention] = []
        self.subject = Span(sentence.start, sentence.start)  # where the subject is written
        self.topic: Mention | None = None  # the gathering that the sentence is about
        self.speaker = before.speaker
        self.first: Sequence[Mention] = ()  # who is the subject first, also by a pronoun
        self._carried = before.persons
        self._named: Sequence[Mention] = ()  # the persons who were the subject last
        self._pending = False  # whether the last clause was a list of persons that may go on

    def take_subject(self, start: int, end: int, *, alone: bool = False) -> None:
        """Read the first words of a clause: a new subject, more of a list, an anaphor, or none of these.

        Words ``alone`` in their clause, without a verb that is known, name no new subject unless they are persons.
        """
        written = self.text[start:end]
        if theme := _THEME.search(written, 2):
            alone, end, written = False, start + theme.start(), written[: theme.start()]
        if not alone:
            self.scene.guess_person(start, end, need=FREE)
        persons = self.actors(start, end)
        events = self.scene.within(start, end, ("Event",))
        if _ON_BEHALF.match(written):
            return
        persons = self._without_matter_of(persons)
        if persons:
            joined = self._pending and self.begins_with_name(start, persons[0])
            self.persons = [*self.persons, *persons] if joined else persons
            self._named = self.persons
            self.subject = Span(self.subject.start if joined else start, end)
            self.topic = None if not events else events[-1]
        elif _PRONOUN.match(written) and (self.persons or self._named or self._carried) and not self._owns(start, end):
            self.persons, self.subject = [*self.persons, *self._named, *self._carried][:1], Span(start, end)
        elif (events and _ADVERBS.sub("", self.text[events[-1].end : end].strip(" 也还于已")) in ("", "的")) or (
            events and self._timed(events[-1].end, end)
        ):
            self.topic, self.persons, self.subject = events[-1], [], Span(start, end)
        elif self.speaker and _FIRST.match(written):
            self.persons, self.subject = list(self.speaker), Span(start, end)
        elif self._pending and (re.match(r"\s*(?:以及|和|及)", written) or _GROUP.search(_AND.sub("", written))):
            return
        elif events and not written[: events[0].start - start].strip() and alone:
            self.topic, self.persons, self.subject = events[0], [], Span(start, end)
        elif not alone and self._names_something(start, end):
            self.persons, self.subject = [], Span(start, end)
            self.topic = events[-1] if events else self.topic
        self.first = self.first or self.persons[:1]
        self._pending = bool(persons) and self.text[end : end + 1] in "，," and self._ends_a_list(persons[-1].end, end)

    def _without_matter_of(self, persons: list[Mention]) -> list[Mention]:
        """The persons before 就, of whom the others are only the matter (某主席就某总统逝世向…致唁电)."""
        of = next((i for i, p in enumerate(persons) if i and self.text[persons[i - 1].end] in "就为"), len(persons))
        return persons[:of]

    def stands_alone(self, slot: Slot, following: Sequence[Slot]) -> bool:
        """Whether no verb goes with the first words of a clause, nor a body over a pause (某合作社，同某公司签约)."""
        if not following or following[0].marker.kind != ",":
            return not following
        beside = len(following) > 1 and following[1].marker.kind == "with"
        if not beside or following[0].start < following[0].end:
            return True
        of = self.text.rfind("的", slot.start, slot.end) + 1 or slot.start
        return self.scene.kind(_ADVERBS.sub("", self.text[of : slot.end].strip())) != "Organization"

    def _owns(self, start: int, end: int) -> bool:
        """Whether a pronoun only says whose body it is that acts (他牵头成立的某某合作社)."""
        of = self.text.rfind("的", start, end) + 1
        return of > 0 and self.scene.kind(_ADVERBS.sub("", self.text[of:end].strip())) == "Organization"

    def _ends_a_list(self, start: int, end: int) -> bool:
        """Whether nothing but an adverb or 等同志 stands behind the last name."""
        behind = self.text[start:end].strip()
        return not _ADVERBS.sub("", behind) or behind.startswith("等") or bool(_GROUP.search(behind))

    def _timed(self, start: int, end: int) -> bool:
        when = self.scene.day(start, end)
        return bool(when) and when is not None and not self.text[when.end : end].strip(" 也还于已上下午晚0123456789时")

    def begins_with_name(self, start: int, person: Mention) -> bool:
        """Whether nothing but offices stands between an offset and a person."""
        offices = self.scene.within(start, person.start, ("Position",))
        first = min([person.start, *(o.start for o in offices)])
        before = self.text[start:first].strip("以及和 ")
        return not before or bool(_ROLE.fullmatch(before))

    def _names_something(self, start: int, end: int) -> bool:
        written = self.text[start:end]
        when = self.scene.day(start, end)
        if when:
            written = self.text[start : when.start] + self.text[when.end : end]
        written = _ADVERBS.sub("", written.strip(' 　”"'))
        if _ACTS_ON.match(written):
            return False
        return len(written) > 1 and not _ADVERBIAL.search(written)

    def without_matter(self, span: Span) -> Span:
        """A subject without what its meeting is about (安理会就某问题举行公开会), or how it acts (某国没有直接参加)."""
        found = _MATTER.search(self.text, span.start, span.end) or _DOES_NOT.search(self.text, span.start, span.end)
        return Span(span.start, found.start()) if found else span

    def without_time(self, span: Span) -> Span:
        """A span without the day at its beginning or end."""
        when = self.scene.day(*span)
        if when and when.start - span.start < 3 and not self.scene.kind(self.text[span.start : when.start].strip()):
            return Span(when.end, span.end)
        if when and span.end - when.end < 4:
            return Span(span.start, when.start)
        return span

    def actors(self, start: int, end: int) -> list[Mention]:
        """Persons in a span, without the article's reporters and who only invites (应某某邀请)."""
        found = self.scene.within(start, end, ("Person",))
        if found and (host := _HOST.search(self.text, start, end)):
            found = [p for p in found if not host.start() < p.start < host.end()]
        return [p for p in found if self._acts(p) and not self._is_of_next(p, found)]

    def _acts(self, person: Mention) -> bool:
        """Whether a person is no reporter of the article, and not only named in a set phrase."""
        if person.text in self.scene.reporters or _THEORY.match(self.text, person.end):
            return False
        return not (self.text[person.start - 1] == "以" and _FOR_CORE.match(self.text, person.end))

    def _is_of_next(self, person: Mention, others: list[Mention]) -> bool:
        """Whether a person is only named to say whose wife, husband or envoy the next one is (某主席夫人某某)."""
        kin = _KIN.match(self.text, person.end)
        if kin is None:
            return False
        return any(o.start == kin.end() or (kin["envoy"] and o.start > kin.end()) for o in others)
