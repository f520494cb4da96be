"""Cutting an article's text where a model would be asked too much at once."""

from __future__ import annotations

from kg.grammar.sentences import split

LONGEST = 3000  # characters a question


def pieces(text: str, longest: int = LONGEST) -> list[str]:
    """The text in pieces of whole sentences, none longer than `longest` characters unless one sentence is."""
    found, at = [""], 0
    for sentence in split(text):
        if found[-1] and len(found[-1]) + sentence.end - at > longest:
            found.append("")
        found[-1] += text[at : sentence.end]
        at = sentence.end
    return found


def halves(text: str) -> list[str]:
    """The text in two parts of whole sentences, or as it is when it is one sentence."""
    half = pieces(text, max(1, (len(text) + 1) // 2))
    return [half[0], "".join(half[1:])] if len(half) > 1 else half
