"""How many fragments of annotated pages stand in their article: ``python -m training.placement [--list] [PAGE …]``.

A fragment, one line of a raw page, belongs to the annotated article whose text has most of its characters; the articles
that were cut from the page are paired with the annotated ones by the characters they have in common. Each page's share
of fragments and of characters in the right article is shown; ``--list`` shows the others, for pages that may be read.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kg.evaluate import GoldArticle, read_gold
from kg.read.pages import Given, page
from kg.segment.lines import lines
from kg.segment.sort import sort
from training import compact
from training.gold import DATA, SHARED

GRAM = 4  # characters in a row that tell which article a fragment is of
SENTENCE = re.compile("。|[,，].*[,，]")
LEAST = 0.5  # share of them in the article's text


class Fragment(NamedTuple):
    """One line of a page: the annotated article it is of and the cut one it was given to, -1 for none."""

    text: str
    gold: int
    draft: int
    title: bool  # it belongs to a headline


def fragments(path: Path, gold: Sequence[GoldArticle]) -> list[Fragment]:
    """The lines of a page that belong to an annotated article."""
    found = lines(page(path.read_text(encoding="utf-8"), stem=path.stem, source=path.name, given=Given()))
    given = {
        (line.text.raw, title): number
        for number, draft in enumerate(sort(found))
        for title, part in ((True, draft.head), (False, draft.body))
        for line in part
    }
    texts = [(_grams(_plain(article.title)), _grams(_plain(article.text))) for article in gold]
    result = []
    for line in found:
        plain = _plain(line.plain)
        title, body = (_owner(plain, [text[part] for text in texts]) for part in (0, 1))
        if body >= 0 or title >= 0:
            is_title = title >= 0 and not SENTENCE.search(plain)
            draft = given.get((line.text.raw, is_title), -1)
            result.append(Fragment(plain, title if is_title else body, draft, is_title))
    return result


def misplaced(found: Iterable[Fragment]) -> Iterator[tuple[Fragment, int]]:
    """Fragments that stand elsewhere, and the annotated article that theirs is paired with, -1 for none."""
    found = list(found)
    shared: Counter[tuple[int, int]] = Counter()
    for fragment in found:
        if fragment.draft >= 0 and not fragment.title:
            shared[fragment.draft, fragment.gold] += len(fragment.text)
    pairs: dict[int, int] = {}
    for (draft, article), _ in shared.most_common():
        if draft not in pairs and article not in pairs.values():
            pairs[draft] = article
    for fragment in found:
        if pairs.get(fragment.draft, -1) != fragment.gold:
            yield fragment, pairs.get(fragment.draft, -1)


def _plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def _grams(text: str) -> set[str]:
    return {text[i : i + GRAM] for i in range(max(1, len(text) - GRAM + 1))}


def _owner(plain: str, texts: Sequence[set[str]]) -> int:
    grams = _grams(plain)
    best = max(range(len(texts)), key=lambda i: len(grams & texts[i]))
    return best if len(grams & texts[best]) >= LEAST * len(grams) and len(plain) >= GRAM else -1


def known(shared: Path) -> Iterator[tuple[str, Path, list[GoldArticle]]]:
    """The annotated pages: the part they are of, the raw page, and its articles."""
    sources = [("shared", shared / "pages", list(read_gold(shared / "gold" / "page.jsonl").values()))]
    for part in ("develop", "check"):
        folder = DATA / "pages" / part
        sources.append((part, folder, list(compact.articles(*sorted(folder.glob("*.gold.txt"))))))
    for part, folder, articles in sources:
        for path in sorted(folder.iterdir()):
            own = [article for article in articles if article.id.split("#")[0] == path.stem]
            if path.suffix in (".md", ".txt") and own:
                yield part, path, own


def main() -> None:
    """Score as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--list", action="store_true", help="show misplaced fragments of pages named")
    parser.add_argument("pages", nargs="*", help="parts of file names")
    chosen = parser.parse_args()
    totals: dict[str, Counter[str]] = {}
    for part, path, gold in known(chosen.shared):
        if chosen.pages and not any(name in path.name for name in chosen.pages):
            continue
        found = fragments(path, gold)
        wrong = list(misplaced(found))
        sums = totals.setdefault(part, Counter())
        body = [f for f in found if not f.title]
        bad = [f for f, _ in wrong if not f.title]
        sums.update(lines=len(body), bad=len(bad), chars=_size(body), lost=_size(bad))
        sums.update(heads=len(found) - len(body), off=len(wrong) - len(bad))
        print(f"{part:8} {path.stem:26} {_shown(len(bad), len(body), _size(bad), _size(body))}, "
              f"{len(wrong) - len(bad)} of {len(found) - len(body)} lines of headlines")  # fmt: skip
        if chosen.list and chosen.pages:
            for fragment, other in wrong:
                what = "headline " if fragment.title else ""
                print(f"    {what}of #{fragment.gold + 1} in #{other + 1}: {fragment.text[:40]}…{fragment.text[-12:]}")
    for part, sums in totals.items():
        print(f"{part:8} all: {_shown(sums['bad'], sums['lines'], sums['lost'], sums['chars'])}, "
              f"{sums['off']} of {sums['heads']} lines of headlines")  # fmt: skip


def _size(found: Iterable[Fragment]) -> int:
    return sum(len(fragment.text) for fragment in found)


def _shown(bad: int, count: int, lost: int, size: int) -> str:
    return f"{bad} of {count} fragments misplaced, characters right {1 - lost / max(1, size):.4f}"


if __name__ == "__main__":
    main()
