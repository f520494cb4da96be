"""Canonical names of bodies and places: what the news shortens, spelled out."""

from __future__ import annotations

import re
from functools import cache

from kg.grammar.context import Context
from kg.grammar.lexicon import alternation, departments, organizations, word_list, word_map
from kg.grammar.places import by_initial, country_pattern, find_area, find_country, spelled_out, without_province

# Bodies named after the level alone: 市委, 省政府, 县应急管理局, 州党委, 旗人大常委会.
RELATIVE = re.compile(
    r"(?P<grade>自治区|自治州|自治县|[省市县区州旗盟镇乡])"
    r"(?=委(?!员)|政府|人民|人大|政协|纪委|监委|党委|法院|中级|高级|检察|公安|总工会|工商|妇联|残联|文联|科协|侨联|红十字|国际|"
    r"(?!民(?![政族宗])|场(?!监)|外(?![事办侨汇专])|[值域内级里]|长(?!寿|江|跑|城))[^，。、]{1,16}(?:[局厅委办会院校馆站台部处所队心科协]|办公室|研究室|集团|医院|大队|协会|学会|公司|[中小]学|学院|幼儿园|[一二三四五六七八九十]中)(?:党组|党总支|党支部|机关党委|(?<![委])党委)?$)"
)
_GRADES = {
    "自治区": "省",
    "省": "省",
    "市": "市",
    "州": "市",
    "自治州": "市",
    "盟": "市",
    "县": "县",
    "区": "县",
    "旗": "县",
    "自治县": "县",
}


def grade_of(word: str) -> str:
    """The level that a class word stands for: 州 and 盟 are of the level of 市, 区 and 旗 of 县; towns have none."""
    return _GRADES.get(word, "")


_TOWN = re.compile(
    "(?:校(?=党委|团委|纪委|工会|长)|镇|乡|村|社区|街道|苏木)(?=党|委会|人大|政府|人民|卫生|中心|工会|纪委|妇联|两委|办事处|团委|长|$)"
)
_ZONE = re.compile(alternation(word_map("zones")))
_PARTIES = "民革|民盟|民建|民进|农工党|农工民主党|致公党|九三学社|台盟"
_PARTY = re.compile(f"(?P<name>{_PARTIES})(?P<grade>[省市县区州])(?=委)")  # 民盟市委会
_LEAGUE = re.compile("团(?P<grade>[省市县区州旗])委")


def expand_relative(text: str, context: Context, at: int) -> str:
    """``市委`` in a Xining paper → ``西宁市委``; other texts as they are."""
    if text[:1] == "团" and (league := _LEAGUE.match(text)):
        place = context.place_called(league["grade"], at)
        return f"共青团{place}委" + text[league.end() :] if place else text
    if party := _PARTY.match(text):
        place = context.place_called(party["grade"], at)
        return party["name"] + place + text[party.end("grade") :] if place else text
    if town := _TOWN.match(text):
        place = context.place_called(town[0], at)
        return place + text[town.end() :] if place else text
    if (zone := _ZONE.match(text)) and (full := context.zone(zone[0])):
        return full + text[zone.end() :]
    match = RELATIVE.match(text)
    if not match:
        return text
    place = context.place_called(match["grade"], at)
    return place + text[match.end() :] if place else text


_AREA = r"(?P<area>.*?[省市县区州旗盟镇乡]|.*?(?:街道|开发区|新区|兵团))"
_ORGANS = [
    (re.compile(r"(?P<area>.*[省市县区州旗盟])直(?:属)?(?:机关)?工委(?P<rest>)$"), "中共{area}直属机关工作委员会"),
    (re.compile(r"(?P<area>.*[省市县区州旗盟])委常委会(?P<rest>)$"), "中共{area}委员会常务委员会"),
    (re.compile(rf"(?P<area>(?:{_PARTIES}).{{2,8}}?[省市县区州])委(?:员会)?(?P<rest>)$"), "{area}委员会"),
    (re.compile(r"(?P<area>.*[省市县区州旗盟])委党校(?P<rest>)$"), "中共{area}委党校"),
    (re.compile(r"(?P<area>.*[省市县区州旗盟])委(?P<rest>[^委]{2,8})工委$"), "中共{area}委{rest}工作委员会"),
    (re.compile(r"(?P<area>.+?)(?:党工委|(?<![大总])工委)(?P<rest>)$"), "中共{area}工作委员会"),
    (re.compile(r"共青团(?P<area>.*[省市县区州旗盟])委(?P<rest>)$"), "共青团{area}委员会"),
    (re.compile(_AREA + r"(?:党委|委(?!会))(?P<rest>[^员]*)$"), "中共{area}委员会{rest}"),
    (re.compile(r"(?P<area>.+?)纪委(?:监委)?(?P<rest>)$"), "中共{area}纪律检查委员会"),
    (re.compile(r"(?P<area>.*[港澳].*特别行政区)政府(?P<rest>.*)$"), "{area}政府{rest}"),
    (re.compile(_AREA + r"政府(?P<rest>.*)$"), "{area}人民政府{rest}"),
    (re.compile(r"(?P<area>.+?)人大常委会(?P<rest>.*)$"), "{area}人民代表大会常务委员会{rest}"),
    (re.compile(r"(?P<area>.+?)人大(?P<rest>(?:[^，]+委员会|[^，]*工委)?)$"), "{area}人民代表大会{rest}"),
    (re.compile(r"(?P<area>.+?)政协(?P<rest>)$"), "政协{area}委员会"),
    (re.compile(r"(?P<area>.+?)党委(?P<rest>.*)$"), "中共{area}委员会{rest}"),
    (re.compile(r"(?P<area>.+?)团委(?P<rest>)$"), "共青团{area}委员会"),
]
_REGION = re.compile("(?<=香港|澳门)特区")
_AREA_ENDS = tuple("省市县区州旗盟镇乡村")
_DEPARTMENT = re.compile(f"(?<!和){alternation(departments())}$")  # 农业农村和科技局 is no 科技局
_BUREAU = re.compile(f"{alternation(word_map('bureaus'))}$")
_BRANCH = re.compile("(?P<bank>[^省市县区]{1,8}?行)(?P<of>.{2,12}?(?:[分支]行|营业部|营业室|办事处))")
_EMBASSY = re.compile("(?<=.)(?<![大外])使馆$")


