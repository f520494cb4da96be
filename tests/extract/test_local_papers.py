"""How local papers tell of deals, journeys and gatherings, from the text to the statements."""

import pytest
from stated import assert_stated

SIGNING = ("SIGNED", "SIGNED_WITH")

CASES = {
    "several deals in pairs": (
        "黄山市",
        "会上，市商务局与江苏省茶叶商会、市农业农村局与安徽农业大学分别签署合作备忘录。",
        {
            ("黄山市商务局", "SIGNED_WITH", "江苏省茶叶商会"),
            ("黄山市农业农村局", "SIGNED_WITH", "安徽农业大学"),
        },
        ("SIGNED_WITH",),
    ),
    "a deal of a town and a firm, told without a paper": (
        "佛山市",
        "8月25日，南海区狮山镇与美心电器有限公司正式签约。岐山县政府分别与永济电机公司、力帆科技签约。",
        {
            ("南海区狮山镇", "SIGNED_WITH", "美心电器有限公司"),
            ("岐山县人民政府", "SIGNED_WITH", "永济电机公司"),
            ("岐山县人民政府", "SIGNED_WITH", "力帆科技"),
        },
        ("SIGNED_WITH",),
    ),
    "one signs for a body, the partner for its own": (
        "荆门市",
        "副市长桂云峰代表市政府与中国葛洲坝集团副总经理郁达签署战略合作协议。",
        {
            ("桂云峰", "SIGNED", "战略合作协议"),
            ("郁达", "SIGNED", "战略合作协议"),
            ("荆门市人民政府", "SIGNED_WITH", "中国葛洲坝集团"),
        },
        SIGNING,
    ),
    "one with two partners: the partners have no deal": (
        "黄山市",
        "歙县县长江志远先后与黄茶股份公司总经理裘一鸣、浙江林学院副院长沈梦溪签署《投资协议》。",
        {("歙县", "SIGNED_WITH", "黄茶股份公司"), ("歙县", "SIGNED_WITH", "浙江林学院")},
        ("SIGNED_WITH",),
    ),
    "the signers stand behind the verb": (
        "鹰潭市",
        "签约双方为余江区政府和浙江龙泉刀剑集团。签署《干线运输合同》的是鸢飞物流有限公司和海大鲜食有限公司。",
        {
            ("余江区人民政府", "SIGNED_WITH", "浙江龙泉刀剑集团"),
            ("鸢飞物流有限公司", "SIGNED_WITH", "海大鲜食有限公司"),
            ("鸢飞物流有限公司", "SIGNED", "干线运输合同"),
            ("海大鲜食有限公司", "SIGNED", "干线运输合同"),
        },
        SIGNING,
    ),
    "the paper is the subject": (
        "遵义市",
        "会上，绥阳县人民政府与南川区人民政府《共建先行区备忘录》正式签署。",
        {
            ("绥阳县人民政府", "SIGNED", "共建先行区备忘录"),
            ("南川区人民政府", "SIGNED", "共建先行区备忘录"),
            ("绥阳县人民政府", "SIGNED_WITH", "南川区人民政府"),
        },
        SIGNING,
    ),
    "one office in each of two bodies": (
        "遵义市",
        "水车镇锡溪村与加榜乡加车村结为姊妹村，两村党支部书记罗建军、潘老三签字。",
        {("罗建军", "HOLDS_POSITION", "水车镇锡溪村党支部书记"), ("潘老三", "HOLDS_POSITION", "加榜乡加车村党支部书记")},
        ("HOLDS_POSITION",),
    ),
    "a delegation and its leader, not who accompanied them before": (
        "乐山市",
        "8月21日，宜宾市委书记凌霄汉率宜宾市党政代表团来乐考察。市委书记简云开陪同。"
        "代表团一行先后来到大佛景区、永祥股份、犍为港。",
        {
            *(
                (who, "VISITED", place)
                for who in ("凌霄汉", "宜宾市党政代表团")
                for place in ("乐山市", "大佛景区", "永祥股份", "犍为港")
            ),
        },
        ("VISITED",),
    ),
    "who only takes part in a tour": (
        "鹤壁市",
        "市长景鸿声深入浚县卫贤镇、淇县桥盟街道，就春耕工作进行调研。市领导葛天民参加。",
        {(who, "VISITED", place) for who in ("景鸿声", "葛天民") for place in ("浚县卫贤镇", "淇县桥盟街道")},
        ("VISITED",),
    ),
    "firms in a list, and where the subject goes on": (
        "漳州市",
        "步文街道党工委书记林艺红走访辖区内的科华技术、万晖洁具、片仔癀药业等企业。"
        "在长福社区服务中心，林艺红翻开台账察看细节。",
        {("林艺红", "VISITED", n) for n in ("科华技术", "万晖洁具", "片仔癀药业", "长福社区服务中心")},
        ("VISITED",),
    ),
    "that village": (
        "自贡市",
        "双古镇金台村种上了再生稻。7月13日，水稻研究所所长邓飞龙来到该村。",
        {("邓飞龙", "VISITED", "双古镇金台村")},
        ("VISITED",),
    ),
    "a gathering that opens in a word of its own": (
        "随州市",
        "9月8日，随县第三届香菇擂台赛在草店镇收锅。第六届全国五禽戏邀请赛9月9日在华祖庵广场鸣锣。",
        {
            ("随县第三届香菇擂台赛", "HELD_AT", "草店镇"),
            ("随县第三届香菇擂台赛", "HELD_ON", "2024-09-08"),
            ("第六届全国五禽戏邀请赛", "HELD_AT", "华祖庵广场"),
            ("第六届全国五禽戏邀请赛", "HELD_ON", "2024-09-09"),
        },
        ("HELD_AT", "HELD_ON"),
    ),
    "offices with remarks, of the county named last, and within a body": (
        "银川市",
        "永宁县委副书记、县长石磊，贺兰县委常委、纪委书记、监委主任方程，贺兰县副县长（挂职）宗原，"
        "贺兰县公安局党委委员、政治处主任彭程，市市场监管局三级调研员金鹏。",
        {
            ("石磊", "HOLDS_POSITION", "永宁县委副书记"),
            ("石磊", "HOLDS_POSITION", "永宁县县长"),
            ("方程", "HOLDS_POSITION", "贺兰县委常委"),
            ("方程", "HOLDS_POSITION", "贺兰县纪委书记"),
            ("方程", "HOLDS_POSITION", "贺兰县监委主任"),
            ("宗原", "HOLDS_POSITION", "贺兰县副县长"),
            ("彭程", "HOLDS_POSITION", "贺兰县公安局党委委员"),
            ("彭程", "HOLDS_POSITION", "贺兰县公安局政治处主任"),
            ("金鹏", "HOLDS_POSITION", "银川市市场监督管理局三级调研员"),
        },
        ("HOLDS_POSITION",),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_local_papers(name: str) -> None:
    """Each construction states what it says and nothing else."""
    place, text, expected, relations = CASES[name]
    assert_stated(place, text, expected, relations, date="2024-09-10")
