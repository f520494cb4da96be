"""A view made with other rules than this program's: everything that the change touches is marked again."""

from __future__ import annotations

from kg.load.decisions import rekey
from kg.load.lease import Lease
from kg.load.rows import awaken
from kg.ontology import Ontology
from kg.resolve.rules import load_rules
from kg.store.base import Command, Store
from kg.store.schema import made_with

PART = 500  # articles a transaction


def is_stale(store: Store, ontology: Ontology) -> bool:
    """Whether the view was made with another ontology or other rules of identity."""
    return _digests(store) != (ontology.digest, load_rules().view)


def _digests(store: Store) -> tuple[str, str]:
    ontology, rules = store.read("MATCH (s:Store {id: 'kg'}) RETURN s.ontology, s.rules").rows[0]
    return str(ontology), str(rules)


def renew(store: Store, lease: Lease, ontology: Ontology) -> None:
    """Mark what the change of rules touches, then note the new ones in the store."""
    if not is_stale(store, ontology):
        return
    has_other_rules = _digests(store)[1] != load_rules().view
    statements = "UNWIND $ids AS id MATCH (s:Statement {article: id}) SET s.pending = s.bucket"
    appearances = "UNWIND $ids AS id MATCH (n:Appearance {article: id}) SET n.pending = 0"
    page = f"MATCH (a:Article) WHERE a.id > $last RETURN a.id ORDER BY a.id LIMIT {PART}"
    last = ""
    while ids := [str(row[0]) for row in store.read(page, last=last).rows]:
        identities = [Command(appearances, {"ids": ids}), *rekey(store, ids)] if has_other_rules else []
        lease.write([*identities, Command(statements, {"ids": ids}), awaken(ids)])
        last = ids[-1]
    lease.write([made_with(ontology)])
