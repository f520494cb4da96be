"""Which gathering is meant where another one is only announced; papers in lists; words that run into names."""

from __future__ import annotations

import pytest
from stated import assert_stated

ABOUT = ("ADOPTED", "CHAIRED", "SPOKE_AT", "ORGANIZED")
DECIDES = "绿洲市渔业协会第二届理事会第四次会议6日在绿洲市举行。"
SECOND = "绿洲市渔业协会第二届理事会第四次会议"

ANNOUNCED = {
    "decided to be convened": (
        f"{DECIDES}会议审议通过了《渔港管理办法》，决定8日召开第三届渔民代表大会。闵骞主持会议。",
        {(SECOND, "ADOPTED", "渔港管理办法"), ("闵骞", "CHAIRED", SECOND)},
    ),
    "its day lies ahead": (
        f"{DECIDES}根据安排，第三届渔民代表大会于8月3日在绿洲市举行。会议通过了《渔港管理办法》。",
        {(SECOND, "ADOPTED", "渔港管理办法")},
    ),
    "what belongs to it is discussed": (
        f"{DECIDES}会议研究了召开第三届渔民代表大会的有关事项；审议通过了《渔港管理办法》。",
        {(SECOND, "ADOPTED", "渔港管理办法")},
    ),
    "adoption is only proposed": (
        f"{DECIDES}闵骞在会上作报告。报告建议第三届渔民代表大会批准《渔港管理办法》。",
        {("闵骞", "SPOKE_AT", SECOND)},
    ),
    "somebody is charged to explain": (
        f"{DECIDES}会议决定将草案提请第三届渔民代表大会审议，并委托闵骞副会长向第三届渔民代表大会作说明。",
        set(),
    ),
    "the party's cell is not its body": (
        "绿洲市水利局党组10日召开会议，学习有关文件。",
        {("绿洲市水利局党组", "ORGANIZED", "绿洲市水利局党组会议")},
    ),
}

PAPERS = {
    "numbers and years in brackets": (
        f"{DECIDES}会议通过了渔业法修正案（三）、渔港建设规划（2024—2028）。",
        {(SECOND, "ADOPTED", "渔业法修正案（三）"), (SECOND, "ADOPTED", "渔港建设规划（2024—2028）")},
    ),
    "summed up as papers": (
        f"{DECIDES}会议审议通过了渔港工作规则、渔船登记细则等文件。",
        {(SECOND, "ADOPTED", "渔港工作规则"), (SECOND, "ADOPTED", "渔船登记细则")},
    ),
    "one noun for a list behind another paper": (
        f"{DECIDES}会议审议通过了渔业协会工作要点和养殖、捕捞、运输工作计划。",
        {(SECOND, "ADOPTED", "渔业协会工作要点"), (SECOND, "ADOPTED", "养殖、捕捞、运输工作计划")},
    ),
    "papers of one session": (
        f"{DECIDES}会议通过了第三届渔民代表大会议程（草案）和日程。",
        {(SECOND, "ADOPTED", "第三届渔民代表大会议程（草案）"), (SECOND, "ADOPTED", "第三届渔民代表大会日程")},
    ),
    "passing an examination": ("绿洲市渔业局公布通过复核的渔港名单。", set()),
}

NAMES = {
    "a jubilee belongs to the name": (
        "庆祝绿洲市渔民代表大会成立40周年大会6日举行。闵骞主持大会。",
        {("闵骞", "CHAIRED", "庆祝绿洲市渔民代表大会成立40周年大会")},
    ),
    "this one is the one named before": (
        "绿洲市第三届渔歌传唱活动6日举行。此次传唱活动由绿洲市渔业局联合绿洲市文化馆共同主办。",
        {
            ("绿洲市渔业局", "ORGANIZED", "绿洲市第三届渔歌传唱活动"),
            ("绿洲市文化馆", "ORGANIZED", "绿洲市第三届渔歌传唱活动"),
        },
    ),
    "an association is no gathering": (
        "大洋渔业促进会三届一次理事大会6日召开。闵骞主持会议。",
        {("闵骞", "CHAIRED", "大洋渔业促进会三届一次理事大会")},
    ),
    "spirit of a speech": (
        f"{DECIDES}闵骞、范澄围绕学习贯彻习近平总书记近期重要讲话和指示精神作了发言。",
        {("闵骞", "SPOKE_AT", SECOND), ("范澄", "SPOKE_AT", SECOND)},
    ),
}


@pytest.mark.parametrize("case", ANNOUNCED)
def test_announced_gatherings(case: str) -> None:
    assert_stated("绿洲市", *ANNOUNCED[case], relations=ABOUT, date="2024-06-06")


