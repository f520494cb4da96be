"""Bare offices beside those of other areas, removals of several people, and what sort of party it is."""

from __future__ import annotations

import pytest

from kg.grammar.offices import read_offices
from kg.grammar.sentences import split
from kg.model import Article


def held(text: str, place: str = "") -> set[tuple[str | None, ...]]:
    """Holder, office and body of each office of a text."""
    article = Article(id="x", date="2021-03-04", title="", text=text, place=place)
    frames = read_offices(article, split(article.full)).frames
    parts = [{a.role: a.name for a in frame.arguments} for frame in frames]
    return {(part["A0"], part["A1"], part.get("IN")) for part in parts}


@pytest.mark.parametrize(
    ("place", "text", "office"),
    [
        ("海城市", "鞍山市副市长郎永平致辞，副市长商大岐主持开幕式。", ("商大岐", "海城市副市长", "海城市")),
        ("吕梁市", "市委常委、汾阳市委书记靳海龙致辞，副市长贺林平讲话。", ("贺林平", "吕梁市副市长", "吕梁市")),
        ("湛江市", "廉江市委书记林海平致辞，市长罗大明讲话。", ("罗大明", "廉江市市长", "廉江市")),
        ("吕梁市", "临县县委书记李金柱、县长高大勇到场。", ("高大勇", "临县县长", "临县")),
    ],
)
def test_bare_heads_of_areas(place: str, text: str, office: tuple[str, ...]) -> None:
    assert office in held(text, place)


def test_removals_of_several() -> None:
    found = held("会议决定免去林小明的市教育局局长职务、康为民的市卫生局局长职务。", "驻马店市")
    assert {("林小明", "驻马店市教育局局长"), ("康为民", "驻马店市卫生局局长")} <= {row[:2] for row in found}


def test_who_loses_a_seat() -> None:
    found = held("会议决定免去高小文第十四届全国政协常委职务，撤销其委员资格。")
    assert ("高小文", "第十四届全国政协委员") in {row[:2] for row in found}


@pytest.mark.parametrize(
    ("text", "office", "body"),
    [
        ("韩国执政党进步民主党党首韩东明表示反对。", "进步民主党党首", "进步民主党"),
        ("韩国最大在野党共同进步党最高委员金珉锡表示反对。", "共同进步党最高委员", "共同进步党"),
        ("韩国国务总理韩德明表示反对。", "韩国国务总理", "韩国"),
        ("美国总统气候问题特使克里表示赞成。", "美国总统气候问题特使", "美国"),
        ("联合国秘书长特使赫尔曼表示赞成。", "联合国秘书长特使", "联合国"),
        ("智利外交部国际经济关系副部长萨纽埃萨表示赞成。", "智利外交部国际经济关系副部长", "智利外交部"),
    ],
)
def test_offices_abroad(text: str, office: str, body: str) -> None:
    assert {(name, within) for _, name, within in held(text)} == {(office, body)}


@pytest.mark.parametrize(
    ("text", "who", "office"),
    [
        ("徒弟毛俊山如今已是电机厂检修车间主任。", "毛俊山", "电机厂检修车间主任"),
        ("同学邱如柏当总工程师。", "邱如柏", "总工程师"),
        ("副主任谢大琼、罗兴国、穆红及委员共27人出席。市人大常委会主任余光明主持。", "穆红", "副主任"),
        ("协作工作组组长郑少辉作了汇报。", "郑少辉", "协作工作组组长"),
    ],
)
def test_holders(text: str, who: str, office: str) -> None:
    assert any(name == who and post is not None and post.endswith(office) for name, post, _ in held(text))


def test_of_two_who_sign_for_two_sides_the_second_is_of_the_other() -> None:
    assert {row[0] for row in held("临江医院副院长韦青云、汤振东代表两院签订协议。")} == {"韦青云"}


@pytest.mark.parametrize(
    ("text", "who", "office"),
    [
        ("李平凡当选市作协主席，高大山、娜仁花、韩一笑当选市作协副主席。", "娜仁花", "市作协副主席"),
        ("2014年，白云飞当上了向海保护区管护站站长。", "白云飞", "向海保护区管护站站长"),
        ("市中心医院内科主任邱林任中心主任。", "邱林", "市中心医院内科主任"),
    ],
)
def test_names_and_bodies_with_characters_of_verbs(text: str, who: str, office: str) -> None:
    assert (who, office) in {row[:2] for row in held(text)}


def test_he_in_a_portrait_is_who_its_headline_names() -> None:
    text = "潘九龄的手上有伤。王大山、李小河、王大山都说潘九龄肯干。\n1985年，他被选为三圩工区区长。"
    article = Article(id="x", date="2021-03-04", title="老工人潘九龄", text=text)
    frames = read_offices(article, split(article.full)).frames
    assert [a.name for frame in frames for a in frame.arguments if a.role == "A0"] == ["潘九龄"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("伊拉克政府经济顾问萨利赫表示赞成。", "伊拉克政府"),
        ("哈萨克斯坦国务顾问卡林表示赞成。", "哈萨克斯坦"),
        ("美国白宫国家安全委员会战略沟通协调员约翰·柯比表示赞成。", "美国白宫国家安全委员会"),
    ],
)
def test_bodies_before_a_field(text: str, body: str) -> None:
    assert {within for _, _, within in held(text)} == {body}


def test_a_company_meant_by_its_kind_alone() -> None:
    text = "江北轻工机械有限公司董事长鄢大开翻开账本。\n如今，公司年产值1.8亿元，总工程师褚时光带队攻关。"
    assert ("褚时光", "江北轻工机械有限公司总工程师", "江北轻工机械有限公司") in held(text)
