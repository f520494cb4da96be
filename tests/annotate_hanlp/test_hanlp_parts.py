"""The parts of the HanLP annotator that need no HanLP: cutting, aligning, messages, the ontology's rows."""

from __future__ import annotations

from importlib.util import find_spec
from itertools import pairwise

import msgspec
import pytest
from hanlp_documents import examples
from hypothesis import given
from hypothesis import strategies as st
from test_hanlp_documents import Prepared

from kg.annotate.hanlp.annotator import HanlpAnnotator
from kg.annotate.hanlp.cutting import cut
from kg.annotate.hanlp.files import require_extra
from kg.annotate.hanlp.parsed import read
from kg.annotate.options import AnnotatorOptions
from kg.errors import AnnotatorError, MissingExtra
from kg.extract import extract
from kg.model import Article, Span
from kg.ontology import FrameRule, Label, Relation, load_ontology


@given(st.text(alphabet="甲乙丙，、；。 ", max_size=120), st.integers(1, 40))
def test_pieces_cover_a_sentence_and_keep_to_the_limit(text: str, longest: int) -> None:
    pieces = cut(text, Span(0, len(text)), longest)
    assert all(0 < end - start <= longest for start, end in pieces)
    assert all(first.end <= second.start for first, second in pairwise(pieces))
    covered = "".join(text[start:end] for start, end in pieces)
    assert covered.replace(" ", "") == text.replace(" ", "")


def test_a_long_sentence_is_cut_behind_a_clause() -> None:
    text = "甲" * 6 + "，" + "乙" * 6 + "，" + "丙" * 6
    assert [text[start:end] for start, end in cut(text, Span(0, len(text)), 16)] == [
        "甲甲甲甲甲甲，乙乙乙乙乙乙，",
        "丙丙丙丙丙丙",
    ]


@given(st.lists(st.text(alphabet="甲乙１a", min_size=1, max_size=4), min_size=1, max_size=8), st.data())
def test_tokens_are_found_where_they_stand(tokens: list[str], data: st.DataObject) -> None:
    before = data.draw(st.sampled_from(["", "题 \n"]))
    spaces = data.draw(st.lists(st.sampled_from(["", " ", "　"]), min_size=len(tokens), max_size=len(tokens)))
    text = before + "".join(space + token for space, token in zip(spaces, tokens, strict=True))
    whole = Span(len(before), len(text))
    (parsed,) = read({"tok/fine": [tokens]}, text, [whole], [whole])
    assert [text[word.start : word.end] for word in parsed.words] == tokens


def test_tokens_in_another_width_are_aligned_by_length() -> None:
    (parsed,) = read({"tok": [["2024", "年", "abc"]]}, "２０２４年ＡＢＣ", [Span(0, 8)], [Span(0, 8)])
    assert [(word.start, word.end) for word in parsed.words] == [(0, 4), (4, 5), (5, 8)]


@pytest.mark.parametrize(
    "document",
    [{}, {"tok/fine": [["甲", "乙", "丙", "丁", "戊"]]}, {"tok/fine": 3}, {"tok/fine": [["甲"]], "srl": [[["x"]]]}],
    ids=["nothing", "other text", "no list", "no roles"],
)
def test_what_is_no_document_is_told(document: dict[str, object]) -> None:
    with pytest.raises(AnnotatorError, match=r"HanLP's answer cannot be read"):
        read(document, "甲乙", [Span(0, 2)], [Span(0, 2)])


@pytest.mark.skipif(find_spec("hanlp") is not None, reason="HanLP is installed")
def test_without_hanlp_the_message_says_what_to_install() -> None:
    with pytest.raises(MissingExtra, match=r"pip install 'kg\[hanlp\]'"):
        require_extra()
    with pytest.raises(MissingExtra):
        HanlpAnnotator(AnnotatorOptions())


def test_articles_are_read_together_and_come_back_apart() -> None:
    made = examples()[:20]
    articles = [Article(id=str(n), title="", text=one.text, date="2024-05-20") for n, one in enumerate(made)]
    together = list(HanlpAnnotator(AnnotatorOptions(), Prepared(*made)).annotate(articles))
    alone = [next(HanlpAnnotator(AnnotatorOptions(), Prepared(*made)).annotate([one])) for one in articles]
    assert together == alone
    for article, annotation in zip(articles, together, strict=True):
        assert all(article.full[one.start : one.end] == one.text for one in annotation.mentions)


def test_an_empty_article_has_an_empty_annotation() -> None:
    (found,) = HanlpAnnotator(AnnotatorOptions(), Prepared()).annotate([Article(id="a", title="", text=" \n")])
    assert not found.mentions and not found.frames


def test_an_article_that_hanlp_reads_otherwise_is_reported() -> None:
    class Confused:
        name = "confused"

        def read(self, sentences: list[str]) -> dict[str, object]:
            return {"tok": [["别", "的", "话"] for _ in sentences]}

    errors: list[AnnotatorError] = []
    articles = [Article(id="a", title="", text="甲。"), Article(id="b", title="", text="别的话")]
    found = list(HanlpAnnotator(AnnotatorOptions(on_error=errors.append), Confused()).annotate(articles))
    assert [one.article for one in found] == ["a", "b"]
    assert [error.where for error in errors] == ["a"]


def test_a_new_row_of_the_ontology_needs_no_code() -> None:
    ontology = load_ontology()
    bought = Relation(
        label=Label(en="bought", zh="收购"),
        domain=("Organization",),
        range=("Organization",),
        frames=(FrameRule(verbs=("收购",), subject="A0", object="A1"),),
    )
    wider = msgspec.structs.replace(ontology, relations=ontology.relations | {"BOUGHT": bought})
    words = ["远帆", "集团", "收购", "海泰", "公司", "。"]
    document: dict[str, object] = {
        "tok/fine": [words],
        "ner/msra": [[("远帆集团", "ORGANIZATION", 0, 2), ("海泰公司", "ORGANIZATION", 3, 5)]],
        "srl": [[[("远帆集团", "ARG0", 0, 2), ("收购", "PRED", 2, 3), ("海泰公司", "ARG1", 3, 5)]]],
    }

    class Fixed:
        name = "fixed"

        def read(self, sentences: list[str]) -> dict[str, object]:
            return document

    article = Article(id="a", title="", text="".join(words))
    (annotation,) = HanlpAnnotator(AnnotatorOptions(ontology=wider), Fixed()).annotate([article])
    graph = extract(article, annotation, wider)
    names = {one.id: one.name for one in graph.appearances}
    assert [(names[s.subject], s.predicate, names[s.object]) for s in graph.statements] == [
        ("远帆集团", "BOUGHT", "海泰公司")
    ]
