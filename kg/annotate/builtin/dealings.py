"""Frames of dealings between parties: meetings, visits, messages, agreements, documents."""

from __future__ import annotations

import re

from kg.annotate.builtin.clause import Clause, role
from kg.annotate.builtin.gatherings import where
from kg.grammar.clauses import Marker
from kg.model import Argument, Mention, Span

_YOU = re.compile(r"^[\s]*(?:你|您|总[理统书记]{1,2}先生|首相先生|国王陛下|主席先生|总理先生)")
_STRONG = frozenset({"来到", "前往", "走进", "走进了", "奔赴", "直奔", "赶到", "深入到", "到访了", "赴", "率队赴", "率团赴", "专程赴", "转赴", "抵达", "到达", "飞抵", "先后到", "又到", "还到", "随后到"})


def meet(clause: Clause, marker: Marker) -> None:
    """会见: persons (and named delegations) who are received."""
    who = clause.people()
    slot = clause.slots[clause.index]
    clause.scene.guess_person(slot.start, slot.end)
    found, at = clause.persons_ahead()
    groups = [m for m in clause.scene.bodies(slot.start, slot.end, places=False) if m.text.endswith("团")] if not found else []
    if at > clause.index:
        clause.relative(at + 1, found)
    if who and (found or groups):
        clause.state("会见", marker, [*role("A0", who), *role("A1", [*found, *groups])], "met")


def talk(clause: Clause, marker: Marker) -> None:
    """同…举行会谈: persons together."""
    who = clause.people()
    span = clause.phrase.get("with")
    if span is None:
        if len(who) > 1 and not clause.rest():
            clause.state("会谈", marker, role("A0", who), "talked", confidence=0.85)
        return
    clause.scene.guess_person(*span)
    others = clause.scene.within(*span, ("Person",))
    arguments = role("WITH", others)
    if not others and _YOU.match(clause.text[span.start : span.end]):
        arguments = [Argument(role="WITH", start=span.start, end=span.end)]
    if not arguments:
        arguments = role("WITH", [m for m in clause.scene.bodies(*span, places=False) if m.text.endswith("团")])
    if who and arguments:
        clause.state("会谈", marker, [*role("A0", who), *arguments], "talked")


def visit(clause: Clause, marker: Marker) -> None:
    """访问, 考察, 来到: where persons went."""
    slot = clause.slots[clause.index]
    written = clause.text[marker.start : marker.end]
    who = clause.people()
    if clause.text[slot.start : slot.start + 1] == "的":
        after = clause.scene.within(slot.start, slot.end, ("Person",))
        if after and written in ("到访", "来访", "访问"):
            return
    if written.startswith("对") and written.endswith("访问"):
        places = clause.scene.bodies(*_toward(clause.text, marker))
    else:
        places = clause.scene.bodies(slot.start, slot.end, loose=written in _STRONG)
    if not places and marker.name in ("赴", "抵达"):
        here = clause.scene.short_place(clause.text[slot.start : slot.end].strip()[:1])
        if here and who and (slot.end - slot.start == 1 or clause.text[slot.start + 1 : slot.start + 3] in ("访问", "考察", "调研", "出席", "参加", "察看")):
            there = Argument(role="A1", start=slot.start, end=slot.start + 1, name=here, type="Place")
            clause.state("赴", marker, [*role("A0", who), there], "visited")
            clause.scene.visited = clause.scene.visited or [there]
        return
    if marker.name == "赴" and written in ("到", "来", "走到") and places and not _travels(clause):
        return
    if not places and marker.name in ("调研", "看望"):
        span = clause.phrase.get("at") or clause.place
        if span is not None and not re.search(r"(?:[上中时]|期间)\s*$", clause.text[span.start : span.end]):
            places = clause.scene.bodies(*span, loose=True)
    beside = clause.phrase.get("at")
    if beside and clause.text[beside.start : beside.end].rstrip().endswith("陪同下"):
        who = [*who, *clause.actors(*beside)]
    delegation = clause.scene.bodies(*clause.phrase["lead"], places=False) if "lead" in clause.phrase else []
    if not who:
        who = [m for m in clause.agents(places=False) if m.text.endswith(("团", "组", "队"))]
    if who and places:
        split = [p for m in places for p in clause.scene.parts(m, every=len(places) > 1)]
        arguments = [*role("A0", [*who, *delegation]), *role("A1", split)]
        clause.state(marker.name, marker, arguments, "visited")
        if not clause.scene.visited or clause.scene.visited[0].start <= len(clause.scene.article.title):
            clause.scene.visited = [a for a in arguments if a.role == "A1"]


