"""Ceremonies of which the news tells only by what was done there: A与B5日在某地签约。某市长出席签约仪式."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.annotate.builtin.clause import role
from kg.annotate.builtin.scene import Scene
from kg.grammar.clauses import choices
from kg.model import Argument, Frame, Mention, Span

_SIGNING = re.compile(r"(?:签约|签字|签署|签订|签名)(?:仪式|活动|式)$")
_SIGNED = frozenset({"签署", "签约"})
_OF_ACT = re.compile(rf"(?P<act>{choices('ceremony_of_acts')})(?:仪式|式)$")
_TAKEN_PART = frozenset({"出席", "参加", "主持", "讲话", "致辞", "发言", "演讲", "作报告", "举行", "宣布开幕"})
_PLACE = re.compile(
    r"(?<![存现所正实])在(?!此|这|会|仪式|活动)(?P<place>[^，。；：在]{2,24}?)"
    r"(?=与|和|同|就|为|向|正式|隆重|共同|联合|成功|举行|签|$)"
)


class _Act(NamedTuple):
    """What was done: where it is told, in which sentence."""

    span: Span
    sentence: Span


def ceremonies_of_acts(scene: Scene, sentences: Iterable[Span], frames: Iterable[Frame]) -> Iterator[Frame]:
    """The day and the place of a ceremony, which are those of the act that it is held for."""
    frames, sentences = tuple(frames), tuple(sentences)
    told = [f for f in frames if not f.negated and f.predicate in _TAKEN_PART]
    signed = [f for f in frames if f.predicate in _SIGNED and not f.negated and not f.planned]
    done: set[str] = set()
    for event in scene.within(len(scene.article.title) + 1, len(scene.text), ("Event",)):
        kind = "签约" if _SIGNING.search(event.text) else _act_of(event)
        if not kind or kind in done or not any(_is_at(f, event) for f in told):
            continue
        done.add(kind)
        known = _known(scene, told, kind)
        acts = [_Act(Span(f.start, f.end), f.sentence) for f in signed]
        acts = acts if kind == "签约" else list(_acts(scene.text, sentences, kind, event))
        before = [a for a in acts if a.span.start < event.start and a.sentence.start > len(scene.article.title)]
        for act in reversed(before):
            found = [a for a in _circumstances(scene, act) if a.role not in known]
            if any(a.role == "TMP" for a in found) or "TMP" in known:
                if found:
                    yield _held(event, act, found)
                break


def _act_of(event: Mention) -> str:
    found = _OF_ACT.search(event.text)
    return found["act"] if found else ""


def _is_at(frame: Frame, event: Mention) -> bool:
    return any(a.role == "AT" and a.start <= event.start and event.end <= a.end for a in frame.arguments)


def _known(scene: Scene, frames: Iterable[Frame], kind: str) -> set[str]:
    """Whether the text itself says when and where a ceremony of the kind is."""
    found: set[str] = set()
    for frame in frames:
        events = [m for a in frame.arguments if a.role == "AT" for m in scene.within(a.start, a.end, ("Event",))]
        if any((_SIGNING.search(m.text) if kind == "签约" else _act_of(m) == kind) for m in events):
            found |= {a.role for a in frame.arguments if a.role in ("TMP", "LOC")}
    return found


def _acts(text: str, sentences: Iterable[Span], kind: str, event: Mention) -> Iterator[_Act]:
    """Where the act itself is told as a verb at the end of its clause (某大桥5日正式通车)."""
    verb = re.compile(rf"{kind}(?=[，。；！]|$)")
    for sentence in sentences:
        if sentence.start < event.start and (found := verb.search(text, *sentence)):
            yield _Act(Span(*found.span()), sentence)


def _circumstances(scene: Scene, act: _Act) -> list[Argument]:
    """The day before an act in its sentence, and the place in its clause."""
    day = scene.day(act.sentence.start, act.span.start)
    if day is None or len(day.iso) != 10:
        return []
    when = Argument(role="TMP", start=day.start, end=day.end, name=day.iso)
    begin = max([act.sentence.start, *(scene.text.rfind(mark, 0, act.span.start) + 1 for mark in "，；")])
    said = [*_PLACE.finditer(scene.text, begin, act.span.start)]
    places = scene.bodies(*said[-1].span("place"), loose=True)[:1] if said else []
    return [when, *role("LOC", [p for m in places for p in scene.parts(m)])]


def _held(event: Mention, act: _Act, told: list[Argument]) -> Frame:
    return Frame(
        predicate="举行",
        start=act.span.start,
        end=act.span.end,
        arguments=(*role("AT", [event]), *told),
        sentence=act.sentence,
        confidence=0.8,
        rule="body/ceremony-of-act",
    )
