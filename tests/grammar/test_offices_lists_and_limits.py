"""Offices: where a body begins behind verbs and prepositions, lists of office holders, and what is no office."""

import pytest

from tests.grammar.test_offices import current, offices

BEGINS = {
    "应芬兰总统欧拉·林德邀请，代表团前往赫尔辛基。": {("欧拉·林德", "芬兰总统", "芬兰")},
    "新闻频道今晚播出世界银行行长彭安达专访。": {("彭安达", "世界银行行长", "世界银行")},
    "我们来认识中国工程院院士郑文远。": {("郑文远", "中国工程院院士", "中国工程院")},
    "调查组对第十二届全国政协委员何启明进行审查。": {
        ("何启明", "第十二届全国政协委员", "中国人民政治协商会议全国委员会")
    },
    "但匈牙利国会主席科瓦奇则表示反对。": {("科瓦奇", "匈牙利国会主席", "匈牙利国会")},
    "“时代楷模”获得者——中国极地科考队总工程师沈克俭到会。": {("沈克俭", "中国极地科考队总工程师", "中国极地科考队")},
    "中央党的建设工作领导小组副组长梁启东出席。": {
        ("梁启东", "中央党的建设工作领导小组副组长", "中央党的建设工作领导小组")
    },
    "希腊国民经济和财政部长帕帕多斯表示，赤字下降。": {("帕帕多斯", "希腊国民经济和财政部长", "希腊国民经济和财政部")},
    "增补丁望东为教科卫体委员会副主任，王广川为民族和宗教委员会副主任。": {
        ("丁望东", "教科卫体委员会副主任", "教科卫体委员会"),
        ("王广川", "民族和宗教委员会副主任", "民族和宗教委员会"),
    },
    "全国人大代表盛泽控股集团有限公司董事长缪长根发言。": {
        ("缪长根", "全国人大代表", "全国人民代表大会"),
        ("缪长根", "盛泽控股集团有限公司董事长", "盛泽控股集团有限公司"),
    },
    "中央宣传部分管日常工作的副部长胡启明主持。": {("胡启明", "中央宣传部分管日常工作的副部长", "中共中央宣传部")},
}
ABROAD = {
    "巴西众议长席尔瓦率团来访。": {("席尔瓦", "巴西众议长", "巴西众议院")},
    "墨西哥总统助理罗德里格斯表示欢迎。": {("罗德里格斯", "墨西哥总统助理", "墨西哥")},
    "巴拉圭前陆军司令苏亚雷斯被捕。": {("苏亚雷斯", "巴拉圭前陆军司令", "巴拉圭陆军")},
    "苏亚雷斯当选巴拉圭新一任总统。": {("苏亚雷斯", "巴拉圭总统", "巴拉圭")},
    "柏林市长施泰因霍夫说，很好。": {("施泰因霍夫", "柏林市长", "柏林市")},
    "中国驻泰国大使王一川和驻东盟大使邓小军到场。": {
        ("王一川", "中国驻泰国大使", "中国"),
        ("邓小军", "中国驻东盟大使", "中国"),
    },
    "德国外长贝尔在柏林会见到访的意大利外长塔利时表示，很好。": {
        ("贝尔", "德国外长", "德国"),
        ("塔利", "意大利外长", "意大利"),
    },
    "美国防部部长赫格斯批准了计划。": {("赫格斯", "美国国防部部长", "美国国防部")},
    "老挝副总理兼财政部长宋玛特出席。": {
        ("宋玛特", "老挝副总理", "老挝"),
        ("宋玛特", "老挝财政部长", "老挝财政部"),
    },
    "欧盟外交与安全政策高级代表卡斯特到访。": {("卡斯特", "欧盟外交与安全政策高级代表", "欧盟")},
}
NONE = [
    "为推动中东地区长治久安作出努力。",
    "历史经纬清晰、法理事实清楚。",
    "两位总书记都认为两党关系很好。",
    "持续优化营商环境相关立法。",
    "终止其省第十一次党代会代表资格。",
    "列车行驶在曼大公路上。",
]


@pytest.mark.parametrize("text", BEGINS)
def test_a_body_begins_behind_verbs_and_prepositions(text: str) -> None:
    assert current(text, place="") == BEGINS[text]


@pytest.mark.parametrize("text", ABROAD)
def test_offices_of_other_countries(text: str) -> None:
    assert current(text, place="") == ABROAD[text]


