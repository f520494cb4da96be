"""An annotator by its name."""

from __future__ import annotations

from pathlib import Path

from kg.annotate.base import Annotator
from kg.annotate.builtin import BuiltinAnnotator
from kg.annotate.options import AnnotatorOptions
from kg.errors import AnnotatorError
from kg.grammar.tagger import Tagger
from kg.i18n import _


def choose(name: str, options: AnnotatorOptions) -> Annotator:
    """The annotator of that name, ready to work.

    Raises:
        AnnotatorError: there is none of that name.
    """
    if name in {"builtin", "auto"}:
        return BuiltinAnnotator(Tagger(Path(options.hanlp.model) if options.hanlp.model else None))
    raise AnnotatorError(_("there is no annotator {name}").format(name=name), do=_("see `kg annotators`"))
