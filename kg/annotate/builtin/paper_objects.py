"""The documents that a verb of signing, adopting or issuing governs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate.builtin.clause import Clause
from kg.grammar.clauses import Marker
from kg.grammar.documents import is_plain
from kg.model import Mention

_PREPOSITIONS = frozenset({"at", "by", "with", "to", "for", "lead"})
_CLOSED = frozenset({",", "say", "issue", "sign", "message"})  # verbs that no description of a document holds
_ANOTHER_VERB = re.compile("并(?![购网轨列])|[了着]|随后|然后")

_ONE_OF_MANY = re.compile("的?(?:首|第[一二三四五六七八九十\\d]+|唯一(?:一)?)[个份项部]?")
_CALLED = re.compile("(?:这|该|此)?(?P<paper>[^，。；：]{2,40}?)(?:就|也)?是[^，。；是]{2,20}$")
_SHORTEST = 3  # characters of an item of a list that goes on over commas: 决定 alone is a verb there
_MATTERS = ("倡议", "计划", "战略", "议程", "愿景")  # what a paper may be about, and so no end of its name
_ORDER = re.compile("(?:总统|行政)?(?:命令|令|法令|通令)|备忘录")
_AND_OTHERS = re.compile("等[^，。；、]{0,5}?(?:部门|单位|国家|国|方|机构|组织)")


def objects(clause: Clause, marker: Marker) -> list[Mention]:
    """The documents that a verb governs: right behind it, behind a relative clause, or in words like verbs."""
    slot = clause.slots[clause.index]
    if clause.text.endswith(_MATTERS, slot.start, slot.end) and (found := _across(clause, "with")):
        return found  # 某倡议|同某战略对接合作规划
    found = _called_before(clause, marker) or clause.scene.documents(slot.start, slot.end) or _over_pause(clause)
    if found or clause.text.startswith("的", slot.start):
        return found
    following = clause.slots[clause.index + 1 : clause.index + 2]
    through = clause.text[marker.start : marker.end] == "通过" and not clause.text[slot.start : slot.end].strip()
    if following and through and following[0].marker.kind in _PREPOSITIONS - {"by"}:  # 通过与…合作
        return []
    return _behind_relative(clause) or _across(clause)


def _called_before(clause: Clause, marker: Marker) -> list[Mention]:
    """What a relative clause says of a paper (某协定是甲国与乙国签署的第一个自贸协定)."""
    start = clause.slots[clause.index].start
    if not _ONE_OF_MANY.match(clause.text, start) or "的" not in clause.text[marker.end - 1 : start + 1]:
        return []
    called = _CALLED.match(clause.text, clause.begin, marker.start)
    found = clause.scene.documents(*called.span("paper")) if called else []
    return found if called and found and found[-1].end == called.end("paper") else []


def listed_on(clause: Clause) -> list[Mention]:
    """The documents of a list that goes on over commas (通过了甲报告，乙决定，丙决定)."""
    found: list[Mention] = []
    for later in clause.slots[clause.index + 1 :]:
        written = clause.text[later.start : later.end].strip("。 ")
        goes_on = written and clause.text[later.marker.start : later.marker.end] == "，"
        papers = clause.scene.documents(later.start, later.end) if goes_on else []
        whole = papers and papers[0].start == later.start and papers[-1].end == later.start + len(written)
        short = papers and len(papers[0].text) <= _SHORTEST and not papers[0].text.endswith("法")
        if not whole or short:
            break
        found += papers
    return found


def _over_pause(clause: Clause) -> list[Mention]:
    """A resolution whose name holds a pause (关于免去某某职务，撤销其资格的决定)."""
    slot = clause.slots[clause.index]
    named = clause.scene.within(slot.start, clause.sentence.end, ("Document",))
    return [d for d in named[:1] if slot.start <= d.start < slot.end < d.end]


def _behind_relative(clause: Clause) -> list[Mention]:
    """签署了议会通过的法案, 发布由某校编制的《报告》: what a verb with 的 describes."""
    for later in clause.slots[clause.index + 1 :]:
        if later.marker.kind == ",":
            break
        verb = later.marker.kind not in _PREPOSITIONS
        if verb and "的" in (clause.text[later.start : later.start + 1], clause.text[later.start - 1]):
            return clause.scene.documents(later.start, later.end)
    return []


def _across(clause: Clause, through: str = "") -> list[Mention]:
    """A description that holds prepositions or verbs (甲委员会与乙协会合作协议, 关于举办…的通知)."""
    slot = clause.slots[clause.index]
    end = slot.end
    following = clause.slots[clause.index + 1 :]
    if through and not (following and following[0].marker.kind == through):
        return []
    for later in following:
        exchanged = clause.text.startswith("互换", later.marker.start)
        if (later.marker.kind in _CLOSED and not exchanged) or later.marker.name == "宣布开幕":
            break
        end = later.end
    if end == slot.end or _ANOTHER_VERB.search(clause.text, slot.start + 1, end):
        return []
    spans = clause.scene.described(slot.start, end)
    return clause.scene.documents(slot.start, end) if spans and spans[0].start <= slot.end else []


def of_signer(clause: Clause, document: Mention, who: Sequence[Mention]) -> Mention:
    """An order or memorandum that is only called so, named after the one person who signs it (某某签署的命令)."""
    if len(who) != 1 or who[0].type != "Person" or not _ORDER.fullmatch(document.text):
        return document
    return clause.scene.call(document, f"{who[0].name or who[0].text}签署的{document.text}")


def after_author(clause: Clause, document: Mention, authors: Sequence[Mention]) -> Mention:
    """A document that is only called 声明 or 报告, named after who issued it (外交部声明)."""
    if not authors or authors[0].type == "Event" or not is_plain(document.text):
        return document
    if authors[0].type == "Person":
        name = "、".join(a.name or a.text for a in authors)
    else:
        name = clause.text[authors[0].start : authors[-1].end]
        others = _AND_OTHERS.match(clause.text, authors[-1].end)
        name += others[0] if others else ""
    return clause.scene.call(document, name + document.text)
