"""Names that begin or end like others are taken whole, and what is only told by its hosts is not taken for them."""

import pytest
from stated import assert_stated

RELATIONS = ("VISITED", "ORGANIZED", "MET_WITH")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("外长对印度尼西亚进行正式访问。", set()),
        ("章若水对印度尼西亚进行正式访问。", {("章若水", "VISITED", "印度尼西亚")}),
        ("章若水对印度进行正式访问。", {("章若水", "VISITED", "印度")}),
        (
            "中国驻委内瑞拉、加拿大等国使馆举行春节招待会。",
            {
                ("中国驻委内瑞拉大使馆", "ORGANIZED", "中国驻委内瑞拉大使馆春节招待会"),
                ("中国驻加拿大大使馆", "ORGANIZED", "中国驻加拿大大使馆春节招待会"),
            },
        ),
        ("顺利抵达桃花坪机场。", set()),
        ("市文联举办多种活动。", set()),
        ("章若水在北京通过视频连线看望慰问一线人员。", set()),
        ("章若水代表主办方对来华参会的客商表示欢迎。", set()),
        ("章若水表示，举办白鹭洲论坛是开放的举措。", set()),
        ("章若水在9月30日举行的岛国总统选举中获胜。", set()),
    ],
)
def test_whole_names(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert_stated("宜春市", text, expected, RELATIONS)
