/*
name: uncertain
topic: evidence
en: Which facts is the extraction least sure of?
zh: 哪些事实的可信度最低？
parameters:
  below: {type: number, default: 0.5, en: confidence below this, zh: 可信度低于}
  limit: {type: integer, default: 50, en: at most so many, zh: 最多条数}
example: {below: 0.9, limit: 5}
*/
MATCH (x:Entity)-[r]->(y:Entity)
WHERE r.confidence < $below
WITH x, r, y
ORDER BY r.confidence, r.first_date, x.name, y.name, r.id
LIMIT $limit
MATCH (s:Statement)
WHERE s.fact = r.id
WITH x, r, y, s
ORDER BY s.confidence DESC, s.text
RETURN x.name AS subject, type(r) AS relation, y.name AS object, r.confidence AS confidence,
       collect(s.text)[0] AS quote, x.id AS subject_id, y.id AS object_id, r.id AS fact_id
ORDER BY confidence, relation, subject, object
