/*
name: events
topic: events
en: Which events were held in a period, where, and who organized and chaired them?
zh: 某段时间里举行了哪些会议和活动？在哪里？由谁举办和主持？
parameters:
  since: {type: date, default: "", en: from this day on, zh: 起始日期}
  until: {type: end-date, default: "9999", en: up to this day, zh: 截止日期}
  limit: {type: integer, default: 50, en: at most so many, zh: 最多条数}
example: {since: "2024-06", until: "2024-08"}
*/
MATCH (e:Event)
WHERE e.start >= $since AND e.start <= $until
WITH e
ORDER BY e.start, e.name, e.id
LIMIT $limit
RETURN e.start AS start, e.end AS end, e.name AS event,
       COLLECT { MATCH (e)-[:HELD_AT]->(x:Entity) RETURN DISTINCT x.name AS name ORDER BY name } AS places,
       COLLECT { MATCH (e)<-[:ORGANIZED]-(x:Entity) RETURN DISTINCT x.name AS name ORDER BY name } AS organizers,
       COLLECT { MATCH (e)<-[:CHAIRED]-(x:Entity) RETURN DISTINCT x.name AS name ORDER BY name } AS chairs,
       e.id AS event_id
ORDER BY start, event, event_id
