"""Frames of documents that are signed."""

from __future__ import annotations

import re

from msgspec.structs import replace

from kg.annotate.builtin.clause import Clause, role
from kg.annotate.builtin.paper_objects import objects, of_signer
from kg.annotate.builtin.shares import Share, shares
from kg.annotate.builtin.signers import countries, is_noun, of_title, pairs_of, signed_themselves, signers, witnessed
from kg.grammar.clauses import Marker, choices
from kg.grammar.documents import document_name
from kg.model import Argument, Mention, Span

_WITNESS = ("见证", "见证了", "见证下")
_SOME = re.compile(
    r"(?:^|[，。；后])\s*([两二三四五六七八九十]|\d{1,2})(?:人|[位名](?:[^，。；、的]{0,6}(?=分别|共同|先后|均|都|在)))(?!分之)"
)
_EXCHANGED = re.compile("互换了?(?:[^，。；]{0,12}(?:文本|批准书)|协议|合同|备忘录)|(?:文本|协议|合同|备忘录)互换")
_ALLOWS = ("批准", "同意", "核准", "授权")
_BARE_ORDER = re.compile("(?:国家)?主席令|国务院令|总统令")  # in a headline, where the text gives the numbers
_NUMBERED = re.compile("号(?:国家)?(?:主席令|国务院令|总统令)")
_COUNTS = "_一两三四五六七八九十"
_BOTH = re.compile(
    rf"两国(?:元首|总理|领导人|外长)?(?![^，。；与和同]{{0,4}}(?:{choices('not_states')}))|两位[^，。]{{1,4}}(?=共同|一起|签|$)|[双三四五六]方|各自|各方|我们|[两三][地市县区镇乡村校院行企家局部厅委办处所站社馆会](?!人民政府|政府|党委)"
)
_MANY_STATES = re.compile(r"[与同和]\d+[多余]?个[^，。；]{0,6}(?:国家|地区|城市|伙伴)")
_NAMES_SIGNERS = ("是", "为", "包括", "有")  # 签字的是…: the signers stand behind the verb
_SIGNING = re.compile("签约|签字|签署|签订")
_SIGNED_TITLE = re.compile("(?:签[署订下约了]|缔结)[^。；\n《》]{0,12}(?P<title>《[^》\n]+》)")
_STORY = 1500  # characters behind a headline in which its news is told
_JOINT = re.compile("[三四五六七八九十]方|(?<!等)[三四五六七八九十]家(?=[^，。]{0,4}$)")
_GOES_ON = re.compile("(?:并且?|[还又已也]|正式|共同|现场|同时|随后|分别|联合)*")
_NOTHING_ALONE = frozenset({"达成", "达成了", "牵手", "落笔", "签名"})
_SETTLES = re.compile("(?:落地|落户|入驻|进驻|入园|加盟)")  # 甲基金、乙基金签约落地某区: with the area, if with any
_DEAL = re.compile("项目|订单|大单|合作|采购|购销|协议|合同")  # 签下…项目 is a deal of two parties


def sign(clause: Clause, marker: Marker) -> None:
    """签署, 签约: who signed what with whom, for whom."""
    written = clause.text[marker.start : marker.end]
    if clause.text.endswith(_WITNESS, 0, marker.start):
        witnessed(clause, marker)
    elif _is_told(clause, marker) and not (written.endswith(_NAMES_SIGNERS) and signers(clause, marker)):
        _sign(clause, marker)


def _is_told(clause: Clause, marker: Marker) -> bool:
    """Whether the verb tells of a signing: no exchange of other things, none that is only allowed or spoken of."""
    exchange = clause.text.startswith("互换", marker.start) and marker.end - marker.start == 2
    end = clause.slots[clause.index].end
    if exchange and not _EXCHANGED.search(clause.text, clause.begin, end):
        return False
    named = clause.text[marker.start : marker.end].endswith(_NAMES_SIGNERS)
    return not _only_allowed(clause) and (named or not is_noun(clause, marker))


