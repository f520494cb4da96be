"""Weights of the models of this folder, by the names of what they weigh."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files


@cache
def weights(file: str, names: tuple[str, ...]) -> list[float]:
    """The weights of these names out of a file of ``kg/data``."""
    found: dict[str, float] = json.loads((files("kg") / "data" / file).read_text(encoding="utf-8"))
    return [found[name] for name in names]
