"""How likely characters are a name put into Chinese by its sound (纳伦德拉)."""

from __future__ import annotations

from functools import lru_cache

from kg.grammar.lexicon import DOTS, name_characters, name_words, not_names, word_list


@lru_cache(maxsize=1 << 14)
def foreign_score(name: str) -> float:
    """Log odds that a name is a transliteration."""
    odds, name = name_characters()[1], name.replace("阿不", "阿卜")
    scores = [
        odds.get(char, 0.0) - (3.0 if char in name_words().glued and odds.get(char, 0.0) < -0.5 else 0.0)
        for char in name
    ]
    mean = sum(scores) / len(scores)
    weak = sum(score < -1.2 for score in scores)
    if weak > len(name) // 4 or min(scores) < -3.5 or (mean < 1.0 and name[:2] in not_names()):
        return -5.0
    return 1.2 * mean + 0.25 * len(name) - 1.5


def is_foreign(name: str) -> bool:
    """Whether a name is a transliteration by its dots or its characters."""
    if any(dot in name for dot in DOTS) or len(name) > 4:
        return True
    return foreign_score(name) > 0.5 and name[0] not in word_list("families")
