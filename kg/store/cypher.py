"""Pieces of Cypher's text."""

from __future__ import annotations


def properties(*names: str) -> str:
    """A map that takes these properties from a row: `{id: row.id, …}`; some stores set whole maps slowly."""
    return "{" + ", ".join(f"{name}: row.{name}" for name in names) + "}"


def placed(*names: str, of: str = "row", after: int = 0) -> str:
    """A map that takes these properties from a list by place; lists cost half as much to send as maps.

    Args:
        names: of the properties, in the order of the list.
        of: the list.
        after: how many other items it begins with.
    """
    return "{" + ", ".join(f"{name}: {of}[{place}]" for place, name in enumerate(names, after)) + "}"
