/*
name: most-active
topic: organizations
en: Which bodies are most active, by the events they hold and attend and the documents they make?
zh: 哪些机构最活跃？按举办、参加的活动和文件数排列
parameters:
  since: {type: date, default: "", en: from this day on, zh: 起始日期}
  until: {type: end-date, default: "9999", en: up to this day, zh: 截止日期}
  limit: {type: integer, default: 20, en: at most so many, zh: 最多条数}
example: {limit: 5}
*/
MATCH (o:Organization)-[r]-(x:Entity)
WHERE type(r) <> 'POSITION_IN' AND type(r) <> 'HELD_AT' AND coalesce(r.last_date, '') >= $since AND coalesce(r.first_date, '') <= $until
WITH o, count(DISTINCT r.id) AS facts, count(DISTINCT CASE WHEN x:Event THEN x.id END) AS events,
     count(DISTINCT CASE WHEN x:Document THEN x.id END) AS documents, max(r.last_date) AS last_date
RETURN o.name AS body, facts, events, documents, last_date, o.id AS body_id
ORDER BY facts DESC, body, body_id
LIMIT $limit
