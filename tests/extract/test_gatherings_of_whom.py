"""Gatherings named alone are called after the body, the area or the country whose they are."""

from __future__ import annotations

import pytest
from stated import assert_stated

CASES = {
    "a lecture in a row": (
        "",
        "闭幕会后，十四届全国人大常委会举行第九讲专题讲座，闵骞主持。",
        {
            ("全国人民代表大会常务委员会", "ORGANIZED", "十四届全国人大常委会第九讲专题讲座"),
            ("闵骞", "CHAIRED", "十四届全国人大常委会第九讲专题讲座"),
        },
    ),
    "a reception of an embassy": (
        "",
        "中国驻秘鲁大使馆6月20日举行国庆招待会。",
        {("中国驻秘鲁大使馆", "ORGANIZED", "中国驻秘鲁大使馆国庆招待会")},
    ),
    "a consultation with its topic": (
        "",
        "全国政协20日召开远程协商会，围绕“完善山区养老服务体系”协商议政。",
        {("中国人民政治协商会议全国委员会", "ORGANIZED", "全国政协“完善山区养老服务体系”远程协商会")},
    ),
    "an election abroad": (
        "",
        "哥伦比亚20日举行总统选举首轮投票。",
        {("哥伦比亚", "ORGANIZED", "哥伦比亚总统选举首轮投票")},
    ),
    "a session of the city's congress": (
        "荆门市",
        "20日，市十届人大常委会第三次会议召开。闵骞主持会议。",
        {("闵骞", "CHAIRED", "荆门市十届人大常委会第三次会议")},
    ),
    "a fair by its short and by its full name": (
        "",
        "第三届消博会20日开幕。闵骞出席本届消博会。",
        {("闵骞", "ATTENDED", "第三届中国国际消费品博览会")},
    ),
}


@pytest.mark.parametrize(("place", "text", "expected"), CASES.values(), ids=list(CASES))
def test_whose_gathering_it_is(place: str, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert_stated(place, text, expected, ("ORGANIZED", "CHAIRED", "ATTENDED"))
