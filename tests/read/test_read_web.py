"""Web pages into articles, each character found again in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError, UnreadableFile
from kg.model import Article, Page
from kg.read import read
from kg.text import raw_spans

BODY = [
    "本报讯（记者 折长河）5月7日，市长尚清和到横山区调研苹果产业，察看果园，听取汇报，并同果农座谈交流。",
    "尚清和强调，要延长产业链，让果农得实惠；要把“横山苹果”的牌子擦亮，让好果子卖出好价钱。",
    "横山区区长高远、市农业农村局局长惠春山参加调研，并就冷库建设、品种改良等问题作了汇报。",
]
PAGE = """<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>尚清和到横山区调研 - 榆林网</title>
<meta property="og:site_name" content="榆林日报"><meta name="pubdate" content="2026-05-08">
<script>var title = "尚清和到横山区调研";</script></head>
<body><nav><a href="/">首页</a> <a href="/a">新闻</a></nav>
<article><h1>尚清和到横山区调研</h1><div class="time">2026-05-08 08:30</div>
{paragraphs}
</article><footer>版权所有 榆林网</footer></body></html>"""


def web(*paragraphs: str) -> str:
    return PAGE.format(paragraphs="\n".join(f"<p>　　{p.replace('“', '&ldquo;')}</p>" for p in paragraphs))


def one(tmp_path: Path, content: str | bytes, name: str = "news.html") -> Page | Article:
    told: list[InputError] = []
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    [item] = read([path], on_error=told.append)
    assert not told
    return item


@pytest.mark.parametrize("name", ["news.html", "news.htm", "news.txt"])
def test_the_article_of_a_web_page(tmp_path: Path, name: str) -> None:
    article = one(tmp_path, web(*BODY), name)
    assert isinstance(article, Article)
    assert (article.title, article.date, article.paper, article.place) == (
        "尚清和到横山区调研",
        "2026-05-08",
        "榆林日报",
        "榆林市",
    )
    assert article.text.replace(" ", "") == "\n".join(BODY).replace(" ", "")


def test_its_characters_stand_in_the_file(tmp_path: Path) -> None:
    raw = web(*BODY)
    article = one(tmp_path, raw)
    assert isinstance(article, Article)
    at = article.full.index("惠春山")
    [span] = raw_spans(article, at, at + 3)
    assert raw[span.start : span.end] == "惠春山"
    title = raw_spans(article, 0, len(article.title))
    assert [raw[s.start : s.end] for s in title] == ["尚清和到横山区调研"]
    assert title[0].start > raw.index("<body>")
    mapped = sum(piece.length for piece in article.map)
    assert mapped >= len(article.full) - article.full.count("\n") - 2


def test_in_gb18030(tmp_path: Path) -> None:
    article = one(tmp_path, web(*BODY).replace("utf-8", "gb18030").encode("gb18030"))
    assert isinstance(article, Article)
    assert "横山苹果" in article.text


def test_a_page_of_several_articles_is_a_page(tmp_path: Path) -> None:
    stories = "".join(f"<h2>第{n}号标题</h2><p>{BODY[0]}</p><p>{BODY[1]}</p>" for n in "一二三")
    found = one(
        tmp_path, f"<html><head><script>本报讯</script></head><body><p>榆林日报 2026年5月8日</p>{stories}</body></html>"
    )
    assert isinstance(found, Page)
    assert found.date == "2026-05-08"


def test_a_web_page_without_an_article(tmp_path: Path) -> None:
    told: list[InputError] = []
    path = tmp_path / "2026-05-08.html"
    path.write_text("<html><body><nav><a href='/'>首页</a></nav></body></html>", encoding="utf-8")
    assert not list(read([path], on_error=told.append))
    assert isinstance(told[0], UnreadableFile)
