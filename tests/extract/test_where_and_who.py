"""Where and when gatherings are, and who takes part, where lists and places are written at length."""

import pytest
from stated import assert_stated

AT = ("HELD_AT",)
ON = ("HELD_ON",)
TAKE_PART = ("ATTENDED", "CHAIRED", "SPOKE_AT")
WENT = ("VISITED",)

CASES: dict[str, tuple[str, set[tuple[str, str, str]], tuple[str, ...]]] = {
    "preposition and place are nobody": (
        "当前，从山顶到海洋、从高原到平原，生态修复持续推进。时任首相洪森顶风冒雪访华。",
        {("洪森", "VISITED", "中国")},
        ("VISITED",),
    ),
    "two bodies that a lost blank runs together": (
        "中共中央国务院日前印发《云麓保护条例》。",
        {
            ("中共中央", "ISSUED", "云麓保护条例"),
            ("国务院", "ISSUED", "云麓保护条例"),
        },
        ("ISSUED", "ADOPTED"),
    ),
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
    "talks with a number are a gathering": (
        "蒙古国与老挝23日在泰国首都曼谷举行第五轮间接会谈。",
        {("第五轮间接会谈", "HELD_AT", "曼谷"), ("第五轮间接会谈", "HELD_ON", "2024-06-23")},
        ("HELD_AT", "HELD_ON", "ORGANIZED"),
    ),
    "who was heard at a press conference": (
        "水情发布\n水务局今天举行新闻发布会，介绍汛期情况。\n水务局局长叶知秋介绍，水库蓄水正常。\n气象局局长孟长河表示，雨势将减弱。",
        {("叶知秋", "SPOKE_AT", "水务局新闻发布会"), ("孟长河", "SPOKE_AT", "水务局新闻发布会")},
        TAKE_PART,
    ),
    "in a round-up only one piece is of the press conference": (
        "国内快讯\n水务局今天举行新闻发布会，介绍汛期情况。\n气象局局长孟长河表示，雨势将减弱。",
        set(),
        TAKE_PART,
    ),
    "what one heard at a gathering, and when": (
        "记者今天从第六届云麓论坛上获悉，参展企业超过百家。",
        {("第六届云麓论坛", "HELD_ON", "2024-06-25")},
        ON,
    ),
    "where an exhibition is that one visits": (
        "孟长河参观了设在云麓展览馆的航空工业成就展。",
        {("航空工业成就展", "HELD_AT", "云麓展览馆")},
        AT,
    ),
    "two countries by their initials hold it": (
        "去年，中老两国成功举办了云麓友好年系列活动。老挝总理通沙万在活动上致辞。",
        {("中国", "ORGANIZED", "云麓友好年系列活动"), ("老挝", "ORGANIZED", "云麓友好年系列活动")},
        ("ORGANIZED",),
    ),
    "behind a subject what it is about; it still holds it": (
        "12月16日，国务院以“规范执法”为主题，进行第十一次专题学习。",
        {("国务院", "ORGANIZED", "国务院第十一次专题学习")},
        ("ORGANIZED",),
    ),
    "one proclaims, another is in the chair": (
        "云麓市教育工作会议20日召开。孟长河宣布表彰决定，叶知秋主持会议。",
        {("叶知秋", "CHAIRED", "云麓市教育工作会议")},
        ("CHAIRED",),
    ),
    "who attends is received, the host does not attend": (
        "章若水会见出席第六届云麓论坛外国代表",
        set(),
        ("ATTENDED",),
    ),
    "the guest of a host who acts for the country": (
        "中央军委委员章若水20日与来访的蒙古国国防部长苏赫举行会谈。",
        {("苏赫", "VISITED", "中国")},
        WENT,
    ),
    "a name within its marks is whole": (
        "“中原夏商周礼乐文明展”7日在云麓举行。",
        {("中原夏商周礼乐文明展", "HELD_ON", "2024-06-07")},
        ON,
    ),
    "compatriots are no preposition": (
        "公祭仪式在云麓遇难同胞纪念馆举行。",
        {("公祭仪式", "HELD_AT", "云麓遇难同胞纪念馆")},
        AT,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_where_and_who(name: str) -> None:
    """Each construction states what it says and nothing else."""
    text, expected, relations = CASES[name]
    assert_stated("", text, expected, relations)
