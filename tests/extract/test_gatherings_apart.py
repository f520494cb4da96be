"""Gatherings of several holders, in cities and their sites, and those that a noun of doing names."""

import pytest
from stated import assert_stated

HELD = ("ORGANIZED",)
WHERE = ("HELD_AT",)

CASES = {
    "each holds one": (
        "今天（6月25日）早上，大连海关、大连海事局也分别举行升旗仪式。",
        {("大连海关", "ORGANIZED", "大连海关升旗仪式"), ("大连海事局", "ORGANIZED", "大连海事局升旗仪式")},
        HELD,
    ),
    "one that they hold together": (
        "大连海关、大连海事局昨天联合举行升旗仪式。",
        {("大连海关", "ORGANIZED", "升旗仪式"), ("大连海事局", "ORGANIZED", "升旗仪式")},
        HELD,
    ),
    "consulates told by their cities": (
        "中国驻意大利米兰、佛罗伦萨的总领馆近日举行国庆招待会。",
        {
            ("中国驻米兰总领事馆", "ORGANIZED", "中国驻米兰总领事馆国庆招待会"),
            ("中国驻佛罗伦萨总领事馆", "ORGANIZED", "中国驻佛罗伦萨总领事馆国庆招待会"),
        },
        HELD,
    ),
    "missions that are not named": ("中国驻多国使馆和国际组织使馆使团举办国庆招待会。", set(), HELD),
    "a theme with a pause in its marks": (
        "6月20日，国务院以“推动银发经济，增进老年福祉”为主题，进行第九次专题学习。",
        {("国务院", "ORGANIZED", "国务院第九次专题学习")},
        HELD,
    ),
    "a clock between the subject and its verb": (
        "联合国安理会计划当地时间28日下午举行关于也门局势的内部磋商。",
        {("联合国安全理事会", "ORGANIZED", "联合国安理会关于也门局势的内部磋商")},
        HELD,
    ),
    "who says that it will hold one": (
        "非洲联盟委员会表示，将于7月2日举行纪念活动。",
        {("非洲联盟委员会", "ORGANIZED", "纪念活动")},
        HELD,
    ),
    "a standing body whose name is that of a meeting": (
        "联合国大会24日举行活动，纪念“世界海洋日”。",
        {("联合国大会", "ORGANIZED", "*")},
        HELD,
    ),
    "a strike": (
        "6月20日，法国铁路工会在法国多地举行大规模罢工。",
        {("法国铁路工会", "ORGANIZED", "大规模罢工"), ("大规模罢工", "HELD_AT", "法国")},
        (*HELD, *WHERE),
    ),
    "offices of several provinces": (
        "云南、贵州等地的消防部门昨天组织开展防灾演练。",
        set(),
        HELD,
    ),
    "two provinces by a character each": (
        "今天（6月25日），川渝两地举行第三次联合救援演练。",
        {("四川省", "ORGANIZED", "第三次联合救援演练"), ("重庆市", "ORGANIZED", "第三次联合救援演练")},
        HELD,
    ),
    "sorts of many that are only counted": (
        "茶博会今天已累计举办新品发布会、品鉴会等近百场活动。",
        set(),
        (*HELD, "HELD_ON"),
    ),
    "a day that is not fixed": (
        "几内亚比绍政府24日宣布，将择期重新举行总统选举。",
        set(),
        ("HELD_ON",),
    ),
    "a welcome for what is to come": (
        "张伯远表示，欢迎各方支持将于今年9月在海南举行的第四届海洋论坛。",
        {("第四届海洋论坛", "HELD_AT", "海南省"), ("第四届海洋论坛", "HELD_ON", "2024-09")},
        (*WHERE, "HELD_ON"),
    ),
    "who goes somewhere in another clause is no gathering": (
        "青年局今天举办安全知识竞赛；消防员走进青山小学。",
        set(),
        WHERE,
    ),
    "a site and the city before it": (
        "第九届登山大赛在江西上饶铜钹山开赛。",
        {("第九届登山大赛", "HELD_AT", "铜钹山"), ("第九届登山大赛", "HELD_AT", "上饶市")},
        WHERE,
    ),
    "a venue that needs its city, in a province": (
        "第九届茶业大会在安徽黄山国际会展中心举行。",
        {("第九届茶业大会", "HELD_AT", "黄山国际会展中心"), ("第九届茶业大会", "HELD_AT", "黄山市")},
        WHERE,
    ),
    "a venue with the name of its city, alone": (
        "第九届茶业大会在青岛国际会展中心举行。",
        {("第九届茶业大会", "HELD_AT", "青岛国际会展中心")},
        WHERE,
    ),
    "the seat of a world body": (
        "第30次缔约方会议在日内瓦万国宫闭幕。",
        {("第30次缔约方会议", "HELD_AT", "万国宫"), ("第30次缔约方会议", "HELD_AT", "日内瓦")},
        WHERE,
    ),
    "a square of a capital": (
        "纪念大会在首都达喀尔独立广场举行。",
        {("纪念大会", "HELD_AT", "独立广场"), ("纪念大会", "HELD_AT", "达喀尔")},
        WHERE,
    ),
    "a district by its city's short name": (
        "第九届书法展在杭州余杭举行。",
        {("第九届书法展", "HELD_AT", "余杭区"), ("第九届书法展", "HELD_AT", "杭州市")},
        WHERE,
    ),
    "a county by its prefecture's full name": (
        "第九届书法展在普洱市澜沧县举行。",
        {("第九届书法展", "HELD_AT", "澜沧拉祜族自治县")},
        WHERE,
    ),
}


@pytest.mark.parametrize(("text", "expected", "relations"), CASES.values(), ids=CASES)
def test_statements(text: str, expected: set[tuple[str, str, str]], relations: tuple[str, ...]) -> None:
    assert_stated("", text, expected, relations)
