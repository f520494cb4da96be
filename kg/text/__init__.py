"""Repaired text that keeps the place of every character on the raw page."""

from kg.text.joins import join, seen
from kg.text.mapped import Edit, Mapped, concat, raw_spans, whole
from kg.text.markup import strip_marks
from kg.text.repair import repair

__all__ = ["Edit", "Mapped", "concat", "join", "raw_spans", "repair", "seen", "strip_marks", "whole"]
