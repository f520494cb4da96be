"""What the parts of this folder look at of a line, before it is a whole one."""

from __future__ import annotations

from typing import Protocol

from kg.segment.kinds import Kind


class Set(Protocol):
    """A line as it is set."""

    @property
    def plain(self) -> str:
        """Its text without white space."""

    @property
    def kind(self) -> Kind:
        """What it is."""

    @property
    def level(self) -> int:
        """Of its heading, 0 for ordinary type."""


class Spaced(Set, Protocol):
    """It with what stands above."""

    @property
    def apart(self) -> bool:
        """Whether an empty line stands before it."""
