"""The shared probes: the same statement, the same answer, on each store."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from neo4j_server import PASSWORD, Server

from kg.store.engine import DATABASE, Engine

pytestmark = pytest.mark.shared
PROBES = Path(__file__).parents[3] / "shared" / "cypher-probes" / "run.py"


def passed(address: str, *options: str) -> tuple[int, int]:
    """How many probes were answered rightly, and of how many."""
    done = subprocess.run([sys.executable, PROBES, address, *options], capture_output=True, text=True, timeout=300)
    found = re.search(r"^(\d+) of (\d+)$", done.stdout, re.MULTILINE)
    assert found, done.stdout + done.stderr
    return int(found[1]), int(found[2])


def test_embedded(tmp_path: Path) -> None:
    engine = Engine(tmp_path)
    try:
        options = ("--user", "root", "--password", engine.presence.secret, "--database", DATABASE)
        right, all_ = passed(engine.presence.address, *options)
    finally:
        engine.stop()
    assert right >= 96 and all_ == 99


@pytest.mark.neo4j
def test_neo4j(empty_neo4j: Server) -> None:
    assert passed(empty_neo4j.address, "--user", "neo4j", "--password", PASSWORD) == (99, 99)
    empty_neo4j.clear()
