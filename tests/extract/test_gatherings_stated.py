"""Gatherings in local papers, from the text to the statements: what must and must not come."""

import pytest
from stated import assert_stated

AT_EVENT = ("ATTENDED", "CHAIRED", "SPOKE_AT", "ORGANIZED")
WHERE_WHEN = ("HELD_AT", "HELD_ON")

CASES = {
    "bodies on both sides of 联合, a school's playing field": (
        "宿迁市",
        "3月21日，宿城区水务局联合区教育局在宿城区第三中学操场举行“节水护水 从我做起”主题宣传活动启动仪式，"
        "区水务局副局长臧礼岚、区教育局局长衡若洲参加启动仪式。",
        {
            ("宿城区水务局", "ORGANIZED", "“节水护水 从我做起”主题宣传活动启动仪式"),
            ("宿城区教育局", "ORGANIZED", "“节水护水 从我做起”主题宣传活动启动仪式"),
            ("臧礼岚", "ATTENDED", "“节水护水 从我做起”主题宣传活动启动仪式"),
            ("衡若洲", "ATTENDED", "“节水护水 从我做起”主题宣传活动启动仪式"),
            ("“节水护水 从我做起”主题宣传活动启动仪式", "HELD_AT", "宿城区第三中学操场"),
            ("“节水护水 从我做起”主题宣传活动启动仪式", "HELD_ON", "2024-03-21"),
        },
        (*AT_EVENT, *WHERE_WHEN),
    ),
    "who guides does not organize": (
        "金华市",
        "由金华市体育局指导、金华市作家协会主办的“写给远山”诗歌朗诵会6月2日在八咏楼前唱响。",
        {
            ("金华市作家协会", "ORGANIZED", "“写给远山”诗歌朗诵会"),
            ("“写给远山”诗歌朗诵会", "HELD_AT", "八咏楼"),
            ("“写给远山”诗歌朗诵会", "HELD_ON", "2024-06-02"),
        },
        (*AT_EVENT, *WHERE_WHEN),
    ),
    "reports that are heard, a meeting named after who holds it": (
        "儋州市",
        "6月4日，市应急管理局召开会议，部署防汛。局长闵骞主持会议。会议听取了副局长苻毅关于水库巡查情况的汇报。",
        {
            ("儋州市应急管理局", "ORGANIZED", "儋州市应急管理局会议"),
            ("闵骞", "CHAIRED", "儋州市应急管理局会议"),
            ("苻毅", "SPOKE_AT", "儋州市应急管理局会议"),
        },
        AT_EVENT,
    ),
    "the day of a relative clause is the gathering's": (
        "",
        "水利部部长冼砚池6月12日抵达塔什干，出席13日举行的中亚水资源论坛。",
        {
            ("冼砚池", "ATTENDED", "中亚水资源论坛"),
            ("中亚水资源论坛", "HELD_ON", "2024-06-13"),
        },
        (*AT_EVENT, *WHERE_WHEN),
    ),
    "a talk with the body that holds it, and what comes to a place": (
        "黄冈市",
        "6月13日，市总工会在遗爱湖宾馆举行座谈会。6月15日，“山乡有约”招商推介会走进武汉。",
        {
            ("黄冈市总工会", "ORGANIZED", "座谈会"),
            ("座谈会", "HELD_AT", "遗爱湖宾馆"),
            ("座谈会", "HELD_ON", "2024-06-13"),
            ("“山乡有约”招商推介会", "HELD_AT", "武汉市"),
            ("“山乡有约”招商推介会", "HELD_ON", "2024-06-15"),
        },
        (*AT_EVENT, *WHERE_WHEN),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_statements(name: str) -> None:
    assert_stated(*CASES[name])