def to_china(clause: Clause, marker: Marker) -> None:
    """来华, 访华: a visit to China, of the subject or of who a relative clause describes."""
    who = clause.people() if clause.in_relative else []
    found, at = clause.persons_ahead()
    if not who and at >= clause.index and found and "的" in clause.text[marker.end : found[0].start]:
        who = found
    who = who or clause.persons
    if who:
        name = clause.scene.context.countries.get("中国", "中国")
        at = clause.text.find("华", marker.start, marker.end)
        clause.state("访问", marker, [*role("A0", who), Argument(role="A1", start=at, end=at + 1, name=name, type="Place")], "to-china")


def guest(clause: Clause, marker: Marker) -> None:
    """来访的…: the guest visited the host's country or place."""
    slot = clause.slots[clause.index]
    guests = clause.scene.within(slot.start, slot.end, ("Person",))
    hosts = clause.persons
    short = clause.scene.short_place(clause.text[marker.start + 1 : marker.end - 2]) if marker.end - marker.start == 4 else ""
    if not guests or clause.text[slot.start : slot.start + 1] != "的":
        return
    home = short or next((clause.scene.homes[h.name or h.text] for h in hosts if (h.name or h.text) in clause.scene.homes), "")
    if home:
        there = Argument(role="A1", start=marker.start, end=marker.start, name=home, type="Place")
        clause.state("访问", marker, [*role("A0", guests), there], "guest", confidence=0.9)


def _travels(clause: Clause) -> bool:
    """Whether a bare 到 or 来 is a journey: another verb of visiting follows in the clause."""
    following = clause.slots[clause.index + 1 :]
    return bool(following) and following[0].marker.kind in ("visit", "attend", "talk", "meet") or "lead" in clause.phrase


def inspect(clause: Clause, marker: Marker) -> None:
    """在…，他询问: a stop on a visit, where the sentence opens with the place."""
    who = clause.people()
    span = clause.place
    opens = span is not None and bool(re.search(r"(?:^|[。；\n])\s*在$", clause.text[clause.sentence.start - 1 : span.start] if clause.sentence.start else "在"))
    if span is None or not opens or not who or not clause.scene.visited or span.end >= marker.start or clause.begin <= span.end - 1:
        return
    if re.search(r"(?:[上中下时后前]|期间)\s*$", clause.text[span.start : span.end]):
        return
    places = clause.scene.bodies(*span, loose=True)
    if places:
        clause.state("考察", marker, [*role("A0", who), *role("A1", places)], "stop", confidence=0.85)


def message(clause: Clause, marker: Marker) -> None:
    """致电, 向…致贺信: from whom to whom."""
    slot = clause.slots[clause.index]
    span = clause.phrase.get("to")
    written = clause.text[marker.start : marker.end]
    to = _addressees(clause, span) if span else _addressees(clause, Span(slot.start, slot.end))
    who = clause.agents()
    if "互致" in written:
        others = clause.scene.within(*clause.phrase["with"], ("Person",)) if "with" in clause.phrase else who
        both = list(dict.fromkeys([*who, *others]))
        for one in both:
            clause.state("致电", marker, [*role("A0", [one]), *role("TO", [m for m in both if m is not one])], "messaged")
        return
    if not to and re.match(r"(?:专门)?(?:发来|写来|送来|传来)", written):
        here = [Argument(role="TO", start=marker.start, end=marker.start)]
        clause.state("致电", marker, [*role("A0", who), *here], "messaged", confidence=0.85)
    elif who and to:
        clause.state("致电", marker, [*role("A0", who), *role("TO", to)], "messaged")


def read_out(clause: Clause, marker: Marker) -> None:
    """宣读了某人贺信: a message to the gathering where it is read."""
    slot = clause.slots[clause.index]
    who = clause.actors(slot.start, slot.end) or clause.scene.bodies(slot.start, slot.end)
    if who and re.search(r"(?:贺信|贺电|致信|来信|慰问信)", clause.text[slot.start : slot.end]):
        to = role("TO", [clause.topic]) if clause.topic else [Argument(role="TO", start=marker.start, end=marker.start)]
        clause.state("致信", marker, [*role("A0", who[:1]), *to], "read-out", confidence=0.9)


