"""How a synthetic page is set: marks of headlines, blanks, columns, misread characters."""

from __future__ import annotations

import random
from collections.abc import Sequence

from training.layout import Layout
from training.stories import BULLETS

HANGING = "，。、；：！？”’）》"  # marks that no line begins with

PARAGRAPHS = ("hash", "hash", "hash", "mixed", "mixed", "bold", "none", "none", "none", "html")  # marks of headlines
PRINTED = ("hash", "hash", "mixed", "none", "none", "none", "none", "none")
SPANS = (0.6, 0.8, 0.9, 1.0, 1.0, 1.2, 1.6, 2.2)  # columns that a headline is set over
HEADS = (
    "0{n} 要闻　2021年3月{d}日　星期{w}　责任编辑：高远　校对：白雪",
    "0{n} 要闻　2021年3月{d}日　星期{w}　责任编辑：高远　校对：白雪",
    "{n}　要闻　临江时报\n2021年3月{d}日 星期{w}\n农历辛丑年二月初三\n责任编辑 高 远 版式 南星 校对 白雪",
    "第{n}版 综合 2021年3月{d}日 星期{w} 辛丑年二月初三\n责任编辑 高远 校对 白 雪\n电子信箱：ljsb****@163.com",
    "A{n} 要闻·城事 2021年3月{d}日 星期{w} 编辑/高 远 版面/南 星 审读/白雪",
    "临江日报\n2021-3-{d} 星期{w}\n要 闻 {n}",
)
FEET = (
    "临江时讯  2021.3.{d}\n要 闻 {n}", "要 闻 {n}", "临江日报　0{n}　2021年3月{d}日", "A{n} 临江晚讯 2021/3/{d}",
    "民 生　2021年3月{d}日　{n}版", "综合新闻",
)  # fmt: skip


class Style:
    """How a page is set."""

    def __init__(self, rng: random.Random, narrow: float) -> None:
        self.widths = _widths(rng, narrow)  # of the columns whose printed lines are not put together, 0 for paragraphs
        self.printed = any(self.widths)
        self.marks = rng.choice(PRINTED if self.printed else PARAGRAPHS)
        self.tight = self.marks == "none" and rng.random() < 0.6  # empty lines only between blocks
        self.seams = rng.choice((0.0, 0.2, 0.4)) if self.tight else 0.0  # columns that begin without an empty line
        self.indent = rng.choice(("", "", "　　")) if self.marks != "html" else "&nbsp;&nbsp;"
        if self.printed and self.marks == "none":
            self.tight = rng.random() < 0.9
            self.seams = rng.choice((0.2, 0.5, 0.9)) if self.tight else 0.0
        # titles right below the column above, boxes right within a column
        self.flush = rng.choice((0.0, 0.5, 0.9)) if self.tight and self.printed else 0.0
        self.partly = self.printed and self.marks == "hash" and rng.random() < 0.4  # titles over columns bear no mark
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

    def headline(self, rng: random.Random, lines: list[str], story: int) -> list[str]:
        """A headline; over a column of printed lines its own hold fewer characters than those, or span more columns."""
        width = self.width(story)
        if not width or rng.random() < 0.15:
            return lines
        return [piece for line in lines for piece in _broken(line, max(5, round(width * rng.choice(SPANS))))]

    def boxed(self, rng: random.Random, lines: Sequence[str]) -> list[str]:
        """Lines that stand within a column, as wide as that at most."""
        width = next((width for width in rng.sample(self.widths, len(self.widths)) if width), 0)
        return [piece for line in lines for piece in (_filled(line, width) if width else [line])]

    def running_head(self, rng: random.Random) -> str:
        """The first lines of the page."""
        day = {"n": rng.randint(1, 8), "d": rng.randint(1, 31), "w": rng.choice("一二三四五六日")}
        return rng.choice(HEADS).format(**day)

    def running_foot(self, rng: random.Random) -> list[str]:
        """The name of the paper or of the page where the scanner comes across it."""
        return rng.choice(FEET).format(n=rng.randint(1, 8), d=rng.randint(1, 31)).split("\n")

    @property
    def end(self) -> str:
        """What parts lines without a mark."""
        return "\n" if self.tight else "\n\n"

    def beside_text(self, text: str, *, first: bool) -> tuple[str, str]:
        """What stands before and behind a line of text; ``first`` if it begins a paragraph."""
        if self.marks == "html":
            return "<p>" + self.indent, "</p>\n"
        return (self.indent if text[0] not in BULLETS and (first or self.indents_all) else ""), self.end

    def beside_title(self, rng: random.Random, number: int, story: int, *, last: bool) -> tuple[str, str]:
        """What stands before and behind the number-th line of a title."""
        if self.partly and self.width(story):
            return "", "\n"
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
    turn, usual = rng.random(), rng.choice((rng.randint(7, 12), rng.randint(10, 16), rng.randint(13, 24)))
    if turn < 1 - share:
        return [0]
    narrow = [max(6, usual + rng.choice((-3, -2, 0, 0, 0, 2, 3, 9))) for _ in range(11)]
    return narrow if turn < 1 - share / 2 else [width if rng.random() < 0.4 else 0 for width in narrow]


def _broken(line: str, room: int) -> list[str]:
    """A line of a headline in pieces of much the same length; white space parts them first."""
    if len(line.replace(" ", "")) <= room:
        return [line]
    count = -(-len(line) // room)
    size = -(-len(line) // count)
    blank = line.rfind(" ", 1, room + 1)
    end = blank if blank > 0 else size
    while end < len(line) - 1 and line[end] in HANGING:
        end += 1
    return [line[:end], *_broken(line[end:].strip(), room)]


def _filled(line: str, width: int) -> list[str]:
    return [line[at : at + width] for at in range(0, len(line), width)]
