"""Offices stated by a verb: 任, 担任, 当选, 任命A为B, 免去A的B职务, B由A担任, A，B，…"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from kg.grammar.chains import Chain
from kg.grammar.lexicon import HAN
from kg.grammar.personnames import LOOSE, name_before, read_name, read_open
from kg.grammar.persons import Persons
from kg.model import Span, Status

# What stands between the person and the office, ending where the office begins.
_HOLDS = re.compile(
    r"(?:将|已|如今|现在|目前|自|生前|正式|再次|首次|同时|随后|此前|曾|现|还|并|也|先后|后|又|被|提名|获|全票|成功|高票|即将|宣誓|拟|于[0-9０-９年月日]{2,12}|[0-9０-９年月日]{2,12}起?)*"
    r"(?P<verb>历任|不再担任|不再兼任|任命为|选举为|提拔为|提名为|推荐为|聘任为|聘请为|聘为|推选为|推举为|晋升为|担任|出任|就任|接任|继任|兼任|升任|调任|改任|转任|当选连任|留任|当选为|当选上|当选|当上|做上|选上|被选为|连任|卸任|辞去|挂职(?:担?任)?|(?<![担相应充每])当|任|是|系|为|成为|即)"
    r"(?:了|过)?(?:该|本)?(?:新任|新一任|新一届|第[一二三四五六七八九十0-9]+[任届])?$"
)
_APPOINT = re.compile(
    r"(?:任命|聘任|聘请|推选|选举|增补|递补|提名|推举|补选|宣布|决定|选|聘|(?<![邀申])请)(?P<who>[^，。；,;]{1,30}?)(?:同志|先生|女士)?(?:任|为|当|做|担任|出任|接替\S+任)$"
)
_REMOVE = re.compile(r"(?:免去|免除|撤销|罢免|解除|终止)(?P<who>[^，。；的]{1,30}?)(?:同志)?(?:兼任|担任)?的?$")
_TOLD_OF = re.compile(r"[，,](?:(?:男|女|[^，,。；]{1,5}族|[0-9]{2}岁)[，,])+$")  # 某某，女，某公司总监
# What stands in a clause of a life before its verb, where no person does: 1987年离休后还担任过…
_OPENS = re.compile(
    r"(?:^|[，；。：])(?:[0-9年月日]*起?|后来|之后|随后|此后|[离退休转业毕复员参军入党伍回国返乡晚早年]{2,4})*$"
)
_IN_BODY = re.compile("[他她]在[^，。；]{2,20}$")
_RELIEVED = re.compile(r"\s*(?P<who>[^，。；、]{2,16})的")
_RELIEVED_TOO = re.compile(r"免[去除][^。；]{4,60}?职务[、，和](?P<who>[^，。；、的]{2,12})的$")
_BY = re.compile(r"(?:一职|职务|之职)?(?:将|仍|现|暂)?由(?=[^，。；]{2,40}(?:担任|兼任|接任|出任|接替))")
_ELECTED = re.compile("当选|任命|选举|推选|聘任|增补|补选")
_THIS = re.compile(r"这[位名][^，。；]{0,8}$")
_ADDRESSED = re.compile("[你您我][^，。；]{0,8}$")  # 你曾担任…, said to or by somebody else
_PRONOUN = re.compile(r"(?:他|她|其|本人)$")
_GOES_ON = re.compile(f"[{HAN}]")
_HE_OR_SHE = re.compile("(?<![其吉利])[他她]$")
_OFTEN = 3  # mentions of the person whom a text is about
_NUMBERED = re.compile(r"(?:\d{1,2}[.．、]|[一二三四五六七八九十]{1,3}、)?\s*")
_ABOUT = re.compile(r"(?:同志)?(?:[，,](?=[男女])|[（(](?:[男女]|现任))")  # what such a line goes on with
_IS = ("是", "系", "为")
_REMOVED = ("不再担任", "不再兼任", "卸任", "辞去")


Found = tuple[tuple[Span, ...], str, Status]
_BRACKET = re.compile(r"[（(][^（()）]{1,9}[）)]")
_POLITE = ("同志", "先生", "女士")
_LISTED = re.compile("[、和及]")


class Appointments:
    """Finds the holder of an office that no name adjoins."""

    def __init__(self, text: str, persons: Persons, sentences: Sequence[Span], chains: Sequence[Chain] = ()) -> None:
        self._text = text
        self._known = persons.known
        self._persons = persons
        self._sentences = sentences
        self._begins = {chain.holders[0].start: chain.start for chain in chains if chain.rule == "name-after"}

    def holder(self, chain: Chain) -> Found | None:
        """Who holds the offices of ``chain``, by which rule, and whether they still do."""
        sentence = next((s for s in self._sentences if s.start <= chain.start < s.end), None)
        if sentence is None:
            return None
        left = self._text[sentence.start : chain.start]
        if _THIS.search(left) and (who := self._last(0, chain.start)):
            return (who,), "this", "current"
        return (
            self._removed(chain, left, sentence)
            or self._appointed(chain, left, sentence)
            or self._given_by(chain)
            or self._stated(chain, left, sentence)
            or self._apposed(chain, left)
        )

    def _who(self, start: int, end: int, sentence: Span) -> Span | None:
        """The person that ``start`` … ``end`` writes: a name, or a pronoun for the last person before it."""
        word = self._text[start:end]
        if _PRONOUN.fullmatch(word):
            return self._last(sentence.start, start) or self._hero(start)
        reading = read_name(self._text[:end], start, self._known, need=LOOSE)
        return Span(start, end) if reading and reading.end == end else self._ending(end, start)

    def _ending(self, end: int, floor: int) -> Span | None:
        if self._text[end - 1] in "）)" and (note := _BRACKET.search(self._text, max(floor, end - 12), end)):
            end = note.start()  # 某某（女）
        end -= next((len(word) for word in _POLITE if self._text.endswith(word, floor, end)), 0)
        reading = name_before(self._text, end, floor, self._known)
        return Span(reading.end, end) if reading else None

    def _with_others(self, who: Span, sentence: Span) -> tuple[Span, ...]:
        """``who`` with the persons listed before: 甲、乙、丙当选为副主席."""
        persons = [who]
        while _LISTED.match(self._text, self._item_start(persons[0]) - 1):
            end = self._item_start(persons[0]) - 1
            bracket = _BRACKET.search(self._text, max(sentence.start, end - 12), end)
            other = self._ending(bracket.start() if bracket and bracket.end() == end else end, sentence.start)
            other = other or self._open_item(end, sentence.start)
            if not other:
                break
            persons.insert(0, other)
        return tuple(persons)

    def _open_item(self, end: int, floor: int) -> Span | None:
        """A name of no known shape that is all of an item of a list: 高大山、娜仁花、韩一笑当选副主席."""
        start = 1 + max(floor - 1, *(self._text.rfind(mark, floor, end) for mark in "，、"))
        reading = read_open(self._text[:end], start) if self._text[start - 1] in "，、" else None
        return Span(start, end) if reading and reading.end == end else None

    def _item_start(self, person: Span) -> int:
        """Where the item of a list that names a person begins: with the office before the name, if there is one."""
        return self._begins.get(person.start, person.start)

    def _last(self, start: int, end: int) -> Span | None:
        return max((p for p in self._persons.spans() if start <= p.start and p.end <= end), default=None)

    def _hero(self, end: int) -> Span | None:
        """The person whom a portrait is about: named before ``end`` at least twice as often as any other, or alone."""
        spans = [p for p in self._persons.spans() if p.end <= end]
        counts = Counter(self._persons.canonical(self._text[p.start : p.end]) for p in set(spans))
        titled = {self._persons.canonical(self._text[slice(*p)]) for p in spans if p.end <= self._text.find("\n")}
        if len(titled) == 1 and counts[name := titled.pop()] > 1:
            return max(p for p in spans if self._persons.canonical(self._text[slice(*p)]) == name)
        (name, most), *others = counts.most_common(2) or [("", 0)]
        if not most or (most < _OFTEN and others) or any(2 * times > most for _, times in others):
            return None
        return max(p for p in spans if self._persons.canonical(self._text[p.start : p.end]) == name)

    def _removed(self, chain: Chain, left: str, sentence: Span) -> Found | None:
        match = _REMOVE.search(left) or self._relieved(chain, left, sentence)
        if not match:
            return None
        at = sentence.start
        who = self._who(at + match.start("who"), at + match.end("who"), sentence)
        return (self._with_others(who, sentence), "removed", "removed") if who else None

    def _relieved(self, chain: Chain, left: str, sentence: Span) -> re.Match[str] | None:
        """An item of a list of dismissals: 免去：…; 某某的某局局长职务."""
        item = self._text.startswith("职务", chain.end) and self._text.rfind("免", 0, sentence.start) >= 0
        listed = _RELIEVED_TOO.search(left) if self._text.startswith("职务", chain.end) else None
        return _RELIEVED.fullmatch(left) if item else listed

    def _appointed(self, chain: Chain, left: str, sentence: Span) -> Found | None:
        match = _APPOINT.search(left)
        if not match:
            return None
        at = sentence.start
        who = self._who(at + match.start("who"), at + match.end("who"), sentence)
        return (self._with_others(who, sentence), "appointed", "appointed") if who else None

    def _given_by(self, chain: Chain) -> Found | None:
        match = _BY.match(self._text, chain.end)
        if not match:
            return None
        clause = re.compile("担任|兼任|接任|出任|接替").search(self._text, match.end())
        who = self._ending(clause.start(), match.end()) if clause else None
        return ((who,), "by", "current") if who else None

    def _stated(self, chain: Chain, left: str, sentence: Span) -> Found | None:
        match = _HOLDS.search(left)
        if not match:
            return self._moved(chain, left, sentence)
        behind = self._named_behind(chain)
        if behind:
            return (behind,), "holder-behind", "current"
        if _ADDRESSED.search(left[: match.start()]):
            return None
        if match["verb"] in (*_IS, "成为") and _GOES_ON.match(self._text, chain.end):
            return None  # 某某为各国领导人举行…
        bare = chain.titles[0].start == chain.titles[0].body_end and chain.titles[0].kind != "area"
        if bare and match["verb"] in (*_IS, "即") and not _ELECTED.search(left):
            return None
        at = sentence.start + match.start()
        status: Status = "removed" if match["verb"] in _REMOVED else "current"
        who = self._ending(at, sentence.start) or self._alone(at, sentence)
        if who and self._text[who.start - 1] == "在":
            who = None  # 在华盛顿宣誓就任
        if not who and not self._text.startswith("的", chain.end):
            who = self._carried(match["verb"], left[: match.start()], sentence, at)
        if not who and match["verb"] == "任":
            who = self._described(sentence, at) or self._elsewhere(sentence, at)
        return (self._with_others(who, sentence), "verb", status) if who else None

    def _carried(self, verb: str, before: str, sentence: Span, at: int) -> Span | None:
        """Whom a clause goes on telling of that names nobody before its verb."""
        if _HE_OR_SHE.search(before) and verb == "当":
            return self._hero(at)
        if _HE_OR_SHE.search(before):
            line = self._text.rfind("\n", 0, sentence.start) + 1
            return self._last(sentence.start, at) or self._hero(at) or self._last(line, at)
        if verb not in (*_IS, "任", "即") and (last := self._last(sentence.start, at)):
            return last
        if not _OPENS.search(before):
            return None
        return self._subject(sentence, at) or (None if verb in _IS else self._hero(at))

    def _subject(self, sentence: Span, at: int) -> Span | None:
        """The person whose name opens the sentence, where it names nobody else before ``at``."""
        named = sorted(p for p in set(self._persons.spans()) if sentence.start <= p.start and p.end <= at)
        opens = named and not self._text[sentence.start : named[0].start].strip()
        return named[0] if opens and len({self._text[slice(*p)] for p in named}) == 1 else None

    def _elsewhere(self, sentence: Span, at: int) -> Span | None:
        """The person named last before 他在某局 and the verb at ``at``, in this paragraph."""
        he = _IN_BODY.search(self._text, sentence.start, at)
        return self._last(self._text.rfind("\n", 0, at) + 1, he.start()) if he else None

    def _alone(self, at: int, sentence: Span) -> Span | None:
        """A name of any shape that is all that stands in its clause before the verb at ``at``."""
        start = 1 + max(sentence.start - 1, *(self._text.rfind(mark, sentence.start, at) for mark in "，；、"))
        return self._who(start, at, sentence) if 2 <= at - start <= 4 else None

    def _described(self, sentence: Span, at: int) -> Span | None:
        """Whom the line of a notice tells of: 某某，男，1970年5月生，…，现任某局副局长，拟任某局局长."""
        number = _NUMBERED.match(self._text, sentence.start, at)
        start = number.end() if number else sentence.start
        reading = read_name(self._text, start, self._known, need=LOOSE)
        told = reading and _ABOUT.match(self._text, reading.end, at)
        return Span(start, reading.end) if reading and told else None

    def _named_behind(self, chain: Chain) -> Span | None:
        """当选为某村村主任的某某."""
        if not self._text.startswith("的", chain.end):
            return None
        reading = read_name(self._text, chain.end + 1, self._known, need=LOOSE)
        return Span(chain.end + 1, reading.end) if reading else None

    def _moved(self, chain: Chain, left: str, sentence: Span) -> Found | None:
        """某某由某厂厂长调任…"""
        if not left.endswith(("由", "从")) or not re.match(
            "调任|改任|转任|升任|调整为", self._text[chain.end : chain.end + 3]
        ):
            return None
        who = self._ending(chain.start - 1, max(0, chain.start - 16))
        return ((who,), "moved", "removed") if who else None

    def _apposed(self, chain: Chain, left: str) -> Found | None:
        """某某，某厂厂长，… and 某某（某厂厂长）."""
        if not left.endswith(("，", ",", "（", "(")) or not _closing().match(self._text, chain.end):
            return None
        told = _TOLD_OF.search(left)
        at = chain.start - (len(told[0]) if told else 1)
        line = max(0, self._text.rfind("\n", 0, at) + 1, at - 16)
        who = self._ending(at, line) or (self._who(line, at, Span(line, at)) if told else None)
        if not who or (who.start > 0 and re.match(f"[{HAN}]", self._text[who.start - 1])):
            return None
        return (who,), "apposition", "current"


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(r"[，,。；;）)\n]|\Z")
