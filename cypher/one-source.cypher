/*
name: one-source
topic: evidence
en: Which facts rest on one article only?
zh: 哪些事实只有一篇报道为据？
parameters:
  relation: {type: relation, default: "", en: only this relation, zh: 只看某种关系}
  limit: {type: integer, default: 50, en: at most so many, zh: 最多条数}
example: {relation: ADOPTED, limit: 5}
*/
MATCH (x:Entity)-[r]->(y:Entity)
WHERE r.stories = 1 AND ($relation = '' OR type(r) = $relation)
WITH x, r, y
ORDER BY r.confidence, r.first_date, x.name, y.name, r.id
LIMIT $limit
RETURN x.name AS subject, type(r) AS relation, y.name AS object, r.first_date AS date, r.confidence AS confidence,
       x.id AS subject_id, y.id AS object_id, r.id AS fact_id
ORDER BY confidence, date, subject, object, fact_id
