"""Where names end, who is named without an office, and which forms are one person."""

import pytest

from kg.grammar.offices import read_offices
from kg.grammar.personnames import LOOSE, read_name
from kg.grammar.sentences import split
from kg.grammar.variants import alike, astray, canonical, mend, unseen
from kg.model import Article, Mention

ENDS = {
    "石建平主持召开会议": "石建平",
    "王毅在会见时": "王毅",
    "第五琴心、": "第五琴心",
    "尉迟恭让参加考察": "尉迟恭让",
    "冼大同主持": "冼大同",
    "诸葛清和与云驿科技": "诸葛清和",
    "郗绍棠委托": "郗绍棠",
    "莫北海随团": "莫北海",
    "皮日新作交流发言": "皮日新",
    "柯远代为致辞": "柯远",
    "穆罕默德举行会谈": "穆罕默德",
    "岸田文雄首相": "岸田文雄",
    "埃利约尔·图尔苏诺夫表示": "埃利约尔·图尔苏诺夫",
    "艾斯卡尔江·托合提库力主持": "艾斯卡尔江·托合提库力",
    "策·巴雅尔致欢迎词": "策·巴雅尔",
    "让-诺埃尔·巴罗说": "让-诺埃尔·巴罗",
    "苏合额尔登参加": "苏合额尔登",
    "才让东珠与": "才让东珠",
    "其其格主持会议": "其其格",
    "慕容雪拿起话筒": "慕容雪",
}


@pytest.mark.parametrize("text", ENDS)
def test_a_name_behind_an_office_ends_where_the_verb_begins(text: str) -> None:
    reading = read_name(text, 0, need=LOOSE)
    assert reading
    assert text[: reading.end] == ENDS[text]


@pytest.mark.parametrize("text", ["高度重视", "代表团", "安排部署", "要求财政", "方面表示", "任务艰巨"])
def test_words_that_begin_like_names_are_none(text: str) -> None:
    assert read_name(text, 0) is None


def persons(text: str, title: str = "", reporters: tuple[str, ...] = ()) -> dict[str, str]:
    """Names as written, with the canonical name of each."""
    article = Article(id="a", title=title, text=text, reporters=reporters, place="荆门市")
    return {m.text: m.name for m in read_offices(article, split(article.full)).mentions if m.type == "Person"}


def test_names_without_an_office() -> None:
    found = persons(
        "市领导周海、吴江参加活动。果农麻建国说，今年丰收。夏侯菊因伤退赛。石泰山、李干城、陈文远参加会见。"
    )
    assert {"周海", "吴江", "麻建国", "夏侯菊", "石泰山", "李干城", "陈文远"} <= set(found)


def test_credits_and_reporters_are_persons() -> None:
    assert set(persons("会议召开。（寸晓岚 穆兰溪）\n另讯。（杜若）", reporters=("左一",))) >= {
        "寸晓岚",
        "穆兰溪",
        "杜若",
    }
    assert persons("本报讯(记者獎娅楠)会议召开。", reporters=("樊娅楠",)) == {"獎娅楠": "樊娅楠"}


def test_the_last_part_of_a_foreign_name_is_its_short_form() -> None:
    found = persons("会长路易斯·埃切维里登台。埃切维里告诉记者，虾很好。")
    assert found == {"路易斯·埃切维里": "路易斯·埃切维里", "埃切维里": "路易斯·埃切维里"}


