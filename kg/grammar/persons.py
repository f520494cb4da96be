"""All mentions of each person of an article: what is a name in one place is one wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.grammar import variants
from kg.grammar.chains import Chain
from kg.grammar.hints import may_be_person
from kg.grammar.lexicon import DOTS, HAN, alternation, kind_of_rank, name_characters, name_words, word_list
from kg.grammar.nameends import end_score, names_a_body
from kg.grammar.nameitems import is_firm, is_word, read_list_item
from kg.grammar.personnames import LIST, may_precede, name_before, read_name
from kg.grammar.places import country_pattern
from kg.grammar.titles import named_at
from kg.model import Article, Mention, Span

_SURE = 0.9  # confidence from which a person of the tagger is taken


class Persons:
    """The names of an article's persons, found in sure places and then everywhere."""

    def __init__(self, article: Article, hints: Sequence[Mention]) -> None:
        self._text = article.full
        self._reporters = tuple(name for name in article.reporters if name)
        self._sure: dict[str, float] = dict.fromkeys(self._reporters, 0.99)
        self._canonical: dict[str, str] | None = None
        self._written: list[Span] = []
        self._told: set[str] = set()  # those that are introduced by an office
        for hint in hints:
            if hint.type == "Person" and hint.confidence >= _SURE and may_be_person(self._text, hint):
                self._sure.setdefault(hint.text, hint.confidence)
        for span, confidence in _free_names(self._text, self._sure):
            self.add(span, confidence)

    @property
    def known(self) -> dict[str, float]:
        """Names that the article is known to hold, each with how sure that is."""
        return self._sure

    def add(self, span: Span, confidence: float) -> None:
        """Take the characters of ``span`` for a person's name."""
        name = self._text[span.start : span.end]
        if name not in self._sure:
            if is_firm(self._text, name):
                return
            self._canonical = None
            self._written.append(span)
        self._sure[name] = max(confidence, self._sure.get(name, 0.0))

    def introduce(self, span: Span, confidence: float) -> None:
        """Take the characters of ``span`` for the name of someone whom the text gives an office."""
        self.add(span, confidence)
        if (name := self._text[span.start : span.end]) not in self._told:
            self._told.add(name)
            self._canonical = None

    def learn(self, chains: Sequence[Chain]) -> None:
        """Take over the persons that adjoin offices."""
        for chain in chains:
            for span in chain.holders:
                self.introduce(span, chain.confidence)
            for span in chain.others:
                self.add(span, chain.confidence)

    def canonical(self, written: str) -> str:
        """The fullest and right form of a person's name in this article."""
        if self._canonical is None:
            self._canonical = self._resolve()
        name = self._canonical.get(written, written)
        return name if name.isascii() else name.replace(" ", "").replace("　", "")  # 李　某 in a list

    def _resolve(self) -> dict[str, str]:
        """Short forms and misread forms, each with the name it stands for."""
        names = {name: max(1, self._text.count(name)) for name in self._sure}
        short = {part: name for name in names for part in _short_forms(name, self._text)}
        doubtful = {name for name, confidence in self._sure.items() if confidence < 0.7}
        misread = variants.unseen(self._text, [*names, *short])
        misread |= variants.astray(self._text, self._told, [*names, *short, *misread])
        right = variants.canonical(
            {**names, **{form: self._text.count(form) for form in (*short, *misread) if form not in names}},
            self._reporters,
            doubtful,
            self._told,
        )
        table = {**{form: name for form, name in misread.items() if right.get(name) != form}, **right}
        for part, name in short.items():
            better = right.get(part)
            table[part] = name[: -len(part)] + better if better and better not in short else name
            if table[part] != name:
                table[name] = table[part]
        return {written: _follow(table, written) for written in table}

    def spans(self) -> list[Span]:
        """Where persons are written, in no order."""
        return [*self._written, *self._everywhere()]

    def _everywhere(self) -> list[Span]:
        """Where names stand, in order, the longest at each place and none within another."""
        self.canonical("")
        names = {*self._sure, *(self._canonical or {})}
        spans: list[Span] = []
        for start, size in sorted((at, -len(name)) for name in names for at in _places(self._text, name)):
            if not spans or start >= spans[-1].end:
                spans.append(Span(start, start - size))
        return spans

    def mentions(self) -> list[Mention]:
        """Every mention of every person, in order; longer names before shorter ones at one place."""
        found = []
        for start, end in self._everywhere():
            text = self._text[start:end]
            if len(text) == 2 and end_score(self._text, end) < 1 and text in self._sure and self._sure[text] < 0.9:
                continue
            confidence = round(self._sure.get(text, 0.8), 2)
            name = self.canonical(text)
            found.append(
                Mention(start=start, end=end, type="Person", text=text, name=name, confidence=confidence, rule="person")
            )
        return found


def _places(text: str, name: str) -> Iterator[int]:
    """Where a name begins in a text."""
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def _follow(table: dict[str, str], written: str) -> str:
    seen = {written}
    while (target := table.get(written)) and target not in seen:
        seen.add(target)
        written = target
    return written


def _short_forms(name: str, text: str) -> Iterator[str]:
    """The last part of a dotted name, and the first where the text writes it alone (颂猜·某某某, then 颂猜)."""
    parts = re.split(f"[{DOTS}]", name)
    if len(parts) > 1 and len(parts[-1]) > 1:
        yield parts[-1]
    if len(parts) > 1 and len(parts[0]) > 1:
        written = [(at, at + len(parts[0])) for at in _places(text, parts[0])]
        ends = [end for at, end in written if not {text[at - 1 : at], text[end : end + 1]} & set(DOTS)]
        if ends and all(end_score(text, end) >= 1 for end in ends) and not country_pattern().fullmatch(parts[0]):
            yield parts[0]


