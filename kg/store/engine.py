"""ArcadeDB in this process: started on a directory with nothing but its Bolt listener, on loopback."""

from __future__ import annotations

import gc
import json
import os
import secrets
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.errors import StoreError
from kg.i18n import _
from kg.store.presence import Presence

DATABASE = "kg"
HEAP = "1g"  # of the Java machine, unless KG_HEAP says otherwise
LONGEST_COMMAND = 300.0  # seconds: the outer bound for any command, also of processes that attached
LONGEST_RANGE = 100_000  # numbers that range() may give: the engine looks at the clock between rows only
STOP = 10.0  # seconds that a shutdown may take before running queries are left to die with the process
_JAVA = (
    "-XX:TieredStopAtLevel=1",  # the optimizing compiler took more processor time than all loading
    "-XX:+UseSerialGC",  # for a heap this small, and one writer
)
_BOLT = "Bolt:com.arcadedb.bolt.BoltProtocolPlugin"
_ALL = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
_ADMIN = ["updateSecurity", "updateSchema", "updateDatabaseSettings"]


class Engine:
    """A running ArcadeDB with one database; writes what others need to attach into :attr:`presence`."""

    def __init__(self, directory: Path) -> None:
        """Start it; takes about two seconds.

        Raises:
            StoreError: the engine does not start on that directory.
        """
        secret, reader = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
        port = _free_port()
        _write_groups(directory)
        try:
            self._server = _start(directory, port, secret)
            self._database = self._server.create_database(DATABASE)
            self._server._java_server.getHttpServer().stopService()
            self._add_reader(reader)
            self._harden()
        except Exception as error:
            raise StoreError(
                _("the embedded store does not start: {error}").format(error=str(error)[:300]),
                where=str(directory),
                do=_("check that there is room on the disk; a backup can be brought back with kg restore"),
            ) from error
        self.presence = Presence(address=f"bolt://127.0.0.1:{port}", pid=os.getpid(), secret=secret, reader=reader)
        self._limit(LONGEST_COMMAND)

    @property
    def java_database(self) -> Any:
        """The Java object behind the database, for the batch path."""
        return self._database.get_java_database()

    def stop(self) -> None:
        """Shut the engine down, in at most :data:`STOP` seconds: its log keeps what was committed in any case."""
        self._limit(0.05)  # Java does not end before its last thread does, also one in a runaway query
        stopping = threading.Thread(target=self._server.stop, daemon=True)
        stopping.start()
        stopping.join(STOP)

    def _limit(self, seconds: float) -> None:
        """End every command that runs longer, those that run already too."""
        self.java_database.getConfiguration().setValue("arcadedb.command.timeout", int(seconds * 1000))

    def _harden(self) -> None:
        for name in ("allowFileUrls", "allowRemoteUrls"):
            self.java_database.getConfiguration().setValue(f"arcadedb.opencypher.loadCsv.{name}", False)
        self.java_database.getConfiguration().setValue("arcadedb.queryMaxRangeSize", LONGEST_RANGE)

    def _add_reader(self, password: str) -> None:
        import jpype  # noqa: PLC0415 — only where Java runs

        security = self._server._java_server.getSecurity()
        user = {"name": "reader", "password": str(security.encodePassword(password)), "databases": {"*": ["reader"]}}
        security.createUser(jpype.JClass("com.arcadedb.serializer.json.JSONObject")(json.dumps(user)))


def _start(directory: Path, port: int, secret: str) -> Any:
    # -Xrs leaves signals to Python, so that SIGTERM ends the process at once whatever query is running.
    from arcadedb_embedded.jvm import start_jvm  # noqa: PLC0415 — slow to import
    from arcadedb_embedded.server import ArcadeDBServer  # noqa: PLC0415

    quiet = files("kg.store") / "quiet.properties"
    options = [
        *_JAVA,
        f"-Djava.util.logging.config.file={quiet}",
        f"-XX:ErrorFile={tempfile.gettempdir()}/kg-java-%p.log",
        "-Xrs",
        "-Darcadedb.queryMaxConcurrent=64",  # by default as many as there are cores; the rest would wait for 30 s
        "--sun-misc-unsafe-memory-access=allow",  # else Java warns on standard error when the server stops
    ]
    gc.freeze()  # Python's collector runs with each of Java's: what is loaded by now need not be walked through again
    with _silence():
        start_jvm(heap_size=os.environ.get("KG_HEAP", HEAP), jvm_args=options)
    # Mode production would conceal what is wrong with a query; what else it does for us, _harden does.
    config = {"host": "127.0.0.1", "http_port": "24811-24899", "mode": "development"}
    config |= {"server_plugins": _BOLT, "bolt_port": str(port)}
    server = ArcadeDBServer(str(directory), secret, config)
    server.start()
    return server


@contextmanager
def _silence() -> Iterator[None]:
    """Java warns on standard error of the modules that the engine switches on; nobody can do anything about it."""
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _write_groups(directory: Path) -> None:
    """Root and reader, both with passwords of this run alone."""
    folder = directory / "config"
    folder.mkdir(exist_ok=True, mode=0o700)
    (folder / "server-users.jsonl").unlink(missing_ok=True)
    groups = {"admin": _group(_ADMIN, _ALL), "reader": _group([], ["readRecord"]), "*": _group([], [])}
    text = json.dumps({"databases": {"*": {"groups": groups}}, "version": 2})
    (folder / "server-groups.json").write_text(text, encoding="utf-8")


def _group(database: list[str], records: list[str]) -> dict[str, object]:
    limits = {"resultSetLimit": -1, "readTimeout": -1}
    return {**limits, "access": database, "types": {"*": {"access": records}}}
