"""Why a relation was extracted: its sentence, its frame, the ontology's row and the rule or model behind it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Annotation, ArticleGraph, Frame, Record, Statement
from kg.ontology import FrameRule, Ontology


class Explanation(Record):
    """One relation with all that made it."""

    article: str
    statement: Statement
    subject: str  # names
    object: str
    sentence: str
    frame: Frame | None  # None when no frame of the annotation states it
    arguments: tuple[tuple[str, str], ...]  # role and text of each argument of the frame
    row: FrameRule | None  # of the ontology


def explanations(graph: ArticleGraph, annotation: Annotation, ontology: Ontology) -> Iterator[Explanation]:
    """Explain each relation of one article, in the order of its text."""
    names = {entity.id: entity.name for entity in graph.appearances}
    for statement in sorted(graph.statements, key=lambda item: (item.start, item.end)):
        frame = _frame(statement, annotation)
        yield Explanation(
            article=graph.id,
            statement=statement,
            subject=names.get(statement.subject, statement.subject),
            object=names.get(statement.object, statement.object),
            sentence=_sentence(graph, annotation, statement),
            frame=frame,
            arguments=tuple(_arguments(graph, frame)) if frame else (),
            row=_row(statement, frame, ontology) if frame else None,
        )


def _frame(statement: Statement, annotation: Annotation) -> Frame | None:
    """The frame that a statement's ``f3`` names: the third of those that are not negated."""
    stating = [frame for frame in annotation.frames if not frame.negated]
    number = statement.frame.removeprefix("f")
    if number.isdecimal() and 0 < int(number) <= len(stating):
        return stating[int(number) - 1]
    return None


def _sentence(graph: ArticleGraph, annotation: Annotation, statement: Statement) -> str:
    for start, end in annotation.sentences:
        if start <= statement.start < end:
            return graph.full[start : max(end, statement.end)].strip()
    return statement.evidence


def _arguments(graph: ArticleGraph, frame: Frame) -> Iterator[tuple[str, str]]:
    for argument in frame.arguments:
        written = graph.full[argument.start : argument.end]
        implied = f"({argument.name})" if argument.name and argument.name != written else ""
        yield argument.role, written + implied


def _row(statement: Statement, frame: Frame, ontology: Ontology) -> FrameRule | None:
    roles = {argument.role for argument in frame.arguments}
    rows = [row for name, row in ontology.rules().get(frame.predicate, ()) if name == statement.predicate]
    return next((row for row in rows if roles.issuperset(row.roles)), rows[0] if rows else None)
