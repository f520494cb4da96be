"""``kg shell``: piped, at a prompt, and what it proposes."""

import io
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from kg.cli import run
from kg.cli.prompt import Words
from kg.cli.shell import inputs, is_complete
from kg.store.base import Store


@pytest.fixture
def piped(
    embedded_chronicle: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    monkeypatch.chdir(tmp_path)

    def shell(text: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        status = run(["shell", "--store", embedded_chronicle.address])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return shell


def test_queries_and_cypher_from_a_pipe(piped) -> None:
    status, out, err = piped(
        ":set format=csv\noffices 林致远\nMATCH (p:Person)\nWHERE p.name STARTS WITH '周'\nRETURN p.name AS 姓名;\n"
        ":run meetings who=周明哲\n"
    )
    assert status == 0 and err == ""
    assert "青禾市市长" in out and "姓名\n周明哲\n" in out and "赵一帆" in out


def test_a_mistake_is_told_and_the_rest_goes_on(piped) -> None:
    status, out, err = piped(
        "offices 林志远\n:nothing\n:run\n:graph x.html\n:set rows=none\nCREATE (n);\n:run offices 'x\nevents\n:quit\nno"
    )
    assert status == 1 and "第三届青禾论坛" in out
    for message in ("did you mean 林致远", "no command :nothing", "which query", "nothing to draw", "cannot be set"):
        assert message in err
    assert "does more than read" in err or "starts with" in err
    assert "quotation mark" in err


def test_settings_and_pictures(piped, tmp_path: Path) -> None:
    status, out, err = piped(
        ":set rows=2 format=json\nUNWIND range(1, 5) AS x RETURN x;\n:set ids=yes format=table\nholders 青禾市市长\n"
        ":graph out.html\n:help\n:list holders\n"
    )
    assert status == 0 and '"x": 2' in out and '"x": 3' not in out
    assert "person_id" in out and (tmp_path / "out.html").is_file() and "entities" in err
    assert ":quit" in out and "某职务先后由谁担任" in out


def test_lines_become_inputs() -> None:
    lines = [":help", "MATCH (n)", "RETURN n;", "offices 林致远", "MATCH (n)", "RETURN n", "", "RETURN 1"]
    assert list(inputs(lines)) == [
        ":help",
        "MATCH (n)\nRETURN n;",
        "offices 林致远",
        "MATCH (n)\nRETURN n\n",
        "RETURN 1",
    ]
    assert is_complete("events") and not is_complete("MATCH (n)")


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("off", "offices"),
        (":ru", "run "),
        (":run sig", "signed-with"),
        (":list att", "attended"),
        (":set for", "format=csv"),
        ("offices per", "person="),
        ("offices person=林", "林致远"),
        ("offices 林", "林致远"),
        ("profile 林致远 relation=ATT", "ATTENDED"),
        ("MAT", "MATCH"),
        ("MATCH (p:Per", "Person"),
        ("MATCH (p:Person)-[:CHA", "CHAIRED"),
        ("MATCH (p:Person)-[r:ATTENDED|SPO", "SPOKE_AT"),
        ("MATCH (p:Person) RET", "RETURN"),
    ],
)
def test_completion(embedded_chronicle: Store, text: str, proposed: str) -> None:
    words = Words(embedded_chronicle)
    found = [completion.text for completion in words.get_completions(Document(text), CompleteEvent())]
    assert proposed in found


def test_a_real_prompt(embedded_chronicle: Store, tmp_path: Path) -> None:
    """Typed at a terminal, in Chinese, with history kept for its owner alone."""
    parent, child = pty.openpty()
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path), "TERM": "xterm", "KG_LANG": "en", "COLUMNS": "160"}
    command = [sys.executable, "-c", "from kg.cli import main; main()", "shell", "--store", embedded_chronicle.address]
    process = subprocess.Popen(command, stdin=child, stdout=child, stderr=child, env=environment, close_fds=True)
    os.close(child)
    try:
        until(parent, "kg>")
        os.write(parent, "offices 林致远\r".encode())
        until(parent, "青禾市市长")
        os.write(parent, b"MATCH (p:Person)\rRETURN count(p) AS people;\r")
        until(parent, "8 │")
        until(parent, "kg>")
        os.write(parent, b"MATCH (n\x03")
        until(parent, "kg>")
        os.write(parent, b"\x04")
        process.wait(30)
    finally:
        process.kill()
        os.close(parent)
    assert process.returncode == 0
    history = tmp_path / "kg" / "history"
    assert "offices 林致远" in history.read_text(encoding="utf-8")
    assert history.stat().st_mode & 0o077 == 0


def until(terminal: int, text: str, seconds: float = 60) -> None:
    """Read the terminal until the text is there."""
    seen = b""
    end = time.monotonic() + seconds
    while text not in seen.decode(errors="replace"):
        assert time.monotonic() < end, seen.decode(errors="replace")
        ready, _write, _error = select.select([terminal], [], [], 1)
        if ready:
            seen += os.read(terminal, 65_536)
