"""A real Neo4j for tests and benchmarks, from Maven's jars: no Docker, no installation.

The jars are kept in ``$KG_NEO4J_HOME`` or ``~/.cache/kg-neo4j``, one directory a version.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest
from neo4j.exceptions import AuthError, DriverError, Neo4jError

LTS = "5.26.26"
LATEST = "2026.07.1"  # needs Java 21
PASSWORD = "fixture-only-password"
_ARTIFACTS = {"org.neo4j": "neo4j", "org.neo4j.app": "neo4j-server"}
_CONFIG = """
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.memory.pagecache.size=256m
dbms.usage_report.enabled=false
"""
_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>kg</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version><packaging>pom</packaging>
<dependencies>{dependencies}</dependencies></project>"""


class Missing(Exception):
    """The machine lacks what a server needs."""


def java(least: int) -> str:
    """The path of a Java of at least this version."""
    found = [shutil.which("java") or "", *map(str, Path("/usr/lib/jvm").glob("*/bin/java"))]
    for path in filter(None, found):
        lines = subprocess.run([path, "-XshowSettings:properties", "-version"], capture_output=True, text=True).stderr
        version = next((line.split("=")[1] for line in lines.splitlines() if "java.specification.version" in line), "0")
        if int(version.strip().removeprefix("1.")) >= least:
            return path
    raise Missing(f"there is no Java {least} or later")


def jars(version: str) -> Path:
    """The directory with the jars of a version, brought through Maven the first time (118 MB)."""
    home = Path(os.environ.get("KG_NEO4J_HOME", Path.home() / ".cache" / "kg-neo4j")) / version
    if (home / "complete").is_file():
        return home / "lib"
    maven = shutil.which("mvn")
    if maven is None:
        raise Missing("there is no Maven")
    home.mkdir(parents=True, exist_ok=True)
    names = [*_ARTIFACTS.items(), *([("org.neo4j", "neo4j-import-tool")] if version == LTS else [])]
    one = "<dependency><groupId>{}</groupId><artifactId>{}</artifactId><version>{}</version></dependency>"
    text = "".join(one.format(group, artifact, version) for group, artifact in names)
    (home / "pom.xml").write_text(_POM.format(dependencies=text))
    command = [maven, "-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=lib"]
    done = subprocess.run(command, cwd=home, capture_output=True, text=True)
    if done.returncode:
        raise Missing(f"Maven did not bring Neo4j {version}: {done.stdout[-300:]}")
    (home / "complete").touch()
    return home / "lib"


class Server:
    """A Neo4j in a directory of its own; it can be stopped, killed and started again."""

    user = "neo4j"
    password = PASSWORD

    def __init__(self, home: Path, version: str = LTS, *, heap: str = "1g", settings: str = "") -> None:
        self.home = home
        self._lib = jars(version)
        self._old = version.startswith("5.")
        self._java = java(17 if self._old else 21)
        self._heap = heap
        self._process: subprocess.Popen[bytes] | None = None
        (home / "conf").mkdir(parents=True)
        self.port, http = _free_port(), _free_port()
        (home / "conf" / "neo4j.conf").write_text(_CONFIG.format(bolt=self.port, http=http) + settings)
        self.address = f"bolt://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers with our password."""
        main = "org.neo4j.server.CommunityEntryPoint" if self._old else "org.neo4j.server.Neo4jCommunity"
        options = [f"-Xmx{self._heap}", "-cp", f"{self._lib}/*", main]
        command = [self._java, *options, f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"]
        log = (self.home / "out.log").open("ab")
        self._process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
        end = time.monotonic() + 180
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > end:
                raise Missing("Neo4j did not start: " + (self.home / "out.log").read_text()[-500:])
            time.sleep(0.3)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End it; with SIGKILL as a power cut would."""
        if self._process:
            self._process.send_signal(how)
            self._process.wait(60)
            self._process = None

    def run(self, cypher: str, database: str | None = None, **parameters: object) -> list[dict[str, object]]:
        """Rows of a statement, as the administrator."""
        with self._driver(PASSWORD) as driver, driver.session(database=database) as session:
            return session.run(cypher, parameters).data()

    def clear(self) -> None:
        """Take everything out, constraints and indexes too."""
        self.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS")
        for kind, listing in (("CONSTRAINT", "SHOW CONSTRAINTS"), ("INDEX", "SHOW INDEXES WHERE type <> 'LOOKUP'")):
            for row in self.run(f"{listing}{' YIELD name RETURN name' if kind == 'CONSTRAINT' else ''}"):
                self.run(f"DROP {kind} {row['name']} IF EXISTS")

    def admin(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run neo4j-admin on the stopped server."""
        environment = {**os.environ, "NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}
        command = [self._java, "-cp", f"{self._lib}/*", "org.neo4j.cli.AdminTool", *arguments]
        return subprocess.run(command, env=environment, cwd=self.home, capture_output=True, text=True)

    @property
    def pid(self) -> int:
        """Of the running server."""
        assert self._process
        return self._process.pid

    def _driver(self, password: str) -> neo4j.Driver:
        auth = (self.user, password)
        return neo4j.GraphDatabase.driver(self.address, auth=auth, notifications_min_severity="OFF")

    def _answers(self) -> bool:
        try:
            self.run("RETURN 1")
        except AuthError:
            self._set_password()
        except (DriverError, Neo4jError, OSError):
            return False
        return True

    def _set_password(self) -> None:
        with self._driver("neo4j") as driver, driver.session(database="system") as session:
            session.run(f"ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO '{PASSWORD}'").consume()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def started(home: Path, version: str = LTS, *, settings: str = "") -> Server:
    """A running server; where the machine lacks something the test is skipped, or fails when CI=true."""
    try:
        server = Server(home, version, settings=settings)
        server.start()
    except Missing as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(f"a real Neo4j is needed: {missing}")
        pytest.skip(f"needs a real Neo4j: {missing}")
    return server


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests of the session; clear it first."""
    server = started(tmp_path_factory.mktemp("neo4j") / "home")
    yield server
    server.stop()


@pytest.fixture
def empty_neo4j(neo4j_server: Server) -> Server:
    """The session's server with nothing in it."""
    neo4j_server.clear()
    return neo4j_server
