/*
name: pairs
topic: people
en: Which two people are most often at the same events?
zh: 哪两个人最常参加同一会议或活动？
parameters:
  least: {type: integer, default: 2, en: at least so many events together, zh: 至少共同参加次数}
  limit: {type: integer, default: 20, en: at most so many, zh: 最多条数}
example: {least: 1, limit: 5}
*/
MATCH (a:Person)-[:ATTENDED|CHAIRED|SPOKE_AT]->(e:Event)<-[:ATTENDED|CHAIRED|SPOKE_AT]-(b:Person)
WHERE a.id < b.id
WITH a, b, count(DISTINCT e) AS together
WHERE together >= $least
WITH together, CASE WHEN a.name <= b.name THEN a ELSE b END AS x, CASE WHEN a.name <= b.name THEN b ELSE a END AS y
RETURN x.name AS person, y.name AS other, together, x.id AS person_id, y.id AS other_id
ORDER BY together DESC, person, other, person_id, other_id
LIMIT $limit
