"""Names that a page has right in most places and misread in one."""

from __future__ import annotations

from kg.read.pages import Given, page
from kg.segment import segment
from kg.segment.namesakes import misread_names, renamed, renamed_writer
from kg.text import whole

RAW = """# 全县防汛会议召开
本报讯（记者 佘青禾）4月2日，全县防汛会议召开。县委书记谭晓峰主持会议。谭晓峰要求加强值守。

# 县领导走访茶农
本报讯（记者 余青禾）4月3日，潭晓峰走访云岭镇茶农，询问春茶收成。

# 城东小学开学
本报讯（记者 佘青禾）昨日，城东小学新校区开学，学生搬进了新教室。
"""


def test_a_name_is_written_as_the_page_mostly_has_it() -> None:
    _, second, _ = segment(page(RAW, stem="qingxi-2013-04-03", source="page.md", given=Given()))
    assert "谭晓峰走访云岭镇茶农" in second.text and second.reporters == ("佘青禾",)


def test_words_and_names_that_are_as_often_are_left() -> None:
    assert misread_names(["谭晓峰讲话，潭晓峰主持"]) == {}
    assert misread_names(["国家信用，国家信息，国家值得"]) == {}


def test_renamed() -> None:
    assert renamed(whole("潭晓峰和潭晓峰"), {"潭晓峰": "谭晓峰"}).text == "谭晓峰和谭晓峰"
    assert renamed_writer("上宫铁柱", {"宫铁柱": "官铁柱"}) == "上官铁柱"
