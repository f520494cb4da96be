"""Annotation by a language model behind any server that speaks the OpenAI protocol."""

from __future__ import annotations

from kg.annotate.llm.annotator import LlmAnnotator

__all__ = ["LlmAnnotator"]
