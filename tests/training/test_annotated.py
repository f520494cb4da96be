"""Our own annotation: compact files, and pointers into a corpus that put the same articles together again."""

import json
import lzma
from pathlib import Path

import msgspec
import pytest

from kg.evaluate import GoldArticle
from training import compact, pointers
from training.gold import DATA, GoldSet

COMPACT = """\
@ a1 | 2024-03-15 | 宜春市
T 市水利局开会
B 3月14日，市水利局局长暴启东主持会议。
W 漆雕敏
E p1 | Person | 暴启东
E t1 | Position | 宜春市水利局局长 | 市水利局局长
R p1 | HOLDS_POSITION | t1
R? p1 | CHAIRED | p1
"""


def one(tmp_path: Path, text: str) -> GoldArticle:
    path = tmp_path / "one.txt"
    path.write_text(text, encoding="utf-8")
    (found,) = compact.articles(path)
    return found


def test_a_compact_article(tmp_path: Path) -> None:
    article = one(tmp_path, COMPACT)
    assert (article.title, article.date, article.place, article.reporters) == ("市水利局开会", "2024-03-15", "宜春市", ("漆雕敏",))
    assert article.appearances[1].names == ("市水利局局长",)
    assert [item.optional for item in article.statements] == [False, True]
    assert article.statements[0].evidence == "3月14日，市水利局局长暴启东主持会议。"


@pytest.mark.parametrize("line", ["E p1 | Person | 某人", "R p9 | CHAIRED | p1", "X what", "E x | Thing | 某物"])
def test_a_line_that_breaks_the_format_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises((ValueError, msgspec.ValidationError)):
        one(tmp_path, COMPACT + line + "\n")


def test_pointers_hold_no_text_and_give_the_article_again(tmp_path: Path) -> None:
    article = msgspec.structs.replace(one(tmp_path, COMPACT), place="")
    corpus, file = tmp_path / "corpus.xz", tmp_path / "pointers.jsonl"
    with lzma.open(corpus, "wt", encoding="utf-8") as lines:
        fields = ("id", "date", "title", "text")
        lines.write(json.dumps({name: getattr(article, name) for name in fields}, ensure_ascii=False) + "\n")
    file.write_bytes(msgspec.json.encode(pointers.pointers(article)) + b"\n")
    assert "主持会议" not in file.read_text(encoding="utf-8")
    assert list(pointers.articles(file, corpus=corpus)) == [article]


def test_pointers_are_refused_where_the_text_lacks_a_form(tmp_path: Path) -> None:
    article = one(tmp_path, COMPACT.replace("| 市水利局局长", "| 市水务局局长"))
    with pytest.raises(ValueError, match=r"a1.*市水务局局长"):
        pointers.pointers(article)


def test_our_own_articles_and_pages_can_be_read() -> None:
    files = [*DATA.glob("articles/*.txt"), *DATA.glob("pages/*/*.gold.txt")]
    for article in compact.articles(*files):
        for appearance in article.appearances:
            assert all(name in article.full for name in appearance.names), (article.id, appearance.name)


def test_what_a_page_has_too_much_belongs_to_the_part_of_the_page(tmp_path: Path) -> None:
    article = one(tmp_path, COMPACT)
    gold = GoldSet("pages", {"develop": {"x#1": article}, "check": {"y#1": article}})
    assert [gold.part_of(key) for key in ("x#1", "unpaired:x#7", "y#1", "unpaired:y#2")] == ["develop"] * 2 + ["check"] * 2
