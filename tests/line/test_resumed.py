"""A build that is run again extracts only what the store does not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import pytest

import kg.line
from kg.errors import KgError
from kg.line import build
from kg.load import LoadReport, load
from kg.model import Article, ArticleGraph
from kg.settings import Settings
from kg.store import Store, graph_hash, open_store

TEXT = "市长钟大名{number}日出席甲州市读书会并讲话，会议听取了各方面的意见和建议，并对下一阶段的重点工作作出安排。"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store")) as opened:
        yield opened


@pytest.fixture
def extracted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the articles that are handed to the extractor."""
    ids: list[str] = []
    work = kg.line.work

    def noting(articles: Iterable[Article], *rest: object, **more: object) -> Iterator[ArticleGraph]:
        def passing() -> Iterator[Article]:
            for article in articles:
                ids.append(article.id)
                yield article

        return work(passing(), *rest, **more)

    monkeypatch.setattr(kg.line, "work", noting)
    return ids


def write(path: Path, count: int, **changes: str) -> Path:
    lines = [
        {"id": f"a{number}", "title": "读书会举行", "text": changes.get(f"a{number}", TEXT.format(number=number + 1)),
         "date": "2024-05-06"}
        for number in range(count)
    ]  # fmt: skip
    path.write_bytes(b"".join(msgspec.json.encode(line) + b"\n" for line in lines))
    return path


def test_what_is_there_is_not_extracted_again(store: Store, extracted: list[str], tmp_path: Path) -> None:
    path = write(tmp_path / "news.jsonl", 4)
    assert build([path], store=store) == LoadReport(loaded=4)
    before = graph_hash(store)
    extracted.clear()
    assert build([path], store=store) == LoadReport(unchanged=4)
    assert extracted == []
    assert build([write(path, 6, a1="完全不同的正文。")], store=store) == LoadReport(loaded=2, unchanged=3, replaced=1)
    assert extracted == ["a1", "a4", "a5"]
    assert build([write(path, 4)], store=store) == LoadReport(unchanged=3, replaced=1)
    kg.load.retract(store, article="a4")
    kg.load.retract(store, article="a5")
    assert graph_hash(store) == before


def test_another_ontology_extracts_again(store: Store, extracted: list[str], tmp_path: Path) -> None:
    path = write(tmp_path / "news.jsonl", 2)
    build([path], store=store)
    package = (Path(kg.__file__).parent / "ontology.yaml").read_text(encoding="utf-8")
    (tmp_path / "other.yaml").write_text(package + "\n", encoding="utf-8")
    extracted.clear()
    build([path], store=store, settings=Settings(ontology=str(tmp_path / "other.yaml")))
    assert extracted == []  # the same rows in another file
    other = package.replace("verbs: [", "verbs: [诵读, ", 1)
    assert other != package
    (tmp_path / "other.yaml").write_text(other, encoding="utf-8")
    build([path], store=store, settings=Settings(ontology=str(tmp_path / "other.yaml")))
    assert extracted == ["a0", "a1"]


def test_what_came_as_statements_is_extracted_once(store: Store, extracted: list[str], tmp_path: Path) -> None:
    """`kg load` does not know what made its file; the first build notes it where it comes to the same."""
    path = write(tmp_path / "news.jsonl", 2)
    load(list(kg.line.extract([path])), store)
    extracted.clear()
    assert build([path], store=store) == LoadReport(unchanged=2)
    assert build([path], store=store) == LoadReport(unchanged=2)
    assert extracted == ["a0", "a1"]


def test_of_two_articles_of_one_id_the_first_stays(store: Store, tmp_path: Path) -> None:
    write(tmp_path / "one.jsonl", 1)
    write(tmp_path / "two.jsonl", 1, a0="另一篇文章。")
    paths = [tmp_path / "one.jsonl", tmp_path / "two.jsonl"]
    reports, told = [], list[KgError]()
    for _ in range(2):
        reports.append(build(paths, store=store, on_error=told.append))
    assert [report.failed for report in reports] == [1, 1]
    assert ["two articles of this run" in str(error) for error in told] == [True, True]
    assert store.read("MATCH (a:Article) RETURN a.text").rows == ((TEXT.format(number=1),),)
