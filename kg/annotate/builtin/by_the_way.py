"""Gatherings of which a sentence tells when or where they are while it is about something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.builtin.clause import role
from kg.annotate.builtin.scene import Scene
from kg.grammar.clauses import choices
from kg.grammar.dates import When
from kg.grammar.lexicon import organizations
from kg.model import Argument, Frame, Mention, Span

_DOES = re.compile(
    r"(?P<day>(?:于|在)?(?:今天|昨天|\d{1,2}月\d{1,2}日|\d{1,2}日)(?:（[^（）]{2,12}）)?(?:[上下]午|晚上?)?)"
    rf"(?P<verb>{choices('gathering_does')})"
)
_HEARD = re.compile("上?(?:获悉|了解到|获知)")
_SITUATED = re.compile(r"(?:设|位于|正)?在(?P<place>[^，。；的在]{2,20}?)(?:举行|举办|展出|召开)?的$")
_OF_DAY = re.compile(r"(?:[上下]午|晚间?)?的$")
_FROM = 30  # characters back in which the day of a gathering is said


def told_by_the_way(scene: Scene, sentence: Span) -> Iterator[Frame]:
    """The day of 外长会7日同意…, 20日的开幕会 and 记者今天从发布会上获悉; the place of 设在某馆的某展."""
    for event in scene.within(*sentence, ("Event",)):
        if scene.text[event.start : event.end] in organizations():
            continue  # 联合国大会6日选举: a standing body
        does = _DOES.match(scene.text, event.end, sentence.end)
        when = scene.day(event.end, does.end("day")) if does else _day_before(scene, sentence, event)
        if when:
            here = Span(does.start("verb"), does.end("verb")) if does else Span(event.start, event.end)
            yield _held(sentence, here, event, Argument(role="TMP", start=when.start, end=when.end, name=when.iso))
        situated = _SITUATED.search(scene.text, max(sentence.start, event.start - _FROM), event.start)
        if situated and situated[0].startswith(("设", "位于")):
            found = scene.bodies(*situated.span("place"), loose=True)
            for place in (p for m in found[:1] for p in scene.parts(m)):
                yield _held(sentence, Span(event.start, event.end), event, *role("LOC", [place]))


def _day_before(scene: Scene, sentence: Span, event: Mention) -> When | None:
    """The day that 的 ties to a gathering, or on which one heard of something there."""
    begin = max(sentence.start, event.start - _FROM)
    when = scene.day(begin, event.start)
    if when is None or len(when.iso) != 10:
        return None
    between = scene.text[when.end : event.start]
    if _OF_DAY.fullmatch(between):
        return when
    heard = _HEARD.match(scene.text, event.end, sentence.end)
    return when if heard and between.endswith("从") else None


def _held(sentence: Span, here: Span, event: Mention, told: Argument) -> Frame:
    return Frame(
        predicate="举行",
        start=here.start,
        end=here.end,
        arguments=(*role("AT", [event]), told),
        sentence=sentence,
        confidence=0.85,
        rule="body/by-the-way",
    )
