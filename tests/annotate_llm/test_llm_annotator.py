from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from llm_server import Fake, Reply, Script, serve

from kg.annotate.llm import LlmAnnotator
from kg.annotate.llm.usage import BudgetError
from kg.annotate.options import AnnotatorOptions, LlmOptions
from kg.cli import run
from kg.errors import AnnotatorError, SettingsError
from kg.model import Article

Serve = Callable[[Script], Fake]


@pytest.fixture
def server() -> Iterator[Serve]:
    running = []

    def start(script: Script) -> Fake:
        context = serve(script)
        running.append(context)
        return context.__enter__()

    yield start
    for context in running:
        context.__exit__(None, None, None)


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[..., LlmAnnotator]]:
    made: list[LlmAnnotator] = []

    def build(fake: Fake | str, **options: Any) -> LlmAnnotator:
        url = fake if isinstance(fake, str) else fake.url
        errors = options.pop("on_error", None)
        note = options.pop("note", None)
        settings = {"url": url, "model": "tiny", "cache": tmp_path, "retries": 2} | options
        made.append(LlmAnnotator(AnnotatorOptions(llm=LlmOptions(**settings), on_error=errors, note=note)))
        return made[-1]

    yield build
    for annotator in made:
        annotator.close()


def article(number: int = 1) -> Article:
    return Article(
        id=f"a{number}", title=f"第{number}次港口座谈会举行", text="罗海宁出席第三届临江港口座谈会。", date="2024-05-06"
    )


def answer(*frames: dict[str, Any], entities: list[dict[str, Any]] | None = None) -> str:
    known = [
        {"type": "Person", "name": "罗海宁", "mentions": ["罗海宁"]},
        {"type": "Event", "name": "第三届临江港口座谈会", "mentions": ["座谈会"]},
    ]
    return json.dumps({"entities": known if entities is None else entities, "frames": list(frames) or [ATTENDED]})


ATTENDED = {
    "predicate": "出席",
    "trigger": "出席",
    "evidence": "罗海宁出席第三届临江港口座谈会。",
    "arguments": [{"role": "A0", "text": "罗海宁"}, {"role": "AT", "text": "第三届临江港口座谈会"}],
    "status": "current",
    "negated": False,
    "planned": False,
}


def good(body: dict[str, Any], number: int) -> Reply:
    return Reply(answer())


def sequence(*replies: Reply) -> Script:
    return lambda body, number: replies[min(number, len(replies)) - 1]


def test_an_answer_becomes_mentions_and_frames_with_our_offsets(server: Serve, make: Any) -> None:
    fake = server(good)
    one = article()
    (found,) = make(fake).annotate([one])
    (frame,) = found.frames
    words = {argument.role: one.full[argument.start : argument.end] for argument in frame.arguments}
    assert frame.predicate == "出席" and one.full[frame.start : frame.end] == "出席"
    assert words == {"A0": "罗海宁", "AT": "第三届临江港口座谈会"}
    assert ("Person", "罗海宁") in {(mention.type, mention.text) for mention in found.mentions}
    assert all(one.full[mention.start : mention.end] == mention.text for mention in found.mentions)


def test_offices_are_read_by_the_grammar_with_the_models_names_as_hints(server: Serve, make: Any) -> None:
    one = Article(id="a", title="座谈会", text="临江市副市长罗海宁出席第三届临江港口座谈会。", date="2024-05-06")
    (found,) = make(server(good)).annotate([one])
    assert {frame.predicate for frame in found.frames} == {"任", "出席"}
    person = next(mention for mention in found.mentions if mention.type == "Person")
    assert person.text == "罗海宁" and person.confidence > 0.9


def test_the_request_carries_schema_and_article_as_json(server: Serve, make: Any) -> None:
    fake = server(good)
    list(make(fake, key="k1").annotate([article()]))
    (body,) = fake.requests
    assert fake.keys == ["Bearer k1"]
    assert body["model"] == "tiny" and body["stream"] is True
    assert body["response_format"]["json_schema"]["strict"] is True
    sent = json.loads(body["messages"][1]["content"])
    assert sent["text"] == article().text and sent["date"] == "2024-05-06"


@pytest.mark.parametrize(
    "bad",
    [
        Reply("{not json"),
        Reply('{"entities": 3}'),
        Reply("", usage=None),
        Reply(answer(), cut=True),
        Reply(answer(), finish=""),
        Reply(status=429, headers={"retry-after-ms": "5"}),
        Reply(status=500, headers={"retry-after-ms": "5"}),
        Reply(status=503, headers={"retry-after-ms": "5"}),
    ],
    ids=["malformed", "wrong shape", "empty", "half a stream", "no end", "429", "500", "503"],
)
def test_what_may_pass_is_tried_again(server: Serve, make: Any, bad: Reply) -> None:
    fake = server(sequence(bad, Reply(answer())))
    (found,) = make(fake).annotate([article()])
    assert len(found.frames) == 1
    assert len(fake.requests) == 2


