"""Names of documents: titles in 《》 and plain descriptions (战略合作框架协议)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.grammar.clauses import load_table
from kg.grammar.lexicon import trie
from kg.model import Span

SIGNING = re.compile("签约|签字|签署|签订")  # in the name of a ceremony
_WORDS = load_table("documents.yaml")
_HEAD = f"(?:{trie(_WORDS['heads'])}|{'|'.join(_WORDS['patterns'])})"
_BEHIND = "|".join(_WORDS["behind"])
_NOTE = rf"[（(](?:{'|'.join(_WORDS['notes'])})[）)]"
_DESCRIBED = re.compile(
    rf"(?:[^，。；：！？,;:!?\n、《》]|(?<=[席长员委])、){{0,40}}?{_HEAD}(?:{_NOTE})?(?=[，。；：！？,;:!?\n、（(）)”\d]|{_BEHIND}|$)"
)
_LEAD = re.compile(rf"^(?:{'|'.join(_WORDS['lead'])})+")
_DERIVED = re.compile(rf"(?:{trie(_WORDS['derived'])})(?:（草案）)?")
_EDITION = rf"(?:{'|'.join(_WORDS['editions'])})"
_VOLUME = re.compile(rf"(?:一书(?:的)?)?{_EDITION}(?:[、和及]{_EDITION})*")
_PLAIN = re.compile(rf"(?:{trie(_WORDS['plain_lead'])})*(?:{trie(_WORDS['plain'])})$")
_JOURNAL = re.compile(rf"(?:{trie(_WORDS['journals'])})(?!社)")
_DAILY = re.compile(rf"[^》]{{2,}}(?:{trie(_WORDS['dailies'])})》$")
_HERE = re.compile(
    rf"(?:{'|'.join(_WORDS['lead'])})*(?P<name>(?:{trie(_WORDS['plain_lead'])})*(?:{trie(_WORDS['plain'])}))"
    rf"(?![{_WORDS['goes_on']}]|{_HEAD})"
)
_REPEATS = re.compile("(?![和及与以的])|的[^，。]{0,5}(?:文章|社论|述评)$")
_WORK = re.compile(
    rf"[（(]第[一二三四五六七八九十\d]+季[）)]|(?:[（(][^（）()]{{1,8}}[）)])?(?:[、《]?[^，。；]{{0,60}}》)?(?:等[^，。；《》]{{0,10}}?)?(?:{trie(_WORDS['works'])})"
)
_SUFFIX = re.compile(r"(?:[（(](?:草案|试行|修订稿?|修订草案|修正案|送审稿|讨论稿|暂行|[^（）()\n]{1,8}稿)[）)])")


def find_titles(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Spans of titles in 《》 with the marks, inner titles left inside.

    A （草案） behind belongs to the title, and so does what makes another document of it (《…公约》修正案).
    """
    depth, begin = 0, -1
    for i in range(start, len(text) if end is None else end):
        char = text[i]
        if char == "《":
            depth += 1
            if depth == 1:
                begin = i
        elif char == "》" and depth:
            depth -= 1
            if depth == 0 and i - begin > 1:
                tail = _SUFFIX.match(text, i + 1) or _DERIVED.match(text, i + 1) or _VOLUME.match(text, i + 1)
                yield Span(begin, tail.end() if tail else i + 1)
        elif char == "\n":
            depth = 0


def names_work(text: str, title_end: int) -> bool:
    """Whether what stands behind a title shows that it names a film or programme and no document."""
    return _WORK.match(text, title_end) is not None


def newspaper(text: str, title: Span) -> Span | None:
    """The newspaper or journal that a title names (《文史》杂志, 《江南日报》), or none."""
    behind = _JOURNAL.match(text, title.end)
    if behind:
        return Span(title.start, behind.end())
    return title if _DAILY.search(text, title.start, title.end) else None


