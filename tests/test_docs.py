"""What the documents promise is there: every command is documented, has help and an example that parses."""

import re
import shlex
from functools import lru_cache
from pathlib import Path

import click
import pytest

from kg.cli import cli
from kg.cli.commands import COMMANDS
from kg.settings import Settings

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh.md")


@lru_cache
def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def command(name: str) -> click.Command:
    found = cli.get_command(click.Context(cli), name)
    assert found is not None
    return found


def lines_of(block: str) -> list[str]:
    """Commands of a shell block, continued lines joined, comments dropped."""
    joined = block.replace("\\\n", " ")
    return [line.split("  #")[0].strip() for line in joined.splitlines() if "kg " in line]


def examples(name: str) -> list[list[str]]:
    """Arguments of each `kg` call in the example of a command's help."""
    _before, found, after = (command(name).help or "").partition("Example:")
    assert found, f"kg {name} --help has no example"
    calls = [part for line in lines_of(after) for part in line.split("|")]
    return [shlex.split(call)[1:] for call in calls if call.strip().startswith("kg ")]


def check_parses(arguments: list[str]) -> None:
    """Fail unless the options and arguments of a call are ones that its command takes."""
    name, *rest = arguments
    command(name).make_context(name, rest, resilient_parsing=False)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_help_for_itself_and_each_option(name: str) -> None:
    found = command(name)
    assert found.help
    without = [option.name for option in found.params if isinstance(option, click.Option) and not option.help]
    assert not without


@pytest.mark.parametrize("name", COMMANDS)
def test_the_example_of_a_command_parses(name: str) -> None:
    calls = examples(name)
    assert any(call[0] == name for call in calls)
    for call in calls:
        check_parses(call)


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_readme_documents_each_command_with_an_example(readme: str, name: str) -> None:
    section = re.search(rf"^### kg {name}$(.*?)(?=^##)", text(readme), re.MULTILINE | re.DOTALL)
    assert section, f"{readme} has no section on kg {name}"
    assert re.search(rf"^kg {name}\b", section[1], re.MULTILINE)


@pytest.mark.parametrize("readme", READMES)
def test_every_call_in_a_readme_parses(readme: str) -> None:
    blocks = re.findall(r"```sh\n(.*?)```", text(readme), re.DOTALL)
    calls = [line for block in blocks for line in lines_of(block) if line.startswith("kg ")]
    assert len(calls) >= len(COMMANDS)
    for call in calls:
        check_parses(shlex.split(call)[1:])


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("setting", Settings.__struct_fields__)
def test_a_readme_has_each_setting(readme: str, setting: str) -> None:
    assert f"`KG_{setting.upper()}`" in text(readme)


def test_every_command_has_a_module_of_its_own() -> None:
    for name in COMMANDS:
        assert (ROOT / "kg" / "cli" / f"{name}.py").is_file()


@pytest.mark.parametrize("document", [*READMES, "CONTRIBUTING.md"])
def test_links_lead_to_files(document: str) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", text(document))
    missing = [target for target in targets if "://" not in target and not (ROOT / target).exists()]
    assert not missing


def test_targets_of_make_that_documents_name_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))
    named = {word for name in (*READMES, "CONTRIBUTING.md") for word in re.findall(r"(?:`|^)make ([a-z-]+)", text(name), re.MULTILINE)}
    assert named <= targets


@pytest.mark.parametrize("readme", READMES)
def test_the_figures_of_a_readme_are_those_of_the_report(readme: str) -> None:
    block = re.search(r"<!-- figures -->\n(.*?)<!-- end of figures -->", text(readme), re.DOTALL)
    assert block
    section = text("docs/quality.md").partition("\n## Overview\n")[2].partition("\n## ")[0]
    table = [line for line in section.splitlines() if line.startswith("|")]
    assert [line for line in block[1].splitlines() if line] == table
