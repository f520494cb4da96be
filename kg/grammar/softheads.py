"""Words that end the name of a gathering only where what stands around them says so: 柑橘节今天开幕."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.grammar.clauses import load_table
from kg.grammar.lexicon import trie

_CLOSE = '”》」』）)"〉]】'

# Words that end the name of a gathering only where a verb says so: 雪顿节今天开幕, 召开…碰面会.
_SOFT = re.compile(
    r"(?=[节展会赛式秀周季对月])(?:(?<=[^，。；：、\s]{2})(?:节(?![目能约日水育奏点俭制假电油气粮食庆省])|展(?![示开览演出播映销])|会(?![晤谈见议员长场])|赛(?![事区场])|式|秀|周(?![年岁边期围刊报])|季(?![节度军后])|对话(?=”)|(?<![\d一二三四五六七八九十个本当每上下])月(?=[”》]?(?:\d|[今昨在于将正启开举近]|日前)))(?=[”》]?(?:今[天日]|昨[天日]|近日|日前|\d+日)?(?:（[^）]*）)?(?:[上下]午|晚)?(?:在|于)?[^，。；：、\s]{0,20}?(?:举行|开幕|启幕|闭幕|落幕|开赛|开展|召开|收官|启动|开班|开营|揭幕|拉开帷幕)(?!式|会))"
    r"|(?<=[^，。；：、\s]{2})(?:会|展|赛|节|式)(?=[，。；\n]|并|后|$)"
    r"|(?<=[^，。；：、\s]{3})会(?=上(?:[，、]|发布|举行|作|致|讲|发|表|说|称|提议|指出|强调|宣布|呼吁|介绍|透露|重申|建议|倡议|警告))"
    r"|(?<=[^，。；：、\s]{2}[外财防]长)会(?=上|期间|未|\d+日|发表|同意|决定|通过|达成))"
)
# An ordinal makes a gathering of anything that ends so: 第六届柑橘节.
_ORDINAL = re.compile(
    r"第[一二三四五六七八九十百\d]+届[^，。；：、“”\s的]{1,20}?(?:节|会|赛|展|周|秀)"
    r"(?=[，。；：、在将于由的今昨\d]|开幕|举行|正式|近日|日前|$)"
)
# Talks by their number name a gathering: 第七轮政府磋商.
_ROUND = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+[次轮]|[新首][一二三]?轮)[^，。；：、“”\s的]{2,20}?(?:磋商|对话|谈判|会晤|协商|会谈)(?=[，。；：、在将于由的今昨\d并和]|开幕|举行|正式|近日|日前|$)"
)
# Talks of parties are a gathering where they are the subject of what begins, goes on or ends: 某两国会谈12日在某地举行.
_TALKS = re.compile(
    r"(?:(?<=[^，。；：、\s见行的]{3})|(?<=[。\n])(?=..[于从自]\d))(?:谈判|会谈|磋商|和谈|罢工)"
    r"(?=(?:将|已|预计|计划|定|拟)*[于从自]?(?:[今昨明]天|当地时间|当天|当日|本周|下周|\d{1,2}月\d{1,2}日|(?:本月|下月)?\d{1,2}日|[周星期]{1,2}[一二三四五六日])?"
    r"(?:（[^）]{2,12}）)?(?:[上下]午|晚间?|凌晨)?(?:在[^，。；：的]{2,16}?)?(?:再次|继续|正式|重新)?"
    r"(?:举行|开始|恢复|重启|启动|结束|进行)(?:[，。；]|了|$))"
)
_HELD = ("举行", "举办", "发起", "发动", "恢复", "重启")
_TALKED = ("谈判", "会谈", "磋商", "和谈", "罢工")
# What a verb of holding governs is a gathering, also by a noun of doing: 举行大规模罢工, 发起新一轮示威.
_GOVERNED = re.compile(
    r"(?:举行|举办|发起|发动|恢复|重启)了?(?!会谈|会见)(?:(?:[^，。；：、“”\s]{1,16}?的)?[^，。；：、“”\s的]{2,12}?"
    f"(?:{trie(load_table('events.yaml')['governed'])}|(?<!罢工)抗议)|和谈|市集)(?=[，。；、！）\\s]|$|并|以?反对|抗议|要求|期间|时|后)"
)
# What points back to a gathering by the end of its name is one (本届开渔节由…主办).
_POINTS_BACK = re.compile(
    r"(?:本[届次]|此次|这[次届]|该)[^，。；：、“”\s的届次]{1,3}[节会赛展](?=[，。、将由在于以的共为是已举启开历吸设有还\d]|$)"
)
_POINTERS = ("本届", "本次", "此次", "这次", "这届", "该")
_NO_SESSION = re.compile(
    "(?:委员|理事|董事|监事|常委|组委|协|学|商|工|研究|促进|基金|联合|红十字|社|机|国|议|全国人大|村|居)会$"
    "|[环季调关细情]节$|发展$"
)
_NO_GATHERING = re.compile(f"{trie(load_table('events.yaml')['never'])}$")
_SOFT_VERB = re.compile(r"(?:举办|举行|召开|出席|参加|主持)(?:了|的)?[^，。；：、\s]{2,24}$")
_NO_HEAD = re.compile(
    "(?:协|学|安理|委员|理事|董事|工|商|联合|基金|议|国|社|机|管委|组委|常委|人大|红十字|共青团|晚)会$|春节|情人节|环节|季节|开赛|参赛|比赛|大会|机会|细节|调节|关节|开展|发展|进展|扩展|拓展|伸展|施展|方式|形式|模式|正式|仪式|四周|一周|下周|上周|[春夏秋冬四旺淡雨旱本当一首]季$"
)
_LAST = re.compile(".")
_OPENING = "“《「『（(〈"
_MARKS = re.compile(f"[{_OPENING}”》」』）)〉]")


def _holds(text: str, start: int, end: int, words: tuple[str, ...]) -> bool:
    return any(text.find(word, start, end) >= 0 for word in words)


def _numbered(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The last characters of gatherings with a number, of talks, and of what points back; not of bodies (理事会)."""
    talks = _TALKS.finditer(text, start, end) if _holds(text, start, end, _TALKED) else ()
    back = _POINTS_BACK.finditer(text, start, end) if _holds(text, start, end, _POINTERS) else ()
    held = _GOVERNED.finditer(text, start, end) if _holds(text, start, end, _HELD) else ()
    for found in (*_ORDINAL.finditer(text, start, end), *_ROUND.finditer(text, start, end), *talks, *back, *held):
        last = _LAST.match(text, found.end() - 1)
        if last and not _NO_SESSION.search(found[0]):
            yield last


def soft_heads(text: str, start: int, end: int, heads: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The heads of a text that only their surroundings show for such, besides the known ``heads``."""
    taken = {m.end() for m in heads}
    yield from (m for m in _numbered(text, start, end) if m.end() not in taken)
    for found in _SOFT.finditer(text, start, end):
        if (
            found.end() in taken
            or _NO_HEAD.search(text[max(start, found.start() - 4) : found.end()])
            or _NO_GATHERING.search(text, max(start, found.end() - 6), found.end())
        ):
            continue
        behind = text[found.end() : found.end() + 1]
        if behind not in _CLOSE and enclosed(text, start, found.end()):
            continue  # “中原周礼文明展”: the name goes on within its marks
        if behind not in "，。；\n并后" or _SOFT_VERB.search(text, max(start, found.start() - 30), found.start()):
            yield found


def enclosed(text: str, start: int, at: int) -> bool:
    """Whether ``at`` stands inside brackets or quotation marks that opened after ``start``."""
    depth = 0
    for mark in _MARKS.findall(text, max(start, at - 40), at):
        depth = depth + 1 if mark in _OPENING else max(0, depth - 1)
    return depth > 0
