"""Signings as local papers tell them: by their ceremony, who looks on, whose paper it is, who puts the pen down for whom."""

import pytest
from stated import assert_stated

RELATIONS = ("SIGNED", "SIGNED_WITH", "ATTENDED")
CEREMONY = "3月6日，东河港集团与南江大学战略合作签约仪式在江滨宾馆举行。"
EVENT = "东河港集团与南江大学战略合作签约仪式"


def deal(one: str, other: str, paper: str, *signers: str) -> set[tuple[str, str, str]]:
    """Two parties, their paper, and the persons who sign it for them."""
    signed = {(name, "SIGNED", paper) for name in (one, other, *signers)}
    return {*signed, (one, "SIGNED_WITH", other)}


CEREMONIES = {
    "who witnesses a signing": "市委书记贺长明、南江大学校长温如海共同见证签约。",
    "with adverbs": "市委书记贺长明、南江大学校长温如海一同见证了双方签约。",
    "nothing behind it": "市委书记贺长明、南江大学校长温如海共同见证。",
    "behind a meeting": "市委书记贺长明、南江大学校长温如海参加会见和签约仪式。",
}


@pytest.mark.parametrize("text", CEREMONIES.values(), ids=CEREMONIES)
def test_witnesses(text: str) -> None:
    """见证 is attending the ceremony that has been named."""
    expected = {(name, "ATTENDED", EVENT) for name in ("贺长明", "温如海")}
    assert_stated("东河市", CEREMONY + text, expected, ("ATTENDED",))


def test_no_ceremony() -> None:
    """Where no ceremony is named, who witnesses attends none."""
    text = "东河港集团与南江大学签署《合作协议》，市委书记贺长明见证。"
    assert_stated("东河市", text, set(), ("ATTENDED",))


ATTENDING = {
    "bodies that take part": ("东河市商务局、东河海关参加。", {"东河市商务局", "东河海关"}),
    "bodies that send somebody": ("东河市商务局、东河海关也派人参加。", {"东河市商务局", "东河海关"}),
    "people of a body": ("东河市商务局、东河海关负责人参加。", set()),
}


@pytest.mark.parametrize(("text", "names"), ATTENDING.values(), ids=ATTENDING)
def test_bodies_take_part(text: str, names: set[str]) -> None:
    """A body attends itself, not by its head who has no name."""
    assert_stated("东河市", CEREMONY + text, {(name, "ATTENDED", EVENT) for name in names}, ("ATTENDED",))


