"""What an article says of places and bodies beyond the sentence at hand: its home, its countries, its abbreviations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from kg.grammar.hosts import host_area
from kg.grammar.lexicon import HAN, alternation, followers, word_list, word_map
from kg.grammar.places import (
    Area,
    all_areas,
    area_at,
    areas_in,
    by_initials,
    country_pattern,
    find_area,
    find_country,
    level,
    parents,
    spelled_out,
    without_province,
)
from kg.grammar.shortened import shortens
from kg.grammar.titles import body_start
from kg.grammar.variants import alike
from kg.model import Article

_ENDS = alternation(word_list("organization_ends"))
_ENDS_BEGIN = "".join(sorted({word[0] for word in word_list("organization_ends")}))  # spares others the words
_NAMED = re.compile(f"[{HAN}A-Za-z0-9（）()]{{2,28}}?(?=[{_ENDS_BEGIN}]){_ENDS}(?![园区内长])")
_TOWNS = ("镇", "乡", "村", "社区", "街道", "苏木")
_FIRMS = ("公司", "集团", "株式会社", "银行", "合作社", "厂")
_SCHOOLS = {"中": ("中学",), "大": ("大学",), "院": ("研究院", "学院")}  # 某某一中, 某某电研院
_COMPANY_LIKE = re.compile("[^省市县区州旗盟镇乡村部局厅委办会院校]$|公司$|集团$|协会$|(?<![学法医检察究])院$")
_NO_NAME = re.compile("[为与、和]|[两三四五六七八九十0-9]家|主任|书记|经理|局长|会同|见证|共同|单位|以及|通过|据")
_LIMITED = "(?:(?:股份)?有限(?:责任)?公司)?"
_SESSION = re.compile(
    f"(?:(?:全国|[{HAN}]{{1,4}}[省市县区州旗])?政协)?十?[一二三四五六七八九十]届(?:全国|[{HAN}]{{0,4}}[省市县区州旗])?(?:人大|政协)?[一二三四五六七八九]次会议"
)
_TITLED = re.compile("《[^《》]*》")
_ALIAS = re.compile(
    r"[（(]\s*(?:以下|下文|下)?(?:统称|简称|称)(?:为|“|\"|「|『|《)*\s*([^（）()”\"」』》]{2,16})(?:”|\"|」|』|》)*\s*[）)]"
)
_FOREIGN_AREA = re.compile(f"[{HAN}-]{{2,10}}?[州省市县郡](?=(?!.*政府).{{0,6}}长$)")
_OWN_FORCES = re.compile("解放军|中央军委|军委|我军|全军|武警|二炮|第二炮兵")
_ITEM = re.compile(f"(?:{_ENDS}|[省市县区州旗盟镇乡村署府行社])[、与同和及]")


def _last_item(names: str) -> str:
    """The last name of a list of bodies: 甲学院、乙公司 → 乙公司."""
    cuts = [match.end() for match in _ITEM.finditer(names) if match.end() < len(names) - 3]
    return names[max(cuts, default=0) :]


class Context:
    """What is known of one article while its offices are read."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.full

    @cached_property
    def home(self) -> Area | None:
        """The area that the paper writes about, else the one that the article's own words point to."""
        return find_area(self.article.place)

    @cached_property
    def code(self) -> str:
        """Code of the home area, to choose among areas of one name."""
        return self.home.code if self.home else ""

    @cached_property
    def countries(self) -> dict[str, str]:
        """For each country that the text names, the fullest form in which it does, in order of appearance.

        Titles of documents call countries by their formal names; they do not count.
        """
        fullest: dict[str, str] = {}
        titles = [match.span() for match in _TITLED.finditer(self.text)]
        for match in country_pattern().finditer(self.text):
            country = find_country(match[0])
            if not country:
                continue
            titled = any(start < match.start() < end for start, end in titles)
            name = country.name if titled else spelled_out(match[0])
            known = fullest.setdefault(country.name, name)
            longer = name.endswith("国") or name.startswith(known)  # 法兰西 is no fuller than 法国
            if len(name) > len(known) and longer:
                fullest[country.name] = name
        return fullest

    @cached_property
    def _foreign(self) -> list[tuple[int, str]]:
        found = ((m.start(), find_country(m[0])) for m in country_pattern().finditer(self.text))
        return [(at, country.name) for at, country in found if country and country.name != "中国"]

    def country_of(self, at: int) -> str:
        """The foreign country that an office at ``at`` most likely belongs to; empty when the text names none."""
        if not self._foreign:
            return by_initials(self.text)
        line = self.text.rfind("\n", 0, at) + 1
        near = [name for start, name in self._foreign if line <= start < at and self.text[start - 1] != "驻"]
        counts = Counter(name for _, name in self._foreign)
        common, times = counts.most_common(1)[0]
        chosen = common if times > len(self._foreign) / 2 or not near else near[-1]
        return self.countries[chosen]

    def last_body(self, kind: str, at: int) -> str:
        """The body named last before ``at`` in its paragraph whose name ends in the character ``kind``."""
        return self._last_body(kind, self.text.rfind("\n", 0, at) + 1, at)

    def named_before(self, kind: str, at: int) -> str:
        """Like :meth:`last_body`; where the paragraph has none, the body of the kind that the text names first."""
        return self.last_body(kind, at) or next(self._bodies(kind, 0, at, few="?"), "")

    def _last_body(self, kind: str, floor: int, at: int) -> str:
        return next(reversed(list(self._bodies(kind, floor, at))), "")

    def _bodies(self, kind: str, floor: int, at: int, *, few: str = "") -> Iterator[str]:
        """The bodies named between two offsets whose names end in ``kind``, at its first place with ``few``."""
        for match in re.finditer(f"[{HAN}]{{2,24}}{few}(?:{kind}){_LIMITED}(?!长)", self.text[floor:at]):
            end = floor + match.end()
            name = self.text[body_start(self.text, floor + match.start(), end) : end]
            name = re.sub("^.*到(?=.{3})", "", name)  # 某某来到某某派出所
            name = name[1:] if self.text[: floor + match.start()].endswith("—") and name[0] in "记访写" else name
            name = name[2:] if name[:2] in followers() and len(name) > 4 else name  # 撤销某乡粮站
            if len(name) > 2 and name[0] != "年" and name not in kind.split("|"):  # 2025年某某法院
                yield name

    def _last_town(self, word: str, at: int) -> str:
        """The village or quarter named last before ``at``, without provinces and cities in short form before it."""
        name = re.split("[和与及同、]", self.last_body(word, at) or self._last_body(word, 0, at))[-1]
        while (end := area_at(name, 0)) and name[end - 1 : end] not in "省市县区州旗盟" and end < len(name) - len(word):
            name = name[end:]
        return name

    def zone(self, short: str) -> str:
        """The full name by which the text elsewhere calls a development zone (高新区); empty when it does not."""
        ending = word_map("zones").get(short)
        match = re.search(f"[{HAN}]{{2,8}}(?:{ending})", self.text) if ending else None
        return self.text[body_start(self.text, match.start(), match.end()) : match.end()] if match else ""

    @cached_property
    def areas(self) -> list[tuple[int, Area]]:
        """Areas that the text names in full, with where they stand."""
        found = ((start, find_area(self.text[start:end], self.code)) for start, end in areas_in(self.text))
        return [(start, area) for start, area in found if area]

    def area_of(self, grade: str, at: int) -> Area | None:
        """The area of a level (省, 市, 县) that a bare office or body at ``at`` belongs to."""
        for area in (self.home, *(parents(self.home) if self.home else ())):
            if area and level(area) == grade:
                return area
        fits = [(start, area) for start, area in self.areas if level(area) == grade]
        return _closest(fits, at)

    def committee_of(self, written: str) -> str:
        """The congress or conference that a committee named alone (提案委员会) is of; empty when not told."""
        owners = [owner for owner, names in word_map("committees").items() if written in names.split("|")]
        best = max(owners, key=self.text.count, default="")
        return best if best in self.text else ""

    def place_called(self, word: str, at: int) -> str:
        """The area that a bare 市 or 县 means, by the name that the article uses; empty when there is none to tell."""
        grade = {"自治区": "省", "自治州": "市", "州": "市", "盟": "市"}.get(word, word if word in "省市" else "县")
        if word == "校":
            return self.last_body(word_map("stands_for")[word], at)
        if word in _TOWNS:
            return self._last_town(word, at)
        host = host_area(self.text, self.home, at)
        if host and host.name.endswith(word):
            return self.display(host)
        area = self.area_of(grade, at)
        if self.home and self.home.name.endswith(word):
            area = self.home
        elif grade == "县":  # of several counties the one named last before
            area = self._nearest(word, at) or area
        if not area or (area.name[-1] != word[-1] and word not in ("自治区",)):
            area = self._nearest(word, at) or self._by_short_name(word, at)
        return self.display(area) if area else ""

    def _nearest(self, word: str, at: int) -> Area | None:
        """The area of a class word (县, 旗) that the text names last before ``at``, else first behind it."""
        fits = [(start, area) for start, area in self.areas if area.name.endswith(word)]
        return _closest(fits, at)

    def _by_short_name(self, word: str, at: int) -> Area | None:
        """An area within the home area that the text calls by its short name alone (在施甸调研)."""
        if not self.home:
            return None
        depth = 2 if self.home.code.endswith("0000") else 4
        within = [
            a
            for a in all_areas()
            if a.code[:depth] == self.home.code[:depth] and a.name.endswith(word) and len(a.short) > 1
        ]
        found = [(self.text.rfind(a.short, 0, at), a) for a in within if a.short in self.text]
        return max(found)[1] if found else None

    def display(self, area: Area) -> str:
        """The name by which the text calls an area in full, 临夏州 rather than 临夏回族自治州 when it says so."""
        middle = area.short + area.name[-1]
        if area.name not in self.text and middle != area.name and middle in self.text:
            return middle
        return area.name

    @cached_property
    def session(self) -> str:
        """The session of a congress or conference that the text reports (十四届全国人大一次会议); empty when none."""
        match = _SESSION.search(self.text)
        return match[0] if match else ""

    @cached_property
    def own_forces(self) -> bool:
        """Whether a force that the text names alone (海军) is one of China's own."""
        return bool(_OWN_FORCES.search(self.text))

    @cached_property
    def organizations(self) -> tuple[str, ...]:
        """Full names of bodies that the text spells out."""
        names = []
        for match in _NAMED.finditer(self.text):
            name = self.text[body_start(self.text, match.start(), match.end()) : match.end()]
            if len(name) > 3 and not _NO_NAME.search(name):
                names.append(name)
        return tuple(dict.fromkeys(map(_last_item, names)))

    @cached_property
    def abbreviations(self) -> dict[str, str]:
        """Short names that the text itself defines: …（以下简称“…”）."""
        table = {}
        for match in _ALIAS.finditer(self.text):
            start = body_start(self.text, max(0, match.start() - 40), match.start())
            table[match[1].strip('“”"「」『』')] = _last_item(self.text[start : match.start()])
        return table

    def full_name(self, short: str) -> str:
        """The full name of a body that the text elsewhere calls ``short``; ``short`` itself when there is none."""
        if short in self.abbreviations:
            return self.abbreviations[short]
        if not _COMPANY_LIKE.search(short):
            return self.misread(short)
        kin = next((ends for end, ends in _SCHOOLS.items() if short.endswith(end)), _FIRMS)
        longer = [name for name in self.organizations if len(name) > len(short) + 1 and name.endswith(kin)]
        fits = [name for name in longer if shortens(short, name)] or [
            name for name in longer if shortens(short, name, slips=1)
        ]
        return self.misread(max(fits, key=len) if fits else short)

    def misread(self, name: str) -> str:
        """The form of a body's name that the text has besides and that is likelier right, if one look-alike differs."""
        others = [other for other in self.organizations if alike(other, name)]
        best = max(others, key=self.text.count, default=name)
        if best != name and self.text.count(best) >= self.text.count(name):
            return best
        return name[:-1] + "司" if name.endswith("公可") else name

    def fullest_place(self, town: str) -> str:
        """A town with the areas that the text somewhere names before it (喀喇沁旗锦山镇)."""
        best, at = town, self.text.find(town)
        while at >= 0:
            start = at
            while spans := [s for s in areas_in(self.text[max(0, start - 14) : start]) if s[1] == min(start, 14)]:
                start -= spans[-1][1] - spans[-1][0]
            best = max(best, self.text[start : at + len(town)], key=len)
            at = self.text.find(town, at + 1)
        return best

    def shortest_office(self, name: str) -> str:
        """An office's name without the province, or the country that the text elsewhere leaves out, before its area."""
        name = without_province(name)
        country = country_pattern().match(name)
        area = _FOREIGN_AREA.match(name, country.end()) if country else None
        if country and area and self.text.count(area[0]) > self.text.count(country[0] + area[0]):
            return name[country.end() :]
        return name

    @cached_property
    def house(self) -> str:
        """The company or body whose own paper this is; empty for papers of a place."""
        return next((name for name in (self.article.place, self.article.paper) if name.endswith(_FIRMS)), "")


def _closest(areas: list[tuple[int, Area]], at: int) -> Area | None:
    """The area named last before ``at``, else the first behind it."""
    before = [area for start, area in areas if start < at]
    return before[-1] if before else (areas[0][1] if areas else None)
