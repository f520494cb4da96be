"""Invented articles for speed: few cities and bodies, many people, one of them everywhere; a seed gives the same.

Each sentence states what it is the evidence of, so offsets are real. One in twenty articles reprints an earlier one.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator

from kg.model import Appearance, ArticleGraph, EntityType, Span, Statement

CITIES = [f"{a}{b}市" for a in "甲乙丙丁戊己庚辛壬癸" for b in "州江山阳"]
BODIES = ["教育局", "科技局", "总工会", "档案局", "水务局", "文化馆", "人民政府", "发展改革委", "商务局", "气象局"]
RANKS = ["局长", "副局长", "书记", "副书记", "主任"]
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英文华建国志成云山海林"
THEMES = ["读书", "防汛", "招商", "春耕", "养老服务", "职业技能", "绿色交通", "数字经济", "社区治理", "文物保护"]
KINDS = ["推进会", "座谈会", "启动仪式", "论坛", "培训班", "现场会"]
PAPERS = ["合作协议", "实施方案", "管理办法", "框架协议"]
FAMOUS = ("甲州市市长", "钟大名")
FILLER = (
    "与会人员围绕重点工作进行了交流",
    "有关负责人介绍了前一阶段的进展",
    "会前还参观了展览和现场",
    "下一步将完善措施并明确责任",
    "群众反映的问题得到了回应",
    "项目预计带动一批上下游企业",
)


class Draft:
    """An article that is being written sentence by sentence."""

    def __init__(self, title: str) -> None:
        self.text = ""
        self.appearances: dict[tuple[EntityType, str], str] = {}
        self.mentions: dict[str, list[Span]] = {}
        self.statements: list[Statement] = []
        self._title = title
        self._start = self._end = 0

    def sentence(self, text: str) -> None:
        """Add a sentence; what is stated next rests on it."""
        self._start = len(self._title) + 1 + len(self.text)
        self._end = self._start + len(text)
        self.text += text

    def one(self, kind: EntityType, name: str) -> str:
        """The local id of an entity, the same for the same name, with its mention in the last sentence."""
        id = self.appearances.setdefault((kind, name), f"e{len(self.appearances) + 1}")
        at = self.text.find(name, self._start - len(self._title) - 1)
        if at >= 0:
            start = len(self._title) + 1 + at
            self.mentions.setdefault(id, []).append(Span(start, start + len(name)))
        return id

    def say(self, subject: str, predicate: str, object: str) -> None:
        """State something on the evidence of the last sentence."""
        sentence = self.text[self._start - len(self._title) - 1 :]
        self.statements.append(
            Statement(
                subject=subject,
                predicate=predicate,
                object=object,
                evidence=sentence,
                start=self._start,
                end=self._end,
                confidence=0.9,
                frame=f"f{self._start}",
                rule="bench",
            )
        )

    def done(self, number: int, date: str, city: str) -> ArticleGraph:
        """The article."""
        appearances = tuple(
            Appearance(id=id, type=kind, name=name, names=(name,), mentions=tuple(self.mentions.get(id, ())))
            for (kind, name), id in self.appearances.items()
        )
        return ArticleGraph(
            id=f"news-{number:06}",
            title=self._title,
            text=self.text,
            date=date,
            source=f"issue-{number // 20:05}.md",
            paper=f"{city[:-1]}日报",
            place=city,
            annotator="bench 1",
            appearances=appearances,
            statements=tuple(self.statements),
        )


def articles(count: int, seed: int = 1) -> Iterator[ArticleGraph]:
    """Articles of about 400 characters with about eleven statements each."""
    for number in range(count):
        told = number // 20 * 20 if number % 20 == 19 else number  # a reprint tells what the first of its issue told
        yield article(number, random.Random(f"{seed}/{told}"))


def article(number: int, rnd: random.Random) -> ArticleGraph:
    """One article; the same state of ``rnd`` tells the same story."""
    city, body = rnd.choice(CITIES), rnd.choice(BODIES)
    day = datetime.date(2015, 1, 1) + datetime.timedelta(days=rnd.randrange(3600))
    gathering = f"{city}{rnd.choice(THEMES)}{rnd.choice(KINDS)}"
    draft = Draft(f"{gathering}举行")
    draft.sentence(f"{day.month}月{day.day}日，{city}{body}主办的{gathering}在{city}举行。")
    event, organization, place = (
        draft.one("Event", gathering),
        draft.one("Organization", city + body),
        draft.one("Place", city),
    )
    draft.say(event, "HELD_AT", place)
    draft.say(event, "HELD_ON", day.isoformat())
    draft.say(organization, "ORGANIZED", event)
    for number_of_person in range(rnd.randint(2, 4)):
        office, name = official(city, body, rnd) if rnd.random() < 0.85 else FAMOUS
        attends(draft, rnd, (office, name), event, "CHAIRED" if number_of_person == 0 else "ATTENDED")
    signs(draft, rnd, city + body)
    while len(draft.text) < 400:
        draft.sentence(f"{rnd.choice(FILLER)}，{rnd.choice(THEMES)}工作已有{rnd.randint(2, 990)}个单位参加。")
    return draft.done(number, day.isoformat(), city)


def official(city: str, body: str, rnd: random.Random) -> tuple[str, str]:
    """An office and who holds it, which does not change; names repeat between cities, as they do."""
    office = city + body + rnd.choice(RANKS)
    known = random.Random(office)
    return office, known.choice(SURNAMES) + known.choice(GIVEN) + known.choice(GIVEN)


def attends(draft: Draft, rnd: random.Random, who: tuple[str, str], event: str, predicate: str) -> None:
    office, name = who
    draft.sentence(f"{office}{name}{'主持' if predicate == 'CHAIRED' else '出席'}，并讲话。")
    person, position = draft.one("Person", name), draft.one("Position", office)
    draft.say(person, predicate, event)
    draft.say(person, "HOLDS_POSITION", position)
    within = next((body for body in BODIES if body in office), "")
    city = office[:3]
    inside = draft.one("Organization", city + within) if within else draft.one("Place", city)
    draft.say(position, "POSITION_IN", inside)
    if rnd.random() < 0.3:
        draft.say(person, "SPOKE_AT", event)


def signs(draft: Draft, rnd: random.Random, organization: str) -> None:
    other = rnd.choice(CITIES) + rnd.choice(BODIES)
    if other == organization or rnd.random() < 0.4:
        return
    paper = f"{rnd.choice(THEMES)}{rnd.choice(PAPERS)}"
    draft.sentence(f"{organization}与{other}签署《{paper}》。")
    first, second = draft.one("Organization", organization), draft.one("Organization", other)
    document = draft.one("Document", paper)
    draft.say(first, "SIGNED_WITH", second)
    draft.say(first, "SIGNED", document)
    draft.say(second, "SIGNED", document)
