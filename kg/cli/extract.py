"""``kg extract``: pages to JSONL."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click
import msgspec

from kg.cli.common import Trouble, annotator_options, input_options, settings
from kg.cli.progress import Watch
from kg.i18n import _
from kg.line import extract


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--out", "-o", default="-", metavar="FILE", help=_("JSONL to write, - for standard output."))
@input_options
@annotator_options
def command(paths: tuple[str, ...], out: str, **flags: object) -> None:
    """Write what the articles of PATHS state, one article a line.

    PATHS are files of Markdown, text, HTML or JSONL, directories of these, or - for standard input. Each line has the
    article with its entities and relations, each relation with its evidence, place in the text and confidence.

    \b
    Example:
      kg extract examples/pages --out out/found.jsonl
      cat page.md | kg extract - --date 2023-10-24 --place 西宁市
    """
    trouble = Trouble()
    with Watch() as watch, _opened(out) as file:
        for graph in watch.passing(extract(paths, settings(**flags), on_error=trouble, note=watch.note)):
            file.write(msgspec.json.encode(graph) + b"\n")
    click.echo(_summary(watch), err=True)
    trouble.finish()


@contextmanager
def _opened(out: str) -> Iterator[BinaryIO]:
    if out == "-":
        yield sys.stdout.buffer
        sys.stdout.flush()
        return
    path = Path(out)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("wb") as file:
            yield file
    except OSError as error:
        error.filename = error.filename or out  # a failed write does not say where
        raise


def _summary(watch: Watch) -> str:
    return _("{articles} articles, {statements} statements, {speed:,.0f} characters a second").format(
        articles=watch.articles,
        statements=watch.statements,
        speed=watch.characters / watch.seconds,
    )
