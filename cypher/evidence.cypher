/*
name: evidence
topic: evidence
en: Where can a fact about two entities be read?
zh: 关于两个实体的某个事实出自哪篇报道？
parameters:
  a: {type: Entity, en: one, zh: 其一}
  b: {type: Entity, en: the other, zh: 其二}
  relation: {type: relation, default: "", en: only this relation, zh: 只看某种关系}
example: {a: 令狐景行, b: 拓跋承礼}
*/
MATCH (a:Entity {id: $a})-[r]-(b:Entity {id: $b})
WHERE $relation = '' OR type(r) = $relation
MATCH (s:Statement)-[:STATED_IN]->(art:Article)
WHERE s.fact = r.id
RETURN startNode(r).name AS subject, type(r) AS relation, endNode(r).name AS object, art.paper AS paper,
       art.date AS date, art.page AS page, art.title AS headline, s.text AS quote, s.confidence AS confidence,
       s.planned AS planned, s.id AS statement_id, art.id AS article_id
ORDER BY relation, date, paper, quote
