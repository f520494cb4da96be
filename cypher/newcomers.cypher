/*
name: newcomers
topic: changes
en: Which people, or other entities, appear for the first time since a date?
zh: 某日以来首次出现的人物或其他实体有哪些？
parameters:
  since: {type: date, en: from this day on, zh: 起始日期}
  limit: {type: integer, default: 50, en: at most so many, zh: 最多条数}
example: {since: "2025-05-14", limit: 5}
*/
MATCH (a:Article)<-[:IN]-(:Appearance)-[:REFERS_TO]->(e:Entity)
WHERE a.date >= $since
WITH DISTINCT e
MATCH (e)<-[:REFERS_TO]-(:Appearance)-[:IN]->(b:Article)
WITH e, min(b.date) AS first_date, count(b) AS articles
WHERE first_date >= $since
RETURN first_date, [l IN labels(e) WHERE l <> 'Entity'][0] AS type, e.name AS entity, articles, e.id AS entity_id
ORDER BY first_date, type, entity, entity_id
LIMIT $limit
