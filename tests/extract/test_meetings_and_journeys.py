"""Who met whom, went where, wrote to whom and adopted what, where names stand in relative clauses or with companions."""

import pytest

from kg.annotate.builtin import BuiltinAnnotator
from kg.extract import extract
from kg.model import Article
from kg.ontology import load_ontology

ONTOLOGY = load_ontology()

CASES = {
    "a guest behind a relative clause": (
        "国务院总理章若水12日上午同来华进行国事访问的蒙古国总统巴图·额尔登举行会谈。",
        {("章若水", "MET_WITH", "巴图·额尔登"), ("巴图·额尔登", "VISITED", "中国")},
    ),
    "two hosts and two guests; hosts have not met each other": (
        "6月3日，市委书记孟长河、市长叶知秋会见了泰兴集团董事长戚明远、总经理柏少林。",
        {
            ("孟长河", "MET_WITH", "戚明远"),
            ("孟长河", "MET_WITH", "柏少林"),
            ("叶知秋", "MET_WITH", "戚明远"),
            ("叶知秋", "MET_WITH", "柏少林"),
        },
    ),
    "guests that are accompanied": (
        "6月3日，市长叶知秋会见泰兴集团董事长戚明远，并陪同客人参观了云麓博物馆。",
        {
            ("叶知秋", "MET_WITH", "戚明远"),
            ("叶知秋", "VISITED", "云麓博物馆"),
            ("戚明远", "VISITED", "云麓博物馆"),
        },
    ),
    "companions in the sentence of the visit; the bodies of officials that are led do not travel": (
        "6月5日，副市长孟长河率市水务局负责人，到清河水库、白石水厂检查，市应急管理局局长戚明远参加检查。",
        {
            ("孟长河", "VISITED", "清河水库"),
            ("孟长河", "VISITED", "白石水厂"),
            ("戚明远", "VISITED", "清河水库"),
            ("戚明远", "VISITED", "白石水厂"),
        },
    ),
    "赴 with a purpose behind": (
        "市医保局局长叶知秋6日赴清河区白石镇卫生院调研。",
        {("叶知秋", "VISITED", "清河区白石镇卫生院")},
    ),
    "words with 向 are no prepositions": (
        "6月7日，戚明远走进泰兴转向架车间。",
        {("戚明远", "VISITED", "泰兴转向架车间")},
    ),
    "condolences": (
        "外交部部长章若水9日向蒙古国总统巴图·额尔登发去唁电。",
        {("章若水", "MESSAGED", "巴图·额尔登")},
    ),
    "a meeting that others take part in is none between them": (
        "6月3日，市委书记孟长河与戚明远举行座谈。副市长叶知秋、总经理柏少林参加座谈。",
        {("孟长河", "MET_WITH", "戚明远")},
    ),
    "通过 as a preposition": ("云麓市图书馆通过《云麓旧志》数据库服务读者。", set()),
}


@pytest.mark.parametrize("name", CASES)
def test_meetings_and_journeys(name: str) -> None:
    text, expected = CASES[name]
    article = Article(id="a", title="", text=text, date="2024-06-25", place="")
    graph = extract(article, next(iter(BuiltinAnnotator().annotate([article]))), ONTOLOGY)
    names = {a.id: a.name for a in graph.appearances}
    found = {
        (names[s.subject], s.predicate, names[s.object])
        for s in graph.statements
        if s.predicate in ("MET_WITH", "VISITED", "MESSAGED", "ADOPTED")
    }
    assert found == expected
