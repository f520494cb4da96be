"""The prompt of ``kg shell``: history, editing over several lines, completion."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import FileHistory, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from kg.cli.shell import is_complete
from kg.errors import KgError
from kg.ontology import load_ontology
from kg.query import library
from kg.query.header import Parameter, Query
from kg.query.names import names_that_start
from kg.store.base import Store

COMMANDS = (":help", ":list", ":run ", ":graph ", ":set ", ":quit")
SETTINGS = ("format=table", "format=csv", "format=json", "ids=yes", "ids=no", "rows=", "seconds=")
KEYWORDS = (
    *("MATCH", "OPTIONAL MATCH", "WHERE", "RETURN", "WITH", "UNWIND", "ORDER BY", "LIMIT", "SKIP", "DISTINCT", "UNION"),
    *("COUNT", "COLLECT", "EXISTS", "CALL", "AS", "AND", "OR", "NOT", "IN", "CONTAINS", "STARTS WITH", "ENDS WITH"),
    *("IS NULL", "IS NOT NULL", "CASE", "WHEN", "THEN", "ELSE", "END", "DESC"),
)
_WORD = re.compile(r"[^\s:=|()\[\]{},.]*$")
_LABEL = re.compile(r"(\[\w*:(?:\w+\|)*|\w+\|)\w*$|\(\w*:\w*$|[\w)]:\w*$")


class Words(Completer):
    """Proposes commands, names of queries and parameters, entities, labels, relation types and keywords."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """What may stand at the cursor."""
        before = document.text_before_cursor
        found = _WORD.search(before)
        word = found[0] if found else ""
        try:
            proposals = [*self._proposals(before, word)]
        except KgError:
            return  # a completion that fails must not end the prompt
        for proposal in dict.fromkeys(proposals):
            if proposal.lower().startswith(word.lower()) and proposal != word:
                yield Completion(proposal, start_position=-len(word))

    def _proposals(self, before: str, word: str) -> Iterator[str]:
        line = before.lstrip()
        names = [query.name for query in library.queries()]
        first = line.removeprefix(":run ").lstrip()
        query = next((query for query in library.queries() if first.startswith(query.name + " ")), None)
        if query:
            yield from self._values(query, first, word)
        elif line.startswith((":run ", ":list ")):
            yield from names
        elif line.startswith(":set "):
            yield from SETTINGS
        elif line.startswith(":") and " " not in line:
            yield from (command.removeprefix(":") for command in COMMANDS)
        elif " " not in line:
            yield from (*names, *KEYWORDS)
        else:
            yield from _cypher(before)

    def _values(self, query: Query, text: str, word: str) -> Iterator[str]:
        """Parameters not given yet, or entities whose name starts like the value at the cursor."""
        last = text.rsplit(maxsplit=1)[-1] if not text.endswith(" ") else ""
        named, equals, _value = last.partition("=")
        given = {part.partition("=")[0] for part in text.split()[1:] if "=" in part}
        free = [parameter for parameter in query.parameters if parameter.name not in given]
        if equals:
            yield from self._entities([p for p in query.parameters if p.name == named], word)
            return
        yield from (f"{parameter.name}=" for parameter in free)
        yield from self._entities(free[:1], word)

    def _entities(self, parameters: list[Parameter], word: str) -> Iterator[str]:
        for parameter in parameters:
            if parameter.entity_types and word:
                yield from names_that_start(self._store, word, parameter.entity_types)
            elif parameter.type == "relation":
                yield from load_ontology().relations


def _cypher(before: str) -> Iterator[str]:
    ontology = load_ontology()
    if _LABEL.search(before):
        inside = before.rfind("[") > before.rfind("]") or before.rfind("[") > before.rfind("(")
        yield from ontology.relations if inside else ontology.types
        return
    yield from KEYWORDS


def typed(store: Store, history: Path | None) -> Iterator[str]:
    """What the user types, input by input, until the end of input; Ctrl-C empties the line."""
    session: PromptSession[str] = PromptSession(
        history=FileHistory(history) if history else InMemoryHistory(),
        completer=Words(store),
        complete_in_thread=True,
        complete_while_typing=False,
        key_bindings=_keys(),
        multiline=Condition(lambda: True),
        prompt_continuation="…   ",
    )
    while True:
        try:
            yield session.prompt("kg> ")
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


def _keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("enter")
    def _enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if is_complete(buffer.text):
            buffer.validate_and_handle()
        else:
            buffer.insert_text("\n")

    return keys
