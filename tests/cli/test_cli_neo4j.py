"""What docker-compose.yml runs, run by hand: the app's commands and environment against a real Neo4j."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from neo4j_server import PASSWORD, Server

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "examples" / "pages"


def environment(server: Server) -> dict[str, str]:
    """The variables that the Compose file gives the app, with this server in the place of its Neo4j."""
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    given: dict[str, str] = compose["services"]["kg"]["environment"]
    assert "NEO4J_PASSWORD" in given["KG_PASSWORD"]
    ours = {"KG_STORE": server.address, "KG_PASSWORD": PASSWORD, "KG_LANG": ""}
    return {**os.environ, **given, **ours}


def kg(*arguments: str, env: dict[str, str], cwd: Path) -> str:
    command = [sys.executable, "-m", "kg", *arguments]
    done = subprocess.run(command, env=env, cwd=cwd, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.neo4j
def test_the_commands_of_the_compose_file_work_by_hand(empty_neo4j: Server, tmp_path: Path) -> None:
    env = environment(empty_neo4j)
    pages = sorted(map(str, PAGES.iterdir()))[:3]
    assert "attended" in kg("query", "--list", env=env, cwd=tmp_path)
    kg("build", *pages, env=env, cwd=tmp_path)
    server_hash = kg("info", "--hash", env=env, cwd=tmp_path)
    asked = kg("query", "best-connected", "--format", "csv", env=env, cwd=tmp_path)
    assert len(asked.splitlines()) == 6
    kg("view", "-o", "graph.html", env=env, cwd=tmp_path)
    assert (tmp_path / "graph.html").stat().st_size > 100_000

    kg("backup", "store.backup", env=env, cwd=tmp_path)
    embedded = {**env, "KG_STORE": str(tmp_path / "store"), "KG_PASSWORD": ""}
    kg("restore", "store.backup", env=embedded, cwd=tmp_path)
    assert kg("info", "--hash", env=embedded, cwd=tmp_path) == server_hash


@pytest.mark.neo4j
def test_a_wrong_password_is_told_in_a_line(empty_neo4j: Server, tmp_path: Path) -> None:
    env = {**environment(empty_neo4j), "KG_PASSWORD": "not-the-password"}
    done = subprocess.run([sys.executable, "-m", "kg", "info"], env=env, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "KG_PASSWORD" in line
