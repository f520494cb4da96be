"""Synthetic pages of newspapers: articles set as scanners read them, with where each character comes from.

Articles are given leads and bylines, their headlines are broken over lines and marked in many ways, their bodies are cut
into columns, in the middle of words too, and set among each other and among captions and advertisements; characters are
misread. The same seed gives the same pages.
"""

from __future__ import annotations

import json
import lzma
import random
import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

NOBODY = -1
LEADS = "本报讯 本报讯 本报讯 本报讯 本报讯 本报{}讯 本报{}{}月{}日电 本报{}专电 本报5日讯 晚报讯 {}日报讯".split()
WRITERS = ("记者", "记者", "记者", "通讯员", "见习记者", "特约记者", "实习生", "首席记者", "特派记者")
BULLETS = "●◆★▲■▶◎◇※☆"
COLUMNS = "简讯 短波 速览 短讯 快报 一周速递 县区传真 要闻速览 基层动态 简明新闻 新闻快递 城乡短波 微闻 资讯".split()
SERIES = "人物 故事 身边榜样 新春走基层 凡人微光 记者手记 乡村振兴一线 工匠 我们的节日 读者来信".split()
CAPTIONS = (
    "图为{}现场。 {} 摄", "{}。 本报记者 {} 摄", "▲{}。（通讯员 {} 摄）", "{} （记者 {} 摄）", "{}。 {} 供图", "{}。",
)  # fmt: skip
SHOWN = "村民在田间采收 选手在比赛中 工人在车间赶制订单 市民参观展览 志愿者为老人理发 签约现场 演员表演节目 游客乘船游览".split()
EXTRAS = (
    "【广告】湖畔名邸 现房发售 均价6800元起 咨询热线：0539-88****", "今日天气 多云转晴 12℃～21℃ 东北风3级",
    "遗失声明 县城南街顺发商店遗失营业执照副本，声明作废。", "（下转第三版）", "(相关报道见2版)", "（上接第一版）",
    "扫码关注官方微信", "新闻热线：0539-2120000　广告热线：0539-2120001", "[广告] 老窖陈酿 订购电话：400-820****",
    "文明你我他 城市靠大家 礼让斑马线 安全伴回家", "投稿邮箱：bs@paper.example", "综合新闻 {} 0{}", "要 闻　0{}　{}",
)  # fmt: skip
LED = re.compile(r"本报|新华社|□|[(（]记者")
NOTICED = "调整公交线路 城区道路施工 停止供水 供热价格听证 拟任职人选 道路交通管制 土地征收补偿 清理僵尸车辆 高考期间噪声管控".split()
TERMS = (
    "施工期间禁止一切车辆通行，请过往车辆按交通标志绕行。", "请广大市民提前做好储水准备，由此带来的不便敬请谅解。",
    "公示期间如有异议，请向市有关部门书面反映，联系电话：0539-2123456。", "对违反本通告的，依照有关法律法规予以处罚。",
    "参加人可在四月五日前凭本人身份证报名，名额报满为止。", "本通告自发布之日起施行，有效期两年。",
)  # fmt: skip
PLACES = "临江 安平 新河 清源 东港 西山 南桥 北屯 永宁 长乐 太和 石门 龙泉 青川 白塔 红旗".split()
CITIES = "临江市 安平县 新河市 清源县 东港市 石门县".split()


class Story(NamedTuple):
    """An article before it is set."""

    head: tuple[str, ...]
    writers: tuple[str, ...]
    body: tuple[str, ...]
    local: bool  # written as local papers write, with its own lead
    group: str  # stories of one group stand on one page


class Made(NamedTuple):
    """A page, the stretches of it that belong to a story or to none, and which of these are titles."""

    raw: str
    owners: tuple[tuple[int, int, int, bool], ...]


class _Line(NamedTuple):
    text: str
    owner: int
    title: bool = False
    first: bool = True  # of its paragraph


def corpus_stories(path: Path, every: int = 1) -> list[Story]:
    """Articles of the corpus, those of one month a group."""
    found = []
    with lzma.open(path, "rt", encoding="utf-8") as rows:
        for number, row in enumerate(rows):
            if number % every:
                continue
            article = json.loads(row)
            body = tuple(p.strip() for p in article["text"].split("\n") if p.strip())
            if sum(map(len, body)) >= 150 and all(p[-1] in "。！？”）" for p in body) and len(article["title"]) < 60 and not re.search("快讯|联播", article["title"]):
                head = re.sub(r"丨|\|", " ", article["title"])
                found.append(Story(tuple(head.split()), (), _shortened(body, 700), False, article["date"][:7]))
    return found


def gold_stories(path: Path, keep: Sequence[str]) -> list[Story]:
    """Gold articles of local papers whose ids are among ``keep``."""
    found = []
    for row in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(row)
        if article["id"] in keep:
            body = tuple(p for p in article["text"].split("\n") if p.strip())
            found.append(Story(tuple(article["title"].split()), (), body, True, article["id"].split("#")[0]))
    return found


