"""One module knows which annotators there are; everything else speaks to the protocol."""

from __future__ import annotations

import ast
from importlib.util import find_spec
from pathlib import Path

import pytest

import kg
from kg.annotate.choose import available, choose
from kg.annotate.options import AnnotatorOptions, HanlpOptions, LlmOptions
from kg.cli import run
from kg.errors import AnnotatorError, MissingExtra, MissingModel, SettingsError

ROOT = Path(kg.__file__).parent
KINDS = ("builtin", "hanlp", "llm")
OTHERS = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "annotate" / "choose.py")


def imported(path: Path) -> set[str]:
    """Modules that a file imports, and names that it imports from them."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.update({node.module, *(f"{node.module}.{alias.name}" for alias in node.names)})
    return found


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_else_knows_which_annotator_it_is(path: Path) -> None:
    inside = path.relative_to(ROOT).parts[:2]
    for kind in KINDS:
        if inside != ("annotate", kind):
            package = f"kg.annotate.{kind}"
            assert not [name for name in imported(path) if name == package or name.startswith(package + ".")]


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_else_asks_what_an_annotator_is_called(path: Path) -> None:
    if path.relative_to(ROOT).parts[0] == "annotate":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare):
            words = {one.value for one in [node.left, *node.comparators] if isinstance(one, ast.Constant)}
            assert not words & {"hanlp", "llm"}, f"{path.name}:{node.lineno}"


def test_an_unknown_name_is_told_with_the_known_ones() -> None:
    with pytest.raises(AnnotatorError, match=r"no annotator spacy.*builtin, hanlp, llm, auto"):
        choose("spacy", AnnotatorOptions())


@pytest.mark.parametrize("spec", ["", "builtin+", "builtin+builtin"])
def test_a_name_that_is_none(spec: str) -> None:
    with pytest.raises(AnnotatorError):
        choose(spec, AnnotatorOptions())


def test_auto_is_builtin_where_nothing_else_can_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.annotate.choose.find_spec", lambda name: None)
    chosen = choose("auto", AnnotatorOptions(hanlp=HanlpOptions(model="nowhere")))
    assert chosen.name == choose("builtin", AnnotatorOptions()).name


def test_builtin_takes_a_tagger_of_ones_own(tmp_path: Path) -> None:
    with pytest.raises(MissingModel, match=r"mine\.crfsuite"):
        choose("builtin", AnnotatorOptions(tagger=str(tmp_path / "mine.crfsuite")))


@pytest.mark.skipif(find_spec("hanlp") is not None, reason="HanLP is installed")
def test_a_missing_extra_says_what_to_install() -> None:
    with pytest.raises(MissingExtra, match=r"pip install 'kg\[hanlp\]'"):
        choose("builtin+hanlp", AnnotatorOptions())


def test_a_language_model_needs_a_name() -> None:
    with pytest.raises(SettingsError, match="--llm-model"):
        choose("llm", AnnotatorOptions())


def test_a_union_joins_names(tmp_path: Path) -> None:
    llm = LlmOptions(url="http://127.0.0.1:9/v1", model="tiny", cache=tmp_path)
    name = choose("builtin+llm", AnnotatorOptions(llm=llm)).name
    assert name.startswith(choose("builtin", AnnotatorOptions()).name + "+llm/tiny/")


def test_a_model_of_hanlp_is_none_of_builtins(tmp_path: Path) -> None:
    chosen = choose("builtin", AnnotatorOptions(hanlp=HanlpOptions(model=str(tmp_path))))
    assert chosen.name == choose("builtin", AnnotatorOptions()).name


def test_what_is_available_says_what_to_do() -> None:
    table = {one.name: one for one in available(AnnotatorOptions())}
    assert list(table) == list(KINDS)
    assert table["builtin"].usable
    assert not table["llm"].usable and "--llm-model" in table["llm"].do
    assert all(one.usable or one.do for one in table.values())


def test_the_command_prints_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["annotators", "--llm-url", "http://localhost:1/v1", "--llm-model", "qwen3"]) == 0
    printed = capsys.readouterr().out
    assert "qwen3" in printed and "builtin" in printed and "hanlp" in printed
