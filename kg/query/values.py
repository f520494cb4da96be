"""Parameter values as users type them, made into what the Cypher expects."""

from __future__ import annotations

import difflib
import re

from kg.errors import UnknownQuery
from kg.i18n import _
from kg.ontology import load_ontology
from kg.query.header import Parameter, Scalar

_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?")
_LAST_DAY = "31"  # dates are compared as text, so a month's longest day will do


def convert(parameter: Parameter, value: Scalar) -> Scalar:
    """The value of a plain parameter.

    Raises:
        UnknownQuery: the text is no such value; says what would be.
    """
    match parameter.type:
        case "integer" | "number":
            return _number(parameter, value)
        case "date" | "end-date":
            return _date(parameter, str(value).strip())
        case "relation":
            return _relation(parameter, str(value).strip())
        case _:
            return str(value)


def _number(parameter: Parameter, value: Scalar) -> Scalar:
    try:
        return int(value) if parameter.type == "integer" else float(value)
    except ValueError as error:
        raise _wrong(parameter, value, _("a whole number") if parameter.type == "integer" else _("a number")) from error


def _date(parameter: Parameter, text: str) -> str:
    """ISO 8601, as exact as it was given; the last day of a year or month where a period ends."""
    if text in ("", "9999"):
        return text
    found = _DATE.fullmatch(text)
    if found is None:
        raise _wrong(parameter, text, _("a date such as 2024, 2024-05 or 2024-05-10"))
    year, month, day = found.groups()
    if parameter.type == "end-date":
        month, day = month or "12", day or _LAST_DAY
    if not (1 <= int(month or 1) <= 12 and 1 <= int(day or 1) <= 31):
        raise _wrong(parameter, text, _("a date such as 2024, 2024-05 or 2024-05-10"))
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])


def _relation(parameter: Parameter, text: str) -> str:
    """A relation's name from its name or label in either language; empty stays empty (any relation)."""
    if not text:
        return text
    known: dict[str, str] = {}
    for name, relation in load_ontology().relations.items():
        known |= {name: name, relation.label.en.upper(): name, relation.label.zh: name}
    wanted = text.upper()
    if wanted not in known:
        close = difflib.get_close_matches(wanted, known, n=1)
        hint = _("did you mean {names}?").format(names=known[close[0]]) if close else ""
        names = ", ".join(load_ontology().relations)
        raise _wrong(parameter, text, _("one of {names}").format(names=names), hint)
    return known[wanted]


def _wrong(parameter: Parameter, value: Scalar, expected: str, hint: str = "") -> UnknownQuery:
    return UnknownQuery(
        _("{name} cannot be {value}").format(name=parameter.name, value=value),
        do=hint or _("it must be {expected}").format(expected=expected),
    )