class _Patterns:
    """Places where a person may be named without an office."""

    def __init__(self) -> None:
        speech = alternation(word_list("acts"))
        self.speech = re.compile(speech)
        self.clause = re.compile(rf"(?:(?<=[。！？；：，,;:\n“”（(》\s、])|\A)(?=[{HAN}]{{2,8}}?(?:{speech}))")
        self.list = re.compile(f"[{HAN}{DOTS}]{{2,12}}(?:、[{HAN}{DOTS}]{{2,12}}){{3,}}")
        self.role = re.compile(alternation(name_words().roles))
        self.credit = re.compile(
            rf"(?<=[（(])[{HAN}{DOTS}]{{2,12}}(?:[ 　、][{HAN}{DOTS}]{{2,12}}){{0,3}}(?=[)）]\s*(?:$|\n))", re.MULTILINE
        )


@cache
def _patterns() -> _Patterns:
    return _Patterns()


def _free_names(text: str, known: dict[str, float]) -> Iterator[tuple[Span, float]]:
    yield from _dotted_names(text)
    yield from _credits(text)
    yield from _after_roles(text, known)
    yield from _long_lists(text, known)
    for match in _patterns().clause.finditer(text):
        reading = read_name(text, match.start(), known)
        if not reading or reading.kind == "foreign" or named_at(text, match.start()) >= reading.end:
            continue
        if is_word(text[match.start() : reading.end]):
            continue
        if _patterns().speech.match(text, reading.end):
            yield from _list_from(text, match.start(), reading.end, known)


def _long_lists(text: str, known: dict[str, float]) -> Iterator[tuple[Span, float]]:
    """The names of a list of four or more, most of whose items are names and nothing else."""
    for match in _patterns().list.finditer(text):
        at, spans, items = match.start(), [], match[0].split("、")
        for item in items:
            reading = read_list_item(text, at, known)
            if reading and (reading.end == at + len(item) or item is items[-1]):
                spans.append(Span(at, reading.end))
            at += len(item) + 1
        if len(spans) >= 3 and len(spans) >= 0.7 * (len(items) - 1):
            first = name_before(text, match.start() + len(items[0]), match.start(), known)
            spans += [Span(first.end, match.start() + len(items[0]))] if first else []
            if 2 * sum(is_word(text[span.start : span.end]) for span in spans) > len(spans):
                continue  # the cities of a province, the materials of an industry
            yield from ((span, 0.85) for span in spans if text[span.start : span.end] not in word_list("no_person"))


def _dotted_names(text: str) -> Iterator[tuple[Span, float]]:
    """Names with a dot between their parts, wherever they stand."""
    end = 0
    for match in re.finditer(f"[{DOTS}]", text):
        if match.start() < end:
            continue
        start = _dotted_start(text, match.start(), end)
        reading = read_name(text, start) if start < match.start() else None
        if reading and reading.kind == "dotted" and not names_a_body(text, reading.end):
            end = reading.end
            yield Span(start, end), 0.9


def _dotted_start(text: str, dot: int, floor: int) -> int:
    """Where the first part of a dotted name most likely begins, by its characters and by what stands before."""
    odds = name_characters()[1]
    best, start, score = 0.0, dot, 0.0
    for at in range(dot - 1, max(floor, dot - 9) - 1, -1):
        char = text[at]
        if not re.match(f"[{HAN}A-Z.-]", char) or (
            char in name_words().glued and odds.get(char, 0.0) < 0 and text[at - 1 : at + 1] != "阿不"
        ):
            break
        score += odds.get(char, 0.5) + 0.3
        if country_pattern().match(text, at, dot - 1):
            break
        worth = score + (2.5 if at == floor or may_precede(text, at) else 0.0)
        if worth > best:
            best, start = worth, at
        if any(text[at - size : at] in kind_of_rank() for size in (3, 4, 5)):
            return at  # 某国设计师某某·某某
    return start


def _credits(text: str) -> Iterator[tuple[Span, float]]:
    """Authors in brackets at the end of a paragraph: （某某 某某）."""
    for match in _patterns().credit.finditer(text):
        at = match.start()
        for name in re.split("[ 　、]", match[0]):
            reading = read_name(text, at, need=LIST)
            if reading and reading.end == at + len(name):
                yield Span(at, reading.end), 0.9
            at += len(name) + 1


def _after_roles(text: str, known: dict[str, float]) -> Iterator[tuple[Span, float]]:
    """Names behind a noun for people, and the list that follows: 村民某某, 市领导某某、某某."""
    for match in _patterns().role.finditer(text):
        at = match.end()
        reading = read_list_item(text, at, known)
        if (
            reading
            and (reading.kind != "foreign" or reading.confidence > 0.85)
            and text[at : reading.end] not in word_list("no_person")
            and not is_word(text[at : reading.end])
        ):
            yield from _list_from(text, at, reading.end, known, sure=True)


def _list_from(
    text: str, start: int, end: int, known: dict[str, float], *, sure: bool = False
) -> Iterator[tuple[Span, float]]:
    spans = [Span(start, end)]
    while text[spans[-1].end : spans[-1].end + 1] in ("、", "和", " ") and (
        item := read_list_item(text, spans[-1].end + 1, known)
    ):
        spans.append(Span(spans[-1].end + 1, item.end))
    alone = len(spans) == 1 and text[end : end + 1] == "、"
    if sure or not alone:
        for span in spans:
            if text[span.start : span.end] not in word_list("no_person"):
                yield span, 0.85
