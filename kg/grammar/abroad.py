"""Offices of countries, and of bodies that belong to a country: 普京总统, 俄副外长, 乌国防部."""

from __future__ import annotations

import re

from kg.grammar.context import Context
from kg.grammar.lexicon import public_persons, word_list, word_map
from kg.grammar.names import canonical_organization, canonical_place
from kg.grammar.office import Body, Office
from kg.grammar.places import countries, country_at_end, country_pattern, find_country, spelled_out
from kg.grammar.titles import Title, named_at
from kg.grammar.transliterated import is_foreign

_OF_STATE = re.compile("现|政府|(?:看守|临时|过渡|联邦)政府|联邦|经济|社会|内阁|该国|本国|国防|外交")
_ORGAN = re.compile("部$|院$|国会|议会|杜马|军|武装|总统府|内阁|法院|央行|中央银行|大会|局$|委员会$|警")
_ORGAN_START = re.compile(
    "国防|外交|武装|真主党|总统|国家|联邦|议会|国会|参议|众议|[空海陆]军|军方|军$|军队|安全|政府|警|央行|财政|中央|最高|交通|能源|卫生|侦查|情报|三防|特战|边防|紧急情况|司法|内务|商务|贸易"
)


class Abroad:
    """Reads which country an office or a body is of, by name, by an initial, or by what the article is about."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._text = context.text

    def china(self) -> str:
        """China by the fullest name that the text uses."""
        return self._context.countries.get("中国", "中国")

    def at_state(self, title: Title, rank: str) -> Office | None:
        """An office of a country that the sentence leaves unsaid (普京总统, 总统普京)."""
        country = self._context.country_of(title.start)
        if not country:
            return None
        return Office(title, country + rank, Body(country, "Place", title.start, title.start), country)

    def of_foreigner(self, office: Office, unit: str, holder: str) -> Office:
        """A minister or the head of a house with a foreign name and no country: of the one that the text is about.

        ``unit`` is the end of the body's name that the rank carries: 部 of 国防部长.
        """
        title = office.title
        written, rank = self._text[title.start : title.body_end], self._text[title.body_end : title.end]
        ministry = written + unit in word_list("ministries")
        house = not written and title.rank in (*word_list("parliament"), "总理")
        if not (ministry or house) or holder in public_persons()[0] or not is_foreign(holder):
            return office
        country = self._context.country_of(title.start)
        if not country or self._context.home:
            return office
        if house:
            return self.at_state(title, rank) or office
        body = Body(country + written + unit, "Organization", title.start, title.body_end)
        return Office(title, country + written + rank, body, country + written)

    def written(self, title: Title, written: str, rank: str) -> Office | None:
        """An office whose country is written before it (巴西驻华大使, 俄副外长); None when no country is."""
        post = re.search("常?驻.*$", written)
        before = re.sub("(?:新任|现任|首任)$", "", written[: post.start()]) if post else written
        if post and not before:
            return self._posted_too(title, post[0], rank)
        owner = country_at_end(before)
        start = title.start + len(before) - len(owner)
        country = self.country(owner)
        if country is None and (led := country_pattern().match(before)):
            body = Body(canonical_place(led[0], self._context), "Place", title.start, title.start + led.end())
            return Office(title, written + rank, body, led[0])
        if country is None:
            return self._unsaid(title, written, rank)
        shown = (spelled_out(owner) if find_country(owner) else country) + (self._posted(post[0]) if post else "")
        body = Body(canonical_place(country, self._context), "Place", start, start + len(owner))
        return Office(title._replace(start=start), shown + rank, body, country)

    def _posted_too(self, title: Title, post: str, rank: str) -> Office:
        """驻东盟大使 behind 中国驻柬埔寨大使: of the country that the sentence names before another post."""
        line = max(self._text.rfind(mark, 0, title.start) for mark in "。\n") + 1
        senders = re.findall(f"({country_pattern().pattern})驻", self._text[line : title.start])
        sender = senders[-1] if senders else ""
        body = Body(canonical_place(sender, self._context), "Place", title.start, title.start) if sender else None
        return Office(title, sender + self._posted(post) + rank, body, sender)

    def _unsaid(self, title: Title, written: str, rank: str) -> Office | None:
        """经济副总理: an office of the country that the text is about."""
        if written.endswith(("两国", "双方", "各国", "多国", "两党")):
            return None
        qualified = _OF_STATE.fullmatch(written) or (title.rank == "大臣" and len(written) <= 14)
        bare = title if qualified else title._replace(start=title.body_end)
        rank = written + rank if qualified else rank
        return self.at_state(bare, rank) or Office(bare, rank, None, "")

    def _posted(self, post: str) -> str:
        """驻美 → 驻美国."""
        country = self.country(post[1:])
        return "驻" + country if country and post[1:] != "华" else post

    def country(self, written: str, *, sure: bool = False) -> str | None:
        """The country that ``written`` is, by name or by an initial (俄) of a country of this article.

        ``sure`` also allows initials that only one country of the world has.
        """
        if find_country(written):
            return written
        for name in self._context.countries:
            country = find_country(name)
            if country and written in country.initials:
                return name
        alone = [country.name for country in dict.fromkeys(countries().values()) if written in country.initials]
        return alone[0] if sure and len(alone) == 1 else None

    def initial(self, written: str, unit: str) -> str:
        """A body whose country an initial gives, with the country's name: 乌国防部, 美国家安全委员会; else nothing.

        A minister's body may be any, of a country that the article names: 澳资源部长.
        """
        if unit == "部" and 3 <= len(written) <= 8 and not self._context.home and not named_at(written, 0):
            country = self.country(written[0])
            if country and country != written and country not in ("中国", self.china()):
                return country + written[1:]
        if written in word_map("forces"):
            return ""  # 海军 is not 海地's army
        for size in (2, 1):
            if self._context.home or not _ORGAN_START.match(written, size) or find_country(written[:size]):
                continue
            country = self.country(written[:size], sure=True)
            if country and country != "中国":
                return country + written[size:]
        return ""

    def of_country(self, written: str, last: Office | None, unit: str = "") -> str:
        """A body with the country that it belongs to: 参议院 behind an office ``last`` of that country.

        ``unit`` is the end of the body's name that its rank carries: 部 of 国防部长.
        """
        owner = country_pattern().match(last.prefix) if last else None
        if owner and find_country(owner[0]) is not find_country("中国") and _ORGAN.search(written + unit):
            return owner[0] + written
        return written

    def head_of_state(self, title: Title, rank: str, before: Office | None) -> Office:
        """国家主席: of the country of the party office before it (越共中央总书记、国家主席), else of China."""
        written = self._text[title.start : title.body_end]
        ruling = word_map("ruling").items()
        foreign = next((c for start, c in ruling if before and before.prefix.startswith(start)), "")
        name = self._context.countries.get(foreign, foreign) if foreign else self.china()
        body = Body(name, "Place", title.start, title.body_end)
        return Office(title, foreign + written + rank, body, foreign or "中国")

    def party_leader(self, title: Title, rank: str) -> Office | None:
        """苏林总书记: of the ruling party of a country that the text names."""
        party = next((name for country, name in word_map("central").items() if country in self._context.countries), "")
        if not party:
            return None
        name = canonical_organization(party, self._context, title.start)
        return Office(title, party + rank, Body(name, "Organization", title.start, title.start), party)
