"""Offices: their holders, their bodies and their canonical names, one construction a case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.grammar.offices import read_offices
from kg.grammar.sentences import split
from kg.model import Article, Mention

JINGMEN = "荆门市"


def offices(
    text: str, place: str = JINGMEN, title: str = "", paper: str = "", hints: tuple[Mention, ...] = ()
) -> set[tuple[str, ...]]:
    """Holder, office, body and status of every office of a text."""
    article = Article(id="a", title=title, text=text, date="2024-05-06", place=place, paper=paper)
    found = set()
    for frame in read_offices(article, split(article.full), hints).frames:
        roles = {argument.role: argument for argument in frame.arguments}
        body = roles["IN"].name if "IN" in roles else ""
        found.add((roles["A0"].name, roles["A1"].name, body, frame.status))
    return found


def current(text: str, **more: str) -> set[tuple[str, ...]]:
    """The same without the status."""
    return {found[:3] for found in offices(text, **more)}


LOCAL = {
    "原市委书记高原参加了座谈。": {("高原", "原荆门市委书记", "中共荆门市委员会")},
    "市委副书记、市长阙致衡主持会议。": {
        ("阙致衡", "荆门市委副书记", "中共荆门市委员会"),
        ("阙致衡", "荆门市市长", "荆门市"),
    },
    "市人大常委会副主任江一白、邵二青和秘书长卞三朴出席。": {
        ("江一白", "荆门市人大常委会副主任", "荆门市人民代表大会常务委员会"),
        ("邵二青", "荆门市人大常委会副主任", "荆门市人民代表大会常务委员会"),
        ("卞三朴", "荆门市人大常委会秘书长", "荆门市人民代表大会常务委员会"),
    },
    "市委常委、统战部部长葛青参加调研。": {
        ("葛青", "荆门市委常委", "中共荆门市委员会"),
        ("葛青", "荆门市委统战部部长", "中共荆门市委员会统一战线工作部"),
    },
    "省发改委副主任钱程一行来我市调研。": {("钱程", "湖北省发展和改革委员会副主任", "湖北省发展和改革委员会")},
    "市民政局局长晁盈主持。": {("晁盈", "荆门市民政局局长", "荆门市民政局")},
    "掇刀区委书记龙飞、区长凤鸣参加会议。": {
        ("龙飞", "掇刀区委书记", "中共掇刀区委员会"),
        ("凤鸣", "掇刀区区长", "掇刀区"),
    },
    "漳河镇党委书记柯明亮、镇长方圆陪同检查。": {
        ("柯明亮", "漳河镇党委书记", "中共漳河镇委员会"),
        ("方圆", "漳河镇镇长", "漳河镇"),
    },
    "刘家村党支部书记、村委会主任刘二牛说。": {
        ("刘二牛", "刘家村党支部书记", "刘家村党支部"),
        ("刘二牛", "刘家村委会主任", "刘家村委会"),
    },
    "团市委书记廖凡出席。": {("廖凡", "共青团荆门市委书记", "共青团荆门市委员会")},
    "荆门市政协党组书记、主席杨树林率队调研。": {
        ("杨树林", "荆门市政协党组书记", "政协荆门市委员会"),
        ("杨树林", "荆门市政协主席", "政协荆门市委员会"),
    },
    "中国农业银行荆门分行行长裴东来与市乡村振兴局局长贺兰山签约。": {
        ("裴东来", "中国农业银行荆门分行行长", "中国农业银行荆门分行"),
        ("贺兰山", "荆门市乡村振兴局局长", "荆门市乡村振兴局"),
    },
    "第82集团军某旅旅长雷震、政委岳峰在现场指挥。": {
        ("雷震", "第82集团军某旅旅长", "第82集团军某旅"),
        ("岳峰", "第82集团军某旅政委", "第82集团军某旅"),
    },
    "李明远，市发展和改革委员会主任，自2020年起从事规划工作。": {
        ("李明远", "荆门市发展和改革委员会主任", "荆门市发展和改革委员会")
    },
    "市教育局副局长古丽娜尔·艾山（女、维吾尔族）、苏合额尔登作报告。": {
        ("古丽娜尔·艾山", "荆门市教育局副局长", "荆门市教育局"),
        ("苏合额尔登", "荆门市教育局副局长", "荆门市教育局"),
    },
    "市领导周海、吴江、郑河参加活动。": set(),
    "市长热线开通，主任办公会召开，书记信箱受理来信。": set(),
}


@pytest.mark.parametrize("text", LOCAL)
def test_local_offices(text: str) -> None:
    assert current(text) == LOCAL[text]


def test_a_bare_mayor_is_the_home_citys_and_a_neighbour_keeps_its_own() -> None:
    found = current("市委书记危行赴潍坊市考察。副市长尉迟恭让参加。潍坊市副市长宣以诚致辞。")
    assert ("尉迟恭让", "荆门市副市长", "荆门市") in found
    assert ("宣以诚", "潍坊市副市长", "潍坊市") in found


def test_a_bare_mayor_behind_another_citys_secretary_is_that_citys() -> None:
    found = current("廉江市委书记邬红岩宣布开幕，市长丁香远致辞。", place="湛江市")
    assert ("丁香远", "廉江市市长", "廉江市") in found


def test_autonomous_areas_by_their_daily_names() -> None:
    found = current("1月7日，副省长段毓秀赴临夏州积石山县调研，州长马星河、县委书记养由之参加。", place="兰州市")
    assert ("马星河", "临夏州州长", "临夏回族自治州") in found
    assert ("养由之", "积石山县委书记", "中共积石山县委员会") in found
    assert ("段毓秀", "甘肃省副省长", "甘肃省") in found


APPOINTED = {
    "任命孟浩为市中级人民法院副院长。": {("孟浩", "荆门市中级人民法院副院长", "荆门市中级人民法院", "appointed")},
    "免去孙大海的市教育局局长职务。": {("孙大海", "荆门市教育局局长", "荆门市教育局", "removed")},
    "卞如玉任热电分公司经理，不再担任焦化厂厂长。": {
        ("卞如玉", "热电分公司经理", "热电分公司", "current"),
        ("卞如玉", "焦化厂厂长", "焦化厂", "removed"),
    },
    "陈立新、吴晓东（女，回族）当选为市政协副主席。": {
        ("陈立新", "荆门市政协副主席", "政协荆门市委员会", "current"),
        ("吴晓东", "荆门市政协副主席", "政协荆门市委员会", "current"),
    },
    "敖立新由焦化厂厂长调任国际贸易公司副总经理。": {
        ("敖立新", "焦化厂厂长", "焦化厂", "removed"),
        ("敖立新", "国际贸易公司副总经理", "国际贸易公司", "current"),
    },
    "市科技协会会长由江城大学副校长郦文韬担任。": {
        ("郦文韬", "荆门市科技协会会长", "荆门市科技协会", "current"),
        ("郦文韬", "江城大学副校长", "江城大学", "current"),
    },
}


@pytest.mark.parametrize("text", APPOINTED)
def test_offices_by_verb(text: str) -> None:
    assert offices(text) == APPOINTED[text]


ABROAD = {
    "巴西总统席尔瓦会见了来访的法国外长让-诺埃尔·巴罗。": {
        ("席尔瓦", "巴西总统", "巴西"),
        ("让-诺埃尔·巴罗", "法国外长", "法国"),
    },
    "匈牙利外交部长西雅托表示欢迎。": {("西雅托", "匈牙利外交部长", "匈牙利外交部")},
    "沙特王储兼首相穆罕默德出席。": {("穆罕默德", "沙特王储", "沙特"), ("穆罕默德", "沙特首相", "沙特")},
    "乌克兰说，乌国防部发言人马柳克称战事激烈。": {("马柳克", "乌克兰国防部发言人", "乌克兰国防部")},
    "科威特前埃米尔纳瓦夫逝世。": {("纳瓦夫", "科威特前埃米尔", "科威特")},
    "联合国秘书长发言人迪雅里克说。": {("迪雅里克", "联合国秘书长发言人", "联合国")},
    "东盟秘书长高金洪致辞。": {("高金洪", "东盟秘书长", "东南亚国家联盟")},
}


@pytest.mark.parametrize("text", ABROAD)
def test_offices_abroad(text: str) -> None:
    assert current(text, place="") == ABROAD[text]


def test_an_office_behind_a_name_is_the_one_the_article_spells_out() -> None:
    found = current("老挝总统通伦抵达北京。会见时，通伦总统说，两国是好邻居。", place="")
    assert found == {("通伦", "老挝总统", "老挝")}


def test_short_names_of_companies_are_spelled_out() -> None:
    text = "昆明云驿智能科技有限公司（以下简称“云驿科技”）在保山开业。云驿科技总经理华以宁出席。"
    name = "昆明云驿智能科技有限公司"
    assert ("华以宁", f"{name}总经理", name) in current(text, place="保山市")


def test_a_companys_own_paper_means_the_company_by_its_group() -> None:
    house = "江海钢铁集团有限公司"
    found = current("集团党委书记、董事长夏侯均到会讲话，集团纪委书记郁怀川主持。", place="", paper=house)
    assert ("夏侯均", f"{house}党委书记", house) in found
    assert ("夏侯均", f"{house}董事长", house) in found
    assert ("郁怀川", f"{house}纪委书记", f"中共{house}纪律检查委员会") in found


def test_misread_forms_are_one_person_under_the_likelier_name() -> None:
    found = offices("市委书记危仲衡率队考察。在诸城，厄仲衡一行走访企业，危仲衡表示满意。")
    assert {holder for holder, *_ in found} == {"危仲衡"}


def test_a_headline_office_finds_its_holder_in_the_text() -> None:
    found = current("欢迎仪式后，李强同梅拉诺夫举行会谈。", title="李强同德国总理会谈", place="")
    assert ("梅拉诺夫", "德国总理", "德国") in found


def test_hints_settle_names_of_no_known_shape() -> None:
    text = "市文联主席玄圭黑发言。"
    hint = Mention(start=6, end=9, type="Person", text="玄圭黑", confidence=0.95)
    assert ("玄圭黑", "荆门市文学艺术界联合会主席", "荆门市文学艺术界联合会", "current") in offices(text, hints=(hint,))


def test_the_sentence_of_a_frame_holds_its_office() -> None:
    article = Article(id="a", title="要闻", text="天气晴。副市长佟月华出席。会议结束。", place=JINGMEN)
    (frame,) = read_offices(article, split(article.full)).frames
    assert article.full[frame.sentence.start : frame.sentence.end] == "副市长佟月华出席。"
    assert frame.predicate == "任"
    assert frame.rule == "office/name-after"


@given(st.text(alphabet="市长书记王李、和，。的副部主席国·（）《》A1 \n", max_size=60))
def test_any_text_is_read_and_all_offsets_lie_inside(text: str) -> None:
    article = Article(id="a", title="题", text=text, place=JINGMEN)
    reading = read_offices(article, split(article.full))
    for mention in reading.mentions:
        assert article.full[mention.start : mention.end] == mention.text
    for frame in reading.frames:
        assert all(0 <= a.start <= a.end <= len(article.full) for a in frame.arguments)
