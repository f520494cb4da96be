"""Characters for synthetic pages: those that scanners confuse, and those of names."""

from __future__ import annotations

from kg.tables import lines


def lookalikes() -> dict[str, str]:
    """Of each character, those that scanners take it for."""
    return {row[0]: row[1:4] for row in lines("lookalikes.txt")}


def name_characters() -> tuple[str, str]:
    """Surnames, and characters of given names."""
    single = "".join(lines("surnames.txt"))[:150]
    return single, "一山川远明清平安文海云松柏竹兰梅雪霜雨晴晓春秋冬夏宁静思齐远航志强建国卫东红军丽娟"
