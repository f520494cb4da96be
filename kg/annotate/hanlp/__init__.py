"""Annotation by HanLP's multi-task models."""

from __future__ import annotations

from kg.annotate.hanlp.annotator import HanlpAnnotator

__all__ = ["HanlpAnnotator"]
