"""Constructions of local papers and the television news, from the text to the statements: what must and must not come.

Each case gives the paper's place, the text, the statements of some relations, and the relations that it judges.
"""

import pytest
from stated import assert_stated

SIGNING = ("SIGNED", "SIGNED_WITH")
AT_EVENT = ("ATTENDED", "CHAIRED", "SPOKE_AT", "ORGANIZED")
WHERE_WHEN = ("HELD_AT", "HELD_ON")

CASES = {
    "witnesses sign nothing, bodies sign through persons": (
        "芜湖市",
        "10月14日，在市委书记郝连山、领事马可·贝蒂尼的共同见证下，芜湖市人民政府、都灵理工大学签署《共建研究院协议》。"
        "市长麴云帆代表市政府签字，都灵理工大学副校长卢卡·罗西代表校方签字。",
        {
            ("芜湖市人民政府", "SIGNED", "共建研究院协议"),
            ("都灵理工大学", "SIGNED", "共建研究院协议"),
            ("芜湖市人民政府", "SIGNED_WITH", "都灵理工大学"),
            ("麴云帆", "SIGNED", "共建研究院协议"),
            ("卢卡·罗西", "SIGNED", "共建研究院协议"),
        },
        SIGNING,
    ),
    "到场见证签约 is presence at a signing, not signing": (
        "遵义市",
        "2月24日，贵州野鹿茶业有限公司与摩洛哥苏丹茶叶集团签订《茶叶购销合同》。副县长岑溪亭、县政协副主席牟秋水到场见证签约。",
        {
            ("贵州野鹿茶业有限公司", "SIGNED", "茶叶购销合同"),
            ("摩洛哥苏丹茶叶集团", "SIGNED", "茶叶购销合同"),
            ("贵州野鹿茶业有限公司", "SIGNED_WITH", "摩洛哥苏丹茶叶集团"),
        },
        SIGNING,
    ),
    "persons of two bodies sign: the bodies are the parties": (
        "牡丹江市",
        "8月16日，牡丹江市商务局局长栾玉坤与滨海边疆区工商会会长鲍里斯·斯图普尼茨基签署《关于扩大果蔬贸易的合作协议》。",
        {
            ("栾玉坤", "SIGNED", "关于扩大果蔬贸易的合作协议"),
            ("鲍里斯·斯图普尼茨基", "SIGNED", "关于扩大果蔬贸易的合作协议"),
            ("牡丹江市商务局", "SIGNED_WITH", "滨海边疆区工商会"),
        },
        SIGNING,
    ),
    "a signing ceremony of two bodies": (
        "衡阳市",
        "3月4日上午，市政府与株洲机车研究所有限公司在市民服务中心举行战略合作签约仪式。"
        "副市长酆白云与株洲机车研究所有限公司副总经理汲少安分别代表双方在《战略合作框架协议》上签字。",
        {
            ("酆白云", "SIGNED", "战略合作框架协议"),
            ("汲少安", "SIGNED", "战略合作框架协议"),
            ("衡阳市人民政府", "SIGNED_WITH", "株洲机车研究所有限公司"),
        },
        ("SIGNED_WITH",),
    ),
    "the parties named before 双方": (
        "牡丹江市",
        "市长隋长风在哈巴罗夫斯克市会见了哈巴罗夫斯克市市长谢尔盖·克拉夫丘克，双方签署了《友好交流备忘录》。",
        {("牡丹江市", "SIGNED_WITH", "哈巴罗夫斯克市")},
        ("SIGNED_WITH",),
    ),
    "two foreign ministers sign for their countries": (
        "",
        "外交部长王一川在北京同斯里兰卡外长维吉塔·赫拉特举行会谈。会谈后，两国外长共同签署《关于加强海洋合作的谅解备忘录》。",
        {("中国", "SIGNED_WITH", "斯里兰卡")},
        ("SIGNED_WITH",),
    ),
    "a list with a second office in it, all of them present": (
        "临汾市",
        "12月17日，临汾市慈善总会第三次会员大会召开。大会由会长令狐青主持，副会长仇千山、佘望北、郗云，秘书长相里平出席。",
        {
            ("令狐青", "CHAIRED", "临汾市慈善总会第三次会员大会"),
            *((n, "ATTENDED", "临汾市慈善总会第三次会员大会") for n in ("仇千山", "佘望北", "郗云", "相里平")),
        },
        AT_EVENT,
    ),
    "the headline's event is the body's, told longer": (
        "衡阳市",
        "全市安全生产工作会议召开 贺知远讲话 璩守正主持\n"
        "昨日下午，全市安全生产工作电视电话会议召开，市长贺知远出席会议并讲话，常务副市长璩守正主持会议，"
        "副市长酆白云传达了上级会议精神。市法院院长佴明月、市检察院检察长冼不群在主会场参会。",
        {
            ("贺知远", "ATTENDED", "*"),
            ("贺知远", "SPOKE_AT", "*"),
            ("璩守正", "CHAIRED", "*"),
            ("佴明月", "ATTENDED", "*"),
            ("冼不群", "ATTENDED", "*"),
        },
        ("ATTENDED", "CHAIRED"),
    ),
    "由…主办…承办 before the event, place and days": (
        "肇庆市",
        "6月9日至10日，由省体育局、肇庆市人民政府主办，端州区人民政府承办，市龙舟协会协办的第十二届龙舟邀请赛"
        "在星湖湿地公园举行。",
        {
            ("第十二届龙舟邀请赛", "HELD_AT", "星湖湿地公园"),
            ("第十二届龙舟邀请赛", "HELD_ON", "2024-06-09/2024-06-10"),
        },
        WHERE_WHEN,
    ),
    "在京": (
        "",
        "全国档案局长会议17日在京召开。",
        {("全国档案局长会议", "HELD_AT", "北京市"), ("全国档案局长会议", "HELD_ON", "2024-06-17")},
        WHERE_WHEN,
    ),
    "a year before the event; 就 and 刚刚 are no places": (
        "",
        "2024年对外贸易工作会议22日至23日在京召开。章若水出席并讲话。刚刚闭幕的林业工作会议作了部署。"
        "联盟16日在就地区局势召开紧急会议后发表声明。",
        {
            ("2024年对外贸易工作会议", "HELD_AT", "北京市"),
            ("2024年对外贸易工作会议", "HELD_ON", "2024-06-22/2024-06-23"),
        },
        ("HELD_AT",),
    ),
    "several bodies send congratulations": (
        "景德镇市",
        "10月17日，景德镇学院建校50周年纪念大会在体育馆举行。清华大学、中央美术学院发来贺信。",
        {
            ("清华大学", "MESSAGED", "景德镇学院建校50周年纪念大会"),
            ("中央美术学院", "MESSAGED", "景德镇学院建校50周年纪念大会"),
        },
        ("MESSAGED",),
    ),
    "a letter to a conference": (
        "",
        "国家主席章若水12日向第三届海洋论坛致贺信。",
        {("章若水", "MESSAGED", "第三届海洋论坛")},
        ("MESSAGED",),
    ),
    "a delegation's leader visits and meets": (
        "牡丹江市",
        "8月15日至18日，市长隋长风率团访问哈巴罗夫斯克市。市外事办主任冷月明陪同。",
        {("隋长风", "VISITED", "哈巴罗夫斯克市"), ("冷月明", "VISITED", "哈巴罗夫斯克市")},
        ("VISITED",),
    ),
    "separate meetings": (
        "",
        "会前，外交部长王一川分别会见泰国外长玛里、柬埔寨副首相兼外交大臣布拉索昆、越南外长裴青山。新加坡外长维文因事缺席。",
        {("王一川", "MET_WITH", "玛里"), ("王一川", "MET_WITH", "布拉索昆"), ("王一川", "MET_WITH", "裴青山")},
        ("MET_WITH", "ATTENDED"),
    ),
    "absence, hopes, conditions and failed plans": (
        "宜宾市",
        "12月22日，文旅联盟年会在兴文石海举行，市旅游局局长虎啸林、县旅游局副局长彝海云作交流发言。"
        "因故未能到会的省旅游厅副厅长贾谊委托他人转达问候。虎啸林表示，希望明年与泸州市签署合作协议。"
        "原定出席的副市长侯门深临时有公务未能参加。",
        {("虎啸林", "SPOKE_AT", "文旅联盟年会"), ("彝海云", "SPOKE_AT", "文旅联盟年会")},
        ("ATTENDED", "SPOKE_AT", "SIGNED", "SIGNED_WITH"),
    ),
    "said at a press conference, invited by another": (
        "",
        "应国家主席章若水邀请，巴西总统卢拉诺将于7月22日至25日对中国进行国事访问。",
        {("卢拉诺", "VISITED", "中国")},
        ("VISITED",),
    ),
    "adopted, heard, decided": (
        "银川市",
        "9月1日，银川都市圈联席会议第三次会议在石嘴山市召开。会议审议通过《联防联控工作方案》，听取了工作汇报，"
        "选举产生了秘书长，表决通过了《会议章程》。四市共同签署《公共服务一体化合作备忘录》。",
        {
            ("银川都市圈联席会议第三次会议", "ADOPTED", "联防联控工作方案"),
            ("银川都市圈联席会议第三次会议", "ADOPTED", "会议章程"),
        },
        ("ADOPTED",),
    ),
    "the event's name begins where its words begin, not at what hangs above it": (
        "",
        "主席台上方悬挂着“庆祝某大学成立100周年大会”会标。章若水出席大会。",
        {("章若水", "ATTENDED", "庆祝某大学成立100周年大会")},
        ("ATTENDED",),
    ),
    "anniversaries": (
        "",
        "海洋合作十项主张发表70周年纪念大会28日在京举行，章若水出席纪念大会，李向阳主持大会。",
        {
            ("章若水", "ATTENDED", "海洋合作十项主张发表70周年纪念大会"),
            ("李向阳", "CHAIRED", "海洋合作十项主张发表70周年纪念大会"),
        },
        ("ATTENDED", "CHAIRED"),
    ),
    "a plenary belongs to the session, a chairmen's meeting to its body": (
        "",
        "十四届全国人大常委会第九次会议23日上午在北京人民大会堂举行第一次全体会议，章若水主持会议。",
        {("章若水", "CHAIRED", "十四届全国人大常委会第九次会议第一次全体会议")},
        ("CHAIRED",),
    ),
    "号 is 日; a clock is no place": (
        "",
        "第三届贸易博览会将于9月25号在杭州举办。残奥会将于北京时间29日凌晨开幕。",
        {("第三届贸易博览会", "HELD_AT", "杭州市"), ("第三届贸易博览会", "HELD_ON", "2024-09-25")},
        ("HELD_AT",),
    ),
    "a word of planning inside a name plans nothing": (
        "",
        "联合国开发计划署9日发布《人类发展报告》。",
        {("联合国开发计划署", "ISSUED", "人类发展报告")},
        ("ISSUED",),
    ),
    "a treaty signed by nobody named; 将 that moves an object": (
        "",
        "发言人章若水表示，1988年签署的《边境安宁协议》至今有用。商务部发布公告，公布将15家实体列入管控名单。",
        set(),
        ("SIGNED",),
    ),
    "the head of a long object stands at its end": (
        "",
        "国务院总理章若水同乍得总统马哈马特举行会谈。会谈后，双方签署了落实倡议、花生输华、新闻媒体等领域多项合作文件。",
        {("中国", "SIGNED", "合作文件"), ("乍得", "SIGNED", "合作文件")},
        ("SIGNED",),
    ),
    "relatives are not the person": (
        "",
        "章若水出席座谈会，会前会见了甘长河同志亲属。",
        set(),
        ("MET_WITH",),
    ),
    "laws without title marks": (
        "",
        "十五届全国人大常委会第六次会议1日在京闭幕。经过表决，会议通过了新修订的海岛保护法、外国银行管理法、关于修改森林法的决定。",
        {
            ("十五届全国人大常委会第六次会议", "ADOPTED", "海岛保护法"),
            ("十五届全国人大常委会第六次会议", "ADOPTED", "外国银行管理法"),
            ("十五届全国人大常委会第六次会议", "ADOPTED", "关于修改森林法的决定"),
        },
        ("ADOPTED",),
    ),
    "where nobody but the host is": (
        "",
        "李强军来到这里。张三丰前往金风科技、特变电工等企业调研。张三丰详细了解生产情况。",
        {("张三丰", "VISITED", "金风科技"), ("张三丰", "VISITED", "特变电工")},
        ("VISITED",),
    ),
    "two events in one article, each with its people": (
        "乐清市",
        "5月9日，柳市镇第十二次妇女代表大会在镇文化礼堂召开。镇党委书记屠海到会祝贺。"
        "同日，第三届泵阀博览会在国际会展中心开幕，市长厉红梅致辞，市委书记庾亮宣布开幕。",
        {
            ("屠海", "ATTENDED", "柳市镇第十二次妇女代表大会"),
            ("厉红梅", "SPOKE_AT", "第三届泵阀博览会"),
            ("庾亮", "SPOKE_AT", "第三届泵阀博览会"),
        },
        ("ATTENDED", "SPOKE_AT"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_statements(name: str) -> None:
    assert_stated(*CASES[name])
