"""Deals in turn, bodies that look like something else, and gatherings told with how long they last."""

import pytest
from stated import assert_stated

SIGNING = ("SIGNED", "SIGNED_WITH")
OFFICES = ("HOLDS_POSITION",)

CASES = {
    "one with two partners, each its own paper, and each signer the paper of the body": (
        "嘉兴市",
        "春风公司分别与青山大学、东海集团签订《技术服务合同》《供货协议》，青山大学副校长王明、东海集团总经理李华分别签字。",
        {
            ("春风公司", "SIGNED_WITH", "青山大学"),
            ("春风公司", "SIGNED_WITH", "东海集团"),
            ("春风公司", "SIGNED", "技术服务合同"),
            ("青山大学", "SIGNED", "技术服务合同"),
            ("春风公司", "SIGNED", "供货协议"),
            ("东海集团", "SIGNED", "供货协议"),
            ("王明", "SIGNED", "技术服务合同"),
            ("李华", "SIGNED", "供货协议"),
        },
        SIGNING,
    ),
    "two and two in turn": (
        "嘉兴市",
        "市卫生局和市教育局分别与青山大学、东海医院签约。",
        {("嘉兴市卫生局", "SIGNED_WITH", "青山大学"), ("嘉兴市教育局", "SIGNED_WITH", "东海医院")},
        SIGNING,
    ),
    "three for all parties: the partners have no deal": (
        "嘉兴市",
        "市政府分别与建设银行嘉兴分行、青山银行嘉兴分行签订《合作协议》，副市长王明，建设银行嘉兴分行行长李华、青山银行嘉兴分行行长温静分别代表各方签字。",
        {
            ("嘉兴市人民政府", "SIGNED_WITH", "建设银行嘉兴分行"),
            ("嘉兴市人民政府", "SIGNED_WITH", "青山银行嘉兴分行"),
        },
        ("SIGNED_WITH",),
    ),
    "who held the pens": (
        "嘉兴市",
        "东城街道办事处、青山大学、西山集团三方签署《共建协议》，落笔的分别是东城街道办事处主任王明、青山大学校长李华和西山集团董事长赵大海。",
        {("王明", "SIGNED", "共建协议"), ("李华", "SIGNED", "共建协议"), ("赵大海", "SIGNED", "共建协议")}
        | {(body, "SIGNED", "共建协议") for body in ("东城街道办事处", "青山大学", "西山集团")},
        ("SIGNED",),
    ),
    "the short name of a company that looks like a person's": (
        "嘉兴市",
        "嘉兴市人民政府与华晋新能电力投资有限公司（以下简称“华晋新能”）就发电项目签约。华晋新能董事长金海涛出席。",
        {
            ("嘉兴市人民政府", "SIGNED_WITH", "华晋新能电力投资有限公司"),
            ("金海涛", "HOLDS_POSITION", "华晋新能电力投资有限公司董事长"),
        },
        ("SIGNED_WITH", "HOLDS_POSITION"),
    ),
    "branches of banks by their short names": (
        "嘉兴市",
        "农发行嘉兴市分行副行长孙丽华、国开行江苏省分行行长沈梦溪作了汇报。",
        {
            ("孙丽华", "HOLDS_POSITION", "农发行嘉兴市分行副行长"),
            ("沈梦溪", "HOLDS_POSITION", "国开行江苏省分行行长"),
        },
        OFFICES,
    ),
    "units whose names hold words of clauses": (
        "嘉兴市",
        "市公安局经侦支队支队长张志斌、市农业综合行政执法支队支队长韦正刚、阿其克木物流有限公司总经理段晓东介绍情况。",
        {
            ("张志斌", "HOLDS_POSITION", "嘉兴市公安局经侦支队支队长"),
            ("韦正刚", "HOLDS_POSITION", "嘉兴市农业综合行政执法支队支队长"),
            ("段晓东", "HOLDS_POSITION", "阿其克木物流有限公司总经理"),
        },
        OFFICES,
    ),
    "offices in a list that begin like names": (
        "泉州市",
        "省粮食局局长董伟、省住房和城乡建设厅副厅长谭海涛、泉州海关关长林淑英先后发言。",
        {
            ("董伟", "HOLDS_POSITION", "福建省粮食局局长"),
            ("谭海涛", "HOLDS_POSITION", "福建省住房和城乡建设厅副厅长"),
            ("林淑英", "HOLDS_POSITION", "泉州海关关长"),
        },
        OFFICES,
    ),
    "an adverb behind a name": (
        "嘉兴市",
        "市政协副主席赫连珍因病请假，市中医院院长倪娜则作了发言。",
        {("赫连珍", "HOLDS_POSITION", "嘉兴市政协副主席"), ("倪娜", "HOLDS_POSITION", "嘉兴市中医院院长")},
        OFFICES,
    ),
    "speeches told in other words beside one that is called so": (
        "嘉兴市",
        "6月2日，农田水利工作座谈会召开。海盐县县长耿立军介绍县情，市水利局局长褚鲁宁讲话，省水利厅厅长高渠成，省粮食局副局长万舟讲了意见。",
        {(p, "SPOKE_AT", "农田水利工作座谈会") for p in ("耿立军", "褚鲁宁", "高渠成", "万舟")},
        ("SPOKE_AT",),
    ),
    "demands away from any gathering are no speech": (
        "嘉兴市",
        "6月2日，农田水利工作座谈会召开。海盐县县长耿立军到工地提出要求。",
        set(),
        ("SPOKE_AT",),
    ),
    "the office given to one, and the presider behind it": (
        "嘉兴市",
        "市十三届人大常委会第十次会议任命石磊为嘉兴市副市长，市人大常委会主任井水清主持会议。",
        {("石磊", "HOLDS_POSITION", "嘉兴市副市长"), ("井水清", "HOLDS_POSITION", "嘉兴市人大常委会主任")},
        OFFICES,
    ),
    "a Uyghur name before a verb that begins like its end": (
        "喀什市",
        "疏勒县法院院长依力亚尔·阿不来提来到莎车县。",
        {("依力亚尔·阿不来提", "VISITED", "莎车县")},
        ("VISITED",),
    ),
    "volunteers are no wish": (
        "嘉兴市",
        "1月30日，县长丁一舟率志愿者来到江东养老院，区长况明磊走访了民革平湖市总支、义和镇卫生院。",
        {
            ("丁一舟", "VISITED", "江东养老院"),
            ("况明磊", "VISITED", "民革平湖市总支"),
            ("况明磊", "VISITED", "义和镇卫生院"),
        },
        ("VISITED",),
    ),
    "the delegation that a person leads": (
        "喀什市",
        "由东营市市长褚鲁宁率领的东营市党政代表团在疏勒县考察对口支援工作。",
        {("褚鲁宁", "VISITED", "疏勒县"), ("东营市党政代表团", "VISITED", "疏勒县")},
        ("VISITED",),
    ),
    "how long before the day of the close": (
        "嘉兴市",
        "为期两天的2024中国山核桃产业发展研讨会，6月22日下午在嘉兴市文化生态园落下帷幕。",
        {("2024中国山核桃产业发展研讨会", "HELD_ON", "2024-06-21/2024-06-22")},
        ("HELD_ON",),
    ),
    "how long behind the day of the opening": (
        "嘉兴市",
        "昨日，2024嘉兴陶瓷博览会在国际会展中心启幕，展期4天。",
        {("2024嘉兴陶瓷博览会", "HELD_ON", "2024-06-24/2024-06-27")},
        ("HELD_ON",),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_stated(name: str) -> None:
    place, text, expected, relations = CASES[name]
    assert_stated(place, text, expected, relations)
