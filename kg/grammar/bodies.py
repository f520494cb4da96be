"""What an office belongs to, and its canonical name: 副市长 → 荆门市副市长 of 荆门市."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from kg.grammar.abroad import Abroad
from kg.grammar.bodynames import CHARGED, BodyNames, headed, known_body, of_ministry, unit_of, without_duties
from kg.grammar.chains import Chain
from kg.grammar.context import Context
from kg.grammar.elsewhere import (
    NAME_ONLY,
    body_meant,
    held_in,
    is_home,
    its_body,
    led_area,
    led_by,
    led_delegation,
    lies_within,
    named_office,
    of_same_area,
    pointed_at,
    seat,
)
from kg.grammar.fields import is_field, of_session, owner_of_field
from kg.grammar.hosts import led_body
from kg.grammar.leaders import (
    ENVOYS,
    adviser,
    is_of_china,
    of_bench,
    of_envoy,
    of_head,
    of_leader,
    of_ruling_centre,
    with_full_body,
    without_sort,
)
from kg.grammar.lexicon import office_words, organizations, public_persons, word_list, word_map
from kg.grammar.names import canonical_organization, canonical_place, expand_department, expand_relative
from kg.grammar.office import PAST, Body, Office, is_no_body, past_mark
from kg.grammar.places import country_pattern, find_country, spelled_out
from kg.grammar.shared import parted
from kg.grammar.titles import Title, begins_name
from kg.model import EntityType

_DROP = re.compile(r"^(?:时任|新一届|新一任|新当选|新任|首任|现任|连任|第[一二三四五六七八九十百0-9０-９]{1,4}任)")
_CENTRAL = re.compile("党中央|(?:中共|中国共产党)?(?:第?[一二三四五六七八九十]+届)?中央(?:委员会)?")
_OFFICERS = ("政委", "教导员", "指导员")
_HOUSED = re.compile("(?:国务院|党|部)$|(?:领事馆|使馆|代表处|使团)[^，。、]{0,4}$")  # 某国驻某市总领事馆商务领事
_POSTED = re.compile("(?<=.{3})驻[^，。、]{1,14}(?:村|社区|嘎查)$")  # 某局驻某村第一书记, sent by 某局
# Of the body before a rank: 某国新一届总统, 某研究院的工艺师.
_TERM = re.compile("(?:新一届|新一任|本届|上届|新当选的?|现任|新任|新|(?<=[院司学团行会心馆校厂社])的)$")
_CELL = re.compile("(?:党组|党委|党总支|党支部)$")
_TIED = re.compile("的(?=居委会|村委会|居民委员会|村民委员会|党支部|党总支|党委|党工委)")  # 某社区的居委会
_PARTY_BODY = ("省", "市", "县", "区", "州", "旗", "镇", "乡", "街道", "村", "社区", "委员会")


class Bodies:
    """Reads the body of each office of one article, in order, since a bare office leans on what stands before it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._text = context.text
        self._abroad = Abroad(context)
        self._names = BodyNames(context, self._abroad)
        self._held: dict[str, list[Office]] = {}
        self._ranks: defaultdict[str, set[str]] = defaultdict(set)  # of offices told before, by their body
        self._last: Office | None = None
        self._of_home = False  # whether the list of the office read last began with one of the paper's own area

    def read_chain(self, chain: Chain, holders: Sequence[str]) -> list[Office]:
        """The offices of a list, each leaning on the one before it; ``holders`` are the holders' canonical names."""
        if chain.rule == "both-sides":
            title = chain.titles[0]
            body = Body(self._abroad.china(), "Place", title.start, title.start)
            return [Office(title, "中国" + title.rank, body, "中国")]
        found: list[Office] = []
        if holders and self._last and is_of_china(holders[0], self._last):
            self._last = None
        for title in chain.titles:
            office = self._by_holder(title, holders) if chain.rule == "name-before" and not found else None
            office = office or seat(self._text, title, [o for holder in holders for o in self._held.get(holder, ())])
            heading = self._last if chain.rule == "roster" else None
            office = office or self.read(title, found[-1] if found else heading)
            if office and not found and holders:
                office = self._abroad.of_foreigner(office, unit_of(office.title.rank), holders[0])
            if office:
                office = office._replace(name=self._context.shortest_office(with_full_body(self._context, office)))
                found += parted(self._context, office)
                self._last = found[-1]
                if held := found[-1].body:
                    self._ranks[held.name].add(title.rank)
                for holder in holders:
                    self._held.setdefault(holder, []).append(found[-1])
        if found:
            self._of_home = len(found) > 1 and is_home(self._context.home, found[0])
        if found and not chain.holders:
            self._last = found[0]  # a heading: 某某会会长、副会长、理事
        return found

    def _by_holder(self, title: Title, holders: Sequence[str]) -> Office | None:
        """An office written behind a name (普京总统), as the article elsewhere calls that person's office."""
        rank = self._text[title.body_end : title.end]
        for office in (o for holder in holders for o in self._held.get(holder, ())):
            if office.name.endswith(rank) and office.body:
                return Office(title, office.name, office.body.unwritten(title.start), office.prefix)
        chinese = any(holder in public_persons()[0] for holder in holders)
        return of_leader(self._context, self._abroad, title, rank, chinese=chinese)

    def read(self, title: Title, before: Office | None) -> Office | None:
        """The office with its body; ``before`` is the office that it shares a list with."""
        written = self._text[title.start : title.body_end]
        if (past := past_mark(written)) and begins_name(written, len(past)):
            office = self.read(title._replace(start=title.start + len(past), status="former"), before)
            return office and office._replace(name=past.removeprefix("时任") + office.name)
        rank = _DROP.sub("", re.sub("[ 　]", "", self._text[title.body_end : title.end]))
        if (term := _TERM.search(written)) and written not in organizations():
            title = title._replace(body_end=title.start + term.start())
        if fresh := re.match("新一[届任]", written):
            first = title.start + fresh.end()
            title = title._replace(start=first, body_end=max(first, title.body_end))
        written = self._text[title.start : max(title.start, title.body_end)]
        written = of_same_area(self._context, title, without_sort(written), self._last)
        written = _TIED.sub("", written)
        if title.rank in ENVOYS and (sent := of_envoy(self._context, self._abroad, title, self._last, self._held)):
            return sent
        if not written:
            return None if self._text.startswith("资格", title.end) else self._bare(title, rank, before)
        if is_no_body(title, written) or (written == "大会" and rank == "执行主席" and not self._context.session):
            return None
        return self._special(title, written, rank, before) or self._by_kind(title, written, rank, before)

    def _special(self, title: Title, written: str, rank: str, before: Office | None) -> Office | None:
        """国务委员, 国家主席, envoys, and the offices of a session that is called 大会."""
        if written == "国务" and title.rank == "委员":
            return Office(title, written + rank, Body("国务院", "Organization", title.start, title.body_end), "国务院")
        if of := of_head(self._context, self._abroad, title, written, rank):
            return of
        if title.rank in ("顾问", "助理") and written in word_list("matters"):
            return adviser(self._context, title, written + rank, self._last)
        if written in ("大会", "大会主席团") and self._context.session:
            return of_session(self._context, title, written, rank)
        if written == "国家" and title.rank == "主席":
            return self._abroad.head_of_state(title, rank, before)
        return None

    def _by_kind(self, title: Title, written: str, rank: str, before: Office | None) -> Office | None:
        housed = bool(_HOUSED.search(written)) or written in organizations()
        state = title.kind == "state" and not housed
        if state and (country := country_pattern().match(written)) and written.endswith("政府") and rank != "大臣":
            name = canonical_place(country[0], self._context) + written[country.end() :]
            return Office(title, written + rank, Body(name, "Organization", title.start, title.body_end), country[0])
        if state or (title.kind == "area" and find_country(written)):
            return self._abroad.written(title, written, rank)
        of_body = title.rank == "专员" and known_body(written)  # 欧盟能源专员
        now = title.kind == "area" and title.status != "former"
        governed = re.match(f".*{title.rank[0]}(?:人民)?政府$", written) if now else None  # 市政府副市长
        if title.kind == "area" and (governed or not written.endswith("政府")) and not of_body:
            shown = expand_relative(written, self._context, title.start) if governed else written
            return self._area(title, re.sub("(?:人民)?政府$", "", shown), rank)
        lean = (before or self._beside(title)) if title.kind == "party" else None
        if lean and lean.body and (_CELL.fullmatch(written) or written == "书记处"):
            return Office(title, lean.prefix + written + rank, lean.body.unwritten(title.start), lean.prefix)
        if title.kind == "party" or _CELL.search(written):
            party = self._names.of_committee(written, before)
            return self._within(title, written, rank, before) or self._party(title, party, rank)
        return self._other(title, written, rank, before)

    def _area(self, title: Title, written: str, rank: str) -> Office | None:
        char = title.rank[0]
        whole = written[-1] == char or title.rank in ("行政长官", "专员", "最高领袖")
        name = canonical_place(written if whole else written + char, self._context)
        written = re.sub("(?<=香港|澳门)特区", "特别行政区", written)
        return Office(title, written + rank, Body(name, "Place", title.start, title.body_end), written)

    def _beside(self, title: Title) -> Office | None:
        """The office of who is listed right before: 某中学副校长甲、党委副书记乙."""
        last = self._last
        if not last or not last.body or last.body.type != "Organization":
            return None
        return last if NAME_ONLY.fullmatch(self._text, last.title.end, title.start) else None

    def _within(self, title: Title, written: str, rank: str, before: Office | None) -> Office | None:
        """政法委书记 behind 市委副书记, 纪委书记 behind 县委常委: of the committee named before in the list."""
        if before and (office := of_ruling_centre(self._context, title, written + rank, before)):
            return office
        area = re.match("(.+)委$", before.prefix) if before else None
        if area is None or written not in ("政法委", "纪委", "教育工委", "直属机关工委"):
            return None
        shown = area[1] + written if written == "纪委" else area[0] + written
        full = canonical_organization(shown, self._context, title.start)
        return Office(title, shown + rank, Body(full, "Organization", title.start, title.body_end), shown)

    def _party(self, title: Title, written: str, rank: str) -> Office | None:
        written = self._names.housed(written)
        shown = expand_relative(written, self._context, title.start)
        full = canonical_organization(_POSTED.sub("", CHARGED.sub("", written)), self._context, title.start)
        owner = re.match(r"(.+?)(党委|党组|党总支|党支部)$", shown)
        whole = expand_relative(owner[1], self._context, title.start) if owner and shown == written else ""
        if owner and whole in word_map("stands_for"):
            whole = self._context.last_body(word_map("stands_for")[whole], title.start)
        if owner and whole and whole != owner[1]:
            shown = expand_department(whole) + owner[2]
            full = canonical_organization(whole, self._context, title.start)
            return Office(title, shown + rank, Body(full, "Organization", title.start, title.body_end), shown)
        if owner and not owner[1].endswith(_PARTY_BODY):
            full = canonical_organization(owner[1].removesuffix("原"), self._context, title.start)
            shown = self._context.full_name(owner[1]) + shown[owner.end(1) :]
        if title.rank == "总书记" and _CENTRAL.fullmatch(written):
            full = shown = "中共中央"
        return Office(title, shown + rank, Body(full, "Organization", title.start, title.body_end), shown)

    def _other(self, title: Title, written: str, rank: str, before: Office | None) -> Office | None:
        written = pointed_at(self._context, written, title.start)
        shown = spelled_out(self._names.shown(title, written, before, self._last))
        parted = title.kind == "fused" and not headed(written, title.rank)
        named = of_ministry(shown, rank) if parted else ""
        named = named or (shown + unit_of(title.rank) if parted else without_duties(shown))
        kind: EntityType = "Place" if find_country(named) else "Organization"
        if kind == "Place":
            name = canonical_place(named, self._context)
        else:
            plain = re.sub("^第?[一二三四五六七八九十0-9]+届", "", named.removeprefix(past_mark(named)))
            if PAST.search(plain):
                plain = re.sub(f"^({country_pattern().pattern})(?:前|原|时任)(?=.)", r"\1", plain)
            name = canonical_organization(plain, self._context, title.start)
        if kind == "Organization" and is_field(named, title.rank):
            return Office(title, shown + rank, owner_of_field(self._context, title, named), shown)
        return Office(title, shown + rank, Body(name, kind, title.start, title.body_end), shown)

    def _bare(self, title: Title, rank: str, before: Office | None) -> Office | None:
        """An office that no body is written before."""
        at = title.start
        if title.kind == "area":
            place = led_area(self._text, title) or self._place_of(title, before)
            body = Body(canonical_place(place, self._context), "Place", at, at) if place else None
            return Office(title, place + rank, body, place)
        if span := led_delegation(self._text, title.end) or held_in(self._text, at):
            return named_office(self._context, title, rank, span)
        if title.rank in ("总书记", "国家主席"):
            leader = Office(title, "中共中央总书记", Body("中共中央", "Organization", at, at), "中共中央")
            return leader if title.rank == "总书记" else self._abroad.head_of_state(title, rank, before)
        if before and before.body and (office := self._leaning(title, rank, before, before.body)):
            return office
        if title.kind == "state" and rank not in ("大使", "公使", "特使", "代表", "总理"):
            return self._abroad.at_state(title, rank)
        its = its_body(self._context, title)
        found = (self._like_last(title, rank) if not its else None) or self._head_of(title, rank, its)
        return found or (None if title.rank in office_words().weak else Office(title, rank, None, ""))

    def _leaning(self, title: Title, rank: str, before: Office, body: Body) -> Office | None:
        """党组书记、部长: of the body of the office before it in the list; 党主席、总统: of that party's country."""
        if office := of_bench(self._context, title, rank, before):
            return office
        country = country_pattern().match(before.prefix)
        if country and body.type == "Place" and title.rank in word_map("units"):
            house = Body(country[0] + unit_of(title.rank), "Organization", title.start, title.start)
            return Office(title, country[0] + rank, house, country[0])
        if title.kind == "state" and body.type == "Organization" and country:
            name = canonical_place(country[0], self._context)
            return Office(title, country[0] + rank, Body(name, "Place", title.start, title.start), country[0])
        if title.kind == "state" or body.type == "Organization" or find_country(body.name):
            return Office(title, _CELL.sub("", before.prefix) + rank, body.unwritten(title.start), before.prefix)
        return None

    def _like_last(self, title: Title, rank: str) -> Office | None:
        """A bare 副主席 or 秘书长 behind the offices of its body in one paragraph (市政协主席甲…。副主席乙…)."""
        last, at = self._last, title.start
        if not last or not last.body or last.body.type != "Organization" or "\n" in self._text[last.title.end : at]:
            return None
        same = title.rank in (*self._ranks[last.body.name], "秘书长") or headed(last.prefix, title.rank)
        fits = (title.kind != "party" or rank.startswith("副")) and same
        if not fits and title.rank not in _OFFICERS:
            return None
        return Office(title, _CELL.sub("", last.prefix) + rank, last.body.unwritten(at), last.prefix)

    def _head_of(self, title: Title, rank: str, its: str) -> Office | None:
        """校长, 董事长: of the body of its kind that the paragraph names before, or of ``its``, meant by 其."""
        kind, at = word_map("heads").get(title.rank), title.start
        name = its or led_body(self._text, title.rank, at) or (body_meant(self._context, kind, at) if kind else "")
        if not name:
            return None
        name = expand_relative(name, self._context, title.start)
        full = canonical_organization(name, self._context, title.start)
        return Office(title, name + rank, Body(full, "Organization", title.start, title.start), name)

    def _place_of(self, title: Title, before: Office | None) -> str:
        """The area of a bare 市长: of the list, of the sentence (廉江市委书记甲…，市长乙), else of the article."""
        last = self._last
        if last and re.search("[。！？\n]", self._text[last.title.end : title.start]):
            last = None
        for office in (before, last):
            area = led_by(office, title.rank[0]) if office else ""
            if area and (office is before or not (self._of_home or lies_within(self._context.home, area))):
                return area
        return self._context.place_called(title.rank.removesuffix("长"), title.start)
