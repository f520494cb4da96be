"""Pages of invented papers, set in many ways, come out as their articles."""

from __future__ import annotations

import random
import re

import pytest

from kg.model import Article
from kg.read.pages import Given, page
from kg.segment import segment
from tests.segment.papers import LAYOUTS, PAPERS, Layout, Paper, Story

CASES = [
    pytest.param(paper, layout, seed, id=f"{paper.place}-{layout.__name__}-{seed}")
    for paper in PAPERS
    for layout in LAYOUTS
    for seed in range(2)
]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def found(paper: Paper, layout: Layout, seed: int) -> tuple[Article, ...]:
    raw = layout(paper, random.Random(seed))
    return segment(page(raw, stem="page", source="page.md", given=Given()))


def matches(story: Story, article: Article) -> bool:
    return squeezed(article.title) == squeezed("".join(story.head)) and squeezed(article.text) == squeezed(
        "".join(story.body)
    )


@pytest.mark.parametrize(("paper", "layout", "seed"), CASES)
def test_articles_are_whole(paper: Paper, layout: Layout, seed: int) -> None:
    articles = found(paper, layout, seed)
    assert [squeezed(a.title) for a in articles] == [squeezed("".join(s.head)) for s in paper.stories]
    for story, article in zip(paper.stories, articles, strict=True):
        assert squeezed(article.text) == squeezed("".join(story.body))
        assert article.reporters == story.writers


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.place)
def test_the_issue_is_known(paper: Paper) -> None:
    for layout in LAYOUTS:
        for article in found(paper, layout, 0):
            assert (article.place, article.date) == (paper.place, paper.date), layout.__name__
