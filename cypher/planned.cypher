/*
name: planned
topic: evidence
en: Which facts are only announced, so far?
zh: 哪些事实目前只是预告？
parameters:
  since: {type: date, default: "", en: from this day on, zh: 起始日期}
  limit: {type: integer, default: 50, en: at most so many, zh: 最多条数}
example: {}
*/
MATCH (x:Entity)-[r]->(y:Entity)
WHERE r.planned AND coalesce(r.first_date, '') >= $since
RETURN coalesce(y.start, x.start, '') AS day, x.name AS subject, type(r) AS relation, y.name AS object,
       r.first_date AS announced, x.id AS subject_id, y.id AS object_id, r.id AS fact_id
ORDER BY day, announced, relation, subject, object
LIMIT $limit
