"""What pages hold besides plain articles, one case each."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Article, Page, Piece
from kg.read.pages import Given, page
from kg.segment import articles, segment

HEAD = "榆林日报 2026年5月8日 星期五 第3版 综合\n\n"
BODY = "5月7日，市长尚清和到横山区调研苹果产业，察看果园，听取汇报，并同果农座谈。"
MORE = "尚清和强调，要延长产业链，让果农得实惠。"


def made(raw: str) -> Page:
    return page(raw, stem="p", source="p.md", given=Given())


def cut(raw: str) -> tuple[Article, ...]:
    return segment(made(raw))


def titles(raw: str) -> list[str]:
    return [article.title for article in cut(raw)]


@pytest.mark.parametrize(
    ("lead", "writers"),
    [
        ("本报讯（记者 折长河）", ("折长河",)),
        ("本报讯(记者 折 长河 通讯员 高 远)", ("折长河", "高远")),
        ("本报讯（首席记者 尚 青 见习记者 欧阳 青山）", ("尚青", "欧阳青山")),
        ("本报讯（通讯员 古丽·买买提 王大年）", ("古丽·买买提", "王大年")),
        ("本报神木讯（特派记者 折长河）", ("折长河",)),
        ("本报靖边5月7日电（融媒体记者 折长河）", ("折长河",)),
        ("榆林晚报讯（记者 折长河）", ("折长河",)),
        ("新华社西安5月7日电（记者 折长河、高远）", ("折长河", "高远")),
        ("本报讯", ()),
        ("（本报记者 折长河）", ("折长河",)),
    ],
)
def test_leads_begin_a_text_and_name_its_writers(lead: str, writers: tuple[str, ...]) -> None:
    first, second = cut(
        f"{HEAD}尚清和到横山区调研\n{lead}{BODY}\n{MORE}\n市图书馆延长开放时间\n本报讯 即日起，市图书馆开放到晚上十点。"
    )
    assert (first.title, second.title) == ("尚清和到横山区调研", "市图书馆延长开放时间")
    assert first.reporters == writers
    assert first.text.endswith(MORE)


@pytest.mark.parametrize(
    ("line", "writers"),
    [
        ("□ 本报记者 折长河", ("折长河",)),
        ("本报记者 折长河 通讯员 高远", ("折长河", "高远")),
        ("记者 折长河 文/图", ("折长河",)),
        ("□ 折千山", ("折千山",)),
        ("通讯员 高 远", ("高远",)),
    ],
)
def test_a_line_that_names_the_writers(line: str, writers: tuple[str, ...]) -> None:
    [article] = cut(f"{HEAD}# 果园里的新农人\n\n{line}\n\n{BODY}\n\n{MORE}")
    assert article.reporters == writers
    assert article.text.split("\n")[1:] == [BODY, MORE]


def test_a_byline_below_the_headline_begins_an_article_without_any_mark() -> None:
    raw = f"{HEAD}尚清和到横山区调研\n记者 张小北 王大南\n{BODY}\n{MORE}\n青年创业大赛启动\n通讯员 白鹭\n大赛5月6日启动，设科技、农业、文创三个组。"
    assert titles(raw) == ["尚清和到横山区调研", "青年创业大赛启动"]


@pytest.mark.parametrize(
    "line",
    [
        "▲市民在江边晨跑。 记者 折长河 摄",
        "图为活动现场。 折长河 摄",
        "（图①：活动现场。 通讯员 高远 摄）",
        "市民在江边晨跑。（资料图片）",
        "新华社发（折长河 摄）",
        "![](images/a.jpg)\n\n市民在江边晨跑。",
        "<img src='a.jpg'>",
        "（下转第四版）",
        "（上接1版）",
        "（相关报道见2版）",
        "今日天气 晴 8℃～19℃ 东南风2级",
        "榆林日报 综合新闻 3",
        "责编：高天远 校对：白如雪",
        "新闻热线：0912-3888888",
        "遗失声明 张某遗失身份证，声明作废。",
        "【广告】滨江壹号 现房发售",
        "滨江壹号 建面98-143㎡ 咨询热线：0912-388****",
        "扫码关注客户端",
        "安全发展 预防为主 综合治理 全员参与",
        "柿子红了 游人来了 >>7版",
        "导读 A2 老城墙修缮完工 A4 枣树剪枝有讲究",
        "【启事】 老城区解放路因管网改造，5月9日至12日封闭施工，请过往车辆绕行。",
        "因线路检修，5月10日8时至18时横山区南关停电，敬请谅解。榆林供电公司",
        "通知\n\n因水泵抢修，5月9日榆阳区东沙停水，由此带来不便敬请谅解。",
        "上证指数\n\n3120.45\n\n-0.31%",
        "**游人在沙漠公园滑沙。 ■摄影 记者 高 远**",
        "游人在沙漠公园滑沙。 本报记者 高远航 摄",
        "**老街家具城**\n**清仓公告**\n因店铺搬迁 沙发床柜一律七折\n地址 南关路8号院",
    ],
)
def test_what_is_no_part_of_an_article(line: str) -> None:
    raw = f"{HEAD}# 尚清和到横山区调研\n\n本报讯（记者 折长河）{BODY[:20]}\n\n{line}\n\n{BODY[20:]}\n\n{MORE}"
    [article] = cut(raw)
    assert article.text == f"本报讯（记者折长河）{BODY}\n{MORE}"


def test_subheads_stay_in_the_article() -> None:
    raw = (
        f"# 一江碧水向东流\n\n本报记者 柳如烟\n\n{BODY}\n\n**关停是为了更好地开始**\n\n{BODY}\n\n**好水卖出好价钱**\n\n{MORE}\n\n"
        f"# 全市高考报名结束\n\n本报讯 {BODY}"
    )
    first, second = cut(raw)
    assert first.text.split("\n")[2] == "关停是为了更好地开始"
    assert second.title == "全市高考报名结束"


def test_a_notice_is_signed_and_dated() -> None:
    raw = f"{HEAD}# 关于调整公交线路的公告\n\n{BODY}\n\n特此公告。\n\n榆林市公共交通总公司\n\n2026年5月7日\n\n# 另一条\n\n本报讯 {BODY}"
    assert [a.text.split("\n")[-1] for a in cut(raw)] == ["2026年5月7日", "本报讯" + BODY]
    assert titles(raw)[1] == "另一条"


def test_a_headline_over_two_lines_is_one() -> None:
    raw = f"{HEAD}# 省政府与青峰集团签署\n\n# 战略合作框架协议\n\n**尚清和出席**\n\n本报讯 {BODY}"
    assert titles(raw) == ["省政府与青峰集团签署战略合作框架协议 尚清和出席"]


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("青溪县人大常委会", "任命一批干部", True),
        ("首届滨江草莓文化节", "迎客五万人次", True),
        ("市领导会见青峰集团客人", "共商合作", False),
        ("守住一江清水", "青溪县人大代表巡河", False),
    ],
)
def test_a_headline_that_lacks_what_happens_goes_on(left: str, right: str, *, whole: bool) -> None:
    raw = f"{HEAD}### {left}\n\n### {right}\n\n本报讯 {BODY}"
    assert titles(raw) == [f"{left}{right}" if whole else f"{left} {right}"]


def test_a_heading_broken_within_its_line_is_one() -> None:
    raw = f"{HEAD}## 第三届青溪江畔半程<br>马拉松收官\n\n本报讯 {BODY}"
    assert titles(raw) == ["第三届青溪江畔半程马拉松收官"]


def test_centred_type_ends_with_its_paragraph() -> None:
    raw = f'{HEAD}<p align="center"><b>江水连海潮</b></p>\n\n<h2>两市携手办实事</h2>\n\n<p>本报讯 {BODY}</p>'
    assert titles(raw) == ["江水连海潮 两市携手办实事"]


def test_the_mark_of_a_column_is_no_part_of_its_title() -> None:
    raw = f"{HEAD}●简 讯\n\n▲{BODY}（高山）\n\n▲{MORE}（江月）"
    assert titles(raw) == ["简讯"]


def test_a_headline_below_a_picture_is_no_caption() -> None:
    raw = f"{HEAD}![](a.jpg)\n\n高远在全市防汛会议上强调\n\n# 守好每一段堤\n\n本报讯 {BODY}"
    assert titles(raw) == ["高远在全市防汛会议上强调 守好每一段堤"]


@pytest.mark.parametrize("kicker", ["黑摩的扰民 打！", "养老钱去哪儿了？"])
def test_a_kicker_may_exclaim_or_ask(kicker: str) -> None:
    raw = f"{HEAD}# 一号\n\n本报讯（记者 高山）{BODY}\n\n{kicker}\n\n## 三部门联手查\n\n本报讯（记者 江月）{MORE}"
    assert titles(raw) == ["一号", f"{kicker} 三部门联手查"]


def test_white_space_in_a_headline_parts_clauses_but_not_words() -> None:
    raw = f"{HEAD}# 绿电进园区 氢能上干线\n\n## 市政协第四次会议开 幕\n\n本报讯 {BODY}"
    assert titles(raw) == ["绿电进园区 氢能上干线 市政协第四次会议开幕"]


def test_a_kicker_parted_from_its_headline() -> None:
    half = len(BODY) // 2
    raw = f"# 一号\n\n本报讯 {BODY[:half]}\n\n#### 充足电\n\n{BODY[half:]}\n\n## 研修班结业\n\n本报讯 {MORE}"
    assert [(a.title, a.text) for a in cut(raw)] == [("一号", "本报讯" + BODY), ("充足电 研修班结业", "本报讯" + MORE)]


def test_an_untitled_text_is_kept() -> None:
    [article] = cut(f"本报讯（记者 折长河）{BODY}\n\n{MORE}")
    assert (article.title, article.text.split("\n")[1]) == ("", MORE)


ADS = f"{HEAD}楚江壹号院 现房发售\n\n建面98-143㎡ 首付20万起\n\n咨询热线：0710-3888888\n\n【广告】\n\n遗失声明：李某遗失身份证，声明作废。"


def test_a_page_of_advertisements_is_told_and_passed_over() -> None:
    told: list[InputError] = []
    single = Article(id="x", title="题", text="文", map=(Piece(0, 0, 3),))
    found = list(articles([made(ADS), single, made(HEAD + "# 题\n\n" + BODY)], told.append))
    assert [a.id for a in found] == ["x", "p#1"]
    assert [error.where for error in told] == ["p.md"]


def test_what_the_issue_says_is_copied_and_ids_follow_the_page() -> None:
    found = cut(f"{HEAD}# 一号\n\n本报讯 {BODY}\n\n# 二号\n\n本报讯 {MORE}")
    assert [a.id for a in found] == ["p#1", "p#2"]
    assert {(a.date, a.paper, a.place, a.page, a.source) for a in found} == {
        ("2026-05-08", "榆林日报", "榆林市", "3", "p.md")
    }
    assert len({a.digest for a in found}) == 1


def test_a_file_of_many_pages_takes_time_in_proportion() -> None:
    raw = "\n\n".join(f"# 第{i}号\n\n本报讯 {BODY}\n\n{MORE}" for i in range(700))
    assert len(cut(raw)) == 700


LINES = st.lists(
    st.sampled_from(
        [
            *HEAD.split("\n"),
            "# 市政府召开会议",
            "**研究&nbsp;&nbsp;工作**",
            "本报讯（记者 折 长河）",
            BODY[:13],
            BODY[13:],
            MORE,
            "签暑,, l96克",
            "□ 高远",
            "▲会 议。（虞山）",
            "![](a.jpg)",
            "<p>&ldquo;好&rdquo;<br>他说</p>",
            "| 简 讯 |",
            "",
            "\u3000\u3000又讯",
            "2026年5月7日",
            "（下转4版）",
        ]
    )
    | st.text(max_size=12),
    max_size=25,
)


@settings(max_examples=150, deadline=None)
@given(LINES, st.sampled_from(["\n", "\n\n"]))
def test_every_character_leads_back_to_the_page(rows: list[str], between: str) -> None:
    one = made(between.join(rows))
    used: set[int] = set()
    for article in segment(one):
        full = article.full
        mapped: set[int] = set()
        for piece in article.map:
            assert piece.text >= 0
            assert piece.text + piece.length <= len(full)
            assert piece.raw >= 0
            assert piece.raw + piece.length <= len(one.raw)
            places = range(piece.raw, piece.raw + piece.length)
            assert not used & set(places)
            used |= set(places)
            assert not mapped & set(range(piece.text, piece.text + piece.length))
            mapped |= set(range(piece.text, piece.text + piece.length))
        assert all(full[i] in "\n " for i in range(len(full)) if i not in mapped)
        for fragment in one.fragments:
            inside = [p.raw for p in article.map if fragment.start <= p.raw < fragment.end]
            assert inside == sorted(inside)
        assert not re.search(r"\n\n|\*\*", article.text)


def test_columns_in_the_cells_of_a_layout_table() -> None:
    """What goes on in another row is of the article in its column, though another cell stands between."""
    first, second = cut(
        f"{HEAD}<table>\n<tr>\n<td>\n<b>尚清和到横山区调研</b><br>\n本报讯（记者 折长河）{BODY}尚清和强调，要延长产\n</td>\n"
        "<td>\n<b>市图书馆新馆开馆</b><br>\n本报讯（记者 高远）昨日，市图书馆新馆开馆。馆长欧阳青山向读者介绍藏书\n</td>\n</tr>\n"
        "<tr>\n<td>\n業链，让果农得实惠。\n</td>\n<td>\n情况。新馆每天开放十二个小时。\n</td>\n</tr>\n</table>\n"
    )
    assert first.text.endswith("要延长产业链，让果农得实惠。")
    assert second.text.endswith("介绍藏书情况。新馆每天开放十二个小时。")
