"""What may pass as a reading query, before any store is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError, QueryRefused
from kg.store.guard import FORBIDDEN_WORDS, check_plan, check_query

ALLOWED = [
    "MATCH (n) RETURN n",
    "match (p:Person) where p.name = 'CREATE' return p.name as `SET`;",
    "MATCH (n) RETURN n.set, n.`delete`, {set: 1, create: 2}.set AS x // DROP everything",
    "MATCH (n:Set)-[:CREATE]->() RETURN count(*) /* MERGE */",
    "WITH 1 AS x RETURN x",
    "UNWIND [1, 2] AS x RETURN x ;  ",
    "OPTIONAL MATCH (n) RETURN n",
    "MATCH (p) CALL (p) { MATCH (p)--(q) RETURN count(q) AS n } RETURN n",
    "MATCH (p) CALL { WITH p MATCH (p)--(q) RETURN count(q) AS n } RETURN n",
    "CALL db.labels() YIELD label RETURN label",
    "CALL DB.`labels` ( ) YIELD label RETURN label",
    "CALL db.index.fulltext.queryNodes('x', 'y') YIELD node RETURN node.name",
    "RETURN date.truncate('month', date()) AS x, duration.inDays(date(), date()).days AS y",
    "RETURN '\\u0041', \"it\\'s\", 'a\\\\' AS x",
    "MATCH (e:Event) RETURN e.start AS start, e.end AS end",
    "MATCH p = shortestPath((a)-[*..3]-(b)) RETURN length(p)",
    "/* 注释 */ MATCH (人:Person {name: '王芳'}) RETURN 人.name AS 姓名",
    "RETURN \"//\", '/*', `*/` FROM",
]

REFUSED = [
    "CREATE (n)",
    "MATCH (n) SET n.x = 1",
    "MATCH (n) seT n.x = 1",
    "MATCH (n) DELETE n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) NODETACH DELETE n",
    "MATCH (n) REMOVE n.x",
    "MERGE (n:X)",
    "INSERT (:X)",
    "MATCH (n) FOREACH (x IN [1] | SET n.x = x)",
    "MATCH (n) WITH n CREATE (m)",
    "MATCH (n)/**/CREATE/**/(m)",
    "MATCH (n) // comment\nCREATE (m)",
    "MATCH (n) // comment\rCREATE (m)",
    "// MATCH\n CREATE (n)",
    "RETURN 1 AS x UNION CREATE (n) RETURN 1 AS x",
    "CALL { CREATE (n) }",
    "CALL () { CREATE (n) RETURN n } RETURN n",
    "UNWIND [1] AS x CALL (x) { CREATE (:X) } IN TRANSACTIONS",
    "UNWIND [1] AS x CALL (x) { MATCH (n) RETURN n } IN 3 CONCURRENT TRANSACTIONS OF 2 ROWS RETURN n",
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "WITH 1 AS x LOAD CSV FROM 'http://127.0.0.1/' AS row RETURN row",
    "WITH 1 AS x load/* */csv WITH HEADERS FROM 'file:///x' AS row RETURN row",
    "USE system MATCH (n) RETURN n",
    "CALL { USE neo4j MATCH (n) RETURN n } RETURN n",
    "USING PERIODIC COMMIT 10 LOAD CSV FROM 'x' AS r CREATE (n)",
    "MATCH (n) RETURN n; MATCH (m) DELETE m",
    "MATCH (n) RETURN n;;CREATE (n);",
    "RETURN 1; RETURN 2",
    "EXPLAIN MATCH (n) RETURN n",
    "PROFILE MATCH (n) RETURN n",
    "CYPHER runtime=slotted MATCH (n) RETURN n",
    "CYPHER 25 CREATE (n)",
    "SHOW DATABASES",
    "SHOW USERS YIELD user RETURN user",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "DROP DATABASE neo4j",
    "CREATE INDEX FOR (n:X) ON (n.y)",
    "DROP CONSTRAINT c IF EXISTS",
    "GRANT ROLE admin TO x",
    "STOP DATABASE neo4j",
    "START DATABASE neo4j",
    "ENABLE SERVER 'x'",
    "FINISH",
    "CALL dbms.components()",
    "CALL db.createLabel('x')",
    "CALL db . createLabel ('x')",
    "CALL `db`.`createLabel`('x')",
    "CALL db/**/.createLabel('x')",
    "CALL db.schema.visualization()",
    "CALL db.index.fulltext.drop('x')",
    "CALL db.clearQueryCaches",
    "CALL apoc.cypher.runWrite('CREATE (n)', {})",
    "CALL APOC.load.json('http://x')",
    "CALL dbms.security.createUser('a', 'b')",
    "CALL tx.setMetaData({})",
    "CALL merge.node(['X'], {}, {}, {})",
    "CALL refactor.mergeNodes([])",
    "CALL algo.pageRank()",
    "OPTIONAL CALL dbms.components() YIELD name RETURN name",
    "MATCH (n) CALL apoc.create.node(['X'], {}) YIELD node RETURN node",
    "RETURN apoc.load.json('x') AS x",
    "RETURN `apoc`.`cypher`.runFirstColumnSingle('CREATE (n)', {}) AS x",
    "RETURN dbms.listConfig() AS x",
    # Unicode
    "\\u0043REATE (n)",
    "MATCH (n) \\u0043REATE (m)",
    "MATCH (n) \\uu0043REATE (m)",
    "RETURN '\\u0027 CREATE (n) //'",
    'RETURN "\\u0022 SET x.y = 1 //"',
    "RETURN '\\\\u0027 CREATE (n) //'",
    "// \\u000a CREATE (n)",
    "MATCH (n) // \\u000D CREATE (m)",
    "MATCH (n) /* \\u002a\\u002f CREATE (m) */ RETURN n",
    "MATCH (n) /* *\\u002f CREATE (m) */ RETURN n",
    "RETURN `x\\u0060 CREATE (n)`",
    "RETURN '\\U00000027 CREATE (n) //'",
    "MATCH (n) ſET n.x = 1",
    "MATCH (n) ＳＥＴ n.x = 1",
    "MATCH (n) CRE\u200bATE (m)",
    "MATCH (n) \u202eCREATE (m)",
    "MATCH (n)\x0bCREATE (m)",
    "MATCH\xa0(n)\u3000CREATE\u2003(m)",
    "MATCH (n)\x00CREATE (m)",
    "\ufeffCREATE (n)",
]

BROKEN = [
    "",
    "   ",
    ";",
    "// only a comment",
    "RETURN 'x",
    "MATCH (n) RETURN n /* open",
    "RETURN `x",
    "MATCH " * 20_000,
]


@pytest.mark.parametrize("query", ALLOWED)
def test_reading_passes(query: str) -> None:
    check_query(query)


@pytest.mark.parametrize("query", REFUSED)
def test_more_than_reading_is_refused(query: str) -> None:
    with pytest.raises(QueryRefused) as refused:
        check_query(query)
    assert refused.value.what and refused.value.do


@pytest.mark.parametrize("query", BROKEN)
def test_broken_text_is_an_error(query: str) -> None:
    with pytest.raises(QueryError):
        check_query(query)


@given(
    st.sampled_from(sorted(FORBIDDEN_WORDS)),
    st.sampled_from([" ", "\n", "\t", "/* */", "//x\n", ")", "]", "\u3000"]),
    st.booleans(),
)
def test_a_forbidden_word_is_found_after_anything(word: str, gap: str, lower: bool) -> None:
    with pytest.raises(QueryRefused):
        check_query(f"MATCH (n){gap}{word.lower() if lower else word}{gap}n RETURN n")


@given(st.text(max_size=200))
def test_any_text_in_quotes_passes(text: str) -> None:
    quoted = text.replace("\\", "\\\\").replace("'", "\\'")
    try:
        check_query(f"RETURN '{quoted}' AS x")
    except QueryRefused as refused:
        assert "escape" in refused.what  # a backslash and u before a quotation mark's code, read differently by stores


@given(st.text(max_size=300))
def test_any_text_ends_in_an_answer(text: str) -> None:
    try:
        check_query(text)
    except QueryError as error:
        assert str(error)


def plan(kind: str, details: str = "", *children: object) -> dict[str, object]:
    return {"operatorType": f"{kind}@neo4j", "args": {"Details": details}, "children": list(children)}


def test_plans() -> None:
    check_plan(plan("ProduceResults", "", plan("ProcedureCall", "db.labels() :: (label :: STRING)")), "r")
    for bad in (plan("LoadCSV"), plan("ProcedureCall", "dbms.components() :: (name)")):
        with pytest.raises(QueryRefused):
            check_plan(plan("ProduceResults", "", bad), "r")
    with pytest.raises(QueryRefused):
        check_plan(plan("ProduceResults"), "rw")
