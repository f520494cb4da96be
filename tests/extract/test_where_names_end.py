"""Where the names of places end: before what is seen from them, behind what says how they lie or of which sort they are."""

from __future__ import annotations

import pytest
from stated import assert_stated

VISITS = {
    "what is seen from it": (
        "外交部长闵骞登上听涛亭远眺青江。",
        {("闵骞", "VISITED", "听涛亭")},
    ),
    "a town of some sort": (
        "外交部长闵骞接连视察了伊朗石油重镇阿萨卢耶和石油重镇哈尔克港。",
        {("闵骞", "VISITED", "阿萨卢耶"), ("闵骞", "VISITED", "哈尔克港")},
    ),
    "mourning somebody": (
        "外交部长闵骞赴智利驻华使馆吊唁范澄同志逝世。",
        {("闵骞", "VISITED", "智利驻华大使馆")},
    ),
    "what belongs to somebody": ("闵骞的包裹来到绿洲市物流园。", set()),
    "a stage is no place": ("外交部长闵骞前往进入第二阶段的会谈。", set()),
    "greetings by video": ("外交部长闵骞6日在绿洲市通过视频连线，向医疗队员们致以亲切的慰问。", set()),
    "a site only of a kind": ("闵骞来到绿洲市考察。在智能工厂，闵骞了解生产情况。", {("闵骞", "VISITED", "绿洲市")}),
}


@pytest.mark.parametrize("case", VISITS)
def test_places_of_visits(case: str) -> None:
    assert_stated("", *VISITS[case], relations=("VISITED",))


def test_place_that_borders_on_others() -> None:
    assert_stated(
        "",
        "白俄罗斯军队近日在毗邻波兰与立陶宛的格罗德诺地区举行军演。",
        {("军演", "HELD_AT", "格罗德诺地区")},
        relations=("HELD_AT",),
    )


def test_where_a_province_lies() -> None:
    assert_stated(
        "", "胡塞武装6日在也门西北部萨达省举行军演。", {("军演", "HELD_AT", "萨达省")}, relations=("HELD_AT",)
    )
