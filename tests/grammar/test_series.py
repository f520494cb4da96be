"""Recurring gatherings by their formal names, and what stays as the news writes it."""

import pytest

from kg.grammar.series import chinese, series_name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("第四届进博会", "第四届中国国际进口博览会"),
        ("2021年服贸会开幕式", "2021年中国国际服务贸易交易会开幕式"),
        ("第130届广交会", "第130届中国进出口商品交易会"),
        ("第三届消博会新闻发布会", "第三届中国国际消费品博览会新闻发布会"),
        ("第三届消博会采购商对接会", "第三届消博会采购商对接会"),
        ("进博会", "进博会"),
        ("中共十九大", "中国共产党第十九次全国代表大会"),
        ("党的二十大开幕会", "中国共产党第二十次全国代表大会开幕会"),
        ("全国政协十四届常委会第五次会议", "政协第十四届全国委员会常务委员会第五次会议"),
        ("十三届全国人大常委会第28次会议", "十三届全国人大常委会第二十八次会议"),
        ("民盟第十三次全国代表大会", "中国民主同盟第十三次全国代表大会"),
        ("国新办新闻发布会", "国务院新闻办公室新闻发布会"),
        ("上合组织杜尚别峰会", "上海合作组织杜尚别峰会"),
        ("2022年田径世锦赛", "2022年世界田径锦标赛"),
        ("第57届世乒赛", "第57届世界乒乓球锦标赛"),
        ("绿洲市政府第30次常务会议", "绿洲市政府第30次常务会议"),
    ],
)
def test_series_are_written_out(written: str, name: str) -> None:
    assert series_name(written) == name


@pytest.mark.parametrize(("number", "written"), [(5, "五"), (10, "十"), (16, "十六"), (20, "二十"), (37, "三十七")])
def test_numbers_in_characters(number: int, written: str) -> None:
    assert chinese(number) == written
