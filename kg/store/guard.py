"""Refuses Cypher that would do more than read, before a store sees it.

The text is cut into tokens the way Cypher's own lexer does and judged by what may be there, not by what looks bad:
a query starts with a reading clause, holds none that writes, and calls only listed procedures and functions. This is
the first of two locks. The second is the store's: READ access and :func:`check_plan` on Neo4j, a user without write
permission on the embedded store.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, NoReturn

from kg.errors import QueryError, QueryRefused
from kg.i18n import _

LONGEST = 100_000  # characters of a query; nobody writes more by hand

FIRST_WORDS = frozenset({"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL"})
FORBIDDEN_WORDS = frozenset(
    {"CREATE", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "FOREACH", "INSERT", "DROP", "LOAD", "USE"}
    | {"TRANSACTION", "TRANSACTIONS", "EXPLAIN", "PROFILE", "SHOW", "ALTER", "GRANT", "DENY", "REVOKE", "RENAME"}
    | {"TERMINATE"}
)
PROCEDURES = frozenset(
    {
        "db.labels",
        "db.relationshiptypes",
        "db.propertykeys",
        "db.index.fulltext.querynodes",
        "db.index.fulltext.queryrelationships",
    }
)
NAMESPACES = frozenset({"date", "datetime", "time", "localtime", "localdatetime", "duration", "point", "vector"})

_TOKEN = re.compile(
    r"""(?P<blank>\s+|//[^\r\n]*|/\*.*?\*/)
      | (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
      | (?P<quoted>`(?:[^`]|``)*`)
      | (?P<parameter>\$(?:\w+|`(?:[^`]|``)*`))
      | (?P<number>\d\w*)
      | (?P<word>\w+)
      | (?P<sign>.)""",
    re.VERBOSE | re.DOTALL,
)
# Neo4j 5 replaces \uXXXX before it looks for quotes and comments, ArcadeDB afterwards: characters that begin or end
# either would be read differently by the two.
_ESCAPE = re.compile(r"\\+(?:u+([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))")
_STRUCTURAL = frozenset("'\"`\\/*\r\n")


class Token(NamedTuple):
    """A piece of a query that is neither blank nor comment; ``name`` is an upper-case word or the sign itself."""

    kind: str
    name: str
    text: str


_NOTHING = Token("end", "", "")


def check_query(cypher: str) -> None:
    """Let a reading query pass.

    Args:
        cypher: the query as the user wrote it, in Cypher 5.

    Raises:
        QueryRefused: it writes, loads files, holds several statements, or calls something outside the short lists;
            the message names the word at fault.
        QueryError: it is empty, too long, or a quotation or comment in it does not end.
    """
    if len(cypher) > LONGEST:
        raise QueryError(_("the query has more than {n} characters").format(n=LONGEST))
    _check_escapes(cypher)
    tokens = [*_tokens(cypher)]
    while tokens and tokens[-1].name == ";":
        tokens.pop()
    if not tokens:
        raise QueryError(_("the query is empty"), do=_("write for example MATCH (p:Person) RETURN p.name LIMIT 10"))
    if tokens[0].name not in FIRST_WORDS:
        _refuse(_("a reading query starts with {words}, not with {word}"), tokens[0])
    for index, token in enumerate(tokens):
        _check_token(token, tokens, index)


def _check_escapes(cypher: str) -> None:
    for found in _ESCAPE.finditer(cypher):
        code = int(found[1] or found[2], 16)
        if code > 0x10FFFF or chr(code) in _STRUCTURAL:
            raise QueryRefused(
                _("the escape {escape} stands for a quotation mark, a slash or a line end").format(escape=found[0]),
                do=_("write the character itself, or pass the text as a parameter"),
            )


def _tokens(cypher: str) -> Iterator[Token]:
    for found in _TOKEN.finditer(cypher):
        kind, text = found.lastgroup or "sign", found[0]
        if kind == "blank":
            _check_invisible(text if text.isspace() else "")
            continue
        if kind in ("word", "sign", "number"):
            _check_invisible(text)
        if kind == "sign" and text in "'\"`":
            raise QueryError(_("a quotation that starts with {mark} does not end").format(mark=text))
        if kind == "sign" and text == "/" and cypher.startswith("/*", found.start()):
            raise QueryError(_("a comment that starts with /* does not end"))
        if kind == "sign" and text == "\\":
            raise QueryRefused(_("a backslash outside a string"), do=_("write the character itself"))
        yield Token(kind, _name(kind, text), text)


def _name(kind: str, text: str) -> str:
    """Upper case with look-alikes folded (ſet → SET, K → K), since lexers fold case each in its own way."""
    if kind == "word":
        return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).upper())
    return text[1:-1].replace("``", "`") if kind == "quoted" else text


def _check_invisible(text: str) -> None:
    for character in text:
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") and character not in "\t\r\n":
            raise QueryRefused(
                _("the invisible character U+{code:04X} outside a string").format(code=ord(character)),
                do=_("delete it"),
            )


def _check_token(token: Token, tokens: Sequence[Token], index: int) -> None:
    before = tokens[index - 1] if index else _NOTHING
    after = tokens[index + 1] if index + 1 < len(tokens) else _NOTHING
    if token.name == ";" and token.kind == "sign":
        raise QueryRefused(_("more than one statement"), do=_("ask one at a time"))
    if token.kind == "word" and not _is_plain_name(before, after):
        if token.name in FORBIDDEN_WORDS:
            _refuse(_("{word} does more than read"), token)
        if token.name == "CALL" and after.name not in ("{", "("):
            _check_procedure(_dotted(tokens, index + 1), token)
    if token.kind in ("word", "quoted") and before.name != "." and after.name == ".":
        _check_function(_dotted(tokens, index), tokens, index, token)


def _is_plain_name(before: Token, after: Token) -> bool:
    """Whether a word between these two is a property, a label, a relation type or a map's key."""
    signs = before.kind == "sign"
    return signs and (before.name in (".", ":") or (before.name in ("{", ",") and after.name == ":"))


def _dotted(tokens: Sequence[Token], index: int) -> str:
    """The dotted name that starts at a token, in lower case: db.labels."""
    parts = []
    while index < len(tokens) and tokens[index].kind in ("word", "quoted"):
        parts.append(tokens[index].name.casefold())
        if index + 1 >= len(tokens) or tokens[index + 1].name != ".":
            break
        index += 2
    return ".".join(parts)


def _check_procedure(name: str, token: Token) -> None:
    if name not in PROCEDURES:
        raise QueryRefused(
            _("the procedure {name} is not among those that may be called").format(name=name or token.text),
            do=_("allowed are {names}").format(names=", ".join(sorted(PROCEDURES))),
        )


def _check_function(name: str, tokens: Sequence[Token], index: int, token: Token) -> None:
    end = index + 2 * name.count(".") + 1
    called = end < len(tokens) and tokens[end].name == "("
    if called and not (index and tokens[index - 1].name == "CALL") and name.partition(".")[0] not in NAMESPACES:
        raise QueryRefused(
            _("the function {name} is not among those that may be called").format(name=name),
            do=_("allowed are Cypher's own, without a dot, and those of {names}").format(
                names=", ".join(sorted(NAMESPACES))
            ),
        )


def _refuse(message: str, token: Token) -> NoReturn:
    raise QueryRefused(
        message.format(word=token.text[:40], words=", ".join(sorted(FIRST_WORDS))),
        do=_("user queries only read; quote a name that looks like a command in backticks"),
    )


def check_plan(plan: Mapping[str, Any], query_type: str) -> None:
    """Let a reading plan of Neo4j's EXPLAIN pass.

    Args:
        plan: the tree of ``ResultSummary.plan``: ``operatorType``, ``args`` and ``children`` of each operator.
        query_type: ``ResultSummary.query_type``; ``r`` is reading.

    Raises:
        QueryRefused: an operator writes, loads a file or calls a procedure outside :data:`PROCEDURES`.
    """
    if query_type != "r":
        raise QueryRefused(_("the query would write"), do=_("user queries only read"))
    for operator in _operators(plan):
        kind = str(operator.get("operatorType", "")).split("@")[0]
        if kind == "LoadCSV":
            raise QueryRefused(_("the query would load a file"), do=_("user queries only read the graph"))
        if kind == "ProcedureCall":
            details = str(operator.get("args", operator.get("arguments", {})).get("Details", ""))
            name = details.partition("(")[0].strip().replace("`", "").casefold()
            _check_procedure(name, Token("word", kind, details))


def _operators(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield plan
    for child in plan.get("children", ()):
        yield from _operators(child)
