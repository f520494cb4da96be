"""The papers that a verb of signing governs, and those told of before that persons sign."""

from __future__ import annotations

import re

from kg.annotate.builtin.clause import Clause
from kg.annotate.builtin.paper_objects import objects
from kg.grammar.clauses import Marker, choices
from kg.grammar.documents import SIGNING, document_name
from kg.grammar.sentences import is_headline
from kg.model import Mention, Span

_BARE_ORDER = re.compile("(?:国家)?主席令|国务院令|总统令")  # in a headline, where the text gives the numbers
_NUMBERED = re.compile("号(?:国家)?(?:主席令|国务院令|总统令)")
_SIGNED_TITLE = re.compile("(?:签[署订下约了]|缔结)[^。；\n《》]{0,12}(?P<title>《[^》\n]+》)")
_BARE = 3  # characters of a noun that names no paper of its own (协议, 备忘录)
_STORY = 1500  # characters behind a headline in which its news is told
BOTH = re.compile(
    rf"两国(?:元首|总理|领导人|外长)?(?![^，。；与和同]{{0,4}}(?:{choices('not_states')}))|两位[^，。]{{1,4}}(?=共同|一起|签|$)|[双三四五六]方|各自|本国(?=政府)|各方|我们|[两三][地市县区镇乡村校院行企家局部厅委办处所站社馆会](?!人民政府|政府|党委)"
)


def papers_signed(clause: Clause, marker: Marker, who: list[Mention]) -> list[Mention]:
    """What is signed; a paper that a headline only describes is the one whose title the text gives."""
    documents = _documents(clause, marker, who)
    if clause.rule == "title" or is_headline(clause.text, clause.sentence):
        documents = [paper for d in documents for paper in _in_headline(clause, d)]
    return documents


def _documents(clause: Clause, marker: Marker, who: list[Mention]) -> list[Mention]:
    """What is signed: the object, the paper that 在…上 names, the subject of 由, or what was signed before."""
    found = objects(clause, marker)
    on = clause.phrase.get("at")
    if not found and on is not None and clause.text[on.start : on.end].rstrip().endswith(("上", "书", "文本")):
        found = clause.scene.within(*on, ("Document",)) or clause.scene.signed or _papers_on(clause, on)
    if not found and "by" in clause.phrase:
        by = clause.phrase["by"].start
        here = clause.scene.documents(clause.begin, by - 1)[-1:]
        before = clause.scene.paper_before(by)
        found = here if here and not (before and before[0].text.strip("》").endswith(here[0].text)) else before
    if not found and who and who[0].type == "Person" and not _anew(clause, marker):
        found = clause.scene.signed_before(marker.start) or _for_parties(clause) or _of_ceremony(clause, marker)
    return found


def _for_parties(clause: Clause) -> list[Mention]:
    """The paper told of last, whose parties persons sign for (分别代表三方签字), also in the paragraph before."""
    span = clause.phrase.get("for")
    return clause.scene.signed if span and BOTH.search(clause.text, *span) else []


def _anew(clause: Clause, marker: Marker) -> bool:
    """Whether a deal is told with its two parties, and so is not the one told before."""
    return clause.text.startswith("签约", marker.start) and "with" in clause.phrase


def _of_ceremony(clause: Clause, marker: Marker) -> list[Mention]:
    """The paper that the ceremony is called after at which persons sign for others (某某协议签字仪式)."""
    on = clause.phrase.get("at")
    if "for" not in clause.phrase and not (on and clause.text[on.start : on.end].rstrip().endswith("上")):
        return []
    line = clause.text.rfind("\n", 0, marker.start) + 1
    named = [e for e in clause.events(line, marker.start) if SIGNING.search(e.text)]
    if not named:
        return []
    low = max([named[-1].start, *(m.end for m in clause.scene.parties_in(named[-1]))])
    cut = SIGNING.search(clause.text, low, named[-1].end)
    return clause.scene.documents(low, cut.start()) if cut else []


def _papers_on(clause: Clause, on: Span) -> list[Mention]:
    """A paper that is only described where it is signed: 在合作协议上签字."""
    end = on.start + len(clause.text[on.start : on.end].rstrip().removesuffix("上"))
    return [d for d in clause.scene.documents(on.start, end) if len(d.text) > 2]


def _in_headline(clause: Clause, document: Mention) -> list[Mention]:
    """A paper of a headline; one that is only described there is the one whose title or number the text gives."""
    if _BARE_ORDER.fullmatch(document.text):
        return [] if _NUMBERED.search(clause.text, clause.sentence.end) else [document]
    body = clause.text[clause.sentence.end : clause.sentence.end + _STORY]
    titles = {found["title"] for found in _SIGNED_TITLE.finditer(body)}
    bare = len(document.text) <= _BARE and all(title.endswith(document.text + "》") for title in titles)
    if "《" in document.text or (document.text in body and not bare) or not titles:
        return [document]
    return [clause.scene.call(document, document_name(titles.pop()))] if len(titles) == 1 else []
