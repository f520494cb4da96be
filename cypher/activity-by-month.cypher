/*
name: activity-by-month
topic: organizations
en: How many facts are reported about an entity, month by month, and of which kinds?
zh: 某实体每月有多少事实见报？各属哪些关系？
parameters:
  entity: {type: Entity, en: the entity, zh: 实体}
example: {entity: 湛江市}
*/
MATCH (e:Entity {id: $entity})-[r]-(:Entity)
MATCH (s:Statement)-[:STATED_IN]->(a:Article)
WHERE s.fact = r.id
WITH substring(coalesce(a.date, ''), 0, 7) AS month, type(r) AS relation, count(DISTINCT r.id) AS facts
ORDER BY month, relation
WITH month, sum(facts) AS number, collect(relation + ' ' + toString(facts)) AS relations
RETURN month, number AS facts, relations
ORDER BY month
