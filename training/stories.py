"""Articles for synthetic pages, and the words that stand around articles on a page."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from training.corpus import articles

LEADS = [
    "本报讯",
    "本报讯",
    "本报讯",
    "本报讯",
    "本报讯",
    "本报{}讯",
    "本报{}{}月{}日电",
    "本报{}专电",
    "本报5日讯",
    "晚报讯",
    "{}日报讯",
]
WRITERS = ("记者", "记者", "记者", "通讯员", "见习记者", "特约记者", "实习生", "首席记者", "特派记者")
BULLETS = "●◆★▲■▶◎◇※☆"
COLUMNS = [
    "简讯",
    "短波",
    "速览",
    "短讯",
    "快报",
    "一周速递",
    "县区传真",
    "要闻速览",
    "基层动态",
    "简明新闻",
    "新闻快递",
    "城乡短波",
    "微闻",
    "资讯",
]
SERIES = [
    "人物",
    "故事",
    "身边榜样",
    "新春走基层",
    "凡人微光",
    "记者手记",
    "乡村振兴一线",
    "工匠",
    "我们的节日",
    "读者来信",
]
CAPTIONS = (
    "图为{}现场。 {} 摄", "{}。 本报记者 {} 摄", "{}。  本报记者 {} 摄", "▲{}。  {} 摄", "{}。  {}/摄",
    "{}  记者 {} 摄",
    "▲{}。（通讯员 {} 摄）", "{} （记者 {} 摄）", "{}。 {} 供图", "{}。",
)  # fmt: skip
SHOWN = [
    "村民在田间采收",
    "选手在比赛中",
    "工人在车间赶制订单",
    "市民参观展览",
    "志愿者为老人理发",
    "签约现场",
    "演员表演节目",
    "游客乘船游览",
]
BOXES = (
    ("讲文明 树新风 公益广告", "浪费可耻", "节约为荣"),
    ("临江·山水之城", "推窗可以看见的绿", "临江市文化广播电视和旅游局  宣"),
    ("我们临江", "微信公众号   扫一扫", "看新闻 找工作", "问政策"),
    ("郑重承诺", "老街五金商店", "假一赔十", "电话 0539-31****8"),
    ("转方式 调结构 惠民生",),
    ("招  租", "沿河路临街门市二层  180平方米", "水电齐全  价格面议", "联系人：刘女士  138****1234"),
    ("声明", "安平县老街饭店  卫生许可证", "正本丢失  特此声明"),
    ("创建文明城市", "争做文明市民"),
    ("珍惜水资源", "保护母亲河"),
    ("湖畔名邸", "瞰景洋房 现房发售", "均价6180元/㎡起", "销售热线  0539—33*****"),
    ("红绿灯前停一停", "平安路上行一行"),
    ("厚德 诚信", "崇文 创新"),
    ("社会主义核心价值观", "富强 民主 文明 和谐"),
    ("清仓公告", "因店铺搬迁 现将库存家电", "一律七折 售完为止"),
)
SPEAKERS = (
    "{0}讲话 {1}主持", "{0}讲话", "{0}出席并讲话 {1}主持", "{0}{1}出席", "{0}与{1}会谈", "{0}主持并讲话",
    "{0}致辞 {1}出席",
)  # fmt: skip
EXTRAS = (
    "【广告】湖畔名邸 现房发售 均价6800元起 咨询热线：0539-88****", "今日天气 多云转晴 12℃～21℃ 东北风3级",
    "遗失声明 县城南街顺发商店遗失营业执照副本，声明作废。", "（下转第三版）", "(相关报道见2版)", "（上接第一版）",
    "扫码关注官方微信", "新闻热线：0539-2120000　广告热线：0539-2120001", "[广告] 老窖陈酿 订购电话：400-820****",
    "文明你我他 城市靠大家 礼让斑马线 安全伴回家", "投稿邮箱：bs@paper.example", "综合新闻 {} 0{}", "要 闻　0{}　{}",
)  # fmt: skip
NOTICED = [
    "调整公交线路",
    "城区道路施工",
    "停止供水",
    "供热价格听证",
    "拟任职人选",
    "道路交通管制",
    "土地征收补偿",
    "清理僵尸车辆",
    "高考期间噪声管控",
]
TERMS = (
    "施工期间禁止一切车辆通行，请过往车辆按交通标志绕行。", "请广大市民提前做好储水准备，由此带来的不便敬请谅解。",
    "公示期间如有异议，请向市有关部门书面反映，联系电话：0539-2123456。", "对违反本通告的，依照有关法律法规予以处罚。",
    "参加人可在四月五日前凭本人身份证报名，名额报满为止。", "本通告自发布之日起施行，有效期两年。",
)  # fmt: skip
PLACES = [
    "临江",
    "安平",
    "新河",
    "清源",
    "东港",
    "西山",
    "南桥",
    "北屯",
    "永宁",
    "长乐",
    "太和",
    "石门",
    "龙泉",
    "青川",
    "白塔",
    "红旗",
]
CITIES = ["临江市", "安平县", "新河市", "清源县", "东港市", "石门县"]


class Story(NamedTuple):
    """An article before it is set."""

    head: tuple[str, ...]
    writers: tuple[str, ...]
    body: tuple[str, ...]
    local: bool  # written as local papers write, with its own lead
    group: str  # stories of one group stand on one page


def corpus_stories(path: Path, every: int = 1) -> list[Story]:
    """Articles of the corpus, those of one month a group."""
    found = []
    for article in itertools.islice(articles(path), None, None, every):
        body = tuple(p.strip() for p in article.text.split("\n") if p.strip())
        if (
            sum(map(len, body)) >= 150
            and all(p[-1] in "。！？”）" for p in body)
            and len(article.title) < 60
            and not re.search("快讯|联播", article.title)
        ):
            head = re.sub(r"丨|\|", " ", article.title)
            found.append(Story(tuple(head.split()), (), shortened(body, 700), False, article.date[:7]))
    return found


def gold_stories(path: Path, keep: Sequence[str]) -> list[Story]:
    """Gold articles of local papers whose ids are among ``keep``."""
    found = []
    for row in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(row)
        if article["id"] in keep:
            body = tuple(p for p in article["text"].split("\n") if p.strip())
            found.append(Story(tuple(article["title"].split()), (), body, True, article["id"].split("#")[0]))
    return found


def compact_stories(paths: Sequence[Path]) -> list[Story]:
    """Articles in the compact format of tests/data/unseen."""
    found = []
    for path in paths:
        for block in re.split(r"(?m)^@ ", path.read_text(encoding="utf-8"))[1:]:
            title = re.search(r"(?m)^T (.+)$", block)
            body = tuple(re.findall(r"(?m)^B (.+)$", block))
            if title and sum(map(len, body)) > 100:
                found.append(Story(tuple(title[1].split()), (), body, True, block[:6]))
    return found


def shortened(body: tuple[str, ...], most: int) -> tuple[str, ...]:
    """The first paragraphs, up to the one with which there are more than so many characters."""
    total, kept = 0, []
    for paragraph in body:
        kept.append(paragraph)
        total += len(paragraph)
        if total > most:
            break
    return tuple(kept)
