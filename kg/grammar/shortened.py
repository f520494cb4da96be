"""Short names of bodies: which full name a short one may stand for."""

from __future__ import annotations


def shortens(short: str, full: str, slips: int = 0) -> bool:
    """Whether the characters of ``short`` stand in ``full`` in order, the first two of them side by side.

    ``slips`` characters may be missing, as misread ones are.
    """
    at = full.find(short[:2])
    if at < 0 or len(short) < 3:
        return False
    at += 1
    for char in short[2:]:
        found = full.find(char, at + 1)
        if found < 0:
            slips -= 1
            if slips < 0:
                return False
        else:
            at = found
    return True
