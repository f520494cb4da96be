"""Papers in lists and editions, parties that the object or the sentence before names, letters of groups."""

import pytest
from stated import assert_stated

DEALINGS = ("SIGNED", "SIGNED_WITH", "ADOPTED", "ISSUED", "MESSAGED")

CASES: dict[str, tuple[str, set[tuple[str, str, str]]]] = {
    "a list of drafts that goes on over commas": (
        "青川县政协第八次会议闭幕。会议审议通过了县政协工作报告（草案）和关于提案情况的报告（草案），县政协章程修正案（草案），"
        "关于增补人选的决定。",
        {
            ("青川县政协第八次会议", "ADOPTED", "县政协工作报告（草案）"),
            ("青川县政协第八次会议", "ADOPTED", "关于提案情况的报告（草案）"),
            ("青川县政协第八次会议", "ADOPTED", "县政协章程修正案（草案）"),
            ("青川县政协第八次会议", "ADOPTED", "关于增补人选的决定"),
        },
    ),
    "a verb behind a comma is no paper": (
        "青川县政协第八次会议审议通过《青川县章程》，决定对三个单位开展检查。",
        {("青川县政协第八次会议", "ADOPTED", "青川县章程")},
    ),
    "budgets": ("秘鲁议会11日投票通过秘鲁政府预算案。", {("秘鲁议会", "ADOPTED", "秘鲁政府预算案")}),
    "what is approved of somebody is no agent": ("协会修改了标准，将我国已经批准上市的种子纳入新版种植方案。", set()),
    "volumes and editions": (
        "《山海札记》一书英文版、法文版近日由青山出版社出版。《河流故事》第二卷由远川出版社出版。",
        {
            ("青山出版社", "ISSUED", "山海札记英文版、法文版"),
            ("远川出版社", "ISSUED", "河流故事第二卷"),
        },
    ),
    "an amendment of two laws": (
        "智利总统杜兰签署了智《水法》和《渔业法》的修正案。",
        {("杜兰", "SIGNED", "《水法》和《渔业法》的修正案")},
    ),
    "adverbs before the verb": (
        "智利和秘鲁刚刚签订了渔业议定书。智利渔业委员会办公室最新发布的《渔业公报》显示，产量增长。",
        {
            ("智利", "SIGNED", "渔业议定书"),
            ("秘鲁", "SIGNED", "渔业议定书"),
            ("智利", "SIGNED_WITH", "秘鲁"),
            ("智利渔业委员会办公室", "ISSUED", "渔业公报"),
        },
    ),
    "a system with its initials and banks that a list counts": (
        "清算支付系统（QSPS）与远山银行、智利商业银行等5家外资机构签约。",
        {
            ("清算支付系统（QSPS）", "SIGNED_WITH", "远山银行"),
            ("清算支付系统（QSPS）", "SIGNED_WITH", "智利商业银行"),
        },
    ),
    "a signing that is only approved": ("智利和秘鲁谈判。智利政府批准与秘鲁签署渔业协议。", set()),
    "whoever is a class signs nothing": ("林业局与省级党委政府签订责任书。", {("林业局", "SIGNED", "责任书")}),
    "heads that sign for the bodies that the paper names": (
        "全国人大常委会委员长简一白同智利议会主席莫拉举行会谈。简一白与莫拉共同签署了中国全国人大与智利议会合作协议。",
        {
            ("简一白", "SIGNED", "中国全国人大与智利议会合作协议"),
            ("莫拉", "SIGNED", "中国全国人大与智利议会合作协议"),
            ("全国人民代表大会", "SIGNED_WITH", "智利议会"),
        },
    ),
    "the two that chaired a meeting": (
        "秘鲁总理莫拉同智利总理杜兰共同主持两国总理第三次定期会晤。会晤后，两国总理签署了《联合公报》。",
        {
            ("莫拉", "SIGNED", "联合公报"),
            ("杜兰", "SIGNED", "联合公报"),
            ("秘鲁", "SIGNED_WITH", "智利"),
        },
    ),
    "letters of the new year": (
        "秘鲁总理莫拉与智利总统杜兰互致新春贺信。",
        {("莫拉", "MESSAGED", "杜兰"), ("杜兰", "MESSAGED", "莫拉")},
    ),
    "letters to and from a body's people": (
        "秘鲁总理莫拉复信远山大学师生。近日，该校50名师生联名致信莫拉。",
        {("莫拉", "MESSAGED", "远山大学"), ("远山大学", "MESSAGED", "莫拉")},
    ),
    "a unit called after a person": (
        "秘鲁总理莫拉给远山机械厂“钱若水班”职工回信。",
        {("莫拉", "MESSAGED", "远山机械厂“钱若水班”")},
    ),
    "the name behind a class of bodies": (
        "英国市场调查企业远山公司近日发布报告称，价格上涨。下属武装派别“青山旅”13日发布声明称，袭击了建筑。",
        {("远山公司", "ISSUED", "远山公司报告"), ("青山旅", "ISSUED", "青山旅声明")},
    ),
    "a resolution whose name holds a pause": (
        "青川县政协第八次会议通过关于免去苗一秋县政协常委职务，撤销其委员资格的决定；审议了报告。",
        {("青川县政协第八次会议", "ADOPTED", "关于免去苗一秋县政协常委职务，撤销其委员资格的决定")},
    ),
    "orders called after who signs them": (
        "智利总统杜兰11日签署行政令，宣布调整。",
        {("杜兰", "SIGNED", "杜兰签署的行政令")},
    ),
    "orders that a headline leaves without numbers": (
        "简一白签署国家主席令\n国家主席简一白28日签署了第三十五号主席令。",
        {("简一白", "SIGNED", "第三十五号主席令")},
    ),
    "two states by their initials, and who acts for them": (
        "中国和智利会谈。中智双方代表现场签署交接书，确认交接。",
        {("中国", "SIGNED", "交接书"), ("智利", "SIGNED", "交接书"), ("中国", "SIGNED_WITH", "智利")},
    ),
    "同 in a word of time": ("智利外交部同一天发布声明称，不会接受。", {("智利外交部", "ISSUED", "智利外交部声明")}),
}


@pytest.mark.parametrize("case", CASES)
def test_papers_in_lists(case: str) -> None:
    text, expected = CASES[case]
    assert_stated("江南省", text, expected, DEALINGS)
