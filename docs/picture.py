"""Take the picture for the README: ``python docs/picture.py out/graph.html docs/graph.png [NAME]``.

Opens the page in Chromium, goes to NAME or else the best connected entity, and unfolds the sentence of its first fact.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

SWITCHES = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
SHOW = """(name) => {
  const graph = explorer.graph;
  const node = name ? graph.find(name, 1)[0] : graph.ranked()[0];
  explorer.visit(node);
  document.querySelector("#panel summary")?.click();
}"""


def take(page: Path, picture: Path, name: str = "") -> None:
    """Write a PNG of 1280 × 800 pixels."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("there is no Chromium")
    switches = [*SWITCHES, "--no-sandbox"] if os.geteuid() == 0 else SWITCHES
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=switches)
        shown = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
        shown.goto(page.resolve().as_uri())
        while not shown.evaluate("document.documentElement.dataset.ready === 'true'"):
            time.sleep(0.05)
        shown.evaluate(SHOW, name)
        time.sleep(0.5)
        shown.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:4])
