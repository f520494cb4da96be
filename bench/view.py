"""Our page and pyvis's own, of the same invented graphs, in one Chromium: ``python bench/view.py``.

Each page is written, opened from disk and dragged about. Printed: seconds to write it, its size, seconds until it can
be used (ours: drawn; pyvis: its simulation has settled, waited for ``--patience`` seconds), and frames a second while
the view moves. Graphs have communities of about thirty nodes and twice as many edges as nodes. Requests to the
network, which pyvis's page makes, are refused.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from pyvis.network import Network
from rich.console import Console
from rich.table import Table

from kg.model import Citation, Entity, EntityType, Fact, Graph
from kg.view import write_html

SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
TYPES: tuple[EntityType, ...] = ("Person", "Organization", "Place", "Event", "Document", "Position")
FRAMES = """async (network) => {
  let frames = 0;
  const start = performance.now();
  while (performance.now() - start < 3000) {
    const angle = (performance.now() - start) / 500;
    network.moveTo({ position: { x: 200 * Math.cos(angle), y: 200 * Math.sin(angle) }, scale: 0.5 });
    await new Promise(requestAnimationFrame);
    frames += 1;
  }
  return frames / 3;
}"""


def graph_of(nodes: int, seed: int = 3) -> Graph:
    """A graph of so many nodes and twice as many facts, each with one sentence."""
    chance = random.Random(seed)
    entities = tuple(Entity(id=f"n{n:06}", type=TYPES[n % 6], name=f"第{n}号实体") for n in range(nodes))
    facts = []
    for number in range(2 * nodes):
        home = chance.randrange(nodes) // 30 * 30
        a, b = (min(nodes - 1, home + int(chance.random() ** 2 * 30)) for _ in range(2))
        b = chance.randrange(nodes) if chance.random() < 0.1 else b
        quote = f"{entities[a].name}与{entities[b].name}就第{number}项合作举行会谈。"
        source = Citation(statement=f"s{number}", article=f"a{number // 20}", quote=quote, date="2024-05-11")
        facts.append(
            Fact(id=f"f{number}", subject=f"n{a:06}", predicate="MET_WITH", object=f"n{b:06}", citations=(source,))
        )
    return Graph(entities=entities, facts=tuple(facts))


def write_ours(graph: Graph, path: Path) -> None:
    """The page of kg."""
    write_html(graph, path, title="bench")


def write_stock(graph: Graph, path: Path) -> None:
    """The page of pyvis with its default options; titles hold the sentences."""
    network = Network(directed=True, cdn_resources="in_line")
    for entity in graph.entities:
        network.add_node(entity.id, entity.name, title=entity.type)
    for fact in graph.facts:
        network.add_edge(fact.subject, fact.object, title=fact.citations[0].quote)
    path.write_text(network.generate_html(), encoding="utf-8")


def wait(page: Page, condition: str, seconds: float) -> float:
    """Seconds until the condition holds; infinite when it does not within ``seconds``."""
    start = time.perf_counter()
    while time.perf_counter() - start < seconds:
        if page.evaluate(condition):
            return time.perf_counter() - start
        time.sleep(0.02)
    return float("inf")


def measure(browser: Browser, path: Path, ready: str, network: str, patience: float) -> tuple[float, float]:
    """Seconds from the call to a page that can be used, and frames a second while it moves."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.set_default_timeout(0)
    page.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
    start = time.perf_counter()
    page.goto(path.as_uri(), wait_until="commit")
    waited = wait(page, ready, patience)
    used = time.perf_counter() - start if waited < float("inf") else waited
    frames: float = page.evaluate(f"({FRAMES})({network})")
    page.close()
    return used, frames


PAGES: dict[str, tuple[Callable[[Graph, Path], None], str, str]] = {
    "kg": (write_ours, "document.documentElement.dataset.ready === 'true'", "explorer.network"),
    "kg, all shown": (write_ours, "document.documentElement.dataset.ready === 'true' && SHOW", "explorer.network"),
    "pyvis": (write_stock, "typeof network !== 'undefined' && Boolean(network?.physics?.stabilized)", "network"),
}
SHOW = "(explorer.canvas.nodes.length > 300 || (explorer.canvas.showAll(), true))"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--nodes", type=int, nargs="+", default=[1000, 5000])
    parser.add_argument("--patience", type=float, default=150.0, help="seconds that pyvis gets to settle")
    arguments = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        parser.error("there is no Chromium")
    table = Table("nodes", "page", "written, s", "KB", "usable, s", "frames/s")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
        for nodes in arguments.nodes:
            graph = graph_of(nodes)
            for name, (write, ready, network) in PAGES.items():
                path = Path(folder) / "page.html"
                start = time.perf_counter()
                write(graph, path)
                written = time.perf_counter() - start
                used, frames = measure(browser, path, ready.replace("SHOW", SHOW), network, arguments.patience)
                shown = f"{used:.2f}" if used < float("inf") else f"over {arguments.patience:.0f}"
                size = f"{path.stat().st_size / 1000:.0f}"
                table.add_row(str(nodes), name, f"{written:.2f}", size, shown, f"{frames:.0f}")
        browser.close()
    Console().print(table)


if __name__ == "__main__":
    main()
