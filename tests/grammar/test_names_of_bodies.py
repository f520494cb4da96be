"""Canonical names: states and ministries, units within bodies, development zones, what the text says elsewhere."""

import pytest

from kg.annotate.builtin.bodies import Bodies
from kg.grammar.context import Context
from kg.grammar.elements import composed_end
from kg.grammar.names import canonical_organization, expand_relative
from kg.grammar.personnames import LIST, read_name, read_open
from kg.grammar.places import country_pattern, without_province
from kg.grammar.transliterated import is_foreign
from kg.model import Article
from tests.grammar.test_offices import current


def context(text: str = "", place: str = "荆门市") -> Context:
    """What is known of an article of a paper of ``place``."""
    return Context(Article(id="a", title="", text=text, place=place))


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("市监委", "荆门市监察委员会"),
        ("市外事办", "荆门市外事办公室"),
        ("市侨办", "荆门市侨务办公室"),
        ("市农业农村和科技局", "荆门市农业农村和科技局"),
        ("中国外交部", "外交部"),
        ("中国全国人大常委会", "全国人民代表大会常务委员会"),
        ("中国驻秘鲁使馆", "中国驻秘鲁大使馆"),
        ("我驻外使馆", "我驻外使馆"),
        ("湖北省荆门市文化馆", "荆门市文化馆"),
        ("东山新区工委", "中共东山新区工作委员会"),
        ("省委教育工委", "中共湖北省委教育工作委员会"),
        ("国资委", "国务院国有资产监督管理委员会"),
        ("市直机关工委", "中共荆门市直属机关工作委员会"),
        ("市委常委会", "中共荆门市委员会常务委员会"),
        ("市八届人大常委会", "荆门市人民代表大会常务委员会"),
        ("十三届全国政协", "中国人民政治协商会议全国委员会"),
        ("沙洋县县委", "中共沙洋县委员会"),
        ("工行荆门分行", "中国工商银行荆门分行"),
    ],
)
def test_bodies_by_their_official_names(written: str, name: str) -> None:
    assert canonical_organization(written, context()) == name


def test_a_development_zone_by_the_full_name_that_the_text_has() -> None:
    spelled = context("荆门高新技术产业开发区揭牌。高新区管委会表示欢迎。")
    assert expand_relative("高新区管委会", spelled, 20) == "荆门高新技术产业开发区管委会"
    assert expand_relative("高新区管委会", context("高新区管委会表示欢迎。"), 0) == "高新区管委会"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("浙江省苍南县", "苍南县"),
        ("四川小金县冒水村", "小金县冒水村"),
        ("北京市房山区", "北京市房山区"),
        ("浙江杭州中小学", "浙江杭州中小学"),
        ("临夏州积石山县", "临夏州积石山县"),
    ],
)
def test_no_province_before_an_area(written: str, name: str) -> None:
    assert without_province(written) == name


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("德国联邦议院", "德国"),
        ("澳大利亚联邦议会", "澳大利亚"),
        ("澳大利亚联邦总理", "澳大利亚联邦"),
        ("巴勒斯坦国旗", "巴勒斯坦"),
        ("巴勒斯坦国总统", "巴勒斯坦国"),
    ],
)
def test_where_the_name_of_a_country_ends(text: str, country: str) -> None:
    found = country_pattern().match(text)
    assert found and found[0] == country


def test_another_word_for_a_country_is_no_fuller_name() -> None:
    assert context("法国总统说，法兰西的文化很美。").countries["法国"] == "法国"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("秘鲁阿雷基帕", "阿雷基帕"),
        ("香港金紫荆广场", "金紫荆广场"),
        ("安徽黄山太平湖", "太平湖"),
        ("福州软件园", "福州软件园"),
        ("巴西利亚", "巴西利亚"),
        ("沈阳市民广场", "沈阳市民广场"),
    ],
)
def test_places_with_names_of_their_own(written: str, name: str) -> None:
    article = Article(id="a", title="", text="会议召开。", place="")
    assert Bodies(article, ()).place_name(written, 0) == name


