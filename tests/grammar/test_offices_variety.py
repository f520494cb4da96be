"""Offices as local papers and the television news write them: who holds what, and in which body.

Each case is one construction, in sentences of our own.
"""

import pytest

from kg.grammar.offices import read_offices
from kg.grammar.sentences import split
from kg.model import Article

CASES = {
    "与 joins two bodies before and after a name": (
        "牡丹江市",
        "牡丹江市商务局局长栾玉坤与滨海边疆区工商会会长鲍里斯·斯图普尼茨基签署协议。市委副书记、市长隋长风出席。",
        {
            ("栾玉坤", "牡丹江市商务局局长"),
            ("鲍里斯·斯图普尼茨基", "滨海边疆区工商会会长"),
            ("隋长风", "牡丹江市委副书记"),
            ("隋长风", "牡丹江市市长"),
        },
    ),
    "a body's short form is not the government that signs with it": (
        "衡阳市",
        "市政府与中车株洲电力机车研究所有限公司举行签约仪式。中车株洲所党委书记、董事长卞长河见证签约。"
        "副市长酆白云与中车株洲所副总经理汲少安分别代表双方签字。",
        {
            ("卞长河", "中车株洲所党委书记"),
            ("卞长河", "中车株洲所董事长"),
            ("酆白云", "衡阳市副市长"),
            ("汲少安", "中车株洲所副总经理"),
        },
    ),
    "a county's office after a venue or an association of the county": (
        "临汾市",
        "活动在吉县壶口文化中心举行。县委副书记、县长岑溪亭，县政协副主席牟秋水到场。",
        {("岑溪亭", "吉县委副书记"), ("岑溪亭", "吉县县长"), ("牟秋水", "吉县政协副主席")},
    ),
    "为 with the verb left out the second time": (
        "临汾市",
        "会上，令狐青当选市红十字会会长，相里平为秘书长，谷雨晴、衡一诺当选副会长。",
        {
            ("令狐青", "临汾市红十字会会长"),
            ("相里平", "临汾市红十字会秘书长"),
            ("谷雨晴", "临汾市红十字会副会长"),
            ("衡一诺", "临汾市红十字会副会长"),
        },
    ),
    "the office of a committee's department": (
        "临汾市",
        "市委常委、宣传部部长庹文波，省委宣传部副部长晁错新出席。",
        {("庹文波", "临汾市委常委"), ("庹文波", "临汾市委宣传部部长"), ("晁错新", "山西省委宣传部副部长")},
    ),
    "who is made an officer in everyday words": (
        "安庆市",
        "1998年，丁怀义当上了石牌镇陶瓷协会会长。后来，镇里人选他当石牌村党支部书记。",
        {("丁怀义", "石牌镇陶瓷协会会长"), ("丁怀义", "石牌村党支部书记")},
    ),
    "an office whose holder 由 names": (
        "安庆市",
        "安庆学院产业学院院长由西钛控股集团总工程师董明轩兼任。省教育厅总督学谭启智到会。",
        {
            ("董明轩", "安庆学院产业学院院长"),
            ("董明轩", "西钛控股集团总工程师"),
            ("谭启智", "安徽省教育厅总督学"),
        },
    ),
    "what a director directs is part of the office": (
        "安庆市",
        "天合新材料公司采购总监李红兵、长江软件公司研发总监赵敏、皖江酒店行政总厨程大海到场。",
        {
            ("李红兵", "天合新材料公司采购总监"),
            ("赵敏", "长江软件公司研发总监"),
            ("程大海", "皖江酒店行政总厨"),
        },
    ),
    "officers whose body the session tells": (
        "安庆市",
        "市人大常委会第七次会议昨日召开。主任张平主持，副主任李华、王明出席。",
        {("张平", "安庆市人大常委会主任"), ("李华", "安庆市人大常委会副主任"), ("王明", "安庆市人大常委会副主任")},
    ),
    "a bare rank that the body has had before, and a plain name before 任": (
        "安庆市",
        "于成当选市作家协会主席，石坚任秘书长，佟雪被推举为名誉主席。",
        {
            ("于成", "安庆市作家协会主席"),
            ("石坚", "安庆市作家协会秘书长"),
            ("佟雪", "安庆市作家协会名誉主席"),
        },
    ),
    "items of a list of dismissals": (
        "安庆市",
        "免去：\n房永坚的安庆市审计局局长职务；\n沈岳林的安庆市卫生健康局局长职务。",
        {("房永坚", "安庆市审计局局长"), ("沈岳林", "安庆市卫生健康局局长")},
    ),
    "surnames that mostly are other words": (
        "安庆市",
        "市生态环境局局长国志坚、皖江足球俱乐部总经理曾庆新表示支持。支持本县履行轮值主席国职责。",
        {("国志坚", "安庆市生态环境局局长"), ("曾庆新", "皖江足球俱乐部总经理")},
    ),
    "a trade with the country one is from is no office": (
        "安庆市",
        "意大利设计师索菲娅·马尔凯蒂、本地设计师付强获奖。台下有教授问他配比。",
        set(),
    ),
    "committees of the other parties": (
        "安庆市",
        "民盟市委会副主委李静、九三学社市委主委张华、民建安庆市委秘书长王强出席。",
        {("李静", "民盟安庆市委会副主委"), ("张华", "九三学社安庆市委主委"), ("王强", "民建安庆市委秘书长")},
    ),
    "the area whose delegation its head leads": (
        "安庆市",
        "以市长金炳国为团长的韩国金谷市友好代表团抵达我市。"
        "市教育局局长曲凤池、金谷市教育厅厅长朴美淑在协议书上签字。",
        {("金炳国", "金谷市市长"), ("曲凤池", "安庆市教育局局长"), ("朴美淑", "金谷市教育厅厅长")},
    ),
    "a body that the verb, or 该, points to": (
        "安庆市",
        "新任怀宁县副县长石磊昨日到任。此前他在市住建局任副局长。"
        "受中国国家开发银行委托，该行国际合作局局长闵之行签订协议。",
        {
            ("石磊", "怀宁县副县长"),
            ("石磊", "安庆市住房和城乡建设局副局长"),
            ("闵之行", "中国国家开发银行国际合作局局长"),
        },
    ),
    "市长 of a government, and 市 before 长寿": (
        "安庆市",
        "市政府副市长袁礼参加检查。市长寿研究会会长郁汉文陪着翻译。聂怀瑾带着果树研究所教授贲文静来到望江。",
        {("袁礼", "安庆市副市长"), ("郁汉文", "安庆市长寿研究会会长"), ("贲文静", "果树研究所教授")},
    ),
    "lines of a list of persons": (
        "安庆市",
        "关山月，女，皖江车桥公司销售总监；\n朴英子，朝鲜族，望江化工机械公司副总经理兼总工程师。",
        {
            ("关山月", "皖江车桥公司销售总监"),
            ("朴英子", "望江化工机械公司副总经理"),
            ("朴英子", "望江化工机械公司总工程师"),
        },
    ),
    "the offices of a life": (
        "安庆市",
        "周百川同志1950年参加工作。周百川历任怀宁县农林局副局长、局长；1978年任怀宁县副县长，1981年起任县委副书记。",
        {
            ("周百川", "怀宁县农林局副局长"),
            ("周百川", "怀宁县农林局局长"),
            ("周百川", "怀宁县副县长"),
            ("周百川", "怀宁县委副书记"),
        },
    ),
    "officers of the troops named before, and of the unit pointed at": (
        "安庆市",
        "李本武来到安庆军分区，与司令员赵江红、政委岳文虎座谈。市消防支队派人参加，该支队特勤中队中队长胡图强在场。",
        {
            ("赵江红", "安庆军分区司令员"),
            ("岳文虎", "安庆军分区政委"),
            ("胡图强", "安庆市消防支队特勤中队中队长"),
        },
    ),
    "a club and its people": (
        "安庆市",
        "皖江足球俱乐部发布会举行，俱乐部董事长丁定国到场。前主教练李卫东将转任俱乐部青训总监，发布会由俱乐部新闻官罗曼主持。",
        {
            ("丁定国", "皖江足球俱乐部董事长"),
            ("李卫东", "皖江足球俱乐部前主教练"),
            ("李卫东", "皖江足球俱乐部青训总监"),
            ("罗曼", "皖江足球俱乐部新闻官"),
        },
    ),
    "what is called after a person": (
        "",
        "世卫组织首席科学家拉吉尼·南比亚尔、德国罗伯特·科赫研究所所长维兰德表示支持。",
        {("拉吉尼·南比亚尔", "世卫组织首席科学家"), ("维兰德", "德国罗伯特·科赫研究所所长")},
    ),
    "committees of parties within a bureau, lawyers and their offices": (
        "安庆市",
        "市卫健委党委委员、副主任黎川，怀宁方正律师事务所主任方正平到会。",
        {("黎川", "安庆市卫健委党委委员"), ("黎川", "安庆市卫健委副主任"), ("方正平", "怀宁方正律师事务所主任")},
    ),
    "consuls": (
        "遵义市",
        "泰国驻昆明总领事馆总领事苏帕蓬·瓦塔那宗、意大利驻上海总领事馆领事马可·贝蒂尼致辞。",
        {
            ("苏帕蓬·瓦塔那宗", "泰国驻昆明总领事馆总领事"),
            ("马可·贝蒂尼", "意大利驻上海总领事馆领事"),
        },
    ),
    "the company, the school, the association spoken of": (
        "遵义市",
        "贵州野鹿盖茶业有限公司与客商签约。公司董事长陆云鹤说，订单很多。",
        {("陆云鹤", "贵州野鹿盖茶业有限公司董事长")},
    ),
    "a school's own offices": (
        "景德镇市",
        "景德镇陶瓷大学建校115周年纪念大会举行。校党委书记敖天恩主持大会，校长钟离鸣致辞。原校长祝融也来到现场。",
        {
            ("敖天恩", "景德镇陶瓷大学党委书记"),
            ("钟离鸣", "景德镇陶瓷大学校长"),
            ("祝融", "景德镇陶瓷大学原校长"),
        },
    ),
    "a city's office without the city": (
        "牡丹江市",
        "市外事办主任冷月明陪同。市检察院检察长冼不群、市法院院长佴明月列席。",
        {
            ("冷月明", "牡丹江市外事办主任"),
            ("冼不群", "牡丹江市检察院检察长"),
            ("佴明月", "牡丹江市法院院长"),
        },
    ),
    "former between the body and the office": (
        "",
        "云南省委原常委、省政府原副省长李长青被查。农业农村部原党组书记、部长唐一凡被开除党籍。",
        {
            ("李长青", "云南省委原常委"),
            ("李长青", "云南省政府原副省长"),
            ("唐一凡", "农业农村部原党组书记"),
            ("唐一凡", "农业农村部原部长"),
        },
    ),
    "the party group of the body just named": (
        "",
        "国务院总理、党组书记章若水主持召开国务院党组会议。",
        {("章若水", "国务院总理"), ("章若水", "国务院党组书记")},
    ),
    "led by": (
        "",
        "全国政协主席章若水在南京会见由日本新生党党首高桥瑞穗率领的代表团。",
        {("章若水", "全国政协主席"), ("高桥瑞穗", "日本新生党党首")},
    ),
    "speech markers are no part of a name": (
        "芜湖市",
        "奇瑞汽车总经理逄江河代表公司签字。签约仪式由副市长苌弘主持，中国旅游研究院院长戴学锋通过视频致辞。",
        {
            ("逄江河", "奇瑞汽车总经理"),
            ("苌弘", "芜湖市副市长"),
            ("戴学锋", "中国旅游研究院院长"),
        },
    ),
    "place names in a list before a body are no persons": (
        "宜宾市",
        "宜宾、泸州、昭通、毕节等八市文旅部门负责人参加。宁东基地管委会主任兰亭序发言。",
        {("兰亭序", "宁东基地管委会主任")},
    ),
    "a doubled office of a foreigner": (
        "",
        "外交部长章若水会见柬埔寨副首相兼外交大臣布拉索昆。",
        {("章若水", "外交部长"), ("布拉索昆", "柬埔寨副首相"), ("布拉索昆", "柬埔寨外交大臣")},
    ),
    "the title's people": (
        "",
        "国务院总理章若水18日下午会见肯尼亚总统威廉·鲁托。",
        {("章若水", "国务院总理"), ("威廉·鲁托", "肯尼亚总统")},
    ),
    "adverbs and verbs are no part of a name": (
        "",
        "美国总统拜登亦向年会致贺信。世贸成员应通过谈判解决。黑龙江省有关负责人介绍了情况。总书记章若水明确指出，要稳。",
        {("拜登", "美国总统"), ("章若水", "中共中央总书记")},
    ),
    "foreign heads in a row": (
        "",
        "国务院总理章若水同国际劳工组织总干事洪博、金融稳定理事会主席诺特、世界银行行长马尔帕斯举行圆桌对话会。",
        {
            ("章若水", "国务院总理"),
            ("洪博", "国际劳工组织总干事"),
            ("诺特", "金融稳定理事会主席"),
            ("马尔帕斯", "世界银行行长"),
        },
    ),
    "who leads a delegation": (
        "",
        "章若水同日会见由总书记姆瓦马格拉率领的坦桑尼亚革命党干部考察团，布隆迪国民议会议长达尼埃尔一行。",
        {("姆瓦马格拉", "坦桑尼亚革命党总书记"), ("达尼埃尔", "布隆迪国民议会议长")},
    ),
    "a committee's several vice chairmen": (
        "",
        "会议听取了宪法法律委副主任委员骆长青作的报告、副主任委员徐一辉作的说明。",
        {("骆长青", "宪法法律委副主任委员"), ("徐一辉", "宪法法律委副主任委员")},
    ),
    "a town's office": (
        "乐清市",
        "5月10日，乐清农商银行与清江镇人民政府签约。镇党委书记庾亮、副镇长晏殊、清江支行行长南怀远出席。",
        {("庾亮", "清江镇党委书记"), ("晏殊", "清江镇副镇长"), ("南怀远", "清江支行行长")},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_holders(name: str) -> None:
    place, text, expected = CASES[name]
    article = Article(id="a", title="", text=text, date="2024-05-06", place=place)
    reading = read_offices(article, split(article.full), ())
    full = article.full
    names = {(m.start, m.end): m.name or m.text for m in reading.mentions}
    found = set()
    for frame in reading.frames:
        roles = {a.role: a for a in frame.arguments}
        if frame.predicate == "任" and "A0" in roles and "A1" in roles:
            who, what = roles["A0"], roles["A1"]
            found.add(
                (
                    names.get((who.start, who.end), full[who.start : who.end]),
                    what.name or names.get((what.start, what.end), full[what.start : what.end]),
                )
            )
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市人民检察院检察长武晓岚列席。", ("武晓岚", "襄阳市人民检察院检察长", "襄阳市人民检察院")),
        ("幸福社区党支部书记、居委会主任马秋菊参加。", ("马秋菊", "幸福社区居委会主任", "幸福社区居委会")),
        ("襄阳高新区党工委书记、管委会主任洪少波介绍。", ("洪少波", "襄阳高新区管委会主任", "襄阳高新区管委会")),
        ("石俊峰同志任中共襄阳市委书记。", ("石俊峰", "中共襄阳市委书记", "中共襄阳市委员会")),
        (
            "长河基金会驻华代表处项目主任周一鸣出席。",
            ("周一鸣", "长河基金会驻华代表处项目主任", "长河基金会驻华代表处"),
        ),
        ("在塞浦路斯，国家主席特使冼砚池会见记者。", ("冼砚池", "国家主席特使", "")),
        ("副县长阿不都热依木·马木提发言。", ("阿不都热依木·马木提", "副县长", "")),
    ],
)
def test_bodies_beside_one_another(text: str, expected: tuple[str, str, str]) -> None:
    article = Article(id="a", title="", text=text, date="2024-05-06", place="襄阳市")
    frames = read_offices(article, split(article.full)).frames
    assert expected in {
        tuple(next((a.name for a in f.arguments if a.role == r), "") for r in ("A0", "A1", "IN")) for f in frames
    }


@pytest.mark.parametrize("text", ["拟任市财政局局长的郭云飞公示期满。", "谭学文拟任襄州区委副书记。"])
def test_an_office_meant_for_somebody_is_planned(text: str) -> None:
    article = Article(id="a", title="", text=text, date="2024-05-06", place="襄阳市")
    frames = read_offices(article, split(article.full)).frames
    assert frames and all(frame.planned for frame in frames)
