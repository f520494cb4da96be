"""What articles state goes into a store, and the view of who is who and what is so is brought up to date."""

from kg.load.loader import LoadReport, load
from kg.load.refresh import Progress, refresh
from kg.load.upkeep import decide, retract

__all__ = ["LoadReport", "Progress", "decide", "load", "refresh", "retract"]
