"""Frames of documents that somebody issues, or in which somebody says something."""

from __future__ import annotations

import re

from kg.annotate.builtin.clause import Clause, role
from kg.annotate.builtin.paper_objects import after_author, objects
from kg.annotate.builtin.papers import named_parties
from kg.grammar.clauses import Marker
from kg.grammar.documents import names_work
from kg.model import Mention

_IN_PAPER = re.compile(r"(?:一[份篇]|最新|书面|联合|各自|其)*(?P<paper>声明|公报|公告|通告)中\s*$")
_SPEECH = re.compile("(?:机场)?(?:联合)?书面讲话$")
_ONLY_WHEN = re.compile(
    r"(?:当天|当日|同日|当晚|\d+日|[上下]午|晚间?|凌晨|近日|日前|随后|此前|也|还|则|\s|（[^）]*）)*"
)


def _entitled(clause: Clause) -> list[Mention]:
    """The title of an article that the next clause gives (发表评论员文章，题目是《…》)."""
    slot = clause.slots[clause.index]
    behind = re.match(
        r"[^，。]{0,8}(?:文章|社论|演讲|报告)，(?:题目是|题目为|题为|标题为|标题是)",
        clause.text[slot.start : slot.end + 12],
    )
    if not behind:
        return []
    titles = clause.scene.within(slot.start + behind.end(), clause.sentence.end, ("Document",))
    return titles[:1]


def stated_in(clause: Clause, marker: Marker) -> None:
    """在一份声明中说: the paper in which somebody says something."""
    at = clause.phrase.get("at")
    found = _IN_PAPER.search(clause.text, *at) if at and at.end == marker.start else None
    who = clause.agents() if found else []
    if at and who and not _ONLY_WHEN.fullmatch(clause.text, who[-1].end, at.start - 1):
        return  # 某某办公室在声明中说
    if found and who:
        (document,) = clause.scene.documents(*found.span("paper")) or (None,)
        if document is not None:
            papers = [after_author(clause, document, who)]
            clause.state("发布", marker, [*role("A0", who), *role("A1", papers)], "stated-in", confidence=0.85)


def written_speech(clause: Clause, marker: Marker) -> None:
    """发表书面讲话: the text that somebody gives out instead of speaking."""
    who = clause.people()
    said = _SPEECH.search(clause.text, marker.start, marker.end)
    if who and said:
        name = "、".join(m.name or m.text for m in who) + said[0]
        paper = Mention(start=said.start(), end=said.end(), type="Document", text=said[0], name=name, rule="speech")
        arguments = [*role("A0", who), *role("A1", [clause.scene.add(paper)])]
        clause.state("发布", marker, arguments, "written-speech", confidence=0.9)


def _launched(clause: Clause, marker: Marker, document: Mention) -> bool:
    """推出某某计划: a programme of action, no paper."""
    return clause.text.startswith("推出", marker.start) and document.text.rstrip("”").endswith("计划")


def issue(clause: Clause, marker: Marker) -> None:
    """印发, 发布: documents that somebody issued."""
    documents = _entitled(clause) or objects(clause, marker)
    if not documents and "by" in clause.phrase:
        documents = clause.scene.within(clause.sentence.start, clause.phrase["by"].start, ("Document",))[-1:]
    documents = [d for d in documents if not names_work(clause.text, d.end) and not _launched(clause, marker, d)]
    if not documents:
        return
    ones, others = clause.parties()
    who = clause.people() or [*ones, *others]
    during = clause.topic is not None and clause.text.startswith(("期间", "中", "上"), clause.topic.end)
    if not who and clause.topic is not None and clause.topic.start >= clause.begin and not during:
        who = [clause.topic]
    if not who:
        parties = named_parties(clause, marker)
        if parties:
            clause.state("发布", marker, [*parties, *role("A1", documents)], "issued")
    if who:
        documents = [after_author(clause, d, who) for d in documents]
        clause.state("发布", marker, [*role("A0", who), *role("A1", documents)], "issued")