@pytest.mark.parametrize("case", PAPERS)
def test_adopted_papers(case: str) -> None:
    assert_stated("绿洲市", *PAPERS[case], relations=("ADOPTED",), date="2024-06-06")


@pytest.mark.parametrize("case", NAMES)
def test_names_of_gatherings(case: str) -> None:
    assert_stated("绿洲市", *NAMES[case], relations=ABOUT, date="2024-06-06")


def test_parties_counted_at_the_end_of_a_list() -> None:
    assert_stated(
        "",
        "内蒙古、陕西、宁夏三省区签署《草原保护框架协议》。",
        {(area, "SIGNED", "草原保护框架协议") for area in ("内蒙古自治区", "陕西省", "宁夏回族自治区")},
        relations=("SIGNED",),
    )


def test_words_that_run_into_names() -> None:
    assert_stated(
        "",
        "外交部长闵骞6日在北京会见阿联议会议长卡塔和众议长贝拉。",
        {("闵骞", "MET_WITH", "卡塔"), ("闵骞", "MET_WITH", "贝拉")},
        relations=("MET_WITH",),
    )


ELSEWHERE = {
    "items of a round-up": (
        "国内联播快讯\n青江渔港论坛举行\n青江渔港论坛6日在绿洲市举行。\n国防部负责人开会\n外交部长闵骞6日与军官举行会议，"
        "并主持活动。",
        set(),
    ),
    "what is organized is no gathering": (
        "绿洲市渔业论坛6日举行。由绿洲市渔业局主办的十佳渔村评选结果揭晓。",
        set(),
    ),
    "what is organized is pointed at": (
        "绿洲市渔歌文化节6日开幕。由绿洲市渔业局主办的这场节会，吸引了游客。",
        {("绿洲市渔业局", "ORGANIZED", "绿洲市渔歌文化节")},
    ),
    "before a summit": (
        "外交部长闵骞6日在大洋渔业峰会前夕，专门听取渔业局汇报，并发表讲话。",
        set(),
    ),
    "who speaks in its course does not hold it": (
        "绿洲市渔业局6日在青江市举办的第三届渔业大会期间宣布，渔港开放。",
        set(),
    ),
    "convened by several bodies": (
        "6日，在绿洲市水利局、绿洲市渔业协会等部门联合召开的渔港建设推进会上，闵骞讲话。",
        {
            ("绿洲市水利局", "ORGANIZED", "渔港建设推进会"),
            ("绿洲市渔业协会", "ORGANIZED", "渔港建设推进会"),
            ("闵骞", "SPOKE_AT", "渔港建设推进会"),
        },
    ),
    "said while there": ("智利外长阿尔塔6日在参加大洋渔业论坛期间表示，渔港应当开放。", set()),
    "parts of gatherings in a list": (
        "绿洲市将承办第五届渔民运动会开幕式和残疾渔民运动会开幕式。",
        {
            ("绿洲市", "ORGANIZED", "第五届渔民运动会开幕式"),
            ("绿洲市", "ORGANIZED", "残疾渔民运动会开幕式"),
        },
    ),
    "the opening that was called so": (
        "闵骞出席第三届大洋渔业论坛开幕式。中方愿举办大洋渔业论坛。范澄在开幕式上致辞。",
        {("范澄", "SPOKE_AT", "第三届大洋渔业论坛开幕式")},
    ),
    "together with a luncheon": (
        "外交部长闵骞出席大洋渔业对话会暨工作午宴。会议由外交部副部长范澄主持。",
        {("范澄", "CHAIRED", "大洋渔业对话会暨工作午宴")},
    ),
    "the subject of its own clause": (
        "在闵骞出席大洋渔业论坛之际，6日，由绿洲市电视台制作的《渔歌》启播仪式在青江市举行。范澄主持启播仪式。",
        {("范澄", "CHAIRED", "《渔歌》启播仪式")},
    ),
}


@pytest.mark.parametrize("case", ELSEWHERE)
def test_gatherings_of_other_words(case: str) -> None:
    assert_stated("", *ELSEWHERE[case], relations=ABOUT, date="2024-06-06")


def test_who_settle_in_an_area_have_no_deal() -> None:
    assert_stated(
        "", "大洋渔业基金、青江产业基金等12家基金签约落地绿洲新区。", set(), relations=("SIGNED_WITH", "SIGNED")
    )


def test_a_field_of_duty_is_no_part_of_the_body() -> None:
    assert_stated(
        "",
        "中央渔业工委分管日常工作的副书记闵骞6日讲话。",
        {("中央渔业工委分管日常工作的副书记", "POSITION_IN", "中共中央渔业工作委员会")},
        relations=("POSITION_IN",),
    )
