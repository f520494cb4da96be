/*
name: speakers
topic: events
en: Who spoke at the most events?
zh: 谁在会议和活动上讲话最多？
parameters:
  since: {type: date, default: "", en: from this day on, zh: 起始日期}
  until: {type: end-date, default: "9999", en: up to this day, zh: 截止日期}
  limit: {type: integer, default: 20, en: at most so many, zh: 最多条数}
example: {limit: 5}
*/
MATCH (p:Person)-[r:SPOKE_AT]->(e:Event)
WHERE coalesce(r.last_date, '') >= $since AND coalesce(r.first_date, '') <= $until
WITH DISTINCT p, e
ORDER BY e.start, e.name
WITH p, collect(e.name) AS events
RETURN p.name AS person, size(events) AS number, events, p.id AS person_id
ORDER BY number DESC, person, person_id
LIMIT $limit
