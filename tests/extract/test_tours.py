"""Tours of inspection and those who are along, courses, and what is heard at a session."""

import pytest
from stated import assert_stated

CASES = {
    "a tour whose stops commas part by their counties": (
        "宜春市",
        "江远先后来到丰城市白土镇赵家村、剑邑产业园，樟树市阁山镇易地搬迁小区，走进农家。",
        {
            ("江远", "VISITED", "丰城市白土镇赵家村"),
            ("江远", "VISITED", "剑邑产业园"),
            ("江远", "VISITED", "樟树市阁山镇易地搬迁小区"),
        },
        ("VISITED",),
    ),
    "a model is looked at": (
        "宜春市",
        "会前，江远带队观摩了阁山镇药材基地和阁山镇蔬菜分拣中心。",
        {("江远", "VISITED", "阁山镇药材基地"), ("江远", "VISITED", "阁山镇蔬菜分拣中心")},
        ("VISITED",),
    ),
    "hosts of several counties do not travel there": (
        "宜春市",
        "省水利厅厅长江远到丰城市、樟树市调研。丰城市市长卞朴、樟树市市长邵青分别陪同。",
        {("江远", "VISITED", "丰城市"), ("江远", "VISITED", "樟树市")},
        ("VISITED",),
    ),
    "who are visited are at their posts": (
        "宜春市",
        "市总工会主席江远看望慰问奋战在阁山镇铁路工地的建设者。",
        {("江远", "VISITED", "阁山镇铁路工地")},
        ("VISITED",),
    ),
    "a quoted house is one place": (
        "宜春市",
        "市妇联主席江远到阁山镇“妇女之家”走访。",
        {("江远", "VISITED", "阁山镇“妇女之家”")},
        ("VISITED",),
    ),
    "a course of training": (
        "宜春市",
        "樟树市6月10日至12日在市群众艺术馆举办乡村医生急救技能培训班，市卫健委主任江远作开班讲话。",
        {
            ("樟树市", "ORGANIZED", "乡村医生急救技能培训班"),
            ("江远", "SPOKE_AT", "乡村医生急救技能培训班"),
        },
        ("ORGANIZED", "SPOKE_AT"),
    ),
    "two reports are heard": (
        "宜春市",
        "6月20日，市政府第三次常务会议召开。会议听取了市水利局局长江远关于采砂情况的汇报、市林业局局长卞朴关于造林情况的汇报。",
        {
            ("江远", "SPOKE_AT", "宜春市政府第三次常务会议"),
            ("卞朴", "SPOKE_AT", "宜春市政府第三次常务会议"),
        },
        ("SPOKE_AT",),
    ),
    "one attends in some quality what was held elsewhere": (
        "宜春市",
        "去年4月，江远作为企业代表参加了在成都举办的第九届中国茶业博览会。",
        {
            ("江远", "ATTENDED", "第九届中国茶业博览会"),
            ("第九届中国茶业博览会", "HELD_AT", "成都市"),
        },
        ("ATTENDED", "HELD_AT"),
    ),
    "the title says for whom both sign": (
        "宜春市",
        "市长江远会见了泰国清莱府副府尹颂猜·巴颂西。随后，副市长卞朴和颂猜代表双方签署《宜春市与清莱府建立友好关系意向书》。",
        {
            ("卞朴", "SIGNED", "宜春市与清莱府建立友好关系意向书"),
            ("颂猜·巴颂西", "SIGNED", "宜春市与清莱府建立友好关系意向书"),
            ("宜春市", "SIGNED", "宜春市与清莱府建立友好关系意向书"),
            ("清莱府", "SIGNED", "宜春市与清莱府建立友好关系意向书"),
        },
        ("SIGNED",),
    ),
    "a deal about something": (
        "宜春市",
        "樟树市人民政府同江西中医药大学、仁爱药业有限公司就药材种植项目签订合作协议。",
        {
            ("樟树市人民政府", "SIGNED_WITH", "江西中医药大学"),
            ("樟树市人民政府", "SIGNED_WITH", "仁爱药业有限公司"),
        },
        ("SIGNED_WITH",),
    ),
}


@pytest.mark.parametrize(("place", "text", "expected", "relations"), CASES.values(), ids=CASES)
def test_stated(place: str, text: str, expected: set[tuple[str, str, str]], relations: tuple[str, ...]) -> None:
    assert_stated(place, text, expected, relations)
