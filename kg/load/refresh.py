"""The view, brought up to date: who appearances refer to and what statements support, where something changed.

What waits is found through its article: `pending` on the article, whose value is of one write alone, and `pending` on
what of the article has no place yet. Only the first is indexed, since taking one of many equal values out of an index
costs a step for each of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from kg.load.blocks import plan_blocks
from kg.load.decisions import apply_decisions, undone
from kg.load.edges import Waiting, plan_facts, plan_marked_facts
from kg.load.lease import Lease, LeaseLostError, pause
from kg.load.parts import carry_out, parts, sliced
from kg.load.retell import resolve_stories
from kg.load.stale import is_stale, renew
from kg.ontology import Ontology, load_ontology
from kg.store.base import Command, Row, Store
from kg.store.schema import waiting

Progress = Callable[[str, int, int], None]  # stage, done, total (0 when unknown)
ROUND = 5_000  # articles whose ids are in memory at a time
SLICE = 500  # articles a look-up
BATCH = 4_000  # appearances or statements a transaction
MARKS = 4_000  # a transaction


def silent(stage: str, done: int, total: int) -> None:
    """Report progress to nobody."""


def refresh(store: Store, *, ontology: Ontology | None = None, progress: Progress = silent) -> None:
    """Recompute what is marked, until nothing is; waits for another process that does the same.

    Killed at any moment, it leaves its marks, and the next run goes on.

    Raises:
        StoreError: the store failed.
    """
    chosen = ontology or load_ontology()
    lease = Lease(store)
    while is_pending(store, chosen):
        if not lease.try_take():
            pause()
            continue
        try:
            _work(store, lease, chosen, progress)
        except LeaseLostError:
            continue
        lease.release()


def _work(store: Store, lease: Lease, ontology: Ontology, progress: Progress) -> None:
    renew(store, lease, ontology)
    apply_decisions(store, lease)
    while waiting(store):
        cypher = f"MATCH (a:Article) WHERE a.pending IS NOT NULL RETURN a.id, a.pending LIMIT {ROUND}"
        articles = store.read(cypher).rows
        ids = [str(row[0]) for row in articles]
        resolve_stories(store, lease, ids)
        _blocks(store, lease, ids, progress)
        _facts(store, lease, ids, ontology, progress)
        # an article that was written or marked again since then has another value and keeps it
        done = "UNWIND $rows AS row MATCH (a:Article {id: row[0]}) WHERE a.pending = row[1] SET a.pending = null"
        for part in sliced(articles, SLICE):
            lease.write([Command(done, {"rows": [list(row) for row in part]})])


def _blocks(store: Store, lease: Lease, articles: list[str], progress: Progress) -> None:
    """Resolve the blocks that are marked, then those of the articles' waiting appearances."""
    while marks := store.read(f"MATCH (m:Mark {{kind: 'block'}}) RETURN m.id, m.of LIMIT {MARKS}").rows:
        forget = Command("UNWIND $ids AS id MATCH (m:Mark {id: id}) DELETE m", {"ids": [row[0] for row in marks]})
        lease.write([*plan_blocks(store, sorted({str(row[1]) for row in marks})), forget])
    cypher = "UNWIND $ids AS id MATCH (n:Appearance {article: id}) WHERE n.pending IS NOT NULL RETURN n.block, count(n)"
    sizes: Counter[str] = Counter()
    for block, size in _each(store, cypher, articles):
        sizes[str(block)] += int(str(size))
    done = 0
    for part in carry_out(lease, parts(sizes, BATCH), lambda blocks: plan_blocks(store, blocks)):
        done += sum(sizes[block] for block in part)
        progress("entities", done, sizes.total())


def _facts(store: Store, lease: Lease, articles: list[str], ontology: Ontology, progress: Progress) -> None:
    """Sum up the facts that are marked, then those of the articles' waiting statements.

    Statements that may support one fact come in one part, so that each fact is summed up once.
    """
    while commands := plan_marked_facts(store, MARKS):
        lease.write(commands)
    cypher = (
        "UNWIND $ids AS id MATCH (s:Statement {article: id}) WHERE s.pending IS NOT NULL "
        "RETURN s.pending, s.id, elementId(s)"
    )
    waiting: dict[int, list[Waiting]] = {}
    for bucket, id, node in _each(store, cypher, articles):
        waiting.setdefault(int(str(bucket)), []).append(Waiting(str(node), str(id)))
    sizes = {bucket: len(waiting[bucket]) for bucket in sorted(waiting)}
    work = ([one for bucket in part for one in waiting.pop(bucket)] for part in parts(sizes, BATCH))
    done = 0
    for statements in carry_out(lease, work, lambda some: plan_facts(store, some, ontology)):
        done += len(statements)
        progress("facts", done, sum(sizes.values()))


def _each(store: Store, cypher: str, articles: list[str]) -> Iterator[Row]:
    for ids in sliced(articles, SLICE):
        yield from store.read(cypher, ids=ids).rows


def is_pending(store: Store, ontology: Ontology) -> bool:
    """Whether the view is behind what articles state, what people decided, or the program's own rules."""
    return waiting(store) or is_stale(store, ontology) or bool(undone(store))
