"""Names of gatherings and documents: where they begin and end."""

from __future__ import annotations

import re

import pytest

from kg.grammar.clauses import Lexicon, trie
from kg.grammar.documents import document_name, find_described, find_orders, find_resolutions, find_titles
from kg.grammar.events import find_events, head_of, is_bare, kind_of

EVENTS = [
    ("昨日，全市乡村振兴现场推进会在平安镇召开", ["全市乡村振兴现场推进会"]),
    ("县长主持召开县政府第15次常务会议，学习文件", ["县政府第15次常务会议"]),
    ("出席“2024从化国际论坛”开幕式并致辞", ["“2024从化国际论坛”开幕式"]),
    ("由第十四届全国人民代表大会常务委员会第十一次会议于9月通过", ["第十四届全国人民代表大会常务委员会第十一次会议"]),
    ("他来到会议室，走进培训中心", []),
    ("市红十字会、市总工会和理事会", []),
    ("签署了联委会第四次会议纪要", []),
    ("雪顿节今天开幕", ["雪顿节"]),
    ("悬挂着“庆祝建校百年大会”会标", ["庆祝建校百年大会"]),
    ("和平公约发表70周年纪念大会28日举行", ["和平公约发表70周年纪念大会"]),
    ("全省为农服务工作机制会议3月2日在京召开", ["全省为农服务工作机制会议"]),
    ("主持召开渔民、船厂和港口等行业代表座谈会", ["渔民、船厂和港口等行业代表座谈会"]),
    (
        "在青年干部学习贯彻党的十九届六中全会精神研讨班开班式上的讲话",
        ["青年干部学习贯彻党的十九届六中全会精神研讨班开班式"],
    ),
    ("出席第三次海岛（8+1）部长会议和第二届渔业论坛", ["第三次海岛（8+1）部长会议", "第二届渔业论坛"]),
    ("共同主持第三轮中智海洋政策磋商", ["第三轮中智海洋政策磋商"]),
    ("第四届渔港“鲜味旅游节”8日启动", ["第四届渔港“鲜味旅游节”"]),
    ("“海上花开”读书月今天在图书馆启动", ["“海上花开”读书月"]),
    ("参加近百场科普讲座和形式多样的宣传活动", []),
    ("国家文化节目播出", []),
    ("出席林巧稚女士诞辰120周年座谈会", ["林巧稚女士诞辰120周年座谈会"]),
]


@pytest.mark.parametrize(("text", "expected"), EVENTS, ids=[t[:12] for t, _ in EVENTS])
def test_names_of_gatherings(text: str, expected: list[str]) -> None:
    names = [(at, at + 3) for at in (text.find("林巧稚"),) if at >= 0]
    assert [text[e.start : e.end] for e in find_events(text, 0, len(text), names)] == expected


@pytest.mark.parametrize("text", ["会议", "此次培训班", "本届论坛", "开幕式", "该活动"])
def test_bare_heads_point_back(text: str) -> None:
    assert is_bare(text)


def test_heads_and_kinds() -> None:
    assert not is_bare("市政府常务会议")
    assert head_of("第九届文化节") == "文化节"
    assert kind_of("职业技能大赛") == "contest"
    assert head_of("长河市") == ""


def test_titles_keep_what_belongs_to_them() -> None:
    text = "通过《统计法》（草案）、《关于修改〈统计法〉的决定》和《办法》"
    assert [text[s.start : s.end] for s in find_titles(text)] == [
        "《统计法》（草案）",
        "《关于修改〈统计法〉的决定》",
        "《办法》",
    ]


def test_numbered_orders_share_one_noun() -> None:
    text = "签署了第六十一号、第六十二号、第六十三号主席令。"
    assert [name for _, name in find_orders(text, 0, len(text))] == [
        "第六十一号主席令",
        "第六十二号主席令",
        "第六十三号主席令",
    ]


def test_described_documents() -> None:
    for text, expected in [
        ("了战略合作框架协议。", ["战略合作框架协议"]),
        ("了气象、花生输华等领域多项合作文件。", ["合作文件"]),
        ("新修订的行政复议法、外国国家豁免法。", ["行政复议法", "外国国家豁免法"]),
    ]:
        assert [text[s.start : s.end] for s in find_described(text, 0, len(text))] == expected


def test_resolutions_are_called_by_what_they_are_about() -> None:
    text = "表决通过了关于批准《甲国和乙国引渡条约》的决定、关于加入《航标公约》的决定。"
    assert [text[s.start : s.end] for s in find_resolutions(text, 0, len(text))] == [
        "关于批准《甲国和乙国引渡条约》的决定",
        "关于加入《航标公约》的决定",
    ]


def test_document_names_lose_their_marks() -> None:
    assert document_name("《框架协议》") == "框架协议"
    assert document_name("《办法》（试行）") == "办法（试行）"
    assert document_name("合作协议") == "合作协议"


def test_a_trie_prefers_the_longest_word() -> None:
    assert re.match(trie(["主持", "主持召开", "主办"]), "主持召开会议")[0] == "主持召开"  # type: ignore[index]


def test_the_lexicon_reads_gaps_and_single_characters() -> None:
    lexicon = Lexicon(
        {
            "speak": {"作报告": ["作…报告"]},
            "guest": {"来访": ["来_访问"]},
            "word": {"词": ["现在"]},
            "at": {"在": ["在"]},
        }
    )
    text = "现在他在会上作了工作报告，来陕访问"
    found = [(text[m.start : m.end], m.kind) for m in lexicon.markers(text, 0, len(text), bytearray(len(text)))]
    assert found == [("在", "at"), ("作了工作报告", "speak"), ("来陕访问", "guest")]
