"""Frames of messages: letters, telegrams, written addresses, and the many that come in upon one occasion."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.annotate.builtin import issuing, speaking, taking_part
from kg.annotate.builtin.clause import Clause, role
from kg.annotate.builtin.scene import Scene
from kg.grammar.clauses import Marker, choices
from kg.model import Argument, Frame, Mention, Span

_COMMUNITIES = ("村", "社区", "镇", "乡", "街道", "嘎查", "苏木", "岛")  # places that stand for their people
_GREETS = re.compile(r"[，\s]*(?:勉励|慰问|感谢|问候|祝贺|致谢)")
_OF_BODY = re.compile(rf"(?:{choices('people_of_bodies')})+\s*$")
_TOGETHER = re.compile(
    rf"(?:的)?(?:\d+|[一二两三四五六七八九十百多几]+)[多余]?[名位个](?:{choices('people_of_bodies')})+(?:们|联名|共同|集体|一起)*\s*$"
)
_WRITES_HIS = re.compile(r"(?:其|[他她]的)(?:书面)?(?:贺信|贺电|致信|来信|慰问信)")
_ARE_LISTED = re.compile(r"(?:[、和或及]?(?:贺[电函信]|慰问[电函信]|唁[电函]))*的(?:还?有|是|包括)[：:]?")
_CROWD = re.compile(rf"(?:{choices('well_wishers')})(?:{choices('come_in')})*\s*$")
_WISHES = re.compile(rf"(?:也|还|分别|共同|[，,]\s*)*(?:{choices('wishes')})")
_OCCASION = re.compile("就(?!任|职)[^，。；]{2,40}?(?:(?=向)|致$)")  # 就某某逝世向某某致唁电
_HIS_LETTER = re.compile(r"(?:总书记|主席|总理|委员长|总统|首相|同志|先生|女士)?的(?:贺信|贺电)(?!精神)")


def message(clause: Clause, marker: Marker) -> None:
    """致电, 向…致贺信: from whom to whom."""
    slot = clause.slots[clause.index]
    span = _to(clause, marker)
    written = clause.text[marker.start : marker.end]
    to = _addressees(clause, span) if span else _addressees(clause, Span(slot.start, slot.end))
    who = _senders(clause, marker) or _people_of(clause)
    senders = _ARE_LISTED.match(clause.text, slot.start)
    if senders:
        who = taking_part.listed(clause) or clause.scene.bodies(senders.end(), slot.end)
        to = (_addressees(clause, span) if span else []) or clause.scene.wished
    elif not who and _CROWD.search(clause.text, clause.begin, span.start - 1 if span else marker.start):
        _many_write(clause, marker, to)
        return
    if "互致" in written:
        others = clause.scene.within(*clause.phrase["with"], ("Person",)) if "with" in clause.phrase else who
        both = list(dict.fromkeys([*who, *others]))
        for one in both:
            clause.state(
                "致电", marker, [*role("A0", [one]), *role("TO", [m for m in both if m is not one])], "messaged"
            )
        return
    if not to and re.match(r"(?:专门)?(?:发来|写来|送来|传来)", written):
        here = [Argument(role="TO", start=marker.start, end=marker.start)]
        clause.state("致电", marker, [*role("A0", who), *here], "messaged", confidence=0.85)
    elif who and to:
        clause.state("致电", marker, [*role("A0", who), *role("TO", to)], "messaged")


def _senders(clause: Clause, marker: Marker) -> list[Mention]:
    """The subject, without those whom the occasion names (就某某逝世向…)."""
    spans = [found.span() for found in _OCCASION.finditer(clause.text, clause.begin, marker.end)]
    return [m for m in clause.agents() if not any(start <= m.start < end for start, end in spans)]


def _people_of(clause: Clause) -> list[Mention]:
    """The body whose people write together (该校50名师生联名致信), or any of its people (某海关全体关员写信)."""
    found = _TOGETHER.search(clause.text, *clause.subject) or _OF_BODY.search(clause.text, *clause.subject)
    if found is None:
        return []
    end = clause.subject.start + len(clause.text[clause.subject.start : found.start()].removesuffix("的"))
    return [m for m in clause.scene.bodies(clause.subject.start, end) if m.type == "Organization"]


def speak(clause: Clause, marker: Marker) -> None:
    """致辞: a speech at a gathering, but a message where it is written to it (向大会发表书面致辞).

    A 书面讲话 upon arrival is a paper, and at no gathering.
    """
    written = clause.text[marker.start : marker.end]
    if written.endswith("书面讲话") and "to" not in clause.phrase and not _is_there(clause):
        issuing.written_speech(clause, marker)
        return
    written_to = "书面" in written and "to" in clause.phrase
    (message if written_to else speaking.speak)(clause, marker)


def _is_there(clause: Clause) -> bool:
    """Whether a clause says at which gathering it goes on."""
    return clause.topic is not None or bool("at" in clause.phrase and clause.events(*clause.phrase["at"]))


def read_out(clause: Clause, marker: Marker) -> None:
    """宣读了某人贺信: a message to the gathering where it is read."""
    slot = clause.slots[clause.index]
    who = clause.actors(slot.start, slot.end) or clause.scene.bodies(slot.start, slot.end)
    if not who and _WRITES_HIS.search(clause.text, marker.start, slot.end):
        who = clause.persons
    if who and re.search(r"(?:贺信|贺电|致信|来信|慰问信)", clause.text[slot.start : slot.end]):
        to = role("TO", [clause.topic]) if clause.topic else [Argument(role="TO", start=marker.start, end=marker.start)]
        clause.state("致信", marker, [*role("A0", who[:1]), *to], "read-out", confidence=0.9)


def _to(clause: Clause, marker: Marker) -> Span | None:
    """What 向 or 给 governs: all up to the verb, whatever words like verbs it holds."""
    span = clause.phrase.get("to")
    if span is None or span.start < clause.begin:
        return span
    return Span(span.start, marker.start)


def _addressees(clause: Clause, span: Span) -> list[Mention]:
    """Persons, else a gathering, else bodies, also those whose people are written to (某校师生代表)."""
    clause.scene.guess_person(*span)
    persons = clause.scene.within(*span, ("Person",))
    if persons or (events := clause.events(*span)):
        return persons or events
    begin, end = span
    lead = _GREETS.match(clause.text, begin, end)
    begin = lead.end() if lead else begin
    end = begin + len(clause.text[begin:end].rstrip("。！ "))
    people = _OF_BODY.search(clause.text, begin, end)
    if people:
        begin = max(begin, clause.text.rfind("的", begin, people.start()) + 1)
        end = people.start()
    found = clause.scene.bodies(begin, end)
    return [m for m in found if m.type == "Organization" or m.text.endswith(_COMMUNITIES)] if people else found


def letters_told_of(scene: Scene, frames: Iterable[Frame]) -> Iterator[Frame]:
    """某主席的贺信 in the talk of a gathering: it was written to it, where no frame says to whom."""
    letters = [f for f in frames if f.predicate in ("致电", "致信")]
    written = {scene.text[a.start : a.end] for f in letters for a in f.arguments if a.role == "A0"}
    for found in _HIS_LETTER.finditer(scene.text, len(scene.article.title)):
        who = [m for m in scene.within(found.start() - 12, found.start(), ("Person",)) if m.end == found.start()]
        if who and who[0].text not in written:
            written.add(who[0].text)
            yield Frame(
                predicate="致信",
                start=found.start(),
                end=found.end(),
                arguments=(*role("A0", who), Argument(role="TO", start=found.end(), end=found.end())),
                sentence=Span(who[0].start, found.end()),
                confidence=0.85,
                rule="body/letter-told-of",
            )


def _many_write(clause: Clause, marker: Marker, to: list[Mention]) -> None:
    """多国领导人纷纷致电: who is written to, or congratulated; the paragraphs that follow say by whom."""
    persons = [m for m in to if m.type == "Person"] or clause.actors(marker.end, clause.sentence.end)[:1]
    if persons:
        clause.scene.wished = persons


def join_many(scene: Scene, sentence: Span) -> Frame | None:
    """The message of one of the many who write: a paragraph that begins with who says what is wished."""
    if not scene.wished or not scene.begins_line(sentence.start):
        return None
    persons = scene.within(*sentence, ("Person",))
    told = [p for p in persons if p.text not in {w.text for w in scene.wished} and _WISHES.match(scene.text, p.end)]
    if not told or not scene.within(sentence.start, told[0].start, ("Position",)):
        return None
    who = [p for p in persons if p.start <= told[0].start]
    if re.search("[，。；]", scene.text[sentence.start : told[0].start]):
        return None
    return Frame(
        predicate="致电",
        start=told[0].end,
        end=told[0].end + 1,
        arguments=(*role("A0", who), *role("TO", scene.wished)),
        sentence=sentence,
        confidence=0.85,
        rule="body/one-of-many",
    )
