"""Gatherings in local papers, from the text to the statements: what must and must not come."""

import pytest
from stated import assert_stated

AT_EVENT = ("ATTENDED", "CHAIRED", "SPOKE_AT", "ORGANIZED")
WHERE_WHEN = ("HELD_AT", "HELD_ON")

CASES = {
    "bodies on both sides of 联合, a school's playing field": (
        "宿迁市",
        "3月21日，宿城区水务局联合区教育局在宿城区第三中学操场举行“节水护水 从我做起”主题宣传活动启动仪式，"
        "区水务局副局长臧礼岚、区教育局局长衡若洲参加启动仪式。",
        {
            ("宿城区水务局", "ORGANIZED", "“节水护水 从我做起”主题宣传活动启动仪式"),
            ("宿城区教育局", "ORGANIZED", "“节水护水 从我做起”主题宣传活动启动仪式"),
            ("臧礼岚", "ATTENDED", "“节水护水 从我做起”主题宣传活动启动仪式"),
            ("衡若洲", "ATTENDED", "“节水护水 从我做起”主题宣传活动启动仪式"),
            ("“节水护水 从我做起”主题宣传活动启动仪式", "HELD_AT", "宿城区第三中学操场"),
            ("“节水护水 从我做起”主题宣传活动启动仪式", "HELD_ON", "2024-03-21"),
        },
        (*AT_EVENT, *WHERE_WHEN),
    ),
    "who guides does not organize": (
        "金华市",
        "由金华市体育局指导、金华市作家协会主办的“写给远山”诗歌朗诵会6月2日在八咏楼前唱响。",
        {
            ("金华市作家协会", "ORGANIZED", "“写给远山”诗歌朗诵会"),
            ("“写给远山”诗歌朗诵会", "HELD_AT", "八咏楼"),
            ("“写给远山”诗歌朗诵会", "HELD_ON", "2024-06-02"),
        },
        (*AT_EVENT, *WHERE_WHEN),
    ),
    "a ceremony is called after its purpose, and later words point back to it": (
        "",
        "国家主席甘亦云6月20日上午在长乐宫举行仪式，欢迎帕劳总统惠普斯对我国进行国事访问。外长闵骞出席欢迎仪式。",
        {
            ("甘亦云", "ORGANIZED", "欢迎帕劳总统惠普斯访华仪式"),
            ("闵骞", "ATTENDED", "欢迎帕劳总统惠普斯访华仪式"),
            ("欢迎帕劳总统惠普斯访华仪式", "HELD_AT", "长乐宫"),
            ("欢迎帕劳总统惠普斯访华仪式", "HELD_ON", "2024-06-20"),
        },
        (*AT_EVENT, *WHERE_WHEN),
    ),
    "a ceremony is of the works that it opens": (
        "",
        "由中国企业承建的斐济纳纽大桥18日举行通车仪式。",
        {("斐济纳纽大桥通车仪式", "HELD_ON", "2024-06-18")},
        (*AT_EVENT, *WHERE_WHEN),
    ),
    "a body's press conference, held by the body behind 在": (
        "",
        "在国家统计局昨天（6月24日）举行的新闻发布会上，副局长闵骞介绍有关情况。",
        {
            ("国家统计局", "ORGANIZED", "国家统计局新闻发布会"),
            ("国家统计局新闻发布会", "HELD_ON", "2024-06-24"),
            ("闵骞", "SPOKE_AT", "国家统计局新闻发布会"),
        },
        (*AT_EVENT, *WHERE_WHEN),
    ),
    "guests attend, those whom they visit do not": (
        "",
        "6月20日，国务院副总理闵骞在京会见来华出席世界珊瑚论坛的汤加首相索瓦莱尼。",
        {("索瓦莱尼", "ATTENDED", "世界珊瑚论坛")},
        AT_EVENT,
    ),
    "the day of the journey is not the gathering's": (
        "",
        "国务院总理闵骞6月20日乘专机离开北京，赴阿皮亚出席太平洋岛国论坛。",
        {("闵骞", "ATTENDED", "太平洋岛国论坛")},
        (*AT_EVENT, "HELD_ON"),
    ),
    "how long it lasted, counted back from the end": (
        "",
        "为期三天的2024长河渔业博览会18日在长河会展中心落下帷幕。",
        {
            ("2024长河渔业博览会", "HELD_ON", "2024-06-16/2024-06-18"),
            ("2024长河渔业博览会", "HELD_AT", "长河会展中心"),
        },
        WHERE_WHEN,
    ),
    "the activity in the name of a gathering": (
        "金华市",
        "6月12日，金华市2024年全民义务植树活动在兰溪市举行。市委书记臧礼岚，市长衡若洲参加植树。",
        {
            ("臧礼岚", "ATTENDED", "金华市2024年全民义务植树活动"),
            ("衡若洲", "ATTENDED", "金华市2024年全民义务植树活动"),
        },
        AT_EVENT,
    ),
    "a plan told by somebody is a gathering's place and time": (
        "",
        "商务部负责人闵骞介绍，第六届海洋经济青岛峰会将于6月28日至30日在青岛举行。",
        {
            ("第六届海洋经济青岛峰会", "HELD_ON", "2024-06-28/2024-06-30"),
            ("第六届海洋经济青岛峰会", "HELD_AT", "青岛市"),
        },
        (*AT_EVENT, *WHERE_WHEN),
    ),
    "the day on which somebody spoke at a gathering": (
        "",
        "2023年6月，甘亦云总理在海岛发展座谈会上指出，渔业要可持续。",
        {
            ("甘亦云", "SPOKE_AT", "海岛发展座谈会"),
            ("海岛发展座谈会", "HELD_ON", "2023-06"),
        },
        (*AT_EVENT, *WHERE_WHEN),
    ),
    "a speech that others study was given at each gathering of the list": (
        "",
        "要认真学习贯彻甘亦云总书记在全国渔业大会、海岛工作会议上的重要讲话精神。",
        {("甘亦云", "SPOKE_AT", "全国渔业大会"), ("甘亦云", "SPOKE_AT", "海岛工作会议")},
        AT_EVENT,
    ),
    "a talk with a group is a gathering": (
        "",
        "市长衡若洲6月20日上午同渔民代表座谈交流。",
        {
            ("衡若洲", "SPOKE_AT", "渔民代表座谈会"),
            ("衡若洲", "ATTENDED", "渔民代表座谈会"),
            ("渔民代表座谈会", "HELD_ON", "2024-06-20"),
        },
        (*AT_EVENT, *WHERE_WHEN),
    ),
    "one goes to where a gathering is": (
        "",
        "2019年5月，甘亦云到杭州参加国际渔具博览会。",
        {
            ("甘亦云", "ATTENDED", "国际渔具博览会"),
            ("国际渔具博览会", "HELD_AT", "杭州市"),
            ("国际渔具博览会", "HELD_ON", "2019-05"),
        },
        (*AT_EVENT, *WHERE_WHEN),
    ),
    "a gathering that goes on to a day told later": (
        "",
        "第三届海洋科技展6月18日在青岛开幕。展览将持续到6月25日。",
        {
            ("第三届海洋科技展", "HELD_AT", "青岛市"),
            ("第三届海洋科技展", "HELD_ON", "2024-06-18/2024-06-25"),
        },
        (*AT_EVENT, *WHERE_WHEN),
    ),
    "a gathering that decides on a day": (
        "",
        "海湾国家外长会议17日同意设立联络小组。",
        {("海湾国家外长会议", "HELD_ON", "2024-06-17")},
        (*AT_EVENT, *WHERE_WHEN),
    ),
    "where somebody speaks of a gathering is not where it is": (
        "",
        "总理甘亦云9日在基桑加尼对媒体表示，第四届大湖区峰会将以线下形式举行。",
        set(),
        (*AT_EVENT, *WHERE_WHEN),
    ),
    "what only begins with a gathering's name": (
        "",
        "亚帆赛主媒体中心今天正式启动运行。",
        set(),
        (*AT_EVENT, *WHERE_WHEN),
    ),
    "those whom the spokesmen of a briefing are": (
        "",
        "财政部今天举行新闻发布会。财政部副部长臧礼岚介绍，收入继续增长。",
        {
            ("财政部", "ORGANIZED", "财政部新闻发布会"),
            ("臧礼岚", "SPOKE_AT", "财政部新闻发布会"),
            ("财政部新闻发布会", "HELD_ON", "2024-06-25"),
        },
        (*AT_EVENT, *WHERE_WHEN),
    ),
    "the wife of somebody and the envoy of somebody attend, not he": (
        "",
        "国家主席甘亦云特别代表、国家副主席闵骞出席海神节开幕式。",
        {("闵骞", "ATTENDED", "海神节开幕式")},
        AT_EVENT,
    ),
    "collective study is called after its body, and who chairs the study chairs it": (
        "",
        "国务院6月20日下午就渔业安全进行第四次专题学习。总理甘亦云在主持学习时强调，要加油。院士臧礼岚作了讲解。",
        {
            ("国务院", "ORGANIZED", "国务院第四次专题学习"),
            ("甘亦云", "CHAIRED", "国务院第四次专题学习"),
            ("臧礼岚", "SPOKE_AT", "国务院第四次专题学习"),
            ("国务院第四次专题学习", "HELD_ON", "2024-06-20"),
        },
        (*AT_EVENT, *WHERE_WHEN),
    ),
    "reports that are heard, a meeting named after who holds it": (
        "儋州市",
        "6月4日，市应急管理局召开会议，部署防汛。局长闵骞主持会议。会议听取了副局长苻毅关于水库巡查情况的汇报。",
        {
            ("儋州市应急管理局", "ORGANIZED", "儋州市应急管理局会议"),
            ("闵骞", "CHAIRED", "儋州市应急管理局会议"),
            ("苻毅", "SPOKE_AT", "儋州市应急管理局会议"),
        },
        AT_EVENT,
    ),
    "the day of a relative clause is the gathering's": (
        "",
        "水利部部长冼砚池6月12日抵达塔什干，出席13日举行的中亚水资源论坛。",
        {
            ("冼砚池", "ATTENDED", "中亚水资源论坛"),
            ("中亚水资源论坛", "HELD_ON", "2024-06-13"),
        },
        (*AT_EVENT, *WHERE_WHEN),
    ),
    "a talk with the body that holds it, and what comes to a place": (
        "黄冈市",
        "6月13日，市总工会在遗爱湖宾馆举行座谈会。6月15日，“山乡有约”招商推介会走进武汉。",
        {
            ("黄冈市总工会", "ORGANIZED", "座谈会"),
            ("座谈会", "HELD_AT", "遗爱湖宾馆"),
            ("座谈会", "HELD_ON", "2024-06-13"),
            ("“山乡有约”招商推介会", "HELD_AT", "武汉市"),
            ("“山乡有约”招商推介会", "HELD_ON", "2024-06-15"),
        },
        (*AT_EVENT, *WHERE_WHEN),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_statements(name: str) -> None:
    assert_stated(*CASES[name])