_ON = re.compile(
    r"关于(?!如何)(?:《[^》]*》|[^，。；：！？《》\n]){2,80}?(?:，(?:撤销|免去|增补|补选|同时|并|授权)[^，。；]{2,40}?)?的(?:决定|决议|议案|意见|通知|说明|建议案|批复|命令|法律|法案|法令|行政令|总统令|条约|协定|公约|议定书)(?:（草案）)?"
)
_LEFT = frozenset("，。；：、的了“”《》 \t\n　")
_LONGEST_AUTHOR = 40  # characters before 关于
_ABOVE = re.compile(rf"(?:{trie(_WORDS['above'])})+")


def find_resolutions(text: str, start: int, end: int) -> Iterator[Span]:
    """Spans of resolutions called by what they are about, without title marks: 关于批准《…》的决定."""
    last = start
    for found in _ON.finditer(text, start, end):
        head = begin = found.start()
        while begin > last and head - begin < _LONGEST_AUTHOR and text[begin - 1] not in _LEFT:
            begin -= 1
        verbs = [m.end() for m in _ABOVE.finditer(text, begin, head)]
        yield Span(max(verbs, default=begin), found.end())
        last = found.end()


_OF_SESSION = re.compile(rf"(?P<stem>[^《》]{{4,}}[会议节式坛])(?:{trie(_WORDS['session'])})(?:{_NOTE})?$")
_SEVERAL = re.compile(
    r"(?<![高中初同平相均])等(?:(?:多个?|各个?)?(?:领域|方面))?的?(?:多项|一系列|若干|多个|十多项|\d+项)?(?=[^，。；、]*。?$|[^，。；]*文件)"
)


_COVERS = re.compile("了?(?:包括|包含|涵盖|涉及)[^，。；《》]{2,40}?在内的(?:一系列)?")
_DONE = re.compile(
    "了?(?:落实|推动|实施|推进|执行)[^，。；]*(?:倡议|计划|规划|方案|纲要|战略|议程)$"
)  # a matter, no paper
_LAST_OF_LIST = re.compile(f"{_HEAD}(?:{_NOTE})?$")
_SUM = re.compile("(?:[\\d两三四五六七八九十]+[件项部份个])?(?:[^，。；、领方]{0,4}文件|议案|法律|法规|规章|制度)")
_LISTED = re.compile("(?P<before>(?:[、和及与]|以及)?)(?:[^，。；：！？《》“”、\n]{2,24}、)+$")
_CLOSES = re.compile("[和及与]|以及|等")


def find_described(text: str, start: int, end: int) -> Iterator[Span]:
    """Spans of documents that are described, not quoted, in the object ``text[start:end]`` of a verb.

    A noun right behind a title only repeats what that is (《…》白皮书, 《…》的文章).
    """
    here = _HERE.match(text, start, end)
    if here:
        yield Span(here.start("name"), here.end())
        start = here.end()
    covers = _COVERS.match(text, start, end)
    start = covers.end() if covers else start
    several = _SEVERAL.search(text, start, end)
    if (
        several
        and _LAST_OF_LIST.search(text, start, several.start())
        and _SUM.match(text, several.end(), end)
        and not _DONE.match(text, start, several.start())
    ):
        end = several.start() + 1  # 甲规则、乙细则等文件: the list names them
    elif several:
        start = several.end()
    low = start
    for found in _DESCRIBED.finditer(text, start, end):
        first = _list_start(text, low, found)
        lead = _LEAD.match(text[first : found.end()])
        begin = first + (lead.end() if lead else 0)
        repeats = text[found.start() - 1 : found.start()] == "》" and _REPEATS.match(found[0])
        low = found.end()
        verb = text[begin:low] in _WORDS["verbal"] and text[low : low + 1].isdigit()
        if low - begin >= 2 and not repeats and not verb:
            quoted = text[begin] == "“" and "”" not in text[begin:low] and text.startswith("”", low)
            yield Span(begin, low + 1 if quoted else low)


