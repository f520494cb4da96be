"""What an office belongs to, and its canonical name: 副市长 → 荆门市副市长 of 荆门市."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.grammar.chains import Chain
from kg.grammar.context import Context
from kg.grammar.lexicon import HAN, office_words, organizations, public_persons
from kg.grammar.names import canonical_organization, canonical_place, expand_department, expand_relative, grade_of
from kg.grammar.places import countries, country_at_end, country_pattern, find_area, find_country
from kg.grammar.titles import Title, begins_name, named_at
from kg.model import EntityType


class Body(NamedTuple):
    """What an office is in: canonical name, type, and the characters that write it (none when implied)."""

    name: str
    type: EntityType
    start: int
    end: int


class Office(NamedTuple):
    """One office as the article means it."""

    title: Title
    name: str
    body: Body | None
    prefix: str  # what a bare office behind it takes over: 西宁市委 of 西宁市委常委


_DROP = re.compile(r"^(?:新当选|新任|首任|现任|连任|第[一二三四五六七八九十百0-9０-９]{1,4}任)")


_OF_STATE = re.compile("现|政府|(?:看守|临时|过渡|联邦)政府|联邦|经济|社会|内阁|该国|本国|国防|外交")
_HOUSE = re.compile("(?:集团公司|集团|公司|总公司|我厂|本厂)(?!军)")
_PARTY_ORGAN = re.compile("(?:组织|宣传|统战|社会工作|政法|办公室|编办|网信办|党校).{0,3}")
_ORGAN = re.compile("部$|院$|国会|议会|杜马|军|武装|总统府|内阁|法院|央行|中央银行|大会|局$|委员会$|警")
_ORGAN_START = re.compile(
    "国防|外交|武装|真主党|总统|国家|联邦|议会|国会|参议|众议|[空海陆]军|军方|军$|军队|安全|政府|警|央行|财政|中央|最高|交通|能源|卫生"
)
_CENTRAL = {"越南": "越共中央", "老挝": "老挝人革党中央", "朝鲜": "朝鲜劳动党"}
_GENERIC = frozenset(
    ["组织", "企业", "公司", "部门", "单位", "地方", "当地", "有关部门", "有关企业", "相关部门", "有关", "相关", "机构", "代表团", "两国", "双方", "各国", "多国", "外国", "政府", "行业", "其", "各", "该", "老", "来宾", "主要"]
)
_PARTIES = {"越共": "越南", "越南": "越南", "老挝": "老挝", "古共": "古巴", "古巴": "古巴", "朝鲜": "朝鲜"}


_OFFICERS = ("政委", "教导员", "指导员")
_KINDS = {
    "学校": "大学|学院|中学|小学|学校", "医院": "医院", "协会": "协会", "商会": "商会", "学会": "学会", "研究院": "研究院", "研究所": "研究所",
    "管委会": "管委会", "合作社": "合作社", "法院": "法院", "检察院": "检察院", "公司": "公司|集团", "企业": "公司|集团", "基金会": "基金会",
}  # fmt: skip
_PAST = re.compile("原|前|时任")


class Bodies:
    """Reads the body of each office of one article, in order, since a bare office leans on what stands before it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._text = context.text
        self._held: dict[str, list[Office]] = {}
        self._last: Office | None = None

    def read_chain(self, chain: Chain, holders: Sequence[str]) -> list[Office]:
        """The offices of a list, each leaning on the one before it."""
        found: list[Office] = []
        for title in chain.titles:
            if chain.rule == "both-sides":
                name = self._context.countries.get("中国", "中国")
                body = Body(name, "Place", title.start, title.start)
                found.append(Office(title, "中国" + title.rank, body, "中国"))
                continue
            office = self._by_holder(title, holders) if chain.rule == "name-before" and not found else None
            office = office or self.read(title, found[-1] if found else None)
            if office:
                found.append(office)
                self._last = office
                for holder in holders:
                    self._held.setdefault(holder, []).append(office)
        return found

    def _by_holder(self, title: Title, holders: Sequence[str]) -> Office | None:
        """An office written behind a name (普京总统), as the article elsewhere calls that person's office."""
        rank = self._text[title.body_end : title.end]
        at = title.start
        for office in (o for holder in holders for o in self._held.get(holder, ())):
            if office.name.endswith(rank) and office.body:
                return Office(title, office.name, office.body._replace(start=at, end=at), office.prefix)
        if rank == "主席":
            name = self._context.countries.get("中国", "中国")
            return Office(title, "国家主席", Body(name, "Place", at, at), "中国")
        if rank == "委员长":
            body = Body("全国人民代表大会常务委员会", "Organization", at, at)
            return Office(title, "全国人大常委会委员长", body, "全国人大常委会")
        if rank == "总理" and any(holder in public_persons()[0] for holder in holders):
            return Office(title, "国务院总理", None, "国务院")
        if rank == "总书记" and not any(holder in public_persons()[0] for holder in holders):
            party = next((name for country, name in _CENTRAL.items() if country in self._context.countries), "")
            if party:
                body = Body(canonical_organization(party, self._context, at), "Organization", at, at)
                return Office(title, party + rank, body, party)
        return self._at_state(title, rank) if title.kind == "state" else None

    def _at_state(self, title: Title, rank: str) -> Office | None:
        """An office of a country that the sentence leaves unsaid (普京总统, 总统普京)."""
        country = self._context.country_of(title.start)
        if not country:
            return None
        return Office(title, country + rank, Body(country, "Place", title.start, title.start), country)

    def read(self, title: Title, before: Office | None) -> Office | None:
        """The office with its body; ``before`` is the office that it shares a list with."""
        written = self._text[title.start : title.body_end]
        if (past := _PAST.match(written)) and begins_name(written, past.end()):
            office = self.read(title._replace(start=title.start + past.end(), status="former"), before)
            return office and office._replace(name=past[0] + office.name)
        rank = _DROP.sub("", self._text[title.body_end : title.end])
        if not written:
            return self._bare(title, rank, before)
        if written == "国务" and title.rank == "委员":
            return Office(title, written + rank, Body("国务院", "Organization", title.start, title.body_end), "国务院")
        if written in _GENERIC:
            return None
        if written in ("大会", "大会主席团") and self._context.session:
            return self._of_session(title, written, rank)
        if written == "国家" and title.rank == "主席":
            return self._of_state(title, rank, before)
        if title.kind == "state" or (title.kind == "area" and find_country(written)):
            return self._state(title, written, rank)
        if title.kind == "area":
            return self._area(title, written, rank)
        if title.kind == "party":
            if before and before.body and written in ("党组", "党委", "党总支", "党支部"):
                return Office(
                    title,
                    before.prefix + written + rank,
                    before.body._replace(start=title.start, end=title.start),
                    before.prefix,
                )
            return self._party(title, written, rank)
        return self._other(title, written, rank, before)

    def _state(self, title: Title, written: str, rank: str) -> Office | None:
        post = re.search("驻.*$", written)
        owner = written[: post.start()] if post else written
        start = title.start + len(owner) - len(country_at_end(owner))
        owner = country_at_end(owner)
        country = self._country(owner)
        if country is None:
            if _OF_STATE.fullmatch(written) and self._context.country_of(title.start):
                return self._at_state(title, written + rank)
            if written.endswith("国务院") or written in organizations():
                return self._other(title, written, rank, None)
            bare = title._replace(start=title.body_end)
            return self._at_state(bare, rank) or Office(bare, rank, None, "")
        shown = (owner if find_country(owner) else country) + (self._spelled(post[0]) if post else "")
        body = Body(canonical_place(country, self._context), "Place", start, start + len(owner))
        return Office(title._replace(start=start), shown + rank, body, country)

    def _spelled(self, post: str) -> str:
        """驻美 → 驻美国."""
        country = self._country(post[1:])
        return "驻" + country if country and post[1:] not in ("华",) else post

    def _country(self, written: str, *, sure: bool = False) -> str | None:
        """The name of the country that ``written`` is, by name or by an initial (俄) of a country of this article."""
        if find_country(written):
            return written
        for name in self._context.countries:
            country = find_country(name)
            if country and written in country.initials:
                return name
        alone = [country.name for country in dict.fromkeys(countries().values()) if written in country.initials]
        return alone[0] if sure and len(alone) == 1 else None

    def _area(self, title: Title, written: str, rank: str) -> Office | None:
        if written.endswith("政府"):
            return self._other(title, written, rank, None)
        char = title.rank[0]
        place = (
            written
            if written[-1] == char or title.rank in ("领导人", "行政长官", "专员", "最高领导人", "最高领袖")
            else written + char
        )
        name = canonical_place(place, self._context)
        kind: EntityType = "Place" if title.rank != "领导人" else "Organization"
        return Office(title, written + rank, Body(name, kind, title.start, title.body_end), written)

    def _party(self, title: Title, written: str, rank: str) -> Office | None:
        house = _HOUSE.match(written)
        if house and self._context.house:
            written = self._context.house + written[house.end() :]
        name = expand_relative(written, self._context, title.start)
        full = canonical_organization(written, self._context, title.start)
        owner = re.match(r"(.+?)(?:党委|党组|党总支|党支部)$", name)
        shown = name
        if owner and not owner[1].endswith(
            ("省", "市", "县", "区", "州", "旗", "镇", "乡", "街道", "村", "社区", "委员会")
        ):
            full = canonical_organization(owner[1], self._context, title.start)
            shown = self._context.full_name(owner[1]) + name[owner.end(1) :]
        if title.rank == "总书记" and written in ("党中央",):
            full, shown = "中共中央", "中共中央"
        return Office(title, shown + rank, Body(full, "Organization", title.start, title.body_end), shown)

    def _other(self, title: Title, written: str, rank: str, before: Office | None) -> Office | None:
        if self._text[title.start - 1 : title.start] == "该" and (
            name := self._context.last_body(written, title.start)
        ):
            written = name
        shown = self._shown(title, written, before)
        named = _without_duties(shown)
        if title.kind == "fused" and not written.endswith(title.rank[0]) and not _holds(written, title.rank):
            named += title.rank[0]
        country = find_country(named)
        if country:
            body = Body(canonical_place(named, self._context), "Place", title.start, title.body_end)
        else:
            plain = re.sub("^(?:原|前|时任|第?[一二三四五六七八九十0-9]+届)", "", named)
            body = Body(
                canonical_organization(plain, self._context, title.start), "Organization", title.start, title.body_end
            )
        return Office(title, shown + rank, body, shown)

    def _shown(self, title: Title, written: str, before: Office | None) -> str:
        """The body's name as the office's canonical name carries it."""
        if named_at(written, 0):
            return self._context.misread(written)
        relative = expand_relative(written, self._context, title.start)
        if relative != written:
            return expand_department(relative)
        if house := _HOUSE.match(written):
            return (self._context.house or house[0]) + written[house.end() :]
        if kind := _KINDS.get(written):
            return self._context.last_body(kind, title.start) or written
        full = self._context.full_name(written)
        if full != written:
            return full
        if before and written[0] == "村" and (village := re.match("(.+?)村", before.prefix)):
            return village[0] + written
        if before and before.prefix.endswith("委") and _PARTY_ORGAN.fullmatch(written):
            return before.prefix + written
        return self._of_country(title, written, before)

    def _of_country(self, title: Title, written: str, before: Office | None) -> str:
        """A body with the country that it belongs to: 乌国防部, or 参议院 behind an office of that country."""
        for size in (2, 1):
            if self._context.home or not _ORGAN_START.match(written, size) or find_country(written[:size]):
                continue
            country = self._country(written[:size], sure=True)
            if country and country != "中国":
                return country + written[size:]
        last = before or self._last
        if not last or "\n" in self._text[last.title.end : title.start]:
            return written
        owner = country_pattern().match(last.prefix)
        if owner and find_country(owner[0]) is not find_country("中国") and _ORGAN.search(written):
            return owner[0] + written
        return written

    def _bare(self, title: Title, rank: str, before: Office | None) -> Office | None:
        at = title.start
        if title.kind == "area":
            place = (
                self._place_before(title, before)
                or self._place_near(title)
                or self._context.place_called(re.sub("长$", "", title.rank), at)
            )
            body = Body(canonical_place(place, self._context), "Place", at, at) if place else None
            return Office(title, place + rank, body, place)
        if title.rank == "总书记":
            return Office(title, "中共中央总书记", Body("中共中央", "Organization", at, at), "中共中央")
        if title.rank == "国务委员":
            return Office(title, rank, Body("国务院", "Organization", at, at), "国务院")
        if title.rank == "国家主席":
            return self._of_state(title, rank, before)
        if before and before.body and title.kind != "area":
            country = country_pattern().match(before.prefix)
            if title.kind == "state" and before.body.type == "Organization" and country:
                return Office(
                    title,
                    country[0] + rank,
                    Body(canonical_place(country[0], self._context), "Place", at, at),
                    country[0],
                )
            if title.kind == "state" or before.body.type == "Organization" or find_country(before.body.name):
                prefix = re.sub("(?:党组|党委|党总支|党支部)$", "", before.prefix)
                return Office(title, prefix + rank, before.body._replace(start=at, end=at), before.prefix)
        if title.kind == "state" and rank not in ("大使", "公使", "特使", "代表", "总理"):
            return self._at_state(title, rank)
        bare = Office(title, rank, None, "") if title.rank not in office_words().weak else None
        return self._anaphoric(title, rank) or self._like_last(title, rank) or bare

    def _like_last(self, title: Title, rank: str) -> Office | None:
        """A bare 副主席 or 秘书长 behind the offices of its body in one paragraph (市政协主席甲…。副主席乙…)."""
        last, at = self._last, title.start
        if not last or not last.body or last.body.type != "Organization" or "\n" in self._text[last.title.end : at]:
            return None
        if title.rank not in (last.title.rank, "秘书长", "副秘书长", *_OFFICERS) or (
            title.kind == "party" and title.rank not in _OFFICERS
        ):
            return None
        prefix = re.sub("(?:党组|党委|党总支|党支部)$", "", last.prefix)
        return Office(title, prefix + rank, last.body._replace(start=at, end=at), last.prefix)

    def _anaphoric(self, title: Title, rank: str) -> Office | None:
        """其党首, 该会秘书长: of the body named last that is of the kind the words say."""
        mark = self._text[title.start - 2 : title.start]
        if mark[-1:] == "其" or mark[:1] == "该":
            kind = mark[-1] if mark[:1] == "该" else title.rank[0]
            name = self._context.last_body(kind, title.start)
            if name:
                full = canonical_organization(name, self._context, title.start)
                return Office(title, name + rank, Body(full, "Organization", title.start, title.start), name)
        return None

    def _of_session(self, title: Title, written: str, rank: str) -> Office:
        """大会副秘书长, 大会主席团常务主席: of the session that the text names."""
        name = self._context.session + written.removeprefix("大会")
        organ = self._context.session + ("秘书处" if rank.endswith("秘书长") else written.removeprefix("大会"))
        body = Body(organ, "Organization", title.start, title.body_end) if organ != self._context.session else None
        return Office(title, name + rank, body, name)

    def _of_state(self, title: Title, rank: str, before: Office | None) -> Office:
        """国家主席: of the country of the party office before it (越共中央总书记、国家主席), else of China."""
        written = self._text[title.start : title.body_end]
        foreign = next((c for n, c in _PARTIES.items() if before and before.prefix.startswith(n)), None)
        country = foreign or "中国"
        name = self._context.countries.get(country, country)
        shown = (country if foreign else "") + written + rank
        return Office(title, shown, Body(name, "Place", title.start, title.body_end), country)

    def _place_near(self, title: Title) -> str:
        """The area of the office read last, when it stands in the same sentence: 廉江市委书记甲…，市长乙."""
        last = self._last
        if not last or re.search("[。！？\n]", self._text[last.title.end : title.start]):
            return ""
        return self._place_before(title, last)

    def _place_before(self, title: Title, before: Office | None) -> str:
        if not before or not before.body:
            return ""
        match = re.search(rf"^(?:中共)?(.{{2,}}?{title.rank[0]})", before.prefix)
        return match[1] if match else ""


