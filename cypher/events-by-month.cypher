/*
name: events-by-month
topic: events
en: Which events were held at a place, month by month?
zh: 某地每月举行了哪些会议和活动？
parameters:
  place: {type: Place|Organization, en: the place, zh: 地点}
  since: {type: date, default: "", en: from this day on, zh: 起始日期}
  until: {type: end-date, default: "9999", en: up to this day, zh: 截止日期}
example: {place: 唐山市}
*/
MATCH (p:Entity {id: $place})<-[:HELD_AT]-(e:Event)
WHERE coalesce(e.start, '') >= $since AND coalesce(e.start, '') <= $until
WITH DISTINCT e
ORDER BY e.start, e.name
WITH substring(coalesce(e.start, ''), 0, 7) AS month, collect(e.name) AS events, collect(e.id) AS events_id
RETURN month, size(events) AS number, events, events_id
ORDER BY month
