"""The name of a body as an office's canonical name carries it: 市住建局 → 荆门市住房和城乡建设局."""

from __future__ import annotations

import re

from kg.grammar.abroad import Abroad
from kg.grammar.context import Context
from kg.grammar.lexicon import HAN, organizations, word_list, word_map
from kg.grammar.names import expand_department, expand_relative, grade_of
from kg.grammar.office import Office
from kg.grammar.places import area_at, country_pattern, find_area
from kg.grammar.shared import SIDE
from kg.grammar.titles import Title, named_at

_HOUSE = re.compile("(?:集团公司|集团|公司|总公司|我厂|本厂)(?!军)")
_PARTY_ORGAN = re.compile("(?:组织|宣传|统战|社会工作|政法|办公室|编办|网信办|党校).{0,3}")
_GROUNDS = ("管委会", "居委会", "办事处", "村委会")  # beside the party's cell or committee of the same ground
_UNITS_WITHIN = word_list("units_within")
_CELL_OF = re.compile("(.{2,}?)(?:党工委|工委|党总支|党支部|党委)$")
_UNITS = "党部处科室系院所厂队站局委会心坊司团校行店台网报社"
_DUTIES = re.compile(
    rf"^(.+?(?:公司|集团|大学|协会|商会(?!议)|银行|联盟|代表处|领事馆|大使馆))(?!军)(?!.*[{_UNITS}村港区市县镇]$)[{HAN}]{{1,8}}$"
)
_AFFAIRS = re.compile(
    "(?:对华|对外|对[^，。、]{1,4})?[^，。、]{0,8}(?:问题|事务|合作|关系|进程|军事|革命|政变军人|军政权)"
)  # behind a country's name
CHARGED = re.compile("(?:分管|主管|负责|主持|协管|兼管)[^的]{2,14}的$")
_BRANCH = re.compile("[一-鿿]{2,6}(?:学部|学部委员会)")  # of an academy
_BOARD = re.compile("(?<=.)(?:董事会|监事会)$")  # its chairman is of the company
_LONGEST_UNIT = 6
_MINISTRY = re.compile("(.{2,12}?部)[^部]{2,10}$")
_UNIT_END = re.compile(f"(?:[{_UNITS}署办党盟府军]|组织)$")


class BodyNames:
    """Completes the names of bodies from what the article says elsewhere."""

    def __init__(self, context: Context, abroad: Abroad) -> None:
        self._context = context
        self._abroad = abroad

    def housed(self, written: str) -> str:
        """``集团党委`` in a company's own paper with the company's name; other texts as they are."""
        house = _HOUSE.match(written)
        return self._context.house + written[house.end() :] if house and self._context.house else written

    def of_committee(self, written: str, before: Office | None) -> str:
        """An organ of the party committee of the office before it in the list: 市委常委、政法委书记."""
        owned = before and before.prefix.endswith("委") and _PARTY_ORGAN.fullmatch(written)
        return before.prefix + written if before and owned else written

    def shown(self, title: Title, written: str, before: Office | None, last: Office | None) -> str:
        """The body's name for the office ``title``; ``before`` shares its list, ``last`` is the office read last."""
        unit = unit_of(title.rank) if title.kind == "fused" and not headed(written, title.rank) else ""
        if of_state := self._abroad.initial(written, unit):
            return of_state
        if of := self._context.committee_of(written):
            return of + written
        if (known := named_at(written, 0)) and not (known == len(written) and written.endswith("部")):
            return self._context.misread(written)
        relative = expand_relative(written, self._context, title.start)
        if relative != written:
            return expand_department(relative)
        return self._known(title, written) or self._leaning(title, written, before, last, unit)

    def _known(self, title: Title, written: str) -> str:
        """The full name of a body that is the paper's own, or that the text names in full elsewhere."""
        if _HOUSE.match(written) and self._context.house:
            return self.housed(written)
        if kind := word_map("stands_for").get(written):
            return self._context.last_body(kind, title.start)
        if owner := self._owner(written, title.start):
            return owner + written
        full = self._context.full_name(written)
        return full if full != written or _HOUSE.match(written) else ""

    def _owner(self, written: str, at: int) -> str:
        """The body that a unit named alone is part of: 刑侦大队 of the 公安局 that the paragraph names before."""
        kind = next((kind for end, kind in word_map("within").items() if written.endswith(end)), "")
        if not kind or len(written) > _LONGEST_UNIT or area_at(written, 0):
            return ""
        return expand_relative(self._context.named_before(kind, at), self._context, at)

    def _leaning(self, title: Title, written: str, before: Office | None, last: Office | None, unit: str) -> str:
        """The body with the village, the committee or the country that the offices before it name."""
        organ = self.of_committee(written, before)
        if before and (within := _within(written, before) or (organ if organ != written else "")):
            return within
        if before and written.startswith(("村", "驻村")) and (village := re.match("(.+?)村", before.prefix)):
            return village[0] + written
        if before and written in _GROUNDS and (ground := _CELL_OF.match(before.prefix)):
            return ground[1] + written
        if before and before.body and written in word_list("inner"):
            return before.prefix + written
        if before and before.body and title.rank in word_list("charged") and before.body.type == "Organization":
            return without_duties(before.prefix) + written
        near = before or last
        if near and "\n" in self._context.text[near.title.end : title.start]:
            near = None
        return self._abroad.of_country(written, near, unit)


