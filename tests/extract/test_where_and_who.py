"""Where and when gatherings are, and who takes part, where lists and places are written at length."""

import pytest
from stated import assert_stated

AT = ("HELD_AT",)
ON = ("HELD_ON",)
TAKE_PART = ("ATTENDED", "CHAIRED", "SPOKE_AT")
WENT = ("VISITED",)

CASES: dict[str, tuple[str, set[tuple[str, str, str]], tuple[str, ...]]] = {
    "a party in opposition is no place": (
        "韩国最大在野党23日在首尔举行反核集会。",
        {("反核集会", "HELD_AT", "首尔")},
        AT,
    ),
    "the capital of a country told by its initial": (
        "第二届云麓电影周22日在澳首都堪培拉举行。",
        {("第二届云麓电影周", "HELD_AT", "堪培拉")},
        AT,
    ),
    "what sort of city it is": (
        "第六届云麓论坛22日在埃及北部港口城市塞得举行。",
        {("第六届云麓论坛", "HELD_AT", "塞得")},
        AT,
    ),
    "a word behind the place says how": (
        "第六届云麓论坛22日在人民大会堂胜利闭幕。",
        {("第六届云麓论坛", "HELD_AT", "人民大会堂")},
        AT,
    ),
    "a square for gatherings is no gathering": (
        "授旗仪式在云麓纪念馆集会广场举行。",
        {("授旗仪式", "HELD_AT", "云麓纪念馆集会广场")},
        AT,
    ),
    "before the talks, so on their day": (
        "国家主席章若水20日同蒙古国总统巴图·额尔登举行会谈。会谈前，章若水为巴图·额尔登举行欢迎仪式。",
        {("欢迎仪式", "HELD_ON", "2024-06-20")},
        ON,
    ),
    "a group without names ends a list of persons": (
        "国家主席章若水出席云麓论坛开幕式。蒙古国总理苏赫，老挝议长通沙万，来自32个国家的领导人和代表出席开幕式。",
        {
            ("章若水", "ATTENDED", "云麓论坛开幕式"),
            ("苏赫", "ATTENDED", "云麓论坛开幕式"),
            ("通沙万", "ATTENDED", "云麓论坛开幕式"),
        },
        TAKE_PART,
    ),
    "a list that opens with a group": (
        "第六届云麓论坛20日开幕。出席论坛的有：有关部门负责人，市长叶知秋、副市长孟长河。市长助理戚明远主持论坛。",
        {
            ("叶知秋", "ATTENDED", "第六届云麓论坛"),
            ("孟长河", "ATTENDED", "第六届云麓论坛"),
            ("戚明远", "CHAIRED", "第六届云麓论坛"),
        },
        TAKE_PART,
    ),
    "the country of the city that one goes to": (
        "国家主席章若水20日抵达蒙古国首都乌兰巴托。",
        {("章若水", "VISITED", "蒙古国"), ("章若水", "VISITED", "乌兰巴托")},
        WENT,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_where_and_who(name: str) -> None:
    """Each construction states what it says and nothing else."""
    text, expected, relations = CASES[name]
    assert_stated("", text, expected, relations)