def compact_stories(paths: Sequence[Path]) -> list[Story]:
    """Articles in the compact format of tests/data/unseen."""
    found = []
    for path in paths:
        for block in re.split(r"(?m)^@ ", path.read_text(encoding="utf-8"))[1:]:
            title = re.search(r"(?m)^T (.+)$", block)
            body = tuple(re.findall(r"(?m)^B (.+)$", block))
            if title and sum(map(len, body)) > 100:
                found.append(Story(tuple(title[1].split()), (), body, True, block[:6]))
    return found


def _shortened(body: tuple[str, ...], most: int) -> tuple[str, ...]:
    total, kept = 0, []
    for paragraph in body:
        kept.append(paragraph)
        total += len(paragraph)
        if total > most:
            break
    return tuple(kept)


class Setter:
    """Sets stories on pages."""

    def __init__(self, local: Sequence[Story], corpus: Sequence[Story], seed: int) -> None:
        self._rng = random.Random(seed)
        self._local, self._corpus = list(local), list(corpus)
        self._groups: dict[str, list[Story]] = {}
        for story in corpus:
            self._groups.setdefault(story.group, []).append(story)
        self._looks = _lookalikes()
        single, given = _name_characters()
        self._surnames, self._given = single, given

    def page(self) -> Made:
        """A new page."""
        rng = self._rng
        stories = self._stories()
        style = _Style(rng)
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
        return [self._led(story if story.local else story._replace(body=_shortened(story.body, rng.randint(200, 700)))) for story in found]

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
        return Story((head,), (), tuple(items) or (f"{bullet}今天，各地天气晴好，游人如织。（{self._name()}）",), True, "")

    def _notice(self) -> Story:
        """A public notice."""
        rng = self._rng
        city, what = rng.choice(CITIES), rng.choice(NOTICED)
        titles = (f"关于{what}的公告", f"{city}关于{what}的通告", f"{what}公示", "公告", f"关于{what}的通知")
        items = [f"{mark}、{rng.choice(TERMS)}" for mark in "一二三四"[: rng.choice((0, 0, 2, 3, 4))]]
        lead = rng.choice(("根据有关规定", f"因{what}需要", f"经{city}人民政府研究", "为保障市民出行安全"))
        first = f"{lead}，{rng.choice(('现就有关事项公告如下：', '现予以公示。', '决定于4月1日起实行。'))}"
        end = rng.choice(((), ("特此公告。",), ("特此公告。", f"{city}人民政府", "2021年3月2日"), (f"{city}公安局", "2021年3月2日")))
        return Story((rng.choice(titles),), (), (first, *items, *end), True, "")

    def _pieces(self, story: Story, number: int, style: _Style) -> list[list[_Line]]:
        """The title, then the columns of the body."""
        rng = self._rng
        cuts = rng.choices((0, 1, 2, 3), style.cuts)[0]
        total = sum(map(len, story.body))
        columns: list[list[_Line]] = [[]]
        at = sorted(rng.randint(20, max(21, total - 8)) for _ in range(cuts))
        done = 0
        for paragraph in story.body:
            start = 0
            for cut in [c - done for c in at if 0 <= c - done < len(paragraph)]:
                if rng.random() < style.whole or cut < 2 or cut > len(paragraph) - 2:
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
        return [[_Line(t, number, True) for t in self._headlines(story)], *[c for c in columns if c]]

    def _headlines(self, story: Story) -> list[str]:
        rng = self._rng
        lines = list(story.head)
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

    def _blocks(self, stories: list[Story], style: _Style) -> list[list[_Line]]:
        """Titles and columns in the order of the page, furniture between them."""
        rng = self._rng
        waiting = [self._pieces(story, number, style) for number, story in enumerate(stories)]
        active: list[list[list[_Line]]] = []
        blocks: list[list[_Line]] = []
        last: list[list[_Line]] | None = None
        while waiting or active:
            far = [pieces for pieces in active if pieces is not last]
            if waiting and (not active or (len(active) < style.most and rng.random() < style.begin)):
                last = waiting.pop(0)
                active.append(last)
                blocks.append(last.pop(0))  # the title
                if rng.random() < 0.92 or not far or not LED.match(last[0][0].text):
                    blocks.append(last.pop(0))
            else:
                last = rng.choice(far) if far and rng.random() < 0.8 else rng.choice(active)
                blocks.append(last.pop(0))
            active = [pieces for pieces in active if pieces]
            if rng.random() < style.extras:
                blocks += self._extra()
            if rng.random() < 0.02:
                blocks.append([_Line(style.running_head(rng)[:24], NOBODY)])
        return blocks

    def _extra(self) -> list[list[_Line]]:
        rng = self._rng
        if rng.random() < 0.6:
            caption = rng.choice(CAPTIONS).format(rng.choice(SHOWN), self._name())
            image = [[_Line("![](images/02_1.jpg)", NOBODY)]] if rng.random() < 0.5 or "摄" not in caption else []
            return [*image, [_Line(caption, NOBODY)]]
        return [[_Line(rng.choice(EXTRAS).format("2021年3月4日", rng.randint(1, 8)), NOBODY)]]

    def _written(self, blocks: list[list[_Line]], style: _Style) -> Made:
        rng = self._rng
        parts = [style.running_head(rng), "\n\n"]
        length = sum(map(len, parts))
        owners: list[tuple[int, int, int, bool]] = []
        for block in blocks:
            for number, line in enumerate(block):
                rest = len(block) - number
                before, text, after = style.dressed(rng, line.text, number, title=line.title, last=rest == 1, first=line.first)
                text = self._misread(text, style) if line.owner >= 0 else text
                if style.width and not line.title and line.owner >= 0:
                    wide = style.width - 2 * bool(before.strip("\n"))
                    text = "\n".join([text[:wide], *(text[i : i + style.width] for i in range(wide, len(text), style.width))])
                elif not line.title and line.owner >= 0 and rng.random() < style.broken and len(text) > 40:
                    cut = rng.randint(10, len(text) - 10)
                    text = text[:cut] + "\n" + text[cut:]
                owners.append((length + len(before), length + len(before) + len(text), line.owner, line.title))
                piece = before + text + after
                parts.append(piece)
                length += len(piece)
            if not parts[-1].endswith("\n\n"):
                parts.append("\n")
                length += 1
        return Made("".join(parts), tuple(owners))

    def _misread(self, text: str, style: _Style) -> str:
        rng = self._rng
        found = []
        for char in text:
            turn = rng.random()
            if turn < style.misread and char in self._looks:
                char = rng.choice(self._looks[char])
            elif turn < style.misread + style.blanks and "\u4e00" <= char <= "\u9fff":
                char += " "
            elif turn > 1 - style.misread and char in "，。":
                char += char
            found.append(char)
        text = "".join(found)
        return text.translate(style.narrow) if style.narrow else text


