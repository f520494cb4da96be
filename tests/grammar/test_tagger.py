"""The tagger: chunks, sentences, a model trained in a second, and the shipped one."""

from importlib.resources import files
from pathlib import Path

import pycrfsuite
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


TEXTS = [
    "本报讯 记者陆一鸣１２月３日，市委副书记、市长章若水在北京市出席第八届青石论坛。",
    "“青石湾”号科考船启航；欧阳明、贺一帆等参加。\n下一站：海南三亚",
    "甲\n\n。！市长",
    "",
    "省发展改革委与青石集团签署《战略合作框架协议》，司徒远山副主任见证签约，阿卜杜拉·卡里姆致辞。北京",
]


def test_tagging_many_texts_at_once_gives_what_crfsuite_says_of_each_sentence() -> None:
    model = pycrfsuite.Tagger()
    model.open(str(files("kg") / "data" / "tagger.crfsuite"))
    expected = []
    for text in TEXTS:
        found = []
        for start, end in sentences(text):
            labels = model.tag(features(text[start:end]))
            found += [
                (start + a, start + b, kind, round(min(model.marginal(labels[i], i) for i in (a, b - 1)), 3))
                for a, b, kind in chunks(labels)
            ]
        expected.append(found)
    tagged = Tagger().all_mentions(TEXTS)
    assert [[(m.start, m.end, m.type, m.confidence) for m in found] for found in tagged] == expected
    assert sum(map(len, expected)) > 8


def test_a_model_that_knows_little_reads_any_text(tmp_path: Path) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.append(features("市长"), ["B-Position", "I-Position"])
    trainer.train(str(tmp_path / "small.crfsuite"))
    assert Tagger(tmp_path / "small.crfsuite").mentions("市长\ud800𠀀")[0].type == "Position"


def test_a_place_at_the_end_of_a_sentence_is_marked_as_one() -> None:
    assert [row[19] for row in features("在北京")] == ["G-", "GB", "GE"]
