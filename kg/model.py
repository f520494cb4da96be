"""The records that pass from stage to stage.

All are frozen, slotted and go to JSON and back through :mod:`msgspec`. Offsets are characters (Unicode code
points), end exclusive. Offsets of mentions, frames and statements count in :attr:`Article.full`, which is
``title + "\\n" + text``; :attr:`Article.map` leads each of its characters back to the raw page.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, dataclass_transform

import msgspec

EntityType = Literal["Person", "Organization", "Place", "Event", "Document", "Position"]
Role = Literal["A0", "A1", "WITH", "FOR", "TO", "AT", "LOC", "TMP", "IN"]
Status = Literal["current", "former", "acting", "elect", "appointed", "removed"]


@dataclass_transform(field_specifiers=(msgspec.field,), frozen_default=True)
class _Frozen(msgspec.StructMeta):
    """Says to type checkers what msgspec does: a subclass of a frozen struct is frozen."""


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False, metaclass=_Frozen):
    """Base of all records: immutable, compared by value, hashable where its fields are.

    None can hold itself, so that the collector of reference cycles need not look at them.
    """


class Span(NamedTuple):
    """Characters ``start`` up to, not including, ``end``."""

    start: int
    end: int


class Piece(NamedTuple):
    """``length`` characters of a text from ``text`` on stand on the raw page from ``raw`` on, in the same order."""

    text: int
    raw: int
    length: int


class Box(NamedTuple):
    """Where a fragment stands on the scanned image, in pixels from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


class Fragment(Record):
    """A line or block of a page, by its offsets in :attr:`Page.raw`."""

    start: int
    end: int
    box: Box | None = None


class Page(Record):
    """One file that holds several articles, as it was read."""

    id: str  # the file's stem
    source: str  # the path as given, or "-" for standard input
    raw: str
    fragments: tuple[Fragment, ...]
    date: str = ""  # the date, ISO 8601, empty when unknown
    paper: str = ""
    place: str = ""  # the place the paper writes about, canonical (西宁市)
    number: str = ""  # the page's number in the issue (A02)


class Article(Record):
    """One article with its repaired text; what its issue says is copied from the page."""

    id: str
    title: str
    text: str
    date: str = ""
    reporters: tuple[str, ...] = ()
    source: str = ""
    page: str = ""
    paper: str = ""
    place: str = ""
    map: tuple[Piece, ...] = ()  # from `full` to the raw page; a character in no piece was inserted
    digest: str = ""  # of the raw page (or the raw record) that the article was cut from

    @property
    def full(self) -> str:
        """Title and text with one line feed between; what all offsets count in."""
        return f"{self.title}\n{self.text}"


class Mention(Record):
    """A span of an article that names or describes an entity."""

    start: int
    end: int
    type: EntityType
    text: str
    name: str = ""  # the canonical name, where the mention alone tells it (市长 → 西宁市市长)
    confidence: float = 1.0
    rule: str = ""  # the rule or model that found it


class Argument(Record):
    """What fills a role of a frame: a span, or, when it is not written, a name and a type alone.

    The span may hold several mentions (a list) or an anaphor (会议, 双方); the extractor looks inside.
    An implied argument (西宁市 behind a bare 市长) has ``start == end`` at the word that implies it.
    """

    role: Role
    start: int
    end: int
    name: str = ""
    type: EntityType | None = None


class Frame(Record):
    """A predicate with its arguments: what every annotator speaks. Roles follow PropBank where it has them.

    A0 who, A1 whom or what, WITH together with whom (与/同/和), FOR on whose behalf, TO the addressee, AT the event
    at which, LOC where, TMP when, IN the body that an office belongs to.
    """

    predicate: str  # the verb as ontology.yaml lists it (签署); offices use 任
    start: int  # of the word or words that state it
    end: int
    arguments: tuple[Argument, ...]
    sentence: Span
    negated: bool = False
    planned: bool = False
    status: Status = "current"
    confidence: float = 1.0
    rule: str = ""


class Annotation(Record):
    """What an annotator says about one article."""

    article: str  # the article's id
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    frames: tuple[Frame, ...]


class Appearance(Record, rename={"names": "aliases"}, omit_defaults=False):
    """One entity of one article with all its mentions; ``id`` is local to the article (``e1``)."""

    id: str
    type: EntityType
    name: str
    names: tuple[str, ...] = ()  # every surface form, as written; in JSON `aliases`
    mentions: tuple[Span, ...] = ()


class Statement(Record, rename={"subject": "s", "predicate": "p", "object": "o"}, omit_defaults=False):
    """One thing an article says. ``subject`` and ``object`` are local ids; HELD_ON has an ISO date as its object."""

    subject: str
    predicate: str
    object: str
    evidence: str = ""
    start: int = 0  # of the evidence in `Article.full`
    end: int = 0
    confidence: float = 1.0
    planned: bool = False
    status: Status = "current"
    date: str = ""  # when an office began or ended, ISO 8601, where the text says it
    frame: str = ""  # statements of one frame share it (f3): who signed what with whom
    rule: str = ""


class ArticleGraph(Article, rename={"appearances": "entities", "statements": "relations"}, omit_defaults=False):
    """An article with what it states; one line of `kg extract`'s JSONL, every field written."""

    appearances: tuple[Appearance, ...] = ()
    statements: tuple[Statement, ...] = ()
    annotator: str = ""  # name and version of what made it


class Entity(Record):
    """Who or what appearances refer to."""

    id: str
    type: EntityType
    name: str
    names: tuple[str, ...] = ()
    start: str = ""  # of an event, ISO 8601
    end: str = ""


class Citation(Record):
    """Where one statement of a fact can be read."""

    statement: str
    article: str
    quote: str
    title: str = ""
    paper: str = ""
    date: str = ""
    page: str = ""
    source: str = ""
    spans: tuple[Span, ...] = ()  # on the raw page, in reading order


class Fact(Record):
    """An edge that statements support."""

    id: str
    subject: str  # entity ids
    predicate: str
    object: str
    stories: int = 1  # independent articles, reprints counted once
    first_date: str = ""
    last_date: str = ""
    confidence: float = 1.0
    planned: bool = False
    status: Status = "current"
    citations: tuple[Citation, ...] = ()


class Graph(Record):
    """A graph or a part of one, as the viewer and the exports take it."""

    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
