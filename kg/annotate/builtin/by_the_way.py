"""Gatherings of which a sentence tells when or where they are while it is about something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.builtin.clause import role
from kg.annotate.builtin.scene import Scene
from kg.grammar.clauses import choices
from kg.grammar.dates import When, extend, lasting
from kg.grammar.events import is_bare
from kg.grammar.lexicon import organizations
from kg.model import Argument, Frame, Mention, Span

_DOES = re.compile(
    r"(?P<day>(?:于|在)?(?:今天|昨天|\d{1,2}月\d{1,2}日|\d{1,2}日)(?:（[^（）]{2,12}）)?(?:[上下]午|晚上?)?)"
    rf"(?P<verb>{choices('gathering_does')})"
)
_ACTS = re.compile(rf"(?:当场|一致|先后|还|也)?(?:{choices('gathering_does')})")
_ON = re.compile(r"(?:[上下]午|晚间?)?[，\s]?")  # between the day and the gathering that acts on it
_GOES_BY = re.compile(r"，?(?:将|已|计划|预计|定|拟|早)*[于从自在]?(?:当地时间)?")
_BEGINS = re.compile(
    r"(?:起|先期|提前|率先|正式)*(?:在(?P<place>[^，。；：的]{2,20}?))?(?:先期|提前|率先|正式)*"
    r"(?P<verb>开始|结束)(?=[，。；）]|$|至|到|，)"
)
_GONE_TO = re.compile(
    r"(?<![存现所正实])(?:去|赴|到|来到|前往|飞赴|远赴|奔赴|在)(?!结束|完成|即将|应邀|首次|专程)(?P<place>[^，。；的在去到赴来见访谈以与同]{2,12}?)"
    r"(?:参加|出席|列席|观摩|亮相)了?(?:由[^，。；]{2,30}?(?:主办|举办|承办)的)?$"
)
_SHIFTED = re.compile(r"(?:推迟|延期|延后|延迟|顺延|改期|改|提前|调整)(?:到|至|为|于|在)(?:了)?(?=[\d今明后本下周星])")
_UPON = re.compile("上(?!海)|期间|中[，、]|时|之?后|以来")
_HEARD = re.compile("上?(?:获悉|了解到|获知)")
_SITUATED = re.compile(r"(?:设|位于|正)?在(?P<place>[^，。；的在]{2,20}?)(?:举行|举办|展出|召开)?的$")
_OF_DAY = re.compile(r"(?:[上下]午|晚间?|晚上)?(?:的|(?:还|也|又)?(?:将|会)?有(?:一?[场次个])?)$")
_FIXED = re.compile(r"(?:的?时间)?(?:也|则|暂)?(?:安排|定|选定|选|放|改|确定)(?:在|于|到|为)了?")
_BASE = re.compile(r"在(?P<place>[^，。；的在]{2,20}?)(?:分别)?设(?:立|置|了|有)?主会场")
_HOME = re.compile(
    r"的?(?:举办|举行|承办|主办)(?:地点?|城市)(?:——|—|、|：|，)?(?:是|为|在)?(?P<place>[^，。；、的]{2,16})"
)
_FROM = 30  # characters back in which the day of a gathering is said


def told_by_the_way(scene: Scene, sentence: Span) -> Iterator[Frame]:
    """The day of 外长会7日同意…, 20日的开幕会 and 记者今天从发布会上获悉; the place of 设在某馆的某展."""
    events = scene.within(*sentence, ("Event",))
    for event in events:
        if scene.text[event.start : event.end] in organizations():
            continue  # 联合国大会6日选举: a standing body
        does = _DOES.match(scene.text, event.end, sentence.end)
        when = scene.day(event.end, does.end("day")) if does else _day_before(scene, sentence, event)
        if when:
            here = Span(does.start("verb"), does.end("verb")) if does else Span(event.start, event.end)
            yield _held(sentence, here, event, Argument(role="TMP", start=when.start, end=when.end, name=when.iso))
        fixed = _FIXED.match(scene.text, event.end, sentence.end)
        if fixed and (when := scene.starting(fixed.end())):
            told = Argument(role="TMP", start=when.start, end=when.end, name=when.iso)
            yield _held(sentence, Span(*fixed.span()), event, told)
        situated = _SITUATED.search(scene.text, max(sentence.start, event.start - _FROM), event.start)
        if situated and not situated[0].startswith(("设", "位于")):
            situated = None
        base = _BASE.match(scene.text, event.end, sentence.end) or _HOME.match(scene.text, event.end, sentence.end)
        if situated := situated or base:
            found = scene.bodies(*situated.span("place"), loose=True)
            for place in (p for m in found[:1] for p in scene.parts(m)):
                yield _held(sentence, Span(event.start, event.end), event, *role("LOC", [place]))
        yield from _begun(scene, sentence, event)
        yield from _gone_to(scene, sentence, event)
    if events:
        yield from filter(None, (_put_off(scene, sentence, events[0]), _begun_apart(scene, sentence, events[0])))


def _begun(scene: Scene, sentence: Span, event: Mention) -> Iterator[Frame]:
    """会议从8日开始, 某研讨会已于6日先期在某饭店开始: the day is said between the gathering and a weak verb."""
    lead = _GOES_BY.match(scene.text, event.end, sentence.end)
    at = lead.end() if lead else event.end
    when = scene.starting(at)
    told = _BEGINS.match(scene.text, when.end, sentence.end) if when and len(when.iso) == 10 else None
    if told and when:
        found = scene.bodies(*told.span("place"), loose=True)[:1] if told["place"] else []
        places = [p for m in found for p in scene.parts(m)]
        begins, days = told["verb"] == "开始", lasting(scene.text[told.end() : sentence.end])
        iso = extend(when.iso, days, back=not begins) if days > 1 else when.iso
        day = Argument(role="TMP", start=when.start, end=when.end, name=iso)
        predicate = "开幕" if begins else "闭幕"
        yield _held(sentence, Span(*told.span("verb")), event, *role("LOC", places), day, predicate=predicate)


def _begun_apart(scene: Scene, sentence: Span, event: Mention) -> Frame | None:
    """本届比赛由某协会主办，7月10日开始: as above, in a clause of its own."""
    for when in scene.dates:
        if event.end < when.start < sentence.end and scene.text[when.start - 1] == "，" and len(when.iso) == 10:
            told = _BEGINS.match(scene.text, when.end, sentence.end)
            if told and not scene.within(event.end, when.start, ("Event",)):
                day = Argument(role="TMP", start=when.start, end=when.end, name=when.iso)
                predicate = "开幕" if told["verb"] == "开始" else "闭幕"
                return _held(sentence, Span(*told.span("verb")), event, day, predicate=predicate)
    return None


def _gone_to(scene: Scene, sentence: Span, event: Mention) -> Iterator[Frame]:
    """去某市参加某会: where a gathering is, to which one goes, and the one day or month that the sentence has named."""
    gone = _GONE_TO.search(scene.text, max(sentence.start, event.start - 2 * _FROM), event.start)
    found = scene.bodies(*gone.span("place"), loose=True) if gone and not is_bare(event.text) else []
    if gone is None or len(found) != 1 or found[0].type != "Place" or found[0].end != gone.end("place"):
        return
    days = [w for w in scene.dates if sentence.start <= w.start and w.end <= gone.start()]
    exact = (7, 10) if gone[0].startswith("在") else (7,)  # else the day is that of the journey
    told = [Argument(role="TMP", start=w.start, end=w.end, name=w.iso) for w in days if len(w.iso) in exact]
    places = role("LOC", scene.parts(found[0]))
    during = scene.text.startswith(("期间", "前", "后", "之际", "时"), event.end)  # 在某市出席某会期间会见某人
    yield _held(sentence, Span(*gone.span()), event, *places, *(told if len(days) == 1 and not during else []))


def _put_off(scene: Scene, sentence: Span, event: Mention) -> Frame | None:
    """某会推迟至20日举行: the new day of the gathering that the sentence is about."""
    shifted = _SHIFTED.search(scene.text, event.end, sentence.end)
    when = scene.starting(shifted.end()) if shifted else None
    if shifted is None or when is None or len(when.iso) != 10:
        return None
    day = Argument(role="TMP", start=when.start, end=when.end, name=when.iso)
    return _held(sentence, Span(*shifted.span()), event, day)


def _day_before(scene: Scene, sentence: Span, event: Mention) -> When | None:
    """The day that 的 ties to a gathering, or on which one heard of something there."""
    begin = max(sentence.start, event.start - _FROM)
    when = scene.day(begin, event.start)
    if when and when.end == event.start and len(when.iso) < 10 and _UPON.match(scene.text, event.end):
        return when  # 去年某地峰会期间
    if when is None or len(when.iso) != 10:
        return None
    between = scene.text[when.end : event.start]
    if _OF_DAY.fullmatch(between) or (_ON.fullmatch(between) and _ACTS.match(scene.text, event.end)):
        return when
    heard = _HEARD.match(scene.text, event.end, sentence.end)
    return when if heard and between.endswith("从") else None


def _held(sentence: Span, here: Span, event: Mention, *told: Argument, predicate: str = "举行") -> Frame:
    return Frame(
        predicate=predicate,
        start=here.start,
        end=here.end,
        arguments=(*role("AT", [event]), *told),
        sentence=sentence,
        confidence=0.85,
        rule="body/by-the-way",
    )
