"""Our annotations of corpus articles without the articles: ``python -m training.pointers GOLD.jsonl --out FILE``.

The corpus is not ours to ship, so ``training/annotations/*.jsonl`` point into it: a surface form is where it first
stands in :attr:`Article.full`, an evidence the span of its clause, and a canonical name is written out only where it is
none of the surface forms. :func:`articles` puts annotations and corpus together again.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from kg.evaluate import GoldArticle, read_gold
from kg.evaluate.gold import Judged
from kg.model import Appearance, EntityType, Record, Span
from training.corpus import articles as told_articles

CORPUS = Path("corpus/xwlb-2022-2025.jsonl.xz")  # in ../shared
ANNOTATIONS = Path(__file__).with_name("annotations")


class EntityAt(Record):
    """An entity by where each of its surface forms first stands."""

    id: str
    type: EntityType
    spans: tuple[Span, ...]
    name: str = ""  # the canonical name, when it is not the first surface form


class RelationAt(Record):
    """A relation, and where the clause stands that states it."""

    s: str
    p: str
    o: str
    at: Span
    optional: bool = False


class Pointers(Record):
    """The annotation of one article of the corpus."""

    id: str
    reporters: tuple[str, ...] = ()
    entities: tuple[EntityAt, ...] = ()
    relations: tuple[RelationAt, ...] = ()


def pointers(gold: GoldArticle) -> Pointers:
    """An annotated article without its text; offsets count in the text that it has.

    Raises:
        ValueError: a surface form or an evidence does not stand in the text; names the article.
    """
    return Pointers(
        id=gold.id,
        reporters=gold.reporters,
        entities=tuple(_entity(gold, appearance) for appearance in gold.appearances),
        relations=tuple(
            RelationAt(s=item.subject, p=item.predicate, o=item.object, at=_find(gold, item.evidence),
                       optional=item.optional)
            for item in gold.statements
        ),
    )  # fmt: skip


def _entity(gold: GoldArticle, appearance: Appearance) -> EntityAt:
    first = appearance.names[0] if appearance.names else ""
    return EntityAt(
        id=appearance.id,
        type=appearance.type,
        spans=tuple(_find(gold, form) for form in appearance.names),
        name="" if appearance.name == first else appearance.name,
    )


def _find(gold: GoldArticle, form: str) -> Span:
    at = gold.full.find(form)
    if at < 0 or not form:
        raise ValueError(f"{gold.id}: not in the text: {form!r}")
    return Span(at, at + len(form))


def articles(*paths: Path, corpus: Path) -> Iterator[GoldArticle]:
    """The annotated articles of these files, with their texts from the corpus."""
    wanted = {
        found.id: found
        for path in paths
        for found in map(msgspec.json.Decoder(Pointers).decode, path.read_bytes().splitlines())
    }
    for article in _corpus(corpus, wanted):
        found = wanted[article.id]
        yield msgspec.structs.replace(
            article,
            reporters=found.reporters,
            appearances=tuple(_appearance(article.full, entity) for entity in found.entities),
            statements=tuple(_statement(article.full, relation) for relation in found.relations),
        )


def _corpus(path: Path, wanted: Iterable[str]) -> Iterator[GoldArticle]:
    known = set(wanted)
    for told in told_articles(path):
        if told.id in known:
            yield GoldArticle(id=told.id, title=told.title, text=told.text, date=told.date)


def _appearance(full: str, entity: EntityAt) -> Appearance:
    names = tuple(full[span.start : span.end] for span in entity.spans)
    return Appearance(id=entity.id, type=entity.type, name=entity.name or names[0], names=names)


def _statement(full: str, relation: RelationAt) -> Judged:
    return Judged(
        subject=relation.s,
        predicate=relation.p,
        object=relation.o,
        evidence=full[relation.at.start : relation.at.end],
        optional=relation.optional,
    )


def main() -> None:
    """Turn gold into pointers as the command line says; its texts may differ from the corpus in white space."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--corpus", type=Path, default=Path("../shared") / CORPUS)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    gold = read_gold(options.gold)
    whole = {article.id: article for article in _corpus(options.corpus, gold)}
    found = [msgspec.structs.replace(each, title=whole[key].title, text=whole[key].text) for key, each in gold.items()]
    options.out.write_bytes(b"".join(msgspec.json.encode(pointers(article)) + b"\n" for article in found))


if __name__ == "__main__":
    main()
