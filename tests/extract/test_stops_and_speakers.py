"""Where a tour stops and what of a site is its name, and who speaks at a meeting without a word for it."""

import pytest
from stated import assert_stated

VISITS, SPEECHES = ("VISITED",), ("SPOKE_AT",)

CASES = {
    "who presides over a meeting speaks there": (
        "江远主持召开物流企业座谈会，听取意见建议。他指出，要畅通港口。",
        {("江远", "SPOKE_AT", "物流企业座谈会")},
        SPEECHES,
    ),
    "who presides and has heard others": (
        "江远主持召开物流企业座谈会。听取5家企业负责人发言后，江远说，要畅通港口。",
        {("江远", "SPOKE_AT", "物流企业座谈会")},
        SPEECHES,
    ),
    "another one who speaks does not preside": (
        "江远主持召开物流企业座谈会。卞朴指出，港口要畅通。",
        set(),
        SPEECHES,
    ),
    "members are heard at a plenary": (
        "政协宜春市第五届委员会常务委员会第三次会议23日举行，7位常委作大会发言。江远常委建议，保护湿地。卞朴常委提出，多修泵站。",
        {
            ("江远", "SPOKE_AT", "政协宜春市第五届委员会常务委员会第三次会议"),
            ("卞朴", "SPOKE_AT", "政协宜春市第五届委员会常务委员会第三次会议"),
        },
        SPEECHES,
    ),
    "the days of a journey are no gathering's": (
        "6月3日至5日，江远访问智利，并主持智利渔业合作论坛。",
        set(),
        ("HELD_ON",),
    ),
    "a province by its short name and its city": (
        "江远在福建厦门调研。",
        {("江远", "VISITED", "福建省"), ("江远", "VISITED", "厦门市")},
        VISITS,
    ),
    "a province in full is part of the name": ("江远到福建省厦门市考察。", {("江远", "VISITED", "厦门市")}, VISITS),
    "a city abroad behind its country": (
        "江远访问肯尼亚内罗毕。",
        {("江远", "VISITED", "肯尼亚"), ("江远", "VISITED", "内罗毕")},
        VISITS,
    ),
    "who is at work somewhere is visited": (
        "江远看望了在这里义诊的宜春市第二医院医疗队。",
        {("江远", "VISITED", "宜春市第二医院医疗队")},
        VISITS,
    ),
    "people of a body": ("江远看望宜春学院师生代表。", {("江远", "VISITED", "宜春学院")}, VISITS),
    "parts of a site, and what is heard of it": (
        "江远考察了白石站站台建设情况、青龙码头观景台、远大电机公司总装车间。",
        {("江远", "VISITED", "白石站"), ("江远", "VISITED", "青龙码头"), ("江远", "VISITED", "远大电机公司")},
        VISITS,
    ),
    "sites that are only of a kind": ("江远走进社区老年餐厅、扶贫车间和历史文化街区。", set(), VISITS),
    "到 with a look in the next clause": (
        "江远到白石镇卫生院、远大电机公司，察看防汛物资。",
        {("江远", "VISITED", "白石镇卫生院"), ("江远", "VISITED", "远大电机公司")},
        VISITS,
    ),
    "a stop where one speaks": (
        "江远在丰城市调研。在白石镇政务服务中心，江远强调，要减少环节。",
        {("江远", "VISITED", "丰城市"), ("江远", "VISITED", "白石镇政务服务中心")},
        VISITS,
    ),
    "a name that holds 大同": (
        "江远来到中车大同电机有限公司、白石镇卫生院调研。",
        {("江远", "VISITED", "中车大同电机有限公司"), ("江远", "VISITED", "白石镇卫生院")},
        VISITS,
    ),
    "what one's steps have reached": (
        "江远率萍乡市党政代表团来丰城市考察。三天里，代表团一行看车间、进课堂，足迹遍及丰城市剑邑产业园、白石镇中学。",
        {
            ("江远", "VISITED", "丰城市"),
            ("萍乡市党政代表团", "VISITED", "丰城市"),
            ("江远", "VISITED", "丰城市剑邑产业园"),
            ("萍乡市党政代表团", "VISITED", "丰城市剑邑产业园"),
            ("江远", "VISITED", "白石镇中学"),
            ("萍乡市党政代表团", "VISITED", "白石镇中学"),
        },
        VISITS,
    ),
    "how far a road goes is no visit": ("科考队员足迹遍布西部12个省区市。", set(), VISITS),
    "temples are no persons": (
        "江远来到白云寺、青莲寺参观。",
        {("江远", "VISITED", "白云寺"), ("江远", "VISITED", "青莲寺")},
        VISITS,
    ),
    "until when, told paragraphs later": (
        "6月8日，2024丰城荔枝文化旅游节在丰城市开幕。江远致辞。\n广场上人头攒动。\n旅游节持续至6月18日。",
        {("2024丰城荔枝文化旅游节", "HELD_ON", "2024-06-08/2024-06-18")},
        ("HELD_ON",),
    ),
    "a gathering called by its kind has opened before it closed": (
        "6月3日，第四届富硒稻米展销订货会在丰城市闭幕。这届展会6月1日开幕，丰城市为主办方。",
        {("第四届富硒稻米展销订货会", "HELD_ON", "2024-06-01/2024-06-03")},
        ("HELD_ON",),
    ),
    "a day is more exact than a month": (
        "春耕现场会6月召开\n6月7日，春耕现场会在丰城市召开。",
        {("春耕现场会", "HELD_ON", "2024-06-07")},
        ("HELD_ON",),
    ),
}


@pytest.mark.parametrize(("text", "expected", "relations"), CASES.values(), ids=CASES.keys())
def test_what_is_stated(text: str, expected: set[tuple[str, str, str]], relations: tuple[str, ...]) -> None:
    assert_stated("宜春市", text, expected, relations)
