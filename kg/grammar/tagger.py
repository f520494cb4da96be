"""A character CRF that marks names, offices, events and documents: evidence for the grammar.

The model is a linear-chain CRF (Lafferty, McCallum and Pereira 2001) over BIO labels, trained by ``training/tagger.py``
and run by CRFsuite (Okazaki 2007).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.resources import as_file, files
from pathlib import Path
from typing import get_args

import pycrfsuite

from kg.errors import MissingModel
from kg.grammar.features import features
from kg.i18n import _
from kg.model import EntityType, Mention, Span

RULE = "tagger"
_TYPE: dict[str, EntityType] = {kind: kind for kind in get_args(EntityType)}
_SENTENCE = re.compile(r"[^。！？!?；;\n]*(?:[。！？!?；;\n]+[”’」』）)]*|$)")


def sentences(text: str) -> Iterator[Span]:
    """Spans of the sentences of a text, each with its closing punctuation; nothing is left out but empty ones."""
    for match in _SENTENCE.finditer(text):
        if match.group():
            yield Span(*match.span())


class Tagger:
    """A trained model; one instance serves any number of texts.

    Raises:
        MissingModel: the file is not there or is not a CRFsuite model of this project.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._tagger = pycrfsuite.Tagger()
        if path is None:
            with as_file(files("kg") / "data" / "tagger.crfsuite") as shipped:
                self._open(shipped)
        else:
            self._open(path)

    def _open(self, path: Path) -> None:
        if not path.is_file():
            raise MissingModel(_("no tagger model"), where=str(path), do=_("train one with training/tagger.py"))
        try:
            self._tagger.open(str(path))
        except (OSError, ValueError) as error:
            raise MissingModel(_("not a tagger model"), where=str(path), do=_("train it again")) from error

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Mentions in a text (:attr:`Article.full`), in order, not nested; confidence is the least marginal within."""
        found: list[Mention] = []
        for sentence in sentences(text):
            found.extend(self._sentence(text, sentence))
        return tuple(found)

    def _sentence(self, text: str, span: Span) -> Iterator[Mention]:
        labels = self._tagger.tag(features(text[span.start : span.end]))
        for start, end, kind in chunks(labels):
            confidence = min(self._tagger.marginal(labels[i], i) for i in (start, end - 1))
            yield Mention(
                start=span.start + start,
                end=span.start + end,
                type=kind,
                text=text[span.start + start : span.start + end],
                confidence=round(confidence, 3),
                rule=RULE,
            )


def chunks(labels: Sequence[str]) -> Iterator[tuple[int, int, EntityType]]:
    """Start, end and type of each run of a sequence of BIO labels; an I- that continues nothing begins a run."""
    start, kind = 0, ""
    for i, label in enumerate([*labels, "O"]):
        if kind and label != "I-" + kind:
            yield start, i, _TYPE[kind]
            kind = ""
        if not kind and label != "O":
            start, kind = i, label[2:]
