"""The tagger: chunks, sentences, a model trained in a second, and the shipped one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import MissingModel
from kg.grammar.features import features
from kg.grammar.tagger import Tagger, chunks, sentences

LABELS = st.lists(st.sampled_from(["O", "B-Person", "I-Person", "B-Event", "I-Event"]))


@given(LABELS)
def test_chunks_cover_every_labelled_character_once(labels: list[str]) -> None:
    covered = [i for start, end, _ in chunks(labels) for i in range(start, end)]
    assert covered == [i for i, label in enumerate(labels) if label != "O"]


@given(LABELS)
def test_a_chunk_holds_one_type_and_begins_where_a_label_says_so(labels: list[str]) -> None:
    for start, end, kind in chunks(labels):
        assert {label[2:] for label in labels[start:end]} == {kind}
        assert not any(label.startswith("B-") for label in labels[start + 1 : end])


@given(st.text(alphabet="甲乙，。！？；”\n", max_size=60))
def test_sentences_tile_the_text(text: str) -> None:
    assert "".join(text[start:end] for start, end in sentences(text)) == text


@given(st.text(max_size=40))
def test_every_character_has_features(text: str) -> None:
    assert len(features(text)) == len(text)


def test_widths_and_digits_share_features() -> None:
    assert features("１月")[0][0] == features("8月")[0][0]


def test_the_shipped_model_finds_a_name_behind_its_office() -> None:
    text = "测试\n市委副书记、市长章若水主持召开市政府常务会议。"
    found = {(mention.text, mention.type) for mention in Tagger().mentions(text)}
    assert ("章若水", "Person") in found
    for mention in Tagger().mentions(text):
        assert text[mention.start : mention.end] == mention.text
        assert 0 <= mention.confidence <= 1


def test_a_missing_model_and_a_file_that_is_none_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(MissingModel, match="no tagger model"):
        Tagger(tmp_path / "none.crfsuite")
    broken = tmp_path / "broken.crfsuite"
    broken.write_bytes(b"not a model at all")
    with pytest.raises(MissingModel, match="not a tagger model"):
        Tagger(broken)
