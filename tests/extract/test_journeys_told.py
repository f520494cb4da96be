"""Journeys as local papers tell them: who goes along, where each stop is, and what is no visit."""

from __future__ import annotations

import pytest

from tests.extract.stated import assert_stated

V = ("VISITED",)


def _all(who: tuple[str, ...], *places: str) -> set[tuple[str, str, str]]:
    return {(person, "VISITED", place) for person in who for place in places}


CASES: dict[str, tuple[str, str, set[tuple[str, str, str]]]] = {
    "a delegation that comes to a place of one character and is called by its last word afterwards": (
        "衢州市",
        "3月6日至7日，台湾屏东县农会总干事林世昌率屏东县农会参访团一行20人抵衢参访。7日，参访团来到江山市清湖镇和睦村。",
        _all(("林世昌", "屏东县农会参访团"), "衢州市", "江山市清湖镇和睦村"),
    ),
    "a leader behind 以 and 为团长": (
        "绥化市",
        "以市长朴正浩为团长的韩国金泉市友好代表团一行12人，于5月3日抵达我市。",
        _all(("朴正浩", "韩国金泉市友好代表团"), "绥化市"),
    ),
    "who comes with unnamed officers": (
        "许昌市",
        "5月3日，副省长钱一鸣带领省水利厅、省农业厅负责人来许，就春灌进行调研。",
        _all(("钱一鸣",), "许昌市"),
    ),
    "a journey for a purpose to a province of one character": (
        "宜宾市",
        "5月3日，市委副书记何晓东赴粤招商。",
        _all(("何晓东",), "广东省"),
    ),
    "why somebody is not there": ("宜宾市", "副市长何晓东因赴京开会请假。", set()),
    "groups that part": (
        "许昌市",
        "一路由市政协主席白秀兰带队，看了建安区张潘镇中心幼儿园；另一路由市政协副主席钱一鸣领着，去的是襄城县紫云镇小学和襄城县职教中心。",
        _all(("白秀兰",), "建安区张潘镇中心幼儿园") | _all(("钱一鸣",), "襄城县紫云镇小学", "襄城县职教中心"),
    ),
    "all who travelled": (
        "岳阳市",
        "6月28日，教师方树德、工人江海生赴长沙参加表彰大会。会后，两人瞻仰了湖南省革命纪念馆。",
        _all(("方树德", "江海生"), "长沙市", "湖南省革命纪念馆"),
    ),
    "members whom their leader takes along": (
        "许昌市",
        "11日，市政协主席白秀兰带领部分市政协委员视察港口建设。委员们冒着寒风，先后察看了城东造船基地和颍河大桥北桥头。",
        _all(("白秀兰",), "城东造船基地", "颍河大桥北桥头"),
    ),
    "stops that no verb of visiting tells": (
        "许昌市",
        "10日，市长何晓东连夜赶到禹州市，在文殊镇卡口盯着货车过磅。11日在鸿畅镇李金寨村、鸿畅镇卫生院，何晓东给村民拜了年。",
        _all(("何晓东",), "禹州市", "文殊镇卡口", "鸿畅镇李金寨村", "鸿畅镇卫生院"),
    ),
    "a stop of a group behind its name": (
        "乐山市",
        "宜宾市党政代表团赴绍兴市考察。代表团一行在柯桥产业园察看了绍兴五金有限公司的生产线。",
        _all(("宜宾市党政代表团",), "绍兴市", "柯桥产业园", "绍兴五金有限公司"),
    ),
    "the area that a sentence opens with": (
        "宜宾市",
        "市长何晓东率队外出招商。在宁波，何晓东走访了浙江海电电子有限公司。",
        _all(("何晓东",), "宁波市", "浙江海电电子有限公司"),
    ),
    "sites behind verbs of turning in and looking": (
        "周口市",
        "9日，副省长钱一鸣来到淮阳县四通镇农机维修点，又拐进淮阳县气象观测站，还查了安岭镇排污口。",
        _all(("钱一鸣",), "淮阳县四通镇农机维修点", "淮阳县气象观测站", "安岭镇排污口"),
    ),
    "what is done there is no part of the name": (
        "岳阳市",
        "县长毛建国5日赶到沙塘泵站现场督修。",
        _all(("毛建国",), "沙塘泵站"),
    ),
    "prepositions inside names": (
        "许昌市",
        "5日，何晓东、钱一鸣带队观摩了鸿畅镇蔬菜分拣中心和河南向丰农业科技有限公司。",
        _all(("何晓东", "钱一鸣"), "鸿畅镇蔬菜分拣中心", "河南向丰农业科技有限公司"),
    ),
    "kinds of places and things looked at are no places": (
        "许昌市",
        "何晓东看了溢洪道，走访快递网点，察看人工智能、集成电路等领域创新成果。他在车上把合同看了四遍。",
        set(),
    ),
    "where a meeting was is not where one looks": (
        "许昌市",
        "反馈会在禹州市召开，省应急管理厅副厅长苏大明通报了督查发现的17个问题。",
        set(),
    ),
    "where people are from who are visited elsewhere": (
        "许昌市",
        "市长何晓东转到青海大学附属医院，看望了建安区张潘镇的退休教师方树德。",
        _all(("何晓东",), "青海大学附属医院"),
    ),
    "who goes along, and together": (
        "黄南州",
        "州长才让太先后到尖扎县坎布拉镇、李家峡水库。副州长王海红一同督查。5日，才让太一同察看了保安镇渔场。",
        _all(("才让太", "王海红"), "尖扎县坎布拉镇", "李家峡水库") | _all(("才让太",), "保安镇渔场"),
    ),
    "companions in a relative clause, but for the envoy": (
        "",
        "全国人大常委会委员长吴建国对塞尔维亚进行访问。陪同访问的全国人大常委会副委员长李建平、中国驻塞尔维亚大使魏敬海参加会见。",
        _all(("吴建国", "李建平"), "塞尔维亚"),
    ),
}


@pytest.mark.parametrize(("place", "text", "expected"), CASES.values(), ids=CASES.keys())
def test_journeys_told(place: str, text: str, expected: set[tuple[str, str, str]]) -> None:
    """Who went where."""
    assert_stated(place, text, expected, V)
