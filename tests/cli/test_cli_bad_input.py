"""What users give by mistake: one clear message each, the rest processed, and status 1 at the end."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.cli import run

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"
GOOD = EXAMPLES / "kuerle-2024-09-11.md"
ARTICLE = {"id": "a{}", "date": "2024-03-05", "title": "市图书馆新馆启用", "text": "3月4日，市长丁一凡出席市图书馆新馆启用仪式。"}

ADVERTISEMENTS = """\
青禾园 现房发售

建面98-143㎡ 首付20万起

咨询热线：0000-1111111

【广告】

遗失声明：李某遗失身份证，声明作废。
"""


def jsonl(path: Path, count: int, broken: int = 0) -> Path:
    lines = [json.dumps({**ARTICLE, "id": f"a{number}"}, ensure_ascii=False) for number in range(1, count + 1)]
    if broken:
        lines[broken - 1] = '{"id": "a7", "title": '
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def made(name: str, directory: Path) -> Path:
    """A file with the fault that its name says."""
    path = directory / name
    if name == "empty.md":
        path.write_bytes(b"")
    elif name == "binary-2024-01-01.md":
        path.write_bytes(bytes(range(256)) * 100)
    elif name == "advertisements-2024-01-01.md":
        path.write_text(ADVERTISEMENTS, encoding="utf-8")
    elif name == "long-line-2024-01-01.md":
        path.write_text("长" * 17_000_000, encoding="utf-8")
    elif name == "mixed-2024-01-01.md":
        path.write_bytes("市图书馆新馆启用。\n".encode() * 20 + "市长丁一凡出席。\n".encode("gb18030") * 20 + b"\xff\xfe\x00\x81")
    elif name == "broken.jsonl":
        jsonl(path, 9, broken=7)
    elif name == "undated.md":
        path.write_text("# 市图书馆新馆启用\n\n本报讯 市长丁一凡出席市图书馆新馆启用仪式。\n", encoding="utf-8")
    return path


FAULTS = [
    "empty.md", "binary-2024-01-01.md", "advertisements-2024-01-01.md", "long-line-2024-01-01.md",
    "broken.jsonl", "undated.md", "missing-2024-01-01.md",
]  # fmt: skip


@pytest.mark.parametrize("name", [*FAULTS, "mixed-2024-01-01.md"])
def test_a_fault_is_told_once_and_the_rest_goes_on(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "found.jsonl"
    status = run(["extract", str(made(name, tmp_path)), str(GOOD), "--out", str(out)])
    told = capfd.readouterr().err
    assert status == 1
    assert name in told
    assert "Traceback" not in told
    first = next(line for line in told.splitlines() if name in line)
    assert " — " in first, "the message says what to do"
    sources = [json.loads(line)["source"] for line in out.read_text(encoding="utf-8").splitlines()]
    assert str(GOOD) in sources


def test_a_broken_line_is_named_and_the_others_are_used(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "found.jsonl"
    assert run(["extract", str(made("broken.jsonl", tmp_path)), "--out", str(out)]) == 1
    assert "7" in capfd.readouterr().err
    assert len(out.read_text(encoding="utf-8").splitlines()) == 8


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_directory_without_permission_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    assert run(["extract", str(closed), str(GOOD), "--out", str(tmp_path / "f.jsonl")]) == 1
    assert str(closed) in capfd.readouterr().err


def test_an_unknown_store_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["info", "--store", str(tmp_path / "none")]) == 1
    told = capfd.readouterr().err
    assert str(tmp_path / "none") in told
    assert "kg build" in told


def test_a_server_that_does_not_answer_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["info", "--store", "bolt://127.0.0.1:1", "--password", "x"]) == 1
    assert "127.0.0.1:1" in capfd.readouterr().err


def test_a_directory_that_is_no_store_is_left_alone(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letters.txt").write_text("mine", encoding="utf-8")
    assert run(["build", str(GOOD), "--store", str(tmp_path)]) == 1
    assert str(tmp_path) in capfd.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["letters.txt"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full to write to")
def test_a_full_disk_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", str(GOOD), "--out", "/dev/full"]) == 1
    assert "/dev/full: No space left on device — make room" in capfd.readouterr().err


def test_a_load_that_breaks_off_goes_on_from_there(tmp_path: Path) -> None:
    articles = jsonl(tmp_path / "articles.jsonl", 400)
    store, whole = str(tmp_path / "store"), str(tmp_path / "whole")
    command = [sys.executable, "-m", "kg", "build", str(articles), "--store"]
    running = subprocess.Popen([*command, store], stderr=subprocess.PIPE, text=True)
    time.sleep(5)
    running.send_signal(signal.SIGINT)
    _out, told = running.communicate(timeout=120)
    assert running.returncode in {0, 130}, told  # a fast machine may have been done
    assert "Traceback" not in told
    for address in (store, whole):
        subprocess.run([*command, address], check=True, capture_output=True)
    hashes = {
        subprocess.run(
            [sys.executable, "-m", "kg", "info", "--hash", "--store", address], check=True, capture_output=True, text=True
        ).stdout
        for address in (store, whole)
    }
    assert len(hashes) == 1
