"""Frames to statements: what an article says, by the rows of the ontology.

Nothing here knows which annotator made the mentions and frames.
"""

from __future__ import annotations

from kg.extract.cast import Cast
from kg.extract.gatherings import Gatherings
from kg.extract.roles import Roles
from kg.extract.statements import Statements
from kg.model import Annotation, Article, ArticleGraph
from kg.ontology import Ontology


def extract(article: Article, annotation: Annotation, ontology: Ontology) -> ArticleGraph:
    """The appearances and statements of one article.

    Persons appear whether or not something is stated of them, all else only when it takes part in a statement.
    """
    gatherings = Gatherings(article, annotation.mentions, annotation.frames)
    cast = Cast(article, annotation.mentions, gatherings)
    roles = Roles(article, cast, gatherings, annotation.frames)
    statements = Statements(article, ontology, roles)
    for frame in annotation.frames:
        statements.add(frame)
    found = statements.all()
    used = {end for statement in found for end in (statement.subject, statement.object) if isinstance(end, tuple)}
    appearances, ids = cast.appearances(used)
    fields = {name: getattr(article, name) for name in Article.__struct_fields__}
    return ArticleGraph(**fields, appearances=appearances, statements=tuple(s.record(ids) for s in found))


__all__ = ["extract"]
