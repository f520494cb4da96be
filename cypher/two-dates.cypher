/*
name: two-dates
topic: contradictions
en: For which events do articles state different dates?
zh: 哪些会议和活动的日期各报说法不一？
parameters:
  limit: {type: integer, default: 50, en: at most so many, zh: 最多条数}
example: {}
*/
MATCH (s:Statement {predicate: 'HELD_ON'})-[:STATED_IN]->(a:Article)
WHERE s.fact IS NOT NULL
MATCH (:Appearance {id: s.subject})-[:REFERS_TO]->(e:Entity)
WITH e, s.object AS day, a.title AS title
ORDER BY day, title
WITH e, day, collect(DISTINCT title) AS headlines
WITH e, collect({day: day, headlines: headlines}) AS days
WHERE size(days) > 1
RETURN e.name AS event, [d IN days | d.day] AS days, [d IN days | d.headlines[0]] AS headlines, e.id AS event_id
ORDER BY event, event_id
LIMIT $limit
