"""All mentions of each person of an article: what is a name in one place is one wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.grammar.chains import Chain, read_list_item
from kg.grammar.lexicon import DOTS, HAN, alternation, name_characters
from kg.grammar.personnames import read_name
from kg.grammar.titles import named_at
from kg.model import Article, Mention, Span

_SPEECH = alternation(
    "指出 表示 强调 说 认为 介绍 致辞 致词 讲话 发言 主持 出席 参加 陪同 会见 宣布 告诉 透露 坦言 汇报 要求 回忆 感慨 首先 代表 率队 到会 作了 在致辞 在讲话 在会 还 分别 一行 建议 先后 同时 、".split()
)


class Persons:
    """The names of an article's persons, found in sure places and then everywhere."""

    def __init__(self, article: Article, sentences: Sequence[Span], hints: Sequence[Mention]) -> None:
        self._text = article.full
        self._article = article
        self._sure: dict[str, float] = {name: 0.99 for name in article.reporters if name}
        self._spans: dict[Span, float] = {}
        self._short: dict[str, str] = {}
        for hint in hints:
            if hint.type == "Person" and hint.confidence >= 0.8:
                self._sure.setdefault(hint.text, hint.confidence)
        for span in _dotted_names(self._text):
            self.add(span, 0.9)
        for span, confidence in _free_names(self._text, self.known):
            self.add(span, confidence)

    @property
    def known(self) -> dict[str, float]:
        """Names that the article is known to hold, each with how sure that is."""
        return self._sure

    def add(self, span: Span, confidence: float) -> None:
        """Take the characters of ``span`` for a person's name."""
        name = self._text[span.start : span.end]
        self._spans[span] = max(confidence, self._spans.get(span, 0.0))
        self._sure[name] = max(confidence, self._sure.get(name, 0.0))

    def learn(self, chains: Sequence[Chain]) -> None:
        """Take over the persons that adjoin offices."""
        for chain in chains:
            for span in chain.holders:
                self.add(span, chain.confidence)

    def canonical(self, written: str) -> str:
        """The fullest form of a person's name in this article."""
        return self._fullest().get(written, written)

    def _fullest(self) -> dict[str, str]:
        if not self._short:
            dotted = [name for name in self._sure if any(dot in name for dot in DOTS)]
            for name in dotted:
                for part in (name.rsplit(dot, 1)[-1] for dot in DOTS if dot in name):
                    if len(part) > 1:
                        self._short[part] = name
        return self._short

    def spans(self) -> list[Span]:
        """Where persons are written, in order."""
        return [Span(m.start, m.end) for m in self.mentions()]

    def mentions(self) -> list[Mention]:
        """Every mention of every person, in order; longer names before shorter ones at one place."""
        names = {**{short: 0.8 for short in self._fullest()}, **self._sure}
        if not names:
            return []
        found = []
        for match in re.finditer(alternation(names), self._text):
            name = self.canonical(match[0])
            found.append(
                Mention(start=match.start(), end=match.end(), type="Person", text=match[0], name=name, confidence=names[match[0]], rule="person")
            )
        return found


def _dotted_names(text: str) -> Iterator[Span]:
    """Names with a dot between their parts, wherever they stand."""
    odds, end = name_characters()[1], 0
    for match in re.finditer(f"[{DOTS}]", text):
        start = match.start()
        while start > max(end, match.start() - 8) and odds.get(text[start - 1], -1.0) > 0.2:
            start -= 1
        if match.start() < end or start == match.start():
            continue
        reading = read_name(text, start)
        if reading and reading.kind == "dotted":
            end = reading.end
            yield Span(start, end)


def _free_names(text: str, known: dict[str, float]) -> Iterator[tuple[Span, float]]:
    """Names at the head of a clause before a verb that only persons have, and lists of names."""
    pattern = re.compile(rf"(?:(?<=[。！？；：，,;:\n“”（(\s])|\A)[{HAN}{DOTS}-]{{2,16}}?(?={_SPEECH})")
    for match in pattern.finditer(text):
        reading = read_name(text, match.start(), known)
        if not reading or reading.kind == "foreign" or named_at(text, match.start()) >= reading.end:
            continue
        if re.compile(_SPEECH).match(text, reading.end):
            yield from _list_from(text, match.start(), reading.end, known)


def _list_from(text: str, start: int, end: int, known: dict[str, float]) -> Iterator[tuple[Span, float]]:
    spans = [Span(start, end)]
    while text[spans[-1].end : spans[-1].end + 1] in ("、", "和") and (item := read_list_item(text, spans[-1].end + 1, known)):
        spans.append(Span(spans[-1].end + 1, item.end))
    alone = len(spans) == 1 and text[end : end + 1] == "、"
    if not alone:
        for span in spans:
            yield span, 0.85

