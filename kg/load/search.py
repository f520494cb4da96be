"""What an entity is found by besides its name."""

from __future__ import annotations

from collections.abc import Iterable

from kg.resolve.identity import normal


def search_text(names: Iterable[str]) -> str:
    """All names in one line, without what writers vary."""
    return " ".join(sorted({normal(name) for name in names}))[:2_000]
