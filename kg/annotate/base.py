"""What every annotator is: articles in, mentions and frames out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from kg.model import Annotation, Article


class Annotator(Protocol):
    """Finds mentions and frames. Nothing behind this protocol knows which annotator is at work."""

    @property
    def name(self) -> str:
        """Name and version, and of the model where there is one; part of what makes a loaded article stale."""
        ...

    def annotate(self, articles: Iterable[Article]) -> Iterator[Annotation]:
        """Annotate articles in order, one annotation each; may read ahead to batch.

        Raises:
            AnnotatorError: the annotator cannot run at all (one bad article gives an empty annotation instead).
        """
        ...