def _sign(clause: Clause, marker: Marker) -> None:
    slot = clause.slots[clause.index]
    written = clause.text[marker.start : marker.end]
    who = clause.people() or _the_two(clause, marker)
    documents = _documents(clause, marker, who)
    if clause.rule == "title" or _heads_line(clause):
        documents = [paper for d in documents for paper in _in_headline(clause, d)]
    deal = written != "签下" or _DEAL.search(clause.text, slot.start, slot.end)
    if not documents and (written in _NOTHING_ALONE or not deal):
        return
    if not documents and (deals := [*signed_themselves(clause, marker)]):
        for arguments in deals:
            clause.state("签署", marker, arguments, "signed-itself")
        return
    if pairs := pairs_of(clause, marker):
        for one, other in pairs:
            arguments = [*role("A0", [one]), *role("WITH", [other]), *role("A1", documents)]
            clause.state("签署" if documents else "签约", marker, arguments, "signed-pair", confidence=0.9)
        return
    others = _partners(clause)
    if _MANY_STATES.search(clause.text, clause.begin, marker.start) and not others:
        return  # 与135个国家签署: a figure, no deal
    if not who and not countries(clause, marker, sides=True):
        who, bodies = clause.parties(firms=True)
        others = others if others and others[0].type == "Person" else bodies
    if written.startswith("达成") and not _agreed(clause, [*who, *others], documents):
        return
    owned = _owners_of(clause, marker, documents)
    for share in shares(clause, marker, who, others, documents):
        _state_share(clause, marker, share, for_owners=owned)
    clause.scene.signed = documents or clause.scene.signed
    _for_both(clause, marker, documents)


def _agreed(clause: Clause, parties: list[Mention], documents: list[Mention]) -> bool:
    """Whether 达成 tells of a deal that bodies close (甲校与乙院达成共建协议).

    The papers of a place tell of deals so, the news of the world of what is negotiated and yet to be signed.
    """
    bodies = len(parties) > 1 and all(m.type == "Organization" for m in parties)
    named = all(len(d.text) > len("协议") for d in documents)
    return bool(clause.scene.article.place) and bodies and named and not clause.reported


def _heads_line(clause: Clause) -> bool:
    """Whether the sentence is a line that closes without a mark, as the headlines within a round-up do."""
    end = clause.sentence.end
    return clause.text[end : end + 1] == "\n" and clause.text[end - 1] not in "。！？!?；;：:”…)）"


def _in_headline(clause: Clause, document: Mention) -> list[Mention]:
    """A paper of a headline; one that is only described there is the one whose title or number the text gives."""
    if _BARE_ORDER.fullmatch(document.text):
        return [] if _NUMBERED.search(clause.text, clause.sentence.end) else [document]
    body = clause.text[clause.sentence.end : clause.sentence.end + _STORY]
    titles = {found["title"] for found in _SIGNED_TITLE.finditer(body)}
    if "《" in document.text or document.text in body or not titles:
        return [document]
    return [clause.scene.call(document, document_name(titles.pop()))] if len(titles) == 1 else []


def _state_share(clause: Clause, marker: Marker, share: Share, *, for_owners: bool = False) -> None:
    """State one deal of the verb: who signs with whom, for whom, and what.

    The signers of a paper ``for_owners`` who are named before it are no parties to each other.
    """
    who, others, documents = share
    joint = bool(_JOINT.search(clause.scene.outside_names(clause.begin, marker.start)))
    arguments = role("A0", [*who, *others]) if joint else [*role("A0", who), *role("WITH", others)]
    if not arguments:
        pair = countries(clause, marker)
        if len(pair) == 2:
            pair = [pair[0], replace(pair[1], role="WITH")]
        arguments = pair or named_parties(clause, marker)
    arguments += _for(clause, who, others) or _of_two(clause, documents, [*who, *others])
    if documents and not who and not others:
        clause.scene.unsigned = documents
    documents = [of_signer(clause, d, [*who, *others]) for d in documents]
    arguments += role("A1", documents)
    if arguments and (documents or len(arguments) > 1):
        crowd = len(who) > 2 and not others and who[0].type == "Person"  # no parties to each other
        settle = _SETTLES.match(clause.text, marker.end) is not None and not others
        apart = crowd or settle or (len(who) > 1 and not others and not joint and _with_somebody(clause))
        if apart and not documents:
            return
        predicate = "签字" if apart or for_owners else "签署" if documents else "签约"
        clause.state(predicate, marker, arguments, "signed")


def _with_somebody(clause: Clause) -> bool:
    """Whether the other party stands behind 与 or 同, though no name was found there: the signers have no deal."""
    span = clause.phrase.get("with")
    return span is not None and span.start >= clause.begin and span.end - span.start > 3


def _only_allowed(clause: Clause) -> bool:
    """Whether the signing itself is what somebody approves (议会批准签署协议)."""
    for before in reversed(clause.slots[: clause.index]):
        if before.marker.kind not in ("at", "by", "with", "to", "for"):
            return before.marker.kind == "adopt" and clause.text[before.marker.start : before.end].startswith(_ALLOWS)
    return False


def _of_two(clause: Clause, documents: list[Mention], persons: list[Mention]) -> list[Argument]:
    """The bodies that a paper's description names, where their heads sign it (签署了某国议会与某国国会合作协议)."""
    if not documents or len(persons) != 2 or any(p.type != "Person" for p in persons):
        return []
    parties = of_title(clause, documents)
    return role("FOR", parties) if all(p.type == "Organization" for p in parties) else []


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
        found = clause.scene.signed_before(marker.start) or _of_ceremony(clause, marker)
    return found


