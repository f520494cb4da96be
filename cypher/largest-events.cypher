/*
name: largest-events
topic: events
en: Which events had the most participants?
zh: 哪些会议和活动参加者最多？
parameters:
  since: {type: date, default: "", en: from this day on, zh: 起始日期}
  until: {type: end-date, default: "9999", en: up to this day, zh: 截止日期}
  limit: {type: integer, default: 20, en: at most so many, zh: 最多条数}
example: {limit: 5}
*/
MATCH (e:Event)<-[:ATTENDED|CHAIRED|SPOKE_AT]-(who:Entity)
WHERE coalesce(e.start, '') >= $since AND coalesce(e.start, '') <= $until
WITH e, count(DISTINCT who) AS participants
RETURN e.name AS event, e.start AS start, participants, e.id AS event_id
ORDER BY participants DESC, start, event, event_id
LIMIT $limit