def _addressees(clause: Clause, span: Span) -> list[Mention]:
    clause.scene.guess_person(*span)
    persons = clause.scene.within(*span, ("Person",))
    return persons or clause.events(*span) or clause.scene.bodies(*span)


def sign(clause: Clause, marker: Marker) -> None:
    """签署, 签约: who signed what with whom, for whom."""
    slot = clause.slots[clause.index]
    written = clause.text[marker.start : marker.end]
    if written.endswith("是"):
        who = clause.scene.within(slot.start, slot.end, ("Person",))
        documents: list[Mention] = []
    else:
        who, documents = clause.agents(), clause.scene.documents(slot.start, slot.end)
        span = clause.phrase.get("at")
        if not documents and span is not None:
            documents = clause.scene.within(*span, ("Document",))
    if not documents and who and who[0].type == "Person":
        documents = clause.scene.signed_before(marker.start)
    others = _partners(clause)
    if written in ("达成", "达成了", "牵手", "落笔", "签名") and not documents:
        return
    joint = bool(re.search(r"[三四五六]方|[三四五六]家", clause.text[clause.begin : marker.start]))
    arguments = role("A0", [*who, *others]) if joint else [*role("A0", who), *role("WITH", others)]
    if not arguments:
        arguments = _named_parties(clause, marker)
    arguments += _for(clause)
    arguments += role("A1", documents)
    clause.scene.signed = documents or clause.scene.signed
    if arguments and (documents or len(arguments) > 1):
        clause.state("签署" if documents else "签约", marker, arguments, "signed")


def _toward(text: str, marker: Marker) -> tuple[int, int]:
    """The place in 对…进行访问."""
    found = re.search(r"进行|的", text[marker.start : marker.end])
    return marker.start + 1, marker.start + found.start() if found else marker.end


def _partners(clause: Clause) -> list[Mention]:
    span = clause.phrase.get("with")
    if span is None:
        return []
    persons = clause.scene.within(*span, ("Person",))
    return persons or clause.scene.bodies(*span)


def _named_parties(clause: Clause, marker: Marker) -> list[Argument]:
    """双方, 两国, 我们 as the signers: a span that the extractor resolves."""
    found = re.search(r"两国(?:元首|总理|领导人|外长)?|双方|三方|我们", clause.text[clause.begin : marker.start])
    if not found:
        return []
    return [Argument(role="A0", start=clause.begin + found.start(), end=clause.begin + found.end())]


def _for(clause: Clause) -> list[Argument]:
    span = clause.phrase.get("for")
    if span is None:
        return []
    bodies = clause.scene.bodies(*span)
    return role("FOR", bodies) if bodies else [Argument(role="FOR", start=span.start, end=span.end)]


def adopt(clause: Clause, marker: Marker) -> None:
    """审议通过: documents that a gathering or body adopted."""
    slot = clause.slots[clause.index]
    documents = clause.scene.documents(slot.start, slot.end)
    who: list[Mention] = []
    if "by" in clause.phrase:
        span = clause.phrase["by"]
        who = clause.events(*span) or clause.scene.bodies(*span)
        documents = documents or clause.scene.within(clause.begin, span.start, ("Document",))
    elif clause.topic is not None:
        who = [clause.topic]
    else:
        who = clause.agents()
    if who and documents:
        clause.state("审议通过", marker, [*role("A0", who), *role("A1", documents)], "adopted")
        if who[0].type == "Event":
            clause.state("举行", marker, [*role("AT", who[:1]), *clause.when(marker)], "adopted")


def issue(clause: Clause, marker: Marker) -> None:
    """印发, 发布: documents that somebody issued."""
    slot = clause.slots[clause.index]
    documents = clause.scene.documents(slot.start, slot.end)
    if not documents and "by" in clause.phrase:
        documents = clause.scene.within(clause.begin, clause.phrase["by"].start, ("Document",))
    if not documents:
        return
    who = clause.agents()
    if not who and clause.topic is not None and clause.topic.start >= clause.begin:
        who = [clause.topic]
    if who:
        clause.state("发布", marker, [*role("A0", who), *role("A1", documents)], "issued")


__all__ = ["adopt", "issue", "meet", "message", "sign", "talk", "visit", "where"]
