"""A pyvis network whose page is one offline file: our own template, nothing loaded, nothing run that was not ours."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import msgspec
import yaml
from jinja2 import Environment
from pyvis.network import Network

from kg.errors import KgError
from kg.i18n import _
from kg.ontology import Label

Language = Literal["en", "zh"]

SCRIPTS = ("data", "dom", "filters", "dots", "labels", "canvas", "search", "evidence", "panel", "main")


class OfflineNetwork(Network):  # type: ignore[misc]  # pyvis has no types
    """What pyvis offers, with another page.

    Nodes and edges are added in constant time, parallel edges are kept, and options the stock page does not know
    travel to our scripts as they are. ``extras`` are further fields of the page's data.
    """

    def __init__(self, heading: str, language: Language, extras: Mapping[str, object]) -> None:
        super().__init__(directed=True, heading=heading, cdn_resources="in_line")
        self.language: Language = language
        self.extras = extras
        self.toggle_physics(False)

    def add_node(self, n_id: int | str, label: str | None = None, **options: object) -> None:
        """Add a node; a second one of the same id is ignored, as pyvis does."""
        if n_id in self.node_map:
            return
        node = {"id": n_id, "label": str(n_id) if label is None else label, **options}
        self.nodes.append(node)
        self.node_ids.append(n_id)
        self.node_map[n_id] = node

    def add_edge(self, source: int | str, to: int | str, **options: object) -> None:
        """Add an edge, next to any other between the same nodes.

        Raises:
            KeyError: one of the nodes was not added.
        """
        for end in (source, to):
            if end not in self.node_map:
                raise KeyError(end)
        self.edges.append({"from": source, "to": to, **options})

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:
        """Return the page. The parameters are pyvis's and change nothing."""
        data = _packed({"nodes": self.nodes, "edges": self.edges, **self.extras})
        style, script, library = _assets()
        nonce = hashlib.sha256("\0".join((data, style, script, library, self.heading)).encode("utf-8", "replace"))
        self.html = _environment().from_string(_text("template.html")).render(
            title=self.heading, language={"zh": "zh-CN", "en": "en"}[self.language], say=messages(self.language),
            nonce=base64.urlsafe_b64encode(nonce.digest()).decode().rstrip("="),
            data=data, style=style, script=script, library=library,
        )  # fmt: skip
        return self.html

    def write_html(
        self, name: str | Path, local: bool = True, notebook: bool = False, open_browser: bool = False
    ) -> None:
        """Write the page in UTF-8, whole or not at all. Parameters other than ``name`` are pyvis's, without effect.

        Raises:
            KgError: the file cannot be written.
        """
        path = Path(name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, self.generate_html().encode("utf-8", "replace"))
        except OSError as error:
            what = _("the page cannot be written: {reason}").format(reason=error.strerror)
            raise KgError(what, where=str(path), do=_("choose another file with -o")) from error


def messages(language: Language) -> dict[str, str]:
    """What the page says, by key."""
    return {key: label.zh if language == "zh" else label.en for key, label in _messages().items()}


@lru_cache(maxsize=1)
def _messages() -> dict[str, Label]:
    return msgspec.convert(yaml.safe_load(_text("messages.yaml")), dict[str, Label])


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(autoescape=True)


def _text(name: str) -> str:
    return (files("kg.view") / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _assets() -> tuple[str, str, str]:
    """Our style, our scripts in their order, and the vis-network that pyvis ships."""
    script = "\n".join(_text(f"js/{name}.js") for name in SCRIPTS)
    versions = [folder for folder in (files("pyvis") / "templates" / "lib").iterdir() if folder.name.startswith("vis-")]
    newest = max(versions, key=lambda folder: [int(part) for part in folder.name[4:].split(".")])
    library = (newest / "vis-network.min.js").read_text(encoding="utf-8")
    return _text("style.css"), script, library.replace("</script", "<\\/script")


def _packed(data: dict[str, Any]) -> str:
    """JSON, gzip, base64: nothing in it can end the script that holds it. The time stamp is left out."""
    try:
        text = msgspec.json.encode(data)
    except UnicodeEncodeError:  # half a surrogate pair, as broken JSON input brings it
        text = json.dumps(msgspec.to_builtins(data)).encode("ascii")
    return base64.b64encode(gzip.compress(text, 9, mtime=0)).decode("ascii")


def _replace(path: Path, content: bytes) -> None:
    """Write next to the target and move over it, so that nobody sees half a page."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as part:
        temporary = Path(part.name)
        part.write(content)
    try:
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
