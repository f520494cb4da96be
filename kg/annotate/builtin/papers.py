"""Frames of documents: signed, adopted, issued."""

from __future__ import annotations

import re

from msgspec.structs import replace

from kg.annotate.builtin.clause import Clause, role
from kg.annotate.builtin.paper_objects import after_author, listed_on, objects, of_signer
from kg.annotate.builtin.shares import Share, shares
from kg.annotate.builtin.signers import countries, of_title, pairs_of, signed_itself, signers
from kg.grammar.clauses import Marker
from kg.grammar.documents import names_work
from kg.model import Argument, Mention, Span

_WITNESS = ("见证", "见证了", "见证下")
_SOME = re.compile(
    r"(?:^|[，。；后])\s*([两二三四五六七八九十]|\d{1,2})(?:人|[位名](?:[^，。；、的]{0,6}(?=分别|共同|先后|均|都|在)))(?!分之)"
)
_CLOSED_BY = re.compile("[^，。；]*(?:之?后|时|之际|期间)，")
_EXCHANGED = re.compile("互换了?(?:[^，。；]{0,12}(?:文本|批准书)|协议|合同|备忘录)|(?:文本|协议|合同|备忘录)互换")
_IN_PAPER = re.compile(r"(?:一[份篇]|最新|书面|联合|各自|其)*(?P<paper>声明|公报|公告|通告)中\s*$")
_ONLY_WHEN = re.compile(
    r"(?:当天|当日|同日|当晚|\d+日|[上下]午|晚间?|凌晨|近日|日前|随后|此前|也|还|则|\s|（[^）]*）)*"
)
_ALLOWS = ("批准", "同意", "核准", "授权")
_BARE_ORDER = re.compile("(?:国家)?主席令|国务院令|总统令")  # in a headline, where the text gives the numbers
_NUMBERED = re.compile("号(?:国家)?(?:主席令|国务院令|总统令)")
_COUNTS = "_一两三四五六七八九十"
_BOTH = re.compile(
    r"两国(?:元首|总理|领导人|外长)?|两位[^，。]{1,4}(?=共同|一起|签|$)|[双三四五六]方|各自|各方|我们|[两三][地市县区镇乡村校院行企家局部厅委办处所站社馆会](?!人民政府|政府|党委)"
)
_MANY_STATES = re.compile(r"[与同和]\d+[多余]?个[^，。；]{0,6}(?:国家|地区|城市|伙伴)")
_NAMES_SIGNERS = ("是", "为", "包括", "有")  # 签字的是…: the signers stand behind the verb
_NAMES_A_THING = re.compile(r"》[^，。；、《]{0,6}(?:[库台馆]|平台|栏目|节目|系统|网站|活动)")  # not adopted
_SIGNING = re.compile("签约|签字|签署|签订")
_NOTHING_ALONE = frozenset({"达成", "达成了", "牵手", "落笔", "签名"})
_DEAL = re.compile("项目|订单|大单|合作|采购|购销|协议|合同")  # 签下…项目 is a deal of two parties


def sign(clause: Clause, marker: Marker) -> None:
    """签署, 签约: who signed what with whom, for whom."""
    slot = clause.slots[clause.index]
    written = clause.text[marker.start : marker.end]
    exchanged = written != "互换" or _EXCHANGED.search(clause.text, clause.begin, slot.end)
    if clause.text[: marker.start].endswith(_WITNESS) or not exchanged or _only_allowed(clause):
        return
    if written.endswith(_NAMES_SIGNERS):
        signers(clause, marker)
        return
    who = clause.people() or _the_two(clause, marker)
    documents = _documents(clause, marker, who)
    if clause.rule == "title" and any(_BARE_ORDER.fullmatch(d.text) for d in documents):
        documents = [] if _NUMBERED.search(clause.text, clause.sentence.end) else documents
    deal = written != "签下" or _DEAL.search(clause.text, slot.start, slot.end)
    if not documents and (written in _NOTHING_ALONE or not deal):
        return
    if not who and (pairs := pairs_of(clause, marker)):
        for one, other in pairs:
            arguments = [*role("A0", [one]), *role("WITH", [other]), *role("A1", documents)]
            clause.state("签署" if documents else "签约", marker, arguments, "signed-pair", confidence=0.9)
        return
    if not documents and (signed := signed_itself(clause, marker)):
        clause.state("签署", marker, signed, "signed-itself")
        return
    others = _partners(clause)
    if _MANY_STATES.search(clause.text, clause.begin, marker.start) and not others:
        return  # 与135个国家签署: a figure, no deal
    if not who:
        who, bodies = clause.parties(firms=True)
        others = others if others and others[0].type == "Person" else bodies
    for share in shares(clause, marker, who, others, documents):
        _state_share(clause, marker, share)
    clause.scene.signed = documents or clause.scene.signed
    _owners_of(clause, marker, documents)
    _for_both(clause, marker, documents)


