"""Imports point one way: a stage imports the records and the stages before it, never one after it."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

import kg

ROOT = Path(kg.__file__).parent
ORDER = (
    ("errors",),
    ("i18n",),
    ("model", "tables"),
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
    ("store",),
    ("load",),
    ("query",),
    ("view",),
    ("export",),
    ("workers",),
    ("line",),
    ("measure",),
    ("cli", "__main__"),
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


def test_every_foreign_import_is_a_declared_dependency() -> None:
    """A package that only comes along with another may go missing on a fresh machine."""
    project = tomllib.loads((ROOT.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [each for extra, needs in project["optional-dependencies"].items() if extra != "dev" for each in needs]
    declared = {re.split(r"[^\w.-]", each)[0].lower().replace("-", "_") for each in [*project["dependencies"], *extras]}
    owners = {"yaml": "pyyaml", "pycrfsuite": "python_crfsuite", "jpype": "jpype1"}
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}
    missing = {
        (name, path.name)
        for path, tree in trees.items()
        for name in foreign(tree)
        if owners.get(name, name).lower() not in declared
    }
    assert not missing


def foreign(tree: ast.AST) -> Iterator[str]:
    """Top-level names that a module imports from outside the standard library and kg."""
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        for name in (name.split(".")[0] for name in names):
            if name != "kg" and name not in sys.stdlib_module_names:
                yield name
