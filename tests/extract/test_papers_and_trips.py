"""Documents that are only described, who issues and signs them, letters, and journeys: one construction a case."""

import pytest
from stated import assert_stated

DEALINGS = ("SIGNED", "SIGNED_WITH", "ADOPTED", "ISSUED", "MET_WITH", "VISITED", "MESSAGED")

Case = tuple[str, set[tuple[str, str, str]]]

PAPERS: dict[str, Case] = {
    "a description that holds a preposition": (
        "财政部日前印发了关于做好与工会共建服务站工作的通知。",
        {("财政部", "ISSUED", "关于做好与工会共建服务站工作的通知")},
    ),
    "a description that holds words like verbs": (
        "法国总统杜兰同秘鲁总统卡斯特罗举行会谈。双方发表法秘总统会晤联合声明。",
        {
            ("杜兰", "MET_WITH", "卡斯特罗"),
            ("法国", "ISSUED", "法秘总统会晤联合声明"),
            ("秘鲁", "ISSUED", "法秘总统会晤联合声明"),
        },
    ),
    "a body or state of two characters before a day": (
        "挪威11日发表声明，谴责袭击。",
        {("挪威", "ISSUED", "挪威声明")},
    ),
    "a body called after a gathering": (
        "青岛园博会组织委员会昨天与远山集团在青签订合作协议。",
        {
            ("青岛园博会组织委员会", "SIGNED", "合作协议"),
            ("远山集团", "SIGNED", "合作协议"),
            ("青岛园博会组织委员会", "SIGNED_WITH", "远山集团"),
        },
    ),
    "a law called by what it is about": (
        "智利总统杜兰签署了关于暂停履行《渔业公约》的法律。",
        {("杜兰", "SIGNED", "关于暂停履行《渔业公约》的法律")},
    ),
    "a plain statement is called after its author": (
        "秘鲁外交部11日发表声明，谴责袭击。",
        {("秘鲁外交部", "ISSUED", "秘鲁外交部声明")},
    ),
    "a plain notice of several, with whatever verb behind it": (
        "财政部、教育部近日发布通知明确，减免学费。",
        {("财政部", "ISSUED", "财政部、教育部通知"), ("教育部", "ISSUED", "财政部、教育部通知")},
    ),
    "a report that a relative clause issues": (
        "据世界银行日前发布的报告，全球贸易放缓。",
        {("世界银行", "ISSUED", "世界银行报告")},
    ),
    "a noun behind a title repeats it": (
        "国务院新闻办公室发布《湖泊保护》白皮书。",
        {("国务院新闻办公室", "ISSUED", "湖泊保护")},
    ),
    "a noun behind a title makes another document": (
        "秘鲁议会通过《渔业公约》修正案。",
        {("秘鲁议会", "ADOPTED", "渔业公约修正案")},
    ),
    "what a relative clause adopted is signed": (
        "秘鲁总统卡斯特罗签署了此前国会通过的《土地法》。",
        {("卡斯特罗", "SIGNED", "土地法"), ("秘鲁国会", "ADOPTED", "土地法")},
    ),
    "a journal of a day": (
        "6月1日出版的第11期《江河》杂志发表重要文章《论治水》。",
        {("《江河》杂志", "ISSUED", "论治水")},
    ),
    "a newspaper in title marks": (
        "《江南日报》发表《让河水清起来》的评论员文章。",
        {("江南日报", "ISSUED", "让河水清起来")},
    ),
    "a press publishes a book": (
        "《水乡旧事》一书近日由江南人民出版社出版。",
        {("江南人民出版社", "ISSUED", "水乡旧事")},
    ),
    "persons counted as signers are no parties to each other": (
        "周明远、林致和、苏晴出席交接活动，3名队长分别在确认书上签字。",
        {("周明远", "SIGNED", "确认书"), ("林致和", "SIGNED", "确认书"), ("苏晴", "SIGNED", "确认书")},
    ),
    "both countries sign where 两国外长 stand for them": (
        "秘鲁与智利两国外长今天签署《渔业协定》。",
        {("秘鲁", "SIGNED", "渔业协定"), ("智利", "SIGNED", "渔业协定"), ("秘鲁", "SIGNED_WITH", "智利")},
    ),
    "the first country that signed": (
        "秘鲁是首个同智利签署渔业合作规划的国家。",
        {("秘鲁", "SIGNED", "渔业合作规划"), ("智利", "SIGNED", "渔业合作规划"), ("秘鲁", "SIGNED_WITH", "智利")},
    ),
    "a number of countries is no party": ("中国与42个国家签署渔业合作文件。", set()),
    "通过 before another preposition": ("市农业局通过与企业合作推动标准制定。", set()),
    "orders numbered in a list": (
        "国家主席王远航签署第七、八号主席令。",
        {("王远航", "SIGNED", "第七号主席令"), ("王远航", "SIGNED", "第八号主席令")},
    ),
    "countries by one character each": (
        "秘鲁和智利外长会面。秘智签署渔业协定。",
        {("秘鲁", "SIGNED", "渔业协定"), ("智利", "SIGNED", "渔业协定"), ("秘鲁", "SIGNED_WITH", "智利")},
    ),
    "a statement in which a body speaks": (
        "秘鲁外交部12日在声明中表示，将采取行动。",
        {("秘鲁外交部", "ISSUED", "秘鲁外交部声明")},
    ),
    "an office of a person is not the person": ("秘鲁总统卡斯特罗办公室在声明中表示，将采取行动。", set()),
    "who holds an office opens anew what was reported": (
        "智利总统索托称将加税，秘鲁总统卡斯特罗26日发表声明，表示反对。",
        {("卡斯特罗", "ISSUED", "卡斯特罗声明")},
    ),
    "programmes in title marks are no papers": ("江南电视台发布《水乡》《河长》等两档节目。", set()),
    "an adopting body inside 在…后": (
        "在秘鲁议会12日批准《渔业法》后，市场恢复平静。",
        {("秘鲁议会", "ADOPTED", "渔业法")},
    ),
}

