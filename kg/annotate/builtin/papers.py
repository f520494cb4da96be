"""Frames of documents that are signed."""

from __future__ import annotations

import re

from msgspec.structs import replace

from kg.annotate.builtin.clause import Clause, role
from kg.annotate.builtin.paper_objects import of_signer
from kg.annotate.builtin.shares import Share, shares
from kg.annotate.builtin.sides import sides_told
from kg.annotate.builtin.signed_papers import BOTH, papers_signed
from kg.annotate.builtin.signers import is_noun, of_title, pairs_of, signed_themselves, signers, witnessed
from kg.annotate.builtin.slots import without_project
from kg.annotate.builtin.states import countries, governing, leaders_sign, mainland, so_described, told_before
from kg.grammar.clauses import Marker
from kg.grammar.sentences import is_headline
from kg.model import Argument, Mention, Span

_WITNESS = ("见证", "见证了", "见证下")
_SOME = re.compile(
    r"(?:^|[，。；后])\s*([两二三四五六七八九十]|\d{1,2})(?:人|[位名](?:[^，。；、的]{0,6}(?=分别|共同|先后|均|都|在)))(?!分之)"
)
_EXCHANGED = re.compile("互换了?(?:[^，。；]{0,12}(?:文本|批准书)|协议|合同|备忘录)|(?:文本|协议|合同|备忘录)互换")
_ALLOWS = ("批准", "同意", "核准", "授权")
_COUNTS = "_一两三四五六七八九十"
_MANY_STATES = re.compile(r"[与同和]\d+[多余]?个[^，。；]{0,6}(?:国家|地区|城市|伙伴)")
_NAMES_SIGNERS = ("是", "为", "包括", "有")  # 签字的是…: the signers stand behind the verb
_ONLY_PAPERS = frozenset({"协议", "协定", "文件", "合同", "条约", "公约", "备忘录"})
_KEPT = re.compile("(?:遵守|履行|落实|执行|违反|破坏|撕毁|根据|按照|依据|依照)[^，。；]{0,16}$")
_AND_ISSUES = ("并发表", "并发布", "并公布")
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
    written = clause.text[marker.start : marker.end]
    who = clause.people() or _the_two(clause, marker)
    if who and who[-1].end <= clause.begin and _both_there(clause, marker):
        who = []  # 我很高兴双方签署
    documents = papers_signed(clause, marker, who)
    if not _tells_of(clause, written, documents):
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
    who, others = _sides(clause, marker, who)
    if clause.rule == "title":
        who, others = ([governing(clause, m) for m in side] for side in (who, others))
    if _MANY_STATES.search(clause.text, clause.begin, marker.start) and not others:
        return  # 与135个国家签署: a figure, no deal
    if written.startswith("达成") and not _agreed(clause, [*who, *others], documents):
        return
    owned = _owners_of(clause, marker, documents)
    for share in shares(clause, marker, who, others, documents):
        _state_share(clause, marker, share, for_owners=owned)
    _note_signed(clause, documents, [*who, *others])
    _for_both(clause, marker, documents)


def _note_signed(clause: Clause, documents: list[Mention], parties: list[Mention]) -> None:
    """Note the papers signed last; organizations that sign several in one breath leave them all to their persons."""
    scene = clause.scene
    if documents and parties and all(m.type == "Organization" for m in parties):
        begin = max(clause.sentence.start, clause.text.rfind("；", 0, documents[0].start))
        earlier = [d for d in scene.signed if d.start >= begin and d not in documents]
        scene.signed = [*earlier, *documents]
    else:
        scene.signed = documents or scene.signed


def _tells_of(clause: Clause, written: str, documents: list[Mention]) -> bool:
    """Whether a verb tells of a deal with these papers: 遵守双方签署的协议 names none, 牵手 none without a paper."""
    slot = clause.slots[clause.index]
    if not documents:
        deal = written != "签下" or _DEAL.search(clause.text, slot.start, slot.end)
        return bool(deal) and written not in _NOTHING_ALONE
    return not (
        all(d.text in _ONLY_PAPERS for d in documents) and _KEPT.search(clause.text, clause.begin, slot.marker.end)
    )


