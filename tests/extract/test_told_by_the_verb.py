"""Gatherings told by what is done at them, talks of co-chairs, company on journeys, sites without a name."""

from __future__ import annotations

import pytest
from stated import assert_stated

GATHERED = ("ATTENDED", "CHAIRED", "SPOKE_AT", "ORGANIZED", "HELD_AT", "HELD_ON")

JOURNEYS = {
    "company over commas": (
        "外交部长闵骞在泰国发展部长颂猜，农业部长威拉蓬陪同下考察中泰铁路。",
        {("闵骞", "VISITED", "中泰铁路"), ("颂猜", "VISITED", "中泰铁路"), ("威拉蓬", "VISITED", "中泰铁路")},
    ),
    "stricken areas, sites without a name": (
        "国务院副总理闵骞赶赴四川、云南地震灾区，来到群众集中安置点、抢修施工现场。",
        {("闵骞", "VISITED", "四川省"), ("闵骞", "VISITED", "云南省")},
    ),
    "what one goes for is no part of the name": (
        "联合国特使奥拉夫·汉森抵达内罗毕展开斡旋。",
        {("奥拉夫·汉森", "VISITED", "内罗毕")},
    ),
    "named after a person": (
        "外交部长闵骞参观了佩德罗·阿尔塔纪念馆。",
        {("闵骞", "VISITED", "佩德罗·阿尔塔纪念馆")},
    ),
    "whose visit a guest recalls": (
        "智利总统阿尔塔说，我对闵骞部长2019年对智利进行的访问记忆犹新。",
        {("闵骞", "VISITED", "智利")},
    ),
    "at the end of a visit": (
        "在结束对老挝的访问之际，外交部长闵骞同老挝外长通沙万话别。",
        {("闵骞", "VISITED", "老挝")},
    ),
}

MEETINGS = {
    "co-chairs of talks met": (
        "外交部长闵骞8日在北京同智利外长阿尔塔共同主持中智外长第五次定期会晤。",
        {("闵骞", "MET_WITH", "阿尔塔")},
    ),
    "a delegation meets": (
        "阿联代表团抵达内罗毕。代表团会见了肯尼亚总统鲁托。",
        {("阿联代表团", "MET_WITH", "鲁托")},
    ),
}

TOLD = {
    "called after its matter": (
        "当地时间6日，闵骞在三亚主持召开会议，研究防风部署。",
        {
            ("闵骞", "CHAIRED", "研究防风部署的会议"),
            ("研究防风部署的会议", "HELD_AT", "三亚市"),
            ("研究防风部署的会议", "HELD_ON", "2024-06-06"),
        },
    ),
    "leaders of states": (
        "智利和秘鲁等国领导人6日在利马举行会议，讨论渔业问题。",
        {("讨论渔业问题的会议", "HELD_AT", "利马"), ("讨论渔业问题的会议", "HELD_ON", "2024-06-06")},
    ),
    "a ballot": ("智利总统选举首轮投票6日举行。", {("智利总统选举首轮投票", "HELD_ON", "2024-06-06")}),
    "who is told of in a set phrase takes no part": (
        "全国渔业工作会议6日召开。水利部部长闵骞高度评价以习近平同志为核心的党中央作出的部署并讲话。",
        {("全国渔业工作会议", "HELD_ON", "2024-06-06"), ("闵骞", "SPOKE_AT", "全国渔业工作会议")},
    ),
    "what is said while one attends": (
        "在参加全国渔业论坛时，水利部部长闵骞强调，要保护渔业资源。",
        {("闵骞", "ATTENDED", "全国渔业论坛"), ("闵骞", "SPOKE_AT", "全国渔业论坛")},
    ),
    "the plan of the headline before is none of the next line's": (
        "多国民众反对捕鲸计划\n28日，民众在首都东京举行集会。",
        {("集会", "HELD_AT", "东京"), ("集会", "HELD_ON", "2024-05-28")},
    ),
}


@pytest.mark.parametrize("name", JOURNEYS)
def test_journeys(name: str) -> None:
    """Where persons went, and with whom."""
    text, expected = JOURNEYS[name]
    assert_stated("", text, expected, ("VISITED",))


@pytest.mark.parametrize("name", MEETINGS)
def test_meetings(name: str) -> None:
    """Who met whom."""
    text, expected = MEETINGS[name]
    assert_stated("", text, expected, ("MET_WITH",))


@pytest.mark.parametrize("name", TOLD)
def test_gatherings(name: str) -> None:
    """Gatherings without a name of their own."""
    text, expected = TOLD[name]
    assert_stated("", text, expected, GATHERED)
