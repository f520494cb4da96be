"""What articles state goes into a store, and the view of who is who and what is so is brought up to date."""

from kg.load.backup import backup, restore
from kg.load.bulk import Bulk, bulk
from kg.load.first import fill_new
from kg.load.known import Known
from kg.load.loader import LoadReport, load
from kg.load.refresh import Progress, refresh
from kg.load.upkeep import decide, retract

__all__ = [
    "Bulk",
    "Known",
    "LoadReport",
    "Progress",
    "backup",
    "bulk",
    "decide",
    "fill_new",
    "load",
    "refresh",
    "restore",
    "retract",
]
