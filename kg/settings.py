"""Options from flags, environment variables (``KG_*``) and ``kg.toml``, in that order, in one typed place."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import msgspec

from kg.errors import SettingsError
from kg.i18n import _
from kg.model import Record

FILE = Path("kg.toml")
PREFIX = "KG_"

Count = Annotated[int, msgspec.Meta(ge=1)]
Natural = Annotated[int, msgspec.Meta(ge=0)]
Seconds = Annotated[float, msgspec.Meta(gt=0)]
NotNegative = Annotated[float, msgspec.Meta(ge=0)]


class Settings(Record):
    """What a user can set; each field is a flag, a variable (``KG_LLM_URL``) and a key of kg.toml (``llm_url``)."""

    store: str = "kg-store"  # a directory, or bolt://… or neo4j://…
    user: str = "neo4j"  # of a Neo4j server
    password: str = ""
    annotator: str = "builtin"
    model: str = ""  # of HanLP: an id or a directory
    tagger: str = ""  # of the built-in annotator, a file; empty for the one in the package
    confidence: str = ""  # a model of how sure statements are, a file; empty for the one in the package
    ontology: str = ""  # a file; empty for the one in the package
    date: str = ""  # of the issue, when a page does not say, ISO 8601
    place: str = ""  # that the paper writes about
    jobs: Count = 1  # processes that extract
    seconds: Seconds = 30.0  # that a user's query may take
    rows: Count = 1000  # that a user's query may give
    llm_url: str = ""
    llm_model: str = ""
    llm_key: str = ""
    llm_timeout: Seconds = 120.0  # without a sign of life from the server
    llm_jobs: Count = 4  # requests at a time
    llm_price_prompt: NotNegative = 0.0  # of a million tokens of questions, in any currency; for the progress line
    llm_price_answer: NotNegative = 0.0  # of a million tokens of answers
    max_tokens: Natural = 0  # budget of a run with a language model; 0 for none
    cache: str = ""  # directory of a language model's answers; empty for the user's cache directory


class _Given(Record):
    """One value as it was found, with the place that a message should name."""

    where: str
    value: object
    text: bool = False  # came as text, so that "4" is a number


def load_settings(
    flags: Mapping[str, object] | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    path: Path | None = None,
) -> Settings:
    """Merge the three sources. A flag of None counts as not given; a file that is not there counts as empty.

    Args:
        flags: values by field name; names that are no setting are left alone.
        environ: variables, by default the process's.
        path: the file, by default ``kg.toml`` in the working directory. A path that is given must exist.

    Raises:
        SettingsError: a value of the wrong kind, an unknown key of the file, or a file that is not TOML.
    """
    given: dict[str, _Given] = {}
    for name, found in (*_from_file(path), *_from_environ(os.environ if environ is None else environ)):
        given[name] = found
    for name, value in (flags or {}).items():
        if value is not None and name in Settings.__struct_fields__:
            given[name] = _Given(where=f"--{name.replace('_', '-')}", value=value)
    return msgspec.convert({name: _checked(name, found) for name, found in given.items()}, Settings)


def _from_file(path: Path | None) -> Iterator[tuple[str, _Given]]:
    file = path or FILE
    if path is None and not file.is_file():
        return
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(str(error), where=str(file), do=_("correct the file, or take it away")) from error
    for key, value in table.items():
        name = key.replace("-", "_")
        if name not in Settings.__struct_fields__:
            raise SettingsError(_("there is no setting {key}").format(key=key), where=str(file), do=_suggestion(name))
        yield name, _Given(where=f"{file}: {key}", value=value)


def _suggestion(name: str) -> str:
    near = get_close_matches(name, Settings.__struct_fields__, n=1)
    if near:
        return _("did you mean {name}?").format(name=near[0])
    return _("the settings are: {known}").format(known=", ".join(Settings.__struct_fields__))


def _from_environ(environ: Mapping[str, str]) -> Iterator[tuple[str, _Given]]:
    for name in Settings.__struct_fields__:
        variable = PREFIX + name.upper()
        if value := environ.get(variable):
            yield name, _Given(where=variable, value=value, text=True)


_FIELDS = {field.name: field.type for field in msgspec.structs.fields(Settings)}


def _checked(name: str, found: _Given) -> object:
    try:
        return msgspec.convert(found.value, _FIELDS[name], strict=not found.text)
    except msgspec.ValidationError as error:
        do = _("give {name} another value").format(name=name)
        raise SettingsError(str(error), where=found.where, do=do) from error