@pytest.mark.parametrize("text", NONE)
def test_words_that_only_look_like_offices(text: str) -> None:
    assert current(text, place="") == set()


def test_rare_surnames_behind_an_office_are_no_prepositions() -> None:
    assert current("南山大学副校长曾广林发言。", place="") == {("曾广林", "南山大学副校长", "南山大学")}
    assert current("南山大学副校长曾多次发言。", place="") == set()


def test_a_committee_named_alone_is_of_the_conference_that_the_text_names() -> None:
    found = current("全国政协举行会议，任命苏贵明为提案委员会副主任。", place="")
    assert found == {("苏贵明", "全国政协提案委员会副主任", "全国政协提案委员会")}


def test_removal_from_offices_of_a_body_right_behind_the_name() -> None:
    found = offices("会议决定免去荀仲明第十届全国政协常委职务。", place="")
    assert found == {("荀仲明", "第十届全国政协常委", "中国人民政治协商会议全国委员会", "removed")}


ROSTER = """名单如下：
一、海东慈善总会会长、副会长、理事
会　长：王一鸣
副会长　李　丽（女）　张小龙　热合曼·阿布都拉
理　事　陈　伟　周树清
二、海东慈善总会秘书长
（按姓氏笔画为序）
赵立
会议号召大家学习。"""


def test_offices_that_head_lines_of_names() -> None:
    body = "海东慈善总会"
    assert current(ROSTER, place="") == {
        (name, body + rank, body)
        for rank, names in {
            "会长": ["王一鸣"],
            "副会长": ["李丽", "张小龙", "热合曼·阿布都拉"],
            "理事": ["陈伟", "周树清"],
            "秘书长": ["赵立"],
        }.items()
        for name in names
    }


def test_a_line_that_is_more_than_names_is_no_list() -> None:
    assert current("会议报道如下：\n海东慈善总会理事\n张小龙昨天来到福利院看望老人。", place="") == set()


MORE = {
    "海州市政协主席关长海出席。": {("关长海", "海州市政协主席", "政协海州市委员会")},
    "任命戴秋月（女）为海州大学总工程师。": {("戴秋月", "海州大学总工程师", "海州大学")},
    "日本九州看护协会常务理事佐藤真理子来访。": {("佐藤真理子", "日本九州看护协会常务理事", "日本九州看护协会")},
    "丹麦副首相兼气候与绿色增长大臣汉森发言。": {
        ("汉森", "丹麦副首相", "丹麦"),
        ("汉森", "丹麦气候与绿色增长大臣", "丹麦"),
    },
    "欧盟能源专员约根森29日表示，很好。": {("约根森", "欧盟能源专员", "欧盟")},
    "印尼对华合作牵头人卢哈特来访。": {("卢哈特", "印度尼西亚对华合作牵头人", "印度尼西亚")},
    "挪威驻上海总领事馆领事安娜·拉森出席。": {("安娜·拉森", "挪威驻上海总领事馆领事", "挪威驻上海总领事馆")},
    "海州农业大学茶学系主任沈清远发言。": {("沈清远", "海州农业大学茶学系主任", "海州农业大学茶学系")},
    "英国自由党议员大卫·沃尔顿因涉丑闻被捕。": {("大卫·沃尔顿", "英国自由党议员", "英国自由党")},
    "法国经济部长勒梅尔和100多名代表出席。": {("勒梅尔", "法国经济部长", "法国经济部")},
    "以色列国防军总参谋长哈莱恩说，很好。": {("哈莱恩", "以色列国防军总参谋长", "以色列国防军")},
    "李鸿远副委员长主持会议。": {("李鸿远", "全国人大常委会副委员长", "全国人民代表大会常务委员会")},
}
NOT_HELD = [
    "党和国家领导人出席。",
    "王一川说，“你就任海州大学校长以来，很好”。",
    "世界知名指挥家首次来华演出。",
    "主席先生对此表示赞赏。",
]


@pytest.mark.parametrize("text", MORE)
def test_offices_of_more_kinds(text: str) -> None:
    assert current(text, place="") == MORE[text]


@pytest.mark.parametrize("text", NOT_HELD)
def test_words_of_address_and_speech_give_no_office(text: str) -> None:
    assert current(text, place="") == set()


def test_what_stands_behind_a_name_and_a_connective_is_of_somebody_else() -> None:
    found = current("在习近平主席和荷方领导人引领下，两国关系很好。", place="")
    assert found == {("习近平", "国家主席", "中国")}
