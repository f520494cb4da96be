/*
name: changed-since
topic: changes
en: Which facts were first reported since a date?
zh: 某日以来首次见报的事实有哪些？
parameters:
  since: {type: date, en: from this day on, zh: 起始日期}
  relation: {type: relation, default: "", en: only this relation, zh: 只看某种关系}
  limit: {type: integer, default: 100, en: at most so many, zh: 最多条数}
example: {since: "2025-05-14", relation: CHAIRED}
*/
MATCH (a:Article)<-[:STATED_IN]-(s:Statement)
WHERE a.date >= $since
WITH s.subject AS subject, collect(DISTINCT s.fact) AS stated
MATCH (:Appearance {id: subject})-[:REFERS_TO]->(e:Entity)
UNWIND stated AS fact
WITH e, collect(DISTINCT fact) AS facts
MATCH (e)-[r]-(:Entity)
WHERE r.id IN facts AND r.first_date >= $since AND ($relation = '' OR type(r) = $relation)
WITH DISTINCT r
RETURN r.first_date AS date, startNode(r).name AS subject, type(r) AS relation, endNode(r).name AS object,
       r.status AS status, r.stories AS stories, startNode(r).id AS subject_id, endNode(r).id AS object_id,
       r.id AS fact_id
ORDER BY date, relation, subject, object, status
LIMIT $limit