class _Style:
    """How a page is set."""

    def __init__(self, rng: random.Random) -> None:
        self.marks = rng.choice(("hash", "hash", "hash", "mixed", "mixed", "bold", "none", "none", "none", "html"))
        self.tight = self.marks == "none" and rng.random() < 0.6  # empty lines only between blocks
        self.indent = rng.choice(("", "", "　　")) if self.marks != "html" else "&nbsp;&nbsp;"
        self.width = rng.randint(14, 28) if rng.random() < 0.12 else 0  # of lines that are not put together
        self.indents_all = rng.random() < 0.25
        self.narrow = rng.choice((None, None, str.maketrans("，（）：", ",():")))
        self.misread = rng.choice((0.0, 0.002, 0.004))
        self.blanks = rng.choice((0.0, 0.003, 0.01))
        self.broken = rng.choice((0.0, 0.0, 0.03, 0.1))
        self.extras = rng.choice((0.05, 0.12, 0.2))
        self.cuts = rng.choice(((3, 4, 2, 0), (5, 3, 1, 0), (1, 3, 3, 1)))
        self.bare_kickers = self.marks in ("hash", "mixed", "bold") and rng.random() < 0.5
        self.whole = rng.choice((0.0, 0.15, 0.3))  # columns that end with a paragraph
        self.most = rng.choice((2, 2, 3, 4))  # articles that are under way at the same time
        self.begin = rng.choice((0.4, 0.6, 0.8))

    def running_head(self, rng: random.Random) -> str:
        """The first line of the page."""
        return f"0{rng.randint(1, 8)} 要闻　2021年3月{rng.randint(1, 31)}日　星期{rng.choice('一二三四五六日')}　责任编辑：高远　校对：白雪"

    def dressed(self, rng: random.Random, text: str, number: int, *, title: bool, last: bool, first: bool) -> tuple[str, str, str]:
        """What stands before a line, the line, what stands behind it."""
        end = "\n" if self.tight else "\n\n"
        if not title:
            if self.marks == "html":
                return "<p>" + self.indent, text, "</p>\n"
            return (self.indent if text[0] not in BULLETS and (first or self.indents_all) else ""), text, end
        if self.bare_kickers and not number and not last and rng.random() < 0.7:
            return "", text, "\n\n"
        if self.marks == "hash" or (self.marks == "mixed" and rng.random() < 0.6):
            return "#" * rng.choice((1, 2, 3, 4) if number else (1, 2, 2, 3)) + " ", text, "\n\n"
        if self.marks == "bold" or (self.marks == "mixed" and rng.random() < 0.4):
            return "**", text, "**\n\n"
        if self.marks == "html":
            return "<h3>", text, "</h3>\n"
        return "", text, end


def _lookalikes() -> dict[str, str]:
    text = (files("kg") / "data" / "lookalikes.txt").read_text(encoding="utf-8")
    return {row[0]: row[1:4] for row in text.splitlines() if row and row[0] != "#"}


def _name_characters() -> tuple[str, str]:
    text = (files("kg") / "data" / "surnames.txt").read_text(encoding="utf-8")
    single = "".join(row for row in text.splitlines() if row and row[0] != "#")[:150]
    return single, "一山川远明清平安文海云松柏竹兰梅雪霜雨晴晓春秋冬夏宁静思齐远航志强建国卫东红军丽娟"


def pages(setter: Setter, count: int) -> Iterator[Made]:
    """Some pages."""
    for _ in range(count):
        yield setter.page()
