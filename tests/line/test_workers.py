"""An annotator that fails: on an article, on a batch, altogether."""

from collections.abc import Iterable, Iterator

import pytest

import kg.workers
from kg.annotate.builtin import BuiltinAnnotator
from kg.annotate.options import AnnotatorOptions
from kg.errors import AnnotatorError, KgError
from kg.model import Annotation, Article
from kg.settings import Settings
from kg.workers import work

ARTICLES = [Article(id=f"a#{number}", title=f"第{number}篇", text="市长丁一凡出席会议。") for number in range(70)]


class Failing:
    """The built-in annotator, but for what it does to some articles."""

    name = "failing"

    def __init__(self, options: AnnotatorOptions, *, breaks: str = "", reports: str = "", stops: str = "") -> None:
        self.options, self.breaks, self.reports, self.stops = options, breaks, reports, stops

    def annotate(self, articles: Iterable[Article]) -> Iterator[Annotation]:
        for article in articles:
            if article.id == self.breaks:
                raise ZeroDivisionError("by this article")
            if article.id == self.stops:
                raise AnnotatorError("the server is gone", do="start it")
            if article.id == self.reports and self.options.on_error:
                self.options.on_error(AnnotatorError("no answer", where=article.id))
            yield next(BuiltinAnnotator().annotate([article]))


def run(monkeypatch: pytest.MonkeyPatch, **how: str) -> tuple[list[str], list[KgError]]:
    """Ids of what came out, and what was told."""
    monkeypatch.setattr(kg.workers, "choose", lambda name, options: Failing(options, **how))
    told: list[KgError] = []
    return [graph.id for graph in work(ARTICLES, Settings(), on_error=told.append)], told


def test_an_article_that_breaks_the_annotator_is_set_aside_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    found, told = run(monkeypatch, breaks="a#40")
    assert found == [article.id for article in ARTICLES if article.id != "a#40"]
    (error,) = told
    assert "a#40" in error.where
    assert "by this article" in error.what


def test_an_article_that_the_annotator_reports_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    found, told = run(monkeypatch, reports="a#3")
    assert "a#3" not in found
    assert len(found) == len(ARTICLES) - 1
    assert [error.where for error in told] == ["a#3"]


def test_an_annotator_that_cannot_go_on_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(AnnotatorError, match="the server is gone"):
        run(monkeypatch, stops="a#40")


def test_an_annotator_that_cannot_be_made_fails_before_any_process_starts() -> None:
    with pytest.raises(AnnotatorError):
        list(work(ARTICLES, Settings(annotator="nobody", jobs=2), on_error=lambda error: None))
