"""The Compose file and the Dockerfile, checked without a Docker engine."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from kg.settings import load_settings

ROOT = Path(__file__).parents[1]
COMPOSE = ROOT / "docker-compose.yml"


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def dockerfile() -> list[str]:
    text = re.sub(r"\\\n", " ", (ROOT / "Dockerfile").read_text(encoding="utf-8"))
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def test_the_compose_file_is_valid(compose: dict[str, Any]) -> None:
    schema = json.loads((ROOT / "tests/data/compose-spec.schema.json").read_text(encoding="utf-8"))
    plain = {key: value for key, value in compose.items() if key != "name"}  # the name is younger than the schema
    jsonschema.Draft7Validator(schema).validate(plain)


def test_the_schema_would_notice_a_slip(compose: dict[str, Any]) -> None:
    schema = json.loads((ROOT / "tests/data/compose-spec.schema.json").read_text(encoding="utf-8"))
    slipped = {**compose, "services": {"neo4j": {**compose["services"]["neo4j"], "helthcheck": {}}}}
    assert list(jsonschema.Draft7Validator(schema).iter_errors(slipped))


def test_passwords_come_from_the_environment_and_have_no_default(compose: dict[str, Any]) -> None:
    for service, variable in (("neo4j", "NEO4J_AUTH"), ("kg", "KG_PASSWORD")):
        assert "${NEO4J_PASSWORD:?" in compose["services"][service]["environment"][variable]


def test_servers_listen_on_loopback_alone(compose: dict[str, Any]) -> None:
    ports = [port for service in compose["services"].values() for port in service.get("ports", ())]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_neo4j_keeps_its_data_and_says_when_it_is_up(compose: dict[str, Any]) -> None:
    neo4j = compose["services"]["neo4j"]
    assert "neo4j-data:/data" in neo4j["volumes"]
    assert "neo4j-data" in compose["volumes"]
    assert neo4j["healthcheck"]["test"]
    assert compose["services"]["kg"]["depends_on"]["neo4j"]["condition"] == "service_healthy"


def test_the_variables_of_the_app_are_settings(compose: dict[str, Any]) -> None:
    environment = compose["services"]["kg"]["environment"] | {"KG_PASSWORD": "secret-word"}
    chosen = load_settings(environ=environment)
    assert (chosen.store, chosen.user, chosen.password) == ("bolt://neo4j:7687", "neo4j", "secret-word")


def test_the_image_runs_as_an_ordinary_user(dockerfile: list[str]) -> None:
    last = dockerfile[max(i for i, line in enumerate(dockerfile) if line.startswith("FROM")) :]
    user = next(line.split()[1] for line in last if line.startswith("USER"))
    assert user not in {"root", "0"}
    assert any(f" {user} " in f"{line} " and "useradd" in line for line in last)
    assert last.index("USER kg") < next(i for i, line in enumerate(last) if line.startswith("ENTRYPOINT"))


def test_the_image_has_no_compiler(dockerfile: list[str]) -> None:
    stages = [line for line in dockerfile if line.startswith("FROM")]
    assert len(stages) == 2
    assert all("-slim" in line for line in stages)
    assert not [line for line in dockerfile if re.search(r"\b(gcc|g\+\+|build-essential|apt-get)\b", line)]


def test_everything_the_image_copies_is_let_through(dockerfile: list[str]) -> None:
    allowed = {
        line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line.startswith("!")
    }
    copied = {
        word.removeprefix("./")
        for line in dockerfile
        if line.startswith("COPY") and "--from" not in line
        for word in line.split()[1:-1]
    }
    assert copied == allowed
    assert all((ROOT / name).exists() for name in copied)