def test_an_answer_in_a_fence_after_a_chain_of_thought_is_read(server: Serve, make: Any) -> None:
    fake = server(lambda body, number: Reply(f"<think>{{hm}}</think>\n```json\n{answer()}\n```"))
    (found,) = make(fake).annotate([article()])
    assert len(found.frames) == 1


def test_an_article_that_stays_bad_is_reported_and_the_rest_goes_on(server: Serve, make: Any) -> None:
    def script(body: dict[str, Any], number: int) -> Reply:
        return Reply("no" if "第2次" in body["messages"][1]["content"] else answer())

    errors: list[AnnotatorError] = []
    annotator = make(server(script), on_error=errors.append)
    found = list(annotator.annotate(article(n) for n in range(1, 4)))
    assert [len(one.frames) for one in found] == [1, 0, 1]
    assert [one.article for one in found] == ["a1", "a2", "a3"]
    assert [error.where for error in errors] == ["a2"]
    assert annotator.counts()["articles failed"] == 1


def test_a_server_that_always_fails_ends_the_run(server: Serve, make: Any) -> None:
    fake = server(lambda body, number: Reply(status=500, headers={"retry-after-ms": "1"}))
    annotator = make(fake, retries=0)
    with pytest.raises(AnnotatorError, match="5 articles in a row failed"):
        list(annotator.annotate(article(n) for n in range(50)))


@pytest.mark.parametrize(
    ("status", "message"), [(401, "OPENAI_API_KEY"), (404, "no model tiny"), (429, "what was answered is kept")]
)
def test_an_unusable_server_says_what_to_do(server: Serve, make: Any, status: int, message: str) -> None:
    fake = server(lambda body, number: Reply(status=status, headers={"retry-after-ms": "1"}))
    with pytest.raises(AnnotatorError, match=message):
        list(make(fake).annotate([article()]))


def test_no_server_at_all(make: Any) -> None:
    with pytest.raises(AnnotatorError, match=r"does not answer.*--llm-url"):
        list(make("http://127.0.0.1:9/v1", retries=0).annotate([article()]))


def test_no_model_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="--llm-model"):
        LlmAnnotator(AnnotatorOptions(llm=LlmOptions(url="http://127.0.0.1:9/v1", cache=tmp_path / "c")))


def test_silence_runs_into_the_time_limit(server: Serve, make: Any) -> None:
    errors: list[AnnotatorError] = []
    fake = server(lambda body, number: Reply(answer(), stall=1.5))
    (found,) = make(fake, timeout=0.2, retries=0, on_error=errors.append).annotate([article()])
    assert not found.frames
    assert "0.2 seconds" in str(errors[0]) and "--llm-timeout" in str(errors[0])


def test_servers_without_schemas_are_asked_for_less(server: Serve, make: Any) -> None:
    def script(body: dict[str, Any], number: int) -> Reply:
        refuses = body.get("response_format", {}).get("type") == "json_schema"
        return Reply(status=400, error="response_format unsupported") if refuses else Reply(answer())

    fake = server(script)
    found = list(make(fake, concurrency=1).annotate([article(1), article(2)]))
    assert [len(one.frames) for one in found] == [1, 1]
    kinds = [body.get("response_format", {}).get("type") for body in fake.requests]
    assert kinds == ["json_schema", "json_schema", "json_object", "json_object"]


def test_a_rerun_costs_nothing_and_gives_the_same(server: Serve, make: Any) -> None:
    fake = server(good)
    first = list(make(fake).annotate(article(n) for n in range(5)))
    again = make(fake)
    assert list(again.annotate(article(n) for n in range(5))) == first
    assert len(fake.requests) == 5
    assert again.counts()["requests"] == 0 and again.counts()["found in the cache"] == 5


def test_another_model_or_text_is_asked_anew(server: Serve, make: Any) -> None:
    fake = server(good)
    list(make(fake).annotate([article()]))
    list(make(fake, model="other").annotate([article()]))
    list(make(fake).annotate([article(2)]))
    assert len(fake.requests) == 3


def test_bad_answers_are_not_cached(server: Serve, make: Any) -> None:
    fake = server(sequence(Reply("x"), Reply("x"), Reply("x"), Reply(answer())))
    assert not next(iter(make(fake).annotate([article()]))).frames
    assert next(iter(make(fake).annotate([article()]))).frames


def test_the_budget_stops_cleanly_and_a_higher_one_goes_on(server: Serve, make: Any) -> None:
    fake = server(good)
    whole = make(fake)
    per_request = len(whole._instructions) + 600
    annotator = make(fake, max_tokens=per_request * 2, answer_tokens=100, concurrency=3)
    found = []
    with pytest.raises(BudgetError, match=r"--max-tokens"):
        for one in annotator.annotate(article(n) for n in range(200)):
            found.append(one)
    assert [one.article for one in found] == [f"a{n}" for n in range(len(found))]
    assert all(one.frames for one in found)
    assert 0 < annotator.counts()["prompt tokens"] + annotator.counts()["answer tokens"] <= per_request * 2
    asked = len(fake.requests)
    assert len(list(whole.annotate(article(n) for n in range(200)))) == 200
    assert len(fake.requests) == 200 >= asked


