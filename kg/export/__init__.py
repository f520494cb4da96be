"""A graph as files for other programs: GraphML, CSV or JSON-LD, each fact with the source that states it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from kg.export.graphml import write_graphml
from kg.export.jsonld import write_jsonld
from kg.export.tables import write_csv
from kg.model import Graph

Format = Literal["graphml", "csv", "jsonld"]

WRITERS: dict[Format, Callable[[Graph, Path], None]] = {
    "graphml": write_graphml,
    "csv": write_csv,
    "jsonld": write_jsonld,
}

__all__ = ["WRITERS", "Format", "write_csv", "write_graphml", "write_jsonld"]
