/*
name: calendar
topic: people
en: What did a person or body do, day by day?
zh: 某人或某机构每天做了什么？
parameters:
  who: {type: Person|Organization|Place, en: the person or body, zh: 人物或机构}
  since: {type: date, default: "", en: from this day on, zh: 起始日期}
  until: {type: end-date, default: "9999", en: up to this day, zh: 截止日期}
  limit: {type: integer, default: 100, en: at most so many, zh: 最多条数}
example: {who: 耿维岳}
*/
MATCH (p:Entity {id: $who})-[r]-(x:Entity)
WHERE NOT type(r) IN ['HOLDS_POSITION', 'POSITION_IN', 'HELD_AT']
WITH p, r, x, coalesce(x.start, r.first_date, '') AS day
WHERE day >= $since AND day <= $until
RETURN day, type(r) AS relation, CASE WHEN startNode(r).id = p.id THEN '→' ELSE '←' END AS direction,
       x.name AS what, [l IN labels(x) WHERE l <> 'Entity'][0] AS type,
       COLLECT { MATCH (x)-[:HELD_AT]->(l:Entity) RETURN DISTINCT l.name AS name ORDER BY name } AS places,
       r.planned AS planned, x.id AS what_id
ORDER BY day, relation, what, what_id
LIMIT $limit
