"""States that sign: by their heads, by initials, side by side, in what is said of them; 双方 of one item of a round-up."""

import pytest
from stated import assert_stated

RELATIONS = ("SIGNED", "SIGNED_WITH", "MET_WITH", "ISSUED")


def signed(one: str, other: str, paper: str) -> set[tuple[str, str, str]]:
    """Two parties and their paper."""
    return {(one, "SIGNED", paper), (other, "SIGNED", paper), (one, "SIGNED_WITH", other)}


HEADS = {
    "named in the speech alone": (
        "李强同匈牙利总理会谈\n欢迎仪式后，两国总理举行会谈。李强说，很高兴见到欧尔班总理。会谈后，两国总理签署《合作纲要》。",
        {("李强", "MET_WITH", "欧尔班"), ("李强", "SIGNED", "合作纲要"), ("欧尔班", "SIGNED", "合作纲要")},
    ),
    "both sides before": (
        "国务院总理李强同匈牙利总理欧尔班会谈。今天双方签署《合作规划》。会谈后，两国总理共同签署《联合公报》。",
        {
            ("李强", "MET_WITH", "欧尔班"),
            *signed("中国", "匈牙利", "合作规划"),
            ("李强", "SIGNED", "联合公报"),
            ("欧尔班", "SIGNED", "联合公报"),
        },
    ),
    "signed and issued": (
        "国务院总理李强同匈牙利总理欧尔班会谈。会谈后，两国总理签署并发表《联合公报》。",
        {
            ("李强", "MET_WITH", "欧尔班"),
            *((name, verb, "联合公报") for name in ("李强", "欧尔班") for verb in ("SIGNED", "ISSUED")),
        },
    ),
}


@pytest.mark.parametrize(("text", "expected"), HEADS.values(), ids=HEADS)
def test_heads_of_states(text: str, expected: set[tuple[str, str, str]]) -> None:
    """两国总理 are the persons, wherever the text names them; their states have the deal."""
    assert_stated("", text, {*expected, ("中国", "SIGNED_WITH", "匈牙利")}, RELATIONS)


STATES = {
    "side by side": ("沙特伊朗4月6日签署《合作公报》。", signed("沙特", "伊朗", "合作公报")),
    "a name that holds 及": ("埃及与约旦签署《供水协议》。", signed("埃及", "约旦", "供水协议")),
    "initials with 双方 somewhere": (
        "越南与老挝去年恢复通车，本月6日，越老双方在万象签署《口岸协定》。",
        signed("越南", "老挝", "口岸协定"),
    ),
    "so described": (
        "芬兰是最早同中国建交的国家之一，也是首个同中国签订《邮政协定》的北欧国家。",
        signed("芬兰", "中国", "邮政协定"),
    ),
    "has become one": ("中方欢迎斐济成为又一个同中国签署《规划》的国家。", signed("斐济", "中国", "规划")),
    "the last of several verbs": (
        "智利是第一批同中国建交、同中国开通航线以及同中国签署《贸易协定》的国家之一。",
        signed("智利", "中国", "贸易协定"),
    ),
    "the paper said to be theirs": ("中智邮政协定是中国与智利签署的第一个邮政协定。", signed("中国", "智利", "中智邮政协定")),
    "so many years after": ("今年是中日和平友好条约缔结45周年。李强就条约签署45周年致电日本首相石破茂。", set()),
    "parties and firms": (
        "德国联盟党和社民党签署《执政协议》。",
        signed("德国联盟党", "社民党", "执政协议"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), STATES.values(), ids=STATES)
def test_states(text: str, expected: set[tuple[str, str, str]]) -> None:
    """States are the parties however their names stand."""
    assert_stated("", text, expected, RELATIONS)


def test_items_of_their_own() -> None:
    """双方 of one item are not who signed in the item before."""
    text = "国际联播快讯\n埃及约旦签署供水协议\n埃及与约旦5日签署《供水协议》。\n冲突双方对话\n6日，冲突双方签署《停火协议》。"
    assert_stated("", text, signed("埃及", "约旦", "供水协议"), RELATIONS)