def test_look_alikes() -> None:
    assert alike("工东明", "王东明")
    assert not alike("王东明", "王东升")
    assert unseen("诸明谦要求", ["褚明谦"]) == {"诸明谦": "褚明谦"}
    assert canonical({"洗玉门": 1}, (), {"洗玉门"}) == {"洗玉门": "冼玉门"}
    assert canonical({"獎娅楠": 3, "樊娅楠": 1}, ("樊娅楠",), ()) == {"獎娅楠": "樊娅楠"}
    assert mend("王东升") == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("省商务厅厅长海因茨·穆勒先后致辞。", "海因茨·穆勒"),
        ("州长努尔江·赛力克在河口县调研。", "努尔江·赛力克"),
        ("总领事阿丽娜·托列娃会见了来宾。", "阿丽娜·托列娃"),
        ("副市长尚文博因出差请假。", "尚文博"),
        ("听取了副州长扎西次仁所作的报告。", "扎西次仁"),
        ("副主任禾文海、折可山出席。", "禾文海"),
        ("馆长大森健二致辞。", "大森健二"),
        ("议长田边健一会见了代表团。", "田边健一"),
        ("盟委书记巴图孟和，盟长苏雅拉图出席。", "巴图孟和"),
    ],
)
def test_where_a_name_ends(text: str, name: str) -> None:
    article = Article(id="a", title="", text=text, date="2024-05-06", place="")
    found = read_offices(article, split(article.full)).mentions
    assert name in {m.text for m in found if m.type == "Person"}


def test_a_hint_that_cuts_a_name_short_does_not_count() -> None:
    article = Article(id="a", title="", text="县长辜鸿山主持会议。", date="2024-05-06", place="")
    hint = Mention(
        start=article.full.index("辜"), end=article.full.index("山"), type="Person", text="辜鸿", confidence=0.99
    )
    found = read_offices(article, split(article.full), (hint,)).mentions
    assert {m.text for m in found if m.type == "Person"} == {"辜鸿山"}


def test_a_name_that_nothing_introduces_is_one_that_differs_in_a_single_character() -> None:
    told = {"常伯年"}
    assert canonical({"常伯年": 2, "常伯牛": 1}, (), (), told) == {"常伯牛": "常伯年"}
    assert canonical({"常伯年": 2, "常伯牛": 1}, (), (), {"常伯年", "常伯牛"}) == {}
    assert canonical({"洪玛奈": 2, "洪玛尼": 1}, (), (), {"洪玛奈"}) == {}
    assert canonical({"阿里夫·卡德尔": 2, "阿里大·卡德尔": 1}, (), ()) == {"阿里大·卡德尔": "阿里夫·卡德尔"}


def test_what_looks_like_a_surname_becomes_it() -> None:
    assert canonical({"獎娅楠": 2}, ("獎娅楠",), ()) == {"獎娅楠": "樊娅楠"}
    assert canonical({"注立英": 1, "并志清": 1}, (), ()) == {"注立英": "汪立英", "并志清": "井志清"}
    assert canonical({"么永顺": 1, "鹿鸣谦": 1, "加兰特": 1}, (), ()) == {}


def test_who_is_named_without_an_introduction_was_introduced_before() -> None:
    text = "县长高建民主持会议。会前，高建明轻车简从，来到云岭镇。父亲司空老实在家，司空兰说。"
    assert astray(text, {"高建民", "司空兰"}, {"高建民", "司空兰"}) == {"高建明": "高建民"}
    assert astray("县长高建民主持会议。高建设、高建明讲话。", {"高建民"}, {"高建民", "高建明"}) == {}


@pytest.mark.parametrize(
    "text",
    [
        "本次降雨影响惠州、东莞、佛山、肇庆等地。",
        "厂里堆满了焦化、水泥、玻璃、农药。",
        "总书记步行察看了渔村。",
        "总理热烈欢迎代表团到访。",
        "国务总理和执政党共同行使总统权限是违宪行为。",
        "总统办公厅主任当天说，谈判仍在继续。",
        "志愿者带领群众植树300多株。",
        "文章指出，要办好这件事。",
    ],
)
def test_common_words_and_places_are_no_persons(text: str) -> None:
    assert persons(text) == {}


def test_an_office_makes_a_common_word_a_name() -> None:
    assert {"庄严", "高峰"} <= set(persons("市环保局局长庄严主持会议，区长高峰、副区长罗青参加。"))
