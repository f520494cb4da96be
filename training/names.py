"""Make what names are read by: python -m training.names CORPUS.jsonl[.xz] kg/data.

Writes namechars.tsv, followers.txt, notnames.txt and commonwords.txt from the words of the dictionary of jieba and from
the names that the grammar finds in the corpus; the lists that are there already help to find them, so a second run
settles them.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import jieba  # type: ignore[import-untyped]

from kg.grammar.chains import ChainReader
from kg.grammar.lexicon import DOTS, public_persons, surnames
from kg.grammar.titles import find_heads
from kg.grammar.transliterated import foreign_score
from training.corpus import articles

MINORITY = Path(__file__).with_name("minority.txt")  # parts of Mongolian, Tibetan, Uyghur, Kazakh and Yi names
MINORITY_WEIGHT = 14  # the dictionary has few of them
VERBS = {"v", "vd", "vn", "vi", "vq", "d", "ad", "z"}
PARTICLES = {"p", "c", "t", "f", "r"}
NAMES = {"nr", "nrt", "nrfg", "ns", "nt", "nz"}
LEAST_WORD = 20  # times that a word was counted before a name of its characters needs an office to be believed
LEAST_PAIR = 25  # times that a pair stands in the corpus before it counts as a word
BOUND = 40  # tenths


class Word(NamedTuple):
    """A word of the dictionary with how often it was counted and its part of speech."""

    text: str
    times: int
    tag: str


def words() -> list[Word]:
    """The dictionary of jieba."""
    lines = (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    return [Word(text, int(count), tag) for text, count, tag in (line.split() for line in lines)]


def found_names(texts: Iterable[str]) -> Counter[str]:
    """Names that adjoin an office, with how often they do."""
    names: Counter[str] = Counter()
    for text in texts:
        for chain in ChainReader(text, find_heads(text), {}).read():
            names.update(text[span.start : span.end] for span in chain.holders)
    return names


def given_characters(dictionary: Iterable[Word], names: Counter[str]) -> Counter[str]:
    """Characters of Chinese given names."""
    single, counts = surnames()[0], Counter[str]()
    full = [w.text for w in dictionary if w.tag == "nr"] + [n for n, k in names.items() if k > 1]
    for name in full:
        if len(name) == 3 and name[0] in single:
            counts.update(name[1:])
    return counts


def foreign_characters(dictionary: Iterable[Word], names: Counter[str]) -> Counter[str]:
    """Characters of transliterated names and of those of minorities."""
    counts: Counter[str] = Counter()
    for name in [w.text for w in dictionary if w.tag == "nrt"] + [n for n in names if set(DOTS) & set(n)]:
        counts.update(char for char in name if char not in DOTS)
    for part in MINORITY.read_text(encoding="utf-8").split():
        counts.update(dict.fromkeys(part, MINORITY_WEIGHT))
    return counts


def character_odds(running: Counter[str], given: Counter[str], foreign: Counter[str]) -> Iterator[str]:
    """Lines of namechars.tsv: log odds in tenths against running text."""
    total = running.total() + 20 * 4000
    for char in sorted({*given, *foreign, *(c for c, k in running.items() if k >= 30)}):
        base = (running[char] + 20) / total
        odds = (
            math.log((given[char] + 1) / (given.total() + 4000) / base),
            math.log((foreign[char] + 0.3) / (foreign.total() + 1200) / base),
        )
        yield "\t".join([char, *(str(max(-BOUND, min(30, round(10 * value)))) for value in odds)])


def follower_words(dictionary: Iterable[Word]) -> list[str]:
    """Verbs, adverbs and particles of two characters."""
    kept = (
        w.text
        for w in dictionary
        if len(w.text) == 2 and ((w.tag in VERBS and w.times >= 3) or (w.tag in PARTICLES and w.times >= 20))
    )
    return sorted(set(kept))


def pairs_no_name(texts: Iterable[str], names: Counter[str]) -> list[str]:
    """Frequent pairs that begin with a surname and begin no name, the commonest first."""
    single, pairs = surnames()[0], Counter[str]()
    for text in texts:
        pairs.update(text[at : at + 2] for at in range(len(text) - 1) if text[at] in single and _han(text[at + 1]))
    starts = {name[:2] for name, count in names.items() if count > 1}
    return [pair for pair, count in pairs.most_common(6000) if count >= LEAST_PAIR and pair not in starts]


def words_like_names(dictionary: Iterable[Word]) -> list[str]:
    """Common words of two to five characters that have the shape of a name (热烈, 能源)."""
    single, known = surnames()[0], frozenset[str]().union(*public_persons())
    common = (w.text for w in dictionary if 2 <= len(w.text) <= 5 and w.tag not in NAMES and w.times >= LEAST_WORD)
    return sorted(w for w in common if ((len(w) < 4 and w[0] in single) or foreign_score(w) > 0) and w not in known)


def _han(char: str) -> bool:
    return "一" <= char <= "鿿"


def write(path: Path, comment: str, lines: Iterable[str]) -> None:
    """A data file with its comment."""
    path.write_text("\n".join([f"# {comment}", *lines]) + "\n", encoding="utf-8")


def rows(found: list[str], width: int) -> list[str]:
    """Words as lines of ``width`` words."""
    return [" ".join(found[at : at + width]) for at in range(0, len(found), width)]


def main(corpus: Path, out: Path) -> None:
    """Make the four files."""
    texts, dictionary = [f"{article.title}\n{article.text}" for article in articles(corpus)], words()
    names = found_names(texts)
    running = Counter(char for text in texts for char in text if _han(char))
    odds = character_odds(running, given_characters(dictionary, names), foreign_characters(dictionary, names))
    write(
        out / "namechars.tsv",
        "character, log odds (in tenths) that it stands in a Chinese given name, in a transliterated name, "
        "against running text",
        odds,
    )
    write(
        out / "followers.txt",
        "Common words of two characters, verbs and adverbs above all: where one begins, a name may have ended.",
        rows(follower_words(dictionary), 60),
    )
    write(
        out / "notnames.txt",
        "Two characters that begin like a name but seldom do: counted in news text, names taken out.",
        rows(pairs_no_name(texts, names), 40),
    )
    write(
        out / "commonwords.txt",
        "Common words of the shape of a name: none of them is a name without an office that says so.",
        rows(words_like_names(dictionary), 40),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
