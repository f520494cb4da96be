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
}


@pytest.mark.parametrize("text", CASES)
def test_offices_of_state(text: str) -> None:
    article = Article(id="a", title="", text=text, date="2011-05-06")
    found = set()
    for frame in read_offices(article, split(article.full), ()).frames:
        roles = {argument.role: argument for argument in frame.arguments}
        found.add((roles["A0"].name, roles["A1"].name, roles["IN"].name if "IN" in roles else ""))
    assert found == CASES[text]
