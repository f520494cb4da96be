"""A first load into a new embedded store at once gives the graph of the ordinary path."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from first_loads import COUNT, assert_goes_on_as_any_other
from newsroom import articles

from kg.cli import cli
from kg.errors import SchemaMismatch, StoreError
from kg.load import fill_new, load
from kg.load.offline import Offline
from kg.store import graph_hash, info, open_store

_FILLER = """
import sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from newsroom import articles
from kg.load import fill_new
print("begin", flush=True)
fill_new(articles({count}), Path({directory!r}))
"""


def test_the_graph_is_that_of_the_ordinary_path_and_goes_on_as_any_other(tmp_path: Path, ordinary: str) -> None:
    graphs = list(articles(COUNT))
    assert fill_new([*reversed(graphs), *graphs[:7]], tmp_path / "store") == COUNT
    with open_store(str(tmp_path / "store")) as store:
        assert_goes_on_as_any_other(store, ordinary)


def test_what_was_broken_off_is_opened_by_nobody_and_begun_again(
    tmp_path: Path, ordinary: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Offline) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Offline, "fact_rows", broken)
        with pytest.raises(KeyboardInterrupt):
            fill_new(articles(COUNT), tmp_path / "store")
    with pytest.raises(SchemaMismatch, match="kg bulk again"):
        open_store(str(tmp_path / "store"))
    fill_new(articles(COUNT), tmp_path / "store")
    with open_store(str(tmp_path / "store")) as store:
        assert graph_hash(store) == ordinary


@pytest.mark.parametrize("seconds", [0.5, 1.5, 2.5])
def test_killed_at_any_moment_it_is_begun_again(tmp_path: Path, ordinary: str, seconds: float) -> None:
    directory = tmp_path / "store"
    code = _FILLER.format(tests=str(Path(__file__).parents[1]), directory=str(directory), count=COUNT)
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "begin\n"
    time.sleep(seconds)
    process.kill()
    process.wait()
    if not directory.exists() or (directory / "unfinished").exists():
        fill_new(articles(COUNT), directory)
    with open_store(str(directory)) as store:
        assert graph_hash(store) == ordinary


def test_a_store_that_is_there_is_left_alone(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "store")) as store:
        load(articles(3), store)
    with pytest.raises(StoreError, match="not empty"):
        fill_new(articles(COUNT), tmp_path / "store")
    with open_store(str(tmp_path / "store")) as store:
        assert info(store).articles == 3


def test_command(tmp_path: Path) -> None:
    (tmp_path / "found.jsonl").write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in articles(5)))
    arguments = ["bulk", str(tmp_path / "found.jsonl")]
    done = CliRunner().invoke(cli, [*arguments, "--new-store", str(tmp_path / "store")])
    assert done.exit_code == 0, done.stderr
    assert "5 articles loaded" in done.stderr
    assert CliRunner().invoke(cli, arguments).exit_code == 2
