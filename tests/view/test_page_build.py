"""What is written, without a browser."""

import base64
import gzip
import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from view_graphs import HOSTILE, forum, hostile, synthetic

from kg.errors import KgError
from kg.model import Entity, Graph
from kg.ontology import load_ontology
from kg.view import build_network, write_html
from kg.view.network import OfflineNetwork, messages


def data_of(html: str) -> Any:
    found = re.search(r'<script type="application/octet-stream" id="data">([^<]*)</script>', html)
    assert found
    return json.loads(gzip.decompress(base64.b64decode(found[1])))


def test_same_graph_in_any_order_gives_the_same_file(tmp_path: Path) -> None:
    graph = synthetic(400, 700)
    entities, facts = list(graph.entities), list(graph.facts)
    random.Random(1).shuffle(entities)
    random.Random(2).shuffle(facts)
    one = write_html(graph, tmp_path / "one.html", title="图")
    two = write_html(Graph(entities=tuple(entities), facts=tuple(facts)), tmp_path / "two.html", title="图")
    assert one.read_bytes() == two.read_bytes()


def test_another_process_gives_the_same_file(tmp_path: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "from view_graphs import synthetic; from kg.view import write_html\n"
        "write_html(synthetic(400, 700), sys.argv[1], title='图')"
    )
    files = [tmp_path / "1.html", tmp_path / "2.html"]
    for number, file in enumerate(files):
        environment = {**os.environ, "PYTHONHASHSEED": str(number), "LC_ALL": "C"}
        subprocess.run([sys.executable, "-c", code, str(file)], env=environment, check=True)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_policy_forbids_all_but_our_scripts() -> None:
    html = build_network(forum()).generate_html()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]
    assert "http" not in policy[1]
    nonces = set(re.findall(r'nonce="([^"]+)"', html))
    assert len(nonces) == 1
    assert f"script-src 'nonce-{nonces.pop()}'" in policy[1]


def test_nonce_depends_on_the_content() -> None:
    pages = [build_network(forum(), title=title).generate_html() for title in ("甲", "乙")]
    assert len({re.findall(r'nonce="([^"]+)"', page)[0] for page in pages}) == 2


def test_nothing_is_loaded_from_elsewhere() -> None:
    html = build_network(forum()).generate_html()
    ours = html[: html.index("/**\n * vis-network")]
    assert not re.search(r"(src|href|url)\s*[=(]\s*[\"']?\s*(https?:)?//", ours)
    assert not re.search(r"<(link|img|iframe|object|embed)\b", ours)
    assert not re.search(r"\son\w+=", ours)


def test_our_scripts_never_set_markup() -> None:
    for script in (Path(__file__).parents[2] / "kg/view/js").glob("*.js"):
        text = script.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", text), (
            script
        )
        assert len(text.splitlines()) < 300


def test_hostile_text_stands_in_the_data_only() -> None:
    title = HOSTILE[5]
    html = build_network(hostile(), title=title).generate_html()
    assert "window.hacked = 1" not in html
    assert "<script>window.hacked" not in html
    assert html.count("\n<script") == 3
    names = {node["label"] for node in data_of(html)["nodes"]}
    assert set(HOSTILE) <= names


def test_positions_colors_labels_and_citations_travel_along() -> None:
    data = data_of(build_network(forum(), language="en").generate_html())
    assert [node["label"] for node in data["nodes"]] == ["第三届青禾论坛", "青禾大学", "林致远", "陈柏舟", "青禾市市长"]
    assert all(isinstance(node["x"], float) and isinstance(node["y"], float) for node in data["nodes"])
    assert [kind["color"] for kind in data["types"]] == [kind.color for kind in load_ontology().types.values()]
    relation = data["relations"][data["edges"][0]["relation"]]
    assert (relation["label"], relation["reverse"]) == ("chaired", "chaired by")
    source, quote = data["edges"][0]["quotes"][0]
    assert data["sources"][source]["paper"] == "青禾日报"
    assert "主持" in quote


def test_symmetric_relations_have_no_reverse() -> None:
    data = data_of(build_network(forum(), language="en").generate_html())
    reverse = {kind["name"]: kind["reverse"] for kind in data["relations"]}
    assert reverse["MET_WITH"] == ""
    assert reverse["VISITED"] == "visited by"


def test_facts_without_both_ends_are_left_out() -> None:
    graph = forum()
    network = build_network(Graph(entities=graph.entities[1:], facts=graph.facts))
    assert len(network.edges) == 2


def test_relation_that_the_ontology_does_not_know_goes_by_its_name() -> None:
    graph = forum()
    odd = msgspec.structs.replace(graph.facts[0], predicate="PRAISED")
    data = data_of(build_network(Graph(entities=graph.entities, facts=(odd,))).generate_html())
    assert [kind["label"] for kind in data["relations"]] == ["PRAISED"]


def test_parallel_edges_are_kept_and_nodes_are_not_doubled() -> None:
    network = OfflineNetwork("t", "en", {})
    for _ in range(2):
        network.add_node("a", "A")
        network.add_node("b", "B")
    network.add_edge("a", "b")
    network.add_edge("a", "b")
    network.add_edge("b", "a")
    assert (network.num_nodes(), network.num_edges()) == (2, 3)
    with pytest.raises(KeyError):
        network.add_edge("a", "c")


def test_half_a_surrogate_pair_is_written(tmp_path: Path) -> None:
    graph = Graph(entities=(Entity(id="a", type="Person", name="\ud800"),), facts=())
    page = write_html(graph, tmp_path / "x.html", title="\ud800")
    assert data_of(page.read_text(encoding="utf-8"))["nodes"][0]["label"] == "\ud800"


def test_makes_directories_and_replaces_an_old_page(tmp_path: Path) -> None:
    target = tmp_path / "新" / "页.html"
    write_html(forum(), target)
    first = target.read_bytes()
    write_html(forum(), target, title="二")
    assert target.read_bytes() != first
    assert [file.name for file in target.parent.iterdir()] == ["页.html"]


def test_a_page_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KgError) as error:
        write_html(forum(), tmp_path / "file" / "page.html")
    assert "page.html" in str(error.value)
    with pytest.raises(KgError):
        write_html(forum(), tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_every_message_is_there_in_both_languages() -> None:
    english, chinese = messages("en"), messages("zh")
    assert english.keys() == chinese.keys()
    assert all(english.values()) and all(chinese.values())
    for key, text in english.items():
        assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", chinese[key]))


def test_every_message_that_the_scripts_use_exists() -> None:
    folder = Path(__file__).parents[2] / "kg/view"
    used = set(re.findall(r"say\['(\w+)'\]", (folder / "template.html").read_text(encoding="utf-8")))
    for script in (folder / "js").glob("*.js"):
        used |= set(re.findall(r"\bsay\.(\w+)", script.read_text(encoding="utf-8")))
    assert used <= messages("en").keys()