_DUTIES = re.compile(
    rf"^(.+?(?:公司|集团|大学|协会|商会|银行|联盟))(?!军)(?!.*[部处科室系院所厂队站局委会心坊司团校行店台网报社村港区市县镇]$)[{HAN}]{{1,8}}$"
)


def _without_duties(name: str) -> str:
    """A body's name without the field of duty behind it: 某某公司全球销售 → 某某公司, 欧盟外交与安全政策 → 欧盟."""
    match = _DUTIES.match(name)
    if match:
        return match[1]
    known = next((name[:n] for n in range(len(name) - 1, 1, -1) if name[:n] in organizations()), "")
    return (
        known
        if known and not re.search("[部处科室系院所厂队站局委会心坊司团校组织署办党盟府行店台网报社军]$", name)
        else name
    )


def _holds(written: str, rank: str) -> bool:
    """Whether a body's name already ends in the kind of body that a fused rank heads (人民医院 + 院长)."""
    ends = {
        "校长": "大学|中学|小学|学校|学院|党校|附中|一中|校",
        "行长": "银行",
        "会长": "会|联",
        "议长": "会|院|大会",
        "院长": "院|法院",
        "部长": "部",
        "厂长": "厂",
        "团长": "团|艺术团",
    }
    return (
        bool(re.search(f"(?:{ends.get(rank, rank[0])})$", written))
        or bool(country_pattern().fullmatch(written))
        or bool(find_area(written) and grade_of(written[-1]))
    )