PARTIES = {
    "a ceremony, whatever the deal is about": (
        "5月8日，江海银行东河分行与南山县人民政府普惠性贷款协议签字仪式在东河举行。",
        deal("江海银行东河分行", "南山县人民政府", "普惠性贷款协议"),
    ),
    "a party whose name holds 和": (
        "商务部今天公布，文化和旅游部与东河广播电视台战略合作框架协议签约仪式24日在京举行。",
        deal("文化和旅游部", "东河广播电视台", "战略合作框架协议"),
    ),
    "a name in brackets": (
        "南江大学与东河云帆科技有限公司（以下简称“云帆科技”）共建协议签约仪式昨日举行。",
        deal("南江大学", "东河云帆科技有限公司", "共建协议"),
    ),
    "a body called after another": ("昨日，南江学院智能装备学院共建签约暨揭牌仪式在该校举行。", set()),
    "a title is the subject": (
        "会后，《东河市与南山县水源共护备忘录》正式签署。",
        deal("东河市", "南山县", "东河市与南山县水源共护备忘录"),
    ),
    "papers in a list are the subject": (
        "东河中学与西江中学的帮扶协议、南江大学和江海银行的助学合同也一并签署。",
        deal("东河中学", "西江中学", "帮扶协议") | deal("南江大学", "江海银行", "助学合同"),
    ),
    "what it is that two sign": (
        "柳河镇人民政府和东河水产有限公司签订的是冷库项目投资合同，签约人为镇长毕成田、东河水产总经理鲁望舒。",
        deal("柳河镇人民政府", "东河水产有限公司", "冷库项目投资合同", "毕成田", "鲁望舒"),
    ),
    "the two sides of a title": (
        "《临床试验服务合同》的签约双方是东河药业集团和南江大学，落笔者分别为东河药业副总裁秦同舟、南江大学校长温如海。",
        deal("东河药业集团", "南江大学", "临床试验服务合同", "秦同舟", "温如海"),
    ),
    "who signs in turn": (
        "东河药业集团与南江大学签订《共建协议》，签字人依次为东河药业副总裁秦同舟、南江大学校长温如海。",
        deal("东河药业集团", "南江大学", "共建协议", "秦同舟", "温如海"),
    ),
    "a clause with 由 before": (
        "由南江大学和东河药业集团出资的研究中心昨日揭牌，捐赠协议由南江大学校长温如海、东河药业集团董事长秦同舟签署。",
        {
            ("温如海", "SIGNED", "捐赠协议"),
            ("秦同舟", "SIGNED", "捐赠协议"),
            ("南江大学", "SIGNED_WITH", "东河药业集团"),
        },
    ),
    "owners sign, not the bodies of the signers' offices": (
        "东河市人民政府与南江大学的《人才合作协议》由副市长贺长明、南江大学校长温如海签署。",
        deal("东河市人民政府", "南江大学", "人才合作协议", "贺长明", "温如海"),
    ),
    "pairs of persons": (
        "柳河镇镇长毕成田同云帆公司总经理秦同舟、竹溪镇镇长鲁望舒同丰禾公司董事长温如海分别签订投资协议。",
        {
            *((name, "SIGNED", "投资协议") for name in ("毕成田", "秦同舟", "鲁望舒", "温如海")),
            ("柳河镇", "SIGNED_WITH", "云帆公司"),
            ("竹溪镇", "SIGNED_WITH", "丰禾公司"),
        },
    ),
    "同 before a name that begins like a word": (
        "当天，江海银行东河支行同天源服饰有限公司签下仓单质押贷款合同。",
        deal("江海银行东河支行", "天源服饰有限公司", "仓单质押贷款合同"),
    ),
    "a body before a pause": (
        "去年成立的东河市食用菌研究院，与南江大学签订了育种协议。",
        deal("东河市食用菌研究院", "南江大学", "育种协议"),
    ),
    "a body of somebody's": (
        "村支书毕成田忙得很。他牵头成立的云岭茶叶专业合作社，同南江大学签订了育种协议。",
        deal("云岭茶叶专业合作社", "南江大学", "育种协议"),
    ),
    "reached, not signed": (
        "东河中学和南江大学达成师资共享协议。",
        deal("东河中学", "南江大学", "师资共享协议"),
    ),
    "what states reach": ("据报道，法国和瑞士达成渔业协议。", set()),
    "the table at which one signs": ("东河中学校长毕成田走上签字台。", set()),
    "persons retell the deals of their bodies": (
        "昨日，东河市人民政府分别与江海银行东河分行、南江银行签署战略合作协议。"
        "副市长贺长明代表东河市人民政府依次与江海银行东河分行副行长秦同舟、南江银行行长温如海签约。",
        deal("东河市人民政府", "江海银行东河分行", "战略合作协议", "贺长明", "秦同舟")
        | deal("东河市人民政府", "南江银行", "战略合作协议", "温如海"),
    ),
    "one person for two organs": (
        "会上，贺长明代表市委、市政府与各县区委书记签订了《防汛责任书》。",
        {("贺长明", "SIGNED", "防汛责任书")},
    ),
}


@pytest.mark.parametrize(("text", "expected"), PARTIES.values(), ids=PARTIES)
def test_parties(text: str, expected: set[tuple[str, str, str]]) -> None:
    """Who signed what with whom."""
    assert_stated("东河市", text, expected, ("SIGNED", "SIGNED_WITH"))


OFFICES = {
    "the department of a company": (
        "东河职教中心主任毕成田先后与西江钢构公司人力资源部部长秦同舟、四方服装集团副总经理温如海签订《订单班协议》。",
        {
            *((name, "SIGNED", "订单班协议") for name in ("毕成田", "秦同舟", "温如海")),
            ("东河职教中心", "SIGNED_WITH", "西江钢构公司"),
            ("东河职教中心", "SIGNED_WITH", "四方服装集团"),
        },
    ),
    "so many places": (
        "三地共同签署《湖区联防协议》，签字人依次为杭州市水务局局长毕成田、湖州市水利局局长秦同舟、苏州市水务局局长温如海。",
        {
            *(
                (name, "SIGNED", "湖区联防协议")
                for name in ("毕成田", "秦同舟", "温如海", "杭州市", "湖州市", "苏州市")
            ),
            ("杭州市", "SIGNED_WITH", "湖州市"),
            ("杭州市", "SIGNED_WITH", "苏州市"),
            ("湖州市", "SIGNED_WITH", "苏州市"),
        },
    ),
    "the two of a sort": (
        "东河医院与柳河医院、竹溪医院签约。南山医院院长秦同舟、东河医院院长温如海代表两院签订《进修协议》。",
        {
            ("秦同舟", "SIGNED", "进修协议"),
            ("温如海", "SIGNED", "进修协议"),
            ("东河医院", "SIGNED_WITH", "柳河医院"),
            ("东河医院", "SIGNED_WITH", "竹溪医院"),
            ("南山医院", "SIGNED_WITH", "东河医院"),
        },
    ),
}


@pytest.mark.parametrize(("text", "expected"), OFFICES.values(), ids=OFFICES)
def test_for_whom(text: str, expected: set[tuple[str, str, str]]) -> None:
    """For whom the persons sign."""
    assert_stated("东河市", text, expected, ("SIGNED", "SIGNED_WITH"))
