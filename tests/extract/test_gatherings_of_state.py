"""Gatherings, journeys and papers as national television tells them: who takes part by which words."""

from __future__ import annotations

import pytest
from stated import assert_stated

RELATIONS = ("ATTENDED", "CHAIRED", "SPOKE_AT", "ORGANIZED", "VISITED", "MESSAGED", "ISSUED", "HELD_ON", "HELD_AT")

CASES = {
    "who convenes speaks there": (
        "12日，市长闵骞召开座谈会，听取意见。他指出，要保护水源。",
        {("闵骞", "ORGANIZED", "座谈会"), ("闵骞", "SPOKE_AT", "座谈会"), ("座谈会", "HELD_ON", "2024-06-12")},
    ),
    "means are no gatherings": ("绿洲市通过举办读书班、知识竞赛等多种形式开展学习。", set()),
    "the headline's attendant speaks": (
        "闵骞出席第三届湖泊论坛\n6月20日，总理闵骞在日内瓦出席第三届湖泊论坛。\n闵骞表示，要保护水源。",
        {
            ("闵骞", "ATTENDED", "第三届湖泊论坛"),
            ("闵骞", "SPOKE_AT", "第三届湖泊论坛"),
            ("第三届湖泊论坛", "HELD_ON", "2024-06-20"),
            ("第三届湖泊论坛", "HELD_AT", "日内瓦"),
        },
    ),
    "all the gatherings above": (
        "闵骞出席第三届湖泊论坛\n闵骞出席第三届湖泊论坛。当晚，闵骞出席欢迎晚宴。\n陆舟、邵青参加上述活动。",
        {(who, "ATTENDED", what) for who in ("闵骞", "陆舟", "邵青") for what in ("第三届湖泊论坛", "欢迎晚宴")},
    ),
    "none above but that of a guest": (
        "湖泊之友\n总理闵骞会见来华出席第三届湖泊论坛的法国总统迪朗。\n陆舟参加上述活动。",
        {("迪朗", "ATTENDED", "第三届湖泊论坛"), ("迪朗", "VISITED", "中国")},
    ),
    "a written speech is a paper": (
        "总理闵骞乘专机抵达巴黎。闵骞发表书面讲话。",
        {
            ("闵骞", "VISITED", "巴黎"),
            ("闵骞", "ISSUED", "闵骞书面讲话"),
        },
    ),
    "whose death is the matter writes to nobody": (
        "总理闵骞就前总统迪朗逝世向法国总统马丁致唁电。",
        {("闵骞", "MESSAGED", "马丁")},
    ),
    "presided over together after a talk": (
        "总理闵骞10日在北京同法国总理马丁举行会谈，并共同主持第三届湖泊论坛。",
        {
            ("闵骞", "CHAIRED", "第三届湖泊论坛"),
            ("马丁", "CHAIRED", "第三届湖泊论坛"),
            ("第三届湖泊论坛", "HELD_ON", "2024-06-10"),
            ("第三届湖泊论坛", "HELD_AT", "北京市"),
        },
    ),
    "visited together": (
        "总理闵骞同法国总理马丁共同参观塞纳博物馆。",
        {("闵骞", "VISITED", "塞纳博物馆"), ("马丁", "VISITED", "塞纳博物馆")},
    ),
    "of whom is only spoken takes nobody along": (
        "湖泊之友\n总理闵骞同法国总理马丁通电话。马丁表示，今年3月，主席陆舟访问法国。\n邵青参加。",
        {("陆舟", "VISITED", "法国")},
    ),
    "talks of parties": (
        "新一轮停火谈判20日在埃及结束，法国没有直接参加。",
        {("新一轮停火谈判", "HELD_ON", "2024-06-20"), ("新一轮停火谈判", "HELD_AT", "埃及")},
    ),
    "talks that have a name": (
        "湖泊之友\n总理闵骞20日在巴黎同法国总理马丁举行中法总理会晤。\n陆舟参加。",
        {
            ("中法总理会晤", "HELD_ON", "2024-06-20"),
            ("中法总理会晤", "HELD_AT", "巴黎"),
            ("陆舟", "ATTENDED", "中法总理会晤"),
        },
    ),
    "before delegates without names": (
        "第三届湖泊论坛20日举行。法国总理马丁，意大利总理罗西，西班牙外长以及观察员国代表与会。",
        {
            ("第三届湖泊论坛", "HELD_ON", "2024-06-20"),
            ("马丁", "ATTENDED", "第三届湖泊论坛"),
            ("罗西", "ATTENDED", "第三届湖泊论坛"),
        },
    ),
    "as what one attends": (
        "法国首次作为正式成员参加第三届湖泊论坛。",
        {("法国", "ATTENDED", "第三届湖泊论坛")},
    ),
    "the media say so": (
        "法国媒体说，法国总理马丁今天将参加在日内瓦举行的第三届湖泊论坛。",
        {
            ("马丁", "ATTENDED", "第三届湖泊论坛"),
            ("第三届湖泊论坛", "HELD_ON", "2024-06-25"),
            ("第三届湖泊论坛", "HELD_AT", "日内瓦"),
        },
    ),
    "the days of a whole journey": (
        "总理闵骞将于7月1日至5日出席第三届湖泊论坛并对法国进行正式访问。",
        {("闵骞", "ATTENDED", "第三届湖泊论坛"), ("闵骞", "VISITED", "法国")},
    ),
    "a standing body acts": ("联合国大会20日选举马丁为主席。", set()),
    "activities without names": (
        "总理闵骞将出席第三届湖泊论坛并举行有关活动。",
        {("闵骞", "ATTENDED", "第三届湖泊论坛")},
    ),
    "over quotation marks": (
        "“湖光季”法国展映活动20日在巴黎启动。",
        {("“湖光季”法国展映活动", "HELD_ON", "2024-06-20"), ("“湖光季”法国展映活动", "HELD_AT", "巴黎")},
    ),
    "saving is no festival": (
        "第三届全国节水宣传周20日在巴黎启动。",
        {("第三届全国节水宣传周", "HELD_ON", "2024-06-20"), ("第三届全国节水宣传周", "HELD_AT", "巴黎")},
    ),
    "stops at areas and among people": (
        "总理闵骞在浙江调研。在绍兴，闵骞来到镜湖社区。在会稽村，闵骞与干部群众深入交流。",
        {
            ("闵骞", "VISITED", "浙江省"),
            ("闵骞", "VISITED", "绍兴市"),
            ("闵骞", "VISITED", "镜湖社区"),
            ("闵骞", "VISITED", "会稽村"),
        },
    ),
    "what is shown is no place": ("闵骞察看人工智能、集成电路、生物医药等领域创新成果。", set()),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_stated_of_gatherings_of_state(case: str) -> None:
    text, expected = CASES[case]
    assert_stated("", text, expected, RELATIONS)