_NUMBER = "第?[一二三四五六七八九十]{1,3}届"
_SESSION = re.compile(  # a standing body, whatever its term
    rf"^(?P<area>[^，。、]*?){_NUMBER}(?P<body>(?:全国)?(?:人大|人民代表大会)(?:常委会|常务委员会)|(?:全国)?政协(?:常委会)?)$"
)
_TWICE = re.compile("(?<=([市县区州旗盟]))\\1(?=委|政府|人大|政协)")  # 临县县委, 奈曼旗旗委


def expand_department(text: str) -> str:
    """``甘肃省住建厅`` → ``甘肃省住房和城乡建设厅``."""
    match = _DEPARTMENT.search(text)
    return text[: match.start()] + departments()[match[0]] if match else text


def _well_known(text: str) -> str:
    """The full name of a national body, or of a branch of a national bank; empty for any other."""
    if text in organizations():
        return organizations()[text]
    own = text.removeprefix("中国")
    if own != text and own in organizations():
        return organizations()[own]  # 中国商务部, as others call it
    branch = _BRANCH.fullmatch(text)
    return organizations()[branch["bank"]] + branch["of"] if branch and branch["bank"] in organizations() else ""


@cache
def _of_states() -> re.Pattern[str]:
    bodies = alternation(word_list("state_bodies"))
    return re.compile(rf"(?P<initial>[一-鿿]?)(?P<body>(?:{bodies}(?:[一-鿿]{{2,10}}(?:委员会|司令部|代表团))?))$")


def _of_state(text: str, context: Context, at: int) -> str:
    """A body of a state abroad with its country: 俄黑海舰队, 国民议会 in news of one country; empty for others."""
    found = _of_states().match(text)
    if found and not found["initial"]:
        nation = "" if context.home else context.country_of(at)
        return nation + text if nation else ""
    body = found["body"] if found else text[1:]
    if not found and body not in word_list("ministries"):
        return ""
    nation = next((name for name in context.countries if _is_initial(text[0], name)), "") or by_initial(text[0])
    return nation + body if nation and nation != "中国" else ""


def _is_initial(char: str, name: str) -> bool:
    country = find_country(name)
    return country is not None and char in country.initials


def canonical_organization(text: str, context: Context, at: int = 0) -> str:
    """The full official name of the body that the article calls ``text`` at offset ``at``."""
    if known := _well_known(text):
        return known
    if text in word_map("forces"):
        return word_map("forces")[text] if context.own_forces else text
    if of_state := _of_state(text, context, at):
        return of_state
    full = context.full_name(text)
    if full != text:
        return full
    text = _TWICE.sub("", _SESSION.sub(r"\g<area>\g<body>", without_province(text)))
    return _well_known(text) or _of_area(text, context, at)


def _of_area(text: str, context: Context, at: int) -> str:
    """The full name of a body of an area (市委, 县住建局), of an embassy, or of any other as it is."""
    text = _EMBASSY.sub("大使馆", spelled_out(_REGION.sub("特别行政区", text)))
    name = re.sub("^中共(?=.*委)|党组$", "", expand_relative(text, context, at))
    for pattern, shape in _ORGANS:
        match = pattern.match(name)
        if match:
            area = match["area"] if match["area"].endswith(_AREA_ENDS) else context.full_name(match["area"])
            return shape.format(area=area, rest=expand_department(match["rest"]) if match["rest"] else "")
    return expand_department(_BUREAU.sub(lambda short: word_map("bureaus")[short[0]], name))


def canonical_place(text: str, context: Context, at: int = 0) -> str:
    """The full name of the country or area that the article calls ``text``: 北京 → 北京市, 中方 → 中国."""
    text = _REGION.sub("特别行政区", text)
    country = find_country(text)
    if country:
        return context.countries.get(country.name, country.name)
    area = find_area(text, context.code)
    if area:
        return area.name
    text = without_province(text)
    abroad = country_pattern().match(text)
    if abroad and text[-1] in "省州市县区" and abroad.end() < len(text) - 1:
        return text[abroad.end() :]
    return context.fullest_place(text) if text.endswith(("镇", "乡", "街道", "村")) else text
