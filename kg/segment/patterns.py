"""How the lines of a newspaper's page look: leads, bylines, captions, list items, furniture."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.tables import table

WRITER = (
    r"(?:本报|本刊|本网|本台|[A-Z]{2,6}|[\u4e00-\u9fff]{2,4}(?:[日晚晨早时商新]|都市)报)?(?:全媒体|融媒体|融媒|见习|实习|首席|特约|特派|驻站|驻地|摄影|资深|客户端)*"
    r"(?:记者|通讯员|实习生|撰稿人?|评论员)"
)
LEAD = re.compile(
    r"(?:本报|本刊|本台|本网)(?![\u4e00-\u9fff]{0,6}(?:记者|通讯员))[\u4e00-\u9fff]{0,8}?(?:(?:\d{1,2}月)?\d{1,2}日)?"
    r"(?:专|综合)?(?:讯|汛|迅|电|消息)(?![\u4e00-\u9fff]{0,2}公司)"
    r"|(?:据)?(?:新华社|中新社|中新网|新华网|人民网|央视网?|中国新闻社)[\u4e00-\u9fff、]{0,14}\d{1,2}月\d{1,2}日(?:专|综合)?(?:电|讯|消息)"
    rf"|[\u4e00-\u9fff]{{1,8}}讯[(（]{WRITER}|[\u4e00-\u9fff]{{0,6}}[日晚晨早时商]报讯(?![\u4e00-\u9fff]{{0,2}}公司)"
    rf"|[(（]{WRITER}[^)）]{{1,50}}[)）]"
    rf"|(?:{WRITER}[\u4e00-\u9fff·、]{{2,12}}){{1,3}}(?:[\u4e00-\u9fff]{{0,6}})?报道[:：]"
)
MARK = "□■◎◇○口"  # 口 is what a scanner makes of □
GENRE = "手记|观察|调查|日记|札记|述评|快评|专访|来信|连线|走基层|点评|随笔|镜头|视点"
BYLINE = re.compile(
    rf"[{MARK}]?(?:文|图|文图|文/图|图文|摄影报道)?[/／]?(?:{WRITER}(?!{GENRE})|作者(?=[:：]|.{{1,4}}$)).{{0,48}}|[□■◎◇][\u4e00-\u9fff·]{{2,12}}"
)
ITEM = re.compile(r"[●▲★◆▶■◇☆※►○△◎➤•▪◈⊙◉✦▼※]")
CREDIT = re.compile(
    r"(?:摄影报道|摄影|(?<![拍航])摄|供图|提供图片|图片由.{2,12}提供|资料(?:图片?|照片)"
    rf"|{WRITER}[\u4e00-\u9fff·]{{1,3}}航摄|(?:(?:{WRITER}|新华社|中新社|图片)[\u4e00-\u9fff·/、]{{0,16}}|[。！？!?)）][\u4e00-\u9fff·]{{2,4}})发"
    rf"|(?:[。！？!?)）][{MARK}]?|[{MARK}])(?:摄影|图片?)[:：/／]?(?:{WRITER})?[\u4e00-\u9fff·、]{{2,10}})[)）]?[。.]?$"
)
FIGURE = re.compile(r"[▲△↑↓←→◀▶]?[(（]?(?:图[①-⑩\d一二三四]*(?:为|[:：、])|[上下左右]图|题图|小图|大图|资料图)")
POINTER = re.compile(r"[▲△↑↓←→◀▶]")
HALF = re.compile("[；;：:]$")
END = re.compile(
    r"[。！？!?…；;：:][”’」』》）)]*$"
    r"|[。！？!?”’」』][（(][^（）()]{2,20}[)）]$"
    r"|(?<=[\u4e00-\u9fff”’）)])\.$"
    r"|^\d{4}年\d{1,2}月\d{1,2}日$"
)
SENTENCE = re.compile(r"[。！？；]|[,，].{4,}[,，]")
DATED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
OUTLINE = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[、.．）)]")
NOTICE_END = re.compile(
    r"特此(?:公告|通告|公示|通知|声明)。?$|(?:电话|热线|邮箱|信箱|传真)[^。]{0,6}[:：][^。]{5,60}。?$|[\d*—-]{7,}[）)]?。?$"
)
TAIL_CREDIT = re.compile(r"[(（](?P<names>[\u4e00-\u9fff·\s、]{2,24})[)）]$")

NAMED = re.compile(r"^[^(（]{0,20}[(（][^)）。]{0,60}[)）]?$")  # brackets of a lead, with nothing behind them
SIGNER = re.compile("(?:委员会|局|公司|办公室|政府|中心|法院|检察院|部|厅|组|会)$")


class Furniture(NamedTuple):
    """Compiled patterns of kg/data/furniture.yaml."""

    always: re.Pattern[str]
    line: re.Pattern[str]
    notices: re.Pattern[str]
    lists: re.Pattern[str]
    adverts: re.Pattern[str]


@lru_cache(maxsize=1)
def furniture() -> Furniture:
    """The patterns, each group as one."""
    data: dict[str, list[str]] = table("furniture.yaml")
    return Furniture(*(re.compile("|".join(f"(?:{p})" for p in data[group])) for group in Furniture._fields))


def ended(text: str) -> bool:
    """Whether a text ends where an article may end; after a semicolon or colon something follows."""
    return closed(text) and not HALF.search(text)


def closed(text: str) -> bool:
    """Whether a text ends where a paragraph may end."""
    return bool(END.search(text))


def unfilled(text: str, kind: str) -> bool:
    """Whether a lead names who wrote what follows, or breaks off while it does, and says no more."""
    return kind == "lead" and bool(NAMED.search(text))


def signed(before: str, text: str, after: str) -> bool:
    """Whether a short line signs or dates the notice above it."""
    if DATED.fullmatch(text):
        return True
    return bool(SIGNER.search(text)) and bool(DATED.fullmatch(after) or before.startswith("特此"))
