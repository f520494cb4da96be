"""A real Chromium for the tests of the page."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from kg.model import Graph
from kg.view import write_html

SWITCHES = ("--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")

OpenPage = Callable[..., "Opened"]


class Opened:
    """A page with what it asked the network for and what it complained about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))

    def goto(self, path: Path) -> None:
        self.page.goto(path.as_uri())
        self.until("document.documentElement.dataset.ready === 'true'")

    def until(self, condition: str, seconds: float = 30.0) -> None:
        """Wait for a condition; Playwright's own waiting needs eval, which the page forbids."""
        end = time.monotonic() + seconds
        while not self.page.evaluate(condition):
            assert time.monotonic() < end, f"never true: {condition}"
            time.sleep(0.02)

    def panel(self) -> str:
        return self.page.locator("#panel").inner_text()

    def click_edge(self, edge: int) -> None:
        self._click(f"explorer.network.body.edges[{edge}].edgeType.getPoint(0.5)")

    def click_node(self, node: int) -> None:
        self._click(f"explorer.network.getPosition({node})")

    def _click(self, point: str) -> None:
        self.page.evaluate("explorer.network.redraw()")
        x, y = self.page.evaluate(
            f"(() => {{ const p = explorer.network.canvasToDOM({point});"
            " const r = document.getElementById('canvas').getBoundingClientRect(); return [p.x + r.left, p.y + r.top]; })()"
        )
        self.page.mouse.click(x, y)
        time.sleep(0.4)  # the network tells one click from two by time


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        if os.environ.get("CI") == "true":
            pytest.fail("there is no Chromium, which CI must have")
        pytest.skip("there is no Chromium: install the package chromium to run the tests of the page")
    switches = [*SWITCHES, "--no-sandbox"] if os.geteuid() == 0 else list(SWITCHES)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=switches)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, tmp_path: Path) -> Iterator[OpenPage]:
    opened: list[Opened] = []

    def open_(graph: Graph, *, width: int = 1280, height: int = 800, **options: str) -> Opened:
        path = write_html(graph, tmp_path / "graph.html", **options)  # type: ignore[arg-type]
        page = Opened(chromium.new_page(viewport={"width": width, "height": height}))
        opened.append(page)
        page.goto(path)
        return page

    yield open_
    for page in opened:
        page.page.close()
