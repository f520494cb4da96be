"""Organizations and places in the slots of verbs: which a phrase names, and by what canonical name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

from kg.annotate.builtin.naming import Naming
from kg.annotate.builtin.outer import outer_end
from kg.annotate.builtin.slots import (
    RUN_TOGETHER,
    bare_end,
    behind_others,
    initialled,
    named_of_class,
    organization_end,
    pieces,
    place_end,
)
from kg.grammar.clauses import choices, load_table
from kg.grammar.lexicon import organizations, word_map
from kg.grammar.places import area_at, country_pattern, find_area, find_country
from kg.model import EntityType, Mention

_RUN_ON = re.compile(r"又|与|同(?!济|仁|心)|、|见证|[，。]")
_COMMON = re.compile(choices("common"))
_NO_PLACE = re.compile(choices("no_place"))
_OWNED = re.compile(r".{2,16}(?:全资|控股|下属|旗下|直属)?子公司(?=.{4})")
_LISTED = re.compile(f"[与和同及、由]|联合(?=[省市县区州旗团])|会同|携手|{RUN_TOGETHER}")
# the short name of a company by its trade (某某科技), and a list that says what it lists
_FIRM = re.compile(rf"(?!{choices('no_firm')})[^，。、的在将和与]{{2,8}}(?:{choices('trades')})")
_SORTED = re.compile(choices("sorted"))
_NO_FIRM = re.compile("[的是有在为了和与]|企业|公司")
# … or a part of it: 该校体育馆
_THIS = re.compile(f"该({choices('pointed_at')})(?P<part>[^，。、的]{{2,12}})?")
_AIM = re.compile(f"(?:现场|实地|专题|亲自|就地)?(?:{choices('aims')})")
_VIEW = re.compile(f"(?:{choices('views')})(?![团组队点台者园])")
_STRICKEN = re.compile(
    "(?:特大|强烈|严重)*(?:地震|洪涝|洪水|水灾|暴雨|台风|山洪|泥石流|滑坡|旱灾|雪灾|火灾|海啸|风灾|灾害)*(?:受|重)?灾区$"
)
# what one sees of a site, and what one hears of it; of a company also its works
_PART = re.compile(
    rf"(?P<works>(?<=公司)[^，。、]{{0,6}}(?:{choices('works_of_companies')}))"
    rf"|(?:{choices('parts_of_sites')})?(?:(?:{choices('works_on_sites')})+(?:{choices('heard_of_sites')}))?"
)
_NO_SITE = re.compile("[“”]|(?:乡村|农村|城市|社区|项目|市场|机关)$")
_ENDS_AS_PART = re.compile(
    f"(?:{choices('works_of_companies')}|{choices('parts_of_sites')}|{choices('heard_of_sites')})$"
)
_NESTED = re.compile("(?:[\u4e00-\u9fff]{1,4}?(?:[镇乡村]|街道|社区)(?![长民委干里口部办级]))+")
_TOWN = re.compile("(?:[镇乡村县区市州旗]|街道|社区)$")  # whole names of places
# 甲国、乙国三国企业: some of their firms, and not the states
_OF_STATES = re.compile(
    "[两二三四五六七八九十\\d]+[国省市]的?(?:企业|公司|车企|药企|机构|媒体|高校|智库|专家|学者|青年|人士|商会)"
    "(?:一次性|共同|分别|集中|联合|现场|正式)*$"
)
_WHOLE = ("公司", "集团", "大学", "银行", "医院")  # ends of names that hold no 与
_CLOCK = 4  # characters behind a day that say when in it
_LONGEST, _LOOSE = 36, 16  # characters of a name, and of one that nothing but its slot speaks for
_NAMED: tuple[EntityType, ...] = ("Organization", "Person", "Position", "Place", "Event", "Document")


class Bodies(Naming):
    """Finds the organizations and places that verbs take, in lists and alone."""

    def bodies(
        self, start: int, end: int, *, places: bool = True, loose: bool = False, firms: bool = False
    ) -> list[Mention]:
        """The organizations (and places) that a list in a slot names; what was no mention yet becomes one.

        ``loose`` takes any short name, as after 来到, where the verb itself says that a place follows. ``firms`` takes
        the short names of companies (某某科技), as before 签约; so does a list that 等企业 closes.
        """
        found: list[Mention] = []
        if _OF_STATES.search(self.text, start, end):
            return []
        start = behind_others(self.text, start, end)
        sorted_ = bool(_SORTED.search(self.text, start, end))
        for low, high in self._items(start, end):
            if found and found[-1].end > low:
                continue
            mention = self._pointed_at(low, high) or self._of_class(low, high) or self._body(low, high, places, loose)
            mention = mention or self._firm(low, high, firms, sorted_)
            if mention:
                found.append(mention)
        return found

    def _pointed_at(self, low: int, high: int) -> Mention | None:
        """What 该村 or 该公司 means: the place or body of that kind named last in its paragraph or the one before."""
        found = _THIS.fullmatch(self.text, low, high)
        if found is None or (found["part"] and not place_end(found["part"])):
            return None
        kinds = word_map("stands_for").get(found[1], found[1]).split("|")
        line = self.text.rfind("\n", 0, max(0, self.text.rfind("\n", 0, low))) + 1
        before = [m for m in self.within(line, low, ("Organization", "Place")) if m.text.endswith(tuple(kinds))]
        last = self.context.last_body("|".join(kinds), low)
        name = (before[-1].name or before[-1].text) if before else last
        kind = before[-1].type if before else self.kind(last)
        if not name or kind is None:
            return None
        written = self.text[low:high]
        if found["part"]:
            kind, name = "Place", name + found["part"]
        return self.add(Mention(start=low, end=high, type=kind, text=written, name=name, confidence=0.8, rule="this"))

    def _firm(self, low: int, high: int, firms: bool, sorted_: bool) -> Mention | None:
        """A company by its short name, where the verb or the end of the list says that companies are named."""
        low, high = self._undated(low, high)
        low = self.text.rfind("的", low, high - 2) + 1 or low
        written = self.text[low:high]
        known = self.within(low, high, ("Organization",))
        if firms and not known and initialled(written):  # 某某支付系统（ABCD）
            return self.body(low, high, "Organization")
        if sorted_ and known and (known[0].start, known[0].end) == (low, high):
            return known[0]
        short = sorted_ and 2 < len(written) <= 12 and not _NO_FIRM.search(written)
        if not (short or (firms and _FIRM.fullmatch(written))) or self.overlaps(low, high) or _COMMON.search(written):
            return None
        return self.body(low, high, "Organization")

    def _items(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The items of a list; two halves that 和 or 与 cut out of one name are put together again."""
        items = list(pieces(self.text, start, end, self._protected(start, end)))
        for (low, high), following in zip_longest(items, items[1:]):
            whole = self.text[low : following[1]] if following and not self._apart(high, *following) else ""
            if whole in organizations() or (whole and self._half(low, high) and self.kind(whole) == "Organization"):
                yield low, low + len(whole)
            else:
                yield low, high

    def _apart(self, link: int, low: int, high: int) -> bool:
        """Whether a piece behind a link is a body of its own: 与某国某公司, 与某大学, 联盟党和社民党."""
        written = self.text[low:high]
        firm = self.text[link] in "与同" and written.endswith(_WHOLE)
        return (
            firm
            or country_pattern().match(written) is not None
            or (written[-1:] in "党盟军" and self.text[link - 1 : link] == written[-1])
        )

    def _half(self, low: int, high: int) -> bool:
        """Whether a piece is the first half of a name that holds 和 or 与: 市教育 of 市教育和科学技术局."""
        written = self.text[low:high]
        if (
            self.day(low, high)
            or self.text[high : high + 1] not in "和与及"
            or _TOWN.search(written)
            or self.within(low, high, ("Person",))
            or organization_end(written)
            or (len(written) > 4 and place_end(written))
            or find_area(written)
            or find_country(written)
        ):
            return False
        return (
            area_at(self.text, low) > low
            or written.startswith(("中国", "国家", "全国", "省", "市", "县", "区", "州"))
            or bool(country_pattern().match(written))
        )

    def _protected(self, start: int, end: int) -> list[tuple[int, int]]:
        return [(m.start, m.end) for m in self.within(start, end, _NAMED)]

    def _body(self, low: int, high: int, places: bool, loose: bool) -> Mention | None:
        low, high = self._undated(low, high)
        known = self.within(low, high, ("Organization", "Place"))
        if known and (known[-1].start, known[-1].end) == (low, high) and (known[-1].type == "Organization" or places):
            return known[-1]
        view = _VIEW.search(self.text, low + 2, high)
        high = view.start() if view else self._without_aim(low, high) if loose else high
        if not known or known[0].start > low or self._lies_in(known[0], high):
            low, high = self._without_modifier(low, high)
        high = self._without_part(low, self._without_disaster(low, high))
        if known and known[-1].end == high and known[-1].rule == "newspaper":  # 第6期某杂志
            return known[-1]
        written = self.text[low:high]
        if not 1 < len(written) <= _LONGEST or self.holds_other(low, high):
            return None
        if _COMMON.search(written) and written not in organizations():
            return None
        kind = self.kind(written) or ("Organization" if loose and _FIRM.fullmatch(written) else None)
        area = area_at(self.text, low)
        if kind is None and loose and low + 1 < area < high and not (known and known[0].end > area):
            if find_area(self.text[area:high]):  # 广西南宁, whose parts are told apart later
                area = high
            elif nested := _NESTED.match(self.text, area, high):
                area = nested.end()  # 某县某镇|某某家中
            return self.body(low, area, "Place") if places else None
        if kind is None and loose and len(written) <= _LOOSE and not _NO_PLACE.search(written):
            kind = "Place"
        return None if kind is None or (kind == "Place" and not places) else self.body(low, high, kind)

    def _without_aim(self, low: int, high: int) -> int:
        """Where a destination ends before what one does there (抵达某城|展开调解)."""
        aim = _AIM.search(self.text, low + 2, high)
        named = place_end(self.text[low:high]) or organization_end(self.text[low:high])
        return aim.start() if aim and not named else high

    def _without_disaster(self, low: int, high: int) -> int:
        """Where the area ends whose stricken parts are spoken of (四川某县|地震灾区)."""
        stricken = _STRICKEN.search(self.text, low + 2, high)
        return stricken.start() if stricken and self.kind(self.text[low : stricken.start()]) == "Place" else high

    def _lies_in(self, outer: Mention, high: int) -> bool:
        """Whether 的 ties the rest of a phrase to the place that it begins with (某山革命老区的某村)."""
        return outer.type == "Place" and self.text.find("的", outer.end, high) > 0

    def _without_part(self, low: int, high: int) -> int:
        """Where a site's name ends before the part of it that is seen, or what is heard of it (某站|站台建设情况)."""
        if not _ENDS_AS_PART.search(self.text, low, high):
            return high
        for cut in range(high - 2, low + 2, -1):
            before = self.text[low:cut]
            if _PART.fullmatch(self.text, cut, high) and (place_end(before) or organization_end(before)):
                return high if _COMMON.search(before) or _NO_SITE.search(before) else cut
        return high

    def _without_modifier(self, low: int, high: int) -> tuple[int, int]:
        """A phrase without what 的 ties to its name, before it (新建的…) or behind it (…村的田头)."""
        written = self.text[low:high]
        owned = _OWNED.match(written)
        if owned:
            low, written = low + owned.end(), written[owned.end() :]
        cut = low + written.rfind("的") + 1
        if cut == low:
            return low, high
        if cut < high and self.kind(self.text[cut:high]):
            return cut, high
        return (low, cut - 1) if self.kind(self.text[low : cut - 1]) == "Place" else (low, high)

    def _undated(self, low: int, high: int) -> tuple[int, int]:
        when = self.day(low, high)
        if when and when.start <= low + 1:
            return min(when.end, high), high
        late = self.day(low, min(high + _CLOCK, len(self.text)))  # a list ends before 下午
        when = late if late and low < late.start < high <= late.end else when
        if when and when.end >= high - 1 and when.start > low:
            return low, bare_end(self.text, low, when.start)  # 某会计划|当地时间8日
        return low, high

    def is_list(self, start: int, end: int) -> bool:
        """Whether a span holds several bodies: what stands before 与, 和 or 同 is one already."""
        return any(self.kind(self.text[start : start + m.start()]) for m in _LISTED.finditer(self.text[start:end]))

    def is_situated(self, start: int, end: int) -> bool:
        """Whether a span holds a body and 在 behind it, which says where that does something (某办在某厅举行…)."""
        at = self.text.find("在", start + 2, end - 1)
        return at > 0 and self.kind(self.text[start:at]) == "Organization"

    def _of_class(self, low: int, high: int) -> Mention | None:
        """A body behind the noun for its class, by just its name, whatever longer phrase of the text ends in it."""
        span = named_of_class(self.text, *self._undated(low, high))
        if span is None:
            return None
        found, written = self.body(*span, "Organization"), self.text[span[0] : span[1]]
        return found if written in self.context.abbreviations else self.call(found, written)

    def journey_place(self, start: int, end: int) -> Mention | None:
        """The country, area or part of the world whose name ends a span (主席东南亚|之行)."""
        for begin in range(max(start, end - 8), end - 1):
            written = self.text[begin:end]
            if find_country(written) or find_area(written) or written in _world():
                return self.body(begin, end, "Place")
        return None

    def parties_in(self, event: Mention) -> list[Mention]:
        """The bodies whose full names stand in the name of a gathering (甲公司、乙大学签约仪式)."""
        found: list[Mention] = []
        for name in sorted(self.context.organizations, key=len, reverse=True):
            at = self.text.find(name, event.start, event.end)
            if at >= 0 and not _RUN_ON.search(name) and not any(f.start <= at < f.end for f in found):
                found.append(self.body(at, at + len(name), "Organization"))
        return sorted(found, key=lambda m: m.start)

    def parts(self, place: Mention, *, every: bool = False) -> list[Mention]:
        """A place and what its name names besides: 北京人民大会堂 → 人民大会堂, 北京.

        山东济南 as a whole is called 济南市, unless ``every`` part is asked for.
        """
        split = outer_end(place.text)
        if split is None:
            return [place]
        stop = place.start + len(re.sub("(?:首都|首府)$", "", place.text[:split]))
        outer = self.body(place.start, stop, "Place")
        inner = self.body(place.start + split, place.end, "Place")
        area = find_area(place.text[split:]) is not None or find_country(outer.text) is not None
        if area and not every:
            return [self.call(place, inner.name)]
        return [inner, outer]


@cache
def _world() -> frozenset[str]:
    return frozenset(load_table("slots.yaml")["world"])
