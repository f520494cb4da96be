"""What tells against the tagger's word that something is a person."""

from __future__ import annotations

from kg.grammar.lexicon import followers, kind_of_rank, word_list
from kg.grammar.nameends import is_han
from kg.grammar.nameitems import is_firm, is_word
from kg.grammar.personnames import LIST, read_name
from kg.model import Mention

_LINKS = "和与同及跟对"


def may_be_person(text: str, hint: Mention) -> bool:
    """Whether a mention may be a person's name as far as its characters and what stands before it tell."""
    name, linked = hint.text, hint.start > 0 and is_han(text[hint.start - 1])
    if name[1:] in kind_of_rank() or (linked and name[0] in _LINKS):
        return False  # 习主席; (某国)和阿盟
    if is_word(name) or name in followers():
        rank = _rank_before(text, hint.start)
        if not rank or rank in word_list("heads_of_state"):
            return False  # (总书记)明确
    return _agreed(text, hint) and not is_firm(text, name)


def _rank_before(text: str, at: int) -> str:
    """The rank that ends at an offset, the longest first; empty when none does."""
    ends = (text[max(0, at - size) : at] for size in (4, 3, 2))
    return next((end for end in ends if end in kind_of_rank()), "")


def _agreed(text: str, hint: Mention) -> bool:
    """Whether the shape of names lets a name end where the tagger ends it, which cuts rare ones short."""
    reading = read_name(text, hint.start, need=LIST)
    return reading is None or reading.end == hint.end
