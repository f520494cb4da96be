"""Who signs for whom: for three parties of the paragraph before, for one body each, for their governments; 三方 in a paper."""

import pytest
from stated import assert_stated

RELATIONS = ("SIGNED", "SIGNED_WITH")
LOCAL = {
    "for three parties told before": (
        "3月2日，东河市人民政府、南江大学、白石重工股份有限公司三方签订《共建研究院协议》。\n"
        "副市长贺长明、南江大学校长温如海、白石重工总经理丁岳分别代表三方签字。",
        ("东河市人民政府", "南江大学", "白石重工股份有限公司"),
        "共建研究院协议",
        ("贺长明", "温如海", "丁岳"),
    ),
    "three by the paper's name": (
        "东河学院与青溪镇人民政府、东河农商行签订三方合作协议。",
        ("东河学院", "青溪镇人民政府", "东河农商行"),
        "三方合作协议",
        (),
    ),
}


@pytest.mark.parametrize(("text", "bodies", "paper", "persons"), LOCAL.values(), ids=LOCAL)
def test_three_parties(text: str, bodies: tuple[str, ...], paper: str, persons: tuple[str, ...]) -> None:
    """Each of three parties has a deal with the two others."""
    pairs = {(one, "SIGNED_WITH", other) for i, one in enumerate(bodies) for other in bodies[i + 1 :]}
    assert_stated("东河市", text, {*pairs, *((name, "SIGNED", paper) for name in (*bodies, *persons))}, RELATIONS)


def test_one_body_each() -> None:
    """代表县政府和学校: the school is the one that the second signer heads."""
    text = "平江县县长贺长明、南江大学副校长温如海代表县政府和学校签署《共建基地备忘录》。"
    expected = {
        ("贺长明", "SIGNED", "共建基地备忘录"),
        ("温如海", "SIGNED", "共建基地备忘录"),
        ("平江县人民政府", "SIGNED_WITH", "南江大学"),
    }
    assert_stated("东河市", text, expected, RELATIONS)


STATES = {
    "for their own governments": (
        "商务部部长贺长明与智利外交部长卡洛斯·索托分别代表本国政府签署《渔业协定》。",
        {("贺长明", "SIGNED", "渔业协定"), ("卡洛斯·索托", "SIGNED", "渔业协定"), ("中国", "SIGNED_WITH", "智利")},
    ),
    "an envoy and a minister": (
        "中国驻智利大使贺长明与智利外交部长卡洛斯·索托签署《援建换文》。",
        {("贺长明", "SIGNED", "援建换文"), ("卡洛斯·索托", "SIGNED", "援建换文"), ("中国", "SIGNED_WITH", "智利")},
    ),
    "firms of three states": ("东河市与智利、秘鲁、古巴三国企业签署《购销协议》。", set()),
    "the mainland": (
        "内地与澳门签署《换证协议》。",
        {
            ("内地", "SIGNED", "换证协议"),
            ("澳门特别行政区", "SIGNED", "换证协议"),
            ("内地", "SIGNED_WITH", "澳门特别行政区"),
        },
    ),
    "leaders in a headline": (
        "俄白领导人签署条约\n俄罗斯总统普京和白俄罗斯总统卢卡申科6日签署《安全条约》。",
        {("普京", "SIGNED", "安全条约"), ("卢卡申科", "SIGNED", "安全条约"), ("俄罗斯", "SIGNED_WITH", "白俄罗斯")},
    ),
    "only planned once": ("智利与秘鲁原拟签署的《航运协议》，因分歧未能签成。", set()),
    "kept and not signed": ("双方要遵守智利与秘鲁签署的协议。", set()),
}


@pytest.mark.parametrize(("text", "expected"), STATES.values(), ids=STATES)
def test_states(text: str, expected: set[tuple[str, str, str]]) -> None:
    """Ministers and envoys sign for their states."""
    assert_stated("", text, expected, RELATIONS)


def test_witnesses_who_speak() -> None:
    """见证签约并致辞: they speak at the ceremony."""
    text = "3月6日，东河港集团与南江大学合作签约仪式在江滨宾馆举行。副市长贺长明见证签约并致辞。"
    event = "东河港集团与南江大学合作签约仪式"
    assert_stated("东河市", text, {("贺长明", "SPOKE_AT", event)}, ("SPOKE_AT",))


def test_areas_of_the_headline() -> None:
    """三地 are the areas that the item has named by their initials."""
    text = "国内联播快讯\n粤港澳三地公布标准\n三地共同签署《标准备忘录》。"
    names = ("广东省", "香港特别行政区", "澳门特别行政区")
    pairs = {(one, "SIGNED_WITH", other) for i, one in enumerate(names) for other in names[i + 1 :]}
    assert_stated("", text, {*pairs, *((name, "SIGNED", "标准备忘录") for name in names)}, RELATIONS)


TALKS = {
    "signed after talks": "国务院总理李强同匈牙利总理欧尔班举行会谈，并共同签署《联合公报》。",
    "told by one of them": "国务院总理李强表示，很好。刚才我同欧尔班总理举行会谈，共同签署了《联合公报》。匈牙利很美。",
}


@pytest.mark.parametrize("text", TALKS.values(), ids=TALKS)
def test_signed_after_talks(text: str) -> None:
    """Who has talked with somebody signs with them where they sign together."""
    assert_stated("", text, {("李强", "SIGNED", "联合公报"), ("欧尔班", "SIGNED", "联合公报")}, ("SIGNED",))


PAPERS = {
    "pointed back to": (
        "智利国会3日通过渔业保护法案。智利总统博里奇5日签署该法案。",
        {("智利国会", "ADOPTED", "渔业保护法案"), ("博里奇", "SIGNED", "渔业保护法案")},
    ),
    "by its matter": (
        "挪威与瑞典关于海上划界的条约5日生效。瑞典议会14日批准这一条约。",
        {("瑞典议会", "ADOPTED", "挪威与瑞典关于海上划界的条约")},
    ),
    "a matter that holds 同": (
        "智利和秘鲁签署共建港口倡议同沿海战略对接合作规划。",
        {
            ("智利", "SIGNED", "共建港口倡议同沿海战略对接合作规划"),
            ("秘鲁", "SIGNED", "共建港口倡议同沿海战略对接合作规划"),
        },
    ),
}


@pytest.mark.parametrize(("text", "expected"), PAPERS.values(), ids=PAPERS)
def test_papers(text: str, expected: set[tuple[str, str, str]]) -> None:
    """A paper has its whole name wherever it is pointed back to."""
    assert_stated("", text, expected, ("SIGNED", "ADOPTED"))


def test_government_of_a_headline() -> None:
    """A headline means the government by its area, where the text says that it signs."""
    text = "“同心同行” 平江县与南江大学签署协议\n平江县人民政府与南江大学签署《共建协议》。"
    expected = {
        ("平江县人民政府", "SIGNED", "共建协议"),
        ("南江大学", "SIGNED", "共建协议"),
        ("平江县人民政府", "SIGNED_WITH", "南江大学"),
    }
    assert_stated("岳阳市", text, expected, RELATIONS)


def test_adopted_after_announced() -> None:
    """A meeting adopts what is told behind something else that it has announced."""
    text = "5日，国务院召开第一次全体会议。会议宣布成员分工，审议通过《工作规则》。"
    assert_stated("", text, {("国务院第一次全体会议", "ADOPTED", "工作规则")}, ("ADOPTED",))
