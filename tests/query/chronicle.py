"""Nine invented articles about the invented city of 青禾, whose answers to every query can be told by hand."""

from kg.model import Appearance, ArticleGraph, EntityType, Span, Statement, Status

TYPES: dict[str, EntityType] = {
    "P": "Person",
    "O": "Organization",
    "L": "Place",
    "E": "Event",
    "D": "Document",
    "T": "Position",
}

Fact = tuple[str, str, str]


def article(
    number: int,
    date: str,
    title: str,
    sentences: dict[str, list[Fact]],
    *,
    aliases: dict[str, tuple[str, ...]] | None = None,
    paper: str = "青禾日报",
    page: str = "A01",
    planned: bool = False,
    confidence: float = 0.9,
) -> ArticleGraph:
    """Facts are written ``("P林致远", "ATTENDED", "E青禾论坛")``, a status after the relation: ``HOLDS_POSITION:former``."""
    text = "\n".join(sentences)
    full = f"{title}\n{text}"
    names = dict.fromkeys(
        name for facts in sentences.values() for s, p, o in facts for name in ((s,) if p == "HELD_ON" else (s, o))
    )
    ids = {name: f"e{index}" for index, name in enumerate(names, 1)}
    appearances = tuple(_appearance(ids[name], name, full, (aliases or {}).get(name, ())) for name in names)
    statements = tuple(
        _statement(ids, fact, sentence, full.index(sentence), f"f{index}", planned, confidence)
        for index, (sentence, facts) in enumerate(sentences.items(), 1)
        for fact in facts
    )
    return ArticleGraph(
        id=f"qinghe-{number}",
        title=title,
        text=text,
        date=date,
        source=f"qinghe-{number}.md",
        page=page,
        paper=paper,
        place="青禾市",
        digest=f"{number:016x}",
        appearances=appearances,
        statements=statements,
        annotator="test 1",
    )


def _appearance(local: str, name: str, full: str, aliases: tuple[str, ...]) -> Appearance:
    forms = tuple(form for form in (name[1:], *aliases) if form in full)
    spans = tuple(Span(full.index(form), full.index(form) + len(form)) for form in forms)
    return Appearance(id=local, type=TYPES[name[0]], name=name[1:], names=forms, mentions=spans)


def _statement(
    ids: dict[str, str], fact: Fact, sentence: str, start: int, frame: str, planned: bool, confidence: float
) -> Statement:
    subject, predicate, object_ = fact
    predicate, _, status = predicate.partition(":")
    return Statement(
        subject=ids[subject],
        predicate=predicate,
        object=object_ if predicate == "HELD_ON" else ids[object_],
        evidence=sentence,
        start=start,
        end=start + len(sentence),
        confidence=confidence,
        planned=planned,
        status=_status(status),
        frame=frame,
        rule="test",
    )


def _status(word: str) -> Status:
    return "former" if word == "former" else "appointed" if word == "appointed" else "current"


def office(person: str, title: str, body: str, status: str = "") -> list[Fact]:
    """A person holds an office of a body (P, O, or L before the name tells what the body is)."""
    suffix = f":{status}" if status else ""
    return [(f"P{person}", f"HOLDS_POSITION{suffix}", f"T{title}"), (f"T{title}", "POSITION_IN", body)]


FORUM2, FORUM3, FORUM4 = "E第二届青禾论坛", "E第三届青禾论坛", "E第四届青禾论坛"
SIGNING, SCHOOLS, TEA = "E青禾大学校地合作签约仪式", "E青禾市教育工作会议", "E第五届云岭茶文化节"
MAYOR, SECRETARY = "青禾市市长", "中共青禾市委书记"
CITY, COUNTY, HALL = "L青禾市", "L云岭县", "L青禾会展中心"
GOVERNMENT, COUNTY_GOVERNMENT, UNIVERSITY = "O青禾市人民政府", "O云岭县人民政府", "O青禾大学"
COMPANY, SCHOOL_BOARD, COMMITTEE = "O蓝湾科技集团", "O青禾市教育局", "O中共青禾市委"

