"""One article while its frames are read: mentions by place, dates, and mentions found in the slots of verbs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from kg.annotate.builtin.slots import organization_end, pieces, place_end
from kg.grammar.clauses import choices, load_table
from kg.grammar.context import Context, shortens
from kg.grammar.dates import DateReader, When
from kg.grammar.documents import around_title, find_described, find_orders
from kg.grammar.names import canonical_organization, canonical_place
from kg.grammar.lexicon import organizations
from kg.grammar.personnames import LIST, read_name
from kg.grammar.places import area_at, country_pattern, find_area, find_country
from kg.model import Argument, Article, EntityType, Frame, Mention, Span

_OFFICIAL = re.compile(choices("officials"))
_RUN_ON = re.compile(r"又|与|同(?!济|仁|心)|、|见证|[，。]")
_ANAPHOR = re.compile(choices("common"))
ACTORS: frozenset[EntityType] = frozenset({"Person", "Organization", "Place"})
BODIES: frozenset[EntityType] = frozenset({"Organization", "Place"})


class Scene:
    """The mentions of one article; grows while frames are read."""

    def __init__(self, article: Article, mentions: Iterable[Mention]) -> None:
        self.article = article
        self.text = article.full
        self.context = Context(article)
        self.visited: list[Argument] = []  # where the first visit of the article went
        self.reporters = frozenset(article.reporters)
        self.signed: list[Mention] = []  # the documents signed last
        self.homes: dict[str, str] = {}  # the country or area that a person governs
        self.dates: list[When] = list(DateReader(article.date).read(self.text))
        self._found: dict[tuple[int, int, str], Mention] = {(m.start, m.end, m.type): m for m in mentions}
        self._order()

    def _order(self) -> None:
        self._sorted = sorted(self._found.values(), key=lambda m: (m.start, -m.end))
        self._starts = [m.start for m in self._sorted]

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions found so far, in order of the text."""
        return tuple(self._sorted)

    def read_homes(self, frames: Iterable[Frame]) -> None:
        """Note which country or area each person governs, by the offices read."""
        for frame in frames:
            names = [a.name for a in frame.arguments if a.role == "A0"]
            places = [a.name for a in frame.arguments if a.role == "IN" and a.type == "Place"]
            if names and places:
                self.homes.setdefault(names[0], places[0])

    def add(self, mention: Mention) -> Mention:
        """Add a mention unless it is known."""
        key = mention.start, mention.end, mention.type
        if key not in self._found:
            self._found[key] = mention
            at = bisect_left([(m.start, -m.end) for m in self._sorted], (mention.start, -mention.end))
            self._sorted.insert(at, mention)
            self._starts.insert(at, mention.start)
        return self._found[key]

    def within(self, start: int, end: int, types: Iterable[str]) -> list[Mention]:
        """Mentions of these types in a span that stand in no larger mention of it, in order."""
        wanted = frozenset(types)
        found: list[Mention] = []
        last = start
        for i in range(bisect_left(self._starts, start), len(self._sorted)):
            mention = self._sorted[i]
            if mention.start >= end:
                break
            if mention.start < last or mention.end > end:
                continue
            last = mention.end
            if mention.type in wanted:
                found.append(mention)
        return found

    def name_start(self, at: int) -> int:
        """``at``, or where the organization begins in whose name it stands (十四届全国人大|一次会议主席团…)."""
        for mention in self._sorted[max(0, bisect_left(self._starts, at) - 4) : bisect_left(self._starts, at)]:
            if mention.type == "Organization" and mention.start < at < mention.end:
                return mention.start
        return at

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any mention shares a character with a span."""
        at = bisect_left(self._starts, end)
        return any(m.end > start for m in self._sorted[max(0, at - 8) : at])

    def day(self, start: int, end: int) -> When | None:
        """The last date in a span."""
        at = bisect_left(self.dates, start, key=lambda w: w.start)
        found = [w for w in self.dates[at:] if w.end <= end]
        return found[-1] if found else None

    def last_day(self, before: int) -> When | None:
        """The last day named before an offset in the body."""
        found = [w for w in self.dates if w.end <= before and len(w.iso) == 10]
        return found[-1] if found else None

    def drop_dates_in_names(self) -> None:
        """Forget dates that are part of a name (2024年…培训班)."""
        named = [(m.start, m.end) for m in self._sorted if m.type in ("Event", "Document", "Person")]
        self.dates = [w for w in self.dates if not any(s < w.end and w.start < e for s, e in named)]

    def signed_before(self, at: int) -> list[Mention]:
        """The documents signed last in the same paragraph."""
        line = self.text.rfind("\n", 0, at)
        return [d for d in self.signed if line < d.start < at]

    def short_place(self, written: str) -> str:
        """The place that one character stands for: 陕 of 来陕, 兴 of 来兴 in the paper of 兴化; empty when none."""
        home = self.article.place
        if home and written == home[0]:
            return home
        return str(load_table("slots.yaml")["provinces"].get(written, ""))

    def bodies(self, start: int, end: int, *, places: bool = True, loose: bool = False) -> list[Mention]:
        """The organizations (and places) that a list in a slot names; what was no mention yet becomes one.

        ``loose`` takes any short name, as after 来到, where the verb itself says that a place follows.
        """
        found: list[Mention] = []
        items = list(pieces(self.text, start, end, self._protected(start, end)))
        for i, (low, high) in enumerate(items):
            if found and found[-1].end > low:
                continue
            if i + 1 < len(items) and self.text[low : items[i + 1][1]] in organizations() or i + 1 < len(items) and self._half(low, high) and self.kind(self.text[low : items[i + 1][1]]) == "Organization":
                high = items[i + 1][1]
            mention = self._body(low, high, places, loose)
            if mention:
                found.append(mention)
        return found

    def _half(self, low: int, high: int) -> bool:
        """Whether a piece is the first half of a name that holds 和 or 与: 市教育 of 市教育和科学技术局."""
        written = self.text[low:high]
        if self.text[high : high + 1] not in "和与及" or self.within(low, high, ("Person",)) or organization_end(written) or find_area(written) or find_country(written):
            return False
        return area_at(self.text, low) > low or written.startswith(("中国", "国家", "全国", "省", "市", "县", "区", "州")) or bool(country_pattern().match(written))

    def _protected(self, start: int, end: int) -> list[tuple[int, int]]:
        return [(m.start, m.end) for m in self.within(start, end, ("Organization", "Person", "Position", "Place", "Event", "Document"))]

    def _body(self, low: int, high: int, places: bool, loose: bool) -> Mention | None:
        low, high = self._undated(low, high)
        known = self.within(low, high, ("Organization", "Place"))
        written = self.text[low:high]
        if "的" in written and not known:
            cut = low + written.rindex("的") + 1
            if cut < high and self.kind(self.text[cut:high]):
                low, written = cut, self.text[cut:high]
            elif self.kind(self.text[low : cut - 1]) == "Place":
                high, written = cut - 1, self.text[low : cut - 1]
        if known and known[-1].end == high and (known[-1].type == "Organization" or places):
            if known[-1].start == low:
                return known[-1]
        if self.within(low, high, ("Person", "Position", "Event", "Document")) or not 1 < len(written) <= 36:
            return None
        if re.search(r"[“”\"《》]", written) and not written.endswith(("”", "》")) and len(written) < 4:
            return None
        kind = self.kind(written)
        if kind is None and loose and len(written) <= 16 and not re.search(r"[的了是有们]", written):
            kind = "Place"
        if kind is None or (kind == "Place" and not places):
            return None
        return self.body(low, high, kind)

    def _undated(self, low: int, high: int) -> tuple[int, int]:
        when = self.day(low, high)
        if when and when.start <= low + 1:
            return min(when.end, high), high
        return (low, when.start) if when and when.end >= high - 1 and when.start > low else (low, high)

    def is_common(self, start: int, end: int) -> bool:
        """Whether a span is a common noun (企业, 各地), not a name."""
        return bool(_ANAPHOR.search(self.text[start:end]))

    def is_list(self, start: int, end: int) -> bool:
        """Whether a span holds several bodies: what stands before 与, 和 or 同 is one already."""
        return any(self.kind(self.text[start : start + m.start()]) for m in re.finditer("[与和同及、由]", self.text[start:end]))

    def kind(self, written: str) -> EntityType | None:
        """Whether a phrase can be an organization or a place, by its end and the gazetteers."""
        if _ANAPHOR.search(written):
            return None
        if written in self.context.abbreviations or written in organizations():
            return "Organization"
        if find_country(written) or find_area(written) or self.side(written):
            return "Place"
        if organization_end(written):
            return "Organization"
        if place_end(written):
            return "Place"
        nation = country_pattern().match(written)
        if nation and len(written) - nation.end() >= 3 and len(written) <= 14 and not _OFFICIAL.search(written):
            return "Organization"
        if any(written != full and self.context.full_name(written) == full for full in self.context.organizations) and len(written) > 2:
            return "Organization"
        return None

    def body(self, start: int, end: int, kind: EntityType, rule: str = "slot") -> Mention:
        """A mention of an organization or place with its canonical name."""
        written = self.text[start:end]
        if kind == "Organization":
            name = self._full(written, start)
        else:
            name = self.place_name(written, start)
        return self.add(Mention(start=start, end=end, type=kind, text=written, name=name, confidence=0.85, rule=rule))

    def _full(self, written: str, start: int) -> str:
        name = canonical_organization(written, self.context, start)
        if _RUN_ON.search(name) and not _RUN_ON.search(written):
            whole = [o for o in self.context.organizations if not _RUN_ON.search(o) and o != written and shortens(written, o)]
            name = max(whole, key=len) if whole else written
        return name

    def guess_person(self, start: int, end: int) -> None:
        """Take a span that is nothing but a name, where the verb asks for a person, for one, here and in the whole article."""
        written = self.text[start:end].strip()
        start = self.text.index(written, start)
        if not 2 <= len(written) <= 16 or self.overlaps(start, start + len(written)) or find_country(written):
            return
        name = read_name(self.text, start, need=LIST)
        if name is None or name.end != start + len(written):
            return
        for found in re.finditer(re.escape(written), self.text):
            if not self.overlaps(found.start(), found.end()):
                self.add(Mention(start=found.start(), end=found.end(), type="Person", text=written, name=written, confidence=0.8, rule="slot"))

    def place_name(self, written: str, at: int) -> str:
        """Canonical name of a place: 北京 → 北京市, 县文化广场 → 林西县文化广场."""
        side = self.side(written)
        if side:
            return side
        plain = canonical_place(written, self.context, at)
        if plain != written:
            return plain
        whole = re.fullmatch(r"[我全](省|市|县|区|州|旗)", written)
        if whole:
            return self.context.place_called(whole[1], at) or written
        relative = re.match(r"(?:我|全)?(省|市|县|区|州|旗|镇)(?=.{2})", written)
        if relative and not find_area(written[:2]):
            owner = self.context.place_called(relative[1], at)
            if owner:
                return owner + written[relative.end() :]
        return written

    def side(self, written: str) -> str:
        """The country that 中方 or 俄方 means: one that the article names, or China."""
        if not written.endswith("方") or not 2 <= len(written) <= 4:
            return ""
        known = [*self.context.countries, "中国"]
        for name in known:
            country = find_country(name)
            if country and (written[:-1] in country.initials or written[:-1] in country.names):
                return self.context.countries.get(country.name, country.name)
        return ""

    def documents(self, start: int, end: int) -> list[Mention]:
        """Documents in the object of a verb, quoted ones first, else described ones."""
        orders = list(find_orders(self.text, start, end))
        if orders:
            return [self._document(span, name) for span, name in orders]
        titled = self.within(start, end, ("Document",))
        if titled:
            spans = [around_title(self.text, Span(t.start, t.end), start) for t in titled]
            kept = list(dict.fromkeys(spans))
            return [self._document(s, "") for s in kept if not any(o != s and o.start <= s.start and s.end <= o.end for o in kept)]
        return [self._document(s, "") for s in find_described(self.text, start, end)]

    def _document(self, span: Span, name: str) -> Mention:
        written = self.text[span.start : span.end]
        return self.add(Mention(start=span.start, end=span.end, type="Document", text=written, name=name, confidence=0.8, rule="described"))

    def parts(self, place: Mention, *, every: bool = False) -> list[Mention]:
        """A place and what its name names besides: 北京人民大会堂 → 人民大会堂, 北京; 山东济南 → 济南 (``every``: and 山东)."""
        split = self._split(place.text)
        if split is None:
            return [place]
        outer_end = place.start + len(re.sub("(?:首都|首府)$", "", place.text[:split]))
        outer = self.body(place.start, outer_end, "Place")
        inner = self.body(place.start + split, place.end, "Place")
        area = find_area(place.text[split:]) is not None or find_country(outer.text) is not None
        return [inner] if area and not every else [inner, outer]

    def _split(self, written: str) -> int | None:
        """Where an outer area's name ends in a place's name that goes on with a name of its own."""
        capital = re.search("首都|首府", written)
        if capital and capital.start() > 1:
            return capital.end()
        for size in range(min(8, len(written) - 2), 1, -1):
            head, tail = written[:size], written[size:]
            if find_area(head) and (find_area(tail) or tail in _venues()):
                return size
            if written in _unsplit():
                return None
            if find_country(head) and head != "中国" and len(tail) <= 6 and not organization_end(tail):
                return size
        return None

    def event_name(self, start: int, written: str) -> str:
        """Canonical name of a gathering: 市政府常务会议 → 西宁市政府常务会议, 全省… → 陕西省…."""
        written = re.sub(r"[（(](?:以下|下文|下)?(?:统称|简称|称)[^（）()]*[）)]", "", written)
        relative = re.match(r"[我全](省|市|县|区|州|旗|镇)|(省|市|县|区|州|旗)(?=政府|委|人大|政协|第|人民|直|级|总工会|[^场区民里域内长]{1,3}[局厅会])", written)
        if relative:
            place = self.context.place_called(relative[1] or relative[2], start)
            if place:
                return place + written[relative.end() :]
        return written


@cache
def _unsplit() -> frozenset[str]:
    return frozenset(load_table("slots.yaml")["whole"])


@cache
def _venues() -> frozenset[str]:
    return frozenset(load_table("slots.yaml")["venues"])
