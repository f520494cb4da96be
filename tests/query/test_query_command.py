"""``kg query`` as its users see it."""

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.cli import run
from kg.cli.answers import cite, write_table
from kg.query import library
from kg.store.base import Store, Table

Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ask(store: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    from neo4j_server import PASSWORD

    monkeypatch.setenv("KG_PASSWORD", PASSWORD)
    monkeypatch.setenv("KG_LANG", "en")

    def command(*arguments: str) -> tuple[int, str, str]:
        status = run(["query", *arguments, "--store", store.address])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return command


def test_a_table_of_chinese_lines_up(ask: Ask) -> None:
    status, out, _err = ask("holders", "青禾市市长")
    assert status == 0 and "林致远" in out and "周明哲" in out
    lines = [line for line in out.splitlines() if line]
    widths = {sum(2 if ord(c) > 0x2E7F else 1 for c in line) for line in lines}
    assert len(widths) == 1
    assert "person_id" not in out
    assert "person_id" in ask("holders", "青禾市市长", "--ids")[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ("holders", "office=青禾市市长"),
        ("holders", "--param", "office=青禾市市长"),
        ("holders", "-p", "office=青禾市市长"),
    ],
)
def test_parameters_may_be_given_in_three_ways(ask: Ask, arguments: tuple[str, ...]) -> None:
    assert ask(*arguments) == ask("holders", "青禾市市长")


def test_csv_is_csv(ask: Ask) -> None:
    _status, out, _err = ask("adopted", "青禾市教育工作会议", "--format", "csv")
    [row] = csv.DictReader(io.StringIO(out))
    assert row["document"] == "青禾市教育优先发展意见" and row["paper"] == "青禾日报" and row["date"] == "2024-06-03"
    assert row["headline"] == "青禾市教育工作会议召开" and row["page"] == "A01" and "审议通过" in row["quote"]


def test_json_keeps_types(ask: Ask) -> None:
    _status, out, _err = ask("attended", "第三届青禾论坛", "--format", "json")
    rows = json.loads(out)
    assert rows[0]["roles"] == ["CHAIRED"] and rows[0]["stories"] == 1
    assert all(row["participant_id"] for row in rows)


def test_evidence_is_cited(ask: Ask) -> None:
    _status, out, _err = ask("evidence", "何晓岚", "第三届青禾论坛")
    assert "《青禾日报》2024-05-11 A01版〈第三届青禾论坛开幕〉" in out
    assert "中共青禾市委书记何晓岚主持论坛开幕式" in out
    assert cite("", "2024-05-11", "", "标题") == "2024-05-11〈标题〉"


def test_namesakes_have_a_table_each(ask: Ask) -> None:
    _status, out, _err = ask("offices", "张宁")
    assert "张宁 (云岭县县长)" in out and "张宁 (青禾市教育局局长)" in out
    _status, out, _err = ask("offices", "张宁", "--format", "csv")
    assert {row["for_person"] for row in csv.DictReader(io.StringIO(out))} == {
        "张宁 (云岭县县长)",
        "张宁 (青禾市教育局局长)",
    }


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("ofices",), "did you mean offices"),
        (("offices", "林志远"), "did you mean 林致远"),
        (("offices",), "needs the parameter person"),
        (("offices", "林致远", "x", "y"), "one too many"),
        (("offices", "prson=林致远"), "did you mean person"),
        (("--cypher", "MATCH (n) DETACH DELETE n"), "does more than read"),
        (("--cypher", "MATCH (n RETURN n"), "does not accept"),
        (("--cypher", "RETURN $x AS x", "x"), "KEY=VALUE"),
    ],
)
def test_mistakes_are_told_in_one_line(ask: Ask, arguments: tuple[str, ...], message: str) -> None:
    status, out, err = ask(*arguments)
    assert status == 1 and out == ""
    assert message in err and "Traceback" not in err


def test_cypher_of_the_user(ask: Ask) -> None:
    status, out, _err = ask("--cypher", "RETURN $n + 1 AS n, $w AS w", "-p", "n=41", "-p", "w=青禾", "--format", "json")
    assert status == 0 and json.loads(out) == [{"n": 42, "w": "青禾"}]
    status, out, err = ask("--cypher", "UNWIND range(1, 9) AS x RETURN x", "--rows", "3", "--format", "csv")
    assert status == 0 and out.split() == ["x", "1", "2", "3"] and "first 3 rows" in err
    assert "first 3 rows" in ask("--cypher", "UNWIND range(1, 9) AS x RETURN x", "--rows", "3")[1]


def test_no_rows_are_told(ask: Ask) -> None:
    assert "no rows" in ask("evidence", "何晓岚", "云岭县茶产业规划")[1]
    assert ask("evidence", "何晓岚", "云岭县茶产业规划", "--format", "json")[1].strip() == "[]"
    header = ask("evidence", "何晓岚", "云岭县茶产业规划", "--format", "csv")[1]
    assert header.startswith("subject,relation,object")


def test_an_answer_is_drawn(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "answer.html"
    status, _out, err = ask("attended", "第三届青禾论坛", "--graph", str(file))
    assert status == 0 and file.stat().st_size > 100_000
    assert "6 entities and 5 facts" in err
    status, _out, err = ask("--cypher", "MATCH (p:Person) RETURN p", "--graph", str(tmp_path / "people.html"))
    assert status == 0 and "8 entities" in err
    status, _out, err = ask("--cypher", "RETURN 1 AS x", "--graph", str(tmp_path / "none.html"))
    assert status == 1 and "no entity" in err


def test_the_list_needs_no_store(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["query", "--list", "--store", str(tmp_path / "none")]) == 0
    listed = capsys.readouterr().out
    assert all(query.name in listed and query.answers.zh in listed for query in library.queries())
    assert run(["query", "--list", "offices"]) == 0
    assert "MATCH (p:Entity {id: $person})" in capsys.readouterr().out
    assert run(["query", "offices", "x", "--store", str(tmp_path / "none")]) == 1
    assert "there is no store" in capsys.readouterr().err


def test_what_strangers_wrote_does_not_reach_the_terminal() -> None:
    out = io.StringIO()
    hostile = "\x1b[31m红\x1b]0;title\x07[bold]x[/bold]\u202eabc"
    write_table(Table(columns=("a", "b_id"), rows=((hostile, "1"), (["甲", None], "2"))), "table", out=out)
    assert "\x1b" not in out.getvalue() and "\x07" not in out.getvalue() and "\u202e" not in out.getvalue()
    assert "[bold]x[/bold]" in out.getvalue()
    out = io.StringIO()
    write_table(Table(columns=("a",), rows=(("=HYPERLINK(1)",), (True,), ({"k": "v"},))), "csv", out=out)
    assert out.getvalue().splitlines() == ["a", "'=HYPERLINK(1)", "1", '"{""k"": ""v""}"']


def test_a_closed_pipe_is_no_error(store: Store) -> None:
    """`kg query … | head -1` ends quietly."""
    import subprocess
    import sys

    from neo4j_server import PASSWORD

    command = [sys.executable, "-c", "from kg.cli import main; main()", "query", "--list"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "KG_PASSWORD": PASSWORD}
    )
    assert process.stdout and process.stderr
    process.stdout.readline()
    process.stdout.close()
    assert b"Traceback" not in process.stderr.read()
    process.wait(60)
