"""Bodies that stand elsewhere than before their office: behind it, before its verb, or pointed at by 该."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.grammar.context import Context
from kg.grammar.lexicon import DOTS, HAN, alternation, word_map
from kg.grammar.names import canonical_organization, expand_department, expand_relative
from kg.grammar.office import Body, Office
from kg.grammar.places import Area, country_pattern, find_area, parents
from kg.grammar.titles import Title
from kg.model import Span

# The body behind its head, who leads a delegation of it: 市长某某率领的某市代表团, 以市长某某为团长的某市友好代表团.
_LED = re.compile(
    r"[^，。；、]{2,16}(?:率领|为团长|带领|带队)的([^，。；、]{3,20}?)(?:干部|党政|政府|友好|经贸|文化|企业家|市长)?"
    r"(?:代表团|考察团|访华团|访问团|参访团)"
)
_SEATED = re.compile("政协|人大|人民代表")
_BARE_ORGAN = re.compile("[省市县区州旗](?=委(?!员)|政府|人大|政协|纪委|监委)")
NAME_ONLY = re.compile(f"[{HAN}{DOTS}]{{2,5}}[，、]")  # nothing but the holder between two offices
_HELD_IN = re.compile(r"在([^，。；、在]{2,20}?)(?:历?任|担任|出任|当|做)(?:过|了)?$")  # 他在某局任副局长


def led_delegation(text: str, at: int) -> Span | None:
    """The body whose delegation is led by who is named at ``at``, right behind the bare office."""
    led = _LED.match(text, at)
    return Span(*led.span(1)) if led else None


def led_area(text: str, title: Title) -> str:
    """The area whose delegation its head leads, where the bare office at its head is named first; empty for others."""
    span = led_delegation(text, title.end)
    written = text[slice(*span)] if span else ""
    country = country_pattern().match(written)
    return written[country.end() if country else 0 :] if written.endswith(title.rank[0]) else ""


def led_by(office: Office, kind: str) -> str:
    """The area, of the class ``kind``, that an office is of: 吉县 of 吉县县委书记; empty when it is of none."""
    written = office.prefix.removeprefix("中共") if office.body else ""
    ends = [found.end() for found in re.finditer(kind, written) if found.end() > 1]
    known = [end for end in ends if end <= ends[0] + 1 and find_area(written[:end])]
    return written[: max(known) if known else next((end for end in ends if end > 2), 0)]


def of_same_area(context: Context, title: Title, written: str, last: Office | None) -> str:
    """市委 behind an office of another city in the same sentence (永州市市长甲，市委秘书长乙) with that city."""
    bare = _BARE_ORGAN.match(written)
    if not bare or not last or not last.body or not NAME_ONLY.fullmatch(context.text, last.title.end, title.start):
        return written
    area = re.match(f"(?:中共)?(.{{1,12}}?{bare[0]})(?!{bare[0]})", last.prefix)
    if not area or not find_area(area[1]) or lies_within(context.home, area[1]):
        return written
    return area[1] + written[1:]


def seat(text: str, title: Title, held: Sequence[Office]) -> Office | None:
    """The seat that somebody loses with an office of the same congress or conference (免去…常委，撤销其委员资格)."""
    if title.rank not in ("委员", "代表") or title.start < title.body_end or not text.startswith("资格", title.end):
        return None
    of = next((o for o in held if o.title.rank in ("常委", "常务委员", "委员") and _SEATED.search(o.prefix)), None)
    return of and Office(title, of.prefix + title.rank, of.body and of.body.unwritten(title.start), of.prefix)


def is_home(home: Area | None, office: Office) -> bool:
    """Whether an office is of the paper's own area."""
    area = find_area(led_by(office, home.name[-1]), home.code) if home else None
    return bool(area and home and area.code == home.code)


def lies_within(home: Area | None, written: str) -> bool:
    """Whether the area ``written`` is one that the paper's own lies in (a county-level city in its city)."""
    area = find_area(written, home.code) if home else None
    return bool(area and home and any(outer.code == area.code for outer in parents(home)))


def held_in(text: str, at: int) -> Span | None:
    """The body in which a verb before the bare office at ``at`` says that it is held."""
    held = _HELD_IN.search(text, max(0, at - 30), at)
    return Span(*held.span(1)) if held else None


def named_office(context: Context, title: Title, rank: str, span: Span) -> Office:
    """The bare office of a body that stands elsewhere, at ``span``."""
    shown = expand_department(expand_relative(context.text[slice(*span)], context, span.start))
    name = canonical_organization(shown, context, span.start)
    return Office(title, shown + rank, Body(name, "Organization", *span), shown)


def pointed_at(context: Context, written: str, at: int) -> str:
    """The body of an office at ``at`` whose words begin behind 该: 该局, or 该行国际合作局 of the bank named before."""
    if context.text[at - 1 : at] != "该":
        return written
    if whole := context.named_before(written, at):
        return whole
    kinds = word_map("stands_for")
    unit = re.match(alternation(kinds), written)
    owner = context.named_before(kinds[unit[0]], at) if unit else ""
    return owner + written[unit.end() :] if unit and owner else written


def body_meant(context: Context, kind: str, at: int) -> str:
    """The body of a kind that the paragraph names last before ``at``, or the text first where 公司 alone means it."""
    if name := context.last_body(kind, at):
        return name
    start = 1 + max(context.text.rfind(mark, 0, at) for mark in "。！？\n")
    alone = re.compile(f"(?<![{HAN}])(?:该|本|如今|现在|目前|这家|我们)?(?:{kind})(?!长)").search(
        context.text, start, at
    )
    return context.named_before(kind, at) if alone else ""


def its_body(context: Context, title: Title) -> str:
    """The body named last of the kind that a bare rank behind 其 says (其党首, 其校长); empty without 其."""
    pointed = context.text[title.start - 1 : title.start] == "其"
    return context.last_body(title.rank[0], title.start) if pointed else ""