LETTERS: dict[str, Case] = {
    "to the people of a school, behind a relative clause": (
        "省长叶知秋给参与卫星研制的江南科技大学师生代表回信。",
        {("叶知秋", "MESSAGED", "江南科技大学")},
    ),
    "the people of a place do not stand for it": ("省长叶知秋回信勉励祖籍宁波的香港企业家。", set()),
    "to a gathering whose name holds a preposition": (
        "省长叶知秋日前专门向江南与湖滨文化交流论坛致贺信。",
        {("叶知秋", "MESSAGED", "江南与湖滨文化交流论坛")},
    ),
}

JOURNEYS: dict[str, Case] = {
    "同 before a country that begins another word": (
        "省长叶知秋24日同意大利议员里奇举行会谈。",
        {("叶知秋", "MET_WITH", "里奇")},
    ),
    "在 before an area that begins another word": (
        "省长叶知秋在内蒙古考察时强调，要保护草原。",
        {("叶知秋", "VISITED", "内蒙古自治区")},
    ),
    "an area that begins like a preposition": (
        "叶知秋先后来到桦川县、同江市调研。",
        {("叶知秋", "VISITED", "桦川县"), ("叶知秋", "VISITED", "同江市")},
    ),
    "a site": (
        "叶知秋来到清河水库除险加固工程建设现场，了解进展。",
        {("叶知秋", "VISITED", "清河水库除险加固工程建设现场")},
    ),
    "the homes of people are no places": ("叶知秋走进老战士、老党员家中。", set()),
    "who only invites does not travel": (
        "秘鲁总统卡斯特罗应叶知秋邀请对智利进行国事访问。",
        {("卡斯特罗", "VISITED", "智利")},
    ),
    "an invited guest": (
        "省长叶知秋会见应中方邀请访华的秘鲁总统卡斯特罗。",
        {("叶知秋", "MET_WITH", "卡斯特罗"), ("卡斯特罗", "VISITED", "中国")},
    ),
    "a visit and a talk joined": (
        "秘鲁外长莫拉9日访问智利并与智利总统索托举行会谈。",
        {("莫拉", "VISITED", "智利"), ("莫拉", "MET_WITH", "索托")},
    ),
    "a guest joined by 和": (
        "秘鲁总理莫拉当天和来访的智利总统索托举行会谈。",
        {("莫拉", "MET_WITH", "索托"), ("索托", "VISITED", "秘鲁")},
    ),
    "a state visit in a relative clause with 进行": (
        "国家主席王远航同来华出席渔业峰会并进行国事访问的秘鲁总统卡斯特罗会谈。",
        {("王远航", "MET_WITH", "卡斯特罗"), ("卡斯特罗", "VISITED", "中国")},
    ),
    "a journey as a noun": ("王远航主席中亚之行圆满成功。", {("王远航", "VISITED", "中亚")}),
    "a delegation named before": (
        "永州市党政代表团10日来到智利。代表团一行先后走进清河水库、白石水厂。",
        {
            ("永州市党政代表团", "VISITED", "智利"),
            ("永州市党政代表团", "VISITED", "清河水库"),
            ("永州市党政代表团", "VISITED", "白石水厂"),
        },
    ),
    "a guest who is abroad and then acts": (
        "正在智利访问的秘鲁总理莫拉27日发表声明。",
        {("莫拉", "VISITED", "智利"), ("莫拉", "ISSUED", "莫拉声明")},
    ),
    "who meets is named behind the time clause": (
        "在会见秘鲁总统卡斯特罗时，省长叶知秋说，欢迎来访。",
        {("叶知秋", "MET_WITH", "卡斯特罗")},
    ),
    "the delegation that a guest leads": (
        "省长叶知秋会见秘鲁议员莫拉率领的秘鲁工商会代表团。",
        {("叶知秋", "MET_WITH", "莫拉"), ("叶知秋", "MET_WITH", "秘鲁工商会代表团")},
    ),
    "the home of somebody has no name": ("叶知秋来到泰兴集团工程师周明远家中。", set()),
    "nameless teams are nobody": ("应急管理厅派出两个工作组赴智利指导救灾。", set()),
    "relatives stand for themselves": ("叶知秋会见了周明远先生亲属。", set()),
    "到 with a purpose of taking part": ("叶知秋到智利参加渔业展演。", set()),
    "他 is who acted last": (
        "叶知秋来到智利。在清河水库，叶知秋走下堤坝，拨开草丛；在白石水厂，他询问水质。",
        {("叶知秋", "VISITED", "智利"), ("叶知秋", "VISITED", "清河水库"), ("叶知秋", "VISITED", "白石水厂")},
    ),
}

CASES = PAPERS | LETTERS | JOURNEYS


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_what_is_stated(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert_stated("江南省", text, expected, DEALINGS)
