"""The command line as a whole: what it imports, and what it says when something is wrong."""

import errno
import subprocess
import sys

import click
import pytest

import kg.cli
from kg.cli import run
from kg.cli.common import Trouble, printable
from kg.errors import StoreNotFound, UnreadableFile


def raising(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Make a command that raises this error take the place of all others."""

    @click.command()
    def command() -> None:
        raise error

    monkeypatch.setattr(kg.cli.cli, "get_command", lambda ctx, name: command)


def test_help_imports_little() -> None:
    program = "import sys, kg.cli; kg.cli.run(['--help']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    modules = set(done.stdout.splitlines()[-1].split())
    assert "Commands:" in done.stdout
    assert not modules & {"neo4j", "networkx", "rich", "yaml", "pycrfsuite", "trafilatura", "kg.line", "kg.store"}


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.split() == ["kg", kg.__version__]


def test_wrong_usage_gives_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["nonsense"]) == 2
    assert run(["evaluate"]) == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (StoreNotFound("no store there", where="out/x", do="make one"), "kg: out/x: no store there — make one"),
        (OSError(errno.ENOSPC, "No space left on device", "out/f"), "out/f: No space left on device — make room"),
        (PermissionError(errno.EACCES, "Permission denied", "secret"), "secret: Permission denied"),
        (MemoryError(), "not enough memory"),
        (ZeroDivisionError("by zero"), "this should not happen"),
    ],
)
def test_an_error_is_one_clear_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: BaseException, says: str
) -> None:
    raising(monkeypatch, error)
    assert run(["info"]) == 1
    told = capsys.readouterr().err
    assert says in told
    assert len(told.splitlines()) == 1


def test_debug_shows_the_stack(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    raising(monkeypatch, StoreNotFound("no store there"))
    assert run(["--debug", "info"]) == 1
    assert "Traceback" in capsys.readouterr().err


def test_ctrl_c_is_told_and_has_its_status(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    raising(monkeypatch, KeyboardInterrupt())
    assert run(["info"]) == 130
    assert "interrupted" in capsys.readouterr().err


def test_a_closed_pipe_is_quiet() -> None:
    program = "import sys, kg.cli; sys.exit(kg.cli.run(['evaluate', '--help'] ))"
    done = subprocess.run(f"{sys.executable} -c \"{program}\" | true", shell=True, capture_output=True, text=True)
    assert done.stderr == ""


def test_what_is_set_aside_gives_status_1(capsys: pytest.CaptureFixture[str]) -> None:
    trouble = Trouble()
    with click.Context(click.Command("x")):
        trouble.finish()
        trouble(UnreadableFile("binary", where="a.md"))
        with pytest.raises(click.exceptions.Exit) as caught:
            trouble.finish()
    assert caught.value.exit_code == 1
    assert capsys.readouterr().err.splitlines()[0] == "kg: a.md: binary"


def test_text_of_strangers_gives_the_terminal_no_orders() -> None:
    assert printable("丁一凡\x1b[31m红\u202e\r\n次行\t") == "丁一凡\ufffd[31m红\ufffd\ufffd\n次行\t"