def _sides(clause: Clause, marker: Marker, who: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Who signs, persons or else bodies, and who does so with them."""
    if told := so_described(clause, marker) or mainland(clause, marker):
        return told
    if not who and _both_there(clause, marker) and (told := sides_told(clause)):
        return told
    others = _partners(clause)
    if who:
        return who, others or _talked_with(clause, marker, who)
    if countries(clause, marker, sides=True):
        return who, others if clause.phrase.get("with", clause.sentence).start > clause.begin else []
    who, bodies = clause.parties(firms=True)
    return who, others if others and others[0].type == "Person" else bodies


def _talked_with(clause: Clause, marker: Marker, who: list[Mention]) -> list[Mention]:
    """With whom somebody has talked in the sentence, and signs together (某人同某人举行会谈，共同签署)."""
    if len(who) != 1 or not clause.text[clause.begin : marker.start].rstrip().endswith(("共同", "一道", "一起")):
        return []
    spans = [(a.start, a.end) for f in clause.frames if f.predicate == "会谈" for a in f.arguments if a.role == "WITH"]
    return clause.scene.within(*spans[-1], ("Person",)) if spans else []


def _both_there(clause: Clause, marker: Marker) -> bool:
    """Whether 双方 or 两国 stand in the clause as the subject of the verb."""
    both = BOTH.search(clause.text, clause.begin, marker.start)
    return (
        both is not None
        and "for" not in clause.phrase
        and _GOES_ON.fullmatch(clause.text, both.end(), marker.start) is not None
    )


def _agreed(clause: Clause, parties: list[Mention], documents: list[Mention]) -> bool:
    """Whether 达成 tells of a deal that bodies close (甲校与乙院达成共建协议).

    The papers of a place tell of deals so, the news of the world of what is negotiated and yet to be signed.
    """
    bodies = len(parties) > 1 and all(m.type == "Organization" for m in parties)
    named = all(len(d.text) > len("协议") for d in documents)
    return bool(clause.scene.article.place) and bodies and named and not clause.reported


def _state_share(clause: Clause, marker: Marker, share: Share, *, for_owners: bool = False) -> None:
    """State one deal of the verb: who signs with whom, for whom, and what.

    The signers of a paper ``for_owners`` who are named before it are no parties to each other.
    """
    who, others, documents = share
    joint = bool(_JOINT.search(clause.scene.outside_names(clause.begin, marker.start)))
    joint = joint or any("三方" in d.text or "四方" in d.text for d in documents)
    arguments = role("A0", [*who, *others]) if joint else [*role("A0", who), *role("WITH", others)]
    if not arguments:
        pair = countries(clause, marker) or told_before(clause, marker)
        if (clause.rule == "title" or is_headline(clause.text, clause.sentence)) and leaders_sign(clause, marker):
            documents = []  # they do, as the text tells; their states have the deal
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
        if clause.text[marker.start : marker.end].endswith(_AND_ISSUES):
            issuers = [replace(a, role="A0") for a in arguments if a.role in ("A0", "WITH")]
            clause.state("发布", marker, [*issuers, *role("A1", documents)], "signed")


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
    parties = of_title(clause, documents) if BOTH.search(clause.text, *span) else []
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
    return persons or clause.scene.bodies(span.start, without_project(clause.text, *span), firms=True)


def named_parties(clause: Clause, marker: Marker) -> list[Argument]:
    """双方, 两国, 我们 as the signers, here or as the subject before a pause: a span that the extractor resolves."""
    found = BOTH.search(clause.text, clause.begin, marker.start)
    if not found and _GOES_ON.fullmatch(clause.text, clause.begin, marker.start):
        found = BOTH.match(clause.text, *clause.subject)
    return [Argument(role="A0", start=found.start(), end=found.end())] if found else []


def _for(clause: Clause, who: list[Mention], others: list[Mention]) -> list[Argument]:
    """For whom they sign; the bodies for which one person does so (代表市委、市政府) are one party."""
    span = clause.phrase.get("for")
    if span is None:
        return []
    anaphor = BOTH.search(clause.text, *span)
    bodies = [] if anaphor else clause.scene.bodies(*span)
    if len(bodies) > 1 and len(who) == 1 and (others or _with_somebody(clause)):
        return []
    return role("FOR", bodies) if bodies else [Argument(role="FOR", start=span.start, end=span.end)]
