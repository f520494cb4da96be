"""Every query of the library answers rightly, and alike, on both stores."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.errors import QueryError, QueryRefused, UnknownQuery
from kg.query import library
from kg.query.header import Query, parse_query
from kg.query.names import similar_names
from kg.store.base import Store, Table

ANSWERS: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "answers.yaml").read_text(encoding="utf-8"))
QUERIES = library.queries()


def visible(table: Table) -> tuple[list[str], list[list[Any]]]:
    keep = [index for index, name in enumerate(table.columns) if not name.endswith("_id")]
    return [table.columns[index] for index in keep], [[row[index] for index in keep] for row in table.rows]


def ask(store: Store, name: str, **given: str | int) -> list[list[Any]]:
    return visible(library.run(store, library.find(name), given).table)[1]


def test_every_query_has_an_answer_to_compare_with() -> None:
    assert set(ANSWERS) == {query.name for query in QUERIES}
    assert len(QUERIES) >= 30
    assert all(Path(query.path).stem == query.name for query in QUERIES)
    assert all(answer["rows"] for answer in ANSWERS.values())


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_known_answer(store: Store, query: Query) -> None:
    columns, rows = visible(library.run(store, query, ANSWERS[query.name]["given"]).table)
    assert columns == ANSWERS[query.name]["columns"]
    assert rows == ANSWERS[query.name]["rows"]


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_ids_lead_to_what_the_row_is_about(store: Store, query: Query) -> None:
    table = library.run(store, query, ANSWERS[query.name]["given"]).table
    for index, name in enumerate(table.columns):
        if not name.endswith("_id"):
            continue
        ids = [id_ for row in table.rows for id_ in (row[index] if isinstance(row[index], list) else [row[index]])]
        wanted = [id_ for id_ in ids if id_ is not None]
        where = {
            "fact_id": "MATCH (:Entity)-[r]->(:Entity) WHERE r.id IN $ids RETURN count(r)",
            "statement_id": "MATCH (n:Statement) WHERE n.id IN $ids RETURN count(n)",
            "article_id": "MATCH (n:Article) WHERE n.id IN $ids RETURN count(n)",
        }.get(name, "MATCH (n:Entity) WHERE n.id IN $ids RETURN count(n)")
        assert store.read(where, ids=wanted).rows[0][0] == len(set(wanted)), name


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_columns_are_known_without_rows(store: Store, query: Query) -> None:
    table = library.run(store, query, ANSWERS[query.name]["given"]).table
    assert table.columns == query.columns


def test_defaults_stand_for_everything(store: Store) -> None:
    assert len(ask(store, "events")) == 6
    assert len(ask(store, "events", limit=2)) == 2
    assert len(ask(store, "events", since="2024-05-12", until="2024-06")) == 3
    assert len(ask(store, "events", until="2023")) == 1
    assert ask(store, "messages") == [["青禾大学", "第五届云岭茶文化节", "2024-06-25", "2024-06-25", 1]]
    assert {row[0] for row in ask(store, "profile", entity="陈柏舟", relation="出席")} == {"ATTENDED"}


def test_connected_steps(store: Store) -> None:
    near = {row[0]: row[1] for row in ask(store, "connected", entity="赵一帆", steps=1)}
    assert near == {"周明哲": 1}
    far = {row[0]: row[1] for row in ask(store, "connected", entity="周明哲", steps=3)}
    assert far["赵一帆"] == 1 and far["林致远"] == 2 and far["陈柏舟"] == 3


def test_path_there_is_none(store: Store) -> None:
    assert ask(store, "path", a="何晓岚", b="云岭县茶产业规划")[0][0] == 5
    assert ask(store, "evidence", a="何晓岚", b="云岭县茶产业规划") == []


def test_any_name_of_an_entity_will_do(store: Store) -> None:
    assert ask(store, "attended", event="第三届青禾论坛") == ask(store, "attended", event="论坛")
    [[id_]] = store.read("MATCH (p:Person {name: '林致远'}) RETURN p.id AS id").rows
    assert ask(store, "offices", person=str(id_)) == ask(store, "offices", person="林致远")


def test_namesakes_are_answered_apart(store: Store) -> None:
    answer = library.run(store, library.find("offices"), {"person": "张宁"})
    assert answer.ambiguous == ("person",)
    assert [part.table.rows[0][0] for part in answer.parts] == ["云岭县县长", "青禾市教育局局长"]
    assert answer.table.columns[:2] == ("for_person", "for_person_id")
    assert [row[0] for row in answer.table.rows] == ["张宁 (云岭县县长)", "张宁 (青禾市教育局局长)"]
    one = library.run(store, library.find("offices"), {"person": answer.parts[0].chosen[0][1].id})
    assert not one.ambiguous and len(one.table.rows) == 1


def test_of_many_namesakes_the_most_mentioned_are_answered(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "MOST_PARTS", 1)
    answer = library.run(store, library.find("offices"), {"person": "张宁"})
    assert answer.left_out == 1 and [part.chosen[0][1].about for part in answer.parts] == ["云岭县县长"]


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [("林志远", "林致远"), ("林致远远", "林致远"), ("致远", "林致远"), ("周明折", "周明哲"), ("何晓", "何晓岚")],
)
def test_a_misspelt_name_is_told_with_the_right_one(store: Store, wrong: str, meant: str) -> None:
    with pytest.raises(UnknownQuery, match=meant):
        ask(store, "offices", person=wrong)


def test_names_of_the_wrong_type_are_not_taken(store: Store) -> None:
    with pytest.raises(UnknownQuery, match="no Person is called 青禾市"):
        ask(store, "offices", person="青禾市")
    assert similar_names(store, "龘龘", ("Person",)) == ()


def test_hostile_names_are_only_names(store: Store) -> None:
    for name in ("'", '"', "\\", "` OR 1=1", "'}) DETACH DELETE n //", "\0", "😀", "长" * 10_000, " ", "*", "$person"):
        with pytest.raises(UnknownQuery):
            ask(store, "offices", person=name)


def test_unknown_queries_and_parameters_are_told_with_similar_ones() -> None:
    for wrong, meant in (("ofices", "offices"), ("signed", "signed-with"), ("Attended_", "attended")):
        with pytest.raises(UnknownQuery, match=meant):
            library.find(wrong + "x")
    assert library.find("Signed_With").name == "signed-with"


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("offices", {}, "needs the parameter person"),
        ("offices", {"persn": "林致远"}, "did you mean person"),
        ("events", {"since": "yesterday"}, "2024-05-10"),
        ("events", {"since": "2024-13"}, "2024-05-10"),
        ("events", {"limit": "many"}, "whole number"),
        ("uncertain", {"below": "low"}, "a number"),
        ("profile", {"entity": "林致远", "relation": "ATENDED"}, "did you mean ATTENDED"),
    ],
)
def test_wrong_values_are_told(store: Store, name: str, given: dict[str, str], message: str) -> None:
    with pytest.raises(UnknownQuery, match=message):
        library.run(store, library.find(name), given)


def test_a_file_of_the_users_runs_as_their_cypher(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "mine.cypher"
    file.write_text(HEADER + "UNWIND [$a, 'x', 'y'] AS x RETURN x", encoding="utf-8")
    answer = library.run(store, library.find(str(file)), {"a": "b"}, rows=2)
    assert answer.table.rows == (("b",), ("x",)) and answer.table.truncated
    file.write_text(HEADER + "MATCH (n {name: $a}) SET n.x = 1 RETURN n", encoding="utf-8")
    with pytest.raises(QueryRefused):
        library.run(store, library.find(str(file)), {"a": "b"})


HEADER = "/*\nname: x\ntopic: t\nen: e\nzh: z\nparameters:\n  a: {type: text, en: a, zh: a}\nexample: {a: b}\n*/\n"


def test_a_header_is_read_with_its_query() -> None:
    query = parse_query(HEADER + "MATCH (n {name: $a})\nRETURN n.name AS name, n.id", "x.cypher")
    assert query.columns == ("name", "id")
    assert query.parameters[0].default is None and query.example == (("a", "b"),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("MATCH (n) RETURN n", "no header"),
        ("/* name: [ */ RETURN 1", "not valid"),
        ("/*\nname: x\n*/ RETURN 1", "topic"),
        (HEADER + "RETURN $a, $b", "uses \\$b"),
        (HEADER + "RETURN 1", "does not use"),
        (HEADER.replace("example: {a: b}", "example: {}") + "RETURN $a", "example lacks a"),
        (HEADER.replace("example: {a: b}", "example: {a: b, c: d}") + "RETURN $a", "c, which is no parameter"),
        (HEADER.replace("type: text", "type: Persn") + "RETURN $a", "Persn is no type"),
        (HEADER.replace("zh: z", "cn: z") + "RETURN $a", "cn"),
    ],
)
def test_a_bad_header_is_told(text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        parse_query(text, "x.cypher")
