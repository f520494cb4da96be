"""Invented newspapers: their articles, and ways to set these on a page."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import NamedTuple


class Story(NamedTuple):
    """An article: the lines of its title, the names of who wrote it, its paragraphs."""

    head: tuple[str, ...]
    writers: tuple[str, ...]
    body: tuple[str, ...]


class Paper(NamedTuple):
    head: str
    foot: str
    place: str
    date: str
    stories: tuple[Story, ...]
    extras: tuple[str, ...]  # captions, advertisements and the like, to be set between the stories


LISHUI = Paper(
    head="丽水日报 2022年3月17日 星期四 第02版 综合新闻 责任编辑：叶青禾 版面设计：蓝小溪",
    foot="新闻热线：0578-2127000　广告热线：0578-2127111　地址：丽水市中山街",
    place="丽水市",
    date="2022-03-17",
    stories=(
        Story(
            ("吴越之在全市生态产品价值实现工作推进会上强调", "把绿水青山这篇文章做深做透", "季长风主持"),
            ("叶知秋", "潘若水"),
            (
                "本报讯（记者 叶知秋 通讯员 潘若水）3月16日，全市生态产品价值实现工作推进会在市行政中心召开。市委书记吴越之出席会议并讲话，市委副书记、市长季长风主持会议。",
                "吴越之指出，生态是丽水最大的优势。要建立健全调查监测、价值评价、经营开发和保护补偿四项机制，让守护者得实惠、让经营者有回报。",
                "会上，市发改委主任柳如烟通报了去年试点工作情况，龙泉市、景宁县和莲都区碧湖镇主要负责人作交流发言。",
                "会议印发了《丽水市生态产品价值实现三年行动计划》。",
            ),
        ),
        Story(
            ("畲乡农商银行与缙云烧饼协会签约", "授信五亿元支持小吃产业"),
            ("雷振山",),
            (
                "本报讯（通讯员 雷振山）近日，畲乡农商银行与缙云县烧饼协会在缙云县五云街道签署《烧饼产业金融服务合作协议》，未来三年将向会员门店提供总额五亿元的授信。",
                "畲乡农商银行行长钟离恨、缙云县烧饼协会会长麻长根代表双方签字。缙云县副县长应秋实见证签约并致辞。",
                "麻长根说，眼下开一家门店要十来万元，很多年轻人卡在头一步。有了这笔贷款，预计今年可以新开门店三百家，带动就业上千人。",
            ),
        ),
        Story(
            ("松阳古村来了“数字新农人”",),
            ("包小满",),
            (
                "□ 本报记者 包小满",
                "清明还没到，松阳县四都乡的山坡上已经有人在采茶。直播架支在石墙边，二十六岁的何云舒一边翻动竹匾一边和屏幕那头的人聊天。",
                "2020年，何云舒辞去上海的工作回到陈家铺村。起初村里人不明白她在忙什么，直到第一批茶叶三天卖完，老支书鲍土根才笑着说，这门手艺比种田还累。",
                "如今，村里有十一户人家跟着她学直播。去年全村茶叶卖了两百多万元，民宿也多了七家。",
            ),
        ),
        Story(
            ("全市中小学生艺术节下月开幕",),
            ("蓝天翔",),
            (
                "本报讯（见习记者 蓝天翔）记者昨日从市教育局获悉，第十二届丽水市中小学生艺术节将于4月10日在丽水市大剧院开幕，共有来自九个县（市、区）的八十六支队伍报名。",
                "本届艺术节由市教育局、市文化和广电旅游体育局主办，莲都区教育局承办，设声乐、器乐、舞蹈、戏剧和朗诵五个组别。",
            ),
        ),
    ),
    extras=(
        "▲茶农在四都乡采摘春茶。 本报记者 包小满 摄",
        "【广告】云和湖山庄 臻品洋房 现房发售 品鉴热线：0578-888****",
        "今日天气 多云转晴 8℃～19℃ 东南风2级",
    ),
)
YULIN = Paper(
    head="A03 时政　2026年5月8日　星期五　编辑/高天远　校对/白如雪　组版/马驰原",
    foot="榆林传媒中心主办　国内统一连续出版物号 CN61-0099　本报地址：榆林市青山东路",
    place="榆林市",
    date="2026-05-08",
    stories=(
        Story(
            ("市政府第七次常务会议召开", "研究部署防汛和能源保供工作"),
            ("折长河",),
            (
                "本报讯（记者 折长河）5月7日，市长尚清和主持召开市政府第七次常务会议，传达学习省政府有关会议精神，研究部署防汛抗旱、能源保供和营商环境等工作。",
                "会议指出，今年汛期来得早、雨势急，各县市区要把隐患点再过一遍筛子，对淤地坝、尾矿库和在建工地逐一落实责任人。",
                "会议强调，煤炭企业要严守安全底线，科学安排检修，确保电厂存煤不低于二十天用量；铁路部门要优先保障电煤装车。",
                "会议审议通过《榆林市淤地坝安全运行管理办法》，听取了一季度营商环境评价情况的汇报。",
            ),
        ),
        Story(
            ("红碱淖遗鸥数量创十年新高",),
            ("乔木林", "郝思远"),
            (
                "本报神木讯（记者 乔木林 郝思远）初夏的红碱淖，湖心小岛上一片喧闹。5月6日，神木市林业局公布的最新监测结果显示，今年在此繁殖的遗鸥超过一万四千只，为十年来最多。",
                "红碱淖湿地保护中心主任訾雪梅介绍，遗鸥对水位变化十分敏感。2023年以来，保护中心联合内蒙古鄂尔多斯市伊金霍洛旗建立联合巡护机制，向湖区补水三千多万立方米。",
                "志愿者樊小军在湖边守了六年。他说，过去拍鸟的人离得太近，现在大家都知道站到栈道后头去了。",
            ),
        ),
        Story(
            ("陕北民歌博物馆举行捐赠仪式",),
            ("苗青青",),
            (
                "本报讯（通讯员 苗青青）5月5日上午，“黄土地上的声音”手稿捐赠仪式在陕北民歌博物馆举行。八十一岁的民歌搜集者贺占山将一百二十册手抄歌本捐给馆方。",
                "市文化和旅游局副局长雒明川出席仪式并为贺占山颁发收藏证书，陕北民歌博物馆馆长惠春山主持仪式。",
                "贺占山说，歌本里有不少调子如今没人会唱了，交给国家才算有了家。馆方表示，将在年底前完成数字化，并向公众开放查询。",
            ),
        ),
        Story(
            ("关于调整部分公交线路的通告",),
            (),
            (
                "因榆阳西路管网改造施工，自2026年5月10日起，对1路、5路、11路公交线路作临时调整，调整期约四十天。",
                "请广大乘客合理安排出行，如有疑问可到各首末站咨询。由此带来的不便，敬请谅解。",
                "榆林市公共交通总公司",
                "2026年5月7日",
            ),
        ),
    ),
    extras=(
        "图为遗鸥在湖心岛育雏。 乔木林 摄",
        "遗失声明 神木市锦界镇顺达汽修店遗失公章一枚，声明作废。",
        "扫码关注 掌上榆林客户端",
    ),
)
QINZHOU = Paper(
    head="钦州日报 二〇二一年十一月三十日 星期二 第3版 本地",
    foot="值班编委：宁静海 责编：劳海波 投稿邮箱：qz@paper.example",
    place="钦州市",
    date="2021-11-30",
    stories=(
        Story(
            ("向海图强 开放为先", "平陆运河先导工程开工动员会在灵山举行"),
            ("黄海平", "陆小路"),
            (
                "本报讯（记者 黄海平 实习生 陆小路）11月29日，平陆运河先导工程开工动员会在灵山县陆屋镇举行。市委书记韦国梁宣布工程开工，市委副书记、市长覃振邦致辞，自治区交通运输厅副厅长莫问天出席。",
                "覃振邦在致辞中说，运河承载着几代人的期盼。各级各部门要以钉钉子精神抓好征地、用海和民生保障，让沿线群众最先受益。",
                "平陆运河集团有限公司董事长蒙山河介绍了工程概况，施工单位代表、中国港湾南方公司总经理司马南征作表态发言。",
                "动员会后，韦国梁一行到企石枢纽选址现场察看，要求把生态保护摆在前头，挖一方土、复一方绿。",
            ),
        ),
        Story(
            ("市领导会见马来西亚客商",),
            ("黄海平",),
            (
                "本报讯（记者 黄海平）昨日上午，市长覃振邦在白海豚国际酒店会见马来西亚常青集团执行董事拿督陈志远一行，双方就棕榈油加工、冷链物流等项目交换意见。",
                "陈志远表示，中马钦州产业园区配套日渐完善，集团计划明年追加投资，希望在用工培训方面得到支持。",
                "中马钦州产业园区管委会常务副主任容若水参加会见。",
            ),
        ),
        Story(
            ("坭兴陶技艺大师工作室揭牌",),
            ("劳燕飞",),
            (
                "本报讯（通讯员 劳燕飞）11月27日，颜守泥坭兴陶技艺大师工作室在钦江古龙窑旁揭牌，六名青年学徒向师傅敬茶拜师。",
                "颜守泥今年六十三岁，从事坭兴陶制作四十五年，2018年被评为自治区级非物质文化遗产代表性传承人。他说，火候这件事书上写不明白，只能一窑一窑烧出来。",
                "市工艺美术协会会长檀木清为工作室揭牌，钦南区副区长伍月华到场祝贺。",
            ),
        ),
        Story(
            ("钦廉速递",),
            ("施小雨", "廖原", "蒙蒙"),
            (
                "◆11月26日，浦北县举办陈皮文化节，浦北县委副书记、县长滕王阁致开幕词。（施小雨）",
                "◆钦北区日前出台《钦北区荔枝品种改良奖补办法》，对高接换种的果园每亩补助一千元。（廖原）",
                "◆北部湾大学附属小学近日与钦州市海事局签订共建协议，海事局将定期派员讲授水上安全知识。（蒙蒙）",
            ),
        ),
    ),
    extras=(
        "颜守泥（左）指导学徒拉坯。 劳燕飞 摄",
        "（下转第四版）",
        "钦州白石湖畔 精装大宅 首付30万起 热线：0777-288****",
    ),
)
PAPERS = (LISHUI, YULIN, QINZHOU)

Layout = Callable[[Paper, random.Random], str]


def _with_extras(blocks: list[str], paper: Paper, rng: random.Random, between: str = "\n\n") -> str:
    """Head, blocks with something between some of them, foot."""
    for extra in paper.extras:
        blocks.insert(rng.choice([i for i, b in enumerate(blocks) if b.startswith("\0")] or [len(blocks)]), extra)
    return between.join([paper.head, *(b.removeprefix("\0") for b in blocks), paper.foot])


def _plain(story: Story) -> list[str]:
    return ["\0" + story.head[0], *story.head[1:], *story.body]


def bare(paper: Paper, rng: random.Random) -> str:
    """No mark at all, every line a block."""
    return _with_extras([b for s in paper.stories for b in _plain(s)], paper, rng)


def blocks(paper: Paper, rng: random.Random) -> str:
    """No mark at all, an empty line only between the articles."""
    return _with_extras(["\0" + "\n".join(_plain(s)).removeprefix("\0") for s in paper.stories], paper, rng)


def hashes(paper: Paper, rng: random.Random) -> str:
    """Every line of every title is a heading of the third level."""
    found = [b for s in paper.stories for b in ("\0### " + s.head[0], *(f"### {h}" for h in s.head[1:]), *s.body)]
    return _with_extras(found, paper, rng)


def bold(paper: Paper, rng: random.Random) -> str:
    """Titles are bold."""
    found = [b for s in paper.stories for b in (f"\0**{s.head[0]}**", *(f"**{h}**" for h in s.head[1:]), *s.body)]
    return _with_extras(found, paper, rng)


def wrapped(paper: Paper, rng: random.Random) -> str:
    """Lines of a narrow column, paragraphs indented."""
    found = []
    for s in paper.stories:
        lines = list(s.head)
        for p in s.body:
            text = p if p.startswith("◆") else "　　" + p
            lines += [text[i : i + 22] for i in range(0, len(text), 22)]
        found.append("\0" + "\n".join(lines))
    return _with_extras(found, paper, rng)


def html(paper: Paper, rng: random.Random) -> str:
    """Markdown that is HTML."""
    found = []
    for s in paper.stories:
        head = "".join(f"<p align='center'>{h}</p>\n" for h in s.head[:-1]) + f"<h2>{s.head[-1]}</h2>"
        found.append("\0" + head + "\n" + "\n".join(f"<p>&nbsp;&nbsp;{p}</p>" for p in s.body))
    return _with_extras(found, paper, rng)


def torn(paper: Paper, rng: random.Random) -> str:
    """The second column of each article stands below the beginning of the next one."""
    found: list[str] = []
    rest: list[str] = []
    for s in paper.stories:
        head = [f"\0## {s.head[0]}", *(f"#### {h}" for h in s.head[1:])]
        if len(s.body) < 3 or s.body[0].startswith("◆") or not s.body[0].startswith("本报"):
            found += [*head, *s.body, *rest]
            rest = []
            continue
        cut = len(s.body[1]) // 2
        found += [*head, s.body[0], s.body[1][:cut], *rest]
        rest = [s.body[1][cut:], *s.body[2:]]
    return _with_extras(found + rest, paper, rng)


def late(paper: Paper, rng: random.Random) -> str:
    """The headline of an article stands above the end of the one before it."""
    found: list[str] = []
    rest: list[str] = []
    for s in paper.stories:
        found += [f"\0# {s.head[0]}", *(f"**{h}**" for h in s.head[1:])]
        if s.body[0].startswith("本报"):
            found += rest
            rest = []
        else:
            found[-len(s.head) : -len(s.head)] = rest
            rest = []
        if len(s.body) > 2 and s.body[0].startswith("本报"):
            cut = len(s.body[2]) // 2
            found += [s.body[0], s.body[1], s.body[2][:cut]]
            rest = [s.body[2][cut:], *s.body[3:]]
        else:
            found += s.body
    return _with_extras(found + rest, paper, rng)


LAYOUTS: tuple[Layout, ...] = (bare, blocks, hashes, bold, wrapped, html, torn, late)
