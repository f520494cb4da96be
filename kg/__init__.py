"""Chinese news into a knowledge graph, with the source of every fact.

``kg.build(paths)`` is the whole line; :mod:`kg.line` has its parts, :mod:`kg.model` the records. Names are imported
when they are used, so that ``import kg`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.line import build
    from kg.model import Graph
    from kg.settings import Settings
    from kg.store import open_store

__version__ = "0.1.0"
__all__ = ["Graph", "Settings", "__version__", "build", "open_store"]

_HOMES = {"build": "kg.line", "Graph": "kg.model", "Settings": "kg.settings", "open_store": "kg.store"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