def _list_start(text: str, low: int, found: re.Match[str]) -> int:
    """Where a description begins whose one head serves a list that 和 or 等 closes (参加单位、名额和人选名单)."""
    listed = _LISTED.match(text, low, found.start())
    shared = listed and (_CLOSES.search(found[0], 1) or listed["before"] not in ("", "、"))
    return listed.end("before") if listed and shared else found.start()


def of_same_session(text: str, before: Span, span: Span) -> str:
    """The name of a paper that shares all but its noun with the one before (某会议议程（草案）和日程); or empty."""
    head = text[span.start : span.end]
    stem = _OF_SESSION.match(text, before.start, before.end)
    beside = text[before.end : span.start] in ("和", "及", "与", "、", "以及")
    return stem["stem"] + head if beside and stem and head in _WORDS["session"] else ""


def is_plain(text: str) -> bool:
    """Whether a description names no document of its own (声明, 最新报告): it takes its author's name."""
    return _PLAIN.match(text) is not None


_ORDERS = re.compile(
    r"(第[一二三四五六七八九十百〇○\d]+号?|(?:[一二三四五六七八九十百〇○]+|(?<=、)\d+)号?)(?=(?:、第?[一二三四五六七八九十百〇○\d]+号?)*(?<=号)(主席令|国务院令|总统令|令|决议|公告|文件))"
)
_ABOUT = re.compile(
    r"》(?:[（(][^（）()]{1,12}[）)])?[^，。；、《》]{0,12}?的(?:决定|决议|议案|修正案|修订案|法律(?:草案)?|法案|法令|行政令|总统令|报告|说明|意见|批复|通知|命令|议定书|协定|协议|备忘录|公告|条约)"
)


def find_orders(text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    """Spans and names of numbered orders, where one noun serves a list: 第三十号、第三十一号主席令."""
    for found in _ORDERS.finditer(text, start, end):
        number = found[1] if found[1].startswith("第") else "第" + found[1]
        number = number if number.endswith("号") else number + "号"  # 第二十二、二十三号主席令
        last = text.startswith(found[2], found.end())
        yield Span(found.start(), found.end() + (len(found[2]) if last else 0)), number + found[2]


def around_title(text: str, title: Span, floor: int) -> Span:
    """The document that a title only helps to name: 关于批准《…》的决定."""
    tail = _ABOUT.match(text, title.end - 1)
    if not tail:
        return title
    begin = max(text.rfind(mark, floor, title.start) for mark in "、，。；")
    begin = max(begin + 1, floor)
    while text[begin] in "了的和及" or text[begin + 1] == "《":  # 俄《…法》和《…法》的修正案
        begin += 1
    return Span(begin, tail.end())


def document_name(text: str) -> str:
    """The title without its outer marks: 《框架协议》 → 框架协议."""
    text = text.strip()
    text = re.sub("》一书的?(?=.)", "》", text)
    if text.startswith("《") and text.endswith("》") and "》" not in text[1:-1]:
        return text[1:-1]
    if text.startswith("《") and text.count("《") == 1:
        return text.replace("《", "").replace("》", "")
    return text[1:-1] if text.startswith("《") and text.endswith("》") else text


_THAT = re.compile(f"(?:该|这一|这[份项部个]|此[份项]?|上述)(?P<sort>{trie(_WORDS['heads'])}|法)")


def pointed_at(text: str) -> str:
    """The sort of the paper that a description points back to (该法案, 这一条约); empty for any other."""
    found = _THAT.fullmatch(text)
    return found["sort"] if found else ""


_SORT = re.compile(
    "(?:多边|双边|三方|战略|全面|友好|合作|谅解|框架|交流|购销|供货|采购|投资|贷款|授信|服务|共建|建设|开发|意向|补充|联合|帮扶|结对|产销|经贸|贸易|自由贸易|自贸)*"
    f"(?:{trie(_WORDS['heads'])})$"
)


def sort_of(text: str) -> str:
    """The noun that a description ends with, and what says of which sort it is (多领域|合作文件); empty for titles."""
    found = None if "《" in text or "》" in text else _SORT.search(text)
    return found[0] if found and 3 < len(found[0]) < len(text) else ""
