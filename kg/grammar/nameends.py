"""What stands behind a personal name, and how strongly it speaks for the name's end there."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from kg.grammar.clauses import choices
from kg.grammar.lexicon import DOTS, HAN, alternation, followers, kind_of_rank, name_characters, name_words

_ENDS_IN_WEI = re.compile("为(?:说[，：:“]|介绍说|告诉|认为|指出|强调|坦言|感慨|回忆)")  # 张可为说
_LINKS = tuple("和与同对向及跟")
_ASPECTS = tuple("着了过")
_WITH_OTHERS = re.compile("同(?:学|志|事|伴|行|胞)|(?:夫人|夫妇|家人|老师|妻子|丈夫)")  # behind 和
_NAMED_AFTER = re.compile(choices("named_after"))


class _Patterns(NamedTuple):
    after: re.Pattern[str]
    verbs: re.Pattern[str]
    ends: re.Pattern[str]  # 会见某某时表示, 免去某某第十届委员


@cache
def _patterns() -> _Patterns:
    ranks = [word for word in kind_of_rank() if len(word) > 1]
    words = [w for w in name_words().after if len(w) > 1]
    return _Patterns(
        after=re.compile(alternation([*words, *name_words().address, *ranks])),
        verbs=re.compile(alternation(words)),
        ends=re.compile(rf"时(?=[^{HAN}]|$|{alternation(words)})|第[一二三四五六七八九十]"),
    )


def is_word_behind(text: str, at: int) -> bool:
    """Whether a word that stands behind names begins at ``at``: a verb, a word of address, an office."""
    return bool(_patterns().after.match(text, at))


@lru_cache(maxsize=1 << 12)
def end_score(text: str, at: int) -> float:
    """How strongly what stands at ``at`` speaks for the end of a name there; log odds."""
    if at >= len(text) or not is_han(text[at]):
        return 0.0 if text[at : at + 1] and text[at] in DOTS + "-" else 3.0
    if is_word_behind(text, at):
        return 3.0
    if text[at] in name_words().glued:
        return _glued_score(text, at)
    if _patterns().ends.match(text, at):
        return 2.3
    if text[at : at + 2] in followers():
        return 1.6
    aspect = text[at + 1 : at + 2] in _ASPECTS  # 握着, 拿了
    return (2.3 if aspect else 0.4) if text[at] in name_words().verbs else -1.5


def _glued_score(text: str, at: int) -> float:
    """The score of an end before a character that mostly follows names."""
    if sounds_on(text, at) and name_characters()[1].get(text[at - 1], 0.0) > 0.7:
        return 0.3
    if _WITH_OTHERS.match(text, at + 1) and text[at] in _LINKS:
        return 2.3
    if text[at] not in _LINKS:
        return -1.5 if _ENDS_IN_WEI.match(text, at) else 2.3
    following = text[at + 1 : at + 2]
    if text[at + 2 : at + 3] in _ASPECTS and following in name_words().verbs:
        return -1.5  # a verb, no name that it could link: 孟和握着…
    if following and not is_han(following) and not following.isalnum() and following not in "“《":
        return -1.5  # nothing follows that it could link
    verb = _patterns().verbs.match(text, at + 1)
    linked = text[at + 1 : at + 2] in _LINKS or (verb and verb[0] not in kind_of_rank())  # 某某及委员共27人
    return 0.5 if linked else 2.3


def sounds_on(text: str, at: int) -> bool:
    """Whether a character that mostly follows names is part of a transliteration: 施泰因迈尔, 因凡蒂诺."""
    odds, char, following = name_characters()[1], text[at : at + 1], text[at + 2 : at + 3]
    if char not in name_words().glued or odds.get(char, 0.0) <= 0.5:
        return False
    said = is_word_behind(text, at + 2)
    least = -0.6 if said and text[at + 1] not in name_words().glued else 0.7  # 赖因施表示
    goes_on = said or not is_han(following or " ") or odds.get(following, 0.0) > 0.7
    return goes_on and odds.get(text[at + 1 : at + 2], 0.0) > least


def boundary(text: str, position: int) -> int:
    """Length of the word at ``position`` that shows that a name has ended there; 0 when none does."""
    match = _patterns().after.match(text, position)
    if match:
        return match.end() - position
    return 1 if end_score(text, position) > 2 else 0


def names_a_body(text: str, end: int) -> bool:
    """Whether what is called after a person stands behind the name that ends at ``end`` (罗伯特·科赫研究所)."""
    return bool(_NAMED_AFTER.match(text, end))


def is_han(char: str) -> bool:
    """Whether a character is a Chinese one."""
    return "一" <= char <= "鿿"
