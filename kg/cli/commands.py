"""The one list of commands: each name is a module beside this one that holds the click command as ``command``."""

from __future__ import annotations

from kg.i18n import _

COMMANDS = {
    "build": _("Read pages, extract what they state and load it: the whole line."),
    "extract": _("Read pages and write what they state as JSONL."),
    "load": _("Load JSONL of `kg extract` into a store."),
    "query": _("Ask a query of the library, or one in Cypher."),
    "shell": _("Ask one query after another at a prompt."),
    "view": _("Draw the graph, or a part of it, as an offline page."),
    "export": _("Write the graph as GraphML, CSV or JSON-LD."),
    "info": _("Say what a store holds."),
    "explain": _("Show for each relation of a page the sentence, frame, row and rule that made it."),
    "evaluate": _("Compare what was extracted with gold."),
    "annotators": _("Say which annotators are installed and usable."),
    "retract": _("Take articles out of a store, with what only they state."),
    "reject": _("Decide that a statement is wrong."),
    "accept": _("Decide that a statement is right."),
    "backup": _("Write a whole store into one file."),
    "restore": _("Make a store from a backup."),
    "bulk": _("Write CSV files for `neo4j-admin database import`."),
}
