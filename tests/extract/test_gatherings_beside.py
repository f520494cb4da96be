"""Gatherings whose day, place or organizer stands in another clause or sentence than they do."""

import pytest
from stated import assert_stated

WHERE_WHEN = ("HELD_AT", "HELD_ON")

CASES = {
    "在这里 is the place that the clause before has told of": (
        "绵竹市",
        "6月20日，东湖酒店二楼会议室座无虚席，市物价局在这里召开供热价格听证会。",
        {("供热价格听证会", "HELD_AT", "东湖酒店二楼会议室"), ("供热价格听证会", "HELD_ON", "2024-06-20")},
        WHERE_WHEN,
    ),
    "在此, of the sentence before": (
        "绵竹市",
        "昨日，柳河公园人头攒动。第三届柳编技艺大赛在此举行。",
        {("第三届柳编技艺大赛", "HELD_AT", "柳河公园"), ("第三届柳编技艺大赛", "HELD_ON", "2024-06-24")},
        WHERE_WHEN,
    ),
    "a clause that is nothing but the place": (
        "",
        "6月18日，青溪镇竹海村文化礼堂里，第二届竹编技艺大赛举行。",
        {("第二届竹编技艺大赛", "HELD_AT", "青溪镇竹海村文化礼堂"), ("第二届竹编技艺大赛", "HELD_ON", "2024-06-18")},
        WHERE_WHEN,
    ),
    "a ceremony has the day and the place of the signing that it is for": (
        "",
        "6月20日，闽南大学与长风集团在厦门签署《人才培养协议》。副市长闵骞出席签约仪式并讲话。",
        {("签约仪式", "HELD_AT", "厦门市"), ("签约仪式", "HELD_ON", "2024-06-20")},
        WHERE_WHEN,
    ),
    "the day on which it begins stands before a weak verb, its length behind that": (
        "",
        "国际漆艺研讨会已于6日先期在海棠饭店开始，会期三天。",
        {("国际漆艺研讨会", "HELD_AT", "海棠饭店"), ("国际漆艺研讨会", "HELD_ON", "2024-06-06/2024-06-08")},
        WHERE_WHEN,
    ),
    "from the day of opening in a clause of its own to the day of closing": (
        "",
        "第八届江南皮艇锦标赛20日在苏州落下战幕。本届锦标赛由江南皮艇协会主办，6月18号开始。",
        {("第八届江南皮艇锦标赛", "HELD_AT", "苏州市"), ("第八届江南皮艇锦标赛", "HELD_ON", "2024-06-18/2024-06-20")},
        WHERE_WHEN,
    ),
    "how long a forum lasts says nothing of a meeting in its course": (
        "",
        "第二届减灾论坛25日在大理开幕。\n本届论坛为期三天，还将于27日在宾川县举行社区减灾现场会。",
        {
            ("第二届减灾论坛", "HELD_AT", "大理白族自治州"),
            ("第二届减灾论坛", "HELD_ON", "2024-06-25/2024-06-27"),
            ("社区减灾现场会", "HELD_AT", "宾川县"),
            ("社区减灾现场会", "HELD_ON", "2024-06-27"),
        },
        ("HELD_ON",),
    ),
    "what is put off is on its new day": (
        "",
        "原定6月12日举行的全市消防演练，受暴雨影响推迟至28日。",
        {("全市消防演练", "HELD_ON", "2024-06-28")},
        WHERE_WHEN,
    ),
    "what is called off is not held": (
        "",
        "原定2020年在乌兰巴托举行的联合防火演练因疫情取消。",
        set(),
        WHERE_WHEN,
    ),
    "今天 is the day of the dateline": (
        "",
        "本报厦门6月22日电 第四届茶器博览会今天在厦门开幕。",
        {("第四届茶器博览会", "HELD_AT", "厦门市"), ("第四届茶器博览会", "HELD_ON", "2024-06-22")},
        WHERE_WHEN,
    ),
    "the day that the opening paragraph has named": (
        "",
        "6月16日清晨，湖上的雾刚散。2024洱海马拉松赛鸣枪开跑。",
        {("2024洱海马拉松赛", "HELD_ON", "2024-06-16")},
        WHERE_WHEN,
    ),
    "the day after": (
        "",
        "6月17日，委员们视察了学校。次日上午，视察情况反馈会召开。",
        {("视察情况反馈会", "HELD_ON", "2024-06-18")},
        WHERE_WHEN,
    ),
    "a session and its day in brackets under a decision": (
        "",
        "(2024年6月6日梅溪市第八届人民代表大会常务委员会第二次会议通过)",
        {("梅溪市第八届人民代表大会常务委员会第二次会议", "HELD_ON", "2024-06-06")},
        WHERE_WHEN,
    ),
    "a list of venues with their number": (
        "",
        "“云上茶会”签约仪式20日在钦州、上海、厦门三个会场同步举行。",
        {
            ("“云上茶会”签约仪式", "HELD_AT", "钦州市"),
            ("“云上茶会”签约仪式", "HELD_AT", "上海市"),
            ("“云上茶会”签约仪式", "HELD_AT", "厦门市"),
        },
        ("HELD_AT",),
    ),
    "venues by one character each": (
        "",
        "首届国产仪器推介会8日在京沪两地同步举行。",
        {("首届国产仪器推介会", "HELD_AT", "北京市"), ("首届国产仪器推介会", "HELD_AT", "上海市")},
        ("HELD_AT",),
    ),
    "a gathering that one goes to": (
        "",
        "今年5月，婆媳俩去深圳参加第十五届漆器博览会。",
        {("第十五届漆器博览会", "HELD_AT", "深圳市"), ("第十五届漆器博览会", "HELD_ON", "2024-05")},
        WHERE_WHEN,
    ),
    "organizers told in a speech, of what 本届 points back to": (
        "阳江市",
        "第三届青溪开犁节18日在青溪镇开锣。镇长闵骞介绍，本届开犁节由省农业农村厅联合市政府主办。",
        {("广东省农业农村厅", "ORGANIZED", "第三届青溪开犁节"), ("阳江市人民政府", "ORGANIZED", "第三届青溪开犁节")},
        ("ORGANIZED",),
    ),
    "one leads and others carry out": (
        "阳江市",
        "由市减灾委员会办公室牵头，市应急管理局、市地震局联合开展的地震疏散演练20日在第七小学设主会场。",
        {
            ("阳江市减灾委员会办公室", "ORGANIZED", "地震疏散演练"),
            ("阳江市应急管理局", "ORGANIZED", "地震疏散演练"),
            ("阳江市地震局", "ORGANIZED", "地震疏散演练"),
        },
        ("ORGANIZED",),
    ),
    "定于 behind who will hold it": (
        "",
        "联合国安理会定于28日就也门局势举行紧急会议。",
        {("联合国安全理事会", "ORGANIZED", "联合国安理会紧急会议"), ("联合国安理会紧急会议", "HELD_ON", "2024-06-28")},
        ("ORGANIZED", *WHERE_WHEN),
    ),
}


@pytest.mark.parametrize(("place", "text", "expected", "relations"), CASES.values(), ids=CASES)
def test_statements(place: str, text: str, expected: set[tuple[str, str, str]], relations: tuple[str, ...]) -> None:
    assert_stated(place, text, expected, relations)
