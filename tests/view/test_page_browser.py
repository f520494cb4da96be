"""The page in a real Chromium."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from view_graphs import HOSTILE, SENTENCE, citation, forum, hostile, synthetic

from kg.model import Graph

pytestmark = pytest.mark.browser

OpenPage = Callable[..., Any]

# entities and facts are numbered in the order of their ids
CHEN, FORUM, LIN = 3, 0, 2
CHAIRED, SPOKE, ATTENDED, FORMER, VISITED, MET = range(6)


def test_nothing_leaves_the_page_and_nothing_complains(open_page: OpenPage) -> None:
    page = open_page(forum(), title="青禾")
    page.click_node(LIN)
    page.click_edge(VISITED)
    page.page.fill("#search input", "论坛")
    page.page.set_viewport_size({"width": 390, "height": 800})
    assert [url.split(":")[0] for url in page.requests] == ["file"]
    assert page.complaints == []


def test_shows_all_of_a_small_graph(open_page: OpenPage) -> None:
    page = open_page(forum(), title="青禾", language="en")
    assert page.page.title() == "青禾"
    assert page.page.inner_text("#status") == "5 of 5 entities, 6 of 6 relations"
    assert page.page.locator("#all").is_hidden()
    assert "林致远" in page.panel()


def test_draws_something(open_page: OpenPage) -> None:
    page = open_page(forum())
    colors = page.page.evaluate(
        """(() => { const c = document.querySelector('canvas'), seen = new Set();
        const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
        for (let i = 0; i < d.length; i += 4) if (d[i + 3] === 255) seen.add(d[i] + ',' + d[i + 1] + ',' + d[i + 2]);
        return [...seen]; })()"""
    )
    assert "225,87,89" in colors  # a person
    assert "242,142,43" in colors  # an event


def test_click_on_an_edge_shows_the_sentence_and_where_it_stands(open_page: OpenPage) -> None:
    page = open_page(forum())
    page.click_edge(VISITED)
    text = page.panel()
    assert "陈柏舟到访青禾大学。" in text
    assert "青禾日报 · 2024-05-11 · A02 版" in text
    assert "第三届青禾论坛开幕" in text
    assert "可信度 40%" in text
    assert page.page.locator("#panel mark").all_inner_texts() == ["陈柏舟", "青禾大学"]


def test_a_fact_of_several_articles_shows_each_and_of_very_many_the_latest(open_page: OpenPage) -> None:
    graph = forum()
    several = tuple(
        msgspec.structs.replace(
            citation(n, f"第{n}篇说，陈柏舟到访青禾大学。", article=f"a{n:02}"), date=f"2024-01-{n + 1:02}"
        )
        for n in range(31)
    )
    told = (several[1], several[0])
    facts = tuple(
        msgspec.structs.replace(
            fact, citations=several if fact.id == "f5" else told if fact.id == "f6" else fact.citations
        )
        for fact in graph.facts
    )
    page = open_page(Graph(entities=graph.entities, facts=facts), language="en")
    page.page.evaluate(f"explorer.selectEdges([{MET}])")
    assert [text[:3] for text in page.page.locator("#panel blockquote").all_inner_texts()] == ["第0篇", "第1篇"]
    assert page.page.locator("#panel figcaption").first.inner_text().startswith("青禾日报 · 2024-01-01")
    page.click_edge(VISITED)
    assert page.page.locator("#panel blockquote").count() == 30
    assert "第30篇" in page.panel()
    assert "Earlier sentences not shown: 1" in page.panel()


def test_edges_between_the_same_two_can_be_clicked_apart(open_page: OpenPage) -> None:
    page = open_page(forum())
    page.click_edge(CHAIRED)
    assert SENTENCE in page.panel()
    assert "3 个独立来源" in page.panel()
    page.click_edge(SPOKE)
    assert "林致远在论坛上致辞。" in page.panel()


def test_click_on_a_node_shows_names_and_facts(open_page: OpenPage) -> None:
    page = open_page(forum())
    page.click_node(LIN)
    text = page.panel()
    assert "林市长" in text
    for relation in ("主持", "讲话", "任职", "会见"):
        assert relation in text
    page.page.locator("#panel summary", has_text="青禾市市长").click()
    assert page.page.locator("#panel details[open] blockquote").inner_text() == SENTENCE
    page.click_node(FORUM)
    assert "2024-05-10 – 2024-05-12" in page.panel()
    assert "主持者" in page.panel()


def test_lines_tell_planned_former_and_doubtful(open_page: OpenPage) -> None:
    page = open_page(forum())
    dashes = page.page.evaluate("explorer.canvas.edges.get().map((edge) => JSON.stringify(edge.dashes))")
    assert dashes[CHAIRED] == dashes[SPOKE] == dashes[MET] == "false"
    assert len({dashes[ATTENDED], dashes[FORMER], dashes[VISITED], "false"}) == 4


def test_search_by_another_name_and_by_keyboard(open_page: OpenPage) -> None:
    page = open_page(forum())
    page.page.keyboard.press("/")
    page.page.keyboard.type("林市")
    assert page.page.locator("#search li").count() == 1
    page.page.keyboard.press("Enter")
    assert page.page.locator("#panel h2").inner_text() == "林致远"
    page.page.fill("#search input", "无此人")
    assert page.page.inner_text("#search .hits") == "没有找到"


def test_search_brings_what_was_not_shown(open_page: OpenPage) -> None:
    page = open_page(synthetic(1000, 1500))
    hidden = page.page.evaluate(
        "explorer.graph.nodes.findIndex((_, n) => !explorer.canvas.places.has(n) && explorer.graph.degree(n) > 0)"
    )
    name = page.page.evaluate(f"explorer.graph.nodes[{hidden}].label")
    page.page.fill("#search input", name)
    page.page.keyboard.press("Enter")
    assert page.page.locator("#panel h2").inner_text() == name
    assert page.page.evaluate(f"explorer.canvas.nodes.get({hidden}) !== null")


def test_type_filter(open_page: OpenPage) -> None:
    page = open_page(forum(), language="en")
    page.page.click("#types button:has-text('event')")
    assert page.page.inner_text("#status") == "4 of 5 entities, 3 of 6 relations"
    assert page.page.get_attribute("#types button:has-text('event')", "aria-pressed") == "false"
    page.page.click("#types button:has-text('event')")
    assert page.page.inner_text("#status") == "5 of 5 entities, 6 of 6 relations"


def test_relation_filter(open_page: OpenPage) -> None:
    page = open_page(forum(), language="en")
    page.page.click("#more summary")
    page.page.click("#relations button:has-text('visited')")
    assert page.page.inner_text("#status") == "4 of 5 entities, 5 of 6 relations"
    page.page.click("#clear")
    assert page.page.inner_text("#status") == "5 of 5 entities, 6 of 6 relations"


def test_date_filter(open_page: OpenPage) -> None:
    page = open_page(forum(), language="en")
    page.page.fill("#until", "2023-12-31")
    assert page.page.inner_text("#status") == "2 of 5 entities, 1 of 6 relations"
    page.page.fill("#until", "")
    page.page.fill("#since", "2024-01-01")
    assert page.page.inner_text("#status") == "4 of 5 entities, 5 of 6 relations"
    page.page.fill("#since", "2025-01-01")
    assert page.page.inner_text("#notice") == "The filters hide everything."


def test_path_between_two(open_page: OpenPage) -> None:
    page = open_page(forum(), language="en")
    page.page.fill("#search input", "青禾大学")
    page.page.keyboard.press("Enter")
    page.page.click("#panel button:has-text('Path to')")
    page.page.keyboard.type("青禾市市长")
    page.page.keyboard.press("Enter")
    assert "3 steps" in page.panel()
    assert [row.split("\n")[0] for row in page.page.locator("#panel blockquote").all_inner_texts()] == [
        "陈柏舟到访青禾大学。", "林致远会见陈柏舟。", SENTENCE,
    ]  # fmt: skip


def test_no_path_through_what_is_filtered(open_page: OpenPage) -> None:
    page = open_page(forum(), language="en")
    page.page.click("#types button:has-text('person')")
    page.page.evaluate("explorer.askPath(0)")
    page.page.evaluate("explorer.pathTo(1)")
    assert "No path" in page.panel()


def test_a_large_graph_opens_with_a_part_and_grows(open_page: OpenPage) -> None:
    page = open_page(synthetic(5000, 10000), language="en")
    assert page.page.inner_text("#status").startswith("300 of 5000 entities")
    node = page.page.evaluate("explorer.canvas.order.find((n) => explorer.canvas.hidden(n).length > 0)")
    page.page.evaluate(f"explorer.select({node})")
    page.page.locator("#panel button.main").click()
    assert page.page.evaluate("explorer.canvas.nodes.length") > 300
    assert page.page.evaluate(f"explorer.canvas.hidden({node}).length") == 0
    page.page.click("#all")
    assert page.page.inner_text("#status") == "5000 of 5000 entities, 10000 of 10000 relations"
    page.click_node(page.page.evaluate("explorer.canvas.order[0]"))
    assert page.page.get_attribute("#panel", "data-kind") == "node"
    page.page.click("#reset")
    assert page.page.inner_text("#status").startswith("300 of 5000 entities")
    assert page.complaints == []


def test_hostile_text_is_text(open_page: OpenPage) -> None:
    graph = hostile()
    page = open_page(graph, title=HOSTILE[5])
    for node in range(len(graph.entities)):
        page.page.evaluate(f"explorer.visit({node})")
        for summary in page.page.locator("#panel summary").all():
            summary.click()
    for edge in range(len(graph.facts)):
        page.page.evaluate(f"explorer.selectEdges([{edge}])")
    page.page.fill("#search input", "<")
    page.page.fill("#search input", "href")
    assert page.page.locator("#search li").count() == 1
    assert page.page.title() == HOSTILE[5]
    assert page.page.evaluate("window.hacked") is None
    assert page.page.evaluate("document.scripts.length") == 3
    assert page.page.evaluate("document.querySelectorAll('img, a, iframe, object').length") == 0
    assert page.complaints == []
    assert len(page.requests) == 1


def test_directions_of_writing_end_with_the_name(open_page: OpenPage) -> None:
    page = open_page(hostile())
    node = page.page.evaluate("explorer.graph.nodes.findIndex(({ label }) => label.includes('反写'))")
    page.page.evaluate(f"explorer.select({node})")
    assert page.page.evaluate("getComputedStyle(document.querySelector('#panel h2 bdi')).unicodeBidi") == "isolate"


def test_injected_code_would_not_run(open_page: OpenPage) -> None:
    page = open_page(forum())
    page.page.evaluate(
        """(() => { const s = document.createElement('script'); s.textContent = 'window.hacked = 1'; document.body.append(s);
        const d = document.createElement('div'); d.innerHTML = '<img src=x onerror="window.hacked = 2">';
        document.body.append(d); })()"""
    )
    page.until("true")
    assert page.page.evaluate("window.hacked") is None
    assert any("Content Security Policy" in complaint for complaint in page.complaints)


def test_empty_graph_says_so(open_page: OpenPage) -> None:
    page = open_page(Graph(entities=(), facts=()), title="空")
    assert "图中没有内容" in page.page.inner_text("#notice")
    assert page.page.locator("#panel").is_hidden()
    assert page.complaints == []


def test_entities_without_facts(open_page: OpenPage) -> None:
    graph = Graph(entities=forum().entities, facts=())
    page = open_page(graph)
    page.click_node(LIN)
    assert page.page.locator("#panel h2").inner_text() == "林致远"


def test_fact_without_citation(open_page: OpenPage) -> None:
    graph = forum()
    bare = tuple(msgspec.structs.replace(fact, citations=()) for fact in graph.facts)
    page = open_page(Graph(entities=graph.entities, facts=bare), language="en")
    page.click_edge(VISITED)
    assert "No sentence is attached" in page.panel()


def test_keyboard_moves_and_zooms(open_page: OpenPage) -> None:
    page = open_page(forum())
    page.page.focus("#canvas")
    before = page.page.evaluate("explorer.network.getViewPosition().x")
    page.page.keyboard.press("ArrowRight")
    assert page.page.evaluate("explorer.network.getViewPosition().x") > before
    scale = page.page.evaluate("explorer.network.getScale()")
    page.page.keyboard.press("-")
    page.until(f"explorer.network.getScale() < {scale} - 0.05")
    page.page.locator("#panel button.link").first.focus()
    page.page.keyboard.press("Enter")
    assert page.page.get_attribute("#panel", "data-kind") == "node"
    page.page.keyboard.press("Escape")
    assert page.page.get_attribute("#panel", "data-kind") == "overview"


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_nothing_sticks_out(open_page: OpenPage, width: int, height: int) -> None:
    page = open_page(forum(), width=width, height=height, title="一个很长很长很长很长很长很长很长很长很长的标题")
    page.click_node(LIN)
    assert page.page.evaluate("document.documentElement.scrollWidth") == width
    assert page.page.evaluate("document.documentElement.scrollHeight") == height
    box = page.page.locator("#canvas").bounding_box()
    assert box["width"] >= 350
    assert box["height"] >= 250


def test_controls_have_names(open_page: OpenPage) -> None:
    page = open_page(forum())
    nameless = page.page.evaluate(
        """[...document.querySelectorAll('button, input, summary')].filter((e) => !(e.textContent.trim()
        || e.getAttribute('aria-label') || e.closest('label')?.textContent.trim())).map((e) => e.outerHTML)"""
    )
    assert nameless == []


def test_opens_at_the_focus(open_page: OpenPage) -> None:
    page = open_page(forum(), focus="o1")
    assert page.page.locator("#panel h2").inner_text() == "青禾大学"
