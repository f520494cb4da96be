"""Offices of states, armies and conferences as the news of any year writes them, one construction a case."""

import pytest

from kg.grammar.offices import read_offices
from kg.grammar.sentences import split
from kg.model import Article

CASES = {
    # an office that closes a list of names
    "全国政协副主席简一白主持。毕知行、向若愚、岳成河副主席出席会议。": {
        ("简一白", "全国政协副主席", "中国人民政治协商会议全国委员会"),
        ("毕知行", "全国政协副主席", "中国人民政治协商会议全国委员会"),
        ("向若愚", "全国政协副主席", "中国人民政治协商会议全国委员会"),
        ("岳成河", "全国政协副主席", "中国人民政治协商会议全国委员会"),
    },
    # members that take the floor
    "全国政协常委会举行会议。梅远山常委发言建议，加快立法。廖平川委员说，这很重要。": {
        ("梅远山", "全国政协常委", "中国人民政治协商会议全国委员会"),
        ("廖平川", "全国政协委员", "中国人民政治协商会议全国委员会"),
    },
    # posted representatives
    "智利常驻联合国代表莫拉莱斯致信秘书处。": {("莫拉莱斯", "智利常驻联合国代表", "智利")},
    "肯尼亚常驻联合国副代表基马尼说。": {("基马尼", "肯尼亚常驻联合国副代表", "肯尼亚")},
    "外交部驻香港特派员公署特派员严守成出席。": {
        ("严守成", "外交部驻香港特派员公署特派员", "外交部驻香港特派员公署"),
    },
    # a side of talks
    "中挪渔业谈判中方特别代表钱若水到会。": {("钱若水", "中挪渔业谈判中方特别代表", "中国")},
    # envoys of persons
    "埃及总统塞西特使沙法伊到访。": {("塞西", "埃及总统", "埃及"), ("沙法伊", "埃及总统特使", "埃及")},
    # what a company's board, a house of parliament and a ministry with 和 belong to
    "环太平洋电力集团董事会主席布劳恩到访。": {("布劳恩", "环太平洋电力集团董事会主席", "环太平洋电力集团")},
    "智利代总统、参议长科洛马出席。": {
        ("科洛马", "智利代总统", "智利"),
        ("科洛马", "智利参议长", "智利参议院"),
    },
    "芬兰总统斯图布、总理奥尔波出席。": {("斯图布", "芬兰总统", "芬兰"), ("奥尔波", "芬兰总理", "芬兰")},
    "商务部部长钱若水与德国联邦研究和技术部长施密特会谈。": {
        ("钱若水", "商务部部长", "商务部"),
        ("施密特", "德国联邦研究和技术部长", "德国联邦研究和技术部"),
    },
    # where a body ends before 同, and where its name holds brackets
    "他在人民大会堂同世界气象组织主席贝尔蒂会谈。": {("贝尔蒂", "世界气象组织主席", "世界气象组织")},
    "泰国自由党（革新派）主席颂猜表示。": {("颂猜", "泰国自由党（革新派）主席", "泰国自由党（革新派）")},
    # forces that news of China's own army names alone
    "中央军委委员到场。海军副司令员石青松参加。": {("石青松", "海军副司令员", "中国人民解放军海军")},
    # bodies that the text also spells out
    "海峡两岸关系协会在京开会。海协会副会长魏长风出席。": {
        ("魏长风", "海峡两岸关系协会副会长", "海峡两岸关系协会"),
    },
    # an oath, and a class that is no person
    "钱若水宣誓就任世界气象组织秘书长。": {("钱若水", "世界气象组织秘书长", "世界气象组织")},
    "青山中学校长苗一秋、高二（三）班班长郑小禾和同学们在一起。": {
        ("苗一秋", "青山中学校长", "青山中学"),
        ("郑小禾", "高二（三）班班长", "高二（三）班"),
    },
    # royalty behind a name whose office stands before it, and cabinets
    "智利内阁副首相帕尔多亲王和秘鲁农业大臣莫拉出席。": {
        ("帕尔多", "智利内阁副首相", "智利"),
        ("莫拉", "秘鲁农业大臣", "秘鲁"),
    },
    "简一白会见智利内阁副总理。": set(),
    # bodies in a list that share a rank, and the two states of the first
    "国务院副总理、中智渔业委员会、林业委员会中方主席钱若水出席。": {
        ("钱若水", "国务院副总理", "国务院"),
        ("钱若水", "中智渔业委员会中方主席", "中智渔业委员会"),
        ("钱若水", "中智林业委员会中方主席", "中智林业委员会"),
    },
    # units that lean on the office before them
    "任命梅远山为最高人民法院副院长、审判委员会委员、审判员。": {
        ("梅远山", "最高人民法院副院长", "最高人民法院"),
        ("梅远山", "最高人民法院审判委员会委员", "最高人民法院审判委员会"),
        ("梅远山", "最高人民法院审判员", "最高人民法院"),
    },
    "中国社会科学院学部委员、历史学部主任廖平川讲课。": {
        ("廖平川", "中国社会科学院学部委员", "中国社会科学院"),
        ("廖平川", "中国社会科学院历史学部主任", "中国社会科学院历史学部"),
    },
    "他同古共中央政治局委员、中央宣传书记莫拉莱斯会谈。": {
        ("莫拉莱斯", "古共中央政治局委员", "古共中央政治局"),
        ("莫拉莱斯", "古共中央宣传书记", "古共中央"),
    },
    # a committee that 的 ties to its village, and what somebody was while alive
    "苗一秋是梅州市的乡村教师，向若愚是海风镇青山村的村委会主任。": {
        ("向若愚", "海风镇青山村村委会主任", "海风镇青山村村委会"),
    },
    "严守成同志生前系海风镇派出所社区民警。": {("严守成", "海风镇派出所社区民警", "海风镇派出所")},
    # rapporteurs, leaders of parliament's parties, and leaders of what is no body
    "联合国被占领土人权状况特别报告员莫拉莱斯表示。": {
        ("莫拉莱斯", "联合国被占领土人权状况特别报告员", "联合国"),
    },
    "他会见秘鲁国会多数党领袖卡斯特罗。": {("卡斯特罗", "秘鲁国会多数党领袖", "秘鲁国会")},
    # advisers for a matter, and a new one
    "智利总统杜兰11日任命其经济顾问胡安·莫拉为新一任总理。": {
        ("杜兰", "智利总统", "智利"),
        ("胡安·莫拉", "智利总统经济顾问", ""),
        ("胡安·莫拉", "智利总理", "智利"),
    },
    # a name that holds 因, and words behind a name
    "伊朗外长侯赛因·巴拉尼警告称，不会接受。": {("侯赛因·巴拉尼", "伊朗外长", "伊朗")},
    # posted by an organization, not by a country; and what is no name behind an office
    "世界卫生组织驻智利代表莫拉莱斯说。": {("莫拉莱斯", "世界卫生组织驻智利代表", "世界卫生组织")},
    "总书记高兴地回应说，很好。": set(),
}


@pytest.mark.parametrize("text", CASES)
def test_offices_of_state(text: str) -> None:
    article = Article(id="a", title="", text=text, date="2011-05-06")
    found = set()
    for frame in read_offices(article, split(article.full), ()).frames:
        roles = {argument.role: argument for argument in frame.arguments}
        found.add((roles["A0"].name, roles["A1"].name, roles["IN"].name if "IN" in roles else ""))
    assert found == CASES[text]
