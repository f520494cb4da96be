"""Entity types and relations, read from ontology.yaml: the code knows no relation by name."""

from __future__ import annotations

import hashlib
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import msgspec
import yaml

from kg.errors import OntologyError
from kg.i18n import _
from kg.model import EntityType, Record, Role
from kg.tables import parsed

Range = EntityType | Literal["date"]


class Label(Record):
    """A name in the two languages of the interface."""

    en: str
    zh: str


class EntityKind(Record):
    """One entity type as data."""

    label: Label
    color: str


class FrameRule(Record, rename={"subject": "from", "object": "to"}):
    """Which arguments of which predicates make a triple: ``subject``/``object``, or ``between`` two equal parties."""

    verbs: tuple[str, ...]
    subject: Role | None = None
    object: Role | None = None
    between: tuple[Role, Role] | None = None

    def __post_init__(self) -> None:
        if (self.between is None) == (self.subject is None or self.object is None):
            raise ValueError("a frame row needs either `from` and `to` or `between`")

    @property
    def roles(self) -> tuple[Role, Role]:
        """Roles of subject and object, in this order."""
        if self.between:
            return self.between
        assert self.subject and self.object  # noqa: S101 — __post_init__ has checked it
        return self.subject, self.object


class Relation(Record):
    """One relation as data: what it joins and the frames that state it."""

    label: Label
    domain: tuple[EntityType, ...]
    range: tuple[Range, ...]
    reverse: Label | None = None
    symmetric: bool = False
    core: bool = False
    frames: tuple[FrameRule, ...] = ()


class Ontology(Record, dict=True, gc=True):
    """All entity types and relations, by name."""

    types: dict[EntityType, EntityKind]
    relations: dict[str, Relation]

    @property
    def digest(self) -> str:
        """Hash of the whole table: 16 hexadecimal characters."""
        return hashlib.sha256(msgspec.json.encode(self, order="deterministic")).hexdigest()[:16]

    def rules(self) -> dict[str, tuple[tuple[str, FrameRule], ...]]:
        """For each verb, the relations that a frame of it may state, each with the row that says so."""
        return self._rules

    @cached_property
    def _rules(self) -> dict[str, tuple[tuple[str, FrameRule], ...]]:
        table: dict[str, list[tuple[str, FrameRule]]] = {}
        for name, relation in self.relations.items():
            for rule in relation.frames:
                for verb in rule.verbs:
                    table.setdefault(verb, []).append((name, rule))
        return {verb: tuple(rows) for verb, rows in table.items()}


def load_ontology(path: Path | None = None) -> Ontology:
    """Read an ontology file, by default the one in the package.

    Raises:
        OntologyError: the file cannot be read or is not YAML, or a field is missing, unknown or of the wrong kind;
            names the field.
    """
    if path is None:
        return _builtin()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyError(str(error), where=str(path), do=_("check the path")) from error
    return _parse(text, str(path))


@lru_cache(maxsize=1)
def _builtin() -> Ontology:
    return _parse((files("kg") / "ontology.yaml").read_text(encoding="utf-8"), "ontology.yaml")


def _parse(text: str, where: str) -> Ontology:
    try:
        data: Any = parsed(text)
        return msgspec.convert(data, Ontology)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise OntologyError(str(error), where=where, do=_("see kg/ontology.yaml for the shape of a row")) from error
