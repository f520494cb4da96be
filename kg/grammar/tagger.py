"""A character CRF that marks names, offices, events and documents: evidence for the grammar.

The model is a linear-chain CRF over BIO labels, trained by ``training/tagger.py``; many sentences are tagged together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.resources import as_file, files
from itertools import accumulate
from pathlib import Path
from typing import get_args

import numpy as np

from kg.errors import MissingModel
from kg.grammar.crf import Floats, Model, Steps, best, marginals, read_model
from kg.grammar.features import AFTER, BEFORE, PAD
from kg.grammar.weighing import Weighing
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
        if path is None:
            with as_file(files("kg") / "data" / "tagger.crfsuite") as shipped:
                model = _model(shipped)
        else:
            model = _model(path)
        self._labels, self._moves = model.labels, model.moves
        self._outside = model.labels.index("O") if "O" in model.labels else -1
        self._weighing = Weighing(model)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Mentions in a text (:attr:`Article.full`), in order, not nested; confidence is the least marginal within."""
        return self.all_mentions([text])[0]

    def all_mentions(self, texts: Sequence[str]) -> list[tuple[Mention, ...]]:
        """As :meth:`mentions`, of many texts at once, which takes a third of the time."""
        spans = [(number, span) for number, text in enumerate(texts) for span in sentences(text)]
        spans.sort(key=lambda item: item[1].start - item[1].end)
        found: list[list[Mention]] = [[] for _ in texts]
        for (number, span), labels, sure in self._tagged(texts, spans) if spans else ():
            for start, end, kind in chunks(labels):
                found[number].append(
                    Mention(
                        start=span.start + start,
                        end=span.start + end,
                        type=kind,
                        text=texts[number][span.start + start : span.start + end],
                        confidence=round(float(min(sure[start], sure[end - 1])), 3),
                        rule=RULE,
                    )
                )
        return [tuple(sorted(mentions, key=lambda mention: mention.start)) for mentions in found]

    def _tagged(
        self, texts: Sequence[str], spans: Sequence[tuple[int, Span]]
    ) -> Iterator[tuple[tuple[int, Span], list[str], Floats]]:
        """The labels of the sentences of texts that have any but O, and how sure each label is."""
        line = "".join([BEFORE + texts[number][start:end] + AFTER for number, (start, end) in spans])
        sizes = [span.end - span.start for _, span in spans]
        offsets = [PAD, *(PAD + end + 2 * PAD * i for i, end in enumerate(accumulate(sizes), 1))]
        placed = [Span(start, start + size) for start, size in zip(offsets, sizes, strict=False)]
        steps = Steps(sizes)
        places = np.concatenate([np.arange(*span) for span in placed])[steps.order]
        scores = self._weighing.scores(line, placed, places)
        labels = np.zeros(len(line), np.intp)
        labels[places] = best(scores, self._moves, steps)
        sure = np.zeros(len(line))
        sure[places] = marginals(scores, self._moves, steps)[labels[places], np.arange(len(places))]
        for item, (start, end) in zip(spans, placed, strict=True):
            if (labels[start:end] != self._outside).any():
                yield item, [self._labels[label] for label in labels[start:end].tolist()], sure[start:end]


def _model(path: Path) -> Model:
    if not path.is_file():
        raise MissingModel(_("no tagger model"), where=str(path), do=_("train one with training/tagger.py"))
    try:
        return read_model(path)
    except (OSError, ValueError) as error:
        raise MissingModel(_("not a tagger model"), where=str(path), do=_("train it again")) from error


def chunks(labels: Sequence[str]) -> Iterator[tuple[int, int, EntityType]]:
    """Start, end and type of each run of a sequence of BIO labels; an I- that continues nothing begins a run."""
    start, kind = 0, ""
    for i, label in enumerate([*labels, "O"]):
        if kind and label != "I-" + kind:
            yield start, i, _TYPE[kind]
            kind = ""
        if not kind and label != "O":
            start, kind = i, label[2:]
