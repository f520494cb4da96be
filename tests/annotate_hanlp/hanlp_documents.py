"""Hand-made HanLP documents: sentences of our own with invented people, in a notation that is quick to write and read.

``tok`` holds the words with their parts of speech. ``ner`` and ``srl`` name spans by their text, which must be whole
words; ``text#2`` is its second occurrence. ``dep`` gives ``dependent>head:relation`` where the tree matters; all other
words hang on the first predicate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("documents.yaml")


@dataclass
class Example:
    """A sentence with HanLP's document of it, and what should be read out of it."""

    text: str
    document: dict[str, list[Any]]
    facts: list[str]
    settings: dict[str, str] = field(default_factory=dict)


def examples(path: Path = FILE) -> list[Example]:
    return [_example(row) for row in yaml.safe_load(path.read_text(encoding="utf-8"))]


def _example(row: dict[str, Any]) -> Example:
    pairs = [word.rsplit("/", 1) for word in row["tok"].split()]
    words = [word for word, _tag in pairs]
    frames = [_frame(words, *pair) for line in row.get("srl", []) for pair in line.items()]
    document = {
        "tok/fine": [words],
        "pos/ctb": [[tag for _word, tag in pairs]],
        "ner/msra": [sorted(_names(words, row.get("ner", {})), key=lambda one: one[2])],
        "srl": [frames],
        "dep": [_tree(words, frames, row.get("dep", []))],
    }
    facts = row.get("facts", [])
    return Example("".join(words), document, facts, {k: str(row[k]) for k in ("date", "place") if k in row})


def _names(words: Sequence[str], table: dict[str, str]) -> Iterator[tuple[str, str, int, int]]:
    for label, names in table.items():
        for name in names.split():
            start, end = find(words, name)
            yield "".join(words[start:end]), label, start, end


def _frame(words: Sequence[str], verb: str, arguments: str | None) -> list[tuple[str, str, int, int]]:
    rows = [(verb, "PRED")]
    for part in (arguments or "").split(";"):
        if part.strip():
            label, text = part.split()
            rows.append((text, label))
    spans = [(*find(words, text), label) for text, label in rows]
    return sorted((("".join(words[s:e]), label, s, e) for s, e, label in spans), key=lambda one: one[2:])


def _tree(
    words: Sequence[str], frames: Sequence[Sequence[tuple[str, str, int, int]]], arcs: Sequence[str]
) -> list[Any]:
    roots = [start for frame in frames for _text, label, start, _end in frame if label == "PRED"]
    root = roots[0] if roots else 0
    tree = [(0, "root") if i == root else (root + 1, "dep") for i in range(len(words))]
    for arc in arcs:
        pair, relation = arc.rsplit(":", 1)
        dependent, head = pair.split(">")
        tree[find(words, dependent)[1] - 1] = (find(words, head)[1], relation)
    return tree


def find(words: Sequence[str], text: str) -> tuple[int, int]:
    """Numbers of the words that make up a text."""
    text, _, number = text.partition("#")
    left = int(number or 1)
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            if "".join(words[start:end]) == text:
                left -= 1
                if not left:
                    return start, end
    raise ValueError(f"{text} is not in {' '.join(words)}")
