"""The shape of an answer: its records, and the JSON schema that a server is asked to hold the model to."""

from __future__ import annotations

from typing import get_args

import msgspec

from kg.model import Record, Status
from kg.ontology import Ontology

JsonValue = dict[str, "JsonValue"] | list["JsonValue"] | str | int | float | bool | None


class AnswerEntity(Record):
    """A person, body, … and the words by which the article calls it."""

    type: str
    name: str
    mentions: tuple[str, ...] = ()


class AnswerArgument(Record):
    """A role and the quoted words that fill it."""

    role: str
    text: str


class AnswerFrame(Record):
    """A predicate with its arguments and the sentence that states it, quoted."""

    predicate: str
    evidence: str
    trigger: str = ""
    arguments: tuple[AnswerArgument, ...] = ()
    status: str = "current"
    negated: bool = False
    planned: bool = False


class Answer(Record):
    """What a model says about one piece of an article."""

    entities: tuple[AnswerEntity, ...] = ()
    frames: tuple[AnswerFrame, ...] = ()


def parse(text: str) -> Answer:
    """Read an answer, leaving out what some models put around the JSON (a fence, a chain of thought).

    Raises:
        ValueError: there is no JSON object of that shape in it.
    """
    body = text.rpartition("</think>")[2]
    start, end = body.find("{"), body.rfind("}")
    if start < 0 or end < start:
        raise ValueError("the answer holds no JSON object")
    try:
        return msgspec.json.decode(body[start : end + 1].encode("utf-8", "replace"), type=Answer)
    except msgspec.DecodeError as error:
        raise ValueError(f"the answer is not of the shape asked for: {error}") from error


def schema(ontology: Ontology) -> dict[str, JsonValue]:
    """The JSON schema of :class:`Answer`, with the ontology's types, verbs and roles as the only words allowed."""
    argument = _object({"role": _one_of(roles(ontology)), "text": _string()})
    frame = _object(
        {
            "predicate": _one_of(list(ontology.rules())),
            "trigger": _string(),
            "evidence": _string(),
            "arguments": _list(argument),
            "status": _one_of(list(get_args(Status))),
            "negated": {"type": "boolean"},
            "planned": {"type": "boolean"},
        }
    )
    entity = _object({"type": _one_of(list(ontology.types)), "name": _string(), "mentions": _list(_string())})
    return _object({"entities": _list(entity), "frames": _list(frame)})


def roles(ontology: Ontology) -> list[str]:
    """Every role that some row of the ontology asks for, in the order of the rows."""
    found: dict[str, None] = {}
    for relation in ontology.relations.values():
        for rule in relation.frames:
            found.update(dict.fromkeys(rule.roles))
    return list(found)


def _object(properties: dict[str, JsonValue]) -> dict[str, JsonValue]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: dict[str, JsonValue]) -> dict[str, JsonValue]:
    return {"type": "array", "items": items}


def _one_of(words: list[str]) -> dict[str, JsonValue]:
    return {"type": "string", "enum": list(words)}


def _string() -> dict[str, JsonValue]:
    return {"type": "string"}
