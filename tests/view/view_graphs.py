"""Invented graphs for the tests of the viewer."""

import random

from kg.model import Citation, Entity, Fact, Graph

HOSTILE = (
    "<script>window.hacked = 1</script>",
    "</script><script>window.hacked = 2</script>",
    '<img src=x onerror="window.hacked = 3">',
    '<a href="javascript:window.hacked = 4">href</a>',
    "\"'`}]; window.hacked = 5; //",
    "</title><script>window.hacked = 6</script>",
    "行一\u2028行二\u2029行三",
    "\u202e反写\u2067名字\u200f",
    "{{ 7 * 7 }} ${7 * 7} {% raw %}",
    "-->]]><!--",
    "__proto__",
    "constructor",
    "\ud800半个",
    "NUL\x00和\x1b[31m",
)

SENTENCE = "市长林致远主持第三届青禾论坛，青禾大学校长陈柏舟出席。"


def citation(number: int, quote: str = SENTENCE, *, article: str = "qinghe-1") -> Citation:
    return Citation(
        statement=f"s{number}", article=article, quote=quote, title="第三届青禾论坛开幕",
        paper="青禾日报", date="2024-05-11", page="A02", source="qinghe.md",
    )  # fmt: skip


def forum() -> Graph:
    """Five entities, six facts: two of them between the same pair, one planned, one former, one uncertain."""
    entities = (
        Entity(id="p1", type="Person", name="林致远", names=("林致远", "林市长")),
        Entity(id="p2", type="Person", name="陈柏舟"),
        Entity(id="e1", type="Event", name="第三届青禾论坛", names=("论坛",), start="2024-05-10", end="2024-05-12"),
        Entity(id="t1", type="Position", name="青禾市市长"),
        Entity(id="o1", type="Organization", name="青禾大学"),
    )
    facts = (
        fact("f1", "p1", "CHAIRED", "e1", citation(1), stories=3),
        fact("f2", "p1", "SPOKE_AT", "e1", citation(2, "林致远在论坛上致辞。", article="qinghe-2")),
        fact("f3", "p2", "ATTENDED", "e1", citation(3), planned=True),
        fact("f4", "p1", "HOLDS_POSITION", "t1", citation(4), status="former"),
        fact("f5", "p2", "VISITED", "o1", citation(5, "陈柏舟到访青禾大学。"), confidence=0.4, first="2023-01-02"),
        fact("f6", "p1", "MET_WITH", "p2", citation(6, "林致远会见陈柏舟。")),
    )
    return Graph(entities=entities, facts=facts)


def fact(
    id_: str, subject: str, predicate: str, object_: str, *citations: Citation,
    first: str = "2024-05-11", planned: bool = False, status: str = "current", confidence: float = 0.9, stories: int = 1,
) -> Fact:  # fmt: skip
    return Fact(
        id=id_, subject=subject, predicate=predicate, object=object_, citations=citations, first_date=first,
        last_date=first, planned=planned, status=status, confidence=confidence, stories=stories,  # type: ignore[arg-type]
    )  # fmt: skip


def hostile() -> Graph:
    """Every hostile text as a name, another name, a quote, a headline, a paper and an id."""
    entities = [Entity(id="hub", type="Event", name="会议")]
    facts = []
    for number, text in enumerate(HOSTILE):
        entities.append(Entity(id=f"x{number}{text}", type="Person", name=text, names=(text, f"{text}又名")))
        source = Citation(
            statement=f"s{number}", article=text, quote=text, title=text, paper=text, date=text, page=text, source=text
        )
        facts.append(fact(f"f{number}", f"x{number}{text}", "ATTENDED", "hub", source, first="2024-05-11"))
    return Graph(entities=tuple(entities), facts=tuple(facts))


def synthetic(nodes: int, edges: int, *, seed: int = 3) -> Graph:
    """Communities of about thirty with hubs, as news gives them."""
    chance = random.Random(seed)
    types = ("Person", "Organization", "Place", "Event", "Document", "Position")
    entities = tuple(
        Entity(id=f"n{number:06}", type=types[number % 6], name=f"{'甲乙丙丁戊己'[number % 6]}方{number}号")
        for number in range(nodes)
    )
    facts = []
    for number in range(edges):
        home = chance.randrange(nodes) // 30 * 30
        a, b = (min(nodes - 1, home + int(chance.random() ** 2 * 30)) for _ in range(2))
        if chance.random() < 0.1:
            b = chance.randrange(nodes)
        quote = f"{entities[a].name}与{entities[b].name}举行会谈，就第{number}项合作交换意见。"
        source = citation(number, quote, article=f"paper-{number // 20}")
        facts.append(fact(f"f{number:06}", entities[a].id, "MET_WITH", entities[b].id, source))
    return Graph(entities=entities, facts=tuple(facts))
