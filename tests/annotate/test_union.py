from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.union import SUREST, Union, unite
from kg.model import Annotation, Argument, Article, EntityType, Frame, Mention, Span

TEXT = "沈望川主持召开临江市人民政府常务会议"


def mention(start: int, end: int, kind: EntityType = "Person", confidence: float = 0.8, **more: Any) -> Mention:
    return Mention(start=start, end=end, type=kind, text=TEXT[start:end], confidence=confidence, **more)


def frame(predicate: str, start: int, end: int, *arguments: Argument, confidence: float = 0.8, **more: Any) -> Frame:
    return Frame(
        predicate=predicate,
        start=start,
        end=end,
        arguments=arguments,
        sentence=Span(0, len(TEXT)),
        confidence=confidence,
        **more,
    )


def argument(role: Any, start: int, end: int) -> Argument:
    return Argument(role=role, start=start, end=end)


def annotation(*items: Mention | Frame) -> Annotation:
    mentions = tuple(one for one in items if isinstance(one, Mention))
    frames = tuple(one for one in items if isinstance(one, Frame))
    return Annotation(article="a", sentences=(Span(0, len(TEXT)),), mentions=mentions, frames=frames)


def test_agreement_raises_confidence_and_fills_in_the_name() -> None:
    first, second = mention(0, 3), mention(0, 3, confidence=0.5, name="沈望川")
    (found,) = unite(annotation(first), annotation(second)).mentions
    assert found.confidence == pytest.approx(0.9)
    assert found.name == "沈望川"


def test_agreement_is_never_certainty_nor_less_than_each() -> None:
    (sure,) = unite(annotation(mention(0, 3, confidence=0.95)), annotation(mention(0, 3, confidence=0.95))).mentions
    (certain,) = unite(annotation(mention(0, 3, confidence=1.0)), annotation(mention(0, 3))).mentions
    assert (sure.confidence, certain.confidence) == (SUREST, 1.0)


@pytest.mark.parametrize(
    ("one", "other", "wins"),
    [
        (mention(0, 3), mention(1, 4, confidence=0.9), 1),
        (mention(0, 3, confidence=0.9), mention(1, 4), 0),
        (mention(7, 14, "Organization"), mention(7, 14, "Place", 0.9), 1),
        (mention(0, 2), mention(0, 3), 1),
        (mention(0, 3), mention(1, 4), 0),
    ],
    ids=["crossing, second surer", "crossing, first surer", "two types", "longer", "earlier annotator"],
)
def test_conflicts_are_settled_by_the_written_rule(one: Mention, other: Mention, wins: int) -> None:
    assert unite(annotation(one), annotation(other)).mentions == ((one, other)[wins],)


def test_a_name_within_another_type_stands() -> None:
    found = unite(annotation(mention(7, 14, "Organization")), annotation(mention(7, 10, "Place")))
    assert [one.type for one in found.mentions] == ["Organization", "Place"]


def test_frames_that_agree_lend_each_other_arguments() -> None:
    first = frame("主持召开", 3, 7, argument("A0", 0, 3))
    second = frame("主持召开", 3, 7, argument("A0", 0, 3), argument("AT", 7, 18), planned=True)
    (found,) = unite(annotation(first), annotation(second)).frames
    assert [one.role for one in found.arguments] == ["A0", "AT"]
    assert found.planned and found.confidence == pytest.approx(0.96)


def test_a_denial_by_one_is_enough() -> None:
    first, second = frame("主持", 3, 5, argument("A0", 0, 3)), frame("主持", 3, 5, argument("A0", 0, 3), negated=True)
    assert unite(annotation(first), annotation(second)).frames[0].negated


def test_of_two_predicates_for_the_same_words_one_stands() -> None:
    first = frame("主持", 3, 5, argument("A0", 0, 3))
    second = frame("主持召开", 3, 7, argument("A0", 0, 3))
    assert [one.predicate for one in unite(annotation(first), annotation(second)).frames] == ["主持召开"]
    assert [one.predicate for one in unite(annotation(second), annotation(first)).frames] == ["主持召开"]


def test_offices_of_several_persons_on_the_same_word_all_stand() -> None:
    first = frame("任", 3, 5, argument("A0", 0, 3), argument("A1", 3, 5))
    second = frame("任", 3, 5, argument("A0", 7, 9), argument("A1", 3, 5))
    assert len(unite(annotation(first), annotation(second)).frames) == 2


mentions = st.builds(
    lambda start, length, kind, confidence: mention(start, min(len(TEXT), start + length), kind, confidence),
    st.integers(0, len(TEXT) - 1),
    st.integers(1, 5),
    st.sampled_from(("Person", "Place", "Organization")),
    st.sampled_from((0.5, 0.8, 0.9)),
)


@given(st.lists(mentions, max_size=8, unique_by=lambda one: (one.start, one.end, one.type)))
def test_uniting_with_itself_or_nothing_loses_nothing(items: list[Mention]) -> None:
    one = annotation(*items)
    spans = {(m.start, m.end, m.type) for m in items}
    assert {(m.start, m.end, m.type) for m in unite(one, one).mentions} == spans
    assert {(m.start, m.end, m.type) for m in unite(one, annotation()).mentions} == spans
    assert {(m.start, m.end, m.type) for m in unite(annotation(), one).mentions} == spans


class Fixed:
    def __init__(self, name: str, item: Mention) -> None:
        self.name = name
        self._item = item

    def annotate(self, articles: Iterable[Article]) -> Iterator[Annotation]:
        for article in articles:
            yield Annotation(article=article.id, sentences=(), mentions=(self._item,), frames=())


def test_a_union_is_an_annotator_with_both_names() -> None:
    union = Union([Fixed("a-1", mention(0, 3)), Fixed("b-2", mention(7, 14, "Organization"))])
    articles = (Article(id=str(n), title="", text=TEXT) for n in range(3))
    found = list(union.annotate(articles))
    assert union.name == "a-1+b-2"
    assert [one.article for one in found] == ["0", "1", "2"]
    assert all(len(one.mentions) == 2 for one in found)
