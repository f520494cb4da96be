"""What single lines are: captions and torn lines, leads, bylines and labels, paid notices."""

from __future__ import annotations

import pytest

from kg.segment.kinds import is_caption, kind
from kg.segment.patterns import LEAD, furniture, signed


@pytest.mark.parametrize(
    "line", ["市民在湖边散步。 新华社记者 白云 发", "图为比赛现场。记者 高山 摄", "水库夜景。 江月 供图"]
)
def test_captions(line: str) -> None:
    assert is_caption(line.replace(" ", ""))


@pytest.mark.parametrize("line", ["首届滨海花卉产业高质量发", "《城区停车管理办法》印发", "他又回到山里继续航拍"])
def test_a_torn_line_is_no_caption(line: str) -> None:
    assert not is_caption(line)


@pytest.mark.parametrize(
    "line", ["本报20日讯(记者", "滨江晨报讯（记者", "本报青溪8月2日电（记者", "本报记者高山通讯员江月报道："]
)
def test_leads(line: str) -> None:
    assert LEAD.match(line)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("本报记者 高山", "byline"),
        ("□QXMG全媒体记者 高山", "byline"),
        ("□滨江日报记者 高山", "byline"),
        ("上一版 下一版", "gap"),
        ("02版 要闻·综合", "gap"),
        ("核心价值观：富强 民主 文明 和谐", "gap"),
        ("弘扬好家风 公益广告 青溪县文明办", "gap"),
        ("全县公益广告大赛启动", "plain"),
        ("招租", "gap"),
        ("招租 城东路临街铺面两间。电话：0539-2*** 高先生", "gap"),
        ("北风2到3级", "gap"),
         ("记者手记", "plain"),
        ("作者能力提升班开班", "plain"),
    ],
)
def test_bylines(line: str, what: str) -> None:
    assert kind(line, line.replace(" ", ""), 0, "", top=False) == what


def test_paid_notices() -> None:
    assert furniture().adverts.search("青溪县人民法院公告")
    assert furniture().adverts.search("招标公告")
    assert not furniture().adverts.search("关于调整公交线路的公告")


def test_signatures() -> None:
    assert signed("特此公告。", "青溪县人民政府", "2024年5月1日")
    assert signed("", "2024年5月1日", "")
    assert not signed("特此公告。", "市民游园会开幕", "")