_OPENING: dict[str, list[Fact]] = {
    "5月10日至12日，由青禾市人民政府主办的第三届青禾论坛在青禾会展中心举行。": [
        (GOVERNMENT, "ORGANIZED", FORUM3),
        (FORUM3, "HELD_AT", HALL),
        (FORUM3, "HELD_ON", "2024-05-10/2024-05-12"),
    ],
    "中共青禾市委书记何晓岚主持论坛开幕式，青禾市市长林致远致辞。": [
        ("P何晓岚", "CHAIRED", FORUM3),
        ("P林致远", "SPOKE_AT", FORUM3),
        *office("何晓岚", SECRETARY, COMMITTEE),
        *office("林致远", MAYOR, CITY),
    ],
    "青禾大学校长陈柏舟、蓝湾科技集团董事长赵一帆出席论坛。": [
        ("P陈柏舟", "ATTENDED", FORUM3),
        ("P赵一帆", "ATTENDED", FORUM3),
        *office("陈柏舟", "青禾大学校长", UNIVERSITY),
        *office("赵一帆", "蓝湾科技集团董事长", COMPANY),
    ],
}

ARTICLES: tuple[ArticleGraph, ...] = (
    article(
        1,
        "2023-03-02",
        "第二届青禾论坛举行",
        {
            "3月1日，第二届青禾论坛在青禾会展中心举行，青禾市市长林致远主持论坛。": [
                (FORUM2, "HELD_AT", HALL),
                (FORUM2, "HELD_ON", "2023-03-01"),
                ("P林致远", "CHAIRED", FORUM2),
                *office("林致远", MAYOR, CITY),
            ],
            "青禾大学校长陈柏舟出席论坛。": [
                ("P陈柏舟", "ATTENDED", FORUM2),
                *office("陈柏舟", "青禾大学校长", UNIVERSITY),
            ],
            "论坛由青禾市人民政府主办。": [(GOVERNMENT, "ORGANIZED", FORUM2)],
        },
    ),
    article(2, "2024-05-11", "第三届青禾论坛开幕", _OPENING, aliases={FORUM3: ("论坛",), GOVERNMENT: ("市政府",)}),
    article(3, "2024-05-12", "第三届青禾论坛开幕", _OPENING, paper="云岭晚报", page="B02"),
    article(
        4,
        "2024-05-13",
        "青禾大学签约仪式举行",
        {
            "5月12日，青禾大学校地合作签约仪式在青禾市举行，陈柏舟、赵一帆出席签约仪式。": [
                (SIGNING, "HELD_AT", CITY),
                (SIGNING, "HELD_ON", "2024-05-12"),
                ("P陈柏舟", "ATTENDED", SIGNING),
                ("P赵一帆", "ATTENDED", SIGNING),
            ],
            "青禾大学与蓝湾科技集团签署数字校园合作协议。": [
                (UNIVERSITY, "SIGNED_WITH", COMPANY),
                (UNIVERSITY, "SIGNED", "D数字校园合作协议"),
                (COMPANY, "SIGNED", "D数字校园合作协议"),
            ],
            "青禾大学还与云岭县人民政府签署人才培养协议。": [
                (UNIVERSITY, "SIGNED_WITH", COUNTY_GOVERNMENT),
                (UNIVERSITY, "SIGNED", "D人才培养协议"),
                (COUNTY_GOVERNMENT, "SIGNED", "D人才培养协议"),
            ],
            "青禾大学校长陈柏舟说，学校将为蓝湾科技集团董事长赵一帆颁发聘书。": [
                *office("陈柏舟", "青禾大学校长", UNIVERSITY),
                *office("赵一帆", "蓝湾科技集团董事长", COMPANY),
            ],
        },
    ),
    article(
        5,
        "2024-06-03",
        "青禾市教育工作会议召开",
        {
            "6月2日，青禾市教育工作会议在青禾市召开，青禾市教育局局长张宁主持会议。": [
                (SCHOOLS, "HELD_AT", CITY),
                (SCHOOLS, "HELD_ON", "2024-06-02"),
                ("P张宁", "CHAIRED", SCHOOLS),
                *office("张宁", "青禾市教育局局长", SCHOOL_BOARD),
            ],
            "会议由青禾市教育局主办，审议通过《青禾市教育优先发展意见》。": [
                (SCHOOL_BOARD, "ORGANIZED", SCHOOLS),
                (SCHOOLS, "ADOPTED", "D青禾市教育优先发展意见"),
            ],
            "中共青禾市委书记、青禾市人大常委会主任何晓岚，青禾大学校长陈柏舟出席会议。": [
                *office("何晓岚", "青禾市人大常委会主任", "O青禾市人大常委会"),
                ("P何晓岚", "ATTENDED", SCHOOLS),
                ("P陈柏舟", "ATTENDED", SCHOOLS),
                *office("何晓岚", SECRETARY, COMMITTEE),
                *office("陈柏舟", "青禾大学校长", UNIVERSITY),
            ],
            "周明哲任青禾市市长，青禾市原市长林致远出席会议。": [
                *office("周明哲", MAYOR, CITY, "appointed"),
                *office("林致远", MAYOR, CITY, "former"),
                ("P林致远", "ATTENDED", SCHOOLS),
            ],
        },
    ),
    article(
        6,
        "2024-06-20",
        "周明哲到云岭县调研",
        {
            "6月19日，青禾市市长周明哲到云岭县调研，云岭县县长张宁会见周明哲。": [
                ("P周明哲", "VISITED", COUNTY),
                ("P张宁", "MET_WITH", "P周明哲"),
                *office("周明哲", MAYOR, CITY),
                *office("张宁", "云岭县县长", COUNTY),
            ],
            "周明哲会见蓝湾科技集团董事长赵一帆。": [
                ("P周明哲", "MET_WITH", "P赵一帆"),
                *office("赵一帆", "蓝湾科技集团董事长", COMPANY),
            ],
            "云岭县人民政府印发《云岭县茶产业规划》。": [(COUNTY_GOVERNMENT, "ISSUED", "D云岭县茶产业规划")],
        },
    ),
    article(
        7,
        "2024-06-25",
        "第五届云岭茶文化节开幕",
        {
            "6月24日，第五届云岭茶文化节在云岭县开幕，云岭县县长张宁致辞。": [
                (TEA, "HELD_AT", COUNTY),
                (TEA, "HELD_ON", "2024-06-24"),
                ("P张宁", "SPOKE_AT", TEA),
                *office("张宁", "云岭县县长", COUNTY),
            ],
            "茶文化节由云岭县人民政府主办，青禾市市长林致远出席茶文化节。": [
                (COUNTY_GOVERNMENT, "ORGANIZED", TEA),
                ("P林致远", "ATTENDED", TEA),
                *office("林致远", MAYOR, CITY),
            ],
            "青禾大学向第五届云岭茶文化节致贺信。": [(UNIVERSITY, "MESSAGED", TEA)],
        },
        paper="云岭晚报",
    ),
    article(
        8,
        "2024-07-01",
        "第四届青禾论坛九月举行",
        {
            "第四届青禾论坛将于9月1日在青禾会展中心举行，由青禾市人民政府主办。": [
                (FORUM4, "HELD_AT", HALL),
                (FORUM4, "HELD_ON", "2024-09-01"),
                (GOVERNMENT, "ORGANIZED", FORUM4),
            ],
            "青禾大学校长陈柏舟将出席论坛。": [
                ("P陈柏舟", "ATTENDED", FORUM4),
                *office("陈柏舟", "青禾大学校长", UNIVERSITY),
            ],
        },
        planned=True,
        confidence=0.6,
    ),
    article(
        9,
        "2024-07-05",
        "云岭茶文化节闭幕",
        {
            "第五届云岭茶文化节于6月25日举行，云岭县县长张宇宣布闭幕。": [
                (TEA, "HELD_ON", "2024-06-25"),
                *office("张宇", "云岭县县长", COUNTY),
            ],
        },
        paper="云岭晚报",
        confidence=0.4,
    ),
)
