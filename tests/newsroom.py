"""Invented news for tests: few names, cities and bodies, so that everything meets everything."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator

from kg.model import Appearance, ArticleGraph, Span, Statement

CITIES = ["甲州市", "乙州市", "丙州市"]
BODIES = ["教育局", "科技局", "总工会", "档案局"]
OFFICES = ["局长", "副局长", "书记"]
NAMES = ["赵一明", "钱二美", "孙三思", "李四方", "周五洲"]
SENTENCE = "会议听取了各方面的意见和建议并对下一阶段的重点工作作出安排部署强调要把群众的事情办好"


class Draft:
    """An article that is being written."""

    def __init__(self) -> None:
        self.appearances: list[Appearance] = []
        self.statements: list[Statement] = []

    def one(self, kind: str, name: str) -> str:
        """The local id of an entity, the same for the same name."""
        for item in self.appearances:
            if (item.type, item.name) == (kind, name):
                return item.id
        start = 10 * len(self.appearances)
        id = f"e{len(self.appearances) + 1}"
        mentions = (Span(start, start + len(name)),)
        self.appearances.append(Appearance(id=id, type=kind, name=name, names=(name,), mentions=mentions))
        return id

    def say(self, subject: str, predicate: str, object: str, **more: object) -> None:
        """State something."""
        number = len(self.statements)
        given = {"evidence": SENTENCE[:20], "start": number, "end": number + 5, "frame": f"f{number}", **more}
        self.statements.append(Statement(subject=subject, predicate=predicate, object=object, **given))


def article(number: int, seed: int = 0, *, text: str = "") -> ArticleGraph:
    """One invented article; the same number and seed give the same."""
    rnd = random.Random(f"{seed}/{number}")
    draft = Draft()
    day = (datetime.date(2024, 1, 1) + datetime.timedelta(days=rnd.randrange(40))).isoformat()
    city, body = rnd.choice(CITIES), rnd.choice(BODIES)
    place, organization = draft.one("Place", city), draft.one("Organization", city + body)
    event = draft.one("Event", rnd.choice([f"{city}{body}读书节启动会", "座谈会", "第三届丝绸论坛"]))
    draft.say(event, "HELD_AT", place)
    if rnd.random() < 0.7:
        draft.say(event, "HELD_ON", day, planned=rnd.random() < 0.2)
    if rnd.random() < 0.6:
        draft.say(organization, "ORGANIZED", event)
    for name in rnd.sample(NAMES, rnd.randint(1, 3)):
        person = draft.one("Person", name)
        draft.say(person, "ATTENDED", event, confidence=round(rnd.uniform(0.4, 1), 2), planned=rnd.random() < 0.2)
        if rnd.random() < 0.6:
            office = draft.one("Position", rnd.choice([city + body + rnd.choice(OFFICES), rnd.choice(OFFICES), "记者"]))
            draft.say(office, "POSITION_IN", organization)
            draft.say(person, "HOLDS_POSITION", office, status=rnd.choice(["current", "former"]))
    _deal(draft, rnd, organization)
    words = text or "".join(rnd.choice(SENTENCE) for _ in range(300))
    where = rnd.choice([{"paper": "甲州日报", "place": "甲州市"}, {"paper": "乙州晚报"}, {}])
    return ArticleGraph(
        id=f"n{number:04d}", title=f"第{number}篇", text=words, date=day, source=f"page{number % 3}.md", annotator="test 1",
        appearances=tuple(draft.appearances), statements=tuple(draft.statements), **where,
    )  # fmt: skip


def _deal(draft: Draft, rnd: random.Random, organization: str) -> None:
    other = draft.one("Organization", rnd.choice(CITIES) + rnd.choice(BODIES))
    paper = draft.one("Document", rnd.choice(["合作协议", "甲州市读书条例实施细则"]))
    draft.say(organization, "ISSUED", paper)
    if other != organization:
        draft.say(organization, "SIGNED_WITH", other)


def articles(count: int, seed: int = 0) -> Iterator[ArticleGraph]:
    """Invented articles, one in ten of them a reprint of an earlier one."""
    told: list[str] = []
    for number in range(count):
        reprint = told and number % 10 == 9
        one = article(number, seed, text=f"本报讯{told[number // 2]}" if reprint else "")
        told.append(one.text)
        yield one