OFFICES = {
    "邵阳市市长秦怀远，市委秘书长白景行陪同。": {
        ("秦怀远", "邵阳市市长", "邵阳市"),
        ("白景行", "邵阳市委秘书长", "中共邵阳市委员会"),
    },
    "华容县公安局召开大会，刑侦大队大队长寇长林发言。": {
        ("寇长林", "华容县公安局刑侦大队大队长", "华容县公安局刑侦大队")
    },
    "欧盟能源专员拉姆森表示欢迎。": {("拉姆森", "欧盟能源专员", "欧盟")},
    "秘鲁将举行演习，国防部长萨拉斯特说，很好。": {("萨拉斯特", "秘鲁国防部长", "秘鲁国防部")},
    "代表团访问智利，会见参议长帕切雷克。": {("帕切雷克", "智利参议长", "智利")},
    "伊朗最高军事指挥官阿里·礼萨米讲话。": {("阿里·礼萨米", "伊朗最高军事指挥官", "伊朗")},
    "沈知行是中国船舶动力研究院的工艺师。": {("沈知行", "中国船舶动力研究院工艺师", "中国船舶动力研究院")},
    "副市长（广州挂职）尹若川通报情况。": {("尹若川", "荆门市副市长", "荆门市")},
    "会议任命丁望东为经济委员会副主任，曹军为提案委员会副主任。": {
        ("丁望东", "经济委员会副主任", "经济委员会"),
        ("曹军", "提案委员会副主任", "提案委员会"),
    },
    "浙江省苍南县副县长辜鸿山到会。": {("辜鸿山", "苍南县副县长", "苍南县")},
}


@pytest.mark.parametrize("text", OFFICES)
def test_offices(text: str) -> None:
    assert current(text, place="荆门市" if "挂职" in text else "") == OFFICES[text]


def test_whom_a_banquet_is_for_holds_no_office_by_it() -> None:
    assert current("卡洛斯为各国领导人举行宴会。推动机关建设成为委员之家。", place="") == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("更登群培说", "更登群培"),
        ("卓玛才让主持", "卓玛才让"),
        ("马乙布拉与企业签约", "马乙布拉"),
        ("韩五十三介绍", "韩五十三"),
        ("哈吉･再努拉一行", "哈吉･再努拉"),
    ],
)
def test_names_of_minorities(text: str, name: str) -> None:
    found = read_name(text, 0, need=LIST)
    assert found and text[: found.end] == name


def test_names_are_not_put_together_from_any_words() -> None:
    assert composed_end("卓越才能", 0) == 0
    assert is_foreign("萨拉斯特")
    assert not is_foreign("马海龙")
    opened = read_open("本谦率领的代表团", 0)
    assert opened is None or opened.end == 2


@pytest.mark.parametrize(
    "text",
    [
        "江陵县第二中学与石首工程职业学院签约，协议由两校校长海若愚、谷怀仁签署。",
        "江陵县第二中学还同石首工程职业学院结对，双方校长海若愚、谷怀仁签字。",
    ],
)
def test_two_hold_one_office_each_in_a_body_of_their_own(text: str) -> None:
    assert current(text, place="") == {
        ("海若愚", "江陵县第二中学校长", "江陵县第二中学"),
        ("谷怀仁", "石首工程职业学院校长", "石首工程职业学院"),
    }


def test_the_heads_of_two_areas() -> None:
    assert current("华容县与江陵县签订协议，两县县长海若愚、谷怀仁出席。", place="") == {
        ("海若愚", "华容县县长", "华容县"),
        ("谷怀仁", "江陵县县长", "江陵县"),
    }


def test_she_is_the_person_whom_a_portrait_is_about() -> None:
    text = "村民海若愚今年七十岁。海若愚说，会剪纸。谷怀仁来看海若愚。\n2019年，她当选江陵县剪纸协会名誉会长。"
    assert ("海若愚", "江陵县剪纸协会名誉会长", "江陵县剪纸协会") in current(text, place="")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("俄国防部", "俄罗斯国防部"),
        ("日外务省", "日外务省"),
        ("美国民警卫队", "美国国民警卫队"),
        ("俄波罗的海舰队", "俄罗斯波罗的海舰队"),
        ("国会", "秘鲁国会"),
        ("国民议会外事委员会", "秘鲁国民议会外事委员会"),
        ("欧洲议会", "欧洲议会"),
        ("以军", "以色列国防军"),
    ],
)
def test_bodies_of_states_with_their_country(written: str, name: str) -> None:
    assert canonical_organization(written, context("秘鲁总统5日发表讲话。", place="")) == name


def test_bodies_of_states_in_papers_of_a_place_stay_as_they_are() -> None:
    assert canonical_organization("议会", context("秘鲁客人5日来访。")) == "议会"
