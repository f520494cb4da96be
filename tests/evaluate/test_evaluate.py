"""The rules of scoring, on articles of our own."""

from pathlib import Path

import pytest

from kg.errors import BadRecord, UnreadableFile
from kg.evaluate import Articles, GoldArticle, Judged, Verdict, align, half, read_gold, reliability, score, split
from kg.model import Appearance

PERSON = Appearance(id="p", type="Person", name="丁一凡", names=("丁一凡",))
OTHER = Appearance(id="q", type="Person", name="卫小川", names=("卫小川",))
EVENT = Appearance(id="e", type="Event", name="市老年大学开学典礼", names=("开学典礼", "典礼"))


def article(*relations: Judged, entities: tuple[Appearance, ...] = (PERSON, OTHER, EVENT), key: str = "a") -> Articles:
    return {key: GoldArticle(id=key, title="题", text="文", appearances=entities, statements=relations)}


def said(subject: str, predicate: str, object_: str, **more: object) -> Judged:
    return Judged(subject=subject, predicate=predicate, object=object_, **more)  # type: ignore[arg-type]


def test_a_symmetric_relation_counts_once_and_either_way_round() -> None:
    gold = article(said("p", "MET_WITH", "q"))
    found = score(gold, article(said("q", "MET_WITH", "p"), said("p", "MET_WITH", "q")))
    assert (found.relations.found, found.relations.predicted, found.relations.f1) == (1, 1, 1.0)


def test_direction_matters_elsewhere() -> None:
    found = score(article(said("p", "MESSAGED", "q")), article(said("q", "MESSAGED", "p")))
    assert found.relations.f1 == 0
    assert {mistake.kind for mistake in found.mistakes} == {"relation"}


def test_dates_must_be_equal() -> None:
    gold = article(said("e", "HELD_ON", "2024-09-02"))
    assert score(gold, article(said("e", "HELD_ON", "2024-09-02"))).relations.f1 == 1
    wrong = score(gold, article(said("e", "HELD_ON", "2024-09-03")))
    assert [(mistake.kind, mistake.missed) for mistake in wrong.mistakes] == [("date", False), ("date", True)]


def test_attending_what_one_chairs_is_neither_right_nor_wrong() -> None:
    found = score(article(said("p", "CHAIRED", "e")), article(said("p", "CHAIRED", "e"), said("p", "ATTENDED", "e")))
    assert (found.relations.predicted, found.relations.f1) == (1, 1.0)


def test_what_annotators_disagreed_on_is_neither_right_nor_wrong() -> None:
    gold = article(said("p", "ATTENDED", "e", optional=True))
    assert score(gold, article(said("p", "ATTENDED", "e"))).relations.predicted == 0
    assert score(gold, article()).relations.gold == 0


def test_places_and_organizations_are_one_family_and_names_are_folded() -> None:
    gold = article(entities=(Appearance(id="o", type="Organization", name="《晚报》 社"),))
    found = score(gold, article(entities=(Appearance(id="x", type="Place", name="晚报社"),)))
    assert (found.entities.f1, found.canonical) == (1.0, 1.0)


def test_a_gold_article_without_prediction_counts_as_missed() -> None:
    found = score(article(said("p", "ATTENDED", "e")), {})
    assert (found.relations.recall, found.relations.gold) == (0.0, 1)


def test_an_end_that_nobody_found_is_to_blame() -> None:
    found = score(article(said("p", "ATTENDED", "e")), article(entities=(PERSON,)))
    assert [mistake.kind for mistake in found.mistakes] == ["object"]


def test_articles_of_a_page_are_paired_by_text_and_the_rest_is_wrong() -> None:
    gold = {"x#1": GoldArticle(id="x#1", title="甲", text="市图书馆昨日开馆，读者四百人到场。")}
    predicted = {
        "x#7": GoldArticle(id="x#7", title="甲", text="市图书馆昨日开馆，读者四百人到场"),
        "x#1": GoldArticle(
            id="x#1", title="", text="广告", appearances=(PERSON, EVENT), statements=(said("p", "ATTENDED", "e"),)
        ),
    }
    ours, theirs = align(gold, predicted)
    assert theirs["x#1"].id == "x#7"
    assert score(ours, theirs).relations.predicted == 1
    assert score(ours, theirs).articles == 2


def test_halves_part_all_articles_and_stay_the_same() -> None:
    keys = [f"page#{number}" for number in range(200)]
    parts = split({key: GoldArticle(id=key, title="", text="") for key in keys})
    assert sorted([*parts["develop"], *parts["check"]]) == sorted(keys)
    assert 60 < len(parts["check"]) < 140
    assert half("xwlb-20231023-02") == "check"
    assert half("unpaired:page#3") == half("page#3")


def test_confidence_is_set_against_what_is_right() -> None:
    verdicts = [Verdict(confidence=0.91, right=True)] * 9 + [Verdict(confidence=0.91, right=False)]
    (only,) = reliability(verdicts)
    assert (only.low, only.count, round(only.said, 2), only.right) == (0.9, 10, 0.91, 0.9)


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text('{"id": "a", "title": "", "text": ""}\n\n{"id": 3}\n', encoding="utf-8")
    with pytest.raises(BadRecord) as caught:
        read_gold(file)
    assert caught.value.where == f"{file}:3"
    with pytest.raises(UnreadableFile):
        read_gold(tmp_path / "none.jsonl")
