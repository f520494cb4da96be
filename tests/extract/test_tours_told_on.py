"""Tours told over several sentences, delegations that are met, and deals whose parties stand in a clause before."""

from __future__ import annotations

import pytest

from tests.extract.stated import assert_stated

V, M, P = ("VISITED",), ("MET_WITH",), ("ISSUED",)
S = ("SIGNED", "SIGNED_WITH")


def _all(who: tuple[str, ...], *places: str) -> set[tuple[str, str, str]]:
    return {(person, "VISITED", place) for person in who for place in places}


CASES: dict[str, tuple[str, str, set[tuple[str, str, str]], tuple[str, ...]]] = {
    "sentences without a subject": (
        "衡水市",
        "5月12日，副市长江远来到饶阳县大尹村镇。随后前往武强县周窝镇，查看河道。之后又到阜城县霞口镇，与农民交谈。",
        _all(("江远",), "饶阳县大尹村镇", "武强县周窝镇", "阜城县霞口镇"),
        V,
    ),
    "a pronoun means the subject, not who was named first": (
        "赣州市",
        "市委书记卞朴来到于都县红军村走访慰问。在老党员段大彪家中，卞朴送上慰问金。她还来到于都县人民医院，看望医护人员。",
        _all(("卞朴",), "于都县红军村", "于都县人民医院"),
        V,
    ),
    "where he inspects is told after what": (
        "泰安市",
        "昨日，市长江远督导安全生产工作。在泰山区万家超市，江远详细询问应急预案。",
        _all(("江远",), "泰山区万家超市"),
        V,
    ),
    "in front of a site": (
        "泰安市",
        "市长江远来到满庄镇。在恒丰纸厂门前，他停下脚步。",
        _all(("江远",), "满庄镇", "恒丰纸厂"),
        V,
    ),
    "a duty behind 到": (
        "泰安市",
        "副市长江远到新泰市龙廷镇开展防汛督导。",
        _all(("江远",), "新泰市龙廷镇"),
        V,
    ),
    "a site called by its kind alone": (
        "泰安市",
        "副市长江远到吉水县文峰镇检查，在文峰镇水南村察看了电排站。",
        _all(("江远",), "吉水县文峰镇", "文峰镇水南村"),
        V,
    ),
    "a host with the delegation": (
        "临沂市",
        "5月9日，东河商会会长卞朴率东河商会考察团来我市考察。市长江远陪同考察团先后考察了沂南影视城。",
        _all(("卞朴", "东河商会考察团"), "临沂市", "沂南影视城") | _all(("江远",), "沂南影视城"),
        V,
    ),
    "firms by their short names": (
        "泰安市",
        "市长江远走访了比亚迪、大疆创新、中集集团。",
        _all(("江远",), "比亚迪", "大疆创新", "中集集团"),
        V,
    ),
    "a market that is called as a county elsewhere": (
        "临沂市",
        "市长江远考察了临沂商城、罗庄区双月园学校。",
        _all(("江远",), "临沂商城", "罗庄区双月园学校"),
        V,
    ),
    "the members of a delegation": (
        "宿迁市",
        "5月10日，江远率宿迁市党政代表团赴苏州市考察。苏州市市长卞朴会见了代表团主要成员。",
        {("卞朴", "MET_WITH", "宿迁市党政代表团")},
        M,
    ),
    "a talk with a delegation": (
        "宿迁市",
        "5月10日，江远率宿迁市党政代表团赴苏州市考察。苏州市市长王新立与代表团一行座谈。",
        {("王新立", "MET_WITH", "宿迁市党政代表团")},
        M,
    ),
    "both sides of a clause without a deal": (
        "衡水市",
        "东河大学与西江重工集团达成战略合作，双方签署《产学研合作协议》。",
        {
            ("东河大学", "SIGNED", "产学研合作协议"),
            ("西江重工集团", "SIGNED", "产学研合作协议"),
            ("东河大学", "SIGNED_WITH", "西江重工集团"),
        },
        S,
    ),
    "neighbours for themselves": (
        "赣州市",
        "村民王大明与村民李小红达成和解，双方签订了调解协议书。",
        {
            ("王大明", "SIGNED", "调解协议书"),
            ("李小红", "SIGNED", "调解协议书"),
            ("王大明", "SIGNED_WITH", "李小红"),
        },
        S,
    ),
    "the project is no party": (
        "泰安市",
        "新泰市与西江重工集团的锂电隔膜项目正式签约。",
        {("新泰市", "SIGNED_WITH", "西江重工集团")},
        S,
    ),
    "in turn, with a short name among them": (
        "泰安市",
        "东河大学、南江大学、泰山城建集团分别与中铁十局、中铁设计、中铁四局签约。",
        {
            ("东河大学", "SIGNED_WITH", "中铁十局"),
            ("南江大学", "SIGNED_WITH", "中铁设计"),
            ("泰山城建集团", "SIGNED_WITH", "中铁四局"),
        },
        S,
    ),
    "each signs the paper of the own body": (
        "泰安市",
        "会上，岱岳区人民政府与东河大学签订《物流园合作协议》，宁阳县人民政府与南江大学签订《玻璃项目合作协议》，"
        "岱岳区区长江远、东河大学校长卞朴，宁阳县县长邵青、南江大学校长史可为分别代表双方签约。",
        {
            *{(who, "SIGNED", "物流园合作协议") for who in ("岱岳区人民政府", "东河大学", "江远", "卞朴")},
            *{(who, "SIGNED", "玻璃项目合作协议") for who in ("宁阳县人民政府", "南江大学", "邵青", "史可为")},
            ("岱岳区人民政府", "SIGNED_WITH", "东河大学"),
            ("宁阳县人民政府", "SIGNED_WITH", "南江大学"),
        },
        S,
    ),
    "a presidential office and a militia by its name": (
        "",
        "秘鲁总统府11日发表声明说，边境已经开放。也门民兵武装“东部阵线”12日发表声明称，停火已经结束。",
        {("秘鲁总统府", "ISSUED", "秘鲁总统府声明"), ("东部阵线", "ISSUED", "东部阵线声明")},
        P,
    ),
}


@pytest.mark.parametrize(("place", "text", "expected", "relations"), CASES.values(), ids=CASES)
def test_told_on(place: str, text: str, expected: set[tuple[str, str, str]], relations: tuple[str, ...]) -> None:
    """Each construction states just what it says."""
    assert_stated(place, text, expected, relations)
