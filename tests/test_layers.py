"""Imports point one way: a stage imports the records and the stages before it, never one after it."""

import ast
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

import kg

ROOT = Path(kg.__file__).parent
ORDER = (
    ("errors",),
    ("i18n",),
    ("model",),
    ("ontology", "settings"),
    ("text",),
    ("read",),
    ("segment",),
    ("grammar",),
    ("annotate",),
    ("extract",),
    ("graphs",),
    ("evaluate", "explain"),
    ("resolve",),
    ("memory",),
    ("store",),
    ("load",),
    ("query",),
    ("view",),
    ("export",),
    ("workers",),
    ("line",),
    ("measure",),
    ("cli",),
)
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}
FILES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")


def stage(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").parts[0]


def imported(tree: ast.AST) -> Iterator[str]:
    """Stages that a module imports, within functions too."""
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        yield from (name.split(".")[1] for name in names if name.startswith("kg.") and name.split(".")[1] in RANK)


def test_every_module_has_its_place() -> None:
    assert {stage(path) for path in FILES} <= set(RANK)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    late = {name for name in imported(tree) if RANK[name] > RANK[stage(path)]}
    assert not late, f"{path.relative_to(ROOT)} imports {late}, which come after it"


def test_no_relative_imports() -> None:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in FILES)
    nodes = chain.from_iterable(ast.walk(tree) for tree in trees)
    assert not [node for node in nodes if isinstance(node, ast.ImportFrom) and node.level]