def test_requests_run_side_by_side_and_come_back_in_order(server: Serve, make: Any) -> None:
    def script(body: dict[str, Any], number: int) -> Reply:
        return Reply(answer(), stall=0.15 if number % 3 == 1 else 0.02)

    fake = server(script)
    found = list(make(fake, concurrency=3).annotate(article(n) for n in range(9)))
    assert [one.article for one in found] == [f"a{n}" for n in range(9)]
    assert 1 < fake.most <= 3


def test_reading_ahead_is_bounded(server: Serve, make: Any) -> None:
    taken = []

    def articles() -> Iterator[Article]:
        for n in range(100):
            taken.append(n)
            yield article(n)

    running = make(server(good), concurrency=2).annotate(articles())
    next(running)
    running.close()
    assert len(taken) <= 5


def test_who_stops_reading_does_not_wait_for_the_answers_under_way(server: Serve, make: Any) -> None:
    fake = server(lambda body, number: Reply(answer(), stall=0.0 if number == 1 else 0.3))
    annotator = make(fake, concurrency=2)
    running = annotator.annotate(article(n) for n in range(8))
    next(running)
    running.close()
    time.sleep(0.6)
    assert len(fake.requests) <= 4
    assert annotator.counts()["requests"] <= 4
    assert next(iter(annotator.annotate([article(1)]))).frames


def test_an_answer_cut_at_the_limit_is_asked_for_in_halves(server: Serve, make: Any) -> None:
    first, second = "罗海宁出席第三届临江港口座谈会。", "会议讨论了航道疏浚。"
    long = Article(id="long", title="座谈会", text=first + second)

    def script(body: dict[str, Any], number: int) -> Reply:
        text = json.loads(body["messages"][1]["content"])["text"]
        if text == long.text:
            return Reply(answer()[:40], finish="length")
        return Reply(answer() if text == first else answer(entities=[]))

    fake = server(script)
    (found,) = make(fake).annotate([long])
    assert len(found.frames) == 1
    assert len(fake.requests) == 3


def test_the_note_tells_tokens_and_cost(server: Serve, make: Any) -> None:
    notes: list[str] = []
    annotator = make(server(good), note=notes.append, price=(1_000_000.0, 2_000_000.0))
    list(annotator.annotate([article()]))
    assert annotator.cost() == 100 + 2 * 50
    assert "150 tokens, 0 answers dropped, 200.00" in notes[-1]


def test_tokens_are_estimated_when_the_server_counts_none(server: Serve, make: Any) -> None:
    annotator = make(server(lambda body, number: Reply(answer(), usage=None)))
    list(annotator.annotate([article()]))
    assert annotator.counts()["prompt tokens"] > 500 and annotator.counts()["answer tokens"] > 50


def test_a_cache_that_is_no_database_is_named(make: Any, tmp_path: Path) -> None:
    broken = tmp_path / "answers.sqlite"
    broken.write_text("not a database, and long enough to be looked at" * 50)
    with pytest.raises(AnnotatorError, match=r"answers\.sqlite.*delete"):
        make("http://127.0.0.1:9/v1", cache=tmp_path)


def test_the_key_is_in_no_representation(make: Any) -> None:
    assert "secret" not in repr(LlmOptions(key="secret"))


def written(tmp_path: Path, count: int) -> str:
    source = tmp_path / "in.jsonl"
    rows = [msgspec.to_builtins(article(n)) for n in range(count)]
    source.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return str(source)


def test_the_whole_line_runs_by_a_flag(server: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    fake, out = server(good), tmp_path / "out.jsonl"
    flags = ["--annotator", "llm", "--llm-url", fake.url, "--llm-model", "tiny"]
    assert run(["extract", written(tmp_path, 3), *flags, "--out", str(out)]) == 0
    graphs = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [[one["p"] for one in graph["relations"]] for graph in graphs] == [["ATTENDED"]] * 3


def test_a_budget_that_ends_keeps_what_was_done(
    server: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    fake, out = server(lambda body, number: Reply(answer(), usage=(20_000, 1_000))), tmp_path / "out.jsonl"
    flags = ["--annotator", "llm", "--llm-url", fake.url, "--llm-model", "tiny", "--max-tokens", "60000"]
    assert run(["extract", written(tmp_path, 9), *flags, "--out", str(out)]) == 1
    assert "higher --max-tokens" in capsys.readouterr().err
    done = len(out.read_text(encoding="utf-8").splitlines())
    assert 0 < done <= len(fake.requests) < 9
