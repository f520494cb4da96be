"""Constraints, indexes and the store's own node: what makes a database a store of ours. See docs/schema.md."""

from __future__ import annotations

from kg.errors import SchemaMismatch, StoreNotFound
from kg.i18n import _
from kg.model import Record
from kg.ontology import Ontology, load_ontology
from kg.resolve.rules import load_rules
from kg.resolve.stated import StatedAppearance, StatedStatement
from kg.resolve.stories import BANDS
from kg.store.base import Command, Store, Value

SCHEMA = 2
IMPORTED = 0  # filled by an import that made no constraints and indexes
FILLING = -2  # a first load is running, or was broken off
LABELS = ("Article", "Appearance", "Statement", "Entity", "Decision", "Mark", "Lease", "Store")
ARTICLE = (
    *("id", "key", "title", "text", "date", "source", "page", "paper", "place", "reporters", "map", "raw", "annotator"),
    *("digest", "story", *(f"band_{number}" for number in range(BANDS))),
)
APPEARANCE = StatedAppearance.__struct_fields__
STATEMENT = (*StatedStatement.__struct_fields__, "story")
SUPPORTED = ("fact", "subject_entity", "object_entity")  # by a statement whose place in the view is computed
FACT = ("id", "statements", "stories", "first_date", "last_date", "confidence", "planned", "status")
_INDEXED = {
    "Article": ("key", "source", "date", "story", "pending", *(f"band_{number}" for number in range(BANDS))),
    "Appearance": ("block", "article"),
    "Statement": ("article", "fact"),
    "Entity": ("name", "block"),
    "Event": ("start",),
}
LEASE = "MERGE (l:Lease {id: 'resolver'}) ON CREATE SET l.until = 0, l.step = 0"
_OURS = "MERGE (s:Store {id: 'kg'}) ON CREATE SET s.schema = $schema, s.ontology = $ontology, s.rules = $rules"


class Info(Record):
    """What a store holds."""

    address: str
    kind: str
    schema: int
    ontology: str  # digest of the ontology that the view was made with
    articles: int
    appearances: int
    statements: int
    entities: dict[str, int]  # by type
    facts: dict[str, int]  # by relation
    decisions: int
    pending: int  # articles, and marks of removed ones, whose place in the view is not computed yet

    @property
    def current(self) -> bool:
        """Whether the view was made with the ontology of this program."""
        return self.ontology == load_ontology().digest


def waiting(store: Store) -> bool:
    """Whether something that articles state has no place in the view yet."""
    questions = ("MATCH (a:Article) WHERE a.pending IS NOT NULL RETURN 1 LIMIT 1", "MATCH (m:Mark) RETURN 1 LIMIT 1")
    return any(store.read(question).rows for question in questions)


def definitions(kind: str) -> list[str]:
    """The schema statements for one kind of store."""
    types = tuple(load_ontology().types)
    unique = [
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE" for label in LABELS
    ]
    columns = [(label, name) for label, names in _INDEXED.items() for name in names]
    columns += [(label, "name") for label in types]
    plain = [
        f"CREATE INDEX {label.lower()}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name})" for label, name in columns
    ]
    return [*unique, *plain, *(_for_neo4j() if kind == "neo4j" else [])]


def _for_neo4j() -> list[str]:
    """Edges by id, so that a fact at a hub is found at once; names in full text."""
    edges = [
        f"CREATE INDEX {name.lower()}_id IF NOT EXISTS FOR ()-[r:{name}]-() ON (r.id)"
        for name in load_ontology().relations
    ]
    text = (
        "CREATE FULLTEXT INDEX entity_text IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.search] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
    )
    return [*edges, text, "CALL db.awaitIndexes(300)"]


def check(store: Store, *, create: bool) -> None:
    """See that the store is ours and of this schema; lay it out when it is empty.

    Raises:
        StoreNotFound: it is empty and ``create`` is false.
        SchemaMismatch: it holds something else, was made by another version, or is being filled.
    """
    rows = store.read("MATCH (s:Store {id: 'kg'}) RETURN s.schema").rows
    found = _number(rows[0][0]) if rows else _lay_out(store, create=create)
    if found == IMPORTED:
        store.define(definitions(store.kind))
        store.write([("MATCH (s:Store {id: 'kg'}) SET s.schema = $schema", {"schema": SCHEMA})])
        return
    if found == FILLING:
        raise SchemaMismatch(
            _("a first load into this store is running, or was broken off"),
            where=store.address,
            do=_("run the same kg bulk again, or empty the database"),
        )
    if found > SCHEMA:
        raise SchemaMismatch(
            _("the store is of schema {found}, this program knows {known}").format(found=found, known=SCHEMA),
            where=store.address,
            do=_("install the newer kg: pip install --upgrade kg"),
        )
    if found < SCHEMA:
        raise SchemaMismatch(
            _("the store is of the older schema {found}").format(found=found),
            where=store.address,
            do=_("load its articles into a new store: kg build … --store NEW"),
        )


def made_with(ontology: Ontology) -> Command:
    """A note in the store's own node of what its view was made with."""
    note = "MATCH (s:Store {id: 'kg'}) SET s.ontology = $ontology, s.rules = $rules"
    return Command(note, {"ontology": ontology.digest, "rules": load_rules().view})


def _lay_out(store: Store, *, create: bool) -> int:
    """The schema that the store has afterwards; another one than ours when another process was first."""
    if store.read("MATCH (n) RETURN 1 LIMIT 1").rows:
        raise SchemaMismatch(
            _("the database holds something that kg did not make"), where=store.address, do=_("give an empty database")
        )
    if not create:
        raise StoreNotFound(_("the store is empty"), where=store.address, do=_("fill it with kg build or kg load"))
    store.define(definitions(store.kind))
    digests = {"ontology": load_ontology().digest, "rules": load_rules().view}
    store.write([(LEASE, {}), (_OURS, {"schema": SCHEMA, **digests})])
    return _number(store.read("MATCH (s:Store {id: 'kg'}) RETURN s.schema").rows[0][0])


def _number(schema: Value) -> int:
    return schema if isinstance(schema, int) else -1


def info(store: Store) -> Info:
    """Count what the store holds."""

    def count(cypher: str) -> int:
        value = store.read(cypher).rows[0][0]
        return value if isinstance(value, int) else 0

    ontology = load_ontology()
    schema, digest = store.read("MATCH (s:Store {id: 'kg'}) RETURN s.schema, s.ontology").rows[0]
    nodes = {label: count(f"MATCH (n:{label}) RETURN count(n)") for label in (*LABELS, *ontology.types)}
    facts = {name: count(f"MATCH (:Entity)-[r:{name}]->() RETURN count(r)") for name in ontology.relations}
    pending = count("MATCH (a:Article) WHERE a.pending IS NOT NULL RETURN count(a)")
    return Info(
        address=store.address,
        kind=store.kind,
        schema=schema if isinstance(schema, int) else 0,
        ontology=str(digest),
        articles=nodes["Article"],
        appearances=nodes["Appearance"],
        statements=nodes["Statement"],
        entities={name: nodes[name] for name in ontology.types},
        facts={name: number for name, number in facts.items() if number},
        decisions=nodes["Decision"],
        pending=pending + nodes["Mark"],
    )