def _within(written: str, before: Office) -> str:
    """A unit of the body that the office before it names (党委委员、政治处主任), or the supervisors beside it."""
    area = re.match("(.+?)(?:纪委|委)$", before.prefix)
    if area and written in ("监委", "监察委员会"):
        return area[1] + written
    unit = written in _UNITS_WITHIN or _BRANCH.fullmatch(written)
    if before.body and before.body.type == "Organization" and unit:
        return re.sub("(?:党委|党组)$", "", before.prefix) + written
    return ""


def without_duties(name: str) -> str:
    """A body's name without the field of duty behind it: 某某公司全球销售 → 某某公司, 欧盟外交与安全政策 → 欧盟."""
    name = SIDE.sub("", _BOARD.sub("", CHARGED.sub("", name)))
    match = _DUTIES.match(name)
    if match:
        return match[1]
    country = country_pattern().match(name)
    if country and _AFFAIRS.fullmatch(name, country.end()):
        return country[0]
    known = next((name[:n] for n in range(len(name) - 1, 1, -1) if name[:n] in organizations()), "")
    return known if known and not _UNIT_END.search(name) else name


def unit_of(rank: str) -> str:
    """The unit that a rank names: 局 of 局长, 编辑部 of 编辑部主任, 众议院 of 众议长; none of 检察长."""
    if rank in word_map("units"):
        return word_map("units")[rank]
    return rank.removesuffix("主任") if rank.endswith("主任") else rank[0] if len(rank) == 2 else ""


def of_ministry(written: str, rank: str) -> str:
    """The ministry before the field of its deputy head (某国外交部国际经济关系副部长); empty where none is written."""
    ministry = _MINISTRY.match(written) if rank.startswith(("副", "常务副", "第一副")) else None
    return ministry[1] if ministry and country_pattern().match(written) else ""


def headed(written: str, rank: str) -> bool:
    """Whether a body's name is complete before a rank that may share its first character (人民医院 + 院长)."""
    ends, written = word_map("headed").get(rank, rank[0]), CHARGED.sub("", written)
    if rank in word_map("units"):
        return bool(re.search(f"(?:{ends})$", written))
    if re.search("(?:公司|集团|所|银行|企业|组织|联盟|社团|[A-Za-z0-9])$", written) and rank in ("会长", "社长"):
        return True
    whole = written.endswith(rank[0]) or re.search(f"(?:{ends})$", written) or country_pattern().fullmatch(written)
    return bool(whole or (find_area(written) and grade_of(written[-1])))


def known_body(written: str) -> bool:
    """Whether a well-known body begins what is written before a rank."""
    return any(written[:size] in organizations() for size in range(2, len(written) + 1))