def _anew(clause: Clause, marker: Marker) -> bool:
    """Whether a deal is told with its two parties, and so is not the one told before."""
    return clause.text.startswith("签约", marker.start) and "with" in clause.phrase


def _of_ceremony(clause: Clause, marker: Marker) -> list[Mention]:
    """The paper that the ceremony is called after at which persons sign for others (某某协议签字仪式)."""
    on = clause.phrase.get("at")
    if "for" not in clause.phrase and not (on and clause.text[on.start : on.end].rstrip().endswith("上")):
        return []
    line = clause.text.rfind("\n", 0, marker.start) + 1
    named = [e for e in clause.events(line, marker.start) if _SIGNING.search(e.text)]
    if not named:
        return []
    low = max([named[-1].start, *(m.end for m in clause.scene.parties_in(named[-1]))])
    cut = _SIGNING.search(clause.text, low, named[-1].end)
    return clause.scene.documents(low, cut.start()) if cut else []


def _papers_on(clause: Clause, on: Span) -> list[Mention]:
    """A paper that is only described where it is signed: 在合作协议上签字."""
    end = on.start + len(clause.text[on.start : on.end].rstrip().removesuffix("上"))
    return [d for d in clause.scene.documents(on.start, end) if len(d.text) > 2]


def _the_two(clause: Clause, marker: Marker) -> list[Mention]:
    """两人, 6名航天员: as many of the persons named last before."""
    found = _SOME.search(clause.text, max(0, clause.begin - 1), marker.start)
    if not found:
        return []
    count = int(found[1]) if found[1].isdigit() else _COUNTS.index(found[1].replace("二", "两"))
    before = clause.scene.within(clause.sentence.start, clause.begin, ("Person",))
    return before[-count:] if len(before) > 1 else []


def _owners_of(clause: Clause, marker: Marker, documents: list[Mention]) -> bool:
    """甲与乙的《协议》由丙、丁签署: the bodies before 的 are the parties. Returns whether there are any."""
    if "by" not in clause.phrase or not documents or not clause.begin <= documents[0].start < marker.start:
        return False
    head = Span(clause.begin, documents[0].start)
    parties = clause.scene.bodies(head.start, head.end - 1) if clause.text[head.end - 1] == "的" else []
    if len(parties) > 1:
        arguments = [*role("A0", parties[:1]), *role("WITH", parties[1:]), *role("A1", documents)]
        clause.state("签署", marker, arguments, "signed-for-owners", confidence=0.9)
    return len(parties) > 1


def _for_both(clause: Clause, marker: Marker, documents: list[Mention]) -> None:
    """甲、乙代表双方签署《丙市与丁市…协议》: the title says who the parties are.

    Or the persons name them after 双方签署《协议》: 甲、乙分别代表丙市、丁市签字.
    """
    span = clause.phrase.get("for")
    if span is None:
        return
    parties = of_title(clause, documents) if _BOTH.search(clause.text, *span) else []
    if documents and documents == clause.scene.unsigned:
        parties = clause.scene.bodies(*span, firms=True)
        parties = parties if len(parties) > 1 else []
    if parties:
        arguments = [*role("A0", parties[:1]), *role("WITH", parties[1:]), *role("A1", documents)]
        clause.state("签署", marker, arguments, "signed-for-owners", confidence=0.85)


def _partners(clause: Clause) -> list[Mention]:
    span = clause.phrase.get("with")
    if span is None:
        return []
    persons = clause.scene.within(*span, ("Person",))
    return persons or clause.scene.bodies(*span, firms=True)


def named_parties(clause: Clause, marker: Marker) -> list[Argument]:
    """双方, 两国, 我们 as the signers, here or as the subject before a pause: a span that the extractor resolves."""
    found = _BOTH.search(clause.text, clause.begin, marker.start)
    if not found and _GOES_ON.fullmatch(clause.text, clause.begin, marker.start):
        found = _BOTH.match(clause.text, *clause.subject)
    return [Argument(role="A0", start=found.start(), end=found.end())] if found else []


def _for(clause: Clause, who: list[Mention], others: list[Mention]) -> list[Argument]:
    """For whom they sign; the bodies for which one person does so (代表市委、市政府) are one party."""
    span = clause.phrase.get("for")
    if span is None:
        return []
    anaphor = _BOTH.search(clause.text, *span)
    bodies = [] if anaphor else clause.scene.bodies(*span)
    if len(bodies) > 1 and len(who) == 1 and (others or _with_somebody(clause)):
        return []
    return role("FOR", bodies) if bodies else [Argument(role="FOR", start=span.start, end=span.end)]
