/*
name: best-connected
topic: connections
en: Which people are linked to the most other entities?
zh: 哪些人联系的实体最多？
parameters:
  limit: {type: integer, default: 5, en: at most so many, zh: 最多条数}
example: {limit: 5}
*/
MATCH (p:Person)-[r]-(x:Entity)
WITH p, count(DISTINCT x) AS links, count(r) AS facts, max(r.last_date) AS last_date
ORDER BY links DESC, facts DESC, p.name, p.id
LIMIT $limit
RETURN p.name AS person, links, facts, last_date,
       COLLECT { MATCH (p)-[h:HOLDS_POSITION]->(o:Entity) WHERE h.status <> 'former'
                 RETURN DISTINCT o.name AS name ORDER BY name } AS offices,
       p.id AS person_id
ORDER BY links DESC, facts DESC, person, person_id
