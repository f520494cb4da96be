"""What a load did, in a line."""

from __future__ import annotations

from kg.i18n import _
from kg.load import LoadReport


def loaded(report: LoadReport, address: str) -> str:
    """One line about a load."""
    told = _("{address}: {loaded} articles loaded, {replaced} replaced, {unchanged} were there already")
    return told.format(
        address=address, loaded=report.loaded, replaced=report.replaced, unchanged=report.unchanged
    )
