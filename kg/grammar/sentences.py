"""An article into sentences."""

from __future__ import annotations

import re

from kg.model import Span

# A sentence runs to its full stop with the closing quotes behind it; the title's line and each paragraph end one too.
_SENTENCE = re.compile(r"[^\n。！？!?]*(?:[。！？!?]+[”’」』）)]*|(?=\n)|\Z)")


_CLOSING = "。！？!?；;：:”…)）"


def split(text: str) -> tuple[Span, ...]:
    """Sentences of a text (:attr:`kg.model.Article.full`) as spans without the white space around them."""
    spans = []
    for match in _SENTENCE.finditer(text):
        piece = match[0]
        start = match.start() + len(piece) - len(piece.lstrip())
        end = match.start() + len(piece.rstrip())
        if start < end:
            spans.append(Span(start, end))
    return tuple(spans)


def is_headline(text: str, sentence: Span) -> bool:
    """Whether a line closes without a mark, as the headlines within a round-up do."""
    return text[sentence.end : sentence.end + 1] == "\n" and text[sentence.end - 1] not in _CLOSING
