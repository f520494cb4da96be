"""Whether a phrase names an organization or a place, and its canonical name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.annotate.builtin.mentions import Mentions
from kg.annotate.builtin.outer import name_start, own_name, world_cities
from kg.annotate.builtin.slots import organization_end, place_end
from kg.grammar.clauses import choices
from kg.grammar.context import Context
from kg.grammar.lexicon import organizations
from kg.grammar.names import canonical_organization, canonical_place
from kg.grammar.places import country_pattern, find_area, find_country
from kg.grammar.shortened import shortens
from kg.model import Argument, Article, EntityType, Mention

_OFFICIAL = re.compile(choices("officials"))
_RUN_ON = re.compile(r"又|与|同(?!济|仁|心)|、|见证|[，。]")
_COMMON = re.compile(choices("common"))
_ANAPHOR = re.compile(
    r"(?:\d+[国省市县]|[两双三四各该本此][国省市州县区镇乡村校院行企馆局会所台社]|[校院政企银地军警]{2})(?:双方|之间)?$"
    r"|[两双三四各][省市州县区镇乡村](?:党委|人民政府|政府|党委政府|政协|人大)$"
)


class Naming(Mentions):
    """Tells bodies from places by the ends of their names and the gazetteers."""

    def __init__(self, article: Article, mentions: Iterable[Mention]) -> None:
        super().__init__(article, mentions)
        self.context = Context(article)

    def is_area(self, place: Mention) -> bool:
        """Whether a place is a country or an administrative area, not a venue."""
        return find_country(place.text) is not None or find_area(place.text) is not None

    def is_area_name(self, place: Argument) -> bool:
        """Whether what fills a role is a country or an administrative area."""
        name = self.name_of(place)
        return find_country(name) is not None or find_area(name) is not None

    def name_of(self, place: Argument) -> str:
        """The canonical name of the place that fills a role (of 我市, the city)."""
        named = (m.name for m in self.within(place.start, place.end, ("Place",)) if m.name)
        return place.name or next(named, self.text[place.start : place.end])

    def is_common(self, start: int, end: int) -> bool:
        """Whether a span is a common noun (企业, 各地), not a name."""
        return bool(_COMMON.search(self.text[start:end]))

    def kind(self, written: str) -> EntityType | None:
        """Whether a phrase can be an organization or a place, by its end and the gazetteers."""
        if written in organizations():
            return "Organization"
        if _COMMON.search(written) or _ANAPHOR.match(written):
            return None
        if written in self.context.abbreviations:
            return "Organization"
        if find_country(written) or find_area(written) or self.side(written) or self._is_foreign_city(written):
            return "Place"
        if organization_end(written) or (not place_end(written) and self._is_foreign_or_short(written)):
            return "Organization"
        return "Place" if place_end(written) or self._is_sorted_city(written) else None

    @staticmethod
    def _is_sorted_city(written: str) -> bool:
        """Whether a phrase says of which country and sort a city is (某国天然气重镇某城)."""
        return bool(country_pattern().match(written)) and name_start(written, 0, len(written)) > 0

    @staticmethod
    def _is_foreign_city(written: str) -> bool:
        """A known city abroad, alone or behind its country."""
        nation = country_pattern().match(written)
        return written[nation.end() if nation else 0 :] in world_cities()

    def _is_foreign_or_short(self, written: str) -> bool:
        """A body of a country (韩国浦南重工), or the short name of one that the article spells out."""
        nation = country_pattern().match(written)
        if self._is_sorted_city(written):
            return False
        if nation and len(written) - nation.end() >= 3 and len(written) <= 14 and not _OFFICIAL.search(written):
            return True
        return len(written) > 2 and self.context.full_name(written) != written

    def body(self, start: int, end: int, kind: EntityType, rule: str = "slot") -> Mention:
        """A mention of an organization or place with its canonical name."""
        start = name_start(self.text, start, end) if kind == "Place" else start
        written = self.text[start:end]
        name = self._full(written, start) if kind == "Organization" else self.place_name(written, start)
        return self.add(Mention(start=start, end=end, type=kind, text=written, name=name, confidence=0.85, rule=rule))

    def _full(self, written: str, start: int) -> str:
        if written.endswith("党组") and len(written) > 4:  # the party's cell in a body is another one than the body
            return self._full(written.removeprefix("中共")[:-2], start) + "党组"
        name = canonical_organization(written, self.context, start)
        if _RUN_ON.search(name) and not _RUN_ON.search(written):
            whole = [
                o for o in self.context.organizations if not _RUN_ON.search(o) and o != written and shortens(written, o)
            ]
            name = max(whole, key=len) if whole else written
        return name

    def place_name(self, written: str, at: int) -> str:
        """Canonical name of a place: 北京 → 北京市, 县文化广场 → 林西县文化广场."""
        side = self.side(written)
        if side:
            return side
        plain = canonical_place(written, self.context, at)
        if plain != written or (plain := own_name(written)):
            return plain
        if written == "我国":
            return self.context.countries.get("中国", "中国")
        whole = re.fullmatch(r"[我全](省|市|县|区|州|旗)", written)
        if whole:
            return self.context.place_called(whole[1], at) or written
        relative = re.match(r"(?:我|全)?(省|市|县|区|州|旗|镇)(?=.{2})", written)
        if relative and not find_area(written[:2]):
            owner = self.context.place_called(relative[1], at)
            if owner:
                return owner + written[relative.end() :]
        return written

    def named_place(self, start: int, end: int, name: str) -> Mention:
        """A place that is written in some short way, with its name (对澳进行访问)."""
        return self.add(Mention(start=start, end=end, type="Place", text=self.text[start:end], name=name, rule="slot"))

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
