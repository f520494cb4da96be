"""One article while its frames are read: what its verbs need to know of what stands before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from kg.annotate.builtin.bodies import Bodies
from kg.grammar.clauses import choices
from kg.grammar.documents import around_title, document_name, find_described, find_orders, of_same_session, pointed_at
from kg.grammar.lexicon import word_list
from kg.grammar.nameitems import is_word
from kg.grammar.personnames import LIST, read_name
from kg.grammar.places import find_country
from kg.grammar.series import series_name
from kg.model import Argument, Article, Frame, Mention, Span

_SUMS_UP = re.compile("》等[^，。；》]{0,6}$")  # 《甲》《乙》等四个文件
_NUMERALS = "0123456789一二两三四五六七八九十多几"
_BARE_GROUP = re.compile(
    r"[\d一二两三四五六七八九十多几]*个?(?:代表|考察|访问|参访|慰问|参观|访华|观察|工作|调研|检查|督导|督查|专家|巡视|调查|执法检查)[团组队]"
)
_OF_AREA = choices("held_by_area")
_OF_STATE = re.compile(choices("of_state"))
_NO_PERSON = re.compile(choices("no_person"))


# verbs that tell of a gathering, which ends a tour
OF_GATHERINGS = frozenset({"举行", "举办", "开幕", "闭幕", "主持", "出席", "主办"})
OF_TALKS = frozenset({"会见", "会谈"})
OF_DEALS = frozenset({"签署", "签约", "签字"})


class Party(NamedTuple):
    """Who travels together, and the delegation that they are, if it has been named."""

    persons: tuple[Mention, ...]
    group: Mention | None


class Chaired(NamedTuple):
    """Who presided over which gathering in a sentence, and where that ends."""

    person: Mention
    events: list[Mention]
    end: int


class Sides(NamedTuple):
    """Who stands before 与, persons or what is written there, and what stands behind it."""

    persons: tuple[Mention, ...]
    subject: Span
    beside: Span


class Headline(NamedTuple):
    """Who attends which gathering by the headline, which tells of nothing else."""

    persons: frozenset[str]
    events: list[Mention]


class Scene(Bodies):
    """Mentions, dates and what the frames so far have said."""

    def __init__(self, article: Article, mentions: Iterable[Mention]) -> None:
        super().__init__(article, mentions)
        self.begin_item(0)
        self.homes: dict[str, str] = {}  # the country or area that a person governs
        self._holders: dict[int, Span] = {}  # by where a headline's office stands, who holds it by the text
        self.reporters = frozenset(article.reporters)
        self.headline: Headline | None = None  # until a meeting is told

    def begin_item(self, at: int) -> None:
        """Forget what was told last: an item of a round-up points back to nothing before it."""
        self.item = at  # where it begins; 0 for an article that is no round-up
        self.visited: list[Argument] = []  # where the first visit of the last travellers went
        self.travellers: frozenset[str] = frozenset()  # who they are
        self.sites: list[Argument] = []  # where they went that is no area
        self.last_stop: list[Argument] = []  # where the last visit went
        self.party: Party | None = None  # who travels as a delegation
        self.gatherings: list[Span] = []  # in which those take part of whom one is told first
        self.attending: frozenset[str] = frozenset()  # who they are
        self.tourists: list[Mention] = []  # who went there
        self.talked = False  # whether they have met somebody since
        self.touring: frozenset[str] = frozenset()  # who inspects things, at places that are yet to be told
        self.on_tour = False  # whether a visit is told, and no gathering since
        self.chaired: Chaired | None = None  # the last gathering with one person in the chair
        self.guests: list[Mention] = []  # who was received last
        self.sides: Sides | None = None  # of a clause that told of no deal
        self.signed: list[Mention] = []  # the documents signed last
        self.unsigned: list[Mention] = []  # those of them of which it is not known yet who signed them
        self.wished: list[Mention] = []  # to whom many write, as the text has announced

    def read_homes(self, frames: Iterable[Frame]) -> None:
        """Note which country or area each person governs, by the offices read."""
        for frame in frames:
            names = [a.name for a in frame.arguments if a.role == "A0"]
            places = [a.name for a in frame.arguments if a.role == "IN" and a.type == "Place"]
            if names and places:
                self.homes.setdefault(names[0], places[0])
            if frame.rule == "office/headline":
                person, title = frame.arguments[:2]
                self._holders[title.start] = Span(person.start, person.end)

    def in_office(self, start: int, end: int) -> list[Mention]:
        """Who holds the offices in a span of a headline that names nobody (某人会见某国总统), as the text tells."""
        spans = [self._holders.get(office.start) for office in self.within(start, end, ("Position",))]
        return [person for span in spans if span for person in self.within(*span, ("Person",))[:1]]

    def note_gathering(self, arguments: Iterable[Argument]) -> None:
        """Note what gathering those whom the news is about take part in, for 上述活动."""
        arguments = tuple(arguments)
        who = {m.name or m.text for a in arguments if a.role == "A0" for m in self.within(a.start, a.end, ("Person",))}
        told = [Span(a.start, a.end) for a in arguments if a.role == "AT"]
        if told and who:
            self.attending = self.attending or frozenset(who)
            self.gatherings += told if who & self.attending else []

    def told_before(self, at: int) -> list[Mention]:
        """The gatherings of which an item has told so far, which are those that 上述活动 means."""
        found = (m for span in self.gatherings for m in self.within(*span, ("Event",)))
        return [m for m in dict.fromkeys(found) if m.end <= at]

    def tells_of_travellers(self) -> bool:
        """Whether those who travelled last are whom the news is about, and not only spoken of in a talk."""
        begin = self.item or len(self.article.title) + 1
        lead = self.within(0 if not self.item else begin, self.text.find("。", begin), ("Person",))
        return not lead or any((m.name or m.text) in self.travellers for m in lead)

    def hear_of(self, predicate: str) -> None:
        """Note what a verb tells for the tour that is going on: a gathering ends it, a talk interrupts it."""
        self.on_tour = self.on_tour and predicate not in OF_GATHERINGS
        self.talked = self.talked or predicate in OF_TALKS
        self.sides = None if predicate in OF_TALKS or predicate in OF_DEALS else self.sides

    @staticmethod
    def same(one: Mention, other: Mention) -> bool:
        """Whether two mentions name the same person."""
        return (one.name or one.text) == (other.name or other.text)

    def group(self, mention: Mention) -> list[Mention]:
        """A delegation or team; one without a name of its own (代表团一行) is the one that was named last before."""
        if not _BARE_GROUP.fullmatch(mention.text):
            return [mention]
        named = [
            m
            for m in self.within(0, mention.start, ("Organization",))
            if m.text.endswith(mention.text) and m.text != mention.text
        ]
        if named:
            return [self.call(mention, named[-1].name or named[-1].text)]
        return [mention] if len(mention.text) > 3 and mention.text[0] not in _NUMERALS else []

    def begins_line(self, at: int) -> bool:
        """Whether nothing stands before an offset in its paragraph."""
        return not self.text[self.text.rfind("\n", 0, at) + 1 : at].strip()

    def signed_before(self, at: int) -> list[Mention]:
        """The documents signed last in the same paragraph."""
        line = self.text.rfind("\n", 0, at)
        return [d for d in self.signed if line < d.start < at]

    def paper_before(self, at: int) -> list[Mention]:
        """The document named last before an offset in its paragraph: the subject of a passive clause."""
        line = self.text.rfind("\n", 0, at) + 1
        return self.within(line, at, ("Document",))[-1:]

    def guess_person(self, start: int, end: int, *, need: float = LIST) -> None:
        """Take a span that is nothing but a name, where a verb asks for a person, for one, in the whole article.

        ``need`` is the score that :func:`kg.grammar.personnames.read_name` asks of the name.
        """
        written = self.text[start:end].strip()
        start = self.text.index(written, start)
        if not 2 <= len(written) <= 16 or self.overlaps(start, start + len(written)) or is_word(written):
            return
        if written[0] in word_list("rare_surnames"):
            return  # 从山顶到海洋
        if _NO_PERSON.fullmatch(written) or self._ends_country(start, start + len(written)):
            return
        name = read_name(self.text, start, need=need)
        if name is None or name.end != start + len(written):
            return
        for found in re.finditer(re.escape(written), self.text):
            if not self.overlaps(found.start(), found.end()):
                self.add(
                    Mention(
                        start=found.start(),
                        end=found.end(),
                        type="Person",
                        text=written,
                        name=written,
                        confidence=0.8,
                        rule="slot",
                    )
                )

    def described(self, start: int, end: int) -> list[Span]:
        """Where a span describes documents without quoting their titles."""
        return list(find_described(self.text, start, end))

    def _ends_country(self, start: int, end: int) -> bool:
        """Whether a span is the end of a country's name (哈|萨克斯坦)."""
        return any(find_country(self.text[max(0, start - back) : end]) for back in (1, 2))

    def documents(self, start: int, end: int) -> list[Mention]:
        """Documents in the object of a verb, quoted ones first, else described ones."""
        orders = list(find_orders(self.text, start, end))
        if orders:
            return [self._document(span, name) for span, name in orders]
        titled = self.within(start, end, ("Document",))
        if titled:
            spans = [around_title(self.text, Span(t.start, t.end), start) for t in titled]
            described = find_described(self.text, start, end)
            spans += [
                d
                for d in described
                if not any(s.start < d.end and d.start < s.end for s in spans)
                and not _SUMS_UP.search(self.text, start, d.start)
            ]
            kept = sorted(set(spans))
            return [
                self._document(s, "")
                for s in kept
                if not any(o != s and o.start <= s.start and s.end <= o.end for o in kept)
            ]
        spans = list(find_described(self.text, start, end))
        names = ["", *(of_same_session(self.text, one, other) for one, other in pairwise(spans))]
        return [self._document(s, name) for s, name in zip(spans, names, strict=False)]

    def _document(self, span: Span, name: str) -> Mention:
        written = self.text[span.start : span.end]
        return self.add(
            Mention(
                start=span.start,
                end=span.end,
                type="Document",
                text=written,
                name=name or self._paper_meant(span.start, pointed_at(written)),
                confidence=0.8,
                rule="described",
            )
        )

    def _paper_meant(self, at: int, sort: str) -> str:
        """The paper of a sort named last before an offset, in its paragraph or the two before; else empty."""
        line = at
        for _ in range(3 if sort else 0):
            line = max(0, self.text.rfind("\n", 0, line))
        named = [d for d in self.within(line, at, ("Document",)) if (d.name or d.text).rstrip("》").endswith(sort)]
        return document_name(named[-1].name or named[-1].text) if sort and named else ""

    def event_name(self, start: int, written: str) -> str:
        """Canonical name of a gathering: 市政府常务会议 → 西宁市政府常务会议, 全省… → 陕西省…."""
        written = re.sub(r"[（(](?:以下|下文|下)?(?:统称|简称|称)[^（）()]*[）)]", "", written)
        written = re.sub(r"^(?:[本此该这][次届])(?=.{2})", "", written)
        relative = re.match(
            rf"[我全](地区|[省市县区州旗盟镇])|(地区|[省市县区州旗盟镇乡])(?={_OF_AREA})", written
        )
        place = self.context.place_called(relative[1] or relative[2], start) if relative else ""
        if relative and place:
            return series_name(place + written[relative.end() :])
        if not self.article.place and _OF_STATE.match(written):
            written = self.context.country_of(start) + written
        return series_name(written)
