"""How a synthetic page is set: marks of headlines, blanks, columns, misread characters."""

from __future__ import annotations

import random

from training.layout import Layout
from training.stories import BULLETS

HANGING = "，。、；：！？”’）》"  # marks that no line begins with


class Style:
    """How a page is set."""

    def __init__(self, rng: random.Random, narrow: float) -> None:
        self.marks = rng.choice(("hash", "hash", "hash", "mixed", "mixed", "bold", "none", "none", "none", "html"))
        self.tight = self.marks == "none" and rng.random() < 0.6  # empty lines only between blocks
        self.seams = rng.choice((0.0, 0.2, 0.4)) if self.tight else 0.0  # columns that begin without an empty line
        self.indent = rng.choice(("", "", "　　")) if self.marks != "html" else "&nbsp;&nbsp;"
        self.widths = _widths(rng, narrow)  # of the columns whose printed lines are not put together, 0 for paragraphs
        if any(self.widths) and self.marks == "none":
            self.tight = rng.random() < 0.9
            self.seams = rng.choice((0.2, 0.5, 0.9)) if self.tight else 0.0
        self.under = self.tight and rng.random() < 0.7  # no empty line between a title and its text
        self.unseen = 2 if not self.indent and rng.random() < 0.5 else 0  # characters of an indent that is not read
        self.indents_all = rng.random() < 0.25
        self.narrow = rng.choice((None, None, str.maketrans("，（）：", ",():")))
        self.misread = rng.choice((0.0, 0.002, 0.004))
        self.blanks = rng.choice((0.0, 0.003, 0.01))
        self.broken = rng.choice((0.0, 0.0, 0.03, 0.1))
        self.extras = rng.choice((0.05, 0.12, 0.2))
        self.layout = Layout(rng, printed=any(self.widths))
        self.bare_kickers = self.marks in ("hash", "mixed", "bold") and rng.random() < 0.5

    def width(self, story: int) -> int:
        """How wide the column of a story is, 0 if its paragraphs are put together."""
        return self.widths[story % len(self.widths)] if story >= 0 else 0

    def wrapped(self, text: str, story: int, *, first: bool) -> list[str]:
        """The printed lines of a text, or all of it as one."""
        width = self.width(story)
        if not width:
            return [text]
        found = [""]
        room = width - (2.0 if self.indent or self.unseen else 0.0) * (first and text[0] not in BULLETS)
        for char in text:
            size = 0.5 if char.isascii() else 1.0
            if room < size and char not in HANGING:
                found.append("")
                room = float(width)
            found[-1] += char
            room -= size
        return found

    def running_head(self, rng: random.Random) -> str:
        """The first line of the page."""
        number, day, weekday = rng.randint(1, 8), rng.randint(1, 31), rng.choice("一二三四五六日")
        return f"0{number} 要闻　2021年3月{day}日　星期{weekday}　责任编辑：高远　校对：白雪"

    @property
    def end(self) -> str:
        """What parts lines without a mark."""
        return "\n" if self.tight else "\n\n"

    def beside_text(self, text: str, *, first: bool) -> tuple[str, str]:
        """What stands before and behind a line of text; ``first`` if it begins a paragraph."""
        if self.marks == "html":
            return "<p>" + self.indent, "</p>\n"
        return (self.indent if text[0] not in BULLETS and (first or self.indents_all) else ""), self.end

    def beside_title(self, rng: random.Random, number: int, *, last: bool) -> tuple[str, str]:
        """What stands before and behind the number-th line of a title."""
        if self.bare_kickers and not number and not last and rng.random() < 0.7:
            return "", "\n\n"
        if self.marks == "hash" or (self.marks == "mixed" and rng.random() < 0.6):
            return "#" * rng.choice((1, 2, 3, 4) if number else (1, 2, 2, 3)) + " ", "\n\n"
        if self.marks == "bold" or (self.marks == "mixed" and rng.random() < 0.4):
            return "**", "**\n\n"
        return ("<h3>", "</h3>\n") if self.marks == "html" else ("", self.end)


def _widths(rng: random.Random, share: float) -> list[int]:
    """Of some columns, how wide they are where each printed line is one of the page, 0 where paragraphs are.

    Such pages are a share of all; on half of them the lines of some columns are put together.
    """
    turn, usual = rng.random(), rng.randint(13, 24)
    if turn < 1 - share:
        return [0]
    narrow = [max(11, usual + rng.choice((-3, -2, 0, 0, 0, 2, 3))) for _ in range(11)]
    return narrow if turn < 1 - share / 2 else [width if rng.random() < 0.4 else 0 for width in narrow]
