"""A view made with other rules than this program's, or not to its end: everything that this touches is marked again."""

from __future__ import annotations

from kg.load.decisions import rekey
from kg.load.lease import Lease
from kg.load.rows import awaken
from kg.ontology import Ontology
from kg.resolve.rules import load_rules
from kg.store.base import Command, Store
from kg.store.schema import made_with

PART = 500  # articles a transaction
BEGUN = Command("MERGE (m:Mark {id: 'view'}) SET m.kind = 'view'", {})  # a first load writes the view part by part
WHOLE = Command("MATCH (m:Mark {id: 'view'}) DELETE m", {})
_IDLE = "MATCH (e:Entity) WHERE NOT (e)<-[:REFERS_TO]-(:Appearance)"


def is_stale(store: Store, ontology: Ontology) -> bool:
    """Whether the view was made with another ontology or other rules of identity, or was begun and broken off."""
    return _digests(store) != (ontology.digest, load_rules().view) or _is_broken_off(store)


def _is_broken_off(store: Store) -> bool:
    return bool(store.read("MATCH (m:Mark {id: 'view'}) RETURN m.id").rows)


def _digests(store: Store) -> tuple[str, str]:
    ontology, rules = store.read("MATCH (s:Store {id: 'kg'}) RETURN s.ontology, s.rules").rows[0]
    return str(ontology), str(rules)


def renew(store: Store, lease: Lease, ontology: Ontology) -> None:
    """Mark what the change of rules touches, or all of a view that was broken off, then note that it is done."""
    if not is_stale(store, ontology):
        return
    has_other_rules = _digests(store)[1] != load_rules().view
    is_broken_off = _is_broken_off(store)
    if is_broken_off:
        _clear_up(store, lease)
    statements = "UNWIND $ids AS id MATCH (s:Statement {article: id}) SET s.pending = s.bucket"
    appearances = "UNWIND $ids AS id MATCH (n:Appearance {article: id}) SET n.pending = 0"
    page = f"MATCH (a:Article) WHERE a.id > $last RETURN a.id ORDER BY a.id LIMIT {PART}"
    last = ""
    while ids := [str(row[0]) for row in store.read(page, last=last).rows]:
        placed = [Command(appearances, {"ids": ids})] if has_other_rules or is_broken_off else []
        keys = rekey(store, ids) if has_other_rules else []
        lease.write([*placed, *keys, Command(statements, {"ids": ids}), awaken(ids)])
        last = ids[-1]
    lease.write([made_with(ontology), WHOLE])


def _clear_up(store: Store, lease: Lease) -> None:
    """Take out the entities and the days of events that rest on articles which were never written."""
    while store.read(f"{_IDLE} RETURN 1 LIMIT 1").rows:
        lease.write([Command(f"{_IDLE} WITH e LIMIT {PART} DETACH DELETE e", {})])
    lease.write([Command("MATCH (e:Event) WHERE e.start IS NOT NULL SET e.start = null, e.end = null", {})])
