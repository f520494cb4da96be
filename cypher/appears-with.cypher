/*
name: appears-with
topic: people
en: Who appears with someone at events and meetings, how often, and when last?
zh: 谁常与某人一同出现？多少次？最近是何时？
parameters:
  who: {type: Person|Organization|Place, en: the person or body, zh: 人物或机构}
  limit: {type: integer, default: 30, en: at most so many, zh: 最多条数}
example: {who: 殷伯安}
*/
MATCH (p:Entity {id: $who})
CALL (p) {
  MATCH (p)-[:ATTENDED|CHAIRED|SPOKE_AT|ORGANIZED]->(e:Event)<-[:ATTENDED|CHAIRED|SPOKE_AT|ORGANIZED]-(x:Entity)
  RETURN x, e.name AS occasion, e.id AS occasion_id, e.start AS day
  UNION
  MATCH (p)-[r:MET_WITH|SIGNED_WITH]-(x:Entity)
  RETURN x, type(r) AS occasion, r.id AS occasion_id, r.last_date AS day
}
WITH DISTINCT x, occasion, occasion_id, day
WHERE x.id <> $who
WITH x, occasion, day
ORDER BY day, occasion
WITH x, count(*) AS times, collect(DISTINCT occasion) AS occasions, max(day) AS last_date
RETURN x.name AS other, [l IN labels(x) WHERE l <> 'Entity'][0] AS type, times, last_date, occasions, x.id AS other_id
ORDER BY times DESC, other, other_id
LIMIT $limit
