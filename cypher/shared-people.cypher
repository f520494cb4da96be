/*
name: shared-people
topic: connections
en: Which bodies have people in common, through offices in both?
zh: 哪些机构之间有共同任职的人？
parameters:
  limit: {type: integer, default: 30, en: at most so many, zh: 最多条数}
example: {limit: 5}
*/
MATCH (a:Entity)<-[:POSITION_IN]-(:Entity)<-[:HOLDS_POSITION]-(p:Person)
MATCH (p)-[:HOLDS_POSITION]->(:Entity)-[:POSITION_IN]->(b:Entity)
WHERE a.id < b.id
WITH DISTINCT a, b, p
ORDER BY p.name
WITH a, b, collect(p.name) AS people
WITH people, CASE WHEN a.name <= b.name THEN a ELSE b END AS x, CASE WHEN a.name <= b.name THEN b ELSE a END AS y
RETURN x.name AS body, y.name AS other, size(people) AS number, people, x.id AS body_id, y.id AS other_id
ORDER BY number DESC, body, other
LIMIT $limit
