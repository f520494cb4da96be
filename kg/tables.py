"""The data files of the package, read.

YAML is read by the C parser where there is one: ten times as fast, which every start of a process feels.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parsed(text: str) -> Any:
    """A YAML text as plain data."""
    return yaml.load(text, _Loader)  # noqa: S506 — safe, as its name says


def table(name: str) -> Any:
    """A YAML file of kg/data as plain data."""
    return parsed(_text(name))


def lines(name: str) -> list[str]:
    """Lines of a file of kg/data, without comments and empty ones."""
    return [line for line in _text(name).splitlines() if line and not line.startswith("#")]


def rows(name: str) -> list[list[str]]:
    """Fields of each line of a tab-separated file of kg/data."""
    return [line.split("\t") for line in lines(name)]


def _text(name: str) -> str:
    return (files("kg") / "data" / name).read_text(encoding="utf-8")
