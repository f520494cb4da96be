"""Frames of the built-in annotator, one construction a case: what each says, and what says nothing."""

from __future__ import annotations

import pytest

from kg.annotate.builtin import BuiltinAnnotator
from kg.model import Article, Frame

Roles = dict[str, set[str]]


def frames(text: str, title: str = "", place: str = "长河市") -> tuple[Article, list[Frame]]:
    article = Article(id="a", title=title, text=text, date="2024-06-15", place=place)
    annotation = BuiltinAnnotator().read(article)
    return article, [f for f in annotation.frames if f.predicate != "任"]


def roles(article: Article, frame: Frame) -> Roles:
    found: Roles = {}
    for argument in frame.arguments:
        shown = (
            argument.name if argument.role == "TMP" else article.full[argument.start : argument.end] or argument.name
        )
        found.setdefault(argument.role, set()).add(shown)
    return found


STATED: list[tuple[str, str, Roles]] = [
    (
        "昨日，全市乡村振兴现场推进会在平安镇召开。",
        "举行",
        {"AT": {"全市乡村振兴现场推进会"}, "LOC": {"平安镇"}, "TMP": {"2024-06-14"}},
    ),
    ("会议由市委常委、常务副市长周一鸣主持。", "主持", {"A0": {"周一鸣"}, "AT": {"会议"}}),
    ("开幕式主持人为市文旅局局长陈思远。", "主持", {"A0": {"陈思远"}, "AT": {"开幕式"}}),
    ("市委书记张长河宣布开幕，市长刘远山致欢迎辞。", "致辞", {"A0": {"刘远山"}}),
    (
        "本次活动由市文旅局、花湖镇人民政府共同主办。",
        "主办",
        {"A0": {"市文旅局", "花湖镇人民政府"}, "AT": {"本次活动"}},
    ),
    ("据介绍，本届论坛的主办单位为省科技厅、长河学院。", "主办", {"A0": {"省科技厅", "长河学院"}, "AT": {"本届论坛"}}),
    (
        "由省体育局主办的第十二届龙舟邀请赛在星湖湿地公园举行。",
        "举行",
        {"AT": {"第十二届龙舟邀请赛"}, "LOC": {"星湖湿地公园"}},
    ),
    (
        "市人民医院与省肿瘤医院签署医联体合作协议。",
        "签署",
        {"A0": {"市人民医院"}, "WITH": {"省肿瘤医院"}, "A1": {"医联体合作协议"}},
    ),
    (
        "云海集团董事长周怀远与县长赵明亮代表双方签约。",
        "签约",
        {"A0": {"周怀远"}, "WITH": {"赵明亮"}, "FOR": {"双方"}},
    ),
    (
        "会议审议通过《长河市城市更新办法》和《长河市消防规划》。",
        "审议通过",
        {"A0": {"会议"}, "A1": {"《长河市城市更新办法》", "《长河市消防规划》"}},
    ),
    (
        "市教育局印发《关于加强校园安全工作的通知》。",
        "发布",
        {"A0": {"市教育局"}, "A1": {"《关于加强校园安全工作的通知》"}},
    ),
    ("市长刘远山在市会议中心会见了云海集团董事长周怀远一行。", "会见", {"A0": {"刘远山"}, "A1": {"周怀远"}}),
    (
        "外交部长陈立国同卢旺达外长贝鲁塔举行会谈。",
        "会谈",
        {"A0": {"陈立国"}, "WITH": {"贝鲁塔"}},
    ),
    ("国家主席王远航抵达阿斯塔纳，对哈萨克斯坦进行国事访问。", "访问", {"A0": {"王远航"}, "A1": {"哈萨克斯坦"}}),
    ("国务院总理周正平在北京会见来华出席博览会的秘鲁总统卡洛斯。", "访问", {"A0": {"卡洛斯"}, "A1": {"华"}}),
    ("市委书记张长河到云海集团走访调研。", "赴", {"A0": {"张长河"}, "A1": {"云海集团"}}),
    ("国家主席王远航向第三届海洋论坛致贺信。", "致电", {"A0": {"王远航"}, "TO": {"第三届海洋论坛"}}),
    ("清华大学、中央美术学院向大会发来贺信。", "致电", {"A0": {"清华大学", "中央美术学院"}, "TO": {"大会"}}),
    ("央行行长孙立在2024陆家嘴论坛上表示，将保持政策连续性。", "讲话", {"A0": {"孙立"}, "AT": {"2024陆家嘴论坛"}}),
    ("市长刘远山在听取大家发言后强调。", "讲话", {"A0": {"刘远山"}}),
    ("出席大会的有市长刘远山、市政协主席何平。", "出席", {"A0": {"刘远山", "何平"}}),
    ("教师代表林小雨、学生代表苏晴分别发言。", "发言", {"A0": {"林小雨", "苏晴"}}),
    ("受市长刘远山委托，副市长王小川向大会作工作报告。", "作报告", {"A0": {"王小川"}}),
    ("签字人为县长赵明亮、云海集团总经理林致远，协议名为《共建协议》。", "签约", {"A0": {"赵明亮", "林致远"}}),
    ("会场设在长河宾馆的第五届鄱湖渔业论坛昨日落幕。", "举行", {"AT": {"第五届鄱湖渔业论坛"}, "LOC": {"长河宾馆"}}),
    ("发来贺电的还有中国柑橘学会、浙江大学。", "致电", {"A0": {"中国柑橘学会", "浙江大学"}}),
    (
        "《长河市文明行为促进条例》经市人大常委会第十二次会议表决通过。",
        "审议通过",
        {"A0": {"市人大常委会第十二次会议"}, "A1": {"《长河市文明行为促进条例》"}},
    ),
    ("赛事由镇政府主办、镇文化站承办。", "承办", {"A0": {"镇文化站"}}),
    (
        "长河市人民政府携手中国农业大学签下《战略合作协议》。",
        "签署",
        {"A0": {"长河市人民政府"}, "WITH": {"中国农业大学"}},
    ),
    ("日本仙台市市长佐藤健一在副市长王小川陪同下参观了长河博物馆。", "调研", {"A0": {"佐藤健一", "王小川"}}),
    ("论坛宣读了省长高远航的贺信。", "致信", {"A0": {"高远航"}, "TO": {"论坛"}}),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), STATED, ids=[t[:16] for t, _, _ in STATED])
