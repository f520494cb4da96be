"""What the comparison needs and the project does not: the peers, and the procedures that their writers call."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PEERS = {"neo4j-graphrag": "1.22.0", "langchain-neo4j": "0.11.0"}
APOC = "5.26.19"  # the last of 5.26 on Maven Central
HOME = Path(os.environ.get("KG_BENCH_HOME", Path.home() / ".cache" / "kg-bench"))
_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>kg</groupId><artifactId>apoc</artifactId><version>1</version><packaging>pom</packaging>
<dependencies>{dependencies}</dependencies></project>"""
_DEPENDENCY = (
    "<dependency><groupId>org.neo4j.procedure</groupId><artifactId>{}</artifactId><version>{}</version></dependency>"
)


def peers() -> Path:
    """The Python of an environment with the peers in it, made the first time (380 MB)."""
    home = HOME / "-".join(PEERS.values())
    python = home / "bin" / "python"
    if not (home / "complete").is_file():
        _run([sys.executable, "-m", "venv", "--clear", str(home)])
        wanted = [f"{name}=={version}" for name, version in PEERS.items()]
        _run([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted])
        (home / "complete").touch()
    return python


def apoc() -> list[Path]:
    """The jars of APOC Core, brought through Maven the first time (3 MB); both peers call its procedures."""
    home = HOME / f"apoc-{APOC}"
    if not (home / "complete").is_file():
        home.mkdir(parents=True, exist_ok=True)
        dependencies = "".join(_DEPENDENCY.format(name, APOC) for name in ("apoc-core", "apoc-common"))
        (home / "pom.xml").write_text(_POM.format(dependencies=dependencies), encoding="utf-8")
        maven = [shutil.which("mvn") or "mvn", "-q", "-B", "-f", str(home / "pom.xml")]
        _run([*maven, "dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={home / 'lib'}"])
        (home / "complete").touch()
    return sorted((home / "lib").glob("*.jar"))


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(f"{command[0]} failed: {(done.stderr or done.stdout)[-400:]}")
