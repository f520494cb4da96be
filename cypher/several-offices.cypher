/*
name: several-offices
topic: offices
en: Which people hold several offices at once?
zh: 哪些人同时担任多个职务？
parameters:
  least: {type: integer, default: 2, en: at least so many offices, zh: 至少职务数}
  limit: {type: integer, default: 50, en: at most so many, zh: 最多条数}
example: {limit: 5}
*/
MATCH (p:Person)-[h:HOLDS_POSITION]->(o:Entity)
WHERE NOT h.status IN ['former', 'removed']
WITH DISTINCT p, o
ORDER BY o.name
WITH p, collect(o.name) AS offices
WHERE size(offices) >= $least
RETURN p.name AS person, size(offices) AS number, offices, p.id AS person_id
ORDER BY number DESC, person, person_id
LIMIT $limit
