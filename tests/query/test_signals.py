"""A process that waits for a runaway query ends when it is told to, and at the query's limit."""

import os
import signal
import subprocess
import sys
import time

import pytest
from neo4j_server import PASSWORD

from kg.store import open_store
from kg.store.base import Store

HEEDING = "UNWIND range(1, 90000) AS a UNWIND range(1, 90000) AS b WITH a, b WHERE a + b = 0 RETURN count(*) AS n"
HEEDLESS = (
    "UNWIND range(1, 90000) AS x WITH reduce(s = 0, y IN range(1, 90000) | "
    "s + reduce(t = 0, z IN range(1, 90000) | t + z)) AS n RETURN sum(n) AS n"
)
SOON = 20.0  # seconds; generous, since the machine may be busy


def asking(address: str, cypher: str, seconds: int) -> subprocess.Popen[str]:
    """A process that attaches to the store, or opens it, and asks."""
    command = [sys.executable, "-c", "from kg.cli import main; main()", "query", "--cypher", cypher]
    environment = {**os.environ, "KG_PASSWORD": PASSWORD, "KG_LANG": "en"}
    return subprocess.Popen(
        [*command, "--seconds", str(seconds), "--store", address],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def end(process: subprocess.Popen[str], number: signal.Signals) -> tuple[float, str]:
    """Send a signal in the middle of the query; seconds until the process ended, and what it complained of."""
    time.sleep(8)
    assert process.poll() is None, process.communicate()
    process.send_signal(number)
    start = time.monotonic()
    try:
        _out, err = process.communicate(timeout=60)
    finally:
        process.kill()
    return time.monotonic() - start, err


SIGNALS = pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["interrupt", "terminate"]
)


@SIGNALS
def test_a_signal_ends_the_process_and_its_query(store: Store, number: signal.Signals, status: int) -> None:
    process = asking(store.address, HEEDING, 300)
    took, err = end(process, number)
    assert took < SOON
    assert process.returncode == status
    assert "Traceback" not in err
    left = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range' RETURN count(*) AS n"
    until = time.monotonic() + SOON
    while store.read(left).rows[0][0] and time.monotonic() < until:
        time.sleep(0.5)
    assert store.read(left).rows == ((0,),)


def test_the_limit_ends_the_process(store: Store) -> None:
    process = asking(store.address, HEEDING, 2)
    _out, err = process.communicate(timeout=90)
    assert process.returncode == 1
    assert "longer than 2" in err and "Traceback" not in err


@pytest.fixture(scope="module")
def closed_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store that no process has open: whoever asks runs the engine."""
    directory = str(tmp_path_factory.mktemp("owner") / "store")
    open_store(directory).close()
    return directory


@SIGNALS
def test_a_signal_ends_the_owner_of_a_store(closed_store: str, number: signal.Signals, status: int) -> None:
    process = asking(closed_store, HEEDLESS, 300)
    took, err = end(process, number)
    assert took < SOON
    assert process.returncode == status
    assert "Traceback" not in err


def test_the_limit_ends_the_owner_of_a_store(closed_store: str) -> None:
    process = asking(closed_store, HEEDLESS, 2)
    _out, err = process.communicate(timeout=90)
    assert process.returncode == 1
    assert "longer than 2" in err and "Traceback" not in err
