"""``kg explain``: why each relation was extracted."""

from __future__ import annotations

from collections.abc import Iterator

import click

from kg.cli.common import Trouble, annotator_options, input_options, printable, settings
from kg.explain import Explanation
from kg.i18n import _
from kg.line import explain
from kg.ontology import FrameRule


@click.command()
@click.argument("file")
@click.option("--relation", metavar="NAME", help=_("Only this relation, such as SIGNED_WITH."))
@input_options
@annotator_options
def command(file: str, relation: str | None, **flags: object) -> None:
    """Show for each relation of FILE the sentence, the frame, the ontology's row and the rule that made it.

    \b
    Example:
      kg explain examples/pages/jingmen-2023-11-14.md --relation SIGNED_WITH
    """
    trouble = Trouble()
    for item in explain([file], settings(**flags), on_error=trouble):
        if relation in {None, item.statement.predicate}:
            click.echo(printable("\n".join(_lines(item))) + "\n")
    trouble.finish()


def _lines(item: Explanation) -> Iterator[str]:
    statement = item.statement
    marks = [f"{statement.confidence:.2f}", *(["planned"] if statement.planned else ())]
    if statement.status != "current":
        marks.append(statement.status)
    yield f"{item.subject}  {statement.predicate}  {item.object}  ({', '.join(marks)})"
    yield f"  article   {item.article}"
    yield f"  sentence  {item.sentence}"
    yield f"  evidence  {statement.evidence}  [{statement.start}:{statement.end}]"
    if item.frame:
        roles = "  ".join(f"{role}={text}" for role, text in item.arguments)
        yield f"  frame     {item.frame.predicate}  {roles}  ({item.frame.rule})"
    if item.row:
        yield f"  ontology  {statement.predicate}: {_row(item.row)}"
    if statement.rule:
        yield f"  rule      {statement.rule}"


def _row(row: FrameRule) -> str:
    first, second = row.roles
    ends = f"between: [{first}, {second}]" if row.between else f"from: {first}, to: {second}"
    return f"{{verbs: [{', '.join(row.verbs)}], {ends}}}"