def _state_share(clause: Clause, marker: Marker, share: Share) -> None:
    """State one deal of the verb: who signs with whom, for whom, and what."""
    who, others, documents = share
    joint = bool(re.search(r"[三四五六七八九十]方|[三四五六七八九十]家", clause.text[clause.begin : marker.start]))
    arguments = role("A0", [*who, *others]) if joint else [*role("A0", who), *role("WITH", others)]
    if not arguments:
        pair = countries(clause, marker)
        if len(pair) == 2:
            pair = [pair[0], replace(pair[1], role="WITH")]
        arguments = pair or _named_parties(clause, marker)
    arguments += _for(clause) or _of_two(clause, documents, [*who, *others])
    documents = [of_signer(clause, d, [*who, *others]) for d in documents]
    arguments += role("A1", documents)
    if arguments and (documents or len(arguments) > 1):
        crowd = len(who) > 2 and not others and who[0].type == "Person"  # no parties to each other
        predicate = "签字" if crowd and documents else "签署" if documents else "签约"
        clause.state(predicate, marker, arguments, "signed")


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
        found = clause.scene.paper_before(by) or clause.scene.documents(clause.begin, by - 1)
    if not found and who and who[0].type == "Person" and not _anew(clause, marker):
        found = clause.scene.signed_before(marker.start) or _of_ceremony(clause, marker)
    return found


def _anew(clause: Clause, marker: Marker) -> bool:
    """Whether a deal is told with its two parties, and so is not the one told before."""
    return clause.text.startswith("签约", marker.start) and "with" in clause.phrase


def _of_ceremony(clause: Clause, marker: Marker) -> list[Mention]:
    """The paper that the ceremony is called after at which persons sign for others (某某协议签字仪式)."""
    if "for" not in clause.phrase:
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


def _owners_of(clause: Clause, marker: Marker, documents: list[Mention]) -> None:
    """甲与乙的《协议》由丙、丁签署: the bodies before 的 are the parties."""
    if "by" not in clause.phrase or not documents or not clause.begin <= documents[0].start < marker.start:
        return
    head = Span(clause.begin, documents[0].start)
    parties = clause.scene.bodies(head.start, head.end - 1) if clause.text[head.end - 1] == "的" else []
    if len(parties) > 1:
        arguments = [*role("A0", parties[:1]), *role("WITH", parties[1:]), *role("A1", documents)]
        clause.state("签署", marker, arguments, "signed-for-owners", confidence=0.9)


def _for_both(clause: Clause, marker: Marker, documents: list[Mention]) -> None:
    """甲、乙代表双方签署《丙市与丁市…协议》: the title says who the parties are."""
    span = clause.phrase.get("for")
    parties = of_title(clause, documents) if span and _BOTH.search(clause.text, *span) else []
    if parties:
        arguments = [*role("A0", parties[:1]), *role("WITH", parties[1:]), *role("A1", documents)]
        clause.state("签署", marker, arguments, "signed-for-owners", confidence=0.85)


def _partners(clause: Clause) -> list[Mention]:
    span = clause.phrase.get("with")
    if span is None:
        return []
    persons = clause.scene.within(*span, ("Person",))
    return persons or clause.scene.bodies(*span, firms=True)


def _named_parties(clause: Clause, marker: Marker) -> list[Argument]:
    """双方, 两国, 我们 as the signers: a span that the extractor resolves."""
    found = _BOTH.search(clause.text, clause.begin, marker.start)
    return [Argument(role="A0", start=found.start(), end=found.end())] if found else []


def _in_time_clause(clause: Clause, marker: Marker) -> list[Mention]:
    """在议会批准法案后，…: the subject of a clause that 在 and 后 enclose."""
    at = clause.phrase.get("at")
    pause = _CLOSED_BY.search(clause.text, marker.end, clause.sentence.end)
    return clause.scene.bodies(*at) if at and at.end == marker.start and pause else []


def _for(clause: Clause) -> list[Argument]:
    span = clause.phrase.get("for")
    if span is None:
        return []
    anaphor = _BOTH.search(clause.text, *span)
    bodies = [] if anaphor else clause.scene.bodies(*span)
    return role("FOR", bodies) if bodies else [Argument(role="FOR", start=span.start, end=span.end)]


def adopt(clause: Clause, marker: Marker) -> None:
    """审议通过: documents that a gathering or body adopted."""
    documents = objects(clause, marker)
    if clause.text[marker.start : marker.end] == "通过":
        documents = [d for d in documents if not _NAMES_A_THING.match(clause.text, d.end - 1)]
    who: list[Mention] = []
    if clause.text.startswith("经", marker.start):
        who = clause.events(marker.start, marker.end) or clause.scene.bodies(marker.start + 1, marker.end - 4)
        documents = clause.scene.within(clause.begin, marker.start, ("Document",))
    elif "by" in clause.phrase:
        span = clause.phrase["by"]
        who = clause.events(*span) or clause.scene.bodies(*span)
        documents = documents or clause.scene.within(clause.begin, span.start, ("Document",))
    elif clause.topic is not None:
        who = [clause.topic]
    else:
        who = clause.agents() or _in_time_clause(clause, marker)
    if documents:
        documents = [*documents, *listed_on(clause)]
    if who and documents:
        clause.state("审议通过", marker, [*role("A0", who), *role("A1", documents)], "adopted")
        if who[0].type == "Event":
            clause.state("举行", marker, [*role("AT", who[:1]), *clause.when(marker)], "adopted")


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


def _launched(clause: Clause, marker: Marker, document: Mention) -> bool:
    """推出某某计划: a programme of action, no paper."""
    return clause.text.startswith("推出", marker.start) and document.text.endswith("计划")


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
        parties = _named_parties(clause, marker)
        if parties:
            clause.state("发布", marker, [*parties, *role("A1", documents)], "issued")
    if who:
        documents = [after_author(clause, d, who) for d in documents]
        clause.state("发布", marker, [*role("A0", who), *role("A1", documents)], "issued")
