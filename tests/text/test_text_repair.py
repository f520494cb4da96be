"""Only what cannot be right is repaired."""

from __future__ import annotations

import pytest

from kg.text import join, repair, strip_marks, whole


def repaired(text: str) -> str:
    return repair(strip_marks(whole(text))).text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("## **市政府召开常务会议**", "市政府召开常务会议"),
        ("<p align='center'>会&nbsp;议&ldquo;强调&rdquo;</p>", "会议“强调”"),
        ("# 标题 #", "标题"),
        ("| 简　讯 |", "简讯"),
        ("|:---:|", ""),
        ("[云上新闻](http://paper.example)报道", "云上新闻报道"),
        ("电话 88****06", "电话88****06"),
        ("2\\*3", "2*3"),
        ("---", ""),
    ],
)
def test_marks_go(raw: str, text: str) -> None:
    assert repaired(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("１２０名Ａ级选手", "120名A级选手"),
        ("１．５％", "1．5%"),
        ("他说,今天…… 真好——", "他说,今天……真好——"),
        ("卷首⼈文，豈不快哉", "卷首人文，豈不快哉"),
        ("温度升至20℃", "温度升至20℃"),
    ],
)
def test_widths_where_it_is_safe(raw: str, text: str) -> None:
    assert repaired(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("发 展老 年助餐", "发展老年助餐"),
        ("共1 20名", "共120名"),
        ("在 Visual  Studio Code 里", "在Visual Studio Code里"),
        ("使用 5G 网络", "使用5G网络"),
    ],
)
def test_white_space(raw: str, text: str) -> None:
    assert repaired(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("会议指出,,要", "会议指出,要"),
        ("办法。。", "办法。"),
        ("等等……！！", "等等……！！"),
        ("甲、、乙", "甲、乙"),
        ("，,", "，"),
    ],
)
def test_punctuation_set_twice(raw: str, text: str) -> None:
    assert repaired(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("重l96克", "重196克"),
        ("学生6O名", "学生60名"),
        ("8月2l日", "8月21日"),
        ("2分O8秒", "2分O8秒"),
        ("CO2和H2O", "CO2和H2O"),
        ("O型血", "O型血"),
        ("5l装", "5l装"),
        ("1月11曰", "1月11日"),
    ],
)
def test_letters_among_digits(raw: str, text: str) -> None:
    assert repaired(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("双方签暑协议", "双方签署协议"),
        ("深人开展调研", "深入开展调研"),
        ("资深人士开讲", "资深人士开讲"),
        ("周末能参加的", "周末能参加的"),
        ("因病末能到会", "因病未能到会"),
        ("太学者", "太学者"),
        ("若干亿元", "若干亿元"),
        ("工东明、獎娅楠", "工东明、獎娅楠"),
        ("县農业局與茶农簽訂協議", "县农业局与茶农签订协议"),
        ("设计师周昇於次日离开", "设计师周昇於次日离开"),
    ],
)
def test_words_that_cannot_be_right(raw: str, text: str) -> None:
    assert repaired(raw) == text


def test_what_belongs_together_joins_better() -> None:
    assert join("受市政协常", "务委员会") > join("受市政协常", "表双方签")
    assert join("。", "会议强调") > join("。", "务委员会")
    assert join("", "会议") == join("会议", "") == 0.0


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("市长张毓オ参加会见", "市长张毓才参加会见"),
        ("初立民丶吕静波发言", "初立民、吕静波发言"),
        ("玛丽亚・桑切斯致辞", "玛丽亚·桑切斯致辞"),
        ("动漫《オトナ》上映", "动漫《オトナ》上映"),
        ("●日前，市妇联", "●日前，市妇联"),
    ],
)
def test_signs_of_other_scripts_between_chinese_characters(read: str, meant: str) -> None:
    assert repaired(read) == meant


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("有重太意义", "有重大意义"),
        ("青溪县农业建没成效", "青溪县农业建设成效"),
        ("大会开慕式上", "大会开幕式上"),
        ("区长丁小芸介绍", "区长丁小芸介绍"),
        ("中囯邮政岀台亊项", "中国邮政出台事项"),
        ("旗长乌日娜、局长齐齐恪", "旗长乌日娜、局长齐齐格"),
    ],
)
def test_misread_within_common_wordings(raw: str, text: str) -> None:
    assert repaired(raw) == text


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("县长艾山江．卡德尔全程陪同", "县长艾山江·卡德尔全程陪同"),
        ("总领事阿里夫.哈桑致辞", "总领事阿里夫·哈桑致辞"),
        ("会议召开.市长刘明主持", "会议召开。市长刘明主持"),
        ("贺振囯、陆秋菊当选", "贺振国、陆秋菊当选"),
        ("选举梁顺姫为委员", "选举梁顺姬为委员"),
    ],
)
def test_dots_of_names_and_variants(read: str, meant: str) -> None:
    assert repair(whole(read)).text == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("双方代表作了发言.会议由副市长主持", "双方代表作了发言。会议由副市长主持"),
        ("通过了《工作规则》.会上还有讨论", "通过了《工作规则》。会上还有讨论"),
        ("部门负责人出席会议o会议由他主持", "部门负责人出席会议。会议由他主持"),
        ("第一.总则", "第一.总则"),
        ("二o二四年的计划", "二o二四年的计划"),
        ("全长3.5公里", "全长3.5公里"),
    ],
)
def test_full_stops_of_latin_type_end_a_sentence(read, meant):
    assert repair(whole(read)).text == meant
