"""The annotator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.annotate.hanlp.files import locate
from kg.annotate.options import AnnotatorOptions
from kg.model import Annotation, Article


class HanlpAnnotator:
    """HanLP's multi-task pipeline."""

    def __init__(self, options: AnnotatorOptions) -> None:
        self._place = locate(options.hanlp.model)

    @property
    def name(self) -> str:
        """Name and model."""
        return f"hanlp/{self._place.name}"

    def annotate(self, articles: Iterable[Article]) -> Iterator[Annotation]:
        """Annotate articles in order."""
        raise NotImplementedError