def test_a_construction_gives_its_frame(text: str, predicate: str, expected: Roles) -> None:
    article, found = frames(text)
    matching = [roles(article, f) for f in found if f.predicate == predicate and not f.negated]
    assert any(all(r.get(role) == words for role, words in expected.items()) for r in matching), matching


SILENT = [
    "他希望明年与泸州市签署合作协议。",
    "双方期盼早日签订友好协议书。",
    "若条件成熟，长河学院愿与云海集团签署协议。",
    "会议呼吁各国签署公约。",
    "市长刘远山建议两市尽快签署统一票务协议。",
    "会议传达学习了全国宣传部长会议精神。",
]


@pytest.mark.parametrize("text", SILENT)
def test_wishes_conditions_and_mere_mentions_give_nothing(text: str) -> None:
    _, found = frames(text)
    assert [f for f in found if not f.negated] == []


@pytest.mark.parametrize(
    "text", ["副市长王小川因公未能出席会议。", "市长刘远山没有出席开幕式。", "副市长王小川未参加会议。"]
)
def test_who_did_not_come_did_not_attend(text: str) -> None:
    _, found = frames(text)
    assert not [f for f in found if f.predicate == "出席" and not f.negated]


def test_plans_are_marked() -> None:
    _, found = frames("第三届贸易博览会将于9月25日在杭州举办。")
    assert [f.planned for f in found if f.predicate == "举行"] == [True]


def test_the_subject_goes_on_over_clauses() -> None:
    article, found = frames("县长赵明亮主持召开全县防汛工作会议，传达上级精神，并作总结讲话。")
    spoke = [roles(article, f) for f in found if f.predicate == "讲话"]
    assert spoke and spoke[0]["A0"] == {"赵明亮"}


def test_a_list_of_persons_goes_on_over_commas() -> None:
    article, found = frames("市长刘远山，市人大常委会主任何平，市政协主席孙立国等市领导参加植树活动。")
    assert roles(article, next(f for f in found if f.predicate == "出席"))["A0"] == {"刘远山", "何平", "孙立国"}


def test_reporters_take_part_in_nothing() -> None:
    article = Article(
        id="a",
        title="",
        text="本报讯（记者林小雨）全市安全生产会议昨日召开。",
        date="2024-06-15",
        reporters=("林小雨",),
        place="长河市",
    )
    found = BuiltinAnnotator().read(article).frames
    assert not [a for f in found for a in f.arguments if article.full[a.start : a.end] == "林小雨"]


def test_every_frame_names_its_rule() -> None:
    _, found = frames("昨日，市科技论坛在平安镇召开，市长刘远山出席并致辞。")
    assert found
    assert all(f.rule.startswith(("body/", "title/")) for f in found)


def test_an_empty_article_has_no_frames() -> None:
    _, found = frames("")
    assert found == []
