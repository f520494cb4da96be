"""The annotator that ships with kg."""

from kg.annotate.builtin.annotator import BuiltinAnnotator

__all__ = ["BuiltinAnnotator"]
