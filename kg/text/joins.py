"""How well one piece of text goes on in another, by which characters follow each other in news."""

from __future__ import annotations

from kg.text.language import count, plain


def seen(gram: str) -> int:
    """How common some characters in a row are: 0 (hardly seen), else the whole binary logarithm of the count."""
    return max(0, int(count(plain(gram))))


def join(left: str, right: str) -> float:
    """How likely ``right`` goes on where ``left`` breaks off, from 0 (no sign of it) upwards; 6 is sure.

    The two characters at the break count most, then the two triples across it. All ends of sentences count as one.
    """
    if not left or not right:
        return 0.0
    left, right = left[-2:], right[:2]
    pair = seen(left[-1] + right[0])
    before = seen(left[-2:] + right[0]) if len(left) > 1 else 0
    after = seen(left[-1] + right[:2]) if len(right) > 1 else 0
    return 0.5 * pair + 0.7 * max(before, after) + 0.3 * min(before, after)
