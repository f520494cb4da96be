"""Who signs, and what: lists with their number, papers named before or only described, what is spoken of and not told."""

import pytest
from stated import assert_stated

SIGNING = ("SIGNED", "SIGNED_WITH")


def deal(one: str, other: str, paper: str) -> set[tuple[str, str, str]]:
    """Two parties and their paper."""
    return {(one, "SIGNED", paper), (other, "SIGNED", paper), (one, "SIGNED_WITH", other)}


CASES = {
    "an amount before the paper's name": (
        "东河市人民政府与南江大学签署了总额为3亿元的授信协议。",
        deal("东河市人民政府", "南江大学", "授信协议"),
    ),
    "what closes a list counts its items": (
        "东河银行与江南钢铁集团、江北电力集团等六家企业签署了授信协议。",
        deal("东河银行", "江南钢铁集团", "授信协议") | deal("东河银行", "江北电力集团", "授信协议"),
    ),
    "the ministers of so many states": (
        "27日，老挝、泰国和缅甸三国农业部长在万象签署了渔业合作备忘录。",
        deal("老挝", "泰国", "渔业合作备忘录")
        | deal("老挝", "缅甸", "渔业合作备忘录")
        | deal("泰国", "缅甸", "渔业合作备忘录"),
    ),
    "what may happen": ("法国外长12日称，法国与瑞士最早可能在22日签署渔业协议。", set()),
    "a treaty's title names the states, not who looks on": (
        "会见后，两国元首共同见证签署《中华人民共和国政府与秘鲁共和国政府关于共同推进港口建设的合作规划》。",
        deal("中国", "秘鲁", "中华人民共和国政府与秘鲁共和国政府关于共同推进港口建设的合作规划"),
    ),
    "spoken of": ("外交部长王海明表示，签署互免签证协定是两国关系中的大事。", set()),
    "as a noun": ("法国总理勒布朗对东河市与南江大学合作协议的签署表示祝贺。", set()),
    "who both are is told after": (
        "两市政府签署《港口合作框架协议》，王新立、石芳秀分别代表东河市人民政府、西江市人民政府签字。",
        deal("东河市人民政府", "西江市人民政府", "港口合作框架协议")
        | {("王新立", "SIGNED", "港口合作框架协议"), ("石芳秀", "SIGNED", "港口合作框架协议")},
    ),
    "the paper and its owners are the subject": (
        "东河中学与西江中学的结对帮扶协议也正式签订。",
        deal("东河中学", "西江中学", "结对帮扶协议"),
    ),
    "the two states of a visit": (
        "秘鲁总统阿尔科斯12日抵达智利进行国事访问。两国签署了渔业、矿业和林业等领域的双边合作协议。",
        deal("秘鲁", "智利", "双边合作协议"),
    ),
    "bodies of two states are not the states": (
        "秘鲁总统阿尔科斯12日抵达智利进行国事访问。两国企业签署了渔业合作协议。",
        set(),
    ),
    "what about, behind the first party": (
        "东河中学就订单培养与海城电子有限公司签约。",
        {("东河中学", "SIGNED_WITH", "海城电子有限公司")},
    ),
    "the signers of the paper that 的是 named": (
        "签署《冷链运输合同》的是东河物流有限公司和西江食品有限公司，东河物流总经理仲秋月、西江食品副总经理史可为分别代表企业签字。",
        deal("东河物流有限公司", "西江食品有限公司", "冷链运输合同")
        | {("仲秋月", "SIGNED", "冷链运输合同"), ("史可为", "SIGNED", "冷链运输合同")},
    ),
    "a paper before 由, not the one before it": (
        "东河能源有限公司与西江园区管理委员会签订《项目投资合同》；帮扶协议书由院长邵志坚、巴文祥签字。",
        deal("东河能源有限公司", "西江园区管理委员会", "项目投资合同")
        | {("邵志坚", "SIGNED", "帮扶协议书"), ("巴文祥", "SIGNED", "帮扶协议书")},
    ),
    "a headline only describes the paper": (
        "东河市与南江大学签署合作文件\n东河市与南江大学今天签署《产学研合作框架协议》。",
        deal("东河市", "南江大学", "产学研合作框架协议"),
    ),
    "a ceremony called after its parties and their paper": (
        "东河大学与西江集团合作备忘录签约仪式昨日在东河大学举行。",
        deal("东河大学", "西江集团", "合作备忘录"),
    ),
    "a ceremony called after its parties, a name of which nothing else tells": (
        "昨日下午，东河市人民政府与海城恒通轴承集团战略合作签字仪式在南湖宾馆举行。",
        {("东河市人民政府", "SIGNED_WITH", "海城恒通轴承集团")},
    ),
    "on behalf of both governments": (
        "国家质检总局局长王海、埃及贸易部长拉希德分别代表两国政府签署了《柑橘检疫议定书》。",
        {
            ("王海", "SIGNED", "柑橘检疫议定书"),
            ("拉希德", "SIGNED", "柑橘检疫议定书"),
            ("中国", "SIGNED_WITH", "埃及"),
        },
    ),
    "minutes are no demand": (
        "东河市人民政府和南江大学7月9日签署《合作纪要》。副市长卢春林和南江大学校长陈肇海代表双方在纪要上签字。",
        deal("东河市人民政府", "南江大学", "合作纪要")
        | {("卢春林", "SIGNED", "合作纪要"), ("陈肇海", "SIGNED", "合作纪要")},
    ),
    "one head for a list": (
        "秘鲁与智利签署了旨在扩大双方航运服务、贸易以及旅游合作的协议。",
        deal("秘鲁", "智利", "旨在扩大双方航运服务、贸易以及旅游合作的协议"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_signed(text: str, expected: set[tuple[str, str, str]]) -> None:
    """Who signed what with whom."""
    assert_stated("", text, expected, SIGNING)


ISSUED = {
    "a word that ends in 发出": ("工程师刘华开发出了自动测量的加工方案。", set()),
    "a season of a programme": ("中央广播电视总台今天发布《山河故事》（第三季）。", set()),
    "at the same time": (
        "东河市农业协会同期发布《辣椒价格指数报告》。",
        {("东河市农业协会", "ISSUED", "辣椒价格指数报告")},
    ),
}


@pytest.mark.parametrize(("text", "expected"), ISSUED.values(), ids=ISSUED)
def test_issued(text: str, expected: set[tuple[str, str, str]]) -> None:
    """Who issued what."""
    assert_stated("", text, expected, ("ISSUED",))


def test_laws_in_a_list() -> None:
    """通过了甲法，乙法: short names of laws over commas."""
    text = "全国人大常委会9日表决通过了学位法，关税法，关于修改渔业法的决定。"
    body = "全国人民代表大会常务委员会"
    papers = ("学位法", "关税法", "关于修改渔业法的决定")
    assert_stated("", text, {(body, "ADOPTED", paper) for paper in papers}, ("ADOPTED",))
