"""Synthetic pages of newspapers: articles set as scanners read them, with where each character comes from.

Articles are given leads and bylines, their headlines are broken over lines and marked in many ways, their bodies are
cut into columns, in the middle of words too, and set among each other and among captions and advertisements; characters
are misread. The same seed gives the same pages.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from training.characters import lookalikes, name_characters
from training.stories import (
    BOXES,
    BULLETS,
    CAPTIONS,
    CITIES,
    COLUMNS,
    EXTRAS,
    LEADS,
    NOTICED,
    PLACES,
    SERIES,
    SHOWN,
    SPEAKERS,
    TERMS,
    WRITERS,
    Story,
    shortened,
)  # fmt: skip
from training.style import Style

NOBODY = -1
NARROW = 0.24  # share of the pages whose columns keep their printed lines
LED = re.compile(r"本报|新华社|□|[(（]记者")


class Made(NamedTuple):
    """A page, the stretches of it that belong to a story or to none, and which of these are titles."""

    raw: str
    owners: tuple[tuple[int, int, int, bool], ...]


class _Line(NamedTuple):
    text: str
    owner: int
    title: bool = False
    first: bool = True  # of its paragraph


class Setter:
    """Sets stories on pages."""

    def __init__(self, local: Sequence[Story], corpus: Sequence[Story], seed: int, narrow: float = NARROW) -> None:
        self._rng, self._narrow = random.Random(seed), narrow
        self._local, self._corpus = list(local), list(corpus)
        self._groups: dict[str, list[Story]] = {}
        for story in corpus:
            self._groups.setdefault(story.group, []).append(story)
        self._looks = lookalikes()
        single, given = name_characters()
        self._surnames, self._given = single, given

    def page(self) -> Made:
        """A new page."""
        rng = self._rng
        stories = self._stories()
        style = Style(rng, self._narrow)
        blocks = self._blocks(stories, style)
        return self._written(blocks, style)

    def _stories(self) -> list[Story]:
        rng = self._rng
        size = rng.randint(4, 9)
        if rng.random() < 0.65:
            found = rng.sample(self._local, min(size, len(self._local)))
            if rng.random() < 0.6:  # of one paper
                group = rng.choice(found).group
                own = [s for s in self._local if s.group == group]
                found = rng.sample([*own, *[s for s in found if s.group != group]], min(size, len({*own, *found})))
        else:
            group = self._groups[rng.choice(sorted(self._groups))]
            found = rng.sample(group, min(size, len(group)))
            found += rng.sample(self._local, rng.randint(0, 2))
        if rng.random() < 0.5:
            found.append(self._column())
        if rng.random() < 0.25:
            found.append(self._notice())
        rng.shuffle(found)
        return [
            self._led(story if story.local else story._replace(body=shortened(story.body, rng.randint(200, 700))))
            for story in found
        ]

    def _name(self) -> str:
        rng = self._rng
        return rng.choice(self._surnames) + "".join(rng.choices(self._given, k=rng.choice((1, 2, 2, 2))))

    def _led(self, story: Story) -> Story:
        """With a lead or a byline of its own."""
        rng = self._rng
        body = list(story.body)
        if story.local or not body or body[0][0] in BULLETS:
            return story
        turn = rng.random()
        writers = " ".join(
            f"{rng.choice(WRITERS)} {' '.join(self._name() for _ in range(rng.choice((1, 1, 2))))}"
            for _ in range(rng.choice((1, 1, 2)))
        )
        lead = rng.choice(LEADS).format(rng.choice(PLACES), rng.randint(1, 12), rng.randint(1, 30))
        if turn < 0.8:
            body[0] = f"{lead}（{writers}）{body[0]}"
        elif turn < 0.93:
            body.insert(0, f"□{rng.choice(('', ' '))}本报{writers}")
        return story._replace(body=tuple(body))

    def _column(self) -> Story:
        """A column of short news."""
        rng = self._rng
        bullet = rng.choice(BULLETS)
        items = []
        for story in rng.sample(self._corpus, rng.randint(2, 5)):
            text = story.body[0].split("。")[0] + "。"
            if len(text) < 130:
                items.append(f"{bullet}{text}（{self._name()}）")
        head = rng.choice(("", rng.choice(CITIES)[:2], "本地")) + rng.choice(COLUMNS)
        return Story(
            (head,), (), tuple(items) or (f"{bullet}今天，各地天气晴好，游人如织。（{self._name()}）",), True, ""
        )

    def _notice(self) -> Story:
        """A public notice."""
        rng = self._rng
        city, what = rng.choice(CITIES), rng.choice(NOTICED)
        titles = (f"关于{what}的公告", f"{city}关于{what}的通告", f"{what}公示", "公告", f"关于{what}的通知")
        items = [f"{mark}、{rng.choice(TERMS)}" for mark in "一二三四"[: rng.choice((0, 0, 2, 3, 4))]]
        lead = rng.choice(("根据有关规定", f"因{what}需要", f"经{city}人民政府研究", "为保障市民出行安全"))
        first = f"{lead}，{rng.choice(('现就有关事项公告如下：', '现予以公示。', '决定于4月1日起实行。'))}"
        end = rng.choice(
            ((), ("特此公告。",), ("特此公告。", f"{city}人民政府", "2021年3月2日"), (f"{city}公安局", "2021年3月2日"))
        )
        return Story((rng.choice(titles),), (), (first, *items, *end), True, "")

    def _pieces(self, story: Story, number: int, style: Style) -> list[list[_Line]]:
        """The title, then the columns of the body."""
        rng = self._rng
        cuts = rng.choices(range(len(style.layout.cuts)), style.layout.cuts)[0]
        total = sum(map(len, story.body))
        columns: list[list[_Line]] = [[]]
        at = sorted(rng.randint(20, max(21, total - 8)) for _ in range(cuts))
        done = 0
        for paragraph in story.body:
            start = 0
            ends = list(accumulate(map(len, style.wrapped(paragraph, number, first=True))))
            for place in [c - done for c in at if 0 <= c - done < len(paragraph)]:
                cut = place if len(ends) == 1 else min(ends, key=lambda end: abs(end - place))
                if rng.random() < style.layout.whole or cut < 2 or cut > len(paragraph) - 2:
                    cut = 0 if cut < len(paragraph) / 2 else len(paragraph)
                if cut <= start and start:
                    continue
                if cut > start:
                    columns[-1].append(_Line(paragraph[start:cut], number, first=not start))
                columns.append([])
                start = cut
            if start < len(paragraph):
                columns[-1].append(_Line(paragraph[start:], number, first=not start))
            done += len(paragraph)
        head = style.headline(rng, self._headlines(story, printed=style.width(number) > 0), number)
        return [[_Line(t, number, True) for t in head], *[c for c in columns if c]]

    def _headlines(self, story: Story, *, printed: bool) -> list[str]:
        rng = self._rng
        lines = list(story.head)
        if printed and story.body[0][0] not in BULLETS:
            lines = self._furnished(lines, story)
        if len(lines) > 1 and rng.random() < 0.3:
            lines = [" ".join(lines[:2]), *lines[2:]] if max(map(len, lines)) < 16 else lines
        long = max(range(len(lines)), key=lambda i: len(lines[i]))
        if len(lines[long]) > 13 and rng.random() < 0.3:
            cut = rng.randint(5, len(lines[long]) - 5)
            lines[long : long + 1] = [lines[long][:cut], lines[long][cut:]]
        if len(lines) == 1 and rng.random() < 0.15 and not story.body[0].startswith(tuple(BULLETS)):
            label = rng.choice(SERIES)
            lines.insert(0, rng.choice((f"【{label}】", label)))
        return lines

    def _furnished(self, lines: list[str], story: Story) -> list[str]:
        """A headline with a kicker, a deck, or those who speak."""
        rng = self._rng
        clauses = [c for c in re.split("[，。、；：“”！？（）《》]", "".join(story.body[1:])) if 5 <= len(c) <= 16]
        if clauses and len(lines) == 1:
            lines = rng.choice((lines, lines, [rng.choice(clauses), *lines], [*lines, rng.choice(clauses)]))
        even = [(c, d) for c in clauses for d in clauses if len(c) == len(d) < 9 and c != d]
        if even and rng.random() < 0.15:
            lines[:0] = [" ".join(rng.choice(even))]
        elif len(lines) > 1 and max(map(len, lines[:2])) < 10 and rng.random() < 0.5:
            lines = [" ".join(lines[:2]), *lines[2:]]
        if rng.random() < 0.12:
            lines = [*lines, rng.choice(SPEAKERS).format(self._name(), self._name())]
        return lines

    def _blocks(self, stories: list[Story], style: Style) -> list[list[_Line]]:
        """Titles and columns in the order of the page, furniture between them."""
        rng = self._rng
        waiting = [self._pieces(story, number, style) for number, story in enumerate(stories)]
        active: list[list[list[_Line]]] = []
        blocks: list[list[_Line]] = []
        last: list[list[_Line]] | None = None
        while waiting or active:
            far = [pieces for pieces in active if pieces is not last]
            if waiting and (not active or (len(active) < style.layout.most and rng.random() < style.layout.begin)):
                last = waiting.pop(0)
                active.append(last)
                blocks.append(last.pop(0))  # the title
                if rng.random() < (0.85 if style.printed else 0.92) or not far or not LED.match(last[0][0].text):
                    blocks.append(last.pop(0))
            else:
                last = rng.choice(far) if far and rng.random() < style.layout.turns else rng.choice(active)
                blocks.append(last.pop(0))
            active = [pieces for pieces in active if pieces]
            if rng.random() < style.extras:
                blocks += self._extra(style)
            if rng.random() < (0.04 if style.printed else 0.02):
                blocks.append([_Line(line, NOBODY) for line in style.running_foot(rng)])
        return blocks

    def _extra(self, style: Style) -> list[list[_Line]]:
        rng = self._rng
        if style.printed and rng.random() < 0.4:
            return [[_Line(line, NOBODY) for line in rng.choice(BOXES)]]
        if rng.random() < 0.6:
            caption = rng.choice(CAPTIONS).format(rng.choice(SHOWN), self._name())
            image = [[_Line("![](images/02_1.jpg)", NOBODY)]] if rng.random() < 0.5 or "摄" not in caption else []
            return [*image, [_Line(line, NOBODY) for line in style.boxed(rng, caption.split("  "))]]
        return [[_Line(rng.choice(EXTRAS).format("2021年3月4日", rng.randint(1, 8)), NOBODY)]]

    def _written(self, blocks: list[list[_Line]], style: Style) -> Made:
        rng = self._rng
        parts = [style.running_head(rng), "\n\n"]
        length = sum(map(len, parts))
        owners: list[tuple[int, int, int, bool]] = []
        for at, block in enumerate(blocks):
            for number, line in enumerate(block):
                if line.title:
                    before, after = style.beside_title(rng, number, line.owner, last=number == len(block) - 1)
                else:
                    before, after = style.beside_text(line.text, first=line.first)
                text = line.text
                if not line.title:
                    text = "\n".join(style.wrapped(text, line.owner, first=line.first))
                text = self._misread(text, style) if line.owner >= 0 else text
                whole = not line.title and line.owner >= 0 and "\n" not in text
                if whole and rng.random() < style.broken and len(text) > 40:
                    cut = rng.randint(10, len(text) - 10)
                    text = text[:cut] + "\n" + text[cut:]
                owners.append((length + len(before), length + len(before) + len(text), line.owner, line.title))
                piece = before + text + after
                parts.append(piece)
                length += len(piece)
            seamless = at + 1 < len(blocks) and self._seamless(block, blocks[at + 1], style)
            joined = (block[-1].title and style.under) or seamless
            if not parts[-1].endswith("\n\n") and not joined:
                parts.append("\n")
                length += 1
        return Made("".join(parts), tuple(owners))

    def _seamless(self, block: list[_Line], following: list[_Line], style: Style) -> bool:
        """Whether a column begins right below another one, without an empty line."""
        if block[-1].title:
            return False
        return self._rng.random() < (style.flush if following[0].title else style.seams)

    def _misread(self, text: str, style: Style) -> str:
        rng = self._rng
        found = []
        for printed in text:
            char, turn = printed, rng.random()
            if turn < style.misread and char in self._looks:
                char = rng.choice(self._looks[char])
            elif turn < style.misread + style.blanks and "\u4e00" <= char <= "\u9fff":
                char += " "
            elif turn > 1 - style.misread and char in "，。":
                char += char
            found.append(char)
        text = "".join(found)
        return text.translate(style.narrow) if style.narrow else text


def pages(setter: Setter, count: int) -> Iterator[Made]:
    """Some pages."""
    for _ in range(count):
        yield setter.page()
