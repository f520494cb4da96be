"""Files, directories and standard input into pages and articles."""

from kg.read.files import read

__all__ = ["read"]
